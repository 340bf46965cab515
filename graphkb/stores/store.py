"""One way to read and write a graph, whichever store holds it: the official Neo4j driver over Bolt."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol, Self, TypeVar

import neo4j
from neo4j import Driver, ManagedTransaction, unit_of_work
from neo4j.exceptions import (
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graphkb.errors import StoreFailure
from graphkb.stores.faults import Kind, Target, explain

T = TypeVar("T")

_CONFLICT_TRIES = 6
"""How often a write is tried that collides with another one on the embedded store; the waits add up to 2-4 s."""


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

        Nodes, relationships and paths stay the driver's graph types. Neo4j stops a query after the setting
        ``query_timeout_seconds``; the embedded store knows no such bound. Raises StoreUnavailable or StoreFailure.
        """

        @unit_of_work(timeout=self._target.timeout_seconds)
        def work(transaction: ManagedTransaction) -> list[dict[str, Any]]:
            result = transaction.run(query_text, dict(parameters or {}))
            return [dict(zip(record.keys(), record.values(), strict=True)) for record in result]

        return self._run(lambda session: session.execute_read(work), neo4j.READ_ACCESS)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """What ``work`` returns, run in one transaction that is committed as a whole or not at all.

        ``work`` is called again where the store asks for it (deadlock, connection lost before the commit, two writers
        that merge one key), so it must do nothing but run queries. What ``work`` itself raises is passed on after the
        rollback. Raises StoreUnavailable or StoreFailure.
        """
        for trial in range(_CONFLICT_TRIES):
            try:
                return self._run(lambda session: session.execute_write(work), neo4j.WRITE_ACCESS)
            except StoreFailure as failure:
                # ArcadeDB reports concurrent MERGEs of one key as a broken constraint, which the driver does not retry.
                conflict = self.kind == "embedded" and isinstance(failure.__cause__, ConstraintError)
                if not conflict or trial == _CONFLICT_TRIES - 1:
                    raise
                time.sleep(random.uniform(0.06, 0.12) * 2**trial)
        raise AssertionError("unreachable: the last trial returns or raises")

    def close(self) -> None:
        """Let go of the store; calling it again does nothing."""
        with self._lock:
            self._link.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _run(self, run: Callable[[neo4j.Session], T], access: str) -> T:
        """``run`` in a session; again with a new host where an embedded store's was gone before it could commit."""
        link = self._link
        try:
            try:
                return self._in_session(link, run, access)
            except (ServiceUnavailable, SessionExpired) as error:
                if self.kind == "neo4j" or isinstance(error, IncompleteCommit):
                    raise
                return self._in_session(self._replace(link), run, access)
        except (Neo4jError, DriverError) as error:
            raise explain(error, self._target) from error

    def _in_session(self, link: Link, run: Callable[[neo4j.Session], T], access: str) -> T:
        with link.driver.session(database=self._target.database, default_access_mode=access) as session:
            return run(session)

    def _replace(self, broken: Link) -> Link:
        """A link in the place of the broken one; threads that find it broken together share the new one."""
        with self._lock:
            if self._link is broken:
                self._link = self._connect()
                broken.close()
            return self._link
