"""``/v1/catalog``: what is loaded."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples
from api.answers import CatalogAnswer
from api.asking import Asking
from api.openapi import answering
from api.paging import PageFilter
from graphkb.catalogue import DATASET, LIST_CATALOGUE
from graphkb.catalogue.query import Text
from graphkb.catalogue.rows import DatasetParams, ListCatalogueParams

router = APIRouter(prefix="/v1/catalog", tags=["catalog"])


class CatalogFilter(PageFilter):
    """Which lists."""

    division: Text | None = None
    edition: Text | None = None


@router.get("", response_model=CatalogAnswer, **answering(LIST_CATALOGUE, examples.CATALOG))
def read_catalog(asking: Asking, asked: Annotated[CatalogFilter, Query()]) -> Response:
    """The figures of the whole, and its lists of all editions."""
    params = ListCatalogueParams(division=asked.division, edition=asked.edition, limit=asked.limit)
    return asking.rows(LIST_CATALOGUE, params, dataset=asking.row(DATASET, DatasetParams()))
