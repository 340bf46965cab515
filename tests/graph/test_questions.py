"""Every question on every store: the same rows, which are those of the golden files.

The golden files hold the answers on the bundled samples. To rewrite them after a change that is meant to change answers:
``REWRITE_GOLDEN=1 pytest tests/graph/test_questions.py -k embedded``, and read the diff.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from graphkb.catalogue import LOOKUPS, QUESTIONS
from graphkb.export import Scope
from graphkb.export.graph import Graph
from graphkb.ids import content_hash
from graphkb.settings import Settings
from graphkb.stores import Store
from tools.samples import load_samples
from tools.wipe import wipe

CATALOGUE = QUESTIONS | LOOKUPS

GOLDEN = Path(__file__).parent / "golden"
AT = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)

WATER = "dept-66dd8e07f3b81cec6fc2"  # 县水利局 of 青禾县
FINANCE = "dept-34424b6e53876f8776ea"  # 县财政局 of 青禾县
GRID = "dept-a33185784eca56df0133"  # 云岭电网公司青禾供电分公司
SHIQIAO = "div-74f8b828435a53ec2319"  # 石桥镇 of 青禾县
QINGHE = "div-aa1e9da89aa681b48b88"  # 青禾县

ASKED: dict[str, tuple[str, dict[str, Any]]] = {
    "department_search.all": ("department_search", {"limit": 200}),
    "department_search.water_in_one_county": ("department_search", {"text": "水", "county": "塔林旗"}),
    "reclaimed_yet_delegated.everywhere": ("reclaimed_yet_delegated", {"limit": 50}),
    "township_editions.two": ("township_editions", {"township": "石桥镇", "county": "青禾县"}),
    "bodies.one_county": ("bodies", {"county": "临汀区"}),
    "matters.one_county": ("matters", {"county": "临汀区"}),
    "function_delegations.water_everywhere": ("function_delegations", {"function": "water", "limit": 12}),
    "department_search.by_plate": ("department_search", {"text": "城管"}),
    "department_delegations.everywhere": ("department_delegations", {"department": "县水利局"}),
    "department_delegations.one_county": ("department_delegations", {"department": "区住建局", "county": "临汀区"}),
    "department_delegations.by_plate": ("department_delegations", {"department": "城管局", "limit": 5}),
    "department_delegations.nobody": ("department_delegations", {"department": "没有这个局"}),
    "township_duties.of_a_name_in_two_counties": ("township_duties", {"township": "石桥镇", "section": "reclaimed"}),
    "township_duties.one_of_the_two": ("township_duties", {"township": "石桥镇", "county": "临汀区", "limit": 30}),
    "text_search.words": ("text_search", {"words": "巡查 上报", "limit": 20}),
    "text_search.one_county": ("text_search", {"words": "河道", "division": QINGHE}),
    "text_search.nothing": ("text_search", {"words": "没有这样的话"}),
    "list_catalogue.all": ("list_catalogue", {}),
    "dataset.whole": ("dataset", {}),
    "node.department": ("node", {"id": WATER}),
    "neighbour_counts.department": ("neighbour_counts", {"id": WATER}),
    "neighbours.of_two": ("neighbours", {"ids": f"{WATER} water", "relation": "DELEGATES EXERCISES WORKS_WITH"}),
    "columns.rows": ("columns", {"id": WATER, "section": "cooperative"}),
    "columns.by_matter": ("columns", {"id": WATER, "group": "matter"}),
    "columns.by_category": ("columns", {"id": "water", "group": "category", "division": QINGHE}),
    "shared_duties.two_departments": ("shared_duties", {"start": WATER, "end": FINANCE}),
    "shared_duties.department_and_township": ("shared_duties", {"start": GRID, "end": SHIQIAO}),
    "links_between.two_counties": ("links_between", {"start": WATER, "end": "dept-5f37b55df749cd90c501"}),
    "matrix.county": ("matrix", {"division": QINGHE, "townships": 2, "limit": 6}),
    "matrix_townships.province": ("matrix_townships", {"division": "div-137a8f730fa016fc13ab"}),
    "flow_departments.county": ("flow_departments", {"division": QINGHE, "limit": 6}),
    "flow_categories.county": ("flow_categories", {"division": QINGHE, "townships": 2}),
    "match_townships.of_a_name_in_two_counties": ("match_townships", {"township": "石桥镇"}),
    "match_townships.of_a_county": ("match_townships", {"county": "塔林旗"}),
    "match_duties.beginning": ("match_duties", {"township": "div-2533e821d16df365fb1f", "limit": 3}),
}


@pytest.fixture(scope="module")
def samples(session_store: Store, store_settings: Settings) -> Store:
    """The store with the bundled samples, loaded at a fixed time."""
    wipe(session_store)
    load_samples(session_store, AT)
    return session_store


def answer(store: Store, name: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return the answer as JSON would have it."""
    query = CATALOGUE[name]
    found: dict[str, Any] = query.run(store, query.parse(given)).model_dump(mode="json")
    return found


def hold(case: str, found: dict[str, Any]) -> None:
    """Compare with the golden file of this name, or rewrite it."""
    path = GOLDEN / f"{case}.json"
    if os.environ.get("REWRITE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("case", ASKED)
def test_a_question_has_the_same_rows_on_every_store(samples: Store, case: str) -> None:
    """An analyst on Neo4j and an official on the embedded store must not read different answers."""
    name, given = ASKED[case]
    hold(case, answer(samples, name, given))


@pytest.mark.parametrize("name", [name for name, query in CATALOGUE.items() if query.file.example])
def test_the_example_of_a_question_has_an_answer_on_the_samples(samples: Store, name: str) -> None:
    """Whoever pastes the line of a question's header, or tries it on its page, must see what it is good for."""
    (row,) = samples.read(f"RETURN {CATALOGUE[name].file.example.removeprefix(':params')} AS given")
    found = answer(samples, name, row["given"])
    assert found["rows"]
    hold(f"{name}.example", found)


@pytest.mark.parametrize("section", ["basic", "cooperative", "reclaimed"])
def test_a_duty_in_full_is_the_same_on_every_store(samples: Store, section: str) -> None:
    """Clauses, parties and laws are nested lists, which stores order as they like unless told."""
    given = {"township": "石桥镇", "county": "青禾县", "section": section, "limit": 100}
    duties = CATALOGUE["township_duties"].run(samples, CATALOGUE["township_duties"].parse(given)).rows
    found = {f"{duty.number}": answer(samples, "duty", {"id": duty.duty_id})["rows"] for duty in duties[:6]}
    hold(f"duty.{section}", found)


def test_the_export_has_every_duty_of_a_list(samples: Store) -> None:
    """Spreadsheet people count rows."""
    for row in CATALOGUE["list_catalogue"].run(samples, CATALOGUE["list_catalogue"].parse({})).rows:
        found = answer(samples, "export_duties", {"list": row.list_id, "limit": 1000})
        sections = [duty["section"] for duty in found["rows"]]
        counts = tuple(sections.count(s) for s in ("basic", "cooperative", "reclaimed"))
        assert counts == (row.basic, row.cooperative, row.reclaimed)


def test_the_graph_of_a_place_is_the_same_on_every_store(samples: Store) -> None:
    """A picture drawn from the embedded store and one drawn from Neo4j must show the same."""
    with Graph(samples, Scope(county="临汀区", current=False), lambda done, total: None, complete=True) as graph:
        kinds = Counter(node.kind.name for node in graph.nodes())
        relations = [f"{relation.start} {relation.type} {relation.end}" for relation in graph.relations()]
    found = {
        "kinds": dict(sorted(kinds.items())),
        "relations": dict(sorted(Counter(text.split()[1] for text in relations).items())),
        "all": content_hash(sorted(relations)),
    }
    assert len(set(relations)) == len(relations)
    hold("export.graph", found)


def test_every_question_is_asked_here() -> None:
    """A question that no test asks of all stores may answer differently on one."""
    asked = {name for name, _ in ASKED.values()} | {name for name, query in CATALOGUE.items() if query.file.example}
    assert asked == set(CATALOGUE)


def test_a_limit_cuts_and_says_so(samples: Store) -> None:
    """An answer is never cut silently."""
    cut = answer(samples, "department_delegations", {"department": "县水利局", "limit": 1})
    whole = answer(samples, "department_delegations", {"department": "县水利局", "limit": 5000})
    assert cut["rows"] == whole["rows"][:1]
    assert (cut["truncated"], whole["truncated"], whole["next"]) == (True, False, None)
    behind = answer(samples, "department_delegations", {"department": "县水利局", "limit": 5000, "after": cut["next"]})
    assert behind["rows"] == whole["rows"][1:]


@pytest.mark.parametrize("name", [name for name, query in CATALOGUE.items() if query.pages])
def test_pages_make_the_whole_answer_and_the_total_counts_it(samples: Store, name: str) -> None:
    """A program that fetches page after page must neither miss a row nor get one twice."""
    query = CATALOGUE[name]
    (row,) = samples.read(f"RETURN {query.file.example.removeprefix(':params')} AS given")
    given = row["given"]
    whole = query.run(samples, query.parse({**given, "limit": 5000})).rows
    small = query.parse({**given, "limit": max(1, len(whole) // 3)})
    assert list(query.every(samples, small)) == whole
    assert query.total(samples, small) == len(whole)
    assert len({row.key for row in whole}) == len(whole)


def test_a_search_that_did_not_look_at_all_says_so(samples: Store) -> None:
    """Which of clauses of one score are looked at, each store decides; that there may be more must be seen on all."""
    rows = answer(samples, "text_search", {"words": "巡查", "candidates": 5})["rows"]
    assert {row["looked"] for row in rows} == {5}
    assert 0 < len(rows) <= 5
