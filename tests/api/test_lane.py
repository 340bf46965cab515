"""The short way through the web framework answers as the usual one does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

import api
from api.app import MODULES
from api.lane import Lane
from graphkb.settings import Settings

pytestmark = pytest.mark.store

PATHS = [
    "/v1/catalog?limit=2",
    "/v1/departments?text=水&text=县",
    "/v1/departments/县水利局/delegations?county=青禾县",
    "/v1/departments/%E5%8E%BF%E6%B0%B4%E5%88%A9%E5%B1%80/delegations",
    "/v1/duties/duty-00000000000000000000",
    "/v1/departments/" + "长" * 201 + "/delegations?limit=0&other=1",
    "/v1/townships/石桥镇/duties?section=other&limit=x",
    "/v1/search",
    "/v1/queries",
    "/v1/queries/department_search?text=%20",
    "/v1/graph/neighbours?id=&depth=9",
    "/v1/catalog/",
    "/v1/departments/a/b/delegations",
]


@pytest.fixture(scope="module")
def usual(loaded_settings: Settings) -> Iterator[TestClient]:
    """A client of the same application, whose requests all go the usual way."""
    app = api.create_app(loaded_settings)
    app.router.routes[:] = [route for route in app.router.routes if not isinstance(route, Lane)]
    with TestClient(app, base_url="http://localhost") as started:
        yield started


def test_all_routes_that_ask_one_question_go_the_short_way() -> None:
    """A route that loses it by an unusual parameter would be slower, and nobody would see why."""
    routes = [route for module in MODULES for route in module.router.routes]
    paths = {getattr(route, "path", "") for route in routes}
    others = ("/v1/documents", "/v1/exports")  # received and sent as streams
    asked = {path for path in paths if path.startswith("/v1/") and not path.startswith(others)}
    assert asked <= Lane(routes).paths


@pytest.mark.parametrize("path", PATHS)
def test_both_ways_answer_alike(client: TestClient, usual: TestClient, path: str) -> None:
    """Answers, refusals and what they say of each parameter; only the order of several faults is left open."""
    short, long = client.get(path), usual.get(path)
    assert (short.status_code, short.headers.get("etag")) == (long.status_code, long.headers.get("etag"))
    assert normal(short.json()) == normal(long.json())


def normal(body: dict[str, object]) -> dict[str, object]:
    """Return the answer with the faults of a problem in one order."""
    errors = body.get("errors")
    if isinstance(errors, list):
        return {**body, "detail": None, "errors": sorted(errors, key=str)}
    return body
