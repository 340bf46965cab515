"""``/v1/townships``: what a township does, assists with, and no longer does."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api import examples
from api.answers import TownshipDutyAnswer
from api.asking import Asking
from api.openapi import answering
from graphkb.catalogue import TOWNSHIP_DUTIES
from graphkb.catalogue.query import LimitedParams, Text
from graphkb.catalogue.rows import TownshipDutiesParams
from graphkb.records import Section

router = APIRouter(prefix="/v1/townships", tags=["townships"])


class DutyFilter(LimitedParams):
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
