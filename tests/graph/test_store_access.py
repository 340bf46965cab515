"""Reading, writing and failing are the same on all three stores."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from neo4j import ManagedTransaction
from pydantic import SecretStr

from graphkb.errors import StoreFailure, StoreUnavailable, UsageError
from graphkb.settings import Settings
from graphkb.stores import Store, apply_schema, open_store, start, status, stop
from graphkb.stores.opening import refuse_unsupported
from graphkb.stores.schema import EMBEDDED_FILES, NEO4J_FILES, statements

only_neo4j = pytest.mark.parametrize("store_settings", ["neo4j-5.26", "neo4j-2026"], indirect=True)


def create(transaction: ManagedTransaction, *duties: str) -> None:
    transaction.run("UNWIND $ids AS id CREATE (:Duty {id: id})", ids=list(duties)).consume()


def create_then_fail(transaction: ManagedTransaction) -> None:
    create(transaction, "d1")
    raise ValueError("the row makes no sense")


def count_up(transaction: ManagedTransaction, duty: str) -> None:
    query = "MERGE (d:Duty {id: $id}) ON CREATE SET d.count = 0 SET d.count = d.count + 1"
    transaction.run(query, id=duty).consume()


def index_names(store: Store) -> set[str]:
    return {row["name"] for row in store.read("SHOW INDEXES YIELD name RETURN name AS name")}


def test_rows_come_in_the_order_and_under_the_names_of_the_query(store: Store) -> None:
    """Answers are printed as tables, with the columns as the query file has them."""
    query = "UNWIND $rows AS row RETURN row.z AS z, row.a AS a, $nothing AS nothing ORDER BY z"
    rows = store.read(query, {"rows": [{"z": "水利", "a": [2]}, {"z": "林业", "a": []}], "nothing": None})
    assert rows == [{"z": "林业", "a": [], "nothing": None}, {"z": "水利", "a": [2], "nothing": None}]
    assert list(rows[0]) == ["z", "a", "nothing"]


def test_a_write_that_fails_leaves_nothing_and_passes_its_error_on(store: Store) -> None:
    """A row in the middle of a list turns out to be wrong."""
    with pytest.raises(ValueError, match="the row makes no sense"):
        store.write(create_then_fail)
    assert store.read("MATCH (d:Duty) RETURN count(d) AS n") == [{"n": 0}]


def test_a_key_that_exists_fails_the_whole_write(store: Store) -> None:
    """The unique constraints are the last guard against duplicates."""
    store.write(lambda transaction: create(transaction, "d1"))
    with pytest.raises(StoreFailure, match=r"The store .+ failed: .*d1") as failure:
        store.write(lambda transaction: create(transaction, "d2", "d1"))
    assert store.address in str(failure.value)
    assert store.read("MATCH (d:Duty) RETURN d.id AS id") == [{"id": "d1"}]


def test_writers_of_one_key_at_once_lose_nothing(store: Store) -> None:
    """Two loads at once meet in the same departments and categories."""
    together = threading.Barrier(3)
    failures: list[Exception] = []

    def write() -> None:
        for number in range(10):
            together.wait(timeout=60)
            try:
                store.write(partial(count_up, duty=f"d{number}"))
            except Exception as error:
                failures.append(error)

    writers = [threading.Thread(target=write) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=120)
    assert failures == []
    rows = store.read("MATCH (d:Duty) RETURN d.id AS id, d.count AS count ORDER BY id")
    assert rows == [{"id": f"d{number}", "count": 3} for number in range(10)]


def test_a_query_that_cannot_be_understood_names_store_and_fault(store: Store) -> None:
    """Somebody edits a query file."""
    with pytest.raises(StoreFailure, match=r"^The store .+ failed: .+"):
        store.read("MATCH (d:Duty RETURN d")


def test_the_schema_is_all_there_and_applying_it_again_changes_nothing(store: Store) -> None:
    """It is applied at every start of the application."""
    before = index_names(store)
    apply_schema(store)
    assert index_names(store) == before
    constraints = {row["name"] for row in store.read("SHOW CONSTRAINTS YIELD name RETURN name AS name")}
    assert {"duty_id", "department_id", "law_title"} <= constraints


def test_full_text_finds_pairs_of_chinese_characters(store: Store) -> None:
    """Chinese has no blanks between words: the index must know pairs of characters, on both of its dialects."""
    query = (
        "CREATE (:RoleItem:Item {id: 'a', text: '巡查河道并清理垃圾'}), (:RoleItem:Item {id: 'b', text: '宣传防火'})"
    )
    store.write(lambda transaction: transaction.run(query).consume())
    search = "CALL db.index.fulltext.queryNodes('item_text', $words) YIELD node RETURN node.id AS id"
    assert store.read(search, {"words": "河道"}) == [{"id": "a"}]
    assert store.read(search, {"words": "水库"}) == []


def test_status_tells_what_runs_and_no_password(store: Store, store_settings: Settings) -> None:
    """`graphkb store status` is pasted into mails."""
    found = status(store_settings)
    assert (found.kind, found.running, found.address) == (store.kind, True, store.address)
    assert found.version is not None
    assert found.version.startswith("ArcadeDB 26." if store.kind == "embedded" else "Neo4j/")
    password = store_settings.password
    assert password is None or password.get_secret_value() not in found.model_dump_json()
    assert password is None or password.get_secret_value() not in repr(store_settings)


@only_neo4j
def test_a_wrong_password_is_told_from_a_store_that_is_not_there(store_settings: Settings) -> None:
    """The two faults have different remedies."""
    wrong = store_settings.model_copy(update={"password": SecretStr("quite-wrong")})
    with pytest.raises(StoreUnavailable, match=r"refuses the login of user 'neo4j': set GRAPHKB_USER") as failure:
        open_store(wrong)
    assert "quite-wrong" not in str(failure.value)


@only_neo4j
def test_a_database_that_does_not_exist_is_named(store_settings: Settings) -> None:
    """Neo4j Community has the one database neo4j."""
    with pytest.raises(StoreUnavailable, match="has no database 'duties'; set GRAPHKB_DATABASE"):
        open_store(store_settings.model_copy(update={"database": "duties"}))


@only_neo4j
def test_neo4j_gives_up_a_query_after_the_set_time(store_settings: Settings) -> None:
    """A question that nobody bounded must not block the store for the others."""
    query = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c RETURN max(c) AS c"
    with (
        open_store(store_settings.model_copy(update={"query_timeout_seconds": 1})) as store,
        pytest.raises(StoreFailure, match=r"gave up a query after 1 s; .+GRAPHKB_QUERY_TIMEOUT_SECONDS"),
    ):
        store.read(query)


@only_neo4j
def test_a_neo4j_is_not_ours_to_start_or_stop(store_settings: Settings) -> None:
    """`graphkb store stop` with GRAPHKB_STORE set to the office's Neo4j."""
    assert start(store_settings).running
    with pytest.raises(StoreUnavailable, match="is a Neo4j, which graphkb does not stop"):
        stop(store_settings)


@pytest.mark.parametrize("address", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt+s://127.0.0.1:1"])
def test_an_address_where_nobody_listens_is_named_with_both_ways_out(address: str) -> None:
    """Neo4j was not started, or runs on another port."""
    settings = Settings(store=address, password=SecretStr("secret-word"))
    with pytest.raises(StoreUnavailable) as failure:
        open_store(settings)
    message = str(failure.value)
    assert message.startswith(f"The store {address} does not answer (")
    assert "make neo4j" in message
    assert "GRAPHKB_STORE=embedded:.graphkb" in message
    assert "secret-word" not in message
    assert status(settings).fault == message


@pytest.mark.parametrize("agent", ["Neo4j/4.4.40", "Neo4j/5.25.1", "Memgraph/2.0"])
def test_servers_that_are_not_supported_are_refused(agent: str) -> None:
    """Their Cypher differs in ways that would only show in wrong answers."""
    with pytest.raises(StoreUnavailable, match=rf"is {agent}; graphkb needs Neo4j 5\.26 or newer"):
        refuse_unsupported(agent, "bolt://127.0.0.1:7687")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.26.30", "Neo4j/2026.09.0"])
def test_supported_servers_are_taken(agent: str) -> None:
    """The long-term support release and the current ones."""
    refuse_unsupported(agent, "bolt://127.0.0.1:7687")


@pytest.mark.parametrize("address", ["", "embedded:", "neo4j:", "bolt://", "http://127.0.0.1:7474", "folder/graph"])
def test_an_address_that_is_none_is_explained(address: str) -> None:
    """GRAPHKB_STORE is typed by hand."""
    with pytest.raises(UsageError, match=r"is not understood; write embedded:FOLDER or the address of a Neo4j"):
        open_store(Settings(store=address))


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    """Addresses are printed in messages and logs."""
    with pytest.raises(UsageError, match="GRAPHKB_USER and GRAPHKB_PASSWORD") as failure:
        open_store(Settings(store="neo4j://anna:secret-word@graph.example:7687"))
    assert "secret-word" not in str(failure.value)


def test_schema_files_hold_one_statement_after_another() -> None:
    """Each store gets the shared files and its own dialect of the one full-text index."""
    assert [name for name in NEO4J_FILES if name not in EMBEDDED_FILES] == ["fulltext.neo4j.cypher"]
    assert [name for name in EMBEDDED_FILES if name not in NEO4J_FILES] == ["fulltext.arcadedb.sql"]
    for name in (*NEO4J_FILES, *EMBEDDED_FILES):
        assert all(statement.startswith("CREATE ") for statement in statements(name)), name
        assert all(" IF NOT EXISTS" in statement for statement in statements(name)), name
