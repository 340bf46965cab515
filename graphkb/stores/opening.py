"""Open the store that the settings name."""

from __future__ import annotations

import logging
import re
import time
from dataclasses import dataclass
from typing import Any

from neo4j import Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable

import graphkb
from graphkb.errors import StoreUnavailable
from graphkb.settings import Settings
from graphkb.stores.address import EmbeddedAddress, Neo4jAddress, parse_address
from graphkb.stores.faults import Target, explain
from graphkb.stores.folder import DATABASE, READER, USER, Folder
from graphkb.stores.launch import Lease, lease_host
from graphkb.stores.schema import EMBEDDED_FILES, NEO4J_FILES, schema_print, statements
from graphkb.stores.store import Store

OLDEST_NEO4J = (5, 26)
"""The oldest supported Neo4j: the long-term support release of version 5."""
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # its retries are not the terminal's business
_SCHEMA_SECONDS = 30.0
_DYING_SECONDS = 10.0


@dataclass(frozen=True)
class _Link:
    driver: Driver
    lease: Lease | None = None

    def close(self) -> None:
        self.driver.close()
        if self.lease is not None:
            self.lease.release()


class EmbeddedStore(Store):
    """A store whose host process runs on this machine; ``folder`` is where the two meet."""

    def __init__(self, folder: Folder, settings: Settings, user: str) -> None:
        self.folder = folder
        target = Target("embedded", folder.address, DATABASE, user, settings.query_timeout_seconds)
        super().__init__(target, lambda: _connect_embedded(folder, settings, target))


def open_store(settings: Settings, *, reading: bool = False) -> Store:
    """The store that ``settings.store`` names, connected; the embedded one is started where it does not run.

    With ``reading`` the embedded store is opened as a user who has no right to write: it keeps no session from writing
    that asks to read only, as Neo4j does. Use the store in a ``with`` statement.

    Raises UsageError for an address that is not understood, and StoreUnavailable where the store is not reached, refuses
    the login, is a Neo4j before 5.26, or cannot be started.
    """
    address = parse_address(settings.store)
    if isinstance(address, EmbeddedAddress):
        return EmbeddedStore(Folder(address.folder), settings, READER if reading else USER)
    target = Target("neo4j", str(address), settings.database, settings.user, settings.query_timeout_seconds)
    return Store(target, lambda: _connect_neo4j(address, settings, target))


def apply_schema(store: Store) -> None:
    """Make sure that ``store`` has all constraints and indexes of ``cypher/schema``; changes nothing where it has.

    Raises StoreUnavailable or StoreFailure; the latter too where existing data break a constraint.
    """
    if isinstance(store, EmbeddedStore):
        _ask_host_for_schema(store.folder)
        return
    store.write(_create_all)
    store.read("CALL db.awaitIndexes(120)")


def _create_all(transaction: ManagedTransaction) -> None:
    for name in NEO4J_FILES:
        for statement in statements(name):
            transaction.run(statement).consume()


def _ask_host_for_schema(folder: Folder) -> None:
    """The host applies the schema at its start; one that runs since before the files changed is asked to do so now."""
    wanted = schema_print(EMBEDDED_FILES)
    state = folder.state()
    if state is not None and state.schema_print == wanted:
        return
    request = folder.host / "schema"
    request.touch()
    deadline = time.monotonic() + _SCHEMA_SECONDS
    while request.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    state = folder.state()
    if state is not None and state.schema_print != wanted:
        raise StoreUnavailable(
            f"The store {folder.address} was started by graphkb {state.version}, with other indexes than this one "
            f"({graphkb.__version__}) needs; run `graphkb store stop` and try again."
        )


def _connect_embedded(folder: Folder, settings: Settings, target: Target) -> _Link:
    """A link to the host; where it just died and its process is not quite gone yet, to its successor."""
    deadline = time.monotonic() + _DYING_SECONDS
    while True:
        try:
            return _connect_host(folder, settings, target)
        except StoreUnavailable as error:
            if not isinstance(error.__cause__, ServiceUnavailable) or time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def _connect_host(folder: Folder, settings: Settings, target: Target) -> _Link:
    lease = lease_host(folder, settings)
    try:
        # Store.write and Store.read try again themselves.
        driver = GraphDatabase.driver(
            f"bolt://127.0.0.1:{lease.state.bolt_port}",
            auth=(target.user, folder.password(target.user)),
            max_transaction_retry_time=0,
            **_DRIVER_SETTINGS,
        )
        return _verified(driver, target, lease)
    except BaseException:
        lease.release()
        raise


def _connect_neo4j(address: Neo4jAddress, settings: Settings, target: Target) -> _Link:
    password = settings.password.get_secret_value() if settings.password is not None else ""
    try:
        driver = GraphDatabase.driver(address.uri, auth=(settings.user, password), **_DRIVER_SETTINGS)
    except (DriverError, ValueError) as error:
        raise explain(error, target) from error
    link = _verified(driver, target, None)
    try:
        refuse_unsupported(driver.get_server_info().agent, target.address)
    except BaseException:
        driver.close()
        raise
    return link


_DRIVER_SETTINGS: dict[str, Any] = {
    "user_agent": f"graphkb/{graphkb.__version__}",
    "connection_timeout": 10,
    "connection_acquisition_timeout": 30,
    "telemetry_disabled": True,
    # The planner's hints help who writes queries in the Neo4j Browser; here they would flood the terminal.
    "notifications_min_severity": NotificationMinimumSeverity.OFF,
    "warn_notification_severity": NotificationMinimumSeverity.OFF,
}


def _verified(driver: Driver, target: Target, lease: Lease | None) -> _Link:
    """The driver once it has logged in to the database. Raises StoreUnavailable or StoreFailure."""
    try:
        with driver.session(database=target.database) as session:
            session.run("RETURN 1").consume()
    except (Neo4jError, DriverError, OSError) as error:
        driver.close()
        raise explain(error, target) from error
    return _Link(driver, lease)


def refuse_unsupported(agent: str, address: str) -> None:
    """Raise StoreUnavailable for all but Neo4j 5.26 and newer; ``agent`` is its own name for itself (Neo4j/5.26.30)."""
    if "ArcadeDB" in agent:
        raise StoreUnavailable(f"{address} is an ArcadeDB; name its folder: GRAPHKB_STORE=embedded:FOLDER.")
    version = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if version is None or (int(version[1]), int(version[2])) < OLDEST_NEO4J:
        raise StoreUnavailable(
            f"The store {address} is {agent}; graphkb needs Neo4j {OLDEST_NEO4J[0]}.{OLDEST_NEO4J[1]} or newer."
        )
