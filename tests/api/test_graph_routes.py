"""The graph routes on the three lists of :mod:`tests.api.lists`."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from graphkb.catalogue.division_tables import Flows, Matrix
from graphkb.catalogue.graph import Columns, Neighbourhood, Paths

pytestmark = pytest.mark.store


@pytest.fixture(scope="module")
def ids(client: TestClient) -> dict[str, str]:
    """Ids of the water bureau of 青禾县, of 石桥镇 and of its county."""
    water = client.get("/v1/departments?text=水务").json()["rows"][0]["id"]
    township = next(r for r in client.get("/v1/catalog").json()["rows"] if r["township"] == "石桥镇")["township_id"]
    above = client.get("/v1/graph/neighbours", params={"id": township, "relation": "PART_OF"}).json()["nodes"]
    return {"water": water, "township": township, "county": above[1]["id"]}


def test_neighbours_have_the_contracts_shape(client: TestClient, ids: dict[str, str]) -> None:
    """Helpers of other departments write against it: {nodes, edges, truncated, counts}."""
    body = client.get("/v1/graph/neighbours", params={"id": ids["water"], "relation": "DELEGATES"}).json()
    Neighbourhood.model_validate(body)
    assert [node["name"] for node in body["nodes"]] == ["县水利局", "农村饮水安全", "河道管护", "河道管护"]
    edge = body["edges"][0]
    assert (edge["from"], edge["relation"], edge["lead"]) == (ids["water"], "DELEGATES", True)
    assert {"relation": "WORKS_WITH", "direction": "out", "kind": "township", "count": 2} in body["counts"]
    assert body["truncated"] is False


def test_columns_lead_from_the_department_to_its_townships(client: TestClient, ids: dict[str, str]) -> None:
    """The picture that an official gets first."""
    found = Columns.model_validate(client.get("/v1/graph/columns", params={"id": ids["water"]}).json())
    assert [(node.kind, node.name) for node in found.nodes] == [
        ("department", "县水利局"),
        ("duty", "河道管护"),
        ("duty", "河道管护"),
        ("duty", "农村饮水安全"),
        ("township", "柳坪乡"),
        ("township", "石桥镇"),
    ]
    by_matter = client.get("/v1/graph/columns", params={"id": ids["water"], "group": "matter"}).json()
    assert [(node["name"], node.get("rows")) for node in by_matter["nodes"] if node["kind"] == "matter"] == [
        ("河道管护", 2),
        ("农村饮水安全", 1),
    ]


def test_paths_between_a_department_and_a_township(client: TestClient, ids: dict[str, str]) -> None:
    """From and to are words of Python and of Cypher; in the address they are what people expect."""
    found = client.get("/v1/graph/paths", params={"from": ids["water"], "to": ids["township"]}).json()
    Paths.model_validate(found)
    assert found["counts"] == {"paths": 2, "hops": 2}
    assert all(path[0] == ids["water"] and path[-1] == ids["township"] for path in found["paths"])


def test_matrix_and_flows_of_a_county(client: TestClient, ids: dict[str, str]) -> None:
    """Rows of departments and columns of townships, and the same by category."""
    matrix = Matrix.model_validate(client.get("/v1/matrix", params={"division": ids["county"]}).json())
    assert [row.name for row in matrix.departments][:2] == ["县水利局", "县农业农村局"]
    assert [column.name for column in matrix.townships] == ["柳坪乡", "石桥镇"]
    flows = Flows.model_validate(client.get("/v1/flows", params={"division": ids["county"]}).json())
    assert flows.counts.rows == matrix.counts.delegated + matrix.counts.taken_back


@pytest.mark.parametrize(
    ("path", "given", "status"),
    [
        ("/v1/graph/neighbours", {"id": "dept-none"}, 404),
        ("/v1/graph/neighbours", {}, 422),
        ("/v1/graph/neighbours", {"id": "x", "depth": 4}, 422),
        ("/v1/graph/neighbours", {"id": "x", "limit": 301}, 422),
        ("/v1/graph/neighbours", {"id": "x", "relation": "a) DETACH"}, 422),
        ("/v1/graph/columns", {"id": "duty-none"}, 404),
        ("/v1/graph/paths", {"from": "dept-none", "to": "div-none"}, 404),
        ("/v1/matrix", {"division": "div-none"}, 404),
        ("/v1/flows", {"division": "div-none", "county": "青禾县"}, 422),
    ],
)
def test_what_is_not_there_or_not_allowed_is_a_problem(
    client: TestClient, path: str, given: dict[str, Any], status: int
) -> None:
    """Unknown ids are 404, wrong parameters 422, never an empty picture."""
    answer = client.get(path, params=given)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
