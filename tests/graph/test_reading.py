"""Statements of one's own on real stores: none writes, whichever line of defence is looked at alone."""

from __future__ import annotations

from collections.abc import Iterator

import neo4j
import pytest

from graphkb.errors import StoreFailure, UsageError
from graphkb.reading import run_statement
from graphkb.settings import Settings
from graphkb.stores import Store, open_store

WRITING = [
    "CREATE (n:Duty {id: 'new'})",
    "MERGE (n:Duty {id: 'new'}) RETURN n.id AS id",
    "MATCH (n:Duty) SET n.name = 'other'",
    "MATCH (n:Duty) REMOVE n.name",
    "MATCH (n:Duty) DETACH DELETE n",
    "MATCH (n:Duty) CREATE (n)-[:CITES]->(:Law {id: 'new'})",
    "MATCH (n:Duty) FOREACH (x IN [1] | SET n.x = x)",
    "CREATE INDEX of_nobody IF NOT EXISTS FOR (n:Duty) ON (n.x)",
    "DROP CONSTRAINT duty_id",
]


@pytest.fixture
def reading(store: Store, store_settings: Settings) -> Iterator[Store]:
    """The store opened for reading, with one node in it."""

    def fill(transaction: neo4j.ManagedTransaction) -> None:
        transaction.run("CREATE (:Duty:BasicDuty {id: 'one', name: '河道管护', printed: [1, 2]})").consume()

    store.write(fill)
    with open_store(store_settings, reading=True) as opened:
        yield opened


@pytest.mark.parametrize("statement", WRITING)
def test_a_statement_that_writes_is_refused_and_changes_nothing(reading: Store, statement: str) -> None:
    """The analyst's own machine holds the only copy of the decisions that went into the graph."""
    with pytest.raises(UsageError, match=r"reading|refused"):
        run_statement(reading, statement, {}, 10)
    assert reading.read("MATCH (n:Duty) RETURN n.id AS id, n.name AS name, n.x AS x") == [
        {"id": "one", "name": "河道管护", "x": None}
    ]


@pytest.mark.parametrize("statement", WRITING[:-1])  # the engine knows no DROP CONSTRAINT at all
def test_the_store_itself_refuses_what_writes(reading: Store, statement: str) -> None:
    """The second line: what the guard of the embedded store might overlook one day."""
    with pytest.raises(StoreFailure):
        reading.table(statement)
    assert reading.read("MATCH (n) RETURN count(*) AS nodes") == [{"nodes": 1}]


def test_values_of_the_graph_become_plain_ones(reading: Store) -> None:
    """Nodes, times and maps must be fit for JSON; a limit tells that there is more."""
    found = run_statement(
        reading,
        "MATCH (n:Duty) UNWIND [1, 2, 3] AS x RETURN x, n, $p AS p, date('2026-01-02') AS day, {a: [null]} AS m ORDER BY x",
        {"p": "it's"},
        2,
    )
    node = {"labels": ["BasicDuty", "Duty"], "properties": {"id": "one", "name": "河道管护", "printed": [1, 2]}}
    assert found.columns == ("x", "n", "p", "day", "m")
    assert found.rows == [[x, node, "it's", "2026-01-02", {"a": [None]}] for x in (1, 2)]
    assert found.truncated


@pytest.mark.parametrize("statement", ["MATCH (n RETURN n", "RETURN $missing AS x", "MATCH (n) RETURN m"])
def test_a_mistake_in_the_statement_is_wrong_usage(reading: Store, statement: str) -> None:
    """A typing error is the analyst's to mend, not a failure of the store."""
    with pytest.raises(UsageError):
        run_statement(reading, statement, {}, 2)
