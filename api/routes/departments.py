"""``/v1/departments``: bodies above the townships, and what they delegate."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api import examples
from api.answers import DelegationAnswer, DepartmentAnswer
from api.asking import Asking
from api.openapi import answering
from api.paging import PageFilter
from graphkb.catalogue import DEPARTMENT_DELEGATIONS, DEPARTMENT_SEARCH
from graphkb.catalogue.query import Text
from graphkb.catalogue.rows import DepartmentDelegationsParams, DepartmentSearchParams

router = APIRouter(prefix="/v1/departments", tags=["departments"])


class DepartmentFilter(PageFilter):
    """Which departments."""

    text: Text = ""
    county: Text | None = None


class DelegationFilter(PageFilter):
    """What may stand in the query string beside a department in the path."""

    county: Text | None = None


@router.get("", response_model=DepartmentAnswer, **answering(DEPARTMENT_SEARCH, examples.DEPARTMENTS))
def find_departments(asking: Asking, asked: Annotated[DepartmentFilter, Query()]) -> Response:
    """Departments whose name or other plate holds the text."""
    params = DepartmentSearchParams(text=asked.text, county=asked.county, limit=asked.limit)
    return asking.rows(DEPARTMENT_SEARCH, params)


@router.get(
    "/{department}/delegations",
    response_model=DelegationAnswer,
    **answering(DEPARTMENT_DELEGATIONS, examples.DELEGATIONS),
)
def list_delegations(
    asking: Asking,
    department: Annotated[str, Path(max_length=200)],
    params: Annotated[DelegationFilter, Query()],
) -> Response:
    """Duties that the departments of this id, name or plate have townships assist with."""
    asked = DepartmentDelegationsParams(department=department, county=params.county, limit=params.limit)
    return asking.rows(DEPARTMENT_DELEGATIONS, asked)
