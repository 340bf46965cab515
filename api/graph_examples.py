"""Example answers of the graph routes for the OpenAPI document, of a fictional county."""

from __future__ import annotations

from graphkb.catalogue.division_tables import FlowCounts, Flows, Matrix, MatrixCounts, MatrixOthers
from graphkb.catalogue.graph import (
    ColumnCounts,
    Columns,
    GraphEdge,
    GraphNode,
    Neighbourhood,
    PathCounts,
    Paths,
)
from graphkb.catalogue.rows import MatrixCell, MatrixRow, MatrixTownshipRow, NeighbourCountRow

_COUNTY = "云岭省/澜川市/青禾县"
_BODY = GraphNode(id="dept-0123456789abcdef0123", kind="department", name="县水利局", place=_COUNTY)
_TOWNSHIP = GraphNode(id="div-0123456789abcdef0123", kind="township", name="石桥镇", place=f"{_COUNTY}/石桥镇")
_CATEGORY = GraphNode(id="cat-0123456789abcdef0123", kind="category", name="生态环保", rows=9)
_DUTY = GraphNode(
    id="duty-0123456789abcdef0123",
    kind="duty",
    name="河道采砂管理",
    place=f"{_COUNTY}/石桥镇",
    section="cooperative",
    number="31",
)
_DELEGATES = GraphEdge(start=_BODY.id, end=_DUTY.id, relation="DELEGATES")
_ASSISTS = GraphEdge(start=_TOWNSHIP.id, end=_DUTY.id, relation="ASSISTS")
_DIVISION = GraphNode(id="div-123456789abcdef01234", kind="county", name="青禾县", place=_COUNTY)

NEIGHBOURS = Neighbourhood(
    nodes=[_BODY, _DUTY],
    edges=[_DELEGATES.model_copy(update={"lead": True})],
    truncated=True,
    counts=[NeighbourCountRow(relation="DELEGATES", direction="out", kind="duty", section="cooperative", count=14)],
    next="dept-0123456789abcdef0123 aout 河道采砂管理 duty-0123456789abcdef0123",
)

COLUMNS = Columns(
    group="row",
    nodes=[_BODY.model_copy(update={"rows": 1}), _DUTY, _TOWNSHIP.model_copy(update={"rows": 1})],
    edges=[_DELEGATES.model_copy(update={"rows": 1}), _ASSISTS.model_copy(update={"rows": 1})],
    truncated=False,
    counts=ColumnCounts(rows=1, groups=1, departments=1, townships=1),
    next=None,
)

PATHS = Paths(
    nodes=[_BODY, _TOWNSHIP, _DUTY],
    edges=[_DELEGATES, _ASSISTS],
    paths=[[_BODY.id, _DUTY.id, _TOWNSHIP.id]],
    truncated=False,
    counts=PathCounts(paths=1, hops=2),
)

MATRIX = Matrix(
    division=_DIVISION,
    townships=[
        MatrixTownshipRow(
            id=_TOWNSHIP.id,
            name="石桥镇",
            place=f"{_COUNTY}/石桥镇",
            delegated=5,
            taken_back=2,
            departments=2,
            key="",
        )
    ],
    departments=[
        MatrixRow(
            id=_BODY.id,
            name="县水利局",
            level="county",
            named=True,
            place=_COUNTY,
            delegated=4,
            taken_back=2,
            reached=1,
            cells=[MatrixCell(id=_TOWNSHIP.id, delegated=4, taken_back=2)],
            key="",
        )
    ],
    others=MatrixOthers(
        departments=1, delegated=1, taken_back=0, cells=[MatrixCell(id=_TOWNSHIP.id, delegated=1, taken_back=0)]
    ),
    counts=MatrixCounts(departments=2, townships=1, delegated=5, taken_back=2),
    truncated=True,
)

FLOWS = Flows(
    division=_DIVISION,
    nodes=[_BODY.model_copy(update={"rows": 9}), _CATEGORY, _TOWNSHIP.model_copy(update={"rows": 9})],
    edges=[
        GraphEdge(start=_BODY.id, end=_CATEGORY.id, relation="flows", rows=9),
        GraphEdge(start=_CATEGORY.id, end=_TOWNSHIP.id, relation="flows", rows=9),
    ],
    truncated=False,
    counts=FlowCounts(departments=1, categories=1, townships=1, rows=9),
)
