"""ETags: what is not new is not sent again, and what is new is never taken for old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import api
from graphkb.catalogue import Query
from graphkb.ingest import load_list
from graphkb.settings import Settings
from graphkb.stores import apply_schema, open_store, stop
from tests.builders import SHIQIAO, document, duty, duty_list

pytestmark = pytest.mark.store

READS = ["/v1/catalog", "/v1/departments?text=水", "/v1/townships/石桥镇/duties", "/v1/search?q=巡河", "/v1/queries"]


@pytest.fixture
def own_settings(tmp_path: Path) -> Iterator[Settings]:
    """The settings of a store that a test may load into."""
    settings = Settings(store=f"embedded:{tmp_path / 'store'}", keys=str(tmp_path / "keys.json"))
    yield settings
    stop(settings)


@pytest.mark.parametrize("path", READS)
def test_an_answer_is_not_asked_for_again(client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """A page that is opened again costs one look at the version, and no question."""
    first = client.get(path)
    tag = first.headers["etag"]
    assert re.fullmatch(r'W/"(3-)?[0-9a-f]{12}"', tag)
    assert "Accept-Language" in first.headers["vary"]
    monkeypatch.setattr(Query, "run", None)
    again = client.get(path, headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert again.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", READS)
def test_what_one_client_asked_for_another_gets_without_a_question(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """Sixteen officials open the same page of the same county: the store works once."""
    first = client.get(path)
    monkeypatch.setattr(Query, "run", None)
    again = client.get(path)
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers["x-request-id"] != first.headers["x-request-id"]
    assert {**again.headers, "x-request-id": ""} == {**first.headers, "x-request-id": ""}
    assert 'route="/v1/' in client.get("/metrics").text


def test_no_answers_are_kept_where_the_setting_says_so(
    loaded_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine with little memory serves all the same."""
    app = api.create_app(loaded_settings.model_copy(update={"answer_cache_mb": 0}))
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        assert client.get("/v1/catalog").status_code == 200
        monkeypatch.setattr(Query, "run", None)
        assert client.get("/v1/catalog").status_code == 500


def test_errors_have_no_tag(client: TestClient) -> None:
    """A duty that is not there may be there tomorrow."""
    assert "etag" not in client.get("/v1/duties/duty-00000000000000000000").headers
    assert "etag" not in client.get("/healthz").headers


def test_an_address_that_is_not_served_is_404_whatever_the_client_holds(client: TestClient) -> None:
    """A tag is of the dataset and not of an address."""
    tag = client.get("/v1/catalog").headers["etag"]
    assert client.get("/v1/nothing", headers={"if-none-match": tag}).status_code == 404


def test_a_load_makes_every_tag_old(own_settings: Settings) -> None:
    """Nobody may be shown yesterday's list for today's."""
    with open_store(own_settings) as store:
        apply_schema(store)
        with TestClient(api.create_app(own_settings), base_url="http://localhost") as client:
            empty = client.get("/v1/catalog")
            load_list(store, document("a"), duty_list(SHIQIAO, [duty(SHIQIAO, "basic", 1, "整治村容")]))
            loaded = client.get("/v1/catalog", headers={"if-none-match": empty.headers["etag"]})
            assert (loaded.status_code, loaded.json()["count"]) == (200, 1)
            assert loaded.headers["etag"] != empty.headers["etag"]
            assert client.get("/v1/catalog").json() == loaded.json()


def test_another_store_of_the_same_version_has_other_tags(
    client: TestClient, own_settings: Settings, loaded_settings: Settings
) -> None:
    """The demonstration and one's own lists are served under the same address, one after the other."""
    with TestClient(api.create_app(own_settings), base_url="http://localhost") as other:
        theirs = other.get("/v1/departments").headers["etag"]
    assert theirs != client.get("/v1/departments").headers["etag"]


def test_other_bounds_have_other_tags(client: TestClient, loaded_settings: Settings) -> None:
    """After a restart with a lower bound the same address has another answer."""
    app = api.create_app(loaded_settings.model_copy(update={"max_answer_rows": 7}))
    with TestClient(app, base_url="http://localhost") as other:
        assert other.get("/v1/catalog").headers["etag"] != client.get("/v1/catalog").headers["etag"]
