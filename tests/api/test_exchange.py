"""What goes with every request: its id, its line in the log, its figures, the language of its problems, its end."""

from __future__ import annotations

import json
import logging
import threading
import time

import httpx
import pytest
import uvicorn
from fastapi.testclient import TestClient

import api
from api.headers import prefers_english
from api.logs import JsonLines
from graphkb.errors import Interrupted
from graphkb.settings import Settings
from graphkb.stores.errand import ERRAND

NOWHERE = Settings(store="bolt://127.0.0.1:1")
DUTY = "duty-0000000000000000000"


@pytest.fixture
def plain() -> TestClient:
    """A client of an application without a store."""
    return TestClient(api.create_app(NOWHERE), base_url="http://localhost", raise_server_exceptions=False)


def test_a_request_keeps_the_id_that_its_client_gave(plain: TestClient) -> None:
    """A proxy numbers requests, and its log and ours are to be laid side by side."""
    assert plain.get("/healthz", headers={"x-request-id": "abc-123.4_5"}).headers["x-request-id"] == "abc-123.4_5"


@pytest.mark.parametrize("given", ["", "x" * 65, "two words", '"}{', "号"])
def test_an_id_that_could_forge_a_log_is_replaced(plain: TestClient, given: str) -> None:
    """What a client sends goes into files that people and programs read."""
    answer = plain.get("/healthz", headers={"x-request-id": given.encode()})
    assert len(answer.headers["x-request-id"]) == 32


def test_the_log_is_json_with_the_request(plain: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """An operator searches by id, route and status; 5xx say why, under the same id."""
    with caplog.at_level(logging.INFO, "graphkb.api"):
        plain.get(f"/v1/duties/{DUTY}1", headers={"x-request-id": "r1"})
    line = json.loads(JsonLines().format(caplog.records[-1]))
    assert (line["request_id"], line["route"], line["status"]) == ("r1", "/v1/duties/{id}", 503)
    assert (line["level"], line["logger"]) == ("info", "graphkb.api")
    assert isinstance(line["milliseconds"], float)
    assert any(record.levelname == "ERROR" and "127.0.0.1:1" in record.getMessage() for record in caplog.records)


def test_figures_count_requests_by_route(plain: TestClient) -> None:
    """A path in a label would make a series for every id ever asked for."""
    plain.get(f"/v1/duties/{DUTY}1")
    plain.get(f"/v1/duties/{DUTY}2")
    plain.get("/nowhere/at/all")
    answer = plain.get("/metrics")
    lines = answer.text.splitlines()
    assert answer.headers["content-type"].startswith("text/plain")
    assert 'graphkb_http_requests_total{method="GET",route="/v1/duties/{id}",status="503"} 2.0' in lines
    assert 'graphkb_http_requests_total{method="GET",route="none",status="404"} 1.0' in lines
    assert "graphkb_store_up 0.0" in lines
    assert DUTY not in answer.text


@pytest.mark.store
def test_figures_tell_questions_and_store(client: TestClient) -> None:
    """Which question is slow, and is the database there?"""
    body = client.get("/v1/departments?text=水").json()["rows"][0]["id"]
    client.get("/v1/graph/neighbours", params={"id": body})
    text = client.get("/metrics").text
    assert 'graphkb_question_seconds_count{question="department_search"}' in text
    assert 'graphkb_question_seconds_count{question="graph_neighbours"}' in text
    assert "graphkb_store_up 1.0" in text
    assert "graphkb_dataset_version 3.0" in text


@pytest.mark.parametrize(
    ("accepted", "english"),
    [
        ("", False),
        ("zh-CN,zh;q=0.9,en;q=0.8", False),
        ("en-US,en;q=0.9,zh;q=0.8", True),
        ("en", True),
        ("de", False),
        ("*", False),
        ("en;q=0, zh;q=0.1", False),
        ("en;q=x", False),
    ],
)
def test_titles_are_chinese_unless_english_is_preferred(plain: TestClient, accepted: str, english: bool) -> None:
    """The users are Chinese; programs and their authors may ask otherwise."""
    assert prefers_english(accepted) is english
    title = plain.get("/nowhere", headers={"accept-language": accepted}).json()["title"]
    assert title == ("No such address" if english else "没有这个地址")


def test_a_request_that_takes_too_long_is_ended() -> None:
    """A question that nobody bounded must not hold a worker for ever; the errand's end is what its query sees."""
    app = api.create_app(NOWHERE.model_copy(update={"request_timeout_seconds": 0.3}))

    @app.get("/slow")
    def slow() -> None:
        errand = ERRAND.get()
        assert errand is not None
        for _ in range(100):
            errand.refuse_ended()
            time.sleep(0.05)

    with TestClient(app, base_url="http://localhost") as client:
        answer = client.get("/slow")
    assert (answer.status_code, answer.json()["type"]) == (504, "/problems/too-long")


def test_a_request_whose_client_has_gone_is_ended() -> None:
    """A reader who closes the page leaves no query behind."""
    app = api.create_app(NOWHERE)
    ended = threading.Event()

    @app.get("/slow")
    def slow() -> None:
        errand = ERRAND.get()
        assert errand is not None
        try:
            for _ in range(100):
                errand.refuse_ended()
                time.sleep(0.05)
        except Interrupted:
            ended.set()
            raise

    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"http://127.0.0.1:{port}/slow", timeout=0.4)
        assert ended.wait(3)
    finally:
        server.should_exit = True
        thread.join()


def test_other_origins_are_let_in_by_a_setting_alone() -> None:
    """The guide for the Neo4j Browser is fetched by a page that another port serves."""
    app = api.create_app(NOWHERE.model_copy(update={"cors_origins": "http://127.0.0.1:7474, http://localhost:7474"}))
    with TestClient(app, base_url="http://localhost") as client:
        let_in = client.get("/healthz", headers={"origin": "http://localhost:7474"}).headers
        kept_out = client.get("/healthz", headers={"origin": "http://evil.example"}).headers
    assert let_in["access-control-allow-origin"] == "http://localhost:7474"
    assert "access-control-allow-origin" not in kept_out
