"""The stores: embedded ArcadeDB (default), Neo4j 5.26 LTS and Neo4j 2026.x, all by Bolt and the official driver."""

import importlib
from typing import TYPE_CHECKING

__all__ = ["Store", "StoreStatus", "apply_schema", "open_store", "start", "status", "stop"]

if TYPE_CHECKING:
    from graphkb.stores.lifecycle import StoreStatus, start, status, stop
    from graphkb.stores.opening import apply_schema, open_store
    from graphkb.stores.store import Store
else:
    # Loaded at first use: the host process is a module of this package and must come up quickly, and the driver, which
    # only clients need, takes most of a second where pandas is installed, and 60 MB.
    _HOMES = {"Store": "store", "apply_schema": "opening", "open_store": "opening"}

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(importlib.import_module(f"{__name__}.{_HOMES.get(name, 'lifecycle')}"), name)
