"""Each question through the API beside the same Cypher by the bare driver, in blocks that take turns within one run."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import neo4j

from graphkb import stores
from graphkb.catalogue import QUERIES
from graphkb.settings import Settings
from graphkb.stores.folder import DATABASE, USER, Folder
from graphkb.stores.opening import EmbeddedStore

BODY = "县水利局"
BLOCK = 20
"""Requests of one kind before those of the other: short enough to share the machine's weather, long enough to be at work."""


@contextlib.contextmanager
def bare_driver(store: stores.Store, settings: Settings) -> Iterator[tuple[neo4j.Driver, str]]:
    """The official driver with nothing around it, on the same store, and the name of its database."""
    if isinstance(store, EmbeddedStore):
        folder: Folder = store.folder
        state = folder.state()
        assert state is not None
        address, login, database = f"bolt://127.0.0.1:{state.bolt_port}", (USER, folder.password()), DATABASE
    else:
        assert settings.password is not None
        address, login = settings.store, (settings.user, settings.password.get_secret_value())
        database = settings.database
    with neo4j.GraphDatabase.driver(address, auth=login) as driver:
        yield driver, database


def measure(settings: Settings, requests: int) -> list[str]:
    """Return a table row a question: rows, API median and p99, bare median and p99 in ms, ratio of medians."""
    with stores.open_store(settings) as store, bare_driver(store, settings) as (driver, database):
        asked = _questions(store)
        with _serving(settings) as port, contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as client:
            idle = [_milliseconds(lambda: _get(client, "/healthz")) for _ in range(requests)]
            floor = f"no question (/healthz) | | {statistics.median(idle):.1f} | {_p99(idle):.1f} | | | |"
            return [
                floor,
                *(_row(name, path, given, client, driver, database, requests) for name, (path, given) in asked.items()),
            ]


def _questions(store: stores.Store) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return question → path of its route and the parameters that the route gives to the query."""
    duties = store.read(
        "MATCH (b:Department)-[:DELEGATES]->(d:Duty {current: true})<-[:ASSISTS]-(t:Township) WHERE b.name CONTAINS $part "
        "RETURN b.name AS body, d.id AS duty, t.name AS township ORDER BY b.name <> $body, d.id LIMIT 1",
        {"part": "水", "body": BODY},
    )[0]
    body, duty, township = duties["body"], duties["duty"], duties["township"]
    values = {
        "department_search": ("/v1/departments?text=水", {"text": "水"}),
        "department_delegations": (f"/v1/departments/{quote(body)}/delegations", {"department": body}),
        "duty": (f"/v1/duties/{duty}", {"id": duty}),
        "township_duties": (f"/v1/townships/{quote(township)}/duties", {"township": township}),
        "text_search": ("/v1/search?q=巡查", {"words": "巡查"}),
        "list_catalogue": ("/v1/queries/list_catalogue", {}),
    }
    return {name: (path, QUERIES[name].parse(given).to_cypher()) for name, (path, given) in values.items()}


def _row(
    name: str,
    path: str,
    values: dict[str, Any],
    client: http.client.HTTPConnection,
    driver: neo4j.Driver,
    database: str,
    requests: int,
) -> str:
    text = QUERIES[name].file.text
    if "limit" in values:
        values = {**values, "limit": values["limit"] + 1}

    def by_api() -> int:
        return int(json.loads(_get(client, path)).get("count", 1))

    def by_driver() -> int:
        return len(driver.execute_query(text, values, database_=database, routing_=neo4j.RoutingControl.READ).records)  # type: ignore[arg-type]  # a file of ours

    count = by_api()
    for _ in range(20):
        by_api()
        by_driver()
    api_ms, bare_ms = [], []
    for _ in range(requests // BLOCK):
        api_ms += [_milliseconds(by_api) for _ in range(BLOCK)]
        bare_ms += [_milliseconds(by_driver) for _ in range(BLOCK)]
    api, bare = statistics.median(api_ms), statistics.median(bare_ms)
    return f"{name} | {count} | {api:.1f} | {_p99(api_ms):.1f} | {bare:.1f} | {_p99(bare_ms):.1f} | {api / bare:.2f} |"


def _get(client: http.client.HTTPConnection, path: str) -> bytes:
    """Return the body. The plainest client there is, so that the server is measured and not the client."""
    client.request("GET", quote(path, safe="/?=&%"))
    answer = client.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status} {body[:200]!r}")
    return body


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _p99(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98]


@contextlib.contextmanager
def _serving(settings: Settings) -> Iterator[int]:
    """Run ``graphkb serve`` in a process of its own; yield its port once it is ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "GRAPHKB_STORE": settings.store, "GRAPHKB_USER": settings.user}
    if settings.password is not None:
        environment["GRAPHKB_PASSWORD"] = settings.password.get_secret_value()
    process = subprocess.Popen([sys.executable, "-m", "graphkb", "serve", "--port", str(port)], env=environment)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError, RuntimeError):
                _get(http.client.HTTPConnection("127.0.0.1", port), "/readyz")
                break
            time.sleep(0.1)
        else:
            raise RuntimeError("the API did not become ready within 20 s")
        yield port
    finally:
        process.terminate()
        process.wait(10)
