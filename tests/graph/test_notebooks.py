"""The two notebook paths of docs/analysts.md, against a running Neo4j."""

from __future__ import annotations

import re
from pathlib import Path

import neo4j
import pytest

from graphkb.ingest import load_list
from graphkb.settings import Settings
from graphkb.stores import Store
from tests.builders import LIUPING, document, small_list

PAGE = Path(__file__).resolve().parents[2] / "docs" / "analysts.md"


def cells() -> list[str]:
    """Return the Python cells of the page, in order: the driver's and py2neo's."""
    return re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S)


@pytest.fixture
def neo4j_settings(store: Store, store_settings: Settings) -> Settings:
    """A Neo4j with two lists in it; the embedded store is skipped over by not being asked for."""
    load_list(store, document("a"), small_list())
    load_list(store, document("b"), small_list(LIUPING))
    return store_settings


def run_cell(cell: str, settings: Settings) -> object:
    """Run a cell as a notebook would, on this store; return the value of its last expression."""
    assert settings.password is not None
    address = settings.store.removeprefix("bolt://")
    cell = re.sub(r"(neo4j|bolt)://127\.0\.0\.1:7687", f"bolt://{address}", cell)
    *statements, last = re.split(r"\n(?=\S)(?!\))", cell.strip())
    names: dict[str, object] = {"password": settings.password.get_secret_value()}
    exec("\n".join(statements), names)
    return eval(last, names)


@pytest.mark.parametrize("store_settings", ["neo4j-5.26", "neo4j-2026"], indirect=True)
def test_the_driver_gives_a_table_of_departments_and_townships(neo4j_settings: Settings) -> None:
    """Analysts pivot the links between departments and townships."""
    assert run_cell(cells()[0], neo4j_settings) == [
        {"department": "其他相关单位", "township": "柳坪乡", "delegated": 1},
        {"department": "其他相关单位", "township": "石桥镇", "delegated": 1},
        {"department": "县水利局", "township": "柳坪乡", "delegated": 1},
        {"department": "县水利局", "township": "石桥镇", "delegated": 1},
    ]


@pytest.mark.parametrize("store_settings", ["neo4j-5.26", "neo4j-2026"], indirect=True)
def test_py2neo_reads_the_same_graph(neo4j_settings: Settings) -> None:
    """Older notebooks of the users are written with py2neo."""
    node = run_cell(cells()[1], neo4j_settings)
    assert dict(node)["name"] == "县水利局"  # type: ignore[call-overload]  # py2neo has no types


def test_the_page_has_the_two_cells() -> None:
    """One for each driver that the users named."""
    assert [("neo4j.GraphDatabase" in cell, "py2neo" in cell) for cell in cells()] == [(True, False), (False, True)]
    assert neo4j.__version__.startswith("6.")
