"""明减暗增: work that was taken back and stands in the list all the same."""

from __future__ import annotations

from graphkb.catalogue import RECLAIMED_YET_DELEGATED
from graphkb.catalogue.rows import ReclaimedYetDelegatedRow
from graphkb.ingest import load_list
from graphkb.records import DepartmentMention, DutyRecord
from graphkb.stores import Store
from tests.builders import SHIQIAO, document, duty, duty_list

POLICE = (DepartmentMention(name="县公安局"),)


def ask(store: Store, **asked: object) -> list[ReclaimedYetDelegatedRow]:
    """Return the whole answer."""
    return list(RECLAIMED_YET_DELEGATED.every(store, RECLAIMED_YET_DELEGATED.parse({"limit": 2, **asked})))


def taken_back(position: int, name: str) -> DutyRecord:
    """Return a row that the police take back."""
    return duty(SHIQIAO, "reclaimed", position, name, departments=POLICE)


def delegated(position: int, name: str) -> DutyRecord:
    """Return a row that the police lead."""
    return duty(SHIQIAO, "cooperative", position, name, departments=POLICE)


def test_what_two_editions_say_is_told_once_with_the_newest(store: Store) -> None:
    """Two editions that repeat both rows made three rows of one finding: old and old, old and new, new and new."""
    rows = [
        taken_back(1, "养犬登记"),
        delegated(1, "养犬登记"),
        taken_back(2, "流浪犬捕捉"),
        delegated(2, "收容流浪犬和救助"),
    ]
    load_list(store, document("a"), duty_list(SHIQIAO, rows, "2025-08"))
    load_list(store, document("b"), duty_list(SHIQIAO, rows, "2026-05"))
    found = ask(store)
    assert [(row.link, row.reclaimed, row.reclaimed_edition, row.name, row.edition) for row in found] == [
        ("same", "养犬登记", "2026-05", "养犬登记", "2026-05"),
        ("alike", "流浪犬捕捉", "2026-05", "收容流浪犬和救助", "2026-05"),
    ]
    assert found[0].matter == "养犬登记"
    every = ask(store, repeated=True, alike=False)
    assert {(row.reclaimed_edition, row.edition) for row in every} == {
        ("2025-08", "2025-08"),
        ("2025-08", "2026-05"),
        ("2026-05", "2026-05"),
    }


def test_what_the_newest_list_no_longer_says_is_past(store: Store) -> None:
    """A finding of an edition whose successor had mended it was listed as if it held."""
    load_list(
        store, document("a"), duty_list(SHIQIAO, [taken_back(1, "养犬登记"), delegated(1, "养犬登记")], "2025-08")
    )
    assert len(ask(store)) == 1
    load_list(
        store, document("b"), duty_list(SHIQIAO, [taken_back(1, "养犬登记"), delegated(1, "消防宣传")], "2026-05")
    )
    assert ask(store) == []
    assert [(row.name, row.edition) for row in ask(store, repeated=True)] == [("养犬登记", "2025-08")]


def test_work_taken_back_in_one_edition_and_delegated_in_the_next_is_found(store: Store) -> None:
    """And not the other way: what was delegated first and then taken back is as it should be."""
    load_list(
        store, document("a"), duty_list(SHIQIAO, [taken_back(1, "养犬登记"), delegated(1, "消防宣传")], "2025-08")
    )
    load_list(
        store, document("b"), duty_list(SHIQIAO, [taken_back(1, "消防宣传"), delegated(1, "养犬登记")], "2026-05")
    )
    assert [(row.reclaimed, row.reclaimed_edition, row.edition) for row in ask(store, alike=False)] == [
        ("养犬登记", "2025-08", "2026-05")
    ]


def test_look_alikes_come_by_how_much_their_names_share_and_show_whole_stretches(store: Store) -> None:
    """Pairs of characters such as 浪犬 are no words; a word that stands twice in a name is told once."""
    rows = [
        taken_back(1, "动物和动物产品检疫"),
        delegated(1, "病死动物收集"),
        taken_back(2, "流浪犬捕捉"),
        delegated(2, "收容流浪犬"),
    ]
    load_list(store, document("a"), duty_list(SHIQIAO, rows))
    assert [(row.reclaimed, row.shared, round(row.score, 2)) for row in ask(store)] == [
        ("流浪犬捕捉", ["流浪犬"], 0.5),
        ("动物和动物产品检疫", ["动物"], 0.2),
    ]


def test_the_county_is_told_by_its_name(store: Store) -> None:
    """As every parameter of this name takes it."""
    load_list(store, document("a"), duty_list(SHIQIAO, [taken_back(1, "养犬登记"), delegated(1, "养犬登记")]))
    assert [len(ask(store, division=name)) for name in ("青禾县", "白水县")] == [1, 0]
