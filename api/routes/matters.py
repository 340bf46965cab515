"""``/v1/matters`` and ``/v1/compare``: what rows of several townships have in common, and where the townships differ."""

from __future__ import annotations

from fastapi import APIRouter

from api.questions import list_route, whole_route
from graphkb.catalogue import COMPARE, MATTER, MATTERS

router = APIRouter(prefix="/v1", tags=["matters"])

list_route(router, "/matters", MATTERS)
whole_route(router, "/matters/{id}", MATTER, of="id")
list_route(router, "/compare", COMPARE)
