"""Loading one list is one logical replacement, on every store."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import Any

import pytest

from graphkb.catalogue import DEPARTMENT_DELEGATIONS, LIST, QUALITY, TOWNSHIP_SUMMARY, Query
from graphkb.cypher_files import CypherFile, read_file
from graphkb.errors import IncompletePlace, StoreFailure
from graphkb.ingest import load_list, rows, runner
from graphkb.records import DeclaredCount, DepartmentMention, Place, Section
from graphkb.stores import Store
from tests.builders import LIUPING, SHIQIAO, document, duty, duty_list, river_patrol, small_list
from tools.samples import load_samples

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)


def everything(store: Store) -> dict[str, Any]:
    """Return all nodes with their properties and all relations, in a total order: the whole graph as a value."""
    nodes = store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    links = store.read(
        "MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, properties(r) AS properties, b.id AS end"
    )
    return {
        "nodes": sorted(repr((sorted(n["labels"]), sorted(n["properties"].items()))) for n in nodes),
        "links": sorted(repr((r["start"], r["type"], sorted(r["properties"].items()), r["end"])) for r in links),
    }


def names(store: Store, query: str, **parameters: Any) -> list[Any]:
    """Return the one column ``x`` of the answer."""
    return [row["x"] for row in store.read(query, parameters)]


def counts(report: Any) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.retired


def test_loading_a_list_twice_changes_nothing(store: Store) -> None:
    """People load a folder again after adding one file to it."""
    first = load_list(store, document(), small_list(), at=MONDAY)
    before = everything(store)
    second = load_list(store, document(), small_list(), at=TUESDAY)
    assert (first.status, counts(first)) == ("loaded", (4, 0, 0, 0))
    assert (second.status, counts(second)) == ("unchanged", (0, 0, 4, 0))
    assert everything(store) == before


def test_a_changed_file_of_the_same_edition_rewrites_only_what_changed(store: Store) -> None:
    """A county corrects one row of a published list."""
    load_list(store, document("a"), small_list(), at=MONDAY)
    report = load_list(store, document("b"), small_list(role="每周巡河一次"), at=TUESDAY)
    assert counts(report) == (0, 1, 3, 0)
    assert names(store, "MATCH (i:RoleItem) RETURN i.text AS x") == ["每周巡河一次"]
    seen = "MATCH (d:Duty) RETURN DISTINCT [d.first_seen, d.last_seen] AS x"
    assert names(store, seen) == [["2026-03-02T08:00:00Z", "2026-03-03T08:00:00Z"]]
    assert names(store, "MATCH (:DutyList)-[:READ_FROM]->(f) RETURN f.sha256 AS x") == ["b" * 64]
    assert names(store, "MATCH (f:Document) RETURN f.sha256 AS x") == ["b" * 64]


def test_a_newer_program_rewrites_every_row_of_every_list(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """People load their lists again after an upgrade; the embedded store once took rewritten clauses for second ones."""
    first = load_samples(store, MONDAY)
    clauses = "MATCH (c:Responsibility|RoleItem) RETURN count(c) AS x"
    borne = "MATCH (:Responsibility)-[r:BORNE_BY]->() RETURN count(r) AS x"
    before = names(store, clauses) + names(store, borne)
    monkeypatch.setattr(rows, "SHAPE", rows.SHAPE + 1)
    again = load_samples(store, MONDAY)
    assert [report.updated for report in again] == [report.added for report in first]
    assert names(store, clauses) + names(store, borne) == before


def test_loading_the_old_file_again_restores_the_old_graph(store: Store) -> None:
    """Nothing of a replaced list may stay behind: no clause, body, law, category or plate."""
    load_list(store, document("a"), small_list(), at=MONDAY)
    before = everything(store)
    other = duty_list(
        SHIQIAO,
        [
            duty(SHIQIAO, "basic", 1, "落实林长制", category="林业"),
            river_patrol(SHIQIAO, name="水库巡查"),
            duty(
                SHIQIAO,
                "cooperative",
                2,
                "防汛",
                departments=(DepartmentMention(name="县应急管理局", aliases=("县防汛办",)),),
            ),
        ],
    )
    assert counts(load_list(store, document("b"), other, at=MONDAY)) == (1, 2, 0, 2)
    assert names(store, "MATCH (b:Department) RETURN b.name AS x ORDER BY x") == [
        "其他相关单位",
        "县应急管理局",
        "县水利局",
    ]
    load_list(store, document("a"), small_list(), at=MONDAY)
    after = everything(store)
    # The dataset's version counts loads, and is the one thing that moves on.
    assert [n for n in after["nodes"] if "'Dataset'" not in n] == [n for n in before["nodes"] if "'Dataset'" not in n]
    assert after["links"] == before["links"]


def test_another_townships_list_is_left_alone(store: Store) -> None:
    """Bodies, laws and matters are shared; retiring one list's rows must not take them from another."""
    load_list(store, document("a"), small_list(), at=MONDAY)
    load_list(store, document("b"), small_list(LIUPING), at=MONDAY)
    load_list(store, document("c"), duty_list(LIUPING, [duty(LIUPING, "basic", 1, "护林")]), at=MONDAY)
    assert names(
        store, "MATCH (d:Duty)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->({name: '石桥镇'}) RETURN count(d) AS x"
    ) == [4]
    assert names(store, "MATCH (a:Law) RETURN a.title AS x") == ["水法"]
    assert names(store, "MATCH (b:Department {name: '县水利局'})-[w:WORKS_WITH]->(t) RETURN t.name AS x") == ["石桥镇"]


def test_the_newest_edition_is_current_whatever_the_order_of_loading(store: Store) -> None:
    """Older editions are often found and loaded after newer ones; an undated list counts as the oldest."""
    for letter, edition in (("a", "2025-08"), ("b", "2026-05"), ("c", "")):
        load_list(store, document(letter), small_list(edition=edition, name=f"河道巡查{letter}"), at=MONDAY)
    assert names(store, "MATCH (l:DutyList {current: true}) RETURN l.edition AS x") == ["2026-05"]
    assert names(store, "MATCH (d:CooperativeDuty {current: true}) RETURN d.name AS x") == ["河道巡查b"]
    assert names(store, "MATCH (d:Duty) WHERE d.current IS NULL RETURN count(d) AS x") == [0]
    works = "MATCH (b:Department {name: '县水利局'})-[w:WORKS_WITH]->() RETURN [w.delegated, w.taken_back] AS x"
    assert names(store, works) == [[1, 1]]


def test_delegation_says_who_stands_first_and_on_which_plates(store: Store) -> None:
    """区住建局（城管局）: the second plate must find the body, and never become a body of its own."""
    load_list(store, document(), small_list(), at=MONDAY)
    rows = store.read(
        "MATCH (b:Department)-[r:DELEGATES]->() RETURN b.name AS name, b.aliases AS aliases, b.named AS named, "
        "r.lead AS lead, r.position AS position ORDER BY position"
    )
    assert rows == [
        {"name": "县水利局", "aliases": ["县河长办"], "named": True, "lead": True, "position": 1},
        {"name": "其他相关单位", "aliases": [], "named": False, "lead": False, "position": 2},
    ]


def test_clauses_hang_on_the_body_that_bears_them(store: Store) -> None:
    """A clause of the water bureau must not be read as one of the other bodies in the row."""
    load_list(store, document(), small_list(), at=MONDAY)
    rows = store.read(
        "MATCH (:CooperativeDuty)-[:REQUIRES]->(c)-[:BORNE_BY]->(b) "
        "RETURN c.kind AS kind, c.text AS text, b.name AS name ORDER BY c.position, name"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("responsibility", "制定巡河方案", "县水利局"),
        ("responsibility", "查处违法行为", "县水利局"),
        ("safeguard", "提供巡河装备", "其他相关单位"),
        ("safeguard", "提供巡河装备", "县水利局"),
    ]


@pytest.mark.parametrize("missing", ["township", "county"])
def test_a_list_without_its_place_is_refused_and_nothing_is_written(store: Store, missing: str) -> None:
    """Some published lists name no township; guessing one would file them under the wrong place."""
    place = SHIQIAO.model_copy(update={missing: None})
    with pytest.raises(
        IncompletePlace, match=f"list.txt: the list at line 1 does not print its {missing}.*--{missing}"
    ):
        load_list(store, document(), small_list(place), at=MONDAY)
    assert names(store, "MATCH (n) RETURN count(n) AS x") == [0]


def test_what_a_list_declares_of_itself_is_kept_beside_what_was_found(store: Store) -> None:
    """An official asks whether the printed 4 rows are all there; a list that declares nothing has empty counts."""
    declared = (
        DeclaredCount(section=Section.BASIC, category=None, declared=3, line=5),
        DeclaredCount(section=Section.BASIC, category="生态环保", declared=2, line=6),
    )
    load_list(store, document("a"), small_list().model_copy(update={"declared": declared}))
    load_list(store, document("b"), small_list(LIUPING))
    kept = (
        "MATCH (l:DutyList)-[:LIST_OF]->(t:Township) WITH l, t ORDER BY t.name "
        "RETURN [l.basic, l.declared_sections, l.declared_categories, l.declared_counts, l.declared_lines] AS x"
    )
    assert names(store, kept) == [[2, [], [], [], []], [2, ["basic", "basic"], ["", "生态环保"], [3, 2], [5, 6]]]


def test_a_list_of_before_counts_were_kept_is_told_as_one_that_declares_none(store: Store) -> None:
    """An office upgrades the program and keeps its store, whose lists have no declared counts at all."""
    load_list(store, document(), small_list())
    asked: list[tuple[Query[Any, Any], dict[str, Any]]] = [
        (TOWNSHIP_SUMMARY, {"township": "石桥镇"}),
        (QUALITY, {}),
        (LIST, {"id": names(store, "MATCH (l:DutyList) RETURN l.id AS x")[0]}),
    ]
    before = [query.run(store, query.parse(given)) for query, given in asked]
    removed = "REMOVE l.declared_sections, l.declared_categories, l.declared_counts, l.declared_lines"
    store.write(lambda tx: tx.run(f"MATCH (l:DutyList) {removed}").consume())
    assert [query.run(store, query.parse(given)) for query, given in asked] == before


def test_a_municipality_has_no_prefecture_between(store: Store) -> None:
    """重庆市云阳县: the county is part of the province-level division directly."""
    place = Place(province="云岭市", county="青禾县", township="石桥镇")
    load_list(store, document(), small_list(place), at=MONDAY)
    path = "MATCH (t:Township)-[:PART_OF]->(c:County)-[:PART_OF]->(p:Province) RETURN [t.path, c.name, p.name] AS x"
    assert names(store, path) == [["云岭市/青禾县/石桥镇", "青禾县", "云岭市"]]


def test_a_city_without_counties_has_its_townships_directly(store: Store) -> None:
    """东莞市 and three others are divided into townships only."""
    place = Place(province="广东省", prefecture="东莞市", township="石桥镇")
    load_list(store, document(), small_list(place), at=MONDAY)
    path = "MATCH (t:Township)-[:PART_OF]->(c:Prefecture)-[:PART_OF]->(p:Province) RETURN [t.path, c.name, p.name] AS x"
    assert names(store, path) == [["广东省/东莞市/石桥镇", "东莞市", "广东省"]]
    rows = DEPARTMENT_DELEGATIONS.run(store, DEPARTMENT_DELEGATIONS.parse({"department": "县水利局"})).rows
    assert [(row.township, row.county) for row in rows] == [("石桥镇", None)]


@pytest.mark.parametrize("statement", ["delete_clauses", "update_duties", "update_clauses", "works_with"])
def test_a_failure_in_the_middle_leaves_the_previous_list_whole(
    store: Store, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or a fault of ours in mid-load: all that the load wrote before it goes too, and the next load repairs."""
    load_list(store, document("a"), small_list(), at=MONDAY)
    before = everything(store)

    def failing(folder: str, name: str) -> CypherFile:
        file = read_file(folder, name)
        return dataclasses.replace(file, text="THIS IS NO CYPHER") if name == statement else file

    with monkeypatch.context() as patch:
        patch.setattr(runner, "read_file", failing)
        with pytest.raises(StoreFailure):
            load_list(store, document("b"), small_list(role="每周巡河一次"), at=TUESDAY)
    assert everything(store) == before
    assert counts(load_list(store, document("b"), small_list(role="每周巡河一次"), at=TUESDAY)) == (0, 1, 3, 0)
