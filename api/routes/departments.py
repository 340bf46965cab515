"""``/v1/departments`` and ``/v1/functions``: bodies above the townships, their lines of work, and what they delegate."""

from __future__ import annotations

from fastapi import APIRouter

from api.questions import list_route, whole_route
from graphkb.catalogue import (
    DEPARTMENT,
    DEPARTMENT_DELEGATIONS,
    DEPARTMENT_RECLAIMED,
    DEPARTMENT_SEARCH,
    FUNCTION_DELEGATIONS,
    FUNCTIONS,
)

router = APIRouter(prefix="/v1", tags=["departments"])

list_route(router, "/departments", DEPARTMENT_SEARCH)
whole_route(router, "/departments/{id}", DEPARTMENT, of="id")
list_route(router, "/departments/{department}/delegations", DEPARTMENT_DELEGATIONS, of="department")
list_route(router, "/departments/{department}/reclaimed", DEPARTMENT_RECLAIMED, of="department")
list_route(router, "/functions", FUNCTIONS)
list_route(router, "/functions/{function}/delegations", FUNCTION_DELEGATIONS, of="function", strict=True)
