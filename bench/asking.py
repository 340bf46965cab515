"""Each question by several doors, in blocks that take turns within one run.

The doors: the same Cypher by the bare driver; the API when nobody has asked before (its cache turned off) and when somebody
has; and Neo4j's own HTTP Query API, where the store is a Neo4j. One client asks, then sixteen at once.
"""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import neo4j

from graphkb import stores
from graphkb.catalogue import QUESTIONS
from graphkb.settings import Settings
from graphkb.stores.folder import DATABASE, USER, Folder
from graphkb.stores.opening import EmbeddedStore

BLOCK = 10
"""Requests of one client by one door before those of the next: short enough to share the machine's weather."""
CLIENTS = (1, 16)
Call = Callable[[str], int]
"""Asks the question of this name; returns how many rows came."""
Door = Callable[[ExitStack], Call]
"""Opens a connection that the stack closes, for one client."""

HEAD = [
    "| store | clients | question | rows | bare driver, ms | p99 | API, ms | p99 | to bare | asked before, ms | p99 | to bare "
    "| Neo4j HTTP, ms | p99 |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
]


@dataclass(frozen=True)
class Question:
    """A question of the catalogue as each door takes it: path of its route, and parameters of its text."""

    name: str
    path: str
    values: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The Cypher."""
        return QUESTIONS[self.name].file.text


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


def measure(settings: Settings, requests: int, http_port: int | None = None) -> list[str]:
    """Return the rows of a table (:data:`HEAD` without the store): medians and p99 in ms, and ratios of the medians.

    ``http_port`` is that of Neo4j's HTTP connector. Each door gets ``requests`` requests a question and client.
    """
    with stores.open_store(settings) as store, bare_driver(store, settings) as (driver, database), ExitStack() as run:
        asked = {question.name: question for question in _questions(store)}
        doors: dict[str, Door] = {
            "bare": lambda stack: _by_driver(asked, driver, database),
            "api": _by_api(asked, run.enter_context(_serving(settings, cache_mb=0))),
            "again": _by_api(asked, run.enter_context(_serving(settings, cache_mb=32))),
        }
        if http_port is not None:
            doors["http"] = _by_http(asked, http_port, settings)
        return [_row(name, doors, clients, requests) for clients in CLIENTS for name in asked]


def _questions(store: stores.Store) -> list[Question]:
    """Return the questions with values that the store has answers for: those of a body that delegates much."""
    there = store.read(
        "MATCH (b:Department)-[:DELEGATES]->(d:Duty {current: true})<-[:ASSISTS]-(t:Township) "
        "WITH b, t, count(d) AS duties, min(d.id) AS duty ORDER BY duties DESC, duty LIMIT 1 "
        "MATCH (:Duty {id: duty})-[:INSTANCE_OF]->(m:Matter) MATCH (l:Law)<-[:CITES]-(:Duty) "
        "RETURN b.id AS body, duty, t.id AS township, m.id AS matter, min(l.id) AS law LIMIT 1"
    )[0]
    body, duty, township, law, matter = (quote(there[k]) for k in ("body", "duty", "township", "law", "matter"))
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("department_search", "/v1/departments?text=水", {"text": "水"}),
        ("department", f"/v1/departments/{body}", {"id": body}),
        ("department_delegations", f"/v1/departments/{body}/delegations", {"department": body}),
        ("function_delegations", "/v1/functions/water/delegations", {"function": "water"}),
        ("township_summary", f"/v1/townships/{township}", {"township": township}),
        ("township_duties", f"/v1/townships/{township}/duties", {"township": township}),
        ("duty", f"/v1/duties/{duty}", {"id": duty}),
        ("matter", f"/v1/matters/{matter}", {"id": matter}),
        ("law_duties", f"/v1/laws/{law}/duties", {"law": law}),
        ("divisions", "/v1/divisions", {}),
        ("list_catalogue", "/v1/queries/list_catalogue", {}),
    ]
    return [Question(name, path, _bound(name, given)) for name, path, given in asked]


def _bound(name: str, given: dict[str, Any]) -> dict[str, Any]:
    values = QUESTIONS[name].parse(given).to_cypher()
    return {**values, "limit": values["limit"] + 1} if "limit" in values else values  # as the API asks: is there more?


def _by_driver(asked: Mapping[str, Question], driver: neo4j.Driver, database: str) -> Call:
    def call(name: str) -> int:
        question = asked[name]
        answer = driver.execute_query(
            question.text,  # type: ignore[arg-type]  # a file of ours
            dict(question.values),
            database_=database,
            routing_=neo4j.RoutingControl.READ,
        )
        return len(answer.records)

    return call


def _by_api(asked: Mapping[str, Question], port: int) -> Door:
    def opened(stack: ExitStack) -> Call:
        client = stack.enter_context(contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)))
        return lambda name: int(json.loads(_asked(client, "GET", asked[name].path)).get("count", 1))

    return opened


def _by_http(asked: Mapping[str, Question], port: int, settings: Settings) -> Door:
    """Neo4j Query API manual: ``POST /db/{database}/query/v2``."""
    assert settings.password is not None
    login = base64.b64encode(f"{settings.user}:{settings.password.get_secret_value()}".encode()).decode()
    headers = {"Authorization": f"Basic {login}", "Content-Type": "application/json", "Accept": "application/json"}
    path = f"/db/{settings.database}/query/v2"

    def opened(stack: ExitStack) -> Call:
        client = stack.enter_context(contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)))

        def call(name: str) -> int:
            question = asked[name]
            body = {"statement": question.text, "parameters": question.values, "accessMode": "READ"}
            answer = json.loads(_asked(client, "POST", path, json.dumps(body).encode(), headers))
            return len(answer["data"]["values"])

        return call

    return opened


def _asked(
    client: http.client.HTTPConnection,
    method: str,
    path: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Return the body. The plainest client there is, so that the server is measured and not the client."""
    try:
        client.request(method, quote(path, safe="/?=&%"), body, headers or {})
        answer = client.getresponse()
    except http.client.RemoteDisconnected:  # it idled while the other doors were asked
        client.close()
        client.request(method, quote(path, safe="/?=&%"), body, headers or {})
        answer = client.getresponse()
    content = answer.read()
    if answer.status not in (200, 202):
        raise RuntimeError(f"{path}: {answer.status} {content[:300]!r}")
    return content


def _row(name: str, doors: Mapping[str, Door], clients: int, requests: int) -> str:
    with ExitStack() as stack:
        calls = {door: [opened(stack) for _ in range(clients)] for door, opened in doors.items()}
        threads = stack.enter_context(ThreadPoolExecutor(clients))
        rows = {door: ones[0](name) for door, ones in calls.items()}
        if rows["api"] not in (rows["bare"], rows["bare"] - 1):
            raise RuntimeError(f"{name}: the API gives {rows['api']} rows, the driver {rows['bare']}")
        taken: dict[str, list[float]] = {door: [] for door in doors}
        for block in range(-1, requests // BLOCK):
            for door, ones in calls.items():
                blocks = threads.map(lambda call: [_milliseconds(call, name) for _ in range(BLOCK)], ones)
                taken[door] += [ms for one in blocks for ms in one] if block >= 0 else []  # the first one warms up
    median = {door: statistics.median(values) for door, values in taken.items()}
    cells = [str(clients), name, str(rows["api"])]
    for door, values in taken.items():
        cells += [f"{median[door]:.1f}", f"{statistics.quantiles(values, n=100)[98]:.1f}"]
        cells += [f"{median[door] / median['bare']:.2f}"] if door in ("api", "again") else []
    return " | ".join(cells + ["", ""] * ("http" not in doors)) + " |"


def _milliseconds(call: Call, name: str) -> float:
    start = time.perf_counter()
    call(name)
    return (time.perf_counter() - start) * 1000


@contextlib.contextmanager
def _serving(settings: Settings, cache_mb: int) -> Iterator[int]:
    """Run ``graphkb serve`` in a process of its own; yield its port once it is ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "GRAPHKB_STORE": settings.store,
        "GRAPHKB_USER": settings.user,
        "GRAPHKB_ANSWER_CACHE_MB": str(cache_mb),
    }
    if settings.password is not None:
        environment["GRAPHKB_PASSWORD"] = settings.password.get_secret_value()
    process = subprocess.Popen([sys.executable, "-m", "graphkb", "serve", "--port", str(port)], env=environment)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError, RuntimeError):
                _asked(http.client.HTTPConnection("127.0.0.1", port), "GET", "/readyz")
                break
            time.sleep(0.1)
        else:
            raise RuntimeError("the API did not become ready within 20 s")
        yield port
    finally:
        process.terminate()
        process.wait(10)
