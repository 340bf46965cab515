"""``/v1/queries``: every question of the catalogue by its name."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api import examples
from api.answers import ColumnInfo, ParameterInfo, QueryAnswer, QueryInfo, QueryInfos, Titled
from api.asking import Asking, rows_response
from api.openapi import answer_example, problem_responses
from graphkb.catalogue import QUESTIONS, Query
from graphkb.catalogue.query import keys_of
from graphkb.catalogue.titles import column_title, parameter_title
from graphkb.cypher_files import Field
from graphkb.errors import NotFound

router = APIRouter(prefix="/v1/queries", tags=["queries"])

_ANY_PARAMETERS = {
    "name": "parameters",
    "in": "query",
    "description": "the question's parameters, each under its own name: ?department=县水利局&limit=20",
    "style": "form",
    "explode": True,
    "schema": {"type": "object", "additionalProperties": {"type": "string"}},
    "example": {"department": "县水利局", "limit": "20"},
}


@router.get("", summary="问题目录", response_model=QueryInfos)
def list_queries() -> Response:
    """The questions with their parameters, columns and Cypher."""
    infos = [_info(query) for query in QUESTIONS.values()]
    return rows_response(infos, len(infos), limit=None, truncated=False)


@router.get(
    "/{name}",
    summary="按名称提问",
    response_model=QueryAnswer,
    responses={
        200: answer_example(examples.QUERY),
        **problem_responses("not-found", "invalid-request", "store-failure", "store-unavailable"),
    },
    openapi_extra={"parameters": [_ANY_PARAMETERS]},
)
def ask_query(asking: Asking, request: Request, name: str) -> Response:
    """The answer to a question; its parameters are those that ``/v1/queries`` lists, others are refused."""
    query = QUESTIONS.get(name)
    if query is None:
        raise NotFound(f"There is no question {name!r}; there are {', '.join(sorted(QUESTIONS))}.")
    return asking.rows(
        query,
        query.parse(
            {name: value for name, value in request.query_params.items() if name != "cursor" or not query.pages}
        ),
    )


def _info(query: Query[Any, Any]) -> QueryInfo:
    file = query.file
    return QueryInfo(
        name=query.name,
        title=file.title,
        title_en=file.title_en,
        question=file.question,
        parameters=[_parameter(query, field) for field in file.parameters],
        columns=[_column(query, field) for field in file.columns],
        cypher=file.text,
        href=f"/v1/queries/{query.name}",
    )


def _column(query: Query[Any, Any], field: Field) -> ColumnInfo:
    return ColumnInfo(
        **_titled(field.name).model_dump(),
        type=field.type,
        nullable=field.nullable,
        says=field.says,
        keys=[_titled(key) for key in keys_of(query.row.model_fields[field.name].annotation)],
    )


def _titled(name: str) -> Titled:
    title, title_en = column_title(name)
    return Titled(name=name, title=title, title_en=title_en)


def _parameter(query: Query[Any, Any], field: Field) -> ParameterInfo:
    declared = query.params.model_fields[field.name]
    title, title_en = parameter_title(field.name)
    return ParameterInfo(
        name=field.name,
        title=title,
        title_en=title_en,
        type=field.type,
        nullable=field.nullable,
        says=field.says,
        required=declared.is_required(),
        default=None if declared.is_required() else declared.default,
    )
