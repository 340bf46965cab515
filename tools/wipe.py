"""Empty a store between tests and between rounds of a benchmark."""

from __future__ import annotations

from graphkb.stores import Store

_QUERY = "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS deleted"


def wipe(store: Store) -> None:
    """Delete all nodes and relations, in batches; the schema stays."""
    while store.write(lambda transaction: transaction.run(_QUERY).single(strict=True)["deleted"]):
        pass
