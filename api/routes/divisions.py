"""``/v1/divisions``: provinces, prefectures, counties and townships, and what is loaded of them."""

from __future__ import annotations

from fastapi import APIRouter

from api.questions import list_route, whole_route
from graphkb.catalogue import DIVISION, DIVISIONS

router = APIRouter(prefix="/v1/divisions", tags=["divisions"])

list_route(router, "", DIVISIONS)
whole_route(router, "/{id}", DIVISION, of="id")
