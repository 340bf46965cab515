"""The text flow of a PDF: what tells one cell from the next, in columns of any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkb.records import Section
from loaders.assemble import visible
from loaders.flow import read_flow
from loaders.raw import Column, LaidOut, RawRow
from tests.flow_pages import (
    BASIC,
    COOPERATIVE,
    RECLAIMED,
    FlowRow,
    Widths,
    cell_text,
    header,
    pages,
    row_text,
    section_text,
)

NARROW: Widths = {"category": 3, "name": 7, "departments": 4, "responsibilities": 32, "role": 24, "method": 32}
BROAD: Widths = {"category": 4, "name": 11, "departments": 7, "responsibilities": 24, "role": 29, "method": 22}
EQUAL: Widths = {"category": 2, "name": 8, "departments": 8, "responsibilities": 26, "role": 20, "method": 18}

BASICS = (
    FlowRow("党的建设", "管好村级活动室，开放图书角和老年活动角"),
    FlowRow("党的建设", "组织党员冬训"),
    FlowRow("灯塔守护", "看护湖心灯塔，登记过往渔船，在大雾天亮灯鸣笛并向渔民发送出湖提醒"),
)
DUTIES = (
    FlowRow(
        "党的建设", "推荐最美护林人评选对象", "县委宣传部",
        ("1.印发评选通知，写明名额和时限；", "2.审定人选并在县融媒体中心公示五个工作日。"),
        ("1.组织各村推荐人选；", "2.核对事迹材料。"),
    ),
    FlowRow(
        "果业发展", "苹果园防雹网搭建", "县农业农村局、县气象局、县财政局",
        (
            "1.县农业农村局制定防雹网建设标准，组织农户报名，验收合格后在乡里公示验收结果；",
            "2.县气象局发布冰雹预警；", "3.县财政局拨付补助。",
        ),
        ("1.统计愿意搭建的农户和面积，年满18周岁的农户本人签字确认后报县农业农村局；", "2.看护防雹网。"),
    ),
    FlowRow(
        "果业发展", "果窖改造", "县农业农村局",
        ("一、县农业农村局", "1.编写果窖改造图册；", "2.培训工匠。", "二、县供销合作社",
         "收购入窖果品，按照约定的价格在次年清明前付清货款。"),
        ("登记有意改造的农户，带领工匠上门查看旧果窖的裂缝和渗水，发现可能塌陷的立即劝离居住人员并报告。",),
    ),
    FlowRow(
        "果业发展", "枝条粉碎还田（含堆肥）", "县农业农村局、青禾地区生态环境局云泽分局",
        ("一、粉碎", "1.投放粉碎机；", "2.培训机手。", "二、堆肥", "1.检测肥料成分；", "2.推广使用。"),
        ("一、粉碎", "1.收集枝条；", "2.安排场地。", "二、堆肥", "1.组织农户堆肥；", "2.配合检测。"),
    ),
    FlowRow(
        "民生服务", "独居老人送餐", "县民政局",
        ("确定送餐标准，与餐馆签订协议，每季度抽查一次饭菜质量和送达时间，并把抽查结果告诉乡里。",),
        ("报送独居老人名单，陪同送餐员熟悉路线，对三次敲门无人应答的老人联系亲属上门查看。",),
    ),
    FlowRow(
        "民生服务", "渡口安全", "县交通运输局、县公安局",
        ("县交通运输局：", "1.检验渡船；", "2.考核渡工。", "县公安局：", "1.处置水上警情；", "2.清点超员渡船。"),
        ("1.劝阻酒后乘船的人；", "2.大风天挂出停渡牌；", "3.逢集日派人在渡口值守，帮助老人和孩子上下船。"),
    ),
    FlowRow(
        "灯塔守护", "湖心灯塔维修", "县水利局",
        ("1.查验塔基；", "2.更换灯具。"),
        ("1.划船送维修人员上塔；", "2.保管备用灯油。"),
    ),
)  # fmt: skip
TAKEN_BACK = (
    FlowRow("民生服务", "水井水质化验收费", method=("县水利局", "工作方式：委托检测机构每年化验两次，不向农户收费。")),
    FlowRow(
        "果业发展", "对在果品交易市场用泡沫箱冒充保温箱出售的行为的处罚",
        method=("县市场监督管理局、县公安局", "工作方式：", "1.巡查交易市场，抽检箱体材料；", "2.依法处罚。"),
    ),
    FlowRow("果业发展", "苗木检疫", method=("县自然资源局", "工作方式：派员到苗圃检疫并出具证书。")),
    FlowRow("灯塔守护", "灯塔雾号审批", method=("工作方式：账目已封存，不再收费。",)),
)  # fmt: skip


def rows_of(laid_out: LaidOut, section: Section) -> list[RawRow]:
    return [row for found in laid_out.lists for row in found.rows if row.section is section]


def text(row: RawRow, column: Column) -> str:
    return "".join(piece.text for piece in row.cells.get(column, ()))


def numbers(laid_out: LaidOut, section: Section) -> list[str]:
    return [row.number for row in rows_of(laid_out, section)]


def whole_list(widths: Widths) -> list[str]:
    return pages(
        section_text(BASICS, BASIC, {**widths, "name": 30}),
        section_text(DUTIES, COOPERATIVE, widths),
        section_text(TAKEN_BACK, RECLAIMED, {**widths, "name": 14}),
    )


@pytest.mark.parametrize("widths", [NARROW, BROAD, EQUAL], ids=["narrow", "broad", "equal"])
def test_every_cell_is_read_whole_in_columns_of_any_width(widths: Widths) -> None:
    """Each county's template has columns of its own widths; nothing in the text says where a cell ends."""
    laid_out = read_flow(whole_list(widths))
    for section, rows, columns in (
        (Section.BASIC, BASICS, BASIC),
        (Section.COOPERATIVE, DUTIES, COOPERATIVE),
        (Section.RECLAIMED, TAKEN_BACK, RECLAIMED),
    ):
        found = rows_of(laid_out, section)
        assert [row.category for row in found] == [row.category for row in rows]
        for column in columns[1:]:
            assert [text(row, column) for row in found] == [cell_text(row, column) for row in rows]  # type: ignore[arg-type]  # category is no cell


def test_pieces_are_printed_lines_of_a_wrapped_row() -> None:
    """A cell of four lines comes as four pieces, so that the cell readers know where a word may be parted."""
    row = rows_of(read_flow(whole_list(NARROW)), Section.COOPERATIVE)[1]
    assert row.wrapped
    assert [piece.text for piece in row.cells["departments"]] == ["县农业农", "村局、县", "气象局、", "县财政局"]
    lines = [piece.line for piece in row.cells["departments"]]
    assert lines == list(range(lines[0], lines[0] + 4))


@pytest.mark.parametrize("join", ["\n", "\n\n"], ids=["no blank lines", "double spacing"])
def test_blank_lines_are_evidence_and_no_condition(join: str) -> None:
    """Other programs extract the same PDF with no blank lines at all, or with one behind every line."""
    lines = join.join(line for line in whole_list(NARROW) if line.strip()).split("\n")
    found = rows_of(read_flow(lines), Section.COOPERATIVE)
    assert [text(row, "name") for row in found] == [row.name for row in DUTIES]
    assert [text(row, "departments") for row in found] == [row.departments for row in DUTIES]


def test_a_number_in_a_text_starts_no_row() -> None:
    """The expected number stands at line start in 2周岁 and 2 个工作日, too."""
    lines = [
        "序号 事项类别 事项名称",
        "1 民生服务",
        "登记学龄前儿童，对年满",
        "2周岁的发放入托提醒，并在",
        "",
        "2 个工作日内回访。",
        "",
        "2 民生服务 看护水井",
    ]
    found = rows_of(read_flow(lines), Section.BASIC)
    assert [text(row, "name") for row in found] == [
        "登记学龄前儿童，对年满2周岁的发放入托提醒，并在2 个工作日内回访。",
        "看护水井",
    ]


def test_a_number_alone_on_its_line_starts_a_row() -> None:
    """A category of three lines is higher than its number, which then stands alone."""
    texts = [row_text(n, row, COOPERATIVE, NARROW, alone=True) for n, row in enumerate(DUTIES, start=1)]
    laid_out = read_flow("\n\n".join([header(COOPERATIVE, NARROW), *texts]).split("\n"))
    assert [row.category for row in rows_of(laid_out, Section.COOPERATIVE)] == [row.category for row in DUTIES]


LAST_TITLES = "上级部门职责 乡镇（街道）配合职责\n\n"
DECAYED = {
    "none": "",
    "from its second character": "号\n\n事项\n类别\n\n事项名称\n对应上级\n\n部门\n" + LAST_TITLES,
    "from the middle of a title": "部门\n" + LAST_TITLES,
    "last two titles": LAST_TITLES,
}


@pytest.mark.parametrize("top", DECAYED.values(), ids=DECAYED.keys())
def test_a_repeated_header_may_decay_to_its_last_titles(top: str) -> None:
    """The header row of later pages loses its first titles, or is missing; its remains are in no cell."""
    first = section_text(DUTIES[:4], COOPERATIVE, NARROW)
    rest = "\n\n".join(row_text(n, row, COOPERATIVE, NARROW) for n, row in enumerate(DUTIES[4:], start=5))
    found = rows_of(read_flow(pages(first, top + rest)), Section.COOPERATIVE)
    assert [text(row, "role") for row in found] == [cell_text(row, "role") for row in DUTIES]
    assert [row.number for row in found] == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize("footer", ["第 3 页，共 9 页", "- 3 -", "3"])
def test_page_numbers_are_furniture(footer: str) -> None:
    """Some pages print a footer, others of the same document do not."""
    first = section_text(DUTIES[:4], COOPERATIVE, NARROW)
    rest = "\n\n".join(row_text(n, row, COOPERATIVE, NARROW) for n, row in enumerate(DUTIES[4:], start=5))
    with_footer = read_flow(pages(f"{first}\n\n{footer}\n", rest))
    without = read_flow(pages(first, rest))
    assert with_footer.in_rows == without.in_rows
    assert with_footer.furniture == without.furniture + visible(footer)


def test_a_row_goes_on_behind_a_page_end_column_by_column() -> None:
    """A page that ends within a row shows the upper part of every cell, the next page the lower parts."""
    row = DUTIES[1]
    upper = FlowRow(row.category, row.name, row.departments, row.responsibilities[:1], row.role[:1])
    lower = FlowRow("", "", "", row.responsibilities[1:], row.role[1:])
    first = section_text([DUTIES[0], upper], COOPERATIVE, NARROW)
    second = row_text(0, lower, COOPERATIVE, NARROW).removeprefix("0 ")
    rest = "\n\n".join(row_text(n, other, COOPERATIVE, NARROW) for n, other in enumerate(DUTIES[2:], start=3))
    laid_out = read_flow(pages(first, f"{header(COOPERATIVE, NARROW)}\n\n{second}\n\n{rest}"))
    found = rows_of(laid_out, Section.COOPERATIVE)[1]
    assert text(found, "responsibilities") == cell_text(row, "responsibilities")
    assert text(found, "role") == cell_text(row, "role")
    assert [piece.page_break for piece in found.cells["role"]].count(True) == 1


def test_a_merged_category_holds_for_the_rows_below_it() -> None:
    """Where the category is a merged cell, its text stands at its first row only."""
    merged = [
        replace(row, category="" if row.category == before else row.category)
        for before, row in zip(["", *(row.category for row in DUTIES)], DUTIES, strict=False)
    ]
    found = rows_of(read_flow(section_text(merged, COOPERATIVE, NARROW).split("\n")), Section.COOPERATIVE)
    assert [row.category for row in found] == [row.category for row in DUTIES]
    assert [text(row, "name") for row in found] == [row.name for row in DUTIES]


def test_bodies_may_have_a_line_each() -> None:
    """Some department cells enumerate by lines, without a sign between the bodies."""
    rows = [replace(row, departments=tuple(row.departments.split("、"))) for row in DUTIES]  # type: ignore[arg-type]
    found = rows_of(read_flow(section_text(rows, COOPERATIVE, BROAD).split("\n")), Section.COOPERATIVE)
    assert [text(row, "departments") for row in found] == [row.departments.replace("、", "") for row in DUTIES]


def test_two_likely_readings_leave_a_doubt() -> None:
    """Sentences without numbers, bodies or the township in them may belong to either column."""
    row = FlowRow("民生服务", "路灯节电", "县水利局", ("试点错峰亮灯。", "总结做法。"), ("张贴时间表。", "听取意见。"))
    laid_out = read_flow(section_text([*DUTIES, row], COOPERATIVE, NARROW).split("\n"))
    found = rows_of(laid_out, Section.COOPERATIVE)
    assert [bool(row.doubts) for row in found] == [False] * 7 + [True]
    assert found[-1].doubts == ("“上级部门职责”一栏在何处结束有两种读法，请对照原文核对。",)


def test_a_cell_that_is_not_found_leaves_a_doubt() -> None:
    """A row without department is not made up; a person should look at it."""
    row = FlowRow("民生服务", "路灯节电", "", ("1.试点错峰亮灯。",), ("1.张贴时间表。", "2.听取意见。"))
    found = rows_of(read_flow(section_text([*DUTIES, row], COOPERATIVE, NARROW).split("\n")), Section.COOPERATIVE)
    assert "departments" not in found[-1].cells
    assert "没有读到“对应上级部门”一栏的内容。" in found[-1].doubts


def test_a_gap_in_the_numbers_is_told_and_never_repaired() -> None:
    """One list prints a number twice and leaves the next one out."""
    texts = [row_text(n, row, COOPERATIVE, NARROW) for n, row in zip((1, 2, 3, 3, 5, 6, 7), DUTIES, strict=True)]
    laid_out = read_flow("\n\n".join([header(COOPERATIVE, NARROW), *texts]).split("\n"))
    assert numbers(laid_out, Section.COOPERATIVE) == ["1", "2", "3", "3", "5", "6", "7"]
    doubted = [row.doubts for row in rows_of(laid_out, Section.COOPERATIVE) if row.doubts]
    assert doubted == [("序号3与上一行不连续，按上一行应为4。",), ("序号5与上一行不连续，按上一行应为4。",)]


FRAGMENTS = st.sampled_from(
    [
        "", " ", "\f", "1", "2 党的建设", " 3 民生服务 送餐", "党的建设", "序号 事项类别 事项名称", " 序", "号", "事项", "名称",
        header(COOPERATIVE, NARROW), " 上级部门职责 乡镇（街道）配合职责", "县水利局", "、县民政局", "1.查验塔基；", "2.更换。",
        "一、灯塔", "工作方式：委托。", "第 3 页，共 9 页", "青禾县白杨镇履行职责事项清单", "基本履职事项清单", "2025年8月", "（",
        "”\u3000",
        "序号 事项类别 事项名称 承接部门及工作方式", "一、党的建设（3项）", "目 录", "灯塔" * 30,
    ]
)  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=40))
def test_every_character_is_in_a_row_or_furniture_or_left_over(fragments: list[str]) -> None:
    """Nothing is lost and nothing counted twice, whatever a document prints."""
    lines = "\n".join(fragments).split("\n")
    laid_out = read_flow(lines)
    left = sum(visible(leftover.text) for leftover in laid_out.leftovers)
    assert laid_out.in_rows + laid_out.furniture + left == sum(map(visible, lines))
    printed = sum(
        visible(row.number) + sum(visible(piece.text) for pieces in row.cells.values() for piece in pieces)
        for found in laid_out.lists
        for row in found.rows
    )
    assert printed <= laid_out.in_rows


def unspaced(rows: Sequence[FlowRow], widths: Widths) -> list[RawRow]:
    """Return the cooperative rows as read from a flow without blank lines."""
    lines = section_text(rows, COOPERATIVE, widths).split("\n")
    return rows_of(read_flow([line for line in lines if line.strip()]), Section.COOPERATIVE)


def test_a_body_is_told_by_the_clause_that_names_it_again() -> None:
    """A name's second line and a body without 县 before it read like one body: 捞处理工作 + 霜原生态环境局."""
    row = FlowRow(
        "民生服务", "冰湖废弃渔网打捞处理工作", "霜原生态环境局",
        ("霜原生态环境局负责检测湖水，发布打捞的时间和水域。",), ("组织渔民打捞，把渔网送到指定的堆放点。",),
    )  # fmt: skip
    found = unspaced([*DUTIES, row], {**NARROW, "departments": 5})[-1]
    assert (text(found, "name"), text(found, "departments")) == (row.name, row.departments)


def test_a_heading_may_be_wrapped_before_its_colon() -> None:
    """A body with a second plate is longer than the line, and still heads its clause."""
    row = FlowRow(
        "果业发展", "果窖消防", "县农业农村局、县供销合作社",
        ("县农业农村局：", "核对果窖数目。", "县供销合作社（县再生资源回收利用管理办公室）：收走旧果箱，换新果箱。"),
        ("清点灭火器。", "张贴告示。"),
    )  # fmt: skip
    found = unspaced([*DUTIES, row], {**NARROW, "responsibilities": 18, "role": 18})[-1]
    assert text(found, "role") == cell_text(row, "role")


def test_a_heading_at_a_page_end_is_continued_on_the_next_page() -> None:
    """The body's name is the page's last line in its cell, its clause the first of the next page."""
    upper = FlowRow(
        "民生服务", "渡口值守", "县交通运输局、县公安局", ("县交通运输局：", "检验渡船和缆绳，" * 20 + "发证。", "县公安局："),
        ("逢集日派人在渡口值守，" * 9 + "按船票清点",),
    )  # fmt: skip
    lines = pages(
        section_text([*DUTIES, upper], COOPERATIVE, NARROW), "处置水上警情。\n\n人数，发现超员报告县交通运输局。"
    )
    found = rows_of(read_flow(lines), Section.COOPERATIVE)[-1]
    assert text(found, "responsibilities") == cell_text(upper, "responsibilities") + "处置水上警情。"
    assert text(found, "role") == cell_text(upper, "role") + "人数，发现超员报告县交通运输局。"


def test_a_line_that_begins_with_a_closing_sign_goes_on() -> None:
    """Some programs print the sign behind a closing bracket on a line of its own."""
    lines = (
        section_text(DUTIES, COOPERATIVE, NARROW)
        .replace("灯具。", "灯具（含备用灯具）\n；\n\n3.粉刷塔身。")
        .split("\n")
    )
    found = rows_of(read_flow([line for line in lines if line.strip()]), Section.COOPERATIVE)[-1]
    assert text(found, "responsibilities") == "1.查验塔基；2.更换灯具（含备用灯具）；3.粉刷塔身。"


def test_the_second_line_of_a_name_may_share_the_line_of_the_next_cell() -> None:
    """Beside a cell of two lines, one of a single line is centred, and printed on the line of the second."""
    lines = section_text(TAKEN_BACK, RECLAIMED, {**NARROW, "name": 10}).split("\n")
    lines += ["5 果业发展 果树苗木跨乡运输调", "运登记 法律法规条款已失效，不再开展此项工作。"]
    found = rows_of(read_flow([line for line in lines if line.strip()]), Section.RECLAIMED)[-1]
    assert text(found, "name") == "果树苗木跨乡运输调运登记"
    assert text(found, "method") == "法律法规条款已失效，不再开展此项工作。"


@pytest.mark.parametrize(
    ("responsibilities", "role"),
    [
        (("对出湖的渔船发证。", "依法查处无证渔船。"), ("把办证的地方告诉辖区渔民。", "数清渔船。")),
        (("负责给渔船发证。", "负责查验救生衣。"), ("告诉渔民怎样办证。", "告诉渔民在哪里办证。")),
    ],
    ids=["by words of each side's work", "by paragraphs that begin alike"],
)
def test_paragraphs_without_numbers_are_told_apart(responsibilities: tuple[str, ...], role: tuple[str, ...]) -> None:
    """Neither numbers nor bodies say where the township's part begins."""
    row = FlowRow("民生服务", "渔船出湖证", "县农业农村局、县水利局", responsibilities, role)
    found = rows_of(read_flow(section_text([*DUTIES, row], COOPERATIVE, EQUAL).split("\n")), Section.COOPERATIVE)[-1]
    assert text(found, "responsibilities") == cell_text(row, "responsibilities")
    assert text(found, "role") == cell_text(row, "role")
