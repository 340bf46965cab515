"""The graph as files for ``neo4j-admin database import full``: a new Neo4j with all of it in seconds, without a dump.

Format: Neo4j Operations Manual, "Import" (headers, property types, quoting). An unquoted empty field is null, a quoted one
the empty text; lists are parted by U+001F, which no printed text holds. An empty list cannot be said, nor one of one
empty text: both arrive as null, and ``finish.cypher``, which is run after the import and makes the constraints, mends them.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from graphkb.errors import StoreFailure
from graphkb.export.graph import Graph
from graphkb.stores.schema import NEO4J_FILES, read_schema
from graphkb.vocabulary import NODES, RELATIONS, TYPES

_BETWEEN = "\x1f"
_HEADER_TYPES = {
    "boolean": ":boolean",
    "integer": ":long",
    "float": ":double",
    "list<string>": ":string[]",
    "list<integer>": ":long[]",
    "list<float>": ":double[]",
}
_NODE_FILES = {kind.labels[0]: f"nodes-{kind.labels[0]}.csv" for kind in NODES}
_RELATION_FILES = {kind.name: f"relations-{kind.name}.csv" for kind in RELATIONS}


def write_bulk(graph: Graph, folder: Path) -> str:
    """Write the files into the folder, which is there and empty; return how much it is, in words."""
    with ExitStack() as files:
        nodes = _Tables(files, folder, _NODE_FILES, _node_columns(), ":LABEL")
        relations = _Tables(files, folder, _RELATION_FILES, _relation_columns(), ":END_ID")
        for node in graph.nodes():
            labels = _BETWEEN.join(node.kind.labels)
            nodes.write(node.kind.labels[0], dict(node.properties), labels)
        for relation in graph.relations():
            ends = {":START_ID": relation.start}
            relations.write(relation.type, {**ends, **relation.properties}, relation.end)
    finish = [read_schema(name) for name in NEO4J_FILES]
    finish += nodes.empty_lists("MATCH (n:{kind})") + relations.empty_lists("MATCH ()-[n:{kind}]->()")
    (folder / "finish.cypher").write_text("".join(finish), "utf-8")
    (folder / "import.sh").write_text(_script([*nodes.written, *relations.written]), "utf-8")
    (folder / "import.sh").chmod(0o755)
    (folder / "README.md").write_text(_README, "utf-8")
    return f"{nodes.rows} nodes, {relations.rows} relations"


_OPTIONS = (
    'database import full "${1:-neo4j}"',
    "--overwrite-destination",
    "--multiline-fields=true",
    "--array-delimiter=U+001F",
    "--id-type=string",
)
_README = """\
# The graph as files for neo4j-admin

1. Stop the Neo4j that is to hold it (5.26 or newer). Its database `neo4j` is replaced.
2. `NEO4J_HOME=/path/to/neo4j sh import.sh`, or `sh import.sh` where `neo4j-admin` is on the PATH.
3. Start it, then make constraints, indexes and what the files cannot say: `cypher-shell -u neo4j -f finish.cypher`, or paste
   that file in the Neo4j Browser. Wait some seconds until the indexes are filled.
4. `GRAPHKB_STORE=neo4j://127.0.0.1:7687 GRAPHKB_PASSWORD=… graphkb query dataset`

Every node keeps its `id`. Lists are parted by U+001F; an empty field is null.
"""


def _script(names: list[str]) -> str:
    options = [*_OPTIONS]
    for name in sorted(names):
        type_ = name.removesuffix(".csv").removeprefix("relations-")
        options.append(
            f'--nodes="$PWD/{name}"' if name.startswith("nodes-") else f'--relationships={type_}="$PWD/{name}"'
        )
    start = '#!/bin/sh\nset -eu\ncd "$(dirname "$0")"\n"${NEO4J_HOME:+$NEO4J_HOME/bin/}neo4j-admin" \\\n'
    return f"{start}    " + " \\\n    ".join(options) + "\n"


def _node_columns() -> dict[str, list[str]]:
    columns: dict[str, list[str]] = {}
    for kind in NODES:
        known = columns.setdefault(kind.labels[0], [])
        known.extend(name for name in kind.properties if name not in known)
    return columns


def _relation_columns() -> dict[str, list[str]]:
    return {kind.name: [":START_ID", *kind.properties] for kind in RELATIONS}


class _Tables:
    """One CSV a kind, begun at its first row."""

    def __init__(
        self, files: ExitStack, folder: Path, names: dict[str, str], columns: dict[str, list[str]], last: str
    ) -> None:
        self._files = files
        self._folder = folder
        self._names = names
        self._columns = columns
        self._last = last
        self._open: dict[str, TextIO] = {}
        self._empty: set[tuple[str, str]] = set()
        self._missing: set[tuple[str, str]] = set()
        self._of_one_empty: dict[tuple[str, str], list[str]] = {}
        self.rows = 0

    @property
    def written(self) -> list[str]:
        """The names of the files that were begun."""
        return [self._names[kind] for kind in self._open]

    def write(self, kind: str, values: dict[str, Any], last: str) -> None:
        """Write a row. Raises StoreFailure for a property that the vocabulary does not know."""
        columns = self._columns[kind]
        unknown = values.keys() - set(columns)
        if unknown:
            raise StoreFailure(f"The store holds {kind} with {sorted(unknown)}, which this graphkb does not know.")
        for column in columns:
            if TYPES.get(column, "").startswith("list"):
                self._look_at_list(kind, column, values)
        file = self._open.get(kind) or self._begin(kind)
        file.write(",".join([*(_field(values.get(column)) for column in columns), _field(last)]) + "\n")
        self.rows += 1

    def empty_lists(self, match: str) -> list[str]:
        """Return the statements that make empty again the lists that arrive as null; ``match`` finds ``{kind}`` as n.

        Raises StoreFailure where a list is empty here and missing there: the import would make them one.
        """
        both = sorted(self._empty & self._missing)
        if both:
            kind, column = both[0]
            raise StoreFailure(
                f"The store holds {kind} with and without {column}, which the files cannot tell apart; load the lists again."
            )
        empty = [
            f"{match.format(kind=kind)} WHERE n.{column} IS NULL\n"
            f"CALL (n) {{ SET n.{column} = [] }} IN TRANSACTIONS OF 10000 ROWS;\n"
            for kind, column in sorted(self._empty)
        ]
        return empty + [
            f"{match.format(kind=kind)} WHERE n.id IN {ids} SET n.{column} = [''];\n"
            for (kind, column), ids in sorted(self._of_one_empty.items())
        ]

    def _look_at_list(self, kind: str, column: str, values: dict[str, Any]) -> None:
        value = values.get(column)
        if value is None:
            self._missing.add((kind, column))
        elif not value:
            self._empty.add((kind, column))
        elif value == [""] and "id" in values:
            self._of_one_empty.setdefault((kind, column), []).append(values["id"])
        elif value == [""] or any(_BETWEEN in str(one) for one in value):
            raise StoreFailure(f"The store holds {kind} whose {column} is {value!r}, which the files cannot say.")

    def _begin(self, kind: str) -> TextIO:
        path = self._folder / self._names[kind]
        file = self._files.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        self._open[kind] = file
        heads = [_head(column) for column in self._columns[kind]]
        file.write(",".join([*heads, self._last]) + "\n")
        return file


def _head(column: str) -> str:
    if column == "id":
        return "id:ID"
    return column + (_HEADER_TYPES.get(TYPES.get(column, ""), "") if not column.startswith(":") else "")


def _field(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        value = _BETWEEN.join(map(str, value))
    return '"' + str(value).replace('"', '""') + '"'
