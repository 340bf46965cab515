"""Statements of ``cypher/write``, run within one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from neo4j import ManagedTransaction

from graphkb.cypher_files import read_file
from graphkb.ingest.rows import Row

BATCH = 1000
"""Rows a statement: what the driver and both stores take in one go without a bend in time or memory."""


class Runner:
    """Runs the statements of ``cypher/write`` within one transaction."""

    def __init__(self, tx: ManagedTransaction) -> None:
        self._tx = tx

    def __call__(self, name: str, **parameters: Any) -> list[Row]:
        return [dict(record) for record in self._tx.run(read_file("write", name).text, parameters)]

    def over(self, name: str, many: str, values: Sequence[Any], **parameters: Any) -> list[Row]:
        """Run the statement once for each batch of ``values``, given as the parameter ``many``."""
        found: list[Row] = []
        for start in range(0, len(values), BATCH):
            found += self(name, **{many: list(values[start : start + BATCH])}, **parameters)
        return found
