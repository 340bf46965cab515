"""What holds for every cell, however disordered: nothing lost, nothing invented, nothing slow."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkb.records import DutyRecord, Item, Place, Section
from loaders.cells import Interpretation, interpret
from loaders.cells.text import han
from loaders.raw import Piece, RawRow
from tests.cell_rows import PLACE, cooperative, groups, read

VOCABULARY = """
    县水利局 县公安局 县农牧和科技局 区住建局 （城管局） (县乡村振兴局) 其他相关单位 行业主管部门 青禾分局 县 局 和 等
    ： : ； 。 ， 、 1. 2. 3. 1 2、 （1） (2) ① ② 一、 二、 （一） 1.5米 24小时 2025年 12345
    履职保障： 履职保障 承接部门： 工作方式： 履职方式及工作措施： 石桥镇： 乡镇职责： 牵头部门： （牵头）
    【承接部门】 承接部门 配合部门： 工作职责： 收回后工作方式： 水利局： 无 / —— 由 收回 停止实施 以及 及其他相关部门 街道办事处：
    《水法》 《河道〈管理〉条例》第十二条 《 》 第三条 取消 不再开展此项工作 由县民政局负责 负责巡查河道 审批工作
    <p> </p> <ol> <ol start="3"> </ol> <ul> <li> <br> < > <水 <p </ ★ and APP
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(
    st.one_of(WORDS, st.sampled_from([" ", "\n", "\u3000", "\r\n", "\x02", "\u200b"]), st.text(max_size=4))
)
PIECES = st.lists(st.tuples(TEXTS.map("".join), st.booleans()), max_size=4).map(
    lambda parts: tuple(Piece(line, text, page_break) for line, (text, page_break) in enumerate(parts, 1))
)
COLUMNS = st.sampled_from(["name", "departments", "responsibilities", "role", "method"])
ROWS = st.builds(
    RawRow,
    section=st.sampled_from(Section),
    category=st.just("生态环保"),
    number=st.just("1"),
    cells=st.dictionaries(COLUMNS, PIECES, max_size=5),
    first_line=st.just(1),
    last_line=st.just(9),
    wrapped=st.booleans(),
)


def texts(record: DutyRecord) -> list[str]:
    """All texts of the fields that repeat what the cells say; citations repeat it a second time."""
    items: list[Item] = [item for group in record.responsibilities for item in group.items]
    items += [*record.role, *record.safeguards, *record.method]
    found = [record.name, *(text for item in items for text in (item.number, item.text))]
    for mention in record.departments:
        found += [mention.name, *mention.aliases]
    return found


def lost(row: RawRow, reading: Interpretation) -> Counter[str]:
    """Han characters of the cells that are neither in a field nor among the words dropped as furniture."""
    printed = Counter(han("".join(piece.text for pieces in row.cells.values() for piece in pieces)))
    return printed - Counter(han("".join((*texts(reading.record), *reading.dropped))))


@settings(max_examples=150)
@given(ROWS)
def test_no_han_character_is_lost(row: RawRow) -> None:
    """Whatever a cell holds ends in a field, or is a label, a heading or a link between names."""
    assert not lost(row, read(row))


@settings(max_examples=150)
@given(ROWS)
def test_no_text_is_invented(row: RawRow) -> None:
    """Every clause stands in its cell as it reads, but for spaces, markup and numbers."""
    record = read(row).record
    cells = {column: "".join(han("".join(piece.text for piece in pieces))) for column, pieces in row.cells.items()}
    sources = [
        ("responsibilities", [item for group in record.responsibilities for item in group.items]),
        ("method", list(record.method)),
    ]
    for column, items in sources:
        for item in items:
            assert "".join(han(item.text)) in cells[column]  # type: ignore[index]  # a clause comes from a cell


@settings(max_examples=50)
@given(ROWS)
def test_reading_is_pure_and_keeps_every_cell_as_printed(row: RawRow) -> None:
    """The same row gives the same record, with each cell's pieces joined by line breaks beside it."""
    once, again = (interpret(row, position=7, place=PLACE, document="list.txt") for _ in range(2))
    assert once == again
    assert once.printed == {column: "\n".join(p.text for p in pieces) for column, pieces in row.cells.items()}
    assert (once.position, once.source.document, once.place) == (7, "list.txt", PLACE)


def test_a_row_without_any_place_is_read_too() -> None:
    """Some lists do not name their township."""
    row = RawRow(Section.BASIC, "生态环保", "1", {"name": (Piece(1, "巡河"),)}, 1, 1)
    assert read(row, Place()).record.name == "巡河"


@pytest.mark.parametrize(
    "unit",
    [
        "<p ",
        "《",
        "（",
        "1.",
        "县",
        "水 ",
        "县水利局、",
        "县水利局：",
        "。 ",
        "； 县水利局",
        "一、",
        "第一条",
        "1 水",
        "<ol>水。",
    ],
)
def test_time_grows_with_the_length_of_a_cell_and_no_faster(unit: str) -> None:
    """No expression backtracks: four times the text takes some four times as long, not sixteen times."""

    def seconds(length: int) -> float:
        piece = (Piece(1, unit * (length // len(unit))),)
        cells = {"name": piece, "departments": piece, "responsibilities": piece, "role": piece, "method": piece}
        row = RawRow(Section.RECLAIMED, "生态环保", "1", cells, 1, 1)  # type: ignore[arg-type]  # keys are columns
        began = time.process_time()
        read(row)
        return time.process_time() - began

    short, long = seconds(3_000), seconds(12_000)
    assert long < max(10 * short, 1.0)


def test_a_cell_of_many_bodies_keeps_its_clauses_apart() -> None:
    """Some rows have thirty bodies."""
    names = [f"县第{n}局" for n in "一二三四五六七八九"]
    record = cooperative(" ".join(names), "".join(f"{name}：负责{name}工作。" for name in names))
    assert groups(record) == [((name,), [("", f"负责{name}工作。")]) for name in names]
