"""The process that owns the folder of an embedded store: ``python -m graphkb.stores.host FOLDER``.

It runs ArcadeDB in this process and serves Bolt on a free loopback port, which clients find in the folder. Clients
start it on demand; it ends by itself when no client has been there for a while. Nobody else can open the folder
meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import socket
import sys
import time
from importlib import metadata
from pathlib import Path
from types import FrameType
from typing import Any

import psutil
from filelock import FileLock, Timeout

import graphkb
from graphkb.errors import StoreUnavailable
from graphkb.stores.folder import DATABASE, READER, Folder, HostState
from graphkb.stores.schema import EMBEDDED_FILES, schema_print, statements
from graphkb.stores.watch import Watch

_LOOPBACK = "127.0.0.1"
_BOLT_HELLO = bytes.fromhex("6060b017" + "00000405" + "00000404" + "00000004" + "00000003")
"""The magic preamble and four versions a Bolt client opens with (Bolt Protocol documentation, "Handshake")."""
_ENGINE_LOGGING = """\
handlers=java.util.logging.FileHandler
.level=WARNING
com.arcadedb.level=INFO
java.util.logging.FileHandler.formatter=com.arcadedb.log.LogFormatter
java.util.logging.FileHandler.pattern=${arcadedb.server.logsDirectory}/engine.log
java.util.logging.FileHandler.limit=1000000
java.util.logging.FileHandler.count=2
"""
_EVENT_LOGS_KEPT = 3
_SHUTDOWN_SECONDS = 30.0
"""How long to wait for a host that is just shutting down."""


class Host:
    """One run of the engine over one folder."""

    def __init__(self, folder: Folder, memory: int, idle_seconds: float, query_seconds: float) -> None:
        self._folder = folder
        self._memory = memory
        self._idle_seconds = idle_seconds
        self._query_seconds = query_seconds
        self._running: FileLock = folder.running_lock()
        self._server: Any = None  # arcadedb has no types
        self._database: Any = None
        self._stopping = False
        self._has_reader = False

    def run(self) -> None:
        """Serve until told to stop (signal or request) or idle for long enough.

        Raises StoreUnavailable where the folder is in use, damaged or of a newer engine, or the engine does not load.
        """
        signal.signal(signal.SIGTERM, self._on_signal)
        signal.signal(signal.SIGINT, self._on_signal)
        if not self._alone():
            _say("another host serves this folder")
            return
        for name in ("state.json", "keep", "stop", "schema"):  # of a host that crashed
            (self._folder.host / name).unlink(missing_ok=True)
        try:
            self._open()
            self._apply_schema()
            self._publish()
            _say(f"serving {self._folder.root}")
            self._serve()
        finally:
            (self._folder.host / "state.json").unlink(missing_ok=True)
            if self._server is not None:
                self._server.stop()
            _say("stopped")

    def _alone(self) -> bool:
        """Take the folder; False where another host has come to serve it. Raises StoreUnavailable after too long a wait."""
        deadline = time.monotonic() + _SHUTDOWN_SECONDS
        while True:
            try:
                self._running.acquire(timeout=0.2)
                return True
            except Timeout as error:
                if self._folder.state() is not None:
                    return False
                if time.monotonic() > deadline:
                    raise StoreUnavailable(f"another process has the folder {self._folder.root} open") from error

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True

    def _open(self) -> None:
        engine = metadata.version("arcadedb")
        self._refuse_newer(engine)
        _prepare_logs(self._folder)
        # All paths are relative to the folder, for the engine takes no path with spaces here.
        os.chdir(self._folder.root)
        os.environ["ARCADEDB_LOG_DIR"] = "host"
        os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
        os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = (
            f"-Xmx{self._memory}m -XX:+ExitOnOutOfMemoryError "  # half dead, it would block all others
            "-Djava.util.logging.config.file=host/logging.properties -Darcadedb.server.logsDirectory=host"
        )
        try:
            import arcadedb

            # The users are made anew at each start, so that the password files alone say what the passwords are.
            (self._folder.root / "config" / "server-users.jsonl").unlink(missing_ok=True)
            _write_groups(self._folder)
            settings = {**_SERVER_SETTINGS, "queryQueueTimeout": round((self._query_seconds + 15) * 1000)}
            self._server = arcadedb.create_server(str(self._folder.root), self._folder.password(), settings)
            self._server.start()
            self._database = self._server.create_database(DATABASE)  # opens it where it exists
        except Exception as error:  # the engine's own, and those of a library that does not load
            raise StoreUnavailable(f"the engine arcadedb {engine} could not open it: {error}") from error
        (self._folder.host / "engine").write_text(engine, encoding="utf-8")

    def _refuse_newer(self, engine: str) -> None:
        path = self._folder.host / "engine"
        last = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        if last and _release(last) > _release(engine):
            raise StoreUnavailable(
                f"the folder was last written by arcadedb {last}, which is newer than the installed {engine}; "
                f"run `pip install 'arcadedb>={last}'`, or choose another folder"
            )

    def _apply_schema(self) -> None:
        for name in EMBEDDED_FILES:
            language = "sql" if name.endswith(".sql") else "opencypher"
            for statement in statements(name):
                self._database.command(language, statement)

    def _publish(self) -> None:
        bolt, http = _ports()
        self._watch = Watch(http, self._folder.password(), self._query_seconds)
        if not self._has_reader:
            self._create_reader()
        self._folder.write_state(
            HostState(
                pid=os.getpid(),
                bolt_port=bolt,
                version=graphkb.__version__,
                engine=metadata.version("arcadedb"),
                schema_print=schema_print(EMBEDDED_FILES),
            )
        )

    def _create_reader(self) -> None:
        try:
            self._watch.create_user(READER, self._folder.password(READER), READER)
        except (OSError, ValueError) as error:
            raise StoreUnavailable(f"the engine made no user for reading: {error}") from error
        self._has_reader = True

    def _serve(self) -> None:
        needed = time.monotonic()
        look = 0.0
        while not self._stopping and not self._taken("stop"):
            if (self._folder.host / "schema").exists():
                self._apply_schema()
                self._publish()
                (self._folder.host / "schema").unlink(missing_ok=True)
            if time.monotonic() >= look:
                needed = self._last_needed(needed)
                self._end_overdue()
                look = time.monotonic() + min(1.0, self._idle_seconds / 4 + 0.1)
            time.sleep(0.1)

    def _end_overdue(self) -> None:
        try:
            for query in self._watch.end_overdue():
                _say(f"ended a query after {self._query_seconds:g} s: {query}")
        except (OSError, ValueError) as error:
            _say(f"could not look after queries: {error}")

    def _taken(self, request: str) -> bool:
        try:
            (self._folder.host / request).unlink()
        except OSError:
            return False
        return True

    def _last_needed(self, before: float) -> float:
        """When the host was last needed (monotonic seconds); decides to stop where that is long ago."""
        if (self._folder.host / "keep").exists():
            return time.monotonic()
        try:
            # Under this lock no client can come in between the look and the decision.
            with self._folder.starting_lock().acquire(timeout=0):
                if self._folder.has_clients():
                    return time.monotonic()
                if time.monotonic() - before >= self._idle_seconds:
                    (self._folder.host / "state.json").unlink(missing_ok=True)
                    self._stopping = True
                return before
        except Timeout:
            return time.monotonic()


_SERVER_SETTINGS: dict[str, Any] = {
    "host": _LOOPBACK,
    "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    "bolt_host": _LOOPBACK,
    "bolt_port": 0,
    "bolt_defaultDatabase": DATABASE,
    # The engine always opens its HTTP port too. Nobody is told its number, it asks for the same password, and its MCP
    # endpoint is off by default. The host itself uses it (see ``watch``).
    "http_port": 0,
    "server_httpWorkerThreads": 2,
    "support_autoRegister": False,
    "txWalFlush": 1,  # acknowledged commits survive a crash of the process
    "server_saltIterations": 1000,  # the password is random and long: slow hashing would only slow down the start
}


def _write_groups(folder: Folder) -> None:
    """Say what each group of users may do (ArcadeDB manual, "Users and groups"): the engine itself keeps them to it."""
    every = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    schema = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]
    groups = {"admin": _group(schema, every), READER: _group([], ["readRecord"]), "*": _group([], [])}
    path = folder.root / "config" / "server-groups.json"
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_text(json.dumps({"databases": {"*": {"groups": groups}}, "version": 2}), encoding="utf-8")


def _group(access: list[str], records: list[str]) -> dict[str, Any]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": records}}}


def _prepare_logs(folder: Folder) -> None:
    (folder.host / "logging.properties").write_text(_ENGINE_LOGGING, encoding="iso-8859-1")
    for old in sorted((folder.root / "log").glob("server-event-log-*.jsonl"))[:-_EVENT_LOGS_KEPT]:
        old.unlink(missing_ok=True)


def _release(version: str) -> tuple[int, ...]:
    """The numbers of a release: (26, 11, 1) of 26.11.1.dev2."""
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


def _ports() -> tuple[int, int]:
    """The ports on which this process listens for Bolt and for HTTP."""
    listening = [c.laddr.port for c in psutil.Process().net_connections("tcp") if c.status == psutil.CONN_LISTEN]
    bolt = [port for port in listening if _speaks_bolt(port)]
    http = [port for port in listening if port not in bolt]
    if len(bolt) != 1 or len(http) != 1:
        raise StoreUnavailable(
            f"the engine listens on {len(bolt)} Bolt ports and {len(http)} others, not on one of each"
        )
    return bolt[0], http[0]


def _speaks_bolt(port: int) -> bool:
    with socket.create_connection((_LOOPBACK, port), timeout=5) as probe:
        probe.sendall(_BOLT_HELLO)
        answer = probe.recv(4)
    return len(answer) == 4 and answer[:2] == b"\0\0" and answer[3] in (4, 5)


def _say(text: str) -> None:
    print(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text}", flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Run the host. Returns the exit code: 0 after an orderly stop; 1 where it could not serve, with one line why."""
    parser = argparse.ArgumentParser(prog="python -m graphkb.stores.host", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--memory", type=int, default=1024, help="bound of the engine's heap in MiB")
    parser.add_argument("--idle", type=float, default=30.0, help="seconds without a client after which the host stops")
    parser.add_argument(
        "--query-timeout", type=float, default=30.0, help="seconds after which a reading query is ended"
    )
    options = parser.parse_args(arguments)
    folder = Folder(options.folder.resolve())
    try:
        folder.create()
        Host(folder, options.memory, options.idle, options.query_timeout).run()
    except StoreUnavailable as error:
        print(" ".join(str(error).split()), flush=True)  # what the client that waits for this host tells its user
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
