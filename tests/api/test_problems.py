"""Every error is a problem detail of RFC 9457, and none tells what is the server's own business."""

from __future__ import annotations

import time
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import api
from api import connection
from api.problems import MEDIA_TYPE, TYPES, Problem
from graphkb.errors import GraphkbError, NotFound, StoreFailure, StoreUnavailable, UsageError
from graphkb.settings import Settings

NOWHERE = Settings(store="bolt://127.0.0.1:1")
"""A store that refuses every connection at once."""


def problem_of(response: httpx.Response) -> Problem:
    """Return the problem, after the checks that hold for all of them."""
    assert response.headers["content-type"] == MEDIA_TYPE
    problem = Problem.model_validate(response.json())
    assert problem.status == response.status_code
    assert problem.title
    assert problem.detail
    return problem


@pytest.mark.store
@pytest.mark.parametrize(
    ("path", "status", "name"),
    [
        ("/nowhere", 404, "no-such-address"),
        ("/static/nowhere.js", 404, "no-such-address"),
        ("/v1/duties/duty-00000000000000000000", 404, "not-found"),
        ("/v1/queries/nothing", 404, "not-found"),
        ("/problems/nothing", 404, "not-found"),
        ("/v1/search", 422, "invalid-request"),
        ("/v1/search?q=", 422, "invalid-request"),
        ("/v1/catalog?limit=0", 422, "invalid-request"),
        ("/v1/catalog?limit=5001", 422, "invalid-request"),
        ("/v1/catalog?limit=many", 422, "invalid-request"),
        ("/v1/departments?county=" + "长" * 201, 422, "invalid-request"),
        ("/v1/departments/x/delegations?section=basic", 422, "invalid-request"),
        ("/v1/townships/x/duties?section=other", 422, "invalid-request"),
        ("/v1/queries/duty", 422, "invalid-request"),
        ("/v1/queries/duty?id=x&nothing=1", 422, "invalid-request"),
    ],
)
def test_what_a_client_gets_wrong(client: TestClient, path: str, status: int, name: str) -> None:
    """A misspelt parameter that was ignored would be answered with what was not asked for."""
    problem = problem_of(client.get(path))
    assert (problem.status, problem.type) == (status, f"/problems/{name}")


@pytest.mark.store
def test_a_wrong_parameter_is_named(client: TestClient) -> None:
    """The detail is for people, the list of errors for forms."""
    problem = problem_of(client.get("/v1/catalog?limit=5001"))
    assert problem.detail == "query limit: Input should be less than or equal to 5000"
    assert [(fault.where, fault.name) for fault in problem.errors or []] == [("query", "limit")]


@pytest.mark.store
def test_a_method_that_is_not_served_is_refused_with_those_that_are(client: TestClient) -> None:
    """RFC 9110, section 15.5.6: a 405 names the allowed methods."""
    response = client.post("/v1/catalog")
    assert problem_of(response).type == "/problems/method-not-allowed"
    assert response.headers["allow"] == "GET"


def test_the_type_of_a_problem_leads_to_what_it_means() -> None:
    """RFC 9457, section 3.1.1, recommends that the type's address answers."""
    with TestClient(api.create_app(NOWHERE), base_url="http://localhost") as client:
        for name, problem in TYPES.items():
            body = client.get(f"/problems/{name}").json()
            assert (body["type"], body["status"]) == (f"/problems/{name}", problem.status)


def test_a_store_that_is_away_is_a_503_and_no_end(caplog: pytest.LogCaptureFixture) -> None:
    """The API may start before its database; the address of the database is for the log alone."""
    with TestClient(api.create_app(NOWHERE), base_url="http://localhost") as client:
        assert client.get("/healthz").json() == {"status": "alive"}
        for path in ("/readyz", "/v1/catalog"):
            response = client.get(path)
            assert problem_of(response).type == "/problems/store-unavailable"
            assert response.status_code == 503
            assert "127.0.0.1:1" not in response.text
    assert "127.0.0.1:1" in caplog.text


@pytest.mark.store
def test_a_store_that_comes_later_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No restart of the API once its store can be opened."""
    monkeypatch.setattr(connection, "_RETRY_SECONDS", 0.05)
    folder = tmp_path / "store"
    folder.write_text("a file where the folder should be")
    settings = Settings(store=f"embedded:{folder}", store_idle_seconds=0)
    with TestClient(api.create_app(settings), base_url="http://localhost") as client:
        assert client.get("/readyz").status_code == 503
        folder.unlink()
        time.sleep(0.1)
        assert client.get("/readyz").json()["status"] == "ready"


def test_an_address_that_is_not_understood_makes_no_application() -> None:
    """Waiting would not help: the setting is wrong."""
    with pytest.raises(UsageError, match="postgres"):
        api.create_app(Settings(store="postgres://x"))


@pytest.mark.parametrize(
    ("error", "status", "name", "told"),
    [
        (NotFound("There is no such thing."), 404, "not-found", True),
        (UsageError("That is no number."), 422, "invalid-request", True),
        (StoreUnavailable("The store embedded:lists is away."), 503, "store-unavailable", False),
        (StoreFailure("Syntax error in MATCH at line 3."), 500, "store-failure", False),
        (GraphkbError("Something new."), 500, "unexpected", False),
        (RuntimeError("password=hunter2"), 500, "unexpected", False),
    ],
)
def test_each_error_becomes_its_problem(error: Exception, status: int, name: str, told: bool) -> None:
    """A user's own mistake is explained; what happened inside the server is not."""
    app = api.create_app(NOWHERE)
    fail_with(app, error)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        response = client.get("/fails")
    problem = problem_of(response)
    assert (problem.status, problem.type) == (status, f"/problems/{name}")
    assert (str(error) in response.text) is told
    assert response.headers["x-content-type-options"] == "nosniff"


def fail_with(app: FastAPI, error: Exception) -> None:
    """Add a route that raises ``error``."""

    @app.get("/fails")
    def fails() -> None:
        raise error
