"""A statement of one's own on the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkb.settings import Settings
from graphkb.stores import stop
from tests.cli.test_commands import ONE, graphkb

pytestmark = pytest.mark.store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an embedded store that holds one sample list."""
    address = f"embedded:{tmp_path_factory.mktemp('cypher') / 'store'}"
    assert graphkb("load", ONE, store=address).returncode == 0
    yield address
    stop(Settings(store=address))


def test_a_file_with_parameters_answers_as_json(store: str, tmp_path: Path) -> None:
    """Numbers must arrive as numbers, and a Chinese name as the text that was typed."""
    file = tmp_path / "rows.cypher"
    file.write_text(
        "// the first rows of a section\n"
        "MATCH (d:Duty)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township {name: $town})\n"
        "WHERE d.position <= $most AND d.section IN $sections\n"
        "RETURN d.section AS section, d.position AS position ORDER BY section, position;\n",
        "utf-8",
    )
    typed = ("-p", "town=石桥镇", "-p", "most=2", "-p", 'sections=["basic", "reclaimed"]')
    done = graphkb("cypher", file, *typed, "--json", store=store)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "rows": [{"section": s, "position": n} for s in ("basic", "reclaimed") for n in (1, 2)],
        "truncated": False,
    }


def test_stdin_answers_as_csv_and_tells_of_more_rows(store: str) -> None:
    """A pipe into a spreadsheet: nothing is cut without a word."""
    done = graphkb(
        "cypher", "-", "--format", "csv", "--limit", "2", store=store, stdin="UNWIND ['=1+1', 'b', 'c'] AS x RETURN x"
    )
    assert done.stdout.splitlines() == ["x", "'=1+1", "b"]
    assert done.stderr == "2 rows; there are more: raise --limit\n"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("MATCH (n) DETACH DELETE n", "DETACH is not for reading"),
        ("RETURN 1 AS a; RETURN 2 AS a", "one statement at a time"),
        ("MATCH (n) RETURN m", "does not understand the statement"),
    ],
)
def test_what_writes_or_is_mistyped_is_wrong_usage(store: str, statement: str, said: str) -> None:
    """Scripts tell the analyst's mistakes from a broken store by the exit code."""
    done = graphkb("cypher", "-", store=store, stdin=statement)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    (listed,) = json.loads(graphkb("query", "list_catalogue", "--json", store=store).stdout)["rows"]
    assert listed["basic"] + listed["cooperative"] + listed["reclaimed"] == 52


def test_a_file_that_is_not_there_is_unreadable_input(store: str) -> None:
    """A mistyped path is told as such, before any store is asked."""
    done = graphkb("cypher", "no-such-file.cypher", store="bolt://127.0.0.1:1")
    assert done.returncode == 3
    assert "no-such-file.cypher" in done.stderr
