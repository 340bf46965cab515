"""Parameters and rows of questions about a township, a county or a list as a whole, and about what is wrong in them."""

from __future__ import annotations

from typing import Literal

from graphkb.catalogue.query import PagedParams, PagedRow, Params, Row, Text
from graphkb.catalogue.rows.departments import SectionCategoryRows
from graphkb.catalogue.rows.divisions import DivisionAbove
from graphkb.records import Section


class DeclaredAndFound(Row):
    """Rows: how many were found, and how many the list says that it has, None where it says nothing."""

    found: int
    declared: int | None


class CategoryCount(DeclaredAndFound):
    category: str


class SectionCount(DeclaredAndFound):
    section: Section
    categories: list[CategoryCount]


class ListedDepartment(Row):
    department_id: str
    name: str
    named: bool
    delegated: int
    led: int
    taken_back: int


class ListEdition(Row):
    list_id: str
    edition: str
    current: bool


class ListEditionRead(ListEdition):
    title: str
    document: str


class Neighbour(Row):
    township_id: str
    township: str
    basic: int
    cooperative: int
    reclaimed: int


class TownshipSummaryParams(PagedParams):
    township: Text
    county: Text | None = None


class TownshipSummaryRow(PagedRow):
    county: str | None
    township: str
    township_id: str
    above: list[DivisionAbove]
    list_id: str
    title: str
    edition: str
    document: str
    sections: list[SectionCount]
    starred: int
    abolished: int
    with_law: int
    doubtful: int
    departments: list[ListedDepartment]
    departments_count: int
    editions: list[ListEditionRead]
    neighbours: list[Neighbour]


class CountySummaryParams(PagedParams):
    county: Text | None = None


class CountyDepartment(Row):
    department_id: str
    name: str
    delegated: int
    taken_back: int
    townships: int


class CountyCategory(SectionCategoryRows):
    townships: int


class CountyList(Neighbour):
    list_id: str
    edition: str


class CountySummaryRow(PagedRow):
    county: str
    county_id: str
    path: str
    townships: int
    basic: int
    cooperative: int
    reclaimed: int
    abolished: int
    starred: int
    with_law: int
    matters: int
    in_all: int
    in_one: int
    bodies: int
    departments: list[CountyDepartment]
    categories: list[CountyCategory]
    lists: list[CountyList]


class ListParams(Params):
    id: Text


class WholeListRow(Row):
    id: str
    county: str | None
    township: str
    township_id: str
    above: list[DivisionAbove]
    title: str
    edition: str
    current: bool
    inferred_place: list[str]
    document: str
    sha256: str
    format: str
    size: int
    first_line: int
    last_line: int
    first_seen: str
    last_seen: str
    sections: list[SectionCount]
    doubtful: int
    without_department: int
    editions: list[ListEdition]


FindingKind = Literal["no department", "unnamed body", "doubt", "count", "inferred place", "undated"]


class QualityParams(PagedParams):
    division: Text | None = None
    kind: FindingKind | None = None
    section: Section | None = None
    edition: Text | None = None


class QualityRow(PagedRow):
    kind: FindingKind
    county: str | None
    township: str
    township_id: str
    list_id: str
    edition: str
    document: str
    section: Section | None
    category: str | None
    duty_id: str | None
    number: str | None
    name: str | None
    says: str
    first_line: int | None
    last_line: int | None
