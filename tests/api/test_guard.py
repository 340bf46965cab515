"""What every response carries, and under which names the server answers."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

import api
from graphkb.settings import Settings

NOWHERE = Settings(store="bolt://127.0.0.1:1", host="kb.example")


@pytest.fixture(scope="module")
def guarded() -> TestClient:
    """A client of an application that listens on kb.example and is also known as lists.example."""
    return TestClient(
        api.create_app(NOWHERE.model_copy(update={"allowed_hosts": "Lists.example, other.example"})),
        base_url="http://localhost",
    )


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8000",
        "LOCALHOST",
        "127.0.0.1:8000",
        "[::1]:8000",
        "10.0.0.7",
        "kb.example",
        "lists.example",
    ],
)
def test_own_names_and_addresses_are_served(guarded: TestClient, host: str) -> None:
    """An address cannot be rebound, and names are those that the operator gave."""
    assert guarded.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "[::1", "kb.example@evil"]
)
def test_foreign_names_are_refused(guarded: TestClient, host: str) -> None:
    """DNS rebinding: a page of evil.example whose name points to this machine must not read answers."""
    response = guarded.get("/v1/catalog", headers={"host": host})
    assert response.status_code == 400
    assert response.json()["type"] == "/problems/wrong-host"


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/healthz", "/openapi.json", "/static/style.css", "/nowhere", "/readyz"]
)
def test_every_response_forbids_foreign_and_inline_script(guarded: TestClient, path: str) -> None:
    """Texts of documents are shown on the page; should one ever get through as markup, it must not run."""
    headers = guarded.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_no_other_origin_may_read_answers(guarded: TestClient) -> None:
    """CORS is off."""
    headers = guarded.get("/healthz", headers={"origin": "https://evil.example"}).headers
    assert not [name for name in headers if name.startswith("access-control-")]
