"""Keys of the API: who may load lists, and who may read where reading is not open to all.

A key is 256 random bits, shown once. The file holds its SHA-256: nobody can guess that many bits, so a slow hash, which
protects passwords that people think up, would protect nothing here and slow down each request.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, ValidationError

from graphkb.errors import NotFound, UsageError
from graphkb.stores.folder import write_private


class Scope(StrEnum):
    """What a key is for: ``read`` asks questions, ``load`` loads lists, too."""

    READ = "read"
    LOAD = "load"


class Key(BaseModel):
    """A key as the file has it; ``id`` names it in lists and logs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    scopes: tuple[Scope, ...]
    created_at: str
    sha256: str

    def allows(self, scope: Scope) -> bool:
        """Return whether the key is for this; who may load may read."""
        return scope in self.scopes or (scope is Scope.READ and Scope.LOAD in self.scopes)


class _File(BaseModel):
    keys: tuple[Key, ...] = ()


class Keys:
    """The keys of one file. Threads and processes may share it; a change counts from the next request on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read: tuple[tuple[int, int], tuple[Key, ...]] | None = None

    def all(self) -> tuple[Key, ...]:
        """Return the keys, oldest first; none where there is no file. Raises UsageError for a file that is none of ours."""
        try:
            about = self._path.stat()
            print_ = (about.st_mtime_ns, about.st_ino)
            if self._read is None or self._read[0] != print_:
                self._read = print_, _File.model_validate_json(self._path.read_bytes()).keys
        except FileNotFoundError:
            return ()
        except (OSError, ValidationError) as error:
            raise UsageError(
                f"The file of keys {self._path} cannot be read ({type(error).__name__}); name another by GRAPHKB_KEYS."
            ) from error
        return self._read[1]

    def find(self, token: str) -> Key | None:
        """Return the key that the token is, None for no valid one. Takes the same time for all tokens."""
        digest = _digest(token)
        found = None
        for key in self.all():
            if hmac.compare_digest(key.sha256, digest):
                found = key
        return found

    def create(self, name: str, scopes: tuple[Scope, ...]) -> tuple[Key, str]:
        """Return a new key and its token, which is told nobody again. Raises UsageError for a name that is taken or empty."""
        token = f"gkb_{secrets.token_urlsafe(32)}"
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        key = Key(id=secrets.token_hex(4), name=name, scopes=scopes, created_at=at, sha256=_digest(token))
        with self._lock():
            known = self.all()
            if not name.strip() or any(other.name == name for other in known):
                raise UsageError(
                    f"The name {name!r} of a key is empty or taken; give it another name, or revoke the other."
                )
            self._write((*known, key))
        return key, token

    def revoke(self, name: str) -> Key:
        """Take away the key of this name or id, and return it. Raises NotFound."""
        with self._lock():
            known = self.all()
            for key in known:
                if name in (key.name, key.id):
                    self._write(tuple(other for other in known if other is not key))
                    return key
        raise NotFound(f"There is no key {name}; `graphkb key list` shows those there are.")

    def _write(self, keys: tuple[Key, ...]) -> None:
        write_private(self._path, _File(keys=keys).model_dump_json(indent=1))

    def _lock(self) -> FileLock:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"The folder of {self._path} cannot be made ({error.strerror}); set GRAPHKB_KEYS."
            ) from error
        return FileLock(self._path.with_name(f"{self._path.name}.lock"))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
