"""``/v1/lists``: one township's list in one edition, what changed in it; and ``/v1/quality``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from api import examples
from api.asking import Asking, json_response
from api.openapi import answer_example, problem_responses
from api.questions import list_route, refuse_unknown, whole_route
from graphkb.catalogue import LIST, QUALITY, EditionChanges, changes_of
from graphkb.errors import NotFound

router = APIRouter(prefix="/v1", tags=["lists"])

whole_route(router, "/lists/{id}", LIST, of="id")


@router.get(
    "/lists/{id}/changes",
    response_model=EditionChanges,
    summary="清单与上一版相比",
    description="What changed in a list since the edition before it.",
    responses={
        200: answer_example(examples.CHANGES),
        **problem_responses("invalid-request", "not-found", "store-failure", "store-unavailable"),
    },
)
def list_changes_of_list(asking: Asking, id: Annotated[str, Path(max_length=200)]) -> Response:
    """Rows added, dropped, reworded, moved, or with other departments or clauses; 404 for a list without an earlier one."""
    found = asking.row(LIST, LIST.params(id=id))
    if found is None:
        refuse_unknown(asking, id)
        raise NotFound(f"There is no list {id}.")
    editions = [edition.list_id for edition in found.editions]
    at = editions.index(id)
    if at == 0:
        raise NotFound(f"No edition before {found.edition} of {found.township} is loaded.")
    older = found.editions[at - 1].edition
    with asking.timed("changes"):
        return json_response(changes_of(asking.connection.store(), found.township_id, old=older, new=found.edition))


list_route(router, "/quality", QUALITY)
