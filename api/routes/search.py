"""``/v1/search``: duties by their words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api import examples
from api.answers import SearchAnswer
from api.asking import Asking
from api.openapi import answering
from graphkb.catalogue import TEXT_SEARCH
from graphkb.catalogue.query import LimitedParams, Text
from graphkb.catalogue.rows import TextSearchParams

router = APIRouter(prefix="/v1/search", tags=["search"])


class SearchTerms(LimitedParams):
    """What may stand in the query string."""

    q: Text = Field(min_length=1, description="words as a user types them; all must occur")
    county: Text | None = None


@router.get("", response_model=SearchAnswer, **answering(TEXT_SEARCH, examples.SEARCH))
def search(asking: Asking, terms: Annotated[SearchTerms, Query()]) -> Response:
    """Duties with these words, best first."""
    return asking.rows(TEXT_SEARCH, TextSearchParams(words=terms.q, county=terms.county, limit=terms.limit))
