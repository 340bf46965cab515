"""The stores: embedded ArcadeDB (default), Neo4j 5.26 LTS and Neo4j 2026.x, all by Bolt and the official driver."""

from graphkb.stores.lifecycle import StoreStatus, start, status, stop
from graphkb.stores.opening import apply_schema, open_store
from graphkb.stores.store import Store

__all__ = ["Store", "StoreStatus", "apply_schema", "open_store", "start", "status", "stop"]
