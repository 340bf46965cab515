"""``/v1/search`` and ``/v1/suggest``: things of all kinds by their words, and names as they are typed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples
from api.answers import SearchAnswer, SuggestAnswer
from api.asking import Asking, json_response
from api.openapi import answer_example, problem_responses
from api.searching import Searching
from graphkb.search.everything import SearchParams, search
from graphkb.search.suggest import SuggestParams

router = APIRouter(prefix="/v1", tags=["search"])

_PROBLEMS = ("invalid-request", "store-failure", "store-unavailable")


@router.get(
    "/search",
    response_model=SearchAnswer,
    summary="搜索",
    description=(
        "What has these words in its name, and which duties have them in a clause: departments, divisions, duties, "
        "functions, matters, laws and categories, best first."
    ),
    responses={200: answer_example(examples.SEARCH), **problem_responses(*_PROBLEMS, "not-found")},
)
def search_everything(asking: Asking, searching: Searching, asked: Annotated[SearchParams, Query()]) -> Response:
    """Things of all kinds with these words, best first."""
    found = search(asking.connection.store(), searching.suggester(), asked)
    total = None if found.truncated else len(found.rows)
    return json_response(
        {
            "rows": found.rows,
            "count": len(found.rows),
            "total": total,
            "limit": asked.limit,
            "truncated": found.truncated,
            "next": None,
        }
    )


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
    return json_response(
        {
            "rows": found.rows,
            "count": len(found.rows),
            "total": None if found.truncated else len(found.rows),
            "limit": asked.limit,
            "truncated": found.truncated,
            "next": None,
            "version": found.version,
            "stale": found.stale,
            "complete": found.complete,
        }
    )
