"""The tools, asked by a real client of the protocol: over stdin and stdout, and over HTTP."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from fastmcp import Client
from fastmcp.client.transports import StdioTransport
from fastmcp.exceptions import ToolError

import api
from graphkb.agents.answers import MOST_ROWS
from graphkb.agents.server import make_server
from graphkb.search.searcher import Searcher
from graphkb.settings import Settings
from graphkb.stores import Store

pytestmark = pytest.mark.store

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {"search", "duty", "delegations", "compare", "match_task", "ask", "schema"}

Asks = Callable[[Client[Any]], Coroutine[Any, Any, Any]]


def asked(store: Store, asks: Asks) -> Any:
    """Return what a client that is connected in memory gets."""

    async def run() -> Any:
        async with Client(make_server(Searcher(lambda: store))) as client:
            return await asks(client)

    return asyncio.run(run())


def called(store: Store, tool: str, **given: Any) -> Any:
    """Return the answer of one tool."""

    async def call(client: Client[Any]) -> Any:
        return (await client.call_tool(tool, given)).data

    return asked(store, call)


def test_all_tools_say_that_they_read_only(samples: Store) -> None:
    """Clients ask people before they let an agent use what may write."""
    tools = asked(samples, lambda client: client.list_tools())
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        hints = tool.annotations.model_dump()
        assert (hints.get("readOnlyHint", hints.get("read_only_hint")), bool(tool.description)) == (True, True), (
            tool.name
        )


def test_the_delegations_of_a_body_tell_where_they_are_printed(samples: Store) -> None:
    """An agent that cites no source is not believed."""
    answer = called(samples, "delegations", department="县水利局", county="青禾县", limit=3)
    assert answer["dataset"]["version"] > 0
    assert (len(answer["rows"]), answer["truncated"]) == (3, True)
    assert answer["total"] > 3
    for row in answer["rows"]:
        assert row["document"].endswith(".txt")
        assert row["first_line"] <= row["last_line"]
        assert row["edition"]
    behind = called(samples, "delegations", department="县水利局", county="青禾县", limit=3, after=answer["next"])
    assert not {row["duty_id"] for row in behind["rows"]} & {row["duty_id"] for row in answer["rows"]}


def test_a_found_duty_is_had_whole(samples: Store) -> None:
    """Search gives ids, and the next call takes them."""
    found = called(samples, "search", text="河道", kind="duty", limit=5)["rows"]
    assert found
    assert all(row["printed_in"]["document"] and row["printed_in"]["edition"] for row in found)
    assert len({row["printed_in"]["first_line"] for row in found}) > 1
    duty = called(samples, "duty", id=found[0]["id"])["duty"]
    assert duty["id"] == found[0]["id"]
    assert duty["printed"]["name"]


def test_a_residents_sentence_is_matched(samples: Store) -> None:
    """The hotline's operator asks an agent who should act."""
    answer = called(samples, "match_task", text="河道里有人倒垃圾", township="石桥镇", county="青禾县")
    assert {"on_list", "says", "hits"} <= set(answer)
    assert all(hit["printed_in"]["first_line"] for hit in answer["hits"])


def test_townships_are_compared_and_any_question_is_asked(samples: Store) -> None:
    """What has no tool of its own is reached by its name."""
    compared = called(samples, "compare", division="青禾县", limit=2)
    assert len(compared["rows"]) == 2
    assert "compare" in {question["name"] for question in called(samples, "schema")["questions"]}
    lists = called(samples, "ask", question="list_catalogue", parameters={"limit": 5_000})
    assert len(lists["rows"]) <= MOST_ROWS


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("duty", {"id": "duty-none"}, "there is no duty 'duty-none'"),
        ("ask", {"question": "no_such"}, "there is no question 'no_such'"),
        ("ask", {"question": "duty"}, "its parameters are id"),
        ("match_task", {"text": "垃圾"}, "name the township"),
    ],
)
def test_an_error_tells_the_agent_what_to_do(samples: Store, tool: str, given: dict[str, Any], said: str) -> None:
    """An agent mends its call by the message; it sees no log."""
    with pytest.raises(ToolError, match=said):
        called(samples, tool, **given)


def test_the_command_serves_a_client_over_stdio(samples: Store) -> None:
    """Desktop programs start the command and speak to it by its stdin and stdout."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "GRAPHKB_STORE": samples.address}

    async def run() -> Any:
        transport = StdioTransport(sys.executable, ["-m", "graphkb", "mcp"], env=environment, cwd=str(ROOT))
        async with Client(transport) as client:
            tools = {tool.name for tool in await client.list_tools()}
            return tools, (await client.call_tool("delegations", {"department": "县水利局", "limit": 1})).data

    tools, answer = asyncio.run(run())
    assert tools == TOOLS
    assert len(answer["rows"]) == 1


def test_the_api_serves_a_client_over_http(samples: Store) -> None:
    """One server for officials' pages and for agents of the same office; off unless a setting wants it."""
    application = api.create_app(Settings(store=samples.address, mcp=True))

    def through_the_app(**given: Any) -> httpx.AsyncClient:
        given.pop("transport", None)
        return httpx.AsyncClient(transport=httpx.ASGITransport(application), **given)

    async def run() -> Any:
        from fastmcp.client.transports import StreamableHttpTransport

        async with application.router.lifespan_context(application):
            transport = StreamableHttpTransport("http://localhost/mcp", httpx_client_factory=through_the_app)
            async with Client(transport) as client:
                return (await client.call_tool("delegations", {"department": "县水利局", "limit": 1})).data

    assert len(asyncio.run(run())["rows"]) == 1


CALL = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
JSON = {"accept": "application/json, text/event-stream"}


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("localhost", None, 200),
        ("localhost", "http://localhost", 200),
        ("evil.example", None, 400),
        ("localhost", "http://evil.example", 403),
    ],
)
def test_foreign_names_and_origins_are_refused(samples: Store, host: str, origin: str | None, status: int) -> None:
    """A page of another site has its name resolve to this machine, and would ask in the name of who looks at it."""
    headers = {**JSON, "host": host, **({"origin": origin} if origin else {})}
    with TestClient(api.create_app(Settings(store=samples.address, mcp=True)), base_url="http://localhost") as client:
        assert client.post("/mcp", json=CALL, headers=headers).status_code == status


def test_without_the_setting_there_are_no_tools(samples: Store) -> None:
    """What nobody asked for is not served."""
    with TestClient(api.create_app(Settings(store=samples.address)), base_url="http://localhost") as client:
        assert client.post("/mcp", json=CALL, headers=JSON).status_code == 404
