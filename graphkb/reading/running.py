"""One statement of an analyst: run so that it cannot write, and its values as plain ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import neo4j.graph
from pydantic import BaseModel, ConfigDict

from graphkb.errors import StoreFailure, UsageError
from graphkb.reading.guard import reading_only
from graphkb.stores import Store

_REFUSED = {
    "Neo.ClientError.Statement.AccessMode": "it writes; only reading statements are run here",
    "Neo.ClientError.Security.Forbidden": "it does what a reading user of the store may not do",
}


class Found(BaseModel):
    """What a statement found: the cells of each row in the order of ``columns``; ``truncated``: there were more rows."""

    model_config = ConfigDict(frozen=True)

    columns: tuple[str, ...]
    rows: list[list[Any]]
    truncated: bool


def run_statement(store: Store, statement: str, parameters: Mapping[str, Any], limit: int) -> Found:
    """Return what one reading statement finds, ``limit`` rows of it at most; open ``store`` with ``reading=True``.

    Neo4j itself keeps a read session from writing. The embedded store knows no such sessions: there its user has no right
    to write, and :func:`reading_only` lets through only what is known to read. Raises UsageError for a statement that
    writes or that the store does not understand, StoreUnavailable and StoreFailure.
    """
    text = reading_only(statement) if store.kind == "embedded" else statement
    try:
        columns, rows = store.table(text, parameters, most=limit + 1)
    except StoreFailure as error:
        code = getattr(error.__cause__, "code", None) or ""
        said = getattr(error.__cause__, "message", None) or str(error)
        if code in _REFUSED:
            raise UsageError(f"the statement was refused by the store: {_REFUSED[code]} ({said})") from error
        if code.startswith("Neo.ClientError.Statement."):
            raise UsageError(f"the store does not understand the statement: {said}") from error
        raise
    return Found(columns=columns, rows=[plain(row) for row in rows[:limit]], truncated=len(rows) > limit)


def plain(value: Any) -> Any:
    """Return a value of the driver as JSON has it: nodes, relationships and paths as maps, times as ISO text."""
    if isinstance(value, neo4j.graph.Node):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if isinstance(value, neo4j.graph.Relationship):
        return {"type": value.type, "properties": plain(dict(value))}
    if isinstance(value, neo4j.graph.Path):
        return {"nodes": plain(value.nodes), "relationships": plain(value.relationships)}
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner) for inner in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    iso = getattr(value, "iso_format", None)
    return iso() if iso is not None else str(value)
