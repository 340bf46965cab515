"""Parameters and rows of questions that count: who delegates most, who takes back most, vague words."""

from __future__ import annotations

from graphkb.catalogue.query import PagedParams, PagedRow, Row, Text


class RankingParams(PagedParams):
    """Which rows are counted."""

    division: Text | None = None
    category: Text | None = None
    function: Text | None = None


class CategoryRows(Row):
    category: str
    rows: int


class TownshipRows(Row):
    township_id: str
    township: str
    rows: int


class DelegatorsParams(RankingParams):
    pass


class DelegatorRow(PagedRow):
    department: str
    department_id: str
    division: str
    named: bool
    delegated: int
    led: int
    townships: int
    categories: list[CategoryRows]
    most: list[TownshipRows]


class ReclaimersParams(RankingParams):
    pass


class ReclaimerRow(PagedRow):
    department: str
    department_id: str
    division: str
    named: bool
    taken_back: int
    delegated: int
    townships: int
    categories: list[CategoryRows]
    most: list[TownshipRows]


class WithoutSafeguardsParams(PagedParams):
    division: Text | None = None


class WithoutSafeguardsRow(PagedRow):
    department: str
    department_id: str
    division: str
    named: bool
    delegated: int
    led: int
    asked: int
    townships: int


class VagueVerbsParams(PagedParams):
    division: Text | None = None
    edition: Text | None = None


class VagueVerbsCounts(PagedRow):
    """Clauses of the townships' role, and those that leave open what is to be done."""

    items: int
    cooperate: int
    assist: int
    coordinate: int
    vague: int
    share: float


class VagueVerbsRow(VagueVerbsCounts):
    county: str | None
    township: str
    township_id: str
    list_id: str
    edition: str


class VagueVerbsByDepartmentParams(VagueVerbsParams):
    pass


class VagueVerbsByDepartmentRow(VagueVerbsCounts):
    department: str
    department_id: str
    division: str
    rows: int
