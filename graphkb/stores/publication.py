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
    """What the ``Dataset`` node says: version and time of the last load, and the token of one that is being committed."""

    version: int
    loaded_at: str | None
    publishing: str | None

    def same_dataset(self, other: State) -> bool:
        """Tell whether nothing was loaded between the two."""
        return (self.version, self.loaded_at) == (other.version, other.loaded_at)


class _Look(NamedTuple):
    """What a look found, and when it began (monotonic seconds); None where a load was announced then."""

    state: State
    quiet_at: float | None

    def holds(self) -> bool:
        """Whether nothing can have been committed since."""
        return self.quiet_at is not None and time.monotonic() - self.quiet_at < _QUIET_SECONDS


class Publication:
    """One process's view of what is being published. Threads may share it."""

    def __init__(self) -> None:
        self._last: _Look | None = None
        self._dead: str | None = None

    def read(self, ask: Callable[[], T], look: Callable[[], State]) -> tuple[T, State | None]:
        """Return what ``ask`` finds, once that is of one state of the graph, and which; ``look`` tells the state as it is now.

        Where a look just before the question found nothing announced, the question was answered before any load could
        commit, and is not looked after. The state is None where a loader seems to have died while it published.
        """
        for _ in range(_TRIES):
            before = self._last
            found = ask()
            if before is not None and before.holds():
                return found, before.state
            last = self._look(look)
            if last.quiet_at is None:
                time.sleep(_WAIT_SECONDS)
            elif before is not None and last.state == before.state:
                return found, last.state
        self._dead = last.state.publishing
        return found, None

    def state(self, look: Callable[[], State]) -> State:
        """Return the state as it is now; asks ``look`` unless that was done a moment ago."""
        last = self._last
        return last.state if last is not None and last.holds() else self._look(look).state

    def _look(self, look: Callable[[], State]) -> _Look:
        at = time.monotonic()
        state = look()
        self._last = _Look(state, at if state.publishing in (None, self._dead) else None)
        return self._last


def state_of(session: Session) -> State:
    """Return the state as it is now; version 0 before the first load."""
    record = session.run(_STATE).single()
    return State(record["version"], record["loaded_at"], record["publishing"]) if record else State(0, None, None)


def announce(session: Session) -> None:
    """Tell readers that a load is about to be committed, and give those time that looked just before."""
    token = uuid.uuid4().hex
    session.execute_write(lambda tx: tx.run(read_file("write", "announce").text, token=token).consume())
    time.sleep(_ANNOUNCED_SECONDS)


def withdraw(session: Session) -> None:
    """Tell readers that it is committed, or will not be."""
    session.execute_write(lambda tx: tx.run(read_file("write", "withdraw").text).consume())
