"""The published lists beside the project: counts and invariants, never their text."""

from __future__ import annotations

from pathlib import Path

import pytest

import loaders
from graphkb.check import reconcile
from graphkb.records import Reading

ROWS = {
    "qinghai-gangcha-jiermeng.txt": {"吉尔孟乡": (106, 119, 140)},
    "chongqing-yunyang-longjiao.txt": {"龙角镇": (115, 88, 80)},
    "neimenggu-dengkou.txt": {"巴彦高勒镇": (86, 75, 45), "渡口镇": (83, 73, 46), "补隆淖镇": (81, 71, 47)},
    "heilongjiang-jiguan-xijiao.txt": {"西郊乡": (95, 144, 51)},
    "xinjiang-emin.txt": {None: (104, 102, 58)},
}
PLACES = {
    "qinghai-gangcha-jiermeng.txt": ("青海省", "海北藏族自治州", "刚察县"),
    "chongqing-yunyang-longjiao.txt": ("重庆市", None, "云阳县"),
    "neimenggu-dengkou.txt": ("内蒙古自治区", "巴彦淖尔市", "磴口县"),
    "heilongjiang-jiguan-xijiao.txt": ("黑龙江省", "鸡西市", "鸡冠区"),
    "xinjiang-emin.txt": (None, None, None),
}
COUNTS_NOT_MET = {"heilongjiang-jiguan-xijiao.txt": [("cooperative", "平安法治", 8, 7, 295)]}
NUMBERS = {"qinghai-gangcha-jiermeng.txt": [("cooperative", "repeated", "103"), ("cooperative", "missing", "107")]}


@pytest.fixture(scope="module", params=sorted(ROWS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def reading(name: str, shared_lists: Path) -> Reading:
    return loaders.read_document(shared_lists / name)


def test_every_row_is_found_in_its_section(name: str, reading: Reading) -> None:
    """Counted by hand in the published documents."""
    found = {
        record.place.township: tuple(
            sum(d.section == s for d in record.duties) for s in ("basic", "cooperative", "reclaimed")
        )
        for record in reading.lists
    }
    assert found == ROWS[name]
    assert {(r.place.province, r.place.prefecture, r.place.county) for r in reading.lists} == {PLACES[name]}


def test_declared_counts_and_numbers_disagree_where_the_document_does(name: str, reading: Reading) -> None:
    """One heading of all these lists declares a row too many, and one section misnumbers two rows."""
    (report, counts, numbers) = (reconcile(reading), [], [])
    for checked in report.lists:
        counts += [(c.section.value, c.category, c.declared, c.found, c.line) for c in checked.counts if not c.agrees]
        numbers += [(n.section.value, n.kind, n.number) for n in checked.numbers]
    assert counts == COUNTS_NOT_MET.get(name, [])
    assert numbers == NUMBERS.get(name, [])
    assert report.disagreements == len(counts) + len(numbers)


def test_positions_count_the_rows_of_a_section(reading: Reading) -> None:
    """The position is part of a row's key."""
    for record in reading.lists:
        for section in ("basic", "cooperative", "reclaimed"):
            positions = [duty.position for duty in record.duties if duty.section == section]
            assert positions == list(range(1, len(positions) + 1))


def test_every_character_is_accounted_for(name: str, reading: Reading, shared_lists: Path) -> None:
    """In a row, in furniture, or reported; in these lists nothing is left over."""
    text = (shared_lists / name).read_text(encoding="utf-8")
    characters = reading.characters
    assert sum(characters.model_dump().values()) == sum(not c.isspace() for c in text)
    assert characters.leftover == 0
    assert reading.leftovers == ()
    assert characters.furniture == sum(not c.isspace() for text in reading.furniture for c in text.text)


def test_every_row_has_the_columns_of_its_section(reading: Reading) -> None:
    """A row without department, role or receiver is a sign that its cells were cut wrongly."""
    for checked in reconcile(reading).lists:
        assert checked.without_department == ()
        assert checked.without_role == ()
        assert checked.without_receiver == ()


def test_line_ends_and_encoding_change_nothing_but_the_document(
    reading: Reading, name: str, shared_lists: Path
) -> None:
    """The same list saved by a Windows editor, read a second time: ids are derived from content and must not change."""
    text = (shared_lists / name).read_text(encoding="utf-8")
    again = loaders.read_bytes(name, text.replace("\n", "\r\n").encode("gb18030"))
    assert again.document.encoding == "gb18030"
    assert again.lists == reading.lists
    assert again.characters == reading.characters
