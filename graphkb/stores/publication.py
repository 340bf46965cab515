"""How readers are kept from seeing half of a load while it is being committed.

Both stores apply a committing transaction piece by piece, and a query that runs at that moment may see some of it: their
isolation is read-committed. So a load says on the one ``Dataset`` node that it is about to be committed, and counts the
dataset's version within the load's own transaction. A reader looks at that node after its query: where nothing is being
published and the version is what it was before the query, the rows are those of one state; otherwise it asks again.
In a cluster the two may be answered by different servers, and the guard is as good as these keep up with each other.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from neo4j import Session

from graphkb.cypher_files import read_file

T = TypeVar("T")

_STATE = read_file("write", "publication_state").text
_TRIES = 60
_WAIT_SECONDS = 0.025
"""Together longer than a list's commit takes; a reader that has waited so long takes the announcement for a dead loader's."""
_ANNOUNCED_SECONDS = 0.05
"""How long a load waits between its announcement and its commit …"""
_QUIET_SECONDS = 0.025
"""… so that for this time after a look that found nothing announced nothing is committed."""


class State(NamedTuple):
    """What the ``Dataset`` node says: the version, and the token of a load that is being committed."""

    version: int
    publishing: str | None


class Publication:
    """One process's view of what is being published. Threads may share it."""

    def __init__(self) -> None:
        self._seen: State | None = None
        self._quiet_at: float | None = None
        self._dead: str | None = None

    def read(self, ask: Callable[[], T], look: Callable[[], State]) -> T:
        """Return what ``ask`` finds, once that is of one state of the graph; ``look`` tells the state as it is now.

        Where a look just before the question found nothing announced, the question was answered before any load could
        commit, and is not looked after.
        """
        for _ in range(_TRIES):
            before, quiet_at = self._seen, self._quiet_at
            found = ask()
            if quiet_at is not None and time.monotonic() - quiet_at < _QUIET_SECONDS:
                return found
            at = time.monotonic()
            state = look()
            quiet = state.publishing in (None, self._dead)
            self._seen, self._quiet_at = state, at if quiet else None
            if quiet and state == before:
                return found
            if not quiet:
                time.sleep(_WAIT_SECONDS)
        self._dead = state.publishing
        return found


def state_of(session: Session) -> State:
    """Return the state as it is now; version 0 before the first load."""
    record = session.run(_STATE).single()
    return State(record["version"], record["publishing"]) if record else State(0, None)


def announce(session: Session) -> None:
    """Tell readers that a load is about to be committed, and give those time that looked just before."""
    token = uuid.uuid4().hex
    session.execute_write(lambda tx: tx.run(read_file("write", "announce").text, token=token).consume())
    time.sleep(_ANNOUNCED_SECONDS)


def withdraw(session: Session) -> None:
    """Tell readers that it is committed, or will not be."""
    session.execute_write(lambda tx: tx.run(read_file("write", "withdraw").text).consume())
