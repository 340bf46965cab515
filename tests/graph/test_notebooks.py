"""The notebook paths of docs/analysts.md and the notebooks themselves, against a running Neo4j."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import neo4j
import pytest
from nbclient import NotebookClient

from graphkb.ingest import load_list
from graphkb.settings import Settings
from graphkb.stores import Store
from tests.builders import LIUPING, document, small_list
from tests.graph.test_questions import samples as samples

NOTEBOOKS = Path(__file__).resolve().parents[2] / "docs" / "notebooks"
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


def results(name: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a notebook as its first cell tells, and return what its cells show, as text."""
    assert settings.password is not None
    monkeypatch.setenv("NEO4J_URI", settings.store)
    monkeypatch.setenv("NEO4J_USER", settings.user)
    monkeypatch.setenv("NEO4J_PASSWORD", settings.password.get_secret_value())
    notebook = nbformat.read(NOTEBOOKS / name, as_version=4)
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}}
    )
    client.execute()
    return "\n".join(
        output["data"]["text/plain"]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "data" in output
    )


@pytest.mark.slow
@pytest.mark.parametrize("store_settings", ["neo4j-5.26", "neo4j-2026"], indirect=True)
def test_the_notebooks_run(samples: Store, store_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notebooks are the documentation that breaks first; figures of docs/samples.md."""
    duties = results("duties.ipynb", store_settings, monkeypatch)
    assert re.search(r"县水利局 +5 +3 +5 +13\n", duties)  # 柳坪, 石桥, 莲渡
    assert re.search(r"塔林旗 +旗农牧水利局 +23 +4\b", duties)
    assert re.search(r"城乡居民医保参保扩面 +cooperative +reclaimed\n", duties)
    assert "养犬管理和流浪犬收容" in duties
    py2neo = results("py2neo.ipynb", store_settings, monkeypatch)
    assert re.search(r"柳坪乡 +5 +4\n", py2neo)


@pytest.mark.parametrize("name", ["duties.ipynb", "py2neo.ipynb"])
def test_notebooks_are_kept_without_results(name: str) -> None:
    """Results hold names of machines and change at every run."""
    notebook = nbformat.read(NOTEBOOKS / name, as_version=4)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.source for cell in cells if cell.outputs or cell.execution_count] == []
