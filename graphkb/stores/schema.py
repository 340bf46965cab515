"""The schema files of ``cypher/schema``: constraints, indexes and the full-text index, and which store takes which."""

from __future__ import annotations

import hashlib
from importlib import resources

_SHARED_FILES = ("constraints.cypher", "indexes.cypher")
NEO4J_FILES = (*_SHARED_FILES, "fulltext.neo4j.cypher")
"""What Neo4j is given, in this order."""
EMBEDDED_FILES = (*_SHARED_FILES, "fulltext.arcadedb.sql")
"""What the embedded store's host runs, in this order."""


def read_schema(name: str) -> str:
    """The text of one schema file."""
    return (resources.files("cypher") / "schema" / name).read_text(encoding="utf-8")


def statements(name: str) -> list[str]:
    """The statements of one schema file, without comment lines; each ends with ``;`` at the end of a line."""
    lines = [line for line in read_schema(name).splitlines() if not line.lstrip().startswith(("//", "--"))]
    return [statement.strip() for statement in ("\n".join(lines) + "\n").split(";\n") if statement.strip()]


def schema_print(names: tuple[str, ...]) -> str:
    """A short digest of the statements of these files; the same files give the same digest."""
    text = "\n".join(statement for name in names for statement in statements(name))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
