"""``/v1/townships``: what a township does, assists with, and no longer does."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api import examples
from api.asking import Asking, json_response
from api.openapi import answer_example, problem_responses
from api.questions import list_route, refuse_unknown, whole_route
from graphkb.catalogue import TOWNSHIP_DIFFERENCES, TOWNSHIP_DUTIES, TOWNSHIP_SUMMARY, EditionChanges, changes_of
from graphkb.catalogue.query import Params, Text

router = APIRouter(prefix="/v1/townships", tags=["townships"])


list_route(router, "/{township}/duties", TOWNSHIP_DUTIES, of="township")
list_route(router, "/{township}/differences", TOWNSHIP_DIFFERENCES, of="township")
whole_route(router, "/{township}", TOWNSHIP_SUMMARY, of="township")


class ChangesFilter(Params):
    """Which editions of which township of this name."""

    county: Text | None = None
    old: Text | None = None
    new: Text | None = None


@router.get(
    "/{township}/changes",
    response_model=EditionChanges,
    summary="清单变化",
    description="What changed between two editions of a township's list: without `old` and `new`, the last two.",
    responses={
        200: answer_example(examples.CHANGES),
        **problem_responses("invalid-request", "not-found", "store-failure", "store-unavailable"),
    },
)
def list_changes(
    asking: Asking, township: Annotated[str, Path(max_length=200)], params: Annotated[ChangesFilter, Query()]
) -> Response:
    """Rows added, dropped, reworded, moved, or with other departments or clauses, in the newer edition's order."""
    refuse_unknown(asking, township)
    with asking.timed("changes"):
        store = asking.connection.store()
        return json_response(changes_of(store, township, county=params.county, old=params.old, new=params.new))
