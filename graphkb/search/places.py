"""Which townships a question is about: by their names as people write them, or by ids."""

from __future__ import annotations

import threading

from graphkb.catalogue import DIVISION_NAMES, MATCH_TOWNSHIPS
from graphkb.catalogue.query import MOST_ROWS
from graphkb.catalogue.rows import MatchTownshipRow, MatchTownshipsParams, NameRow, NamesParams
from graphkb.errors import NotFound, UsageError
from graphkb.search.names import EXACT, PREFIX, NameIndex
from graphkb.stores import Store
from graphkb.stores.publication import State

MOST_TOWNSHIPS = 200
"""Townships that one question may be about, and whose words are kept: some 2 MB each."""
_TOLD = 4
"""Names that an error tells of several."""


class Places:
    """The townships of one store; names of divisions are read at the first need and kept until the dataset changes.

    Threads may share it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._names: NameIndex | None = None

    def townships(self, township: str | None, county: str | None, state: State) -> list[MatchTownshipRow]:
        """Return the townships with a current list that have this name or id, or that lie in this county.

        A name may stand behind its county's (青禾县石桥镇) or be cut short where only one begins so (莲渡); a county's name in
        place of a township's means all of its townships. Raises NotFound where there is none, UsageError for the beginning of
        several names and for more than :data:`MOST_TOWNSHIPS`.
        """
        found = self._with_lists(township, county) or self._called(township, county, state)
        if not found and county is None:
            found = self._called(None, township, state)
        if len(found) > MOST_TOWNSHIPS:
            raise UsageError(f"{township or county} means more than {MOST_TOWNSHIPS} townships; name one, or a county")
        if not found:
            where = "".join(filter(None, (county, township)))
            raise NotFound(f"no current list of {where} is loaded; see graphkb query list_catalogue")
        return found

    def _with_lists(self, township: str | None, county: str | None) -> list[MatchTownshipRow]:
        wanted = MatchTownshipsParams(township=township, county=county, limit=MOST_TOWNSHIPS + 1)
        return MATCH_TOWNSHIPS.run(self._store, wanted).rows

    def _called(self, township: str | None, county: str | None, state: State) -> list[MatchTownshipRow]:
        """Return the townships of what is named otherwise than by its whole name."""
        index = self._index(state)
        within = None
        if county is not None:
            within = index.path_of(county) or next((row.place for row in _meant(index, county, "county", None)), None)
            if within is None:
                return []
        if township is None:
            found = self._with_lists(None, (within or "").rpartition("/")[2])
        elif index.path_of(township) is not None:
            found = self._with_lists(township, None)
        else:
            meant = _meant(index, township, "township", within)
            found = [row for one in meant for row in self._with_lists(one.id, None)]
        return [row for row in found if within is None or row.path.startswith(f"{within}/")]

    def _index(self, state: State) -> NameIndex:
        with self._lock:
            if self._names is not None and self._names.state.same_dataset(state):
                return self._names
        rows = DIVISION_NAMES.every(self._store, NamesParams(limit=MOST_ROWS))
        made = NameIndex((row for row in rows if row.weight), state)
        with self._lock:
            self._names = made
        return made


def _meant(index: NameIndex, text: str, kind: str, within: str | None) -> list[NameRow]:
    """Return the divisions that have this name, or the one whose name begins so. Raises UsageError for several of these."""
    found = index.suggest(text, [kind], MOST_TOWNSHIPS + 1, similar=False, within=within)
    exact = [one.row for one in found if one.score == EXACT]
    begun = [one.row for one in found if one.score == PREFIX]
    if not exact and len(begun) > 1:
        names = "、".join(row.place or row.name for row in begun[:_TOLD])
        raise UsageError(f"{text} is the beginning of {len(begun)} names, such as {names}; name one of them")
    return exact or begun
