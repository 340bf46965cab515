"""The files for neo4j-admin, imported by the real one and asked on the real Neo4j that holds them then."""

from __future__ import annotations

import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import neo4j
import pytest
from pydantic import SecretStr

from graphkb.catalogue import LOOKUPS, QUESTIONS
from graphkb.errors import StoreFailure
from graphkb.export import FORMATS, Scope, export_place
from graphkb.export.bulk import _Tables
from graphkb.settings import Settings
from graphkb.stores import Store, open_store
from tests.conftest import skip_or_fail
from tools.neo4j import neo4j_local

pytestmark = [pytest.mark.store, pytest.mark.slow]

ASKED: dict[str, dict[str, Any]] = {
    "dataset": {},
    "list_catalogue": {},
    "department_delegations": {"department": "县水利局", "limit": 500},
    "function_delegations": {"function": "water", "limit": 500},
    "township_duties": {"township": "石桥镇", "limit": 500},
    "bodies": {"limit": 500},
    "matters": {"limit": 500},
    "reclaimed_yet_delegated": {"limit": 500},
    "text_search": {"words": "巡查 上报", "limit": 500},
}


@pytest.mark.parametrize("version", neo4j_local.VERSIONS.values(), ids=lambda version: version.profile)
def test_an_imported_neo4j_answers_as_the_store_did(
    samples: Store, tmp_path: Path, version: neo4j_local.Version
) -> None:
    """An office without Python loads the graph into the Neo4j that it has."""
    folder, home = tmp_path / "bulk with blanks", tmp_path / "neo4j"
    export_place(samples, FORMATS["neo4j"], Scope(current=False), folder, lambda done, total: None)
    try:
        neo4j_local.write_admin_script(version, home)
    except neo4j_local.Neo4jUnavailable as error:
        skip_or_fail(str(error))
    environment = {"NEO4J_HOME": str(home), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["sh", folder / "import.sh"], capture_output=True, text=True, env=environment, cwd=tmp_path, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    server = neo4j_local.start(version, home, java_options=neo4j_local.SHORT_LIVED)
    try:
        settings = Settings(store=server.uri, user=neo4j_local.USER, password=SecretStr(server.password))
        with open_store(settings) as imported:
            finish(server, (folder / "finish.cypher").read_text("utf-8"))
            assert contents(imported) == contents(samples)
            for name, given in ASKED.items():
                query = (QUESTIONS | LOOKUPS)[name]
                assert query.run(imported, query.parse(given)) == query.run(samples, query.parse(given)), name
    finally:
        server.stop()


def finish(server: neo4j_local.Server, text: str) -> None:
    """Run the statements of a file one by one, as cypher-shell does."""
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    with (
        neo4j.GraphDatabase.driver(server.uri, auth=(neo4j_local.USER, server.password)) as driver,
        driver.session() as session,
    ):
        for statement in lines.split(";\n"):
            if statement.strip():
                session.run(statement).consume()
        session.run("CALL db.awaitIndexes(120)").consume()


def contents(store: Store) -> list[tuple[Any, ...]]:
    """Return everything in the store, sorted: nodes with labels and properties, relations with theirs.

    But for what loading keeps for itself: its lock, the clues that wordings are found by, and former ids.
    """
    nodes = store.read(
        "MATCH (n) WHERE NOT n:LoadLock AND NOT n:Clue AND NOT n:FormerId RETURN labels(n) AS labels, properties(n) AS properties"
    )
    relations = store.read(
        "MATCH (a)-[r]->(b) WHERE NOT type(r) IN ['FOUND_BY', 'NOW'] "
        "RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS properties"
    )
    found = [(str(sorted(row["labels"])), "", "", _sorted(row["properties"])) for row in nodes]
    return sorted(found + [(row["start"], row["type"], row["end"], _sorted(row["properties"])) for row in relations])


def _sorted(properties: dict[str, Any]) -> str:
    return str(sorted(properties.items()))


def test_lists_that_a_field_cannot_say_are_mended_afterwards(samples: Store, tmp_path: Path) -> None:
    """The import takes an empty list for none, and a question that asks for its size fails on the imported graph."""
    export_place(samples, FORMATS["neo4j"], Scope(), tmp_path / "bulk", lambda done, total: None)
    said = (tmp_path / "bulk" / "finish.cypher").read_text("utf-8")
    assert "MATCH (n:Duty) WHERE n.doubts IS NULL\nCALL (n) { SET n.doubts = [] } IN TRANSACTIONS" in said
    with ExitStack() as files:
        tables = _Tables(files, tmp_path, {"Law": "nodes-Law.csv"}, {"Law": ["id", "plates"]}, ":LABEL")
        tables.write("Law", {"id": "a", "plates": [""]}, "Law")
        tables.write("Law", {"id": "b", "plates": []}, "Law")
    assert tables.empty_lists("MATCH (n:{kind})")[1:] == ["MATCH (n:Law) WHERE n.id IN ['a'] SET n.plates = [''];\n"]
    with ExitStack() as files, pytest.raises(StoreFailure, match="cannot say"):
        _Tables(files, tmp_path, {"Law": "nodes-Law.csv"}, {"Law": ["id", "plates"]}, ":LABEL").write(
            "Law", {"id": "a", "plates": ["a\x1fb"]}, "Law"
        )
