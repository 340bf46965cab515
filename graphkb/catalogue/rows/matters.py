"""Parameters and rows of questions about matters: what rows of several townships have in common."""

from __future__ import annotations

from graphkb.catalogue.query import PagedParams, PagedRow, Params, Row, Text
from graphkb.records import Section


class MattersParams(PagedParams):
    county: Text | None = None
    township: Text | None = None
    division: Text | None = None
    section: Section | None = None
    category: Text | None = None
    function: Text | None = None


class MatterInstance(Row):
    duty_id: str
    county: str | None
    township: str
    township_id: str
    section: str
    number: str
    name: str
    link: str
    score: float


class MatterRow(PagedRow):
    id: str
    title: str
    rows: list[MatterInstance]


class ReclaimedYetDelegatedParams(PagedParams):
    county: Text | None = None
    township: Text | None = None
    division: Text | None = None
    alike: bool = True
    repeated: bool = False


class ReclaimedYetDelegatedRow(PagedRow):
    county: str | None
    township: str
    township_id: str
    matter: str | None
    reclaimed_id: str
    reclaimed: str
    reclaimed_edition: str
    duty_id: str
    name: str
    section: Section
    edition: str
    link: str
    score: float
    shared: list[str]
    departments: list[str]


class MatterParams(Params):
    id: Text


class Wording(Row):
    name: str
    rows: int


class MatterDepartment(Row):
    department_id: str
    name: str
    delegated: int
    led: int
    taken_back: int


class MatterLaw(Row):
    law_id: str
    title: str
    rows: int


class MatterCounty(Row):
    division_id: str
    county: str
    lists: int
    basic: int
    cooperative: int
    reclaimed: int
    missing: int


class WholeMatterInstance(MatterInstance):
    edition: str
    method: str


class WholeMatterRow(Row):
    id: str
    title: str
    basic: int
    cooperative: int
    reclaimed: int
    townships: int
    wordings: list[Wording]
    departments: list[MatterDepartment]
    functions: list[str]
    laws: list[MatterLaw]
    counties: list[MatterCounty]
    rows: list[WholeMatterInstance]
    rows_count: int


class CompareParams(PagedParams):
    division: Text
    category: Text | None = None
    function: Text | None = None
    differing: bool = True


class MatterOfTownship(Row):
    duty_id: str
    section: Section
    number: str
    name: str
    link: str


class ComparedTownship(Row):
    township_id: str
    township: str
    rows: list[MatterOfTownship]


class ComparedMatterRow(PagedRow):
    matter_id: str
    matter: str
    basic: int
    cooperative: int
    reclaimed: int
    missing: int
    cells: list[ComparedTownship]


class TownshipDifferencesParams(PagedParams):
    township: Text
    county: Text | None = None
    category: Text | None = None
    function: Text | None = None


class OtherTownship(Row):
    township_id: str
    township: str
    sections: list[Section]


class TownshipDifferenceRow(PagedRow):
    matter_id: str
    matter: str
    county: str
    township: str
    township_id: str
    sections: list[str]
    basic: int
    cooperative: int
    reclaimed: int
    missing: int
    rows: list[MatterOfTownship]
    elsewhere: list[OtherTownship]
