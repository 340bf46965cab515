"""``/v1/exports/{format}``: all of a place, or all of an answer, as a file."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field
from starlette.background import BackgroundTask
from starlette.responses import FileResponse

from api.asking import Asking
from api.openapi import problem_responses
from graphkb.catalogue import question_named
from graphkb.catalogue.query import Params, Text
from graphkb.errors import UsageError
from graphkb.export import FORMATS, Scope, export_answer, export_place
from graphkb.records import Section

router = APIRouter(prefix="/v1/exports", tags=["exports"])

FileFormat = Literal["jsonl", "csv", "xlsx", "graphml", "gexf", "jsonld"]


class ExportFilter(Params):
    """Which rows of a place; the answer to a question has that question's parameters instead."""

    division: Text | None = Field(None, description="only this division, of any level (id)")
    county: Text | None = Field(None, description="only the county of this name")
    section: Section | None = Field(None, description="only rows of this section")
    editions: Literal["current", "all"] = Field("current", description="each township's newest list, or all")
    question: Text | None = Field(
        None, description="instead: all rows of the answer to this question; its parameters beside"
    )


def _asked(request: Request) -> tuple[ExportFilter, dict[str, str]]:
    """Return what narrows the place, and the parameters of a question. Raises UsageError for what is not known."""
    given = dict(request.query_params)
    if "question" in given:
        return ExportFilter(question=given.pop("question")), given
    unknown = sorted(given.keys() - ExportFilter.model_fields.keys())
    if unknown:
        raise UsageError(f"{', '.join(unknown)}: unknown; there are {', '.join(ExportFilter.model_fields)}")
    try:
        return ExportFilter.model_validate(given), {}
    except ValueError as error:
        raise UsageError(f"exports: {error}") from None


def _parameters() -> list[dict[str, Any]]:
    """Return the filters for the OpenAPI document: the route takes a question's own parameters, too, which it cannot list."""
    schemas = {
        "division": {"type": "string", "maxLength": 200},
        "county": {"type": "string", "maxLength": 200},
        "section": {"type": "string", "enum": [section.value for section in Section]},
        "editions": {"type": "string", "enum": ["current", "all"]},
    }
    says = {name: field.description for name, field in ExportFilter.model_fields.items()}
    return [
        {"name": name, "in": "query", "description": says[name], "schema": schema} for name, schema in schemas.items()
    ]


_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "the file, whole",
        "content": {FORMATS[name].media_type.partition(";")[0]: {} for name in FileFormat.__args__},  # type: ignore[attr-defined]
    },
    **problem_responses("invalid-request", "not-found", "store-failure", "store-unavailable"),
}


@router.get(
    "/{format}",
    summary="导出",
    response_class=FileResponse,
    responses=_FILES,
    openapi_extra={"parameters": _parameters()},
)
def export_file(
    asking: Asking, format: FileFormat, asked: Annotated[tuple[ExportFilter, dict[str, str]], Depends(_asked)]
) -> Response:
    """All of a place for spreadsheets, Gephi or linked data; with `question`, all rows of its answer (jsonl, csv, xlsx).

    The file is complete before the first byte is sent: an error is a problem, never half a file.
    """
    wanted, params = asked
    chosen = FORMATS[format]
    folder = Path(tempfile.mkdtemp(prefix="graphkb-export-"))
    target = folder / f"export{chosen.suffix}"
    store = asking.connection.store()
    try:
        if wanted.question is not None:
            query = question_named(wanted.question)
            export_answer(store, chosen, query, query.parse(params), target)
            name = query.file.title
        else:
            scope = Scope(
                division=wanted.division,
                county=wanted.county,
                section=wanted.section,
                current=wanted.editions == "current",
            )
            export_place(store, chosen, scope, target, lambda done, total: None)
            name = f"{wanted.county or '全部'}履行职责事项"
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    # RFC 6266: the name in Chinese for browsers of today, one in ASCII for others.
    disposition = f"attachment; filename=\"graphkb{chosen.suffix}\"; filename*=UTF-8''{quote(name + chosen.suffix)}"
    return FileResponse(
        target,
        media_type=chosen.media_type,
        headers={"content-disposition": disposition},
        background=BackgroundTask(shutil.rmtree, folder, ignore_errors=True),
    )
