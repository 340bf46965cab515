"""``/v1/graph``: what hangs on a node, three columns around it, what joins two; ``/v1/matrix`` and ``/v1/flows``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

import pydantic_core
from fastapi import APIRouter, Query, Response
from pydantic import Field

from api import graph_examples as examples
from api.asking import Asking
from api.openapi import answer_example, problem_responses
from api.questions import refuse_unknown
from graphkb.catalogue.division_tables import Flows, Matrix, flows_of, matrix_of
from graphkb.catalogue.graph import (
    MOST_HOPS,
    MOST_NODES,
    Columns,
    Neighbourhood,
    Paths,
    neighbourhood,
    paths_between,
    three_columns,
)
from graphkb.catalogue.query import Params, Row, Text
from graphkb.catalogue.rows import ColumnsParams
from graphkb.errors import NotFound
from graphkb.records import Section
from graphkb.stores import Store

router = APIRouter(prefix="/v1", tags=["graph"])

Key = Annotated[str, Field(max_length=2_000, description="`next` of the answer that this one goes on behind")]
Id = Annotated[
    Text,
    Field(min_length=1, description="id of any node: dept-…, duty-…, div-…, matter-…, law-…, cat-…, a function's slug"),
]
Division = Annotated[Text, Field(min_length=1, description="id of a division of any level")]
Part = Annotated[Section | None, Field(description="only basic, cooperative or reclaimed rows")]


def _responses(example: Row) -> dict[int | str, dict[str, Any]]:
    return {
        200: answer_example(example),
        **problem_responses("invalid-request", "not-found", "store-failure", "store-unavailable"),
    }


def _answered(asking: Asking, name: str, answer: Callable[[Store], Row], *ids: str) -> Response:
    """Return the answer about the nodes of these ids as JSON; its questions are counted together under the name.

    What a node or relation does not have is left out, for there are many of them. Raises Moved for a former id, NotFound for
    an unknown one.
    """
    try:
        with asking.timed(name):
            found = answer(asking.connection.store())
    except NotFound:
        for id in ids:
            refuse_unknown(asking, id, strict=True)
        raise
    return Response(pydantic_core.to_json(found, exclude_none=True, by_alias=True), media_type="application/json")


class NeighbourFilter(Params):
    """Whose neighbours, and which."""

    id: Id
    relation: Annotated[str, Field(max_length=400, pattern=r"^[A-Z_ ]*$")] | None = Field(
        None, description="only these relations, parted by spaces: DELEGATES ASSISTS"
    )
    section: Part = None
    depth: Annotated[
        int, Field(ge=1, le=MOST_HOPS, description="how many hops; from the second on 20 of each node")
    ] = 1
    after: Key = ""
    limit: Annotated[int, Field(ge=2, le=MOST_NODES, description="most nodes")] = MOST_NODES


@router.get(
    "/graph/neighbours", summary="邻居", response_model=Neighbourhood, responses=_responses(examples.NEIGHBOURS)
)
def list_neighbours(asking: Asking, params: Annotated[NeighbourFilter, Query()]) -> Response:
    """What hangs on a node: true counts by relation, direction, kind and section, and the neighbours themselves."""
    return _answered(
        asking,
        "graph_neighbours",
        lambda store: neighbourhood(
            store,
            params.id,
            relation=params.relation or None,
            section=params.section,
            depth=params.depth,
            after=params.after,
            limit=params.limit,
        ),
        params.id,
    )


class ColumnFilter(Params):
    """Around which node, and which of its rows."""

    id: Id
    section: Part = None
    division: Text | None = Field(None, description="only townships of this division, by its id")
    within: Text | None = Field(None, description="only rows of this matter or category, by its id")
    group: Literal["row", "matter", "category"] | None = Field(
        None, description="what stands in the middle; without it up to 40 rows stand alone, more are taken together"
    )
    after: Key = ""
    limit: Annotated[int, Field(ge=1, le=140, description="most rows or groups in the middle")] = 60


@router.get("/graph/columns", summary="三栏", response_model=Columns, responses=_responses(examples.COLUMNS))
def list_columns(asking: Asking, params: Annotated[ColumnFilter, Query()]) -> Response:
    """The rows that a node stands in, between their departments and townships; many rows taken together."""
    asked = ColumnsParams(**params.model_dump(exclude={"group"}))
    return _answered(asking, "graph_columns", lambda store: three_columns(store, asked, group=params.group), params.id)


class PathFilter(Params):
    """Between which two."""

    start: Id = Field(alias="from", description="id of a department or township")
    end: Id = Field(alias="to", description="id of another")
    depth: Annotated[int, Field(ge=2, le=4, description="most relations of a path")] = 4
    limit: Annotated[int, Field(ge=1, le=100, description="most rows, or nodes that join the two")] = 50


@router.get("/graph/paths", summary="路径", response_model=Paths, responses=_responses(examples.PATHS))
def list_paths(asking: Asking, params: Annotated[PathFilter, Query()]) -> Response:
    """The shortest ways between two departments, a department and a township, or two townships."""
    return _answered(
        asking,
        "graph_paths",
        lambda store: paths_between(store, params.start, params.end, depth=params.depth, limit=params.limit),
        params.start,
        params.end,
    )


class MatrixFilter(Params):
    """Of which division."""

    division: Division
    section: Part = None
    departments: Annotated[int, Field(ge=1, le=200, description="most departments, those of most rows")] = 60


@router.get("/matrix", summary="部门乡镇对照", response_model=Matrix, responses=_responses(examples.MATRIX))
def read_matrix(asking: Asking, params: Annotated[MatrixFilter, Query()]) -> Response:
    """How many rows stand between each department and each township; what is beyond the bounds is summed."""
    return _answered(
        asking,
        "division_matrix",
        lambda store: matrix_of(store, params.division, section=params.section, departments=params.departments),
        params.division,
    )


class FlowFilter(Params):
    """Of which division, and how much of it one by one."""

    division: Division
    section: Part = None
    departments: Annotated[int, Field(ge=1, le=60, description="most departments, those of most rows")] = 15
    townships: Annotated[int, Field(ge=1, le=60, description="most townships, those of most rows")] = 30


@router.get("/flows", summary="部门、类别、乡镇流向", response_model=Flows, responses=_responses(examples.FLOWS))
def read_flows(asking: Asking, params: Annotated[FlowFilter, Query()]) -> Response:
    """Department → category → township, counted in rows; what is beyond the bounds is summed."""
    return _answered(
        asking,
        "division_flows",
        lambda store: flows_of(
            store,
            params.division,
            section=params.section,
            departments=params.departments,
            townships=params.townships,
        ),
        params.division,
    )
