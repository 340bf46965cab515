"""Killing the loader (-9) and killing the store (-9) in mid-load: the old list stays whole, and the next load repairs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from graphkb.ingest import load_list
from graphkb.settings import Settings
from graphkb.stores import Store, apply_schema, open_store, status, stop
from tests.builders import document
from tests.conftest import skip_or_fail
from tests.graph.dying_loader import ROWS, long_list
from tools.neo4j import neo4j_local

SIGKILLED = -9
IN_MID_LOAD = ["lock", "delete_clauses", "role_items", "works_with"]


def whole(store: Store) -> str:
    """Return the letter of the edition that the store holds whole: every row, clause and link, and nothing else."""
    letter = store.read("MATCH (d:Duty) RETURN DISTINCT left(d.name, 1) AS x")
    assert len(letter) == 1, letter
    (row,) = store.read(
        "RETURN COUNT { (:Duty)-[:LISTED_IN]->(:DutyList) } AS rows, COUNT { (:Township)-[:ASSISTS]->(:Duty) } AS assists, "
        "COUNT { (:Department)-[:DELEGATES]->(:Duty) } AS delegates, COUNT { (:Duty)-[:HAS_ROLE_ITEM]->(:RoleItem) } AS role, "
        "COUNT { (:Duty)-[:REQUIRES]->(:Responsibility) } AS clauses, COUNT { (n:Item) } AS items, "
        "COUNT { (:Responsibility)-[:BORNE_BY]->(:Department) } AS borne"
    )
    found: str = letter[0]["x"]
    n = ROWS[found]
    assert row == {
        "rows": n, "assists": n, "delegates": 2 * n, "role": n, "clauses": 3 * n, "items": 5 * n, "borne": 4 * n
    }  # fmt: skip
    roles = store.read("MATCH (i:RoleItem) RETURN DISTINCT left(i.text, 1) AS x")
    assert roles == [{"x": found}]
    return found


def run_dying_loader(settings: Settings, statement: str, victim: int) -> int:
    """Run the loader that kills; return its exit code."""
    environment = {**os.environ, "GRAPHKB_STORE": settings.store, "GRAPHKB_USER": settings.user}
    if settings.password is not None:
        environment["GRAPHKB_PASSWORD"] = settings.password.get_secret_value()
    command = [sys.executable, "-m", "tests.graph.dying_loader", statement, str(victim)]
    return subprocess.run(
        command, env=environment, cwd=Path(__file__).resolve().parents[2], capture_output=True, timeout=120
    ).returncode


@pytest.mark.parametrize("statement", IN_MID_LOAD)
def test_a_killed_loader_leaves_the_previous_list_whole(store: Store, store_settings: Settings, statement: str) -> None:
    """Somebody closes the laptop, or the system ends the process for want of memory."""
    load_list(store, document("a"), long_list("a"))
    assert run_dying_loader(store_settings, statement, 0) == SIGKILLED
    assert whole(store) == "a"
    report = load_list(store, document("b"), long_list("b"))
    assert (report.added, report.updated, report.retired) == (30, 60, 0)
    assert whole(store) == "b"


@pytest.mark.store
@pytest.mark.parametrize("statement", IN_MID_LOAD)
def test_a_killed_embedded_store_loses_nothing(tmp_path: Path, statement: str) -> None:
    """The host process dies in mid-load: the loader starts a new one, and loads the list as a whole."""
    settings = Settings(store=f"embedded:{tmp_path / 'store'}")
    try:
        with open_store(settings) as store:
            apply_schema(store)
            load_list(store, document("a"), long_list("a"))
            host = status(settings).pid
            assert host is not None
            assert run_dying_loader(settings, statement, host) == 0
            assert status(settings).pid != host
            assert whole(store) == "b"
    finally:
        stop(settings)


@pytest.mark.store
@pytest.mark.slow
@pytest.mark.parametrize("version", [neo4j_local.LTS, neo4j_local.CURRENT], ids=lambda version: version.profile)
def test_a_killed_neo4j_loses_nothing(tmp_path: Path, version: neo4j_local.Version) -> None:
    """The server dies in mid-load: the loader says so, and after a restart the previous list is there, whole."""
    try:
        server = neo4j_local.start(version, tmp_path)
    except neo4j_local.Neo4jUnavailable as error:
        skip_or_fail(str(error))
    try:
        settings = Settings(store=server.uri, password=SecretStr(server.password))
        with open_store(settings) as store:
            apply_schema(store)
            load_list(store, document("a"), long_list("a"))
        assert run_dying_loader(settings, "role_items", server.process.pid) == 5
        server.process.wait(10)
        server = neo4j_local.start(version, tmp_path)
        settings = Settings(store=server.uri, password=SecretStr(server.password))
        with open_store(settings) as store:
            assert whole(store) == "a"
            load_list(store, document("b"), long_list("b"))
            assert whole(store) == "b"
    finally:
        server.stop()
