"""Parameters and rows of questions about lists, their editions and the dataset as a whole."""

from __future__ import annotations

from graphkb.catalogue.query import PagedParams, PagedRow, Params, Row, Text
from graphkb.records import Section


class ListCatalogueParams(PagedParams):
    division: Text | None = None
    edition: Text | None = None


class ListRow(PagedRow):
    list_id: str
    province: str | None
    prefecture: str | None
    county: str | None
    county_id: str | None
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


class TownshipEditionsParams(PagedParams):
    township: Text
    county: Text | None = None


class EditionRow(PagedRow):
    list_id: str
    county: str | None
    township: str
    township_id: str
    edition: str
    current: bool
    title: str
    document: str


class EditionDutiesParams(PagedParams):
    list: Text


class EditionDutyRow(PagedRow):
    id: str
    section: Section
    category: str | None
    number: str
    name: str
    departments: list[str]
    printed: list[str]
    clauses: list[str]
    matters: list[str]
    first_line: int | None
    last_line: int | None
    page: int | None
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
    matters_provisional: bool
