"""All names of a store, kept in memory: read at the first need, and again in the background when the dataset changes."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Iterator

from pydantic import Field

from graphkb.catalogue import (
    CATEGORY_NAMES,
    DEPARTMENT_NAMES,
    DIVISION_NAMES,
    FUNCTION_NAMES,
    LAW_NAMES,
    MATTER_NAMES,
    Query,
)
from graphkb.catalogue.query import MOST_ROWS, Params, Row
from graphkb.catalogue.rows import NameRow, NamesParams
from graphkb.errors import GraphkbError, StoreUnavailable, UsageError
from graphkb.search.mentions import Together, mentions, together
from graphkb.search.names import KINDS, Found, NameIndex
from graphkb.stores import Store
from graphkb.stores.errand import note_state
from graphkb.stores.publication import State

MOST_NAMES = 100_000
"""Names of one question that are kept; an answer says where there are more."""
_QUERIES: tuple[Query[NamesParams, NameRow], ...] = (
    DEPARTMENT_NAMES,
    DIVISION_NAMES,
    FUNCTION_NAMES,
    MATTER_NAMES,
    LAW_NAMES,
    CATEGORY_NAMES,
)
_log = logging.getLogger("graphkb.search")

_SAYS = {
    "name": "名称相符",
    "other name": "又名{shown}",
    "pinyin": "拼音相符",
    "initials": "拼音首字母相符",
    "code": "区划代码{shown}",
}


class FoundRow(Row):
    """Something found by its name or its text; ``score`` is from 0 to 1, ``match`` tells which form matched."""

    kind: str
    id: str
    name: str
    place: str | None
    section: str | None
    why: list[str]
    score: float
    match: str


class SuggestParams(Params):
    """What is typed, and which kinds are wanted (by comma; all where none is named)."""

    q: str = Field(min_length=1, max_length=100, description="as it is typed: Chinese, pinyin, initials, a code")
    kind: str = Field("", max_length=200, description=f"kinds by comma: {', '.join(KINDS)}; empty: all")
    limit: int = Field(10, ge=1, le=100, description="most rows to return")

    def kinds(self) -> list[str]:
        """Return the kinds; raises UsageError for one that there is not."""
        return wanted_kinds(self.kind, KINDS)


class Suggestions(Row):
    """Names, best first; ``version`` is that of the dataset whose names answered."""

    together: Together
    rows: list[FoundRow]
    truncated: bool = Field(description="there are more names that match")
    version: int
    stale: bool = Field(description="the dataset has changed since; its names are being read")
    complete: bool = Field(description="false where the store has more names than are kept")


class Suggester:
    """The names of one store. Threads may share it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._index: NameIndex | None = None
        self._complete = True
        self._building: threading.Thread | None = None
        self._fault: GraphkbError | None = None

    def suggest(self, asked: SuggestParams) -> Suggestions:
        """Return names that match what is typed, best first.

        The first call reads all names; later ones answer at once. Raises UsageError for an unknown kind, StoreUnavailable
        or StoreFailure.
        """
        kinds = asked.kinds()
        index, stale = self.index()
        found = index.suggest(asked.q, kinds, asked.limit + 1)
        return Suggestions(
            together=together(self._store, mentions(index, asked.q)),
            rows=[to_row(one) for one in found[: asked.limit]],
            truncated=len(found) > asked.limit,
            version=index.state.version,
            stale=stale,
            complete=self._complete,
        )

    def index(self) -> tuple[NameIndex, bool]:
        """Return the names, and whether the dataset has changed since; then they are read again in the background."""
        state = self._store.state()
        index = self._index
        if index is None:
            self._build(state).join()
            index = self._index
            if index is None:
                raise self._fault or StoreUnavailable(
                    f"The names of the store {self._store.address} could not be read."
                )
        elif index.state.same_dataset(state):
            note_state(state)
            return index, False
        else:
            self._build(state)
        note_state(index.state)
        return index, not index.state.same_dataset(state)

    def _build(self, state: State) -> threading.Thread:
        """Return the thread that reads the names: the one that does so already, or a new one."""
        with self._lock:
            if self._building is None or not self._building.is_alive():
                self._building = threading.Thread(target=self._read, args=(state,), name="graphkb-names", daemon=True)
                self._building.start()
            return self._building

    def _read(self, state: State) -> None:
        try:
            complete: list[bool] = []
            self._index = NameIndex(self._rows(complete), state)
            self._complete = all(complete)
        except GraphkbError as error:  # the old names go on answering; the next call tries again
            self._fault = error
            _log.warning("The names of dataset version %d could not be read: %s", state.version, error)

    def _rows(self, complete: list[bool]) -> Iterator[NameRow]:
        for query in _QUERIES:
            rows = query.every(self._store, NamesParams(limit=MOST_ROWS))
            yield from itertools.islice(rows, MOST_NAMES)
            complete.append(next(rows, None) is None)


def wanted_kinds(text: str, known: tuple[str, ...]) -> list[str]:
    """Return the kinds that a text names by comma, all where it names none; raises UsageError for an unknown one."""
    kinds = [kind for kind in text.split(",") if kind]
    if unknown := [kind for kind in kinds if kind not in known]:
        raise UsageError(f"there is no kind {unknown[0]!r}; there are {', '.join(known)}")
    return kinds or list(known)


def to_row(found: Found) -> FoundRow:
    """Return a found name as a row."""
    row = found.row
    says = _SAYS[found.form].format(shown=found.shown)
    place = row.place.removesuffix(row.name).rstrip("/") if row.place and row.kind != "department" else row.place
    return FoundRow(
        kind=row.kind,
        id=row.id,
        name=row.name,
        place=place or None,
        section=None,
        why=[says if found.score >= 0.6 else f"{says}（相近）"],
        score=round(found.score, 3),
        match=found.form if found.score >= 0.6 else "similar",
    )
