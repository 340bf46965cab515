"""Parameters and rows of questions about matters: what rows of several townships have in common."""

from __future__ import annotations

from graphkb.catalogue.query import PagedParams, PagedRow, Row, Text
from graphkb.records import Section


class MattersParams(PagedParams):
    county: Text | None = None
    township: Text | None = None


class MatterInstance(Row):
    duty_id: str
    county: str | None
    township: str
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


class ReclaimedYetDelegatedRow(PagedRow):
    county: str | None
    township: str
    township_id: str
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
