"""The outline of a text flow: covers, sections, categories, header rows, page ends, and what is in none of them."""

from __future__ import annotations

import pytest

from graphkb.records import Place, Section
from loaders.flow import read_flow
from loaders.flow.lines import Gap, Mark, mark_of, printed_lines, width
from loaders.flow.titles import columns_of
from loaders.raw import RawRow

BASIC = "序号 事项类别 事项名称"
RECLAIMED = "序号 事项类别 事项名称 承接部门及工作方式"
COVER = """\
云岭省澜川市青禾县白杨镇履行职责事项清单

2025年8月

目 录

一、基本履职事项清单……1

二、上级部门收回事项清单……2
"""
TWO_SECTIONS = f"""\
 {BASIC}

1 党的建设 管好活动室

2 民生服务 看护水井
 {RECLAIMED}

1 民生服务 水质化验收费
县水利局

工作方式：账目已封存，不再收费。"""


def rows_of(text: str) -> list[RawRow]:
    return [row for found in read_flow(text.split("\n")).lists for row in found.rows]


def names(rows: list[RawRow]) -> list[str]:
    return ["".join(piece.text for piece in row.cells["name"]) for row in rows]


def test_sections_may_start_by_their_header_rows_alone() -> None:
    """A published flow has no cover and no heading: the township is not named, and is not made up."""
    (found,) = read_flow(TWO_SECTIONS.split("\n")).lists
    assert found.place == Place()
    assert (found.title, found.edition) == ("", "")
    assert [(row.section, row.number) for row in found.rows] == [
        (Section.BASIC, "1"),
        (Section.BASIC, "2"),
        (Section.RECLAIMED, "1"),
    ]


def test_a_cover_names_place_title_and_date() -> None:
    """Other flows have a title page and a contents list before the first header row."""
    laid_out = read_flow((COVER + TWO_SECTIONS).split("\n"))
    (found,) = laid_out.lists
    assert found.place == Place(province="云岭省", prefecture="澜川市", county="青禾县", township="白杨镇")
    assert (found.title, found.edition) == ("云岭省澜川市青禾县白杨镇履行职责事项清单", "2025-08")
    assert len(found.rows) == 3
    assert laid_out.leftovers == ()


def test_a_title_may_break_within_its_words() -> None:
    """On a title page large letters leave room for a few words a line."""
    laid_out = read_flow(("青禾县白杨镇履行\n职责事项清单\n\n" + TWO_SECTIONS).split("\n"))
    assert laid_out.lists[0].place == Place(county="青禾县", township="白杨镇")
    assert laid_out.leftovers == ()


def test_each_title_page_starts_the_list_of_its_township() -> None:
    """A county may publish the lists of its townships in one file."""
    second = COVER.replace("白杨镇", "柳坪乡") + TWO_SECTIONS
    laid_out = read_flow(f"{COVER}{TWO_SECTIONS}\n {second}".split("\n"))
    assert [found.place.township for found in laid_out.lists] == ["白杨镇", "柳坪乡"]
    assert [[row.number for row in found.rows] for found in laid_out.lists] == [["1", "2", "1"], ["1", "2", "1"]]


def test_sections_that_start_again_are_another_list() -> None:
    """Without titles, a basic section behind a reclaimed one can only be the next township's."""
    laid_out = read_flow(f"{TWO_SECTIONS}\n{TWO_SECTIONS}".split("\n"))
    assert [len(found.rows) for found in laid_out.lists] == [3, 3]
    assert laid_out.notes != ()


def test_categories_may_be_headings_with_counts() -> None:
    """Flows without a category column print a heading before each category's first row."""
    text = """\
基本履职事项清单（3项）

序号 事项名称

一、党的建设（1项）

1 管好活动室

二、民生服务（2项）

2 看护水井

3 给独居老人
送餐"""
    (found,) = read_flow(text.split("\n")).lists
    assert [row.category for row in found.rows] == ["党的建设", "民生服务", "民生服务"]
    assert names(list(found.rows)) == ["管好活动室", "看护水井", "给独居老人送餐"]
    assert [(count.category, count.declared) for count in found.declared] == [
        (None, 3),
        ("党的建设", 1),
        ("民生服务", 2),
    ]


def test_numbers_may_start_again_in_each_category() -> None:
    """Some counties number the rows of each category from 1."""
    text = f"{BASIC}\n\n1 党的建设 管好活动室\n\n2 党的建设 组织冬训\n\n1 民生服务 看护水井\n\n2 民生服务 送餐"
    found = rows_of(text)
    assert [row.number for row in found] == ["1", "2", "1", "2"]
    assert [row.doubts for row in found] == [(), (), (), ()]


COOPERATIVE = "序号 事项名称 对应上级部门 上级部门职责 乡镇配合职责"
IN_CATEGORIES = f"""\
配合履职事项清单

{COOPERATIVE}

一、民生服务（2项）

1 渡口安全
县公安局

1.处置水上警情。

劝阻酒后乘船的人。

2 送餐
县民政局

1.确定标准。

1.报送名单；

2.核对名单。

二、果业发展（1项）

1 果窖改造
县农业农村局

1.编写图册。

登记农户。"""


@pytest.mark.parametrize("spaced", [True, False], ids=["blank lines", "no blank lines"])
def test_numbers_may_start_again_below_each_category_heading(spaced: bool) -> None:
    """The heading stands between a finished row and a number 1, with or without blank lines around it."""
    text = IN_CATEGORIES if spaced else IN_CATEGORIES.replace("\n\n", "\n")
    found = rows_of(text)
    assert [(row.category, row.number) for row in found] == [("民生服务", "1"), ("民生服务", "2"), ("果业发展", "1")]
    assert ["".join(piece.text for piece in row.cells["role"]) for row in found] == [
        "劝阻酒后乘船的人。",
        "1.报送名单；2.核对名单。",
        "登记农户。",
    ]


def test_the_header_row_may_repeat_below_each_category_heading() -> None:
    """Where each category is a table of its own, its header row stands between heading and number 1."""
    found = rows_of(IN_CATEGORIES.replace("二、果业发展（1项）\n", f"二、果业发展（1项）\n\n{COOPERATIVE}\n"))
    assert [(row.category, row.number) for row in found] == [("民生服务", "1"), ("民生服务", "2"), ("果业发展", "1")]


def test_a_category_heading_needs_no_count() -> None:
    """In a list without category column, a numbered line between two rows can be nothing else."""
    found = rows_of(IN_CATEGORIES.replace("（2项）", "").replace("（1项）", ""))
    assert [row.category for row in found] == ["民生服务", "民生服务", "果业发展"]


def test_a_repeated_header_row_may_decay_to_its_first_title() -> None:
    """At the head of a page only the first cell of the header row may be printed."""
    text = "序号\n事项\n类别\n\n事项名称\n\n1 党的建设 管好活动室，开放图书角\n 序号\n\n和老年活动角\n\n2 民生服务 看护水井"
    assert names(rows_of(text)) == ["管好活动室，开放图书角和老年活动角", "看护水井"]


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["apart", "below"])
def test_issuer_and_date_behind_the_last_row_are_no_part_of_it(gap: str) -> None:
    """A list that is an official letter's attachment is signed and dated at its end."""
    laid_out = read_flow(f"{TWO_SECTIONS}{gap}青禾县人民政府办公室\n2025年8月12日".split("\n"))
    (found,) = laid_out.lists
    assert found.edition == "2025-08-12"
    assert found.rows[-1].cells["method"][-1].text == "工作方式：账目已封存，不再收费。"
    assert laid_out.leftovers == ()


def test_a_date_that_ends_a_sentence_is_no_signature() -> None:
    """A wrapped cell may have a date on a line of its own."""
    text = TWO_SECTIONS.replace("账目已封存，不再收费。", "账目已封存，收费截止到\n2024年12月31日")
    assert rows_of(text)[-1].cells["method"][-1].text == "2024年12月31日"


def test_a_heading_inside_a_cell_is_no_category() -> None:
    """Departments' clauses stand under headings that look like those of categories."""
    text = """\
序号 事项类别 事项名称 对应上级部门 上级部门职责 乡镇配合职责

1 民生服务 渡口安全
县公安局

一、县公安局

1.处置水上警情。

二、登船

1.清点渡船。

1.劝阻酒后乘船的人。

2 民生服务 送餐 县民政局

1.确定标准。

1.报送名单。"""
    found = rows_of(text)
    assert [row.category for row in found] == ["民生服务", "民生服务"]
    assert "".join(piece.text for piece in found[0].cells["role"]) == "1.劝阻酒后乘船的人。"


@pytest.mark.parametrize("number", ["★2", "2★", "2 ★", "★ 2"])
def test_a_star_may_stand_beside_the_number(number: str) -> None:
    """Lists mark duties of enforcement by a star, and print it in the number's cell, too."""
    found = rows_of(f"{BASIC}\n\n1 党的建设 管好活动室\n\n{number} 党的建设 看护水井\n\n3 民生服务 送餐")
    assert [row.number for row in found] == ["1", "2", "3"]
    assert names(found) == ["管好活动室", "★看护水井", "送餐"]


def test_a_header_with_unknown_titles_is_told_by_its_words() -> None:
    """Counties invent titles; the row with number 1 behind them shows that they are titles."""
    text = f"序号 工作门类 事项名称 县级有关单位主要职责 本镇协助任务\n\n{TWO_SECTIONS.partition(BASIC)[2]}"
    found = rows_of(text)
    assert [row.section for row in found] == [Section.COOPERATIVE, Section.COOPERATIVE, Section.RECLAIMED]


def test_what_stands_before_the_first_row_is_reported() -> None:
    """A preface is neither a row nor known furniture."""
    laid_out = read_flow(("编写说明：本清单每年修订。\n\n" + TWO_SECTIONS).split("\n"))
    assert [(left.line, left.text) for left in laid_out.leftovers] == [(1, "编写说明：本清单每年修订。")]
    assert laid_out.leftovers[0].reason == "不在任何一行事项之内，也不是已知的标题、表头或页码"


def test_a_document_without_rows_has_no_list() -> None:
    """A file of another kind ends in leftovers alone."""
    laid_out = read_flow(["会议纪要", "", "18 周岁以上的居民可以报名。"])
    assert laid_out.lists == ()
    assert len(laid_out.leftovers) == 2


@pytest.mark.parametrize("title", ["履职事项", "事项名称"])
@pytest.mark.parametrize("role", ["乡镇（街道）配合职责", "镇配合职责", "苏木镇配合履职职责"])
def test_titles_are_told_apart_without_a_sign_between_them(title: str, role: str) -> None:
    """A wrapped header row reads as one string of characters."""
    text = f"序号类别{title}对应上级部门上级部门职责{role}"
    assert columns_of(text) == ("number", "category", "name", "departments", "responsibilities", "role")


def test_a_leading_space_ends_a_page_unless_lines_are_indented() -> None:
    """Extracted text marks a page's end by a space or form feed; an indented document has spaces everywhere."""
    marked = printed_lines(["一", "二", "三", "四", " 五", "六", "\f七"])
    assert [line.page_break for line in marked] == [False, False, False, False, True, False, True]
    assert not any(line.page_break for line in printed_lines([" 一", " 二", "三"]))


def test_double_spacing_is_no_gap() -> None:
    """A blank line behind every line tells nothing about cells."""
    assert {line.gap for line in printed_lines(["一", "", "二", "", "三"] * 9)} == {Gap.LINE, Gap.BLANK}
    assert {line.gap for line in printed_lines(["一", ""] * 30)} == {Gap.LINE}


def test_marks_are_item_numbers_and_nothing_else() -> None:
    """Item numbers come in four ranks; quantities, dates and decimals are none."""
    assert mark_of("十二、分户") == Mark(0, 12)
    assert mark_of("（三）落户") == Mark(1, 3)
    assert mark_of("4.登记") == mark_of("4、登记") == Mark(2, 4)
    assert mark_of("（5）登记") == Mark(3, 5)
    assert [mark_of(text) for text in ("18周岁", "2.5公里", "一户一宅", "（职员等级）")] == [None] * 4


def test_width_counts_full_characters() -> None:
    """ASCII is half as wide as a Chinese character, white space does not count."""
    assert width("1.灯塔 ") == 3.0
