"""The text of a PDF with its layout kept: cells stand beside each other, columns are told by where lines begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphkb.records import Section
from loaders import read_bytes
from loaders.aligned import is_aligned, read_aligned
from loaders.assemble import visible
from loaders.raw import Column, LaidOut, RawRow
from tests.aligned_pages import AT_TOP, NEXT_PAGE

CENTRED = """\
                   上级部门收回事项清单
序号 事项名称     承接部门及工作方式
             承接部门：县水利局
1  水井水质化验收费 工作方式：委托检测机构每年化验两次，
             不向农户收费。
   果品交易市场用泡 承接部门：县市场监督管理局
2  沫箱冒充保温箱出 工作方式：
   售的处罚     1.巡查交易市场；
             2.依法处罚。
"""


def rows_of(laid_out: LaidOut) -> list[RawRow]:
    return [row for found in laid_out.lists for row in found.rows]


def text(row: RawRow, column: Column) -> str:
    return "".join(piece.text for piece in row.cells.get(column, ()))


def test_cells_are_put_together_by_where_their_lines_begin() -> None:
    """A printed line holds one line of every cell, and a full cell leaves one blank to its neighbour."""
    laid_out = read_aligned(AT_TOP.split("\n"))
    first, second = rows_of(laid_out)
    assert (first.section, first.number, first.category) == (Section.COOPERATIVE, "1", "民生服务")
    assert text(first, "name") == "渡口安全监督检查工作"
    assert text(first, "departments") == "县交通运输局、县公安局"
    assert text(first, "responsibilities") == "1.检验渡船，考核渡工，发放渡船合格证；2.处置水上警情。"
    assert text(first, "role") == "1.劝阻酒后乘船的人；2.大风天挂出停渡牌，逢集日派人值守。"
    assert (first.first_line, first.last_line) == (7, 9)
    assert text(second, "responsibilities") == "编写果窖改造图册，培训工匠。"
    assert text(second, "role") == "登记有意改造的农户，带领工匠上门查看旧果窖。"
    (found,) = laid_out.lists
    assert (found.place.county, found.place.township, found.edition) == ("青禾县", "石桥镇", "2025-08")


def test_a_row_goes_on_on_the_next_page() -> None:
    """Page number and repeated header row stand within the row, and the columns may have moved."""
    found = rows_of(read_aligned((AT_TOP + NEXT_PAGE).split("\n")))
    assert [row.number for row in found] == ["1", "2", "3"]
    assert text(found[1], "role") == "登记有意改造的农户，带领工匠上门查看旧果窖。发现可能塌陷的立即报告。"
    assert [piece.page_break for piece in found[1].cells["role"]] == [False, False, True]
    assert text(found[2], "name") == "苹果园防雹网搭建"


def test_a_number_may_stand_in_the_middle_of_its_row() -> None:
    """Centred cells begin above the number; a row starts where the one before it is finished."""
    first, second = rows_of(read_aligned(CENTRED.split("\n")))
    assert (text(first, "name"), text(second, "name")) == (
        "水井水质化验收费",
        "果品交易市场用泡沫箱冒充保温箱出售的处罚",
    )
    assert text(first, "method") == "承接部门：县水利局工作方式：委托检测机构每年化验两次，不向农户收费。"
    assert text(second, "method") == "承接部门：县市场监督管理局工作方式：1.巡查交易市场；2.依法处罚。"


def test_the_layout_is_told_by_gaps_below_a_header_row() -> None:
    """A text flow has header rows, too, but no gaps in its lines."""
    assert is_aligned(AT_TOP.split("\n"))
    assert not is_aligned(["序号 事项类别 事项名称", "", "1 党的建设", "管好村级活动室", "", "2 党的建设 组织冬训"])


def test_a_document_is_read_by_the_layout_it_shows() -> None:
    """The cell readers find bodies and items in an aligned text as in any other."""
    (found,) = read_bytes("清单.txt", (AT_TOP + NEXT_PAGE).encode()).lists
    duty = found.duties[0]
    assert [mention.name for mention in duty.departments] == ["县交通运输局", "县公安局"]
    assert [item.text for item in duty.role] == ["劝阻酒后乘船的人；", "大风天挂出停渡牌，逢集日派人值守。"]


LINES = st.sampled_from(
    [*AT_TOP.split("\n"), *NEXT_PAGE.split("\n"), *CENTRED.split("\n"), "一、党的建设（2项）", "\f", "12"]
)


@given(st.lists(LINES, max_size=30))
def test_every_character_is_in_a_row_or_furniture_or_left_over(lines: list[str]) -> None:
    """Nothing is lost and nothing counted twice, in whatever order lines come."""
    laid_out = read_aligned(lines)
    left = sum(visible(leftover.text) for leftover in laid_out.leftovers)
    assert laid_out.in_rows + laid_out.furniture + left == sum(map(visible, lines))
