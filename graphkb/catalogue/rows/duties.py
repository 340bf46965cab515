"""Parameters and rows of questions about duties."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import Field

from graphkb.catalogue.query import MOST_ROWS, Limit, LimitedParams, PagedParams, PagedRow, Params, Row, Text
from graphkb.records import Section

_WORD = re.compile(r"[^\W_]+")


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


class DutyMatter(Row):
    id: str
    title: str
    link: str
    score: float


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
    county_id: str | None
    township: str
    township_id: str
    departments: list[Party]
    responsibilities: list[Clause]
    role: list[RoleClause]
    laws: list[Citation]
    matters: list[DutyMatter]
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


class DutyElsewhereParams(PagedParams):
    id: Text


class DutyElsewhereRow(PagedRow):
    duty_id: str
    county: str | None
    township: str
    township_id: str
    near: bool
    section: str
    number: str
    name: str
    edition: str
    method: Literal["same wording", "similar wording"]
    score: float
    certain: bool


class TownshipDutiesParams(PagedParams):
    township: Text
    county: Text | None = None
    section: Section | None = None
    category: Text | None = None
    department: Text | None = None
    function: Text | None = None
    matter: Text | None = None
    edition: Text | None = None


class TownshipDutyRow(PagedRow):
    duty_id: str
    county: str | None
    township: str
    township_id: str
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


class DutyLine(TownshipDutyRow):
    """A row as lists of rows show it: what it is, whose, and where it is printed."""

    section: Section
    page: int | None


class TextSearchParams(LimitedParams):
    words: Text = Field(min_length=1)
    exact: Text = ""
    division: Text | None = None
    section: Section | None = None
    candidates: Limit = 2_000

    def to_cypher(self) -> dict[str, Any]:
        """Return the values, the words as phrases that must all occur: no character of the index's syntax gets through.

        Where no ``exact`` text is given, it is the words as typed.
        """
        phrases = " AND ".join(f'"{word}"' for word in _WORD.findall(self.words))
        return {**super().to_cypher(), "words": phrases or '""', "exact": self.exact or self.words}


class FoundDutyRow(Row):
    duty_id: str
    county: str | None
    township: str
    section: str
    number: str
    name: str
    departments: list[str]
    matches: list[str]
    exact: bool
    looked: int
    first_line: int | None
    last_line: int | None


class StarredDutiesParams(PagedParams):
    division: Text | None = None
    section: Section | None = None
    edition: Text | None = None


class UniqueDutiesParams(PagedParams):
    division: Text
    section: Section | None = None
    category: Text | None = None


class UniqueDutyRow(DutyLine):
    matter_id: str


class DutyPlacesParams(LimitedParams):
    ids: Annotated[list[str], Field(max_length=MOST_ROWS)]


class DutyPlaceRow(Row):
    id: str
    document: str
    edition: str
    first_line: int | None
    last_line: int | None
    page: int | None
