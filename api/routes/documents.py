"""``/v1/documents``: a list is sent and checked, and loaded once somebody has looked at the check. Needs a key for loading."""

from __future__ import annotations

import asyncio
import re
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from api import examples
from api.asking import json_response
from api.documents import DocumentInfo, Documents
from api.openapi import answer_example, problem_responses
from graphkb.catalogue.query import Params, Text
from graphkb.errors import Interrupted, TooLarge
from graphkb.records import Place

router = APIRouter(prefix="/v1/documents", tags=["documents"])

_MEGABYTE = 1024 * 1024
_SILENCE_SECONDS = 30.0
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ALWAYS = ("key-needed", "key-not-sufficient", "not-offered", "invalid-request")
_REPORT_POLICY = "sandbox allow-scripts; frame-ancestors 'none'"
"""The page brings a policy of its own, which allows its style and script by their sums; here it is cut off from the API."""

Id = Annotated[str, Path(max_length=200)]


class Sent(Params):
    """What goes with a document: its name, and what it does not print of itself."""

    name: str = Field(min_length=1, max_length=200, description="file name with its extension")
    province: Text | None = Field(None, description="where the document does not print it; so do the others")
    prefecture: Text | None = None
    county: Text | None = None
    township: Text | None = None
    edition: Text | None = Field(None, description="2025, 2025-08 or 2025-08-01")


async def _documents(request: Request) -> Documents:
    documents = request.app.state.documents
    if documents is None:
        raise HTTPException(501)
    assert isinstance(documents, Documents)
    return documents


Kept = Annotated[Documents, Depends(_documents)]


@router.post(
    "",
    status_code=201,
    summary="上传并核对",
    response_model=DocumentInfo,
    responses={
        201: answer_example(examples.DOCUMENT),
        **problem_responses("too-large", "too-many", "too-slow", "unreadable-document", "store-unavailable", *_ALWAYS),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def send_document(request: Request, documents: Kept, sent: Annotated[Sent, Query()]) -> Response:
    """Send a document; the body is the file's bytes. It is read and checked, and nothing is loaded yet."""
    name = _UNPRINTABLE.sub("\ufffd", re.split(r"[/\\]", sent.name)[-1]) or "document"
    place = Place(province=sent.province, prefecture=sent.prefecture, county=sent.county, township=sent.township)
    with documents.receiving():
        data = await _body(request, name, request.app.state.most_bytes)
        info = await run_in_threadpool(documents.add, name, data, place, sent.edition)
    return json_response(info, 201, {"location": f"/v1/documents/{info.id}"})


@router.get(
    "/{id}",
    summary="上传文件的状态",
    response_model=DocumentInfo,
    responses={200: answer_example(examples.DOCUMENT), **problem_responses("not-found", *_ALWAYS)},
)
def read_document(documents: Kept, id: Id) -> Response:
    """The document's check report, what loading it would do or did, and how far that is."""
    return json_response(documents.info(id))


@router.delete(
    "/{id}", status_code=204, summary="放弃上传", responses=problem_responses("not-found", "conflict", *_ALWAYS)
)
def delete_document(documents: Kept, id: Id) -> Response:
    """Forget a document that was sent; what is loaded stays."""
    documents.delete(id)
    return Response(status_code=204)


@router.post(
    "/{id}/load",
    status_code=202,
    summary="确认载入",
    response_model=DocumentInfo,
    responses={202: answer_example(examples.DOCUMENT), **problem_responses("not-found", "conflict", *_ALWAYS)},
)
def load_document(documents: Kept, id: Id) -> Response:
    """Load the document, after those before it: this is the confirmation. Ask for its state to see how far it is."""
    return json_response(documents.load(id), 202)


@router.get(
    "/{id}/report.html",
    summary="核对报告",
    response_class=Response,
    responses={
        200: {"description": "the page", "content": {"text/html": {"schema": {"type": "string"}}}},
        **problem_responses("not-found", "not-offered", "invalid-request"),
    },
)
def read_report(documents: Kept, id: Id) -> Response:
    """The check report as a page, with the original text beside the reading; needs no key, as a browser opens it by itself."""
    return Response(documents.page(id), media_type="text/html", headers={"content-security-policy": _REPORT_POLICY})


async def _body(request: Request, name: str, most: int) -> bytes:
    """Return the request's body. Raises TooLarge as soon as it is, HTTPException 408 where nothing comes any more."""
    refused = TooLarge(f"{name}: the document is larger than {most // _MEGABYTE} MiB (GRAPHKB_MAX_UPLOAD_MB).")
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise refused
    data = bytearray()
    stream = aiter(request.stream())
    try:
        while True:
            data += await asyncio.wait_for(anext(stream), _SILENCE_SECONDS)
            if len(data) > most:
                raise refused
    except StopAsyncIteration:
        return bytes(data)
    except TimeoutError as error:
        raise HTTPException(408) from error
    except ClientDisconnect as error:
        raise Interrupted(f"{name}: its sender has gone.") from error
