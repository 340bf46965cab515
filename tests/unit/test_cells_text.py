"""Spaces, markup and line ends inside cells."""

from __future__ import annotations

import pytest

from graphkb.records import Section
from loaders.cells.markup import Block, cell_blocks
from loaders.cells.text import tidy
from tests.cell_rows import pieces, raw_row, read


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("农村供水工程管 护", "农村供水工程管护"),
        ("巡查 ， 发现问题 。", "巡查，发现问题。"),
        ("执行 24 小时值班", "执行24小时值班"),
        ("使用 Open Street Map 绘图", "使用 Open Street Map 绘图"),
        ("水源 and 水质", "水源 and 水质"),
        ("巡查, 上报", "巡查,上报"),
        ("巡\f查\v员", "巡查员"),
        ("\u3000巡查\xa0", "巡查"),
    ],
)
def test_only_spaces_that_a_writer_meant_are_kept(printed: str, clean: str) -> None:
    """Typesetting leaves spaces between characters, beside punctuation and at line ends."""
    assert tidy(printed) == clean


def test_paragraphs_and_unclosed_lists_are_blocks() -> None:
    """Table extraction writes <p>, and <ol> that it never closes; a <p> ends the list."""
    text = '<p>县水利局：</p> <ol start="4"> 巡查。 上报。 <p>县公安局：查处。</p>'
    assert cell_blocks(pieces(text), wrapped=False) == (
        Block("县水利局："),
        Block("巡查。 上报。", listed=True, start=4),
        Block("县公安局：查处。"),
    )


def test_list_items_that_are_marked_keep_the_numbers_of_their_list() -> None:
    """Some tables have proper <li>."""
    blocks = cell_blocks(pieces('<ol start="2"><li>巡查</li><li><p>上报</p></li></ol>后文'), wrapped=False)
    assert blocks == (Block("巡查", start=2), Block("上报", start=3), Block("后文"))


@pytest.mark.parametrize(
    "cell",
    [
        ["<p>巡查河", "道。</p>"],
        ["<p>巡查河</p>", "<p>道。</p>"],
        ["<p>巡查河</", "p><p>道。</p>"],
        ["<p>巡查河道", "。</p> <ol style="],
    ],
)
def test_a_page_break_parts_no_sentence_and_no_tag(cell: list[str]) -> None:
    """Cells go on over the page in mid-sentence, with tags closed, open, or cut in two."""
    assert [tidy(block.text) for block in cell_blocks(pieces(cell), wrapped=False)] == ["巡查河道。"]


def test_angle_brackets_that_are_no_tags_stay_text() -> None:
    """A law title inside a law title is printed with < > or ‹ ›."""
    row = raw_row(Section.BASIC, name="依照《云岭省实施<河道管理条例 >办法》巡查‹每月›")
    assert read(row).record.name == "依照《云岭省实施<河道管理条例>办法》巡查‹每月›"


def test_names_lose_star_and_line_ends_and_keep_the_rest() -> None:
    """★ marks duties of law enforcement; long names are wrapped and go on over the page."""
    record = read(raw_row(Section.RECLAIMED, name=["★对未经批准取", "水的处罚"], method="县水利局：查处。")).record
    assert (record.name, record.starred) == ("对未经批准取水的处罚", True)
    assert record.printed["name"] == "★对未经批准取\n水的处罚"


def test_lines_of_a_wrapped_column_join_without_space() -> None:
    """The column of a PDF parts words anywhere."""
    record = read(raw_row(Section.BASIC, wrapped=True, name=["依照《河道管", "理条例》第十二条巡", "查"])).record
    assert record.name == "依照《河道管理条例》第十二条巡查"
    assert [(law.title, law.articles) for law in record.laws] == [("河道管理条例", ("第十二条",))]
