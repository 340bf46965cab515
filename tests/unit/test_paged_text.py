"""Lines of a cell → its text: which line breaks the writer set, and which the cell's width."""

from __future__ import annotations

import pytest

from loaders.formats.paged.model import Box, Direction, Glyph
from loaders.formats.paged.text import TextLine, join_wrapped, lines_of_runs, padding_of, runs_of

SIZE = 10.0


def cell(*texts: str, direction: Direction = Direction.ACROSS) -> list[TextLine]:
    """Lines of full-width characters (ASCII: half), left-aligned at 0."""
    lines = []
    for index, text in enumerate(texts):
        end = sum(5.0 if character.isascii() else SIZE for character in text)
        lines.append(TextLine(text, Box(0, 14 * index, end, 14 * index + SIZE), 0, end, SIZE, direction))
    return lines


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["负责河道采砂的", "日常监督管理。"], "负责河道采砂的日常监督管理。"),
        (["县水利局", "县公安局"], "县水利局\n县公安局"),
        (["组织巡查", "道，上报。"], "组织巡查\n道，上报。"),  # two more characters would have fitted
        (["制定年度巡河", "计划，报县备案。"], "制定年度巡河计划，报县备案。"),  # 划， would not
        (["依据《青禾县", "《河道》办法》"], "依据《青禾县《河道》办法》"),  # 《河 does not part
        (["推广国标GB", "18030转换"], "推广国标GB 18030转换"),  # the number would not
        (["共计一百二十12", "34元。"], "共计一百二十1234元。"),
        (["按期完成任务。", "2.上报结果。"], "按期完成任务。\n2.上报结果。"),  # full by chance, but an item follows
        (["按期完成任务，", "2.5公里以内。"], "按期完成任务，2.5公里以内。"),
        (["党", "的", "建", "设"], "党的建设"),  # one below the other
        (["生态", "环保"], "生态\n环保"),
    ],
)
def test_a_line_is_wrapped_if_the_next_word_would_not_have_fitted(lines: list[str], joined: str) -> None:
    """A cell seven characters wide: what is wrapped there is not parted, what the writer parted is not joined."""
    assert join_wrapped(cell(*lines), limit=70) == joined


def test_the_tables_padding_is_read_off_its_text() -> None:
    """Left-aligned text shows the padding, centred numbers do not."""
    wide = TextLine("一二三", Box(5, 0, 35, 10), 5, 35, SIZE, Direction.ACROSS)
    centred = TextLine("1", Box(20, 0, 25, 10), 20, 25, SIZE, Direction.ACROSS)
    box = Box(0, 0, 45, 20)
    assert padding_of([(box, [centred]), (box, [wide]), (box, [centred])]) == 5


def glyphs(text: str, left: float, top: float, step: float = SIZE) -> list[Glyph]:
    return [
        Glyph(character, Box(left + step * index, top, left + step * index + SIZE, top + SIZE))
        for index, character in enumerate(text)
    ]


def lines(printed: list[Glyph]) -> list[str]:
    return [line.text for line in lines_of_runs(runs_of(printed, [None] * len(printed)))]


def test_bold_by_double_print_is_read_once() -> None:
    """Some programs print a bold character twice, a hair apart: in turn, or the whole line again."""
    once = glyphs("河长制", 0, 0)
    in_turn = [
        twice for glyph in once for twice in (glyph, glyph._replace(box=Box(*(side + 0.3 for side in glyph.box))))
    ]
    assert lines(in_turn) == ["河长制"]
    assert lines(once + glyphs("河长制", 0.4, 0)) == ["河长制"]
    assert lines(glyphs("人人", 0, 0)) == ["人人"]


def test_parts_of_a_line_are_put_in_order() -> None:
    """A program may print bold words, or the text behind a gap, after the rest of the line."""
    assert lines(glyphs("的建设", 10, 0) + glyphs("党", 0, 0.5) + glyphs("第二行", 0, 14)) == ["党的建设", "第二行"]
    assert lines(glyphs("县公安局", 60, 0) + glyphs("县水利局", 0, 0)) == ["县水利局 县公安局"]


def test_text_that_runs_up_or_down_is_read_along_its_lines() -> None:
    """A category beside merged rows is often turned by a quarter."""
    up = [
        Glyph(character, Box(left, 90 - 10 * index, left + 10, 100 - 10 * index), Direction.UP)
        for left, text in ((0, "平安"), (14, "法治"))
        for index, character in enumerate(text)
    ]
    assert lines(up) == ["平安", "法治"]
    down = [
        Glyph(character, Box(left, 10 * index, left + 10, 10 + 10 * index), Direction.DOWN)
        for left, text in ((14, "平安"), (0, "法治"))
        for index, character in enumerate(text)
    ]
    assert lines(down) == ["平安", "法治"]
