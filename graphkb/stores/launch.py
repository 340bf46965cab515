"""The client's side of an embedded store: find the running host process of a folder, or start one and wait for it."""

from __future__ import annotations

import importlib.util
import os
import platform
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

import graphkb
from graphkb.errors import StoreUnavailable
from graphkb.settings import Settings
from graphkb.stores.folder import Folder, HostState, is_held

START_SECONDS = 60.0
"""How long a host may take to come up or to stop. A second is usual; recovery of a large store takes longer."""
_WINDOWS_DETACHED = 0x00000208
"""DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP (Windows process creation flags); the session is ignored there."""


@dataclass(frozen=True)
class Lease:
    """A client's hold on a running host, which does not stop for idleness before :meth:`release`."""

    state: HostState
    lock: FileLock

    def release(self) -> None:
        """Give the hold up; calling it again does nothing."""
        _drop(self.lock)


def lease_host(folder: Folder, settings: Settings) -> Lease:
    """A hold on the host of ``folder``, which is started where it does not run.

    Raises StoreUnavailable where the folder cannot be written, the engine is missing, or the host does not come up.
    """
    folder.create()
    with deciding(folder):
        lock = folder.new_client_lock()
        lock.acquire()
        try:
            return Lease(folder.state() or _start(folder, settings), lock)
        except BaseException:
            _drop(lock)
            raise


@contextmanager
def deciding(folder: Folder) -> Iterator[None]:
    """Nobody else starts or stops the host of ``folder`` meanwhile. Raises StoreUnavailable after too long a wait."""
    try:
        with folder.starting_lock().acquire(timeout=START_SECONDS + 10):
            yield
    except Timeout as error:
        raise StoreUnavailable(
            f"Another process has been starting the store {folder.address} for more than {START_SECONDS:.0f} s; "
            f"end it, or see {folder.host / 'host.log'}."
        ) from error


def _drop(lock: FileLock) -> None:
    lock.release()
    Path(lock.lock_file).unlink(missing_ok=True)


def _start(folder: Folder, settings: Settings) -> HostState:
    """Start the host of ``folder`` and wait until it serves; to be called under ``deciding``."""
    if importlib.util.find_spec("arcadedb") is None:
        raise StoreUnavailable(_engine_missing())
    folder.password()
    if not is_held(folder.running_lock()):
        (folder.host / "state.json").unlink(missing_ok=True)  # of a host that crashed
    process = _spawn(folder, settings)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        state = folder.state()
        if state is not None:  # of this host, or of one whose starter was killed
            return state
        if process.poll():
            reason = folder.last_log_line() or f"its process ended with code {process.returncode}"
            raise StoreUnavailable(
                f"The embedded store {folder.address} did not come up: {reason} (see {folder.host / 'host.log'})"
            )
        time.sleep(0.02)
    process.terminate()
    raise StoreUnavailable(
        f"The embedded store {folder.address} did not come up within {START_SECONDS:.0f} s; its last word was: "
        f"{folder.last_log_line() or 'nothing'} (see {folder.host / 'host.log'})"
    )


def _spawn(folder: Folder, settings: Settings) -> subprocess.Popen[bytes]:
    """The host process, in a session of its own, so that Ctrl-C in the terminal does not reach it."""
    command = [sys.executable, "-P", "-m", "graphkb.stores.host", str(folder.root)]
    command += ["--memory", str(settings.store_memory), "--idle", str(settings.store_idle_seconds)]
    command += ["--query-timeout", str(settings.query_timeout_seconds)]
    log_file = folder.host / "host.log"
    if log_file.exists():
        log_file.replace(folder.host / "host.old.log")
    with open(log_file, "wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder.root,
            env=_environment(),
            start_new_session=True,
            creationflags=_WINDOWS_DETACHED if sys.platform == "win32" else 0,
        )
    # Takes note of the end of the host, so that it is no zombie for as long as this process lives.
    threading.Thread(target=process.wait, daemon=True, name="graphkb-store-host").start()
    return process


def _environment() -> dict[str, str]:
    """The host's environment: without settings (passwords!), and with the way to graphkb where it is not installed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GRAPHKB_")}
    root = Path(graphkb.__file__).resolve().parents[1]
    if root.name not in ("site-packages", "dist-packages"):
        earlier = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = f"{root}{os.pathsep}{earlier}" if earlier else str(root)
    return environment


def _engine_missing() -> str:
    return (
        f"The embedded store's engine (package arcadedb) is not installed on this machine ({platform.system()} "
        f"{platform.machine()}); it exists for Linux with glibc 2.28 or newer (x86-64, ARM64), macOS on Apple silicon "
        "and Windows on x86-64. Run `pip install arcadedb`, or use a Neo4j: GRAPHKB_STORE=neo4j://127.0.0.1:7687 with "
        "GRAPHKB_PASSWORD (`make neo4j` starts one)."
    )
