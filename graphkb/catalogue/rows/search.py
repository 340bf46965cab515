"""Parameters and rows of questions by which texts are found: what the searching parts of the program read."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from graphkb.catalogue.query import LimitedParams, PagedParams, PagedRow, Row, Text


class MatchTownshipsParams(PagedParams):
    township: Text | None = None
    county: Text | None = None


class MatchTownshipRow(PagedRow):
    id: str
    county: str | None
    name: str
    path: str


class MatchDutiesParams(PagedParams):
    township: Text


class MatchDutyRow(PagedRow):
    duty_id: str
    section: str
    position: int
    number: str
    name: str
    category: str | None
    status: str
    departments: list[str]
    responsibilities: list[str]
    role: list[str]
    wordings: list[str]


class NamesParams(PagedParams):
    pass


class NameRow(PagedRow):
    kind: str
    id: str
    name: str
    others: list[str]
    place: str | None
    weight: int


class WorkingTogetherParams(LimitedParams):
    departments: Annotated[list[str], Field(max_length=1_000)]
    townships: Annotated[list[str], Field(max_length=1_000)]


class WorkingTogetherRow(Row):
    department_id: str
    department: str
    township_id: str
    township: str
    county: str | None
    delegated: int
    taken_back: int
