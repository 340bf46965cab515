"""What searches one store: the words of townships, and all names; made at the first need and kept."""

from __future__ import annotations

import threading
from collections.abc import Callable

from graphkb.search.match import Matcher
from graphkb.search.suggest import Suggester
from graphkb.stores import Store


class Searcher:
    """Keeps a matcher and a suggester for the store that ``store`` gives at each call. Threads may share it.

    Its methods raise what ``store`` raises.
    """

    def __init__(self, store: Callable[[], Store]) -> None:
        self.store = store
        self._lock = threading.Lock()
        self._kept: tuple[Store, Matcher, Suggester] | None = None

    def matcher(self) -> Matcher:
        """Return what matches sentences with duties."""
        return self._of_store()[1]

    def suggester(self) -> Suggester:
        """Return what knows all names."""
        return self._of_store()[2]

    def _of_store(self) -> tuple[Store, Matcher, Suggester]:
        store = self.store()
        with self._lock:
            if self._kept is None or self._kept[0] is not store:
                self._kept = (store, Matcher(store), Suggester(store))
            return self._kept
