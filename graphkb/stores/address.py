"""What the setting ``store`` says: ``embedded:FOLDER`` or the address of a Neo4j."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from graphkb.errors import UsageError

NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""The URI schemes of the Neo4j driver (Neo4j Python Driver Manual, "Connect to the database")."""


@dataclass(frozen=True)
class EmbeddedAddress:
    """The data folder of an embedded store, absolute."""

    folder: Path

    def __str__(self) -> str:
        return f"embedded:{self.folder}"


@dataclass(frozen=True)
class Neo4jAddress:
    """The URI of a Neo4j, without user and password."""

    uri: str

    def __str__(self) -> str:
        return self.uri


def parse_address(text: str) -> EmbeddedAddress | Neo4jAddress:
    """What ``text`` addresses; a relative folder is taken from the working directory, ``~`` is the home folder.

    Raises UsageError for anything but ``embedded:FOLDER`` and the Neo4j schemes, and for a password in the address.
    """
    scheme, _, rest = text.strip().partition(":")
    if scheme == "embedded" and rest.strip():
        return EmbeddedAddress(Path(rest.strip()).expanduser().resolve())
    if scheme in NEO4J_SCHEMES and rest.startswith("//"):
        parts = urlsplit(text.strip())
        if parts.username or parts.password:
            raise UsageError(
                f"The store address {scheme}://…@{parts.hostname or ''} holds a user or password; "
                "give them as GRAPHKB_USER and GRAPHKB_PASSWORD instead."
            )
        if parts.hostname:
            return Neo4jAddress(text.strip())
    raise UsageError(
        f"The store address {text!r} is not understood; write embedded:FOLDER or the address of a Neo4j, "
        "for example embedded:.graphkb or neo4j://127.0.0.1:7687."
    )
