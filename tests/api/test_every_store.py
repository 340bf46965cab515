"""The routes on every store: that they answer, and the same."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

import api
from graphkb.settings import Settings
from graphkb.stores import Store
from tests.api.lists import load_lists

PATHS = {
    "/v1/catalog": 3,
    "/v1/search?q=巡河": 2,
    "/v1/departments?text=水": 2,
    "/v1/departments/县水利局/delegations?county=青禾县": 3,
    "/v1/townships/石桥镇/duties": 6,
    "/v1/queries/department_search?text=县": 5,
}


def test_routes_answer_alike_on_every_store(store: Store, store_settings: Settings) -> None:
    """The embedded store is for trying out, Neo4j for production: nothing may change in between."""
    load_lists(store)
    with TestClient(api.create_app(store_settings), base_url="http://localhost") as client:
        found: dict[str, Any] = {path: client.get(path).json()["count"] for path in PATHS}
        assert found == PATHS
        first = client.get("/v1/departments/县水利局/delegations?county=青禾县&limit=1").json()
        assert first["truncated"] is True
        duty = client.get(f"/v1/duties/{first['rows'][0]['duty_id']}").json()
        assert (duty["township"], duty["name"], duty["first_line"]) == ("柳坪乡", "河道管护", 10)
        assert client.get("/readyz").json()["schema_applied"] is True
