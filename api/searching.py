"""What the API keeps in memory to search with: the words of townships, and all names."""

from __future__ import annotations

import threading
from typing import Annotated

from fastapi import Depends, Request

from api.connection import Connection
from graphkb.search.match import Matcher
from graphkb.search.suggest import Suggester


class Searcher:
    """Makes what searches the application's store at the first need. Threads may share it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._matcher: Matcher | None = None
        self._suggester: Suggester | None = None

    def matcher(self) -> Matcher:
        """Return what matches sentences with duties. Raises StoreUnavailable."""
        store = self._connection.store()
        with self._lock:
            if self._matcher is None:
                self._matcher = Matcher(store)
            return self._matcher

    def suggester(self) -> Suggester:
        """Return what knows all names. Raises StoreUnavailable."""
        store = self._connection.store()
        with self._lock:
            if self._suggester is None:
                self._suggester = Suggester(store)
            return self._suggester


async def _searcher(request: Request) -> Searcher:
    # async, or FastAPI would send it through the thread pool.
    searcher = request.app.state.searcher
    assert isinstance(searcher, Searcher)
    return searcher


Searching = Annotated[Searcher, Depends(_searcher)]
"""What the application searches with, as a route's parameter."""
