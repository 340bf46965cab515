"""Routes that answer one question of the catalogue: made from the question, so that they take and tell what it does.

The parameters of the question stand in the query string, but for the one that the path names; ``cursor`` takes the place of
``after``. What is asked for by an id that is not there is a 404, or a 308 to the id that it has become; a name that
nothing bears gives an empty list, for it is a search term.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Response
from fastapi import Query as InQuery
from pydantic import BaseModel, create_model

from api import examples
from api.answers import Rows
from api.asking import Asking, AskingFor, json_response
from api.openapi import answering
from api.paging import PageFilter
from graphkb.catalogue import FORMER_ID, NODE, Query
from graphkb.catalogue.query import Params
from graphkb.errors import Moved, NotFound

ID = re.compile(r"(dept|div|duty|law|list|matter)-[0-9a-f]{20}")
"""What an id looks like; anything else is a name."""


def list_route(
    router: APIRouter, path: str, query: Query[Any, Any], *, of: str | None = None, strict: bool = False
) -> None:
    """Add the route that answers ``query`` page by page.

    ``of`` is the parameter that the path names; ``strict`` says that it takes ids alone, whatever they look like.
    """
    row: Any = query.row
    answer = create_model(f"{_camel(query.name)}Answer", __base__=Rows[row])

    def ask(asking: AskingFor, asked: Any, **of_path: str) -> Response:
        filters = {name: getattr(asked, name) for name in type(asked).model_fields if name != "cursor"}
        response, count = asking.page(query, query.params(**filters, **of_path))
        if of is not None and count == 0:
            refuse_unknown(asking, of_path[of], strict=strict)
        return response

    filters = _filters(query, {of} if of else set())
    problems = () if of is None else ("not-found",)
    router.add_api_route(
        path,
        _with_signature(ask, f"list_{query.name}", of, filters),
        response_model=answer,
        **answering(query, _example_of_list(query, answer), *problems),
    )


def whole_route(router: APIRouter, path: str, query: Query[Any, Any], *, of: str) -> None:
    """Add the route that answers ``query`` with the one thing of the id in its path, as an object."""

    def ask(asking: AskingFor, **of_path: str) -> Response:
        row = asking.row(query, query.params(**of_path)) if ID.fullmatch(of_path[of]) else None
        if row is None:
            refuse_unknown(asking, of_path[of])
            raise NotFound(f"There is nothing of this kind with the id {of_path[of]}.")
        return json_response(row)

    router.add_api_route(
        path,
        _with_signature(ask, f"read_{query.name}", of, None),
        response_model=query.row,
        **answering(query, _example_of_row(query), "not-found"),
    )


def refuse_unknown(asking: AskingFor, id: str, strict: bool = False) -> None:
    """Raise Moved for a former id, NotFound for an id that nothing has; do nothing for what is there.

    Nor for a name, unless ``strict`` says that all are ids.
    """
    if not strict and not ID.fullmatch(id):
        return
    if asking.row(NODE, NODE.params(id=id)) is not None:
        return
    former = asking.row(FORMER_ID, FORMER_ID.params(id=id))
    if former is not None:
        raise Moved(id, former.id)
    raise NotFound(f"There is nothing with the id {id}.")


def _with_signature(
    ask: Callable[..., Response], name: str, of: str | None, filters: type[BaseModel] | None
) -> Callable[..., Response]:
    """Return the function under a name of its own, with the parameters that the framework is to see."""
    kind = inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter("asking", kind, annotation=Asking)]
    if of is not None:
        parameters.append(inspect.Parameter(of, kind, annotation=Annotated[str, Path(max_length=200)]))
    if filters is not None:
        parameters.append(inspect.Parameter("asked", kind, annotation=Annotated[filters, InQuery()]))
    ask.__name__ = name
    ask.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return ask


def _filters(query: Query[Any, Any], without: set[str]) -> type[Params]:
    """Return the model of the query string."""
    taken = without | set(PageFilter.model_fields) | {"after"}
    fields: dict[str, Any] = {
        name: (info.annotation if not info.metadata else Annotated[info.annotation, *info.metadata], info.default)
        if not info.is_required()
        else (Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation, ...)
        for name, info in query.params.model_fields.items()
        if name not in taken
    }
    return create_model(f"{_camel(query.name)}Filter", __base__=PageFilter, **fields)


def _example_of_list(query: Query[Any, Any], answer: type[BaseModel]) -> BaseModel | None:
    row = _example_of_row(query)
    if row is None:
        return None
    return answer(
        rows=[row], count=1, total=1, limit=query.params.model_fields["limit"].default, truncated=False, next=None
    )


def _example_of_row(query: Query[Any, Any]) -> BaseModel | None:
    """Return the example row; None for a question that has none yet."""
    row: dict[str, Any] | None = examples.ROWS.get(query.name)
    return None if row is None else query.row.model_validate(row)


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))
