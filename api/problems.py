"""Errors as ``application/problem+json`` (RFC 9457); what an error means in HTTP stands in :data:`PROBLEMS` only."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from graphkb.errors import NotFound, StoreFailure, StoreUnavailable, UsageError

MEDIA_TYPE = "application/problem+json"

_log = logging.getLogger("graphkb.api")


class Fault(BaseModel):
    """One parameter that is wrong."""

    where: str = Field(description="path or query")
    name: str = Field(description="the parameter")
    says: str = Field(description="what is wrong with it")


class Problem(BaseModel):
    """A problem detail of RFC 9457, section 3."""

    type: str = Field(description="which problem it is; the address answers with a description")
    title: str = Field(description="the kind of problem, in Chinese")
    status: int = Field(description="the HTTP status again")
    detail: str = Field(description="what is wrong this time, in English")
    instance: str = Field(description="path of the request")
    errors: list[Fault] | None = Field(None, description="wrong parameters, one by one")


@dataclass(frozen=True)
class ProblemType:
    """A row of the table. ``detail`` is what every such problem says; None: the error's own words."""

    name: str
    status: int
    title: str
    detail: str | None = None


INVALID = ProblemType("invalid-request", 422, "请求参数有误")
WRONG_HOST = ProblemType(
    "wrong-host",
    400,
    "不接受这个主机名",
    "The Host header names a machine that this API does not serve; use localhost, an IP address or an allowed name.",
)
UNEXPECTED = ProblemType(
    "unexpected", 500, "程序出错", "The program failed unexpectedly; the server's log has the particulars."
)
PROBLEMS: dict[type[Exception], ProblemType] = {
    NotFound: ProblemType("not-found", 404, "没有找到"),
    UsageError: INVALID,
    RequestValidationError: INVALID,
    # Their own words name folders and addresses of the server, and go to its log.
    StoreUnavailable: ProblemType(
        "store-unavailable",
        503,
        "图数据库暂时连接不上",
        "The store cannot be reached; /readyz tells when it is back, the server's log why it is away.",
    ),
    StoreFailure: ProblemType(
        "store-failure",
        500,
        "图数据库出错",
        "The store failed while it answered; the server's log has the particulars.",
    ),
}
"""Error → problem, for the errors that routes meet; any other exception is :data:`UNEXPECTED`."""

REFUSALS: dict[int, ProblemType] = {
    404: ProblemType("no-such-address", 404, "没有这个地址", "Nothing is served at this address; /docs lists what is."),
    405: ProblemType("method-not-allowed", 405, "不支持这种请求方法", "This address does not answer this method."),
}
"""Status → problem, for what the web framework refuses by itself."""

TYPES: dict[str, ProblemType] = {
    problem.name: problem for problem in (*PROBLEMS.values(), *REFUSALS.values(), WRONG_HOST, UNEXPECTED)
}


def problem_response(
    problem: ProblemType,
    path: str,
    detail: str = "",
    errors: list[Fault] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the problem as a response; ``detail`` is used where the problem's type has none of its own."""
    body = Problem(
        type=f"/problems/{problem.name}",
        title=problem.title,
        status=problem.status,
        detail=problem.detail or detail,
        instance=quote(path),
        errors=errors,
    )
    return Response(
        body.model_dump_json(exclude_none=True), problem.status, headers=dict(headers or {}), media_type=MEDIA_TYPE
    )


def install(app: FastAPI, headers: Mapping[str, str]) -> None:
    """Answer every error of ``app`` with a problem; ``headers`` go on those that no middleware sees any more."""

    async def on_known(request: Request, error: Exception) -> Response:
        problem = next(PROBLEMS[kind] for kind in type(error).__mro__ if kind in PROBLEMS)
        if problem.status >= 500:
            _log.error("%s %s: %s", request.method, request.url.path, error)
        return problem_response(problem, request.url.path, str(error))

    async def on_invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        faults = [_fault(found) for found in error.errors()]
        detail = "; ".join(f"{fault.where} {fault.name}: {fault.says}" for fault in faults)
        return problem_response(INVALID, request.url.path, detail, faults)

    async def on_refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        unnamed = ProblemType("unexpected", error.status_code, HTTPStatus(error.status_code).phrase, str(error.detail))
        problem = REFUSALS.get(error.status_code, unnamed)
        return problem_response(problem, request.url.path, headers=error.headers)

    async def on_unexpected(request: Request, error: Exception) -> Response:
        return problem_response(UNEXPECTED, request.url.path, headers=headers)

    for kind in PROBLEMS:
        app.add_exception_handler(kind, on_known)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_refused)
    app.add_exception_handler(Exception, on_unexpected)


def _fault(found: Mapping[str, object]) -> Fault:
    """Return one entry of pydantic's list of errors, whose ``loc`` starts with the part of the request."""
    location = found["loc"]
    where, *names = location if isinstance(location, tuple | list) else (location,)
    return Fault(where=str(where), name=".".join(map(str, names)), says=str(found["msg"]))
