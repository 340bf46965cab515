"""``/v1/tasks``: is this task on the list, and who should act."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples
from api.answers import TaskAnswer
from api.asking import json_response
from api.openapi import answer_example, problem_responses
from api.searching import Searching
from graphkb.search.match import MatchParams

router = APIRouter(prefix="/v1/tasks", tags=["tasks"])


@router.get(
    "/match",
    response_model=TaskAnswer,
    summary="这件事在清单上吗",
    description=(
        "Which duties of a township, or of a county's townships, is this sentence about, and who should act? "
        "`on_list` is false where none fits (清单外); the rows are then only the nearest."
    ),
    responses={
        200: answer_example(examples.TASK),
        **problem_responses("invalid-request", "not-found", "store-failure", "store-unavailable"),
    },
)
def match_task(searching: Searching, asked: Annotated[MatchParams, Query()]) -> Response:
    """The rows that the sentence may be about, best first, each with who should act and why it was found."""
    answer = searching.matcher().match(asked)
    return json_response(
        {
            "on_list": answer.on_list,
            "says": answer.says,
            "rows": answer.hits,
            "count": len(answer.hits),
            "limit": asked.limit,
            "truncated": answer.truncated,
            "townships": answer.townships,
        }
    )
