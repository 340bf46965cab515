"""``/v1/duties``: one published row in full."""

from __future__ import annotations

from fastapi import APIRouter

from api.questions import list_route, whole_route
from graphkb.catalogue import DUTY, DUTY_ELSEWHERE

router = APIRouter(prefix="/v1/duties", tags=["duties"])

whole_route(router, "/{id}", DUTY, of="id")
list_route(router, "/{id}/elsewhere", DUTY_ELSEWHERE, of="id", strict=True)
