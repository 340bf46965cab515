"""``/healthz`` and ``/readyz``: for whoever supervises the process."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api import examples
from api.answers import Alive, Ready
from api.asking import Asking, AskingFor
from api.metrics import CONTENT_TYPE
from api.openapi import answer_example, problem_responses
from graphkb.catalogue import DATASET, TEXT_SEARCH
from graphkb.catalogue.rows import DatasetParams, TextSearchParams
from graphkb.errors import GraphkbError, StoreFailure

router = APIRouter(tags=["health"])


@router.get("/healthz", summary="进程存活")
async def healthz() -> Alive:
    """The process is alive, whatever its store does."""
    return Alive(status="alive")


@router.get(
    "/readyz",
    summary="可以提供服务",
    responses={
        200: answer_example(examples.READY),
        **problem_responses("store-failure", "store-unavailable"),
    },
)
def readyz(asking: Asking) -> Ready:
    """The store answers; 503 where it does not. A store before its first load answers, and has no schema yet."""
    dataset = asking.row(DATASET, DatasetParams())
    return Ready(
        status="ready",
        store=asking.connection.store().kind,
        dataset_version=dataset.version if dataset else 0,
        schema_applied=_has_schema(asking),
    )


@router.get("/metrics", include_in_schema=False)
def metrics(request: Request, asking: Asking) -> Response:
    """Figures for Prometheus; the store is looked at once."""
    try:
        version = asking.connection.store().state().version
    except GraphkbError:
        version = None
    return Response(request.app.state.metrics.text(version), media_type=CONTENT_TYPE)


_NOWHERE = "readyz"
"""A word that no list holds: asking for it costs next to nothing."""


def _has_schema(asking: AskingFor) -> bool:
    """Whether the full-text index, which the schema makes last, is there to be asked."""
    try:
        asking.row(TEXT_SEARCH, TextSearchParams(words=_NOWHERE, limit=1))
    except StoreFailure:
        return False
    return True
