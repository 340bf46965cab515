"""What a browser gets: the page, the API's documentation, and what the types of problems mean."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

from api.answers import ProblemInfo
from api.problems import TYPES
from graphkb.errors import NotFound

STATIC = Path(__file__).parents[1] / "static"

router = APIRouter(include_in_schema=False)


@router.api_route("/", methods=["GET", "HEAD"])
async def page() -> FileResponse:
    """The page."""
    return FileResponse(STATIC / "index.html")


@router.api_route("/docs", methods=["GET", "HEAD"])
async def docs() -> FileResponse:
    """Swagger UI over the OpenAPI document, from own files."""
    return FileResponse(STATIC / "docs.html")


@router.get("/problems/{name}")
async def problem_type(name: str) -> ProblemInfo:
    """What the ``type`` of a problem detail points to."""
    if name not in TYPES:
        raise NotFound(f"There is no type of problem {name!r}; there are {', '.join(sorted(TYPES))}.")
    problem = TYPES[name]
    return ProblemInfo(
        type=f"/problems/{name}",
        title=problem.title,
        title_en=problem.title_en,
        status=problem.status,
        detail=problem.detail,
    )
