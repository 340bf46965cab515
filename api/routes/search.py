"""``/v1/search`` and ``/v1/suggest``: things of all kinds by their words, and names as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api import examples
from api.answers import SearchAnswer, SuggestAnswer
from api.asking import Asking, rows_response
from api.openapi import answer_example, problem_responses
from api.searching import Searching
from graphkb.search.everything import SearchParams, search
from graphkb.search.suggest import FoundRow, SuggestParams

router = APIRouter(prefix="/v1", tags=["search"])

_PROBLEMS = ("invalid-request", "store-failure", "store-unavailable")


@router.get(
    "/search",
    response_model=SearchAnswer,
    summary="搜索",
    description=(
        "What has these words in its name, and which duties have them in a clause: departments, divisions, duties, "
        "functions, matters, laws and categories, best first. Where a text names departments and townships (水利局 石桥镇), "
        "`together` tells which of them work with each other, and by how many rows."
    ),
    responses={200: answer_example(examples.SEARCH), **problem_responses(*_PROBLEMS, "not-found")},
)
def search_everything(asking: Asking, searching: Searching, asked: Annotated[SearchParams, Query()]) -> Response:
    """Things of all kinds with these words, best first."""
    found = search(asking.connection.store(), searching.suggester(), asked)
    return _unpaged(found.rows, asked.limit, found.truncated, together=found.together)


@router.get(
    "/suggest",
    response_model=SuggestAnswer,
    summary="输入提示",
    description=(
        "Names that match what is typed so far: Chinese, traditional characters, pinyin, initials, a mix of these, or a "
        "division's code; with one slip where nothing else matches."
    ),
    responses={200: answer_example(examples.SUGGEST), **problem_responses(*_PROBLEMS)},
)
def suggest_names(searching: Searching, asked: Annotated[SuggestParams, Query()]) -> Response:
    """Names of bodies, divisions, lines of work, matters, laws and categories, best first."""
    found = searching.suggester().suggest(asked)
    beside = {"together": found.together, "version": found.version, "stale": found.stale, "complete": found.complete}
    return _unpaged(found.rows, asked.limit, found.truncated, **beside)


def _unpaged(rows: Sequence[FoundRow], limit: int, truncated: bool, **beside: Any) -> Response:
    """Return rows of which there are no pages: how many there are in all, nobody has counted where they were cut."""
    return rows_response(rows, None if truncated else len(rows), limit, truncated, **beside)
