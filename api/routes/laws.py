"""``/v1/laws``: laws and normative documents that lists cite, and the duties that cite them."""

from __future__ import annotations

from fastapi import APIRouter

from api.questions import list_route
from graphkb.catalogue import LAW_DUTIES, LAWS

router = APIRouter(prefix="/v1/laws", tags=["laws"])

list_route(router, "", LAWS)
list_route(router, "/{law}/duties", LAW_DUTIES, of="law")
