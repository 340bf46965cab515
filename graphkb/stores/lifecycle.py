"""Start, stop and look at a store: what ``graphkb store`` does."""

from __future__ import annotations

import time
from pathlib import Path

import psutil
from pydantic import BaseModel, ConfigDict

from graphkb.errors import StoreUnavailable
from graphkb.settings import Settings
from graphkb.stores.address import EmbeddedAddress, parse_address
from graphkb.stores.faults import Kind
from graphkb.stores.folder import Folder, is_held
from graphkb.stores.launch import START_SECONDS, deciding, lease_host
from graphkb.stores.opening import open_store


class StoreStatus(BaseModel):
    """How a store is; ``address`` holds no password. What is not known, or does not apply, is None."""

    model_config = ConfigDict(frozen=True)

    kind: Kind
    address: str
    running: bool
    fault: str | None = None
    """Why a Neo4j store does not run, as a sentence."""
    version: str | None = None
    """Of the server: ArcadeDB 26.11.1, Neo4j/5.26.30."""
    folder: Path | None = None
    pid: int | None = None
    bolt_port: int | None = None
    rss_bytes: int | None = None
    """Memory that the embedded store's process has in use."""
    kept: bool | None = None
    """Whether the embedded store stays up without clients."""


def start(settings: Settings, keep: bool = True) -> StoreStatus:
    """Start the embedded store where it does not run; with ``keep`` it stays up until :func:`stop`.

    Raises StoreUnavailable; for a Neo4j store too, which is not ours to start, where it does not answer.
    """
    address = parse_address(settings.store)
    if not isinstance(address, EmbeddedAddress):
        open_store(settings).close()
        return status(settings)
    folder = Folder(address.folder)
    lease = lease_host(folder, settings)
    try:
        if keep:
            with deciding(folder):
                (folder.host / "keep").touch()
        return status(settings)
    finally:
        lease.release()


def stop(settings: Settings) -> bool:
    """Stop the embedded store, clients or not; what is committed is kept. Returns False where none was running.

    Raises StoreUnavailable for a Neo4j store, which is not ours to stop, and where the process does not end.
    """
    address = parse_address(settings.store)
    if not isinstance(address, EmbeddedAddress):
        raise StoreUnavailable(f"The store {address} is a Neo4j, which graphkb does not stop; use Neo4j's own command.")
    folder = Folder(address.folder)
    if not folder.host.is_dir():
        return False
    with deciding(folder):
        running = folder.running_lock()
        if not is_held(running):
            return False
        (folder.host / "stop").touch()
        deadline = time.monotonic() + START_SECONDS
        while is_held(running):
            if time.monotonic() > deadline:
                state = folder.state()
                process = f"end process {state.pid}" if state is not None else "end its process"
                raise StoreUnavailable(f"The store {address} does not stop; {process} by hand: no commit is lost.")
            time.sleep(0.05)
        return True


def status(settings: Settings) -> StoreStatus:
    """How the store of ``settings`` is; starts nothing. Raises UsageError for an address that is not understood."""
    address = parse_address(settings.store)
    if not isinstance(address, EmbeddedAddress):
        return _neo4j_status(settings, str(address))
    folder = Folder(address.folder)
    state = folder.state()
    if state is None:
        return StoreStatus(kind="embedded", address=folder.address, running=False, folder=folder.root)
    try:
        rss = psutil.Process(state.pid).memory_info().rss
    except psutil.Error:
        rss = None
    return StoreStatus(
        kind="embedded",
        address=folder.address,
        running=True,
        version=f"ArcadeDB {state.engine}",
        folder=folder.root,
        pid=state.pid,
        bolt_port=state.bolt_port,
        rss_bytes=rss,
        kept=(folder.host / "keep").exists(),
    )


def _neo4j_status(settings: Settings, address: str) -> StoreStatus:
    try:
        with open_store(settings) as store:
            version = store.server
    except StoreUnavailable as error:
        return StoreStatus(kind="neo4j", address=address, running=False, fault=str(error))
    return StoreStatus(kind="neo4j", address=address, running=True, version=version)
