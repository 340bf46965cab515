"""Parameters and rows of questions about divisions."""

from __future__ import annotations

from typing import Literal

from graphkb.catalogue.query import PagedParams, PagedRow, Params, Row, Text

DivisionLevel = Literal["province", "prefecture", "county", "township"]


class DivisionsParams(PagedParams):
    parent: Text | None = None
    text: Text = ""
    level: DivisionLevel | None = None


class DivisionRow(PagedRow):
    id: str
    name: str
    level: DivisionLevel
    path: str
    code: str | None
    parent_id: str | None
    children: int
    townships: int
    departments: int


class DivisionParams(Params):
    id: Text


class DivisionAbove(Row):
    id: str
    name: str
    level: DivisionLevel


class DivisionBelow(DivisionAbove):
    townships: int
    basic: int
    cooperative: int
    reclaimed: int


class WholeDivisionRow(Row):
    id: str
    name: str
    level: DivisionLevel
    path: str
    code: str | None
    above: list[DivisionAbove]
    children: list[DivisionBelow]
    children_count: int
    townships: int
    basic: int
    cooperative: int
    reclaimed: int
    departments: int
