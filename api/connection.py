"""The store that the API answers from."""

from __future__ import annotations

import threading
import time

from graphkb.errors import StoreUnavailable
from graphkb.settings import Settings
from graphkb.stores import Store, open_store
from graphkb.stores.address import parse_address

_RETRY_SECONDS = 2.0
"""How long a store that could not be opened is left alone; meanwhile requests get the same answer at once."""


class Connection:
    """Opens the store at the first need and keeps it; a store that is not there is tried again by later requests.

    So the API may start before its database, says so on ``/readyz``, and needs no restart once the database is up.
    """

    def __init__(self, settings: Settings) -> None:
        """Raises UsageError for a store address that is not understood: that one would never come."""
        parse_address(settings.store)
        self._settings = settings
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._again = 0.0
        self._fault = ""

    @property
    def address(self) -> str:
        """The store's address as the settings have it."""
        return self._settings.store

    def store(self) -> Store:
        """Return the open store. Raises StoreUnavailable."""
        if self._store is not None:
            return self._store
        with self._lock:
            if self._store is None:
                if time.monotonic() < self._again:
                    raise StoreUnavailable(self._fault)
                try:
                    self._store = open_store(self._settings)
                except StoreUnavailable as error:
                    self._fault = str(error)
                    self._again = time.monotonic() + _RETRY_SECONDS
                    raise
            return self._store

    def close(self) -> None:
        """Let go of the store, where it was opened."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
