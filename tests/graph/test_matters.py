"""Matters of several lists, on every store: whatever comes first, whatever goes again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

import loaders
from graphkb.catalogue import FORMER_ID, MATTERS
from graphkb.cli.graph import load_readings
from graphkb.ingest import load_list, resolve_again
from graphkb.ingest import matters as ingest_matters
from graphkb.records import ListRecord, Place
from graphkb.resolution.decisions import NO_DECISIONS, Decisions, MatterDecision
from graphkb.stores import Store
from tests.builders import LIUPING, SHIQIAO, document, duty, duty_list
from tests.graph.test_ingest import everything

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
LIANDU = SHIQIAO.model_copy(update={"township": "莲渡镇"})


def listed(place: Place, *names: str) -> ListRecord:
    """Return a list with these basic rows."""
    return duty_list(place, [duty(place, "basic", position, name) for position, name in enumerate(names, start=1)])


def matters(store: Store, **asked: str) -> dict[str, set[tuple[str, str]]]:
    """Return all matters, title → {(township, link)}."""
    rows = MATTERS.run(store, MATTERS.params(limit=1000, **asked)).rows
    return {row.title: {(one.township, one.link) for one in row.rows} for row in rows}


def load_all(store: Store, lists: Iterable[ListRecord]) -> None:
    for number, record in enumerate(lists):
        load_list(store, document("abc"[number]), record, at=MONDAY)


SAMPLE = Path(__file__).resolve().parents[2] / "graphkb" / "samples" / "linting-shiqiao.2025-09.txt"

LISTS = (
    listed(SHIQIAO, "养犬登记", "对遛犬不拴绳的处罚"),
    listed(LIUPING, "做好犬只登记备案工作", "防溺水宣传"),
    listed(LIANDU, "开展养犬登记、高龄津贴发放和防溺水宣传"),
)
GROUPED = {
    "养犬登记": {("石桥镇", "same"), ("柳坪乡", "same"), ("莲渡镇", "overlap")},
    "对遛犬不拴绳的处罚": {("石桥镇", "same")},
    "防溺水宣传": {("柳坪乡", "same"), ("莲渡镇", "overlap")},
    "开展养犬登记、高龄津贴发放和防溺水宣传": {("莲渡镇", "same")},
}


def test_rows_of_several_townships_are_one_matter_and_bundles_overlap(store: Store) -> None:
    """One county's three townships word registration of dogs in three ways."""
    load_all(store, LISTS)
    assert matters(store) == GROUPED
    assert set(matters(store, township="柳坪乡")) == {"养犬登记", "防溺水宣传"}


@pytest.mark.parametrize("order", list(permutations(range(len(LISTS)))))
def test_the_order_of_loading_is_forgotten(store: Store, order: tuple[int, ...]) -> None:
    """Nobody knows in which order a province's lists come in: a longer wording leads until a shorter one comes."""
    load_all(store, [LISTS[number] for number in order])
    assert matters(store) == GROUPED
    before = everything(store)["links"]
    resolve_again(store, NO_DECISIONS, at=MONDAY)
    assert everything(store)["links"] == before


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_large_store_has_the_same_matters_once_all_is_judged_anew(
    store: Store, order: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A load into a thousand lists moves nothing that stands there; ``graphkb resolve`` makes up for it."""
    monkeypatch.setattr(ingest_matters, "MOST_JUDGED", -1)
    load_all(store, [LISTS[number] for number in order])
    assert {place for rows in matters(store).values() for place, _ in rows} == {"石桥镇", "柳坪乡", "莲渡镇"}
    resolve_again(store, NO_DECISIONS, at=MONDAY)
    assert matters(store) == GROUPED
    monkeypatch.undo()
    assert _is_provisional(store)
    load_list(store, document("d"), listed(SHIQIAO, "养犬登记", "犬只收容"), at=MONDAY)
    assert _is_provisional(store)
    resolve_again(store, NO_DECISIONS, at=MONDAY)
    assert not _is_provisional(store)
    load_list(store, document("e"), listed(LIUPING, "犬登记"), at=MONDAY)
    before = everything(store)["links"]
    resolve_again(store, NO_DECISIONS, at=MONDAY)
    assert everything(store)["links"] == before


def test_in_a_large_store_a_matter_stays_that_others_are_linked_to(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A corrected list drops the row that a matter is named after, and other townships' rows are instances of it."""
    monkeypatch.setattr(ingest_matters, "MOST_JUDGED", -1)
    load_all(store, LISTS)
    load_list(store, document("d"), listed(SHIQIAO, "农家书屋开放"), at=MONDAY)
    assert set(matters(store)) == {"农家书屋开放", "养犬登记", "防溺水宣传", "开展养犬登记、高龄津贴发放和防溺水宣传"}
    resolve_again(store, NO_DECISIONS, at=MONDAY)
    assert set(matters(store)) == {
        "农家书屋开放",
        "做好犬只登记备案工作",
        "防溺水宣传",
        "开展养犬登记、高龄津贴发放和防溺水宣传",
    }
    assert store.read("MATCH (w:Wording {text: '养犬登记'}) RETURN w.text AS text") == []


def test_a_load_says_when_matters_hang_on_the_order_of_loading(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever loads a province must know that there is one thing left to do; and only then."""

    def said() -> str:
        load_readings(store, loaders.read_inputs([SAMPLE]), [])  # type: ignore[arg-type]  # it is readable
        return capsys.readouterr().err

    monkeypatch.setattr(ingest_matters, "MOST_JUDGED", -1)
    assert "graphkb resolve" in said()
    assert "graphkb resolve" not in said()  # nothing was new
    resolve_again(store, NO_DECISIONS, at=MONDAY)


def _is_provisional(store: Store) -> bool:
    (row,) = store.read("MATCH (l:LoadLock) RETURN l.matters_provisional AS provisional")
    return bool(row["provisional"])


def test_the_id_of_a_matter_that_another_took_in_leads_there(store: Store) -> None:
    """A link to 犬只登记备案, sent before the county's shorter 养犬登记 came in, still finds the work."""
    load_list(store, document("a"), LISTS[1], at=MONDAY)
    (old,) = (row.id for row in MATTERS.run(store, MATTERS.params()).rows if "登记" in row.title)
    assert FORMER_ID.run(store, FORMER_ID.params(id=old)).rows == []
    load_list(store, document("b"), LISTS[0], at=MONDAY)
    (found,) = FORMER_ID.run(store, FORMER_ID.params(id=old)).rows
    assert (found.kind, found.name) == ("Matter", "养犬登记")
    load_list(store, document("c"), listed(SHIQIAO, "防溺水宣传"), at=MONDAY)
    assert FORMER_ID.run(store, FORMER_ID.params(id=old)).rows == []
    assert old in {row.id for row in MATTERS.run(store, MATTERS.params()).rows}


def test_what_only_a_replaced_row_meant_is_gone(store: Store) -> None:
    """A corrected list must not leave matters behind that no row is an instance of."""
    load_all(store, LISTS[:2])
    load_list(store, document("d"), listed(SHIQIAO, "养犬登记"), at=MONDAY)
    assert set(matters(store)) == {"养犬登记", "防溺水宣传"}
    assert store.read("MATCH (w:Wording) WHERE w.text STARTS WITH '对' RETURN w.text AS text") == []


def test_a_persons_word_about_two_works_wins(store: Store) -> None:
    """One work under two names that share no word, and two works that share most; taken back, all is as before."""
    lists = (
        listed(SHIQIAO, "农村危险房屋安全等级鉴定", "养犬登记"),
        listed(LIUPING, "既有农房隐患评估", "做好犬只登记备案工作"),
    )
    load_all(store, lists)
    before = matters(store)
    assert len(before) == 3
    said = Decisions(
        matters=(
            _decided("same matter", "农村危险房屋安全等级鉴定", "既有农房隐患评估"),
            _decided("different matter", "养犬登记", "做好犬只登记备案工作"),
        )
    )
    resolve_again(store, said, at=MONDAY)
    assert sorted(sorted(rows) for rows in matters(store).values()) == [
        [("柳坪乡", "same")],
        [("柳坪乡", "same"), ("石桥镇", "same")],
        [("石桥镇", "same")],
    ]
    resolve_again(store, NO_DECISIONS, at=MONDAY)
    assert matters(store) == before


def _decided(word: str, *names: str) -> MatterDecision:
    plain = {"who": "李四", "when": "2026-11-22", "why": "县编办文件"}
    return MatterDecision.model_validate({"decision": word, "names": names, **plain})
