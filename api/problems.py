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
from starlette.responses import RedirectResponse
from starlette.types import Scope

from api.headers import header, prefers_english
from graphkb.errors import (
    ArchiveInput,
    Conflict,
    DamagedInput,
    EmptyInput,
    ForeignFormat,
    Interrupted,
    Moved,
    NoDutyList,
    NotFound,
    OversizedInput,
    ProtectedInput,
    QueryTooLong,
    ScanInput,
    StoreFailure,
    StoreUnavailable,
    TooLarge,
    TooMany,
    UnreadableInput,
    UsageError,
)

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
    title: str = Field(description="the kind of problem, in Chinese, or in English where Accept-Language asks for that")
    status: int = Field(description="the HTTP status again")
    detail: str = Field(description="what is wrong this time, in English")
    reason: str | None = Field(
        None, description="of a document that cannot be read: why, and what to do, in the title's language"
    )
    instance: str = Field(description="path of the request")
    errors: list[Fault] | None = Field(None, description="wrong parameters, one by one")


@dataclass(frozen=True)
class ProblemType:
    """A row of the table. ``detail`` is what every such problem says; None: the error's own words."""

    name: str
    status: int
    title: str
    title_en: str
    detail: str | None = None


INVALID = ProblemType("invalid-request", 422, "请求参数有误", "Invalid request")
WRONG_HOST = ProblemType(
    "wrong-host",
    400,
    "不接受这个主机名",
    "Wrong host",
    "The Host header names a machine that this API does not serve; use localhost, an IP address or an allowed name.",
)
NO_KEY = ProblemType(
    "key-needed",
    401,
    "需要访问密钥",
    "Key needed",
    "Send a key as `Authorization: Bearer KEY`; `graphkb key create` makes one.",
)
WRONG_SCOPE = ProblemType(
    "key-not-sufficient", 403, "密钥权限不足", "Key not sufficient", "This key is not for that; see `graphkb key list`."
)
UNEXPECTED = ProblemType(
    "unexpected",
    500,
    "程序出错",
    "Unexpected fault",
    "The program failed unexpectedly; the server's log has the particulars.",
)
TOO_LONG = ProblemType(
    "too-long",
    504,
    "查询超时",
    "Taking too long",
    "The answer took longer than a request may; narrow the question: a county, a section, a lower limit.",
)
PROBLEMS: dict[type[Exception], ProblemType] = {
    NotFound: ProblemType("not-found", 404, "没有找到", "Not found"),
    UsageError: INVALID,
    RequestValidationError: INVALID,
    # Their own words name folders and addresses of the server, and go to its log.
    StoreUnavailable: ProblemType(
        "store-unavailable",
        503,
        "图数据库暂时连接不上",
        "Store unavailable",
        "The store cannot be reached; /readyz tells when it is back, the server's log why it is away.",
    ),
    StoreFailure: ProblemType(
        "store-failure",
        500,
        "图数据库出错",
        "Store failure",
        "The store failed while it answered; the server's log has the particulars.",
    ),
    # Why it is so, REASONS says in a few words.
    UnreadableInput: ProblemType("unreadable-document", 422, "文件无法读取", "Unreadable document"),
    TooLarge: ProblemType("too-large", 413, "文件过大", "Too large"),
    TooMany: ProblemType("too-many", 429, "待处理的文件过多", "Too many at once"),
    Conflict: ProblemType("conflict", 409, "当前状态下不能这样做", "Not in this state"),
    QueryTooLong: TOO_LONG,
    Interrupted: TOO_LONG,
}
"""Error → problem, for the errors that routes meet; any other exception is :data:`UNEXPECTED`."""

REASONS: dict[type[UnreadableInput], tuple[str, str]] = {
    EmptyInput: ("文件是空的，请换一份有内容的", "The file is empty; give another one"),
    DamagedInput: (
        "文件已损坏，请重新下载，或打开后另存一份",
        "The file is damaged; get another copy, or save it again",
    ),
    ProtectedInput: ("文件设有密码，请去掉密码后另存一份", "The file is protected by a password; save it without one"),
    ForeignFormat: (
        "不能读取这种格式，请另存为 Word（.docx）、Excel（.xlsx）、PDF 或纯文本",
        "This format is not read; save it as Word (.docx), Excel (.xlsx), PDF or plain text",
    ),
    ArchiveInput: ("这是压缩包，请解压后逐个上传", "This is an archive; unpack it and send the files one by one"),
    OversizedInput: (
        "内容超出一份清单的规模，请只留清单，或拆成几份",
        "It is larger than a duty list; give the list alone",
    ),
    ScanInput: (
        "这是扫描件，而服务器没有安装文字识别；请用带文字的文件，或请管理员安装",
        "This is a scan, and the server has no recognition of characters; give a document with text",
    ),
    NoDutyList: (
        "文件里没有找到清单，请核对它是不是乡镇履行职责事项清单",
        "No duty list was found in it; check that this is a township's list",
    ),
}
"""Kind of unreadable document → why, and what to do, in Chinese and English; its own words (detail) have the particulars."""

REFUSALS: dict[int, ProblemType] = {
    404: ProblemType(
        "no-such-address",
        404,
        "没有这个地址",
        "No such address",
        "Nothing is served at this address; /docs lists what is.",
    ),
    405: ProblemType(
        "method-not-allowed",
        405,
        "不支持这种请求方法",
        "Method not allowed",
        "This address does not answer this method.",
    ),
    408: ProblemType(
        "too-slow", 408, "上传中断", "Too slow", "Nothing more came of the document for too long; send it again."
    ),
    501: ProblemType(
        "not-offered", 501, "本服务不接收文件", "Not offered", "This server takes no documents; `graphkb serve` does."
    ),
}
"""Status → problem, for what the web framework refuses by itself."""

TYPES: dict[str, ProblemType] = {
    problem.name: problem
    for problem in (*PROBLEMS.values(), *REFUSALS.values(), WRONG_HOST, NO_KEY, WRONG_SCOPE, UNEXPECTED)
}


def problem_response(
    problem: ProblemType,
    scope: Scope,
    detail: str = "",
    errors: list[Fault] | None = None,
    headers: Mapping[str, str] | None = None,
    reason: tuple[str, str] | None = None,
) -> Response:
    """Return the problem of the request (ASGI scope) as a response, its title in the language that the client prefers.

    ``detail`` is used where the problem's type has none of its own; ``reason`` is in Chinese and English.
    """
    english = prefers_english(header(scope, b"accept-language"))
    body = Problem(
        type=f"/problems/{problem.name}",
        title=problem.title_en if english else problem.title,
        status=problem.status,
        detail=problem.detail or detail,
        instance=quote(scope["path"]),
        errors=errors,
        reason=reason[english] if reason else None,
    )
    return Response(
        body.model_dump_json(exclude_none=True), problem.status, headers=dict(headers or {}), media_type=MEDIA_TYPE
    )


def install(app: FastAPI, headers: Mapping[str, str]) -> None:
    """Answer every error of ``app`` with a problem; ``headers`` go on those that no middleware sees any more."""

    async def on_known(request: Request, error: Exception) -> Response:
        problem = next(PROBLEMS[kind] for kind in type(error).__mro__ if kind in PROBLEMS)
        if problem.status >= 500:
            _log.log(
                logging.WARNING if problem is TOO_LONG else logging.ERROR,
                "%s %s: %s",
                request.method,
                request.url.path,
                error,
            )
        reason = REASONS.get(type(error)) if isinstance(error, UnreadableInput) else None
        return problem_response(problem, request.scope, str(error), reason=reason)

    async def on_invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        faults = [_fault(found) for found in error.errors()]
        detail = "; ".join(f"{fault.where} {fault.name}: {fault.says}" for fault in faults)
        return problem_response(INVALID, request.scope, detail, faults)

    async def on_refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        phrase = HTTPStatus(error.status_code).phrase
        unnamed = ProblemType("unexpected", error.status_code, phrase, phrase, str(error.detail))
        problem = REFUSALS.get(error.status_code, unnamed)
        return problem_response(problem, request.scope, headers=error.headers)

    async def on_unexpected(request: Request, error: Exception) -> Response:
        _log.error("%s %s", request.method, request.url.path, exc_info=error)
        return problem_response(
            UNEXPECTED, request.scope, headers={**headers, "x-request-id": request.scope.get("request_id", "")}
        )

    async def on_moved(request: Request, error: Exception) -> Response:
        assert isinstance(error, Moved)
        asked = quote(request.url.path) + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(asked.replace(error.former, error.now), 308)

    for kind in PROBLEMS:
        app.add_exception_handler(kind, on_known)
    app.add_exception_handler(Moved, on_moved)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_refused)
    app.add_exception_handler(Exception, on_unexpected)


def _fault(found: Mapping[str, object]) -> Fault:
    """Return one entry of pydantic's list of errors, whose ``loc`` starts with the part of the request."""
    location = found["loc"]
    where, *names = location if isinstance(location, tuple | list) else (location,)
    return Fault(where=str(where), name=".".join(map(str, names)), says=str(found["msg"]))
