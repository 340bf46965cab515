"""``/v1/townships``: what a township does, assists with, and no longer does."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api import examples
from api.answers import TownshipDutyAnswer
from api.asking import Asking, json_response
from api.openapi import answer_example, answering, problem_responses
from api.paging import PageFilter
from graphkb.catalogue import TOWNSHIP_DUTIES, EditionChanges, changes_of
from graphkb.catalogue.query import Params, Text
from graphkb.catalogue.rows import TownshipDutiesParams
from graphkb.records import Section

router = APIRouter(prefix="/v1/townships", tags=["townships"])


class DutyFilter(PageFilter):
    """What may stand in the query string beside a township in the path."""

    county: Text | None = None
    section: Section | None = None


@router.get(
    "/{township}/duties", response_model=TownshipDutyAnswer, **answering(TOWNSHIP_DUTIES, examples.TOWNSHIP_DUTIES)
)
def list_duties(
    asking: Asking, township: Annotated[str, Path(max_length=200)], params: Annotated[DutyFilter, Query()]
) -> Response:
    """Duties of the townships of this id or name, by section and position."""
    asked = TownshipDutiesParams(township=township, county=params.county, section=params.section, limit=params.limit)
    return asking.rows(TOWNSHIP_DUTIES, asked)


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
    store = asking.connection.store()
    return json_response(changes_of(store, township, county=params.county, old=params.old, new=params.new))
