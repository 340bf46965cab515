"""Queries end when nobody waits for their answers any more."""

from __future__ import annotations

import threading
import time

import pytest

from graphkb.errors import Interrupted
from graphkb.stores import Store
from graphkb.stores.errand import ERRAND, Errand

ENDLESS = (
    "UNWIND range(1, 4000) AS a UNWIND range(1, 4000) AS b UNWIND range(1, 50) AS c RETURN sum(a * b % 7 + c) AS n"
)


def test_an_ended_errand_ends_its_query_at_once(store: Store) -> None:
    """The driver offers this for asyncio alone: this holds its inner names, too."""
    errand = Errand()
    timer = threading.Timer(0.5, errand.end, ("The client has gone.",))
    timer.start()
    token = ERRAND.set(errand)
    start = time.monotonic()
    try:
        with pytest.raises(Interrupted, match="gone"):
            store.read(ENDLESS)
        assert time.monotonic() - start < 5
        with pytest.raises(Interrupted):
            store.read("RETURN 1 AS n")
    finally:
        ERRAND.reset(token)
    assert store.read("RETURN 1 AS n") == [{"n": 1}]


@pytest.mark.parametrize("store_settings", ["neo4j-5.26", "neo4j-2026"], indirect=True)
def test_neo4j_stops_working_on_what_was_ended(store: Store) -> None:
    """An ended query must not go on to use the server; the embedded store has its host's time limit for that."""
    errand = Errand()
    threading.Timer(0.5, errand.end, ("The client has gone.",)).start()
    token = ERRAND.set(errand)
    try:
        with pytest.raises(Interrupted):
            store.read(ENDLESS)
    finally:
        ERRAND.reset(token)
    deadline = time.monotonic() + 5
    while running(store) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert running(store) == 0


def running(store: Store) -> int:
    """Return how many transactions run a query like ours."""
    query = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH $start RETURN count(*) AS n"
    return int(store.read(query, {"start": ENDLESS[:30]})[0]["n"])


def test_an_answer_notes_the_state_it_is_of(store: Store) -> None:
    """From this the API makes its ETags."""
    errand = Errand()
    token = ERRAND.set(errand)
    try:
        store.read("RETURN 1 AS n")
    finally:
        ERRAND.reset(token)
    assert errand.states == {store.state()}
