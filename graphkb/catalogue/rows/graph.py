"""Parameters and rows of questions about neighbours, paths, and departments × townships."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from graphkb.catalogue.query import LimitedParams, PagedParams, PagedRow, Params, Row, Text
from graphkb.records import Section

Ids = Annotated[str, Field(max_length=20_000)]
Relations = Annotated[str, Field(max_length=400)]


class NodeParams(Params):
    id: Text


class NodeRow(Row):
    id: str
    kind: str
    name: str
    place: str | None
    section: str | None
    number: str | None
    named: bool


class NeighbourCountsParams(LimitedParams):
    id: Text


class NeighbourCountRow(Row):
    relation: str
    direction: Literal["in", "out"]
    kind: str
    section: str | None = None
    count: int


class NeighboursParams(PagedParams):
    ids: Ids
    relation: Relations | None = None
    section: Section | None = None
    each: Annotated[int, Field(ge=1, le=5_000)] = 300


class NeighbourRow(PagedRow):
    start: str
    relation: str
    direction: Literal["in", "out"]
    id: str
    kind: str
    name: str
    place: str | None
    section: str | None
    number: str | None
    named: bool
    lead: bool | None
    delegated: int | None
    taken_back: int | None
    link: str | None
    score: float | None


class ColumnsParams(PagedParams):
    id: Text
    section: Section | None = None
    division: Text | None = None
    within: Text | None = None
    group: Literal["row", "matter", "category"] = "row"


class ColumnDepartment(Row):
    id: str
    name: str
    place: str
    named: bool
    relation: str
    rows: int


class ColumnTownship(Row):
    id: str
    name: str
    place: str
    relation: str
    rows: int


class ColumnRow(PagedRow):
    id: str
    kind: Literal["duty", "matter", "category"]
    name: str
    place: str | None
    section: str | None
    number: str | None
    rows: int
    departments: list[ColumnDepartment]
    townships: list[ColumnTownship]


class SharedDutiesParams(PagedParams):
    start: Text
    end: Text


class SharedDutyRow(PagedRow):
    duty_id: str
    section: str
    number: str
    name: str
    township: str
    place: str
    start_relations: list[str]
    end_relations: list[str]


class LinksBetweenParams(PagedParams):
    start: Text
    end: Text
    rows: Annotated[int, Field(ge=1, le=5_000)] = 2_000


class JoiningDuty(Row):
    id: str
    name: str
    section: str
    number: str
    place: str


class LinkBetweenRow(PagedRow):
    id: str
    kind: Literal["matter", "department", "township"]
    name: str
    place: str | None
    named: bool
    start_count: int
    end_count: int
    start_rows: list[JoiningDuty]
    end_rows: list[JoiningDuty]


class MatrixParams(PagedParams):
    division: Text
    section: Section | None = None
    townships: Annotated[int, Field(ge=1, le=60)] = 60


class MatrixCell(Row):
    id: str
    delegated: int
    taken_back: int


class MatrixRow(PagedRow):
    id: str
    name: str
    level: str | None = None
    named: bool
    place: str
    delegated: int
    taken_back: int
    reached: int
    cells: list[MatrixCell]


class MatrixTownshipsParams(PagedParams):
    division: Text
    section: Section | None = None


class MatrixTownshipRow(PagedRow):
    id: str
    name: str
    place: str
    delegated: int
    taken_back: int
    departments: int


class FlowDepartmentsParams(PagedParams):
    division: Text
    section: Section | None = None


class FlowShare(Row):
    id: str | None
    name: str | None
    rows: int


class FlowTownship(Row):
    id: str
    name: str
    place: str
    rows: int


class FlowDepartmentRow(PagedRow):
    id: str
    name: str
    place: str
    named: bool
    rows: int
    categories: list[FlowShare]


class FlowCategoriesParams(PagedParams):
    division: Text
    section: Section | None = None
    townships: Annotated[int, Field(ge=1, le=60)] = 30


class FlowCategoryRow(PagedRow):
    id: str | None
    name: str | None
    rows: int
    townships: list[FlowTownship]
