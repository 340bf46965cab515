"""The graph of a place, streamed: its nodes, then its relations.

A list's own nodes are asked for list by list. What lists share (bodies, divisions, laws …) is collected by id on the way
and asked for at the end, so that memory holds these ids and one page, however large the place is. Relations wait in a
temporary file until all nodes are written, for most formats want them in that order.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from graphkb.catalogue import (
    EXPORTED_NODES,
    EXPORTED_RELATIONS,
    EXPORTED_SHARED_NODES,
    EXPORTED_SHARED_RELATIONS,
)
from graphkb.catalogue.rows import (
    ExportedListRow,
    ExportedNodesParams,
    ExportedRelationRow,
    ExportedRelationsParams,
    ExportedSharedNodesParams,
    ExportedSharedRelationsParams,
)
from graphkb.export.scope import PAGE, Progress, Scope
from graphkb.stores import Store
from graphkb.vocabulary import NodeKind, kind_of

_BATCH = 500
_DATASET = "graphkb"
"""Id of the Dataset node, which counts the versions."""
_NAMES = ("name", "title", "text", "edition", "id")


@dataclass(frozen=True)
class Node:
    """A node with the path of the division that it is of, where there is one."""

    id: str
    kind: NodeKind
    properties: Mapping[str, Any]
    place: str | None

    @property
    def name(self) -> str:
        """What the node is called: its name, else its title, else its text."""
        return next(str(self.properties[name]) for name in _NAMES if self.properties.get(name))


@dataclass(frozen=True)
class Relation:
    """A relation between two nodes, which are told by their ids."""

    start: str
    type: str
    end: str
    properties: Mapping[str, Any]


class Graph:
    """The graph of a scope; take all of :meth:`nodes` first, then :meth:`relations`. Use it in a ``with`` statement.

    ``complete`` adds what no question asks but the loader needs: wordings, and the dataset's version.
    """

    def __init__(self, store: Store, scope: Scope, progress: Progress, *, complete: bool = False) -> None:
        self._store = store
        self._scope = scope
        self._progress = progress
        self._complete = complete
        self._shared: set[str] = {_DATASET} if complete else set()
        self._documents: set[str] = set()
        self._waiting = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._waiting.close()

    def nodes(self) -> Iterator[Node]:
        """Yield every node once: those of each list, then what they share. Raises NotFound, StoreFailure, StoreUnavailable."""
        for listed in self._scope.lists(self._store, self._progress):
            yield from self._nodes_of(listed)
        asked: set[str] = set()
        while self._shared - asked:
            ids = sorted(self._shared - asked)[:_BATCH]
            asked.update(ids)
            yield from self._shared_nodes(ids)

    def relations(self) -> Iterator[Relation]:
        """Yield every relation between two nodes that :meth:`nodes` has yielded."""
        self._waiting.seek(0)
        for line in self._waiting:
            yield Relation(*json.loads(line))

    def _nodes_of(self, listed: ExportedListRow) -> Iterator[Node]:
        own: set[str] = set()
        asked = ExportedNodesParams(list=listed.list_id, section=self._scope.section, limit=PAGE)
        for row in EXPORTED_NODES.every(self._store, asked):
            own.add(row.id)
            kind = kind_of(row.labels)
            if kind.name == "Document":  # of several lists, perhaps
                if row.id in self._documents:
                    continue
                self._documents.add(row.id)
            if self._complete and row.properties.get("wording"):
                self._shared.add(row.properties["wording"])
            yield Node(row.id, kind, row.properties, listed.place)
        related = ExportedRelationsParams(list=listed.list_id, section=self._scope.section, limit=PAGE)
        for relation in EXPORTED_RELATIONS.every(self._store, related):
            self._shared.update({relation.from_id, relation.to_id} - own)
            self._wait(relation)

    def _shared_nodes(self, ids: list[str]) -> Iterator[Node]:
        for row in EXPORTED_SHARED_NODES.run(self._store, ExportedSharedNodesParams(ids=ids, limit=len(ids))).rows:
            yield Node(row.id, kind_of(row.labels), row.properties, row.place)
        for relation in EXPORTED_SHARED_RELATIONS.every(
            self._store, ExportedSharedRelationsParams(ids=ids, limit=PAGE)
        ):
            # A body works with townships of other places too; all else that is reached belongs to what was asked for.
            if relation.relation != "WORKS_WITH":
                self._shared.add(relation.to_id)
            if relation.to_id in self._shared:
                self._wait(relation)

    def _wait(self, row: ExportedRelationRow) -> None:
        parts = (row.from_id, row.relation, row.to_id, row.properties)
        self._waiting.write(json.dumps(parts, ensure_ascii=False) + "\n")


def joined(value: Any) -> Any:
    """Return a property for formats without lists: the elements of a list parted by "; "."""
    return "; ".join(map(str, value)) if isinstance(value, Iterable) and not isinstance(value, str) else value
