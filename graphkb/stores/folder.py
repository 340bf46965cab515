"""The data folder of an embedded store: which files the host process and its clients leave there for each other.

Who is alive is told by file locks, which the operating system drops when a process ends, however it ends. So a crash
leaves nothing that must be repaired, and no process id has to be guessed at.

    FOLDER/host/starting.lock   held while a client looks for or starts the host, and while the host decides to stop
    FOLDER/host/running.lock    held by the host as long as it lives
    FOLDER/host/clients/*.lock  each held by one open store
    FOLDER/host/state.json      where the running host is found; says nothing unless running.lock is held
    FOLDER/host/password        of the store's administrator; made once
    FOLDER/host/password-reader of its user who may only read; made once
    FOLDER/host/keep            there while `graphkb store start` keeps the host running without clients
    FOLDER/host/stop, schema    requests to the host, which takes them away once they are done
    FOLDER/host/engine          version of the engine that last had the folder
    FOLDER/host/*.log*          what the host and its engine report, of this run and the one before
"""

from __future__ import annotations

import os
import secrets
import uuid
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from graphkb.errors import StoreUnavailable

USER = "root"
"""The embedded store's administrator; ArcadeDB gives him this name."""
READER = "reader"
"""The embedded store's user who may only read; the name of his group of users too."""
DATABASE = "kb"
"""The one database of an embedded store."""


class HostState(BaseModel):
    """What a running host says of itself: ``version`` of graphkb, ``engine`` of ArcadeDB, and which schema it applied."""

    model_config = ConfigDict(frozen=True)

    pid: int
    bolt_port: int
    version: str
    engine: str
    schema_print: str


@dataclass(frozen=True)
class Folder:
    """Paths and small files of one embedded store."""

    root: Path

    @property
    def host(self) -> Path:
        """Where host and clients keep their files; the engine's own lie beside it."""
        return self.root / "host"

    @property
    def address(self) -> str:
        """The folder as a user writes it in the setting ``store``."""
        return f"embedded:{self.root}"

    def create(self) -> None:
        """Make the folders, closed to other users. Raises StoreUnavailable where that is not possible."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.host.mkdir(mode=0o700, exist_ok=True)
            (self.host / "clients").mkdir(mode=0o700, exist_ok=True)
            os.chmod(self.root, 0o700)
            probe = self.host / f"probe-{uuid.uuid4().hex}"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise StoreUnavailable(
                f"The folder of the store {self.address} cannot be written ({error.strerror}); "
                "choose a folder of your own with GRAPHKB_STORE=embedded:FOLDER."
            ) from error

    def starting_lock(self) -> FileLock:
        """Held while somebody decides whether a host is there. Not yet acquired."""
        return _lock(self.host / "starting.lock")

    def running_lock(self) -> FileLock:
        """Held by the host as long as it lives. Not yet acquired."""
        return _lock(self.host / "running.lock")

    def new_client_lock(self) -> FileLock:
        """A lock of its own for one open store; acquire it under ``starting_lock``."""
        return _lock(self.host / "clients" / f"{os.getpid()}-{uuid.uuid4().hex}.lock")

    def has_clients(self) -> bool:
        """Whether any client lives; takes away the locks of dead ones. To be called under ``starting_lock``."""
        living = False
        for path in sorted((self.host / "clients").glob("*.lock")):
            if is_held(_lock(path)):
                living = True
            else:
                path.unlink(missing_ok=True)
        return living

    def state(self) -> HostState | None:
        """What the running host wrote; None where no host runs, or it is not ready yet."""
        if not self.host.is_dir() or not is_held(self.running_lock()):
            return None
        try:
            return HostState.model_validate_json((self.host / "state.json").read_text(encoding="utf-8"))
        except (OSError, ValidationError):
            return None

    def write_state(self, state: HostState) -> None:
        """Publish where the host is found; readers see the old state or the new one, never a part."""
        write_private(self.host / "state.json", state.model_dump_json(indent=1))

    def password(self, user: str = USER) -> str:
        """The password of a user of the store, made at the first call; its file can be read by the owner only."""
        path = self.host / ("password" if user == USER else f"password-{user}")
        if not path.exists():
            write_private(path, secrets.token_urlsafe(32))
        return path.read_text(encoding="utf-8").strip()

    def last_log_line(self) -> str:
        """The last thing the host printed, "" where it said nothing."""
        try:
            lines = (self.host / "host.log").read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:
            return ""
        return next((line.strip() for line in reversed(lines) if line.strip()), "")


def write_private(path: Path, text: str) -> None:
    """Replace ``path`` by ``text`` in one step, readable by its owner only (mode 0600)."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def is_held(lock: FileLock) -> bool:
    """Whether another process (or another store of this process) holds ``lock``."""
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def _lock(path: Path) -> FileLock:
    # thread_local=False: a store may be closed by another thread than the one that opened it.
    return FileLock(path, thread_local=False)
