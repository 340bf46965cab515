"""A short way through the web framework for plain reading routes: the same routes, declared once, at less cost a request.

FastAPI solves dependencies, parses parameters field by field and opens two stacks of contexts for every request, which
takes as long as the quicker questions themselves. Where a route is a plain function of path parameters, one model of the
query string and dependencies on the request alone, and returns a finished response, all of that is known beforehand: the
model parses the query string as a whole, and the function runs in a thread. Any other route goes its usual way.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
import re
import typing
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

_THREADS = 40
"""Questions that are asked at a time; others wait. As many as the framework's own pool has."""


@dataclass(frozen=True)
class _Plain:
    """A route and how its function's arguments are made."""

    route: APIRoute
    call: Callable[..., Response]
    path_params: tuple[Any, ...]  # FastAPI's ModelField, which it does not document
    query: tuple[str, type[BaseModel], frozenset[str]] | None  # argument, model, which of its parameters are lists
    dependencies: tuple[tuple[str, Callable[[Request], Awaitable[Any]]], ...]
    request_argument: str | None

    async def arguments(self, request: Request) -> dict[str, Any]:
        """Return the arguments. Raises RequestValidationError as FastAPI does."""
        faults: list[Any] = []
        made: dict[str, Any] = {}
        for field in self.path_params:
            given = request.path_params[field.alias]
            made[field.name], found = field.validate(given, {}, loc=("path", field.alias))
            faults += found
        if self.query is not None:
            argument, model, lists = self.query
            query = request.query_params
            values = {name: query.getlist(name) if name in lists else query[name] for name in query}
            try:
                made[argument] = model.model_validate(values)
            except ValidationError as error:
                faults += [{**f, "loc": ("query", *f["loc"])} for f in error.errors(include_url=False)]
        if faults:
            raise RequestValidationError(faults)
        for name, dependency in self.dependencies:
            made[name] = await dependency(request)
        if self.request_argument is not None:
            made[self.request_argument] = request
        return made


class Lane(BaseRoute):
    """All plain routes as one; stands before the others."""

    def __init__(self, routes: Iterable[BaseRoute]) -> None:
        plain = [found for route in routes if isinstance(route, APIRoute) and (found := _plain(route)) is not None]
        self._exact = {found.route.path: found for found in plain if not found.route.param_convertors}
        self._patterns: list[tuple[re.Pattern[str], _Plain]] = [
            (found.route.path_regex, found) for found in plain if found.route.param_convertors
        ]
        self._threads = ThreadPoolExecutor(_THREADS, "question")

    @property
    def paths(self) -> set[str]:
        """The templates of the routes that go this way."""
        return {*self._exact, *(found.route.path for _, found in self._patterns)}

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return whether a plain route serves this request (Starlette)."""
        if scope["type"] != "http" or scope["method"] != "GET":
            return Match.NONE, {}
        path = scope["path"]
        found = self._exact.get(path)
        if found is not None:
            return Match.FULL, {"route": found.route, "plain": found, "path_params": {}}
        for pattern, found in self._patterns:
            if (match := pattern.match(path)) is not None:
                return Match.FULL, {"route": found.route, "plain": found, "path_params": match.groupdict()}
        return Match.NONE, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request (ASGI)."""
        plain: _Plain = scope["plain"]
        scope["route"] = plain.route
        arguments = await plain.arguments(Request(scope, receive, send))
        work = functools.partial(copy_context().run, plain.call, **arguments)
        response = await asyncio.get_running_loop().run_in_executor(self._threads, work)
        await response(scope, receive, send)

    def url_path_for(self, name: str, /, **path_params: Any) -> Any:
        """Names are the routes' own business."""
        raise NotImplementedError(name)

    def close(self) -> None:
        """End the threads."""
        self._threads.shutdown(wait=False)


def _plain(route: APIRoute) -> _Plain | None:
    """Return the route as a plain one; None where it is more than that."""
    needs = route.dependant
    others = (needs.header_params, needs.cookie_params, needs.body_params)
    if route.methods != {"GET"} or any(others) or inspect.iscoroutinefunction(route.endpoint):
        return None
    if typing.get_type_hints(route.endpoint).get("return") is not Response or len(needs.query_params) > 1:
        return None
    if any(str(convertor.regex) != "[^/]+" for convertor in route.param_convertors.values()):
        return None
    query = None
    for field in needs.query_params:
        model = field.field_info.annotation
        if not (isinstance(model, type) and issubclass(model, BaseModel)):
            return None
        query = (field.name, model, _lists(model))
    dependencies = []
    for needed in needs.dependencies:
        if needed.name is None or needed.call is None or not _of_request_alone(needed):
            return None
        dependencies.append((needed.name, needed.call))
    return _Plain(route, route.endpoint, tuple(needs.path_params), query, tuple(dependencies), needs.request_param_name)


def _lists(model: type[BaseModel]) -> frozenset[str]:
    """Return the names, as clients write them, of parameters that may be given several times."""
    return frozenset(
        str(info.alias or name)
        for name, info in model.model_fields.items()
        if any(typing.get_origin(part) in (list, tuple, set) for part in _parts(info.annotation))
    )


def _parts(annotation: Any) -> list[Any]:
    return [annotation, *(part for inner in typing.get_args(annotation) for part in _parts(inner))]


def _of_request_alone(needed: Dependant) -> bool:
    parameters = list(inspect.signature(needed.call).parameters) if needed.call is not None else []
    return parameters == [needed.request_param_name] and inspect.iscoroutinefunction(needed.call)
