"""The Neo4j Browser's page may read the guide, and pages of nobody else may."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

import api
from graphkb.settings import Settings
from tools.write_browser_kit import files_of_kit

NOWHERE = Settings(store="bolt://127.0.0.1:1", host="kb.example")
LEAVE = "access-control-allow-origin"


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A client of an application whose store is not there: the guide needs none."""
    return TestClient(api.create_app(NOWHERE), base_url="http://kb.example")


@pytest.mark.parametrize("name", sorted(files_of_kit()))
def test_every_file_of_the_kit_is_served(client: TestClient, name: str) -> None:
    """Analysts fetch it from the server that their office has."""
    response = client.get(f"/browser-guide/{name}")
    assert response.status_code == 200
    assert response.content == files_of_kit()[name]


def test_another_name_is_not_found(client: TestClient) -> None:
    """Only the kit's own files, whatever else lies beside them."""
    for name in ("nothing.html", "..%2Fread%2Fduty.cypher"):
        assert client.get(f"/browser-guide/{name}").status_code == 404


@pytest.mark.parametrize(
    "origin", ["http://localhost:7474", "http://127.0.0.1:7474", "http://[::1]:7474", "https://kb.example:7473"]
)
def test_pages_of_this_machine_and_of_this_host_may_read_it(client: TestClient, origin: str) -> None:
    """``:guide`` sends headers that no simple request has, and one of them is a tracing library's: any is allowed."""
    asked = {"origin": origin, "access-control-request-method": "GET"}
    response = client.options(
        "/browser-guide/guide.html",
        headers=asked | {"access-control-request-headers": "cache-control,pragma,sentry-trace"},
    )
    assert response.status_code == 204
    assert response.headers[LEAVE] == origin
    assert response.headers["access-control-allow-headers"] == "*"
    assert client.get("/browser-guide/guide.html", headers={"origin": origin}).headers[LEAVE] == origin


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://localhost.evil.example",
        "http://kb.example.evil.example",
        "http://10.0.0.7:7474",
        "null",
        "",
        "file://localhost",
        "http://[::1",
    ],
)
def test_other_pages_may_not(client: TestClient, origin: str) -> None:
    """The guide is no secret, but what is open to all is soon copied to a route that is not."""
    response = client.get("/browser-guide/guide.html", headers={"origin": origin})
    assert response.status_code == 200
    assert LEAVE not in response.headers
    assert response.headers["vary"] == "origin"


@pytest.mark.parametrize("path", ["/v1/catalog", "/healthz", "/openapi.json", "/"])
def test_no_other_route_lets_foreign_pages_read(client: TestClient, path: str) -> None:
    """Answers of the API stay with pages of its own."""
    response = client.get(path, headers={"origin": "http://localhost:7474"})
    assert LEAVE not in response.headers
