"""``/v1/duties``: one published row in full."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from api import examples
from api.asking import Asking
from api.openapi import answering
from graphkb.catalogue import DUTY
from graphkb.catalogue.rows import DutyParams, DutyRow

router = APIRouter(prefix="/v1/duties", tags=["duties"])


@router.get("/{id}", response_model=DutyRow, **answering(DUTY, examples.DUTY, "not-found"))
def read_duty(asking: Asking, id: Annotated[str, Path(max_length=200)]) -> Response:
    """The duty with parties, clauses, role, laws, and where it is printed; 404 where there is none of this id."""
    return asking.existing(DUTY, DutyParams(id=id), f"There is no duty {id}.")
