"""On whose behalf queries run, so that they end when nobody waits for their answers any more.

Whoever asks for others (a request of the API) makes an :class:`Errand` and sets it as the context's; a store notes there
which sessions it uses, and of which states of the graph its answers are. Ending an errand shuts the sockets of its sessions:
Neo4j ends the transaction of a connection that closes. The embedded engine goes on, until the time limit of its host.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

from neo4j import Session

from graphkb.errors import Interrupted
from graphkb.stores.publication import State


class Errand:
    """The queries of one request. ``states`` are those its answers are of; None stands for one that is not known."""

    def __init__(self) -> None:
        self.states: set[State | None] = set()
        self._lock = threading.Lock()
        self._sessions: set[Session] = set()
        self._reason = ""

    @property
    def state(self) -> State | None:
        """The state that all its answers are of; None where that is not one, or not known."""
        return next(iter(self.states)) if len(self.states) == 1 else None

    @property
    def reason(self) -> str:
        """Why the errand was ended; "" as long as it was not."""
        return self._reason

    def end(self, reason: str) -> None:
        """End its running queries, and refuse further ones. A session may be between two states: call it until all is over."""
        with self._lock:
            self._reason = self._reason or reason
            for session in self._sessions:
                _shut(session)

    def refuse_ended(self) -> None:
        """Raise Interrupted where the errand was ended."""
        if self._reason:
            raise Interrupted(self._reason)

    @contextlib.contextmanager
    def using(self, session: Session) -> Iterator[None]:
        """Note that ``session`` works for this errand, as long as the block runs."""
        with self._lock:
            self._sessions.add(session)
        try:
            yield
        finally:
            with self._lock:
                self._sessions.discard(session)


ERRAND: ContextVar[Errand | None] = ContextVar("errand", default=None)
"""The errand of the running request; None where a person asks directly."""


def note_state(state: State | None) -> None:
    """Note in the running errand, where there is one, which state an answer is of."""
    errand = ERRAND.get()
    if errand is not None:
        errand.states.add(state)


def _shut(session: Session) -> None:
    """Shut the socket of the session's connection, where it has one; the thread that waits on it gets an error at once.

    The driver offers this for asyncio alone (AsyncSession.cancel); of a synchronous session only the socket may be touched
    from another thread. A test holds that the driver's inner names have not changed.
    """
    connection: Any = session._connection
    if connection is not None:
        with contextlib.suppress(OSError):
            connection.socket._socket.shutdown(socket.SHUT_RDWR)
