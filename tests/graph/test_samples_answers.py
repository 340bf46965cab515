"""The questions' answers on the bundled samples, as docs/samples.md has them: figures that a person counted."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest

from graphkb.catalogue import (
    COMPARE,
    DELEGATORS,
    DEPARTMENT_DELEGATIONS,
    DUTIES_WITHOUT_LAW,
    DUTY_ELSEWHERE,
    EXPORT_DUTIES,
    JOINT_DELEGATIONS,
    LAW_DUTIES,
    LAWS,
    LIST_CATALOGUE,
    QUALITY,
    QUESTIONS,
    RECLAIMED_YET_DELEGATED,
    VAGUE_VERBS,
    Query,
)
from graphkb.stores import Store
from tools.samples import load_samples
from tools.wipe import wipe

AT = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
Place = tuple[str, str, int]
"""Township (with the edition, where it is not its newest), section, position in it."""


@pytest.fixture(scope="module")
def samples(session_store: Store) -> Store:
    """The store with the bundled samples."""
    wipe(session_store)
    load_samples(session_store, AT)
    return session_store


@pytest.fixture(scope="module")
def places(samples: Store) -> dict[str, Place]:
    """Where each row stands, by its id."""
    found = {}
    for listed in LIST_CATALOGUE.run(samples, LIST_CATALOGUE.params()).rows:
        township = listed.township if listed.current else f"{listed.township} {listed.edition}"
        if listed.county == "临汀区" and listed.township == "石桥镇":
            township = "临汀石桥镇"
        for duty in EXPORT_DUTIES.every(samples, EXPORT_DUTIES.params(list=listed.list_id)):
            found[duty.duty_id] = (township, duty.section, duty.position)
    return found


def ask(store: Store, query: Query[Any, Any], **given: Any) -> list[Any]:
    """Return all rows of the answer."""
    return list(query.every(store, query.parse({"limit": 1000, **given})))


@pytest.mark.parametrize(
    ("department", "rows"),
    [
        ("县水利局", {"石桥镇": {9, 15, 16}, "柳坪乡": {7, 9, 10, 15, 16}, "莲渡镇": {3, 11, 13, 17, 18}}),
        (
            "旗农牧水利局",
            {
                "弯月滩镇": {3, 10, 12, 13, 16, 17, 18},
                "胡杨渡镇": {2, 8, 11, 13, 19},
                "苏格尔苏木": {2, 9, 10, 14, 15, 16},
                "柽柳乡": {7, 9, 10, 11, 14},
            },
        ),
    ],
)
def test_all_that_a_water_bureau_delegates(
    samples: Store, places: dict[str, Place], department: str, rows: dict[str, set[int]]
) -> None:
    """The question that this knowledge base was asked for."""
    found: dict[str, set[int]] = {}
    for row in ask(samples, DEPARTMENT_DELEGATIONS, department=department):
        township, section, position = places[row.duty_id]
        assert section == "cooperative"
        found.setdefault(township, set()).add(position)
    assert found == rows


def test_an_older_edition_answers_when_it_is_asked_for(samples: Store, places: dict[str, Place]) -> None:
    """An analyst looks up what held last summer."""
    rows = ask(samples, DEPARTMENT_DELEGATIONS, department="县水利局", edition="2025-08")
    old = {places[row.duty_id][2] for row in rows if row.township == "石桥镇"}
    assert old == {11, 17, 18}


DIFFERING: list[tuple[str, set[Place], set[str]]] = [
    ("青禾县", {("石桥镇", "basic", 14), ("柳坪乡", "cooperative", 7), ("莲渡镇", "reclaimed", 9)}, set()),
    ("青禾县", {("柳坪乡", "basic", 8), ("石桥镇", "cooperative", 5), ("莲渡镇", "reclaimed", 3)}, set()),
    ("青禾县", {("柳坪乡", "basic", 9), ("莲渡镇", "reclaimed", 2), ("石桥镇", "reclaimed", 5)}, set()),
    (
        "塔林旗",
        {("弯月滩镇", "basic", 12), ("胡杨渡镇", "cooperative", 17), ("苏格尔苏木", "reclaimed", 10)},
        {"柽柳乡"},
    ),
    (
        "塔林旗",
        {("苏格尔苏木", "basic", 14), ("弯月滩镇", "cooperative", 17), ("柽柳乡", "reclaimed", 9)},
        {"胡杨渡镇"},
    ),
    (
        "塔林旗",
        {("弯月滩镇", "basic", 14), ("胡杨渡镇", "cooperative", 14), ("柽柳乡", "reclaimed", 10)},
        {"苏格尔苏木"},
    ),
]


@pytest.mark.parametrize(("county", "rows", "missing"), DIFFERING)
def test_townships_that_treat_the_same_work_otherwise_stand_side_by_side(
    samples: Store, places: dict[str, Place], county: str, rows: set[Place], missing: set[str]
) -> None:
    """Basic here, cooperative there, taken back elsewhere: what a county's office looks for before the next edition."""
    found = [
        (
            {places[one.duty_id] for cell in row.cells for one in cell.rows},
            {c.township for c in row.cells if not c.rows},
        )
        for row in ask(samples, COMPARE, division=county)
    ]
    assert (rows, missing) in found


PAIRS = {
    ("石桥镇 2025-08", 13, 13),
    ("石桥镇", 14, 11),
    ("莲渡镇", 14, 14),
    ("北坡乡", 1, 14),
    ("临汀石桥镇", 1, 13),
    ("临汀石桥镇", 11, 7),
    ("弯月滩镇", 11, 15),
}


@pytest.mark.parametrize("township", ["石桥镇", "柳坪乡", "莲渡镇"])
def test_what_only_one_township_has_is_the_same_by_every_question(samples: Store, township: str) -> None:
    """A bundle of what others have rows of their own for was called missing there by one question and not by the other."""
    differing = ask(samples, QUESTIONS["township_differences"], township=township, county="青禾县")
    compared = ask(samples, COMPARE, division="青禾县", differing=True)
    unique = ask(samples, QUESTIONS["unique_duties"], division="青禾县")
    only_here = {row.duty_id for matter in differing if matter.sections and matter.missing == 2 for row in matter.rows}
    beside = {row.duty_id for matter in compared if matter.missing == 2 for cell in matter.cells for row in cell.rows}
    own = {row.duty_id for row in unique if row.township == township}
    assert len(own) >= 6
    assert only_here == own
    assert own <= beside == {row.duty_id for row in unique}


def test_work_taken_back_and_delegated_under_another_name_is_named(samples: Store, places: dict[str, Place]) -> None:
    """明减暗增: the row that takes back and the one that delegates again are worded so that no one sees it."""
    pairs = set()
    for row in ask(samples, RECLAIMED_YET_DELEGATED, repeated=True):
        if row.reclaimed_edition == row.edition:
            township, _, reclaimed = places[row.reclaimed_id]
            pairs.add((township, reclaimed, places[row.duty_id][2]))
            assert not ("房" in row.reclaimed and row.township in ("柳坪乡", "胡杨渡镇", "柽柳乡"))
    assert pairs >= PAIRS


def test_who_delegates_most_in_one_list(samples: Store) -> None:
    """Seven rows each."""
    most = {(row.department, one.township): one.rows for row in ask(samples, DELEGATORS) for one in row.most}
    assert (most["区农业农村局", "北坡乡"], most["旗农牧水利局", "弯月滩镇"]) == (7, 7)


def test_two_bodies_that_stand_together_in_every_list_of_a_county(samples: Store) -> None:
    """Reservoirs and floods: either the one leads or the other."""
    rows = ask(samples, JOINT_DELEGATIONS, department="县应急管理局", other="县水利局", division="青禾县")
    assert Counter(row.township for row in rows) == {"石桥镇": 2, "柳坪乡": 2, "莲渡镇": 2}
    assert {row.leader for row in rows} == {"县应急管理局", "县水利局"}


def test_laws_are_found_by_title_however_it_is_written(samples: Store) -> None:
    """People write the title in full, in brackets, or as everybody says it."""
    rows = ask(samples, LAW_DUTIES, law="《中华人民共和国水法》")
    assert len({row.township_id for row in rows}) == 9
    assert {article for row in rows for article in row.articles} == {
        "第三十七条",
        "第三十九条",
        "第六十五条",
        "第七十二条",
    }
    articles = {row.title: {one.article: one.rows for one in row.articles} for row in ask(samples, LAWS)}
    assert (articles["义务教育法"]["第十三条"], articles["社会救助暂行办法"]["第十一条"]) == (9, 9)


def test_rows_without_a_law_are_all_the_others(samples: Store, places: dict[str, Place]) -> None:
    """The list of 石桥镇 of 2025-08 names laws in thirteen rows."""
    rows = ask(samples, DUTIES_WITHOUT_LAW, division="青禾县", edition="2025-08")
    without = {places[row.duty_id] for row in rows if row.township == "石桥镇"}
    whole = {place for place in places.values() if place[0] == "石桥镇 2025-08"}
    assert {place[1:] for place in whole - without} == {
        ("basic", 11),
        *(("cooperative", position) for position in (3, 4, 6, 7, 8, 9, 11, 12, 16, 19)),
        ("reclaimed", 9),
        ("reclaimed", 14),
    }


def test_vague_verbs_are_counted_by_township(samples: Store) -> None:
    """配合, 协助, 协调, and all clauses of the role."""
    rows = [*ask(samples, VAGUE_VERBS), *ask(samples, VAGUE_VERBS, edition="2025-08")]
    assert {
        (row.county, row.township, row.edition): (row.cooperate, row.assist, row.coordinate, row.items) for row in rows
    } == {
        ("青禾县", "石桥镇", "2025-08"): (6, 10, 2, 52),
        ("青禾县", "石桥镇", "2026-05"): (4, 11, 2, 49),
        ("青禾县", "柳坪乡", "2025-08"): (7, 6, 2, 48),
        ("青禾县", "莲渡镇", "2025-08"): (6, 11, 3, 48),
        ("临汀区", "北坡乡", "undated"): (8, 7, 2, 43),
        ("临汀区", "石桥镇", "2025-09"): (7, 8, 1, 42),
        ("塔林旗", "弯月滩镇", "2025-08"): (6, 10, 0, 38),
        ("塔林旗", "胡杨渡镇", "2025-08"): (7, 8, 0, 40),
        ("塔林旗", "苏格尔苏木", "2025-08"): (5, 7, 0, 32),
        ("塔林旗", "柽柳乡", "2025-08"): (5, 6, 0, 31),
    }


def test_what_a_person_should_look_at(samples: Store, places: dict[str, Place]) -> None:
    """Rows without a body, counts that are not met, bodies without a name, lists without a date."""
    rows = [*ask(samples, QUALITY), *ask(samples, QUALITY, edition="2025-08", division="青禾县")]
    assert {places[row.duty_id] for row in rows if row.kind == "no department"} == {
        ("北坡乡", "cooperative", 20),
        ("柳坪乡", "reclaimed", 12),
    }
    assert {(row.township, row.section, row.category, row.says) for row in rows if row.kind == "count"} == {
        ("石桥镇", "cooperative", "平安法治", "4≠3"),
        ("莲渡镇", "basic", "民生服务", "4≠3"),
        ("北坡乡", "cooperative", "平安法治", "4≠3"),
        ("弯月滩镇", "cooperative", None, "21≠20"),
    }
    assert {"其他有关单位", "行业主管部门"} <= {row.says for row in rows if row.kind == "unnamed body"}
    assert {row.township for row in rows if row.kind == "undated"} == {"北坡乡"}


def test_abolished_rows_are_told_apart(samples: Store, places: dict[str, Place]) -> None:
    """Nobody does them any more, whatever body is named."""
    found: dict[str, set[int]] = {}
    for county in ("青禾县", "临汀区", "塔林旗"):
        for row in ask(samples, QUESTIONS["unique_duties"], division=county) + ask(
            samples, QUESTIONS["duties_without_law"], division=county
        ):
            if row.status == "abolished":
                township, _, position = places[row.duty_id]
                found.setdefault(township, set()).add(position)
    assert found == {
        "石桥镇": {3, 4},
        "柳坪乡": {2, 3, 4},
        "莲渡镇": {4, 12},
        "北坡乡": {7, 8, 11},
        "临汀石桥镇": {8, 9, 15},
        "弯月滩镇": {4},
        "胡杨渡镇": {3, 4},
        "苏格尔苏木": {3, 9},
        "柽柳乡": {2, 3},
    }


def test_what_another_county_words_otherwise_is_only_perhaps_the_same_work(
    samples: Store, places: dict[str, Place]
) -> None:
    """An appraisal that one county took back was told as the checks that another delegates, as if it were a fact."""
    (asked,) = (row for row, place in places.items() if place == ("莲渡镇", "cooperative", 14))
    found = ask(samples, DUTY_ELSEWHERE, id=asked)
    assert [(places[row.duty_id], row.method, round(row.score, 2), row.certain) for row in found] == [
        (("石桥镇", "cooperative", 11), "similar wording", 0.92, True),
        (("石桥镇", "reclaimed", 14), "similar wording", 0.92, True),
        (("北坡乡", "reclaimed", 1), "similar wording", 0.92, False),
        (("临汀石桥镇", "reclaimed", 1), "similar wording", 0.92, False),
        (("弯月滩镇", "reclaimed", 11), "similar wording", 0.92, False),
    ]
