"""Answers that are made of several questions: neighbourhoods, columns, paths, matrix and flows, on every store."""

from __future__ import annotations

import pytest

from graphkb.catalogue.division_tables import flows_of, matrix_of
from graphkb.catalogue.graph import neighbourhood, paths_between, three_columns
from graphkb.catalogue.rows import ColumnsParams
from graphkb.errors import NotFound, UsageError
from graphkb.records import Section
from graphkb.stores import Store
from tests.graph.test_questions import FINANCE, GRID, QINGHE, SHIQIAO, WATER
from tests.graph.test_questions import samples as samples

HERDING = "dept-5f37b55df749cd90c501"  # 旗农牧水利局 of 塔林旗


def test_neighbours_come_with_true_counts_and_in_pages(samples: Store) -> None:
    """An official chooses by the counts what to expand, and goes on where 300 nodes were not enough."""
    whole = neighbourhood(samples, WATER)
    counts = {(c.relation, c.direction, c.section): c.count for c in whole.counts}
    assert counts["DELEGATES", "out", "cooperative"] == 13
    assert counts["TAKES_BACK", "out", "reclaimed"] == 6
    assert counts["WORKS_WITH", "out", None] == 3
    assert not whole.truncated
    assert len(whole.edges) == sum(counts.values())
    first = neighbourhood(samples, WATER, relation="DELEGATES", limit=6)
    assert (len(first.nodes), first.truncated) == (6, True)
    behind = neighbourhood(samples, WATER, relation="DELEGATES", after=first.next or "")
    together = [node.id for node in (*first.nodes[1:], *behind.nodes[1:])]
    assert together == [node.id for node in neighbourhood(samples, WATER, relation="DELEGATES").nodes[1:]]
    assert len(together) == 13


def test_two_hops_lead_from_a_department_to_its_townships(samples: Store) -> None:
    """Rows are the hub: no relation joins a department with a township whose list does not name it."""
    found = neighbourhood(samples, WATER, relation="DELEGATES ASSISTS", depth=2)
    assert {n.name for n in found.nodes if n.kind == "township"} == {"石桥镇", "柳坪乡", "莲渡镇"}
    duties = {n.id for n in found.nodes if n.kind == "duty"}
    assert all({edge.start, edge.end} & duties for edge in found.edges)


def test_a_hop_too_many_is_cut_and_says_so(samples: Store) -> None:
    """Three hops reach most of a county; the answer stays what a person can look at."""
    found = neighbourhood(samples, WATER, depth=3, limit=50)
    assert (len(found.nodes), found.truncated) == (50, True)
    ids = {node.id for node in found.nodes}
    assert all({edge.start, edge.end} <= ids for edge in found.edges)


def test_columns_take_many_rows_together(samples: Store) -> None:
    """A township has some 340 rows: no picture shows them one by one."""
    few = three_columns(samples, ColumnsParams(id=WATER), group=None)
    assert (few.group, few.counts.rows, few.counts.departments, few.counts.townships) == ("row", 19, 1, 3)
    many = three_columns(samples, ColumnsParams(id=SHIQIAO), group=None)
    assert (many.group, many.counts.rows) == ("category", 49)
    groups = [node for node in many.nodes if node.kind == "category"]
    assert sum(node.rows or 0 for node in groups) == 49
    within = ColumnsParams(id=SHIQIAO, within=groups[0].id, section=Section.COOPERATIVE)
    inner = three_columns(samples, within, group="row")
    assert {node.section for node in inner.nodes if node.kind == "duty"} == {"cooperative"}
    assert 0 < inner.counts.rows <= (groups[0].rows or 0)


def test_one_row_alone_joins_the_power_company_with_the_township(samples: Store) -> None:
    """docs/samples.md, question 10; before, nobody knew that there was one at all."""
    found = paths_between(samples, GRID, SHIQIAO)
    assert (found.counts.paths, found.counts.hops, found.truncated) == (1, 2, False)
    assert [node.name for node in found.nodes if node.kind == "duty"] == ["集镇路灯、窨井盖等公用设施维修"]
    assert {edge.relation for edge in found.edges} == {"DELEGATES", "BORNE_BY", "ASSISTS"}


def test_two_departments_meet_in_one_row(samples: Store) -> None:
    """docs/samples.md, question 10: 县水利局 and 县财政局 meet in 柳坪 7."""
    found = paths_between(samples, WATER, FINANCE)
    assert [(n.place, n.number) for n in found.nodes if n.kind == "duty"] == [("云岭省/澜川市/青禾县/柳坪乡", "7")]


def test_departments_of_two_counties_meet_in_a_matter(samples: Store) -> None:
    """They share no row; what joins them is that both have townships do the same work."""
    found = paths_between(samples, WATER, HERDING)
    assert found.counts.hops == 4
    kinds = {node.id: node.kind for node in found.nodes}
    assert [[kinds[id] for id in path] for path in found.paths[:1]] == [
        ["department", "duty", "matter", "duty", "department"]
    ]
    assert found.counts.paths == len(found.paths)
    assert paths_between(samples, WATER, HERDING, depth=2).paths == []


def test_ends_that_are_none_are_refused(samples: Store) -> None:
    """A path needs two ends that stand in rows."""
    with pytest.raises(NotFound, match="There is no node dept-none"):
        paths_between(samples, "dept-none", SHIQIAO)
    with pytest.raises(UsageError, match="青禾县 is a county"):
        paths_between(samples, WATER, QINGHE)
    with pytest.raises(UsageError, match="the same"):
        paths_between(samples, WATER, WATER)


def test_a_matrix_sums_what_it_does_not_show(samples: Store) -> None:
    """An answer is never cut silently: totals are true however few rows are asked for."""
    whole = matrix_of(samples, QINGHE)
    cut = matrix_of(samples, QINGHE, departments=3)
    assert whole.counts == cut.counts
    assert (whole.truncated, cut.truncated) == (False, True)
    assert (whole.others.departments, whole.others.delegated) == (0, 0)
    assert (len(cut.departments), cut.others.departments) == (3, whole.counts.departments - 3)
    for column in whole.townships:
        shown = sum(c.delegated for row in cut.departments for c in row.cells if c.id == column.id)
        others = sum(c.delegated for c in cut.others.cells if c.id == column.id)
        assert shown + others == column.delegated
    water = next(row for row in whole.departments if row.id == WATER)
    assert (water.delegated, water.taken_back, water.reached) == (13, 6, 3)
    reclaimed = matrix_of(samples, QINGHE, section=Section.RECLAIMED)
    assert (reclaimed.counts.delegated, reclaimed.counts.taken_back) == (0, whole.counts.taken_back)


def test_what_flows_in_flows_out(samples: Store) -> None:
    """A Sankey whose columns do not add up is read as a mistake of the county's."""
    for bounds in ({}, {"departments": 3, "townships": 1}):
        found = flows_of(samples, QINGHE, **bounds)
        assert found.counts.rows == 190
        for node in found.nodes:
            gone = sum(edge.rows or 0 for edge in found.edges if edge.start == node.id)
            come = sum(edge.rows or 0 for edge in found.edges if edge.end == node.id)
            assert {gone, come} - {0} == {node.rows}
    with pytest.raises(UsageError, match="not a division"):
        flows_of(samples, WATER)
