"""Parameters and rows of the question what stands for a former id."""

from __future__ import annotations

from graphkb.catalogue.query import Params, Row, Text


class FormerIdParams(Params):
    id: Text


class FormerIdRow(Row):
    id: str
    kind: str
    name: str
    at: str
