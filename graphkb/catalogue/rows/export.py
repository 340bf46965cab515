"""Parameters and rows of the questions that exports ask: all of a place, a list at a time."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from graphkb.catalogue.query import LimitedParams, PagedParams, PagedRow, Row, Text
from graphkb.records import Section

ExportedIds = Annotated[list[str], Field(max_length=1_000)]


class ExportedListsParams(PagedParams):
    division: Text | None = None
    county: Text | None = None
    current: bool = True


class ExportedListRow(PagedRow):
    list_id: str
    township_id: str
    place: str
    edition: str


class ExportDutiesParams(PagedParams):
    list: Text
    section: Section | None = None


class ExportedDutyRow(PagedRow):
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


class ExportedNodesParams(PagedParams):
    list: Text
    section: Section | None = None


class ExportedNodeRow(PagedRow):
    id: str
    labels: list[str]
    properties: dict[str, Any]


class ExportedRelationsParams(PagedParams):
    list: Text
    section: Section | None = None


class ExportedRelationRow(PagedRow):
    from_id: str
    relation: str
    to_id: str
    properties: dict[str, Any]


class ExportedSharedNodesParams(LimitedParams):
    ids: ExportedIds


class SharedNodeRow(Row):
    id: str
    labels: list[str]
    properties: dict[str, Any]
    place: str | None


class ExportedSharedRelationsParams(PagedParams):
    ids: ExportedIds
