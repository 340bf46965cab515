"""One way to read and write a graph, whichever store holds it: the official Neo4j driver over Bolt."""

from __future__ import annotations

import contextlib
import itertools
import random
import re
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol, Self, TypeVar

import neo4j
from neo4j import Driver, ManagedTransaction
from neo4j.exceptions import (
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graphkb.cypher_files import read_file
from graphkb.errors import GraphkbError
from graphkb.stores.errand import ERRAND, note_state
from graphkb.stores.faults import Kind, Target, explain
from graphkb.stores.publication import Publication, State, announce, state_of, withdraw

T = TypeVar("T")

_TRIES = 7
"""How often a transaction is tried on the embedded store; the waits between add up to some 5 s."""
_LOSSES = 1
"""How often the embedded store's host may be lost meanwhile: a query that is too much for its memory ends every new one."""
_RETRY_SECONDS = 10.0
"""After this time no further trial begins."""


_DELETED_MEANWHILE = re.compile(r"Record #\d+:\d+ not found")


class Link(Protocol):
    """A connected driver, and whatever else keeps the store there."""

    @property
    def driver(self) -> Driver:
        """Ready for sessions."""

    def close(self) -> None:
        """Let go of the store; calling it again does nothing."""


class Store:
    """An open store. Threads may share it; close it, or use ``with``, when done."""

    def __init__(self, target: Target, connect: Callable[[], Link]) -> None:
        self._target = target
        self._connect = connect
        self._lock = threading.Lock()
        self._publication = Publication()
        self._link = connect()

    @property
    def kind(self) -> Kind:
        """``neo4j`` or ``embedded``."""
        return self._target.kind

    @property
    def address(self) -> str:
        """The address as a user writes it, without user and password."""
        return self._target.address

    @property
    def server(self) -> str:
        """What the server calls itself: Neo4j/5.26.30."""
        return self._link.driver.get_server_info().agent

    def read(self, query_text: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of one query, each as {column: value} in the order of its columns.

        Nodes, relationships and paths stay the driver's graph types. The store ends a query that takes longer than the
        setting ``query_timeout_seconds``. Raises StoreUnavailable, StoreFailure, and Interrupted where the errand that the
        query runs for was ended (see :mod:`graphkb.stores.errand`).
        """
        columns, rows = self.table(query_text, parameters)
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def table(
        self, query_text: str, parameters: Mapping[str, Any] | None = None, most: int | None = None
    ) -> tuple[tuple[str, ...], list[list[Any]]]:
        """As :meth:`read`: the columns, and the rows as lists; no more than ``most`` are fetched from the store.

        The embedded store tells no columns where there are no rows.
        """

        # In a transaction of its own: a managed one costs two more round trips. _run tries again instead.
        query = neo4j.Query(query_text, timeout=self._target.timeout_seconds)

        def ask(session: neo4j.Session) -> tuple[tuple[str, ...], list[list[Any]]]:
            result = session.run(query, dict(parameters or {}))
            return result.keys(), [record.values() for record in itertools.islice(result, most)]

        found, state = self._publication.read(lambda: self._read(ask), self._look)
        note_state(state)
        return found

    def state(self) -> State:
        """The version of the dataset as it is now, and the time of its last load; the cheapest of all questions.

        Raises StoreUnavailable, StoreFailure or Interrupted.
        """
        state = self._publication.state(self._look)
        note_state(state)
        return state

    def _look(self) -> State:
        return self._read(state_of)

    def _read(self, question: Callable[[neo4j.Session], T]) -> T:
        return self._run(question, neo4j.READ_ACCESS, managed=False)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """What ``work`` returns, run in one transaction that is committed as a whole or not at all.

        ``work`` is called again where the store asks for it (deadlock, connection lost before the commit, two writers
        that merge one key), so it must do nothing but run queries. What ``work`` itself raises is passed on after the
        rollback. Raises StoreUnavailable or StoreFailure.
        """
        return self._run(lambda session: session.execute_write(work), neo4j.WRITE_ACCESS)

    def publish(self, work: Callable[[ManagedTransaction], T], at: str) -> T:
        """As :meth:`write`, for a load: counts the dataset's version, and lets no reader see a part of it.

        ``at`` is the time of the load. See :mod:`graphkb.stores.publication`.
        """
        announced = False

        def counted(transaction: ManagedTransaction) -> T:
            nonlocal announced
            result = work(transaction)
            self._run(announce, neo4j.WRITE_ACCESS)
            announced = True
            transaction.run(read_file("write", "count_version").text, at=at).consume()
            return result

        try:
            return self.write(counted)
        finally:
            if announced:
                # The load's own outcome is what the caller must hear of; readers outwait an announcement that stays.
                with contextlib.suppress(GraphkbError):
                    self._run(withdraw, neo4j.WRITE_ACCESS)

    def close(self) -> None:
        """Let go of the store; calling it again does nothing."""
        with self._lock:
            self._link.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _run(self, run: Callable[[neo4j.Session], T], access: str, managed: bool = True) -> T:
        """``run`` in a session, again where that can help; driver errors become those of graphkb.

        With Neo4j the driver retries ``managed`` transactions by itself. With the embedded store it is told not to: it
        would wait for a host that is gone, and give up at once where two writers collide.
        """
        deadline = time.monotonic() + _RETRY_SECONDS
        errand = ERRAND.get()
        lost = 0
        for trial in range(1, _TRIES + 1):
            link = self._link
            try:
                with link.driver.session(database=self._target.database, default_access_mode=access) as session:
                    if errand is None:
                        return run(session)
                    with errand.using(session):
                        errand.refuse_ended()
                        return run(session)
            except (Neo4jError, DriverError) as error:
                if errand is not None:
                    errand.refuse_ended()  # the error is what ending it looks like from here
                last = trial == _TRIES or time.monotonic() > deadline
                replaced = self._link is not link  # by another thread, which closed this one's driver
                if (managed and self.kind == "neo4j") or last or not _may_pass(error, replaced):
                    raise explain(error, self._target) from error
                if self.kind == "embedded" and isinstance(error, (ServiceUnavailable, SessionExpired)):
                    lost += 1
                    if lost > _LOSSES:
                        raise explain(error, self._target) from error
                    self._replace(link)
            time.sleep(random.uniform(0.03, 0.06) * 2**trial)
        raise AssertionError("unreachable: the last trial returns or raises")

    def _replace(self, broken: Link) -> None:
        """Connect anew; threads that find the same link broken share the new one."""
        with self._lock:
            if self._link is broken:
                self._link = self._connect()
                broken.close()


def _may_pass(error: Neo4jError | DriverError, replaced: bool) -> bool:
    """Whether nothing was committed and another trial may succeed.

    ArcadeDB reports concurrent MERGEs of one key as a broken constraint, and what another transaction deleted during a
    query as a record not found; to the driver neither is a passing error.
    """
    if isinstance(error, IncompleteCommit):
        return False
    deleted = isinstance(error, Neo4jError) and _DELETED_MEANWHILE.search(error.message or "")
    return replaced or isinstance(error, ConstraintError) or bool(deleted) or error.is_retryable()
