"""Keys: what needs one, which one, and what a file of them tells."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import api
from graphkb.errors import NotFound, UsageError
from graphkb.keys import Keys, Scope
from graphkb.settings import Settings


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """An empty file of keys."""
    return Keys(tmp_path / "keys.json")


def client_of(tmp_path: Path, **settings: bool) -> TestClient:
    """Return a client of an application without a store, with this file of keys."""
    app = api.create_app(Settings(store="bolt://127.0.0.1:1", keys=str(tmp_path / "keys.json"), **settings))
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False)


def test_a_key_is_found_by_its_token_until_it_is_revoked(keys: Keys) -> None:
    """The API reads the file again when the command has changed it: no restart."""
    key, token = keys.create("office", (Scope.LOAD,))
    other = Keys(keys._path)
    assert other.find(token) == key
    assert other.find(token + "x") is None
    keys.revoke("office")
    assert other.find(token) is None


def test_the_file_tells_no_key_and_nobody_else_reads_it(keys: Keys) -> None:
    """A stolen backup opens nothing."""
    _, token = keys.create("office", (Scope.READ,))
    assert token not in keys._path.read_text()
    assert token[4:] not in keys._path.read_text()
    assert stat.S_IMODE(keys._path.stat().st_mode) == 0o600
    assert len(token) == 47


def test_names_are_unique_and_unknown_ones_are_told(keys: Keys) -> None:
    """Revoking by a name that two keys bear would take away the wrong one."""
    keys.create("office", (Scope.READ,))
    with pytest.raises(UsageError, match="taken"):
        keys.create("office", (Scope.LOAD,))
    with pytest.raises(NotFound, match="graphkb key list"):
        keys.revoke("nobody")


def test_a_damaged_file_of_keys_opens_nothing(keys: Keys, tmp_path: Path) -> None:
    """Neither is everybody let in nor is the API dead: it says 500 and the log says why."""
    (tmp_path / "keys.json").write_text("{}}")
    with pytest.raises(UsageError, match="GRAPHKB_KEYS"):
        keys.find("gkb_x")
    headers = {"authorization": "Bearer gkb_x"}
    assert client_of(tmp_path).post("/v1/documents", headers=headers).status_code == 500


def test_reading_is_open_until_a_setting_closes_it(tmp_path: Path, keys: Keys) -> None:
    """On loopback everybody may ask; a server for many may ask who asks."""
    _, token = keys.create("reader", (Scope.READ,))
    open_, closed = client_of(tmp_path), client_of(tmp_path, read_key_required=True)
    assert open_.get("/v1/queries").status_code == 200
    refused = closed.get("/v1/queries")
    assert (refused.status_code, refused.json()["type"]) == (401, "/problems/key-needed")
    assert refused.headers["www-authenticate"] == "Bearer"
    assert closed.get("/metrics").status_code == 401
    assert closed.get("/v1/queries", headers={"authorization": f"Bearer {token}"}).status_code == 200
    assert closed.get("/v1/queries", headers={"authorization": f"Basic {token}"}).status_code == 401
    assert [closed.get(path).status_code for path in ("/", "/healthz", "/docs", "/openapi.json")] == [200] * 4


def test_loading_needs_a_key_for_loading(tmp_path: Path, keys: Keys) -> None:
    """Who may read may not therefore change what all read."""
    _, reader = keys.create("reader", (Scope.READ,))
    client = client_of(tmp_path)
    assert client.post("/v1/documents").status_code == 401
    refused = client.post("/v1/documents", headers={"authorization": f"Bearer {reader}"})
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/key-not-sufficient")
    assert "insufficient_scope" in refused.headers["www-authenticate"]


def test_who_may_load_may_read(tmp_path: Path, keys: Keys) -> None:
    """A program that loads looks at what it has loaded."""
    _, token = keys.create("loader", (Scope.LOAD,))
    client = client_of(tmp_path, read_key_required=True)
    assert client.get("/v1/queries", headers={"authorization": f"bearer {token}"}).status_code == 200
