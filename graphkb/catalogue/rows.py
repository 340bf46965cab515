"""Parameters and rows of the questions. Field descriptions stand in the query files' headers, not here again."""

from __future__ import annotations

import re
from typing import Any

from pydantic import Field

from graphkb.catalogue.query import LimitedParams, Params, Row, Text
from graphkb.records import Section

_WORD = re.compile(r"[^\W_]+")


class DepartmentSearchParams(LimitedParams):
    text: Text = ""
    county: Text | None = None


class DepartmentRow(Row):
    id: str
    name: str
    aliases: list[str]
    level: str | None
    named: bool
    division: str
    delegated: int
    taken_back: int
    townships: int


class BodiesParams(LimitedParams):
    county: Text | None = None
    after: Text = ""


class BodyVariant(Row):
    name: str
    method: str
    score: float


class BodyFunction(Row):
    slug: str
    method: str
    score: float
    evidence: list[str]


class BodyRow(Row):
    id: str
    county: str | None
    counties: list[str]
    division: str
    name: str
    variants: list[BodyVariant]
    plates: list[str]
    level: str | None
    named: bool
    functions: list[BodyFunction]
    mentions: int


class MattersParams(LimitedParams):
    county: Text | None = None
    township: Text | None = None
    after: Text = ""


class MatterInstance(Row):
    duty_id: str
    county: str | None
    township: str
    section: str
    number: str
    name: str
    link: str
    score: float


class MatterRow(Row):
    id: str
    title: str
    rows: list[MatterInstance]


class DepartmentDelegationsParams(LimitedParams):
    department: Text
    county: Text | None = None


class DelegationRow(Row):
    duty_id: str
    county: str | None
    township: str
    category: str | None
    number: str
    name: str
    department: str
    lead: bool
    departments: list[str]
    role: list[str]
    document: str
    edition: str
    first_line: int | None
    last_line: int | None
    page: int | None


class FunctionDelegationsParams(LimitedParams):
    function: Text
    county: Text | None = None


class FunctionDelegationRow(DelegationRow):
    method: str
    score: float


class DutyParams(Params):
    id: Text


class Party(Row):
    id: str
    name: str
    plates: list[str]
    lead: bool
    named: bool


class Clause(Row):
    kind: str
    number: str
    text: str
    departments: list[str]


class RoleClause(Row):
    number: str
    text: str


class Citation(Row):
    id: str
    title: str
    level: str
    articles: list[str]
    printed: list[str]


class SameMatter(Row):
    duty_id: str
    county: str | None
    township: str
    section: str


class Printed(Row):
    name: str | None
    departments: str | None
    responsibilities: str | None
    role: str | None
    method: str | None
    basis: str | None


class DutyRow(Row):
    id: str
    section: str
    category: str | None
    number: str
    position: int
    name: str
    starred: bool
    status: str
    province: str | None
    prefecture: str | None
    county: str | None
    township: str
    township_id: str
    departments: list[Party]
    responsibilities: list[Clause]
    role: list[RoleClause]
    laws: list[Citation]
    elsewhere: list[SameMatter]
    elsewhere_count: int
    printed: Printed
    doubts: list[str]
    document: str
    sha256: str
    list_title: str
    edition: str
    current: bool
    first_line: int | None
    last_line: int | None
    page: int | None
    first_seen: str
    last_seen: str


class TownshipDutiesParams(LimitedParams):
    township: Text
    county: Text | None = None
    section: Section | None = None


class TownshipDutyRow(Row):
    duty_id: str
    county: str | None
    township: str
    section: str
    category: str | None
    number: str
    name: str
    starred: bool
    status: str
    departments: list[str]
    document: str
    edition: str
    first_line: int | None
    last_line: int | None


class TextSearchParams(LimitedParams):
    words: Text = Field(min_length=1)
    county: Text | None = None

    def to_cypher(self) -> dict[str, Any]:
        """Return the values, the words as phrases that must all occur: no character of the index's syntax gets through."""
        phrases = " AND ".join(f'"{word}"' for word in _WORD.findall(self.words))
        return {**super().to_cypher(), "words": phrases or '""'}


class FoundDutyRow(Row):
    duty_id: str
    county: str | None
    township: str
    section: str
    number: str
    name: str
    departments: list[str]
    matches: list[str]
    first_line: int | None
    last_line: int | None


class ListCatalogueParams(LimitedParams):
    pass


class ListRow(Row):
    list_id: str
    province: str | None
    prefecture: str | None
    county: str | None
    township: str
    township_id: str
    title: str
    edition: str
    current: bool
    basic: int
    cooperative: int
    reclaimed: int
    document: str
    sha256: str
    first_line: int
    last_line: int
    last_seen: str


class ReclaimedYetDelegatedParams(LimitedParams):
    county: Text | None = None
    township: Text | None = None


class ReclaimedYetDelegatedRow(Row):
    county: str | None
    township: str
    matter: str
    reclaimed_id: str
    reclaimed: str
    reclaimed_edition: str
    duty_id: str
    name: str
    section: Section
    edition: str
    link: str
    score: float
    departments: list[str]


class TownshipEditionsParams(LimitedParams):
    township: Text
    county: Text | None = None


class EditionRow(Row):
    list_id: str
    county: str | None
    township: str
    township_id: str
    edition: str
    current: bool
    title: str
    document: str


class EditionDutiesParams(LimitedParams):
    list: Text


class EditionDutyRow(Row):
    id: str
    section: Section
    category: str | None
    number: str
    name: str
    departments: list[str]
    clauses: list[str]
    status: str


class DatasetParams(Params):
    pass


class DatasetRow(Row):
    version: int
    loaded_at: str | None
    lists: int
    townships: int
    duties: int
    departments: int


class ExportDutiesParams(LimitedParams):
    list: Text


class ExportedDutyRow(Row):
    duty_id: str
    province: str | None
    prefecture: str | None
    county: str | None
    township: str
    edition: str
    section: str
    category: str | None
    number: str
    position: int
    name: str
    starred: bool
    status: str
    departments: list[str]
    responsibilities: list[str]
    role: list[str]
    laws: list[str]
    document: str
    first_line: int | None
    last_line: int | None
    page: int | None
