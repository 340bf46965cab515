"""Which body bears which clauses."""

from __future__ import annotations

import pytest

from graphkb.records import Section
from loaders.raw import Piece
from tests.cell_rows import cooperative, groups, pairs, raw_row, read

BOTH = "县水利局 县公安局"


@pytest.mark.parametrize(
    "cell",
    [
        "县水利局：1.巡查。2.上报。县公安局：查处。",
        "县水利局: 1.巡查。 2.上报。 县公安局 :查处。",
        "<p>县水利局：</p> <p>1.巡查。</p> <p>2.上报。</p> <p>县公安局；</p> <p>查处。</p>",
        "<p>县水利局</p> <p>1.巡查。</p> <p>2.上报。</p> <p>县公安局 查处。</p>",
        "县水利局主要职责：1.巡查。2.上报。县公安局职责：查处。",
        "一、县水利局1.巡查。2.上报。二、县公安局：查处。",
        "（一）县水利局：1.巡查。2.上报。（二）县公安局：查处。",
        "县水利局（牵头）：1.巡查。2.上报。县公安局：查处。",
        "<b>县水利局</b><br>1.巡查。<br>2.上报。<br><b>县公安局：</b><br>查处。",
        "1.县水利局：1.巡查。2.上报。2.县公安局：\n查处。",
        "1.县水利局\n（1）巡查。\n（2）上报。\n2.县公安局\n查处。",
        "【县水利局】1.巡查。2.上报。【县公安局】查处。",
        "◆县水利局：1.巡查。2.上报。◆县公安局：查处。",
        "县水利局负责：1.巡查。2.上报。县公安局具体负责：查处。",
        "县水利局1.巡查。2.上报。 县公安局 查处。",
        "牵头单位：县水利局\n1.巡查。\n2.上报。\n配合单位：县公安局\n查处。",
        "牵头部门（县水利局）：1.巡查。2.上报。配合部门（县公安局）：查处。",
        "部门职责：县水利局：1.巡查。2.上报。县公安局：查处。",
        "一、职责\n县水利局：1.巡查。2.上报。县公安局：查处。",
        "县级：县水利局：1.巡查。2.上报。县公安局：查处。",
        "县水利局牵头：1.巡查。2.上报。县公安局配合：查处。",
        "县水利局∶1.巡查。2.上报。县公安局︰查处。",
    ],
)
def test_clauses_belong_to_the_body_in_the_heading(cell: str) -> None:
    """Headings end with a colon, a semicolon, their line, or nothing, and may be numbered."""
    assert groups(cooperative(BOTH, cell)) == [
        (("县水利局",), [("1", "巡查。"), ("2", "上报。")]),
        (("县公安局",), [("", "查处。")]),
    ]


def test_a_number_goes_on_as_the_clauses_where_the_heading_does_not_part_them() -> None:
    """1.县水利局：负责…；2.县公安局：负责…： each number counts one clause."""
    assert groups(cooperative(BOTH, "1.县水利局：负责巡查；2.县公安局：负责查处。")) == [
        (("县水利局",), [("1", "负责巡查；")]),
        (("县公安局",), [("2", "负责查处。")]),
    ]


def test_names_that_headings_print_are_kept_beside_the_columns() -> None:
    """The heading shortens the name: its clauses are the column's body's, and what is printed is not lost."""
    found = cooperative("县经济信息委 县公安局", "县经信委：1.巡查。县公安局：查处。")
    assert [names for names, _ in groups(found)] == [("县经济信息委",), ("县公安局",)]
    assert found.other_names == {"县经信委": "县经济信息委"}


def test_words_for_bodies_without_a_name_are_no_other_names() -> None:
    """水利部门 is no name of 县水利局."""
    assert cooperative("县水利局 县公安局", "水利部门：1.巡查。县公安局：查处。").other_names == {}


def test_the_last_clause_does_not_run_into_the_next_heading() -> None:
    """No stop, only a space between 上报 and 县公安局："""
    assert groups(cooperative(BOTH, "县水利局：1.巡查 2.上报 县公安局：1.查处")) == [
        (("县水利局",), [("1", "巡查"), ("2", "上报")]),
        (("县公安局",), [("1", "查处")]),
    ]


def test_the_duties_of_one_level_are_of_its_bodies() -> None:
    """市级职责 and 县级职责 part the clauses, and no body is named beside them."""
    text = "（一）市级职责\n1.指导。\n（二）县级职责\n1.巡查。\n2.查处。"
    assert groups(cooperative("市水务局 县水利局 县公安局", text)) == [
        (("市水务局",), [("1", "指导。")]),
        (("县水利局", "县公安局"), [("1", "巡查。"), ("2", "查处。")]),
    ]


def test_headings_by_part_mean_the_bodies_in_the_order_of_the_column() -> None:
    """牵头部门 is the first of the column; over headings of bodies the word is but a label."""
    column = "县水利局（牵头） 县公安局 县司法局"
    record = cooperative(column, "牵头部门职责：1.巡查。配合单位：1.查处。")
    expected = [(("县水利局",), [("1", "巡查。")]), (("县公安局", "县司法局"), [("1", "查处。")])]
    assert groups(record) == expected
    assert record.doubts == ("「牵头部门」按对应上级部门的次序读取", "「配合单位」按对应上级部门的次序读取")
    labelled = cooperative(
        column, "一、牵头部门职责\n县水利局：1.巡查。\n二、配合部门职责\n县公安局、县司法局：1.查处。"
    )
    assert (groups(labelled), labelled.doubts) == (expected, ())


def test_others_than_departments_can_have_clauses_of_their_own() -> None:
    """学校： is a heading, and its clauses are not those of the department above."""
    assert groups(cooperative(BOTH, "县水利局：1.巡查。各学校：1.宣传。青禾湖管理处：1.指导。")) == [
        (("县水利局",), [("1", "巡查。")]),
        (("各学校",), [("1", "宣传。")]),
        (("青禾湖管理处",), [("1", "指导。")]),
    ]


def test_a_heading_without_clauses_is_doubted() -> None:
    """Its text may be lost."""
    record = cooperative(BOTH, "县水利局：\n县公安局：\n1.查处。")
    assert groups(record) == [(("县公安局",), [("1", "查处。")])]
    assert record.doubts == ("标题「县水利局」之下没有职责条目",)


def test_lines_of_work_name_their_bodies() -> None:
    """水利、公安等部门： names both bodies by their lines of work."""
    record = cooperative("县水利局 县公安局 县司法局", "水利、公安等部门：联合巡查。县司法局：调解。")
    assert groups(record)[0] == (("县水利局", "县公安局"), [("", "联合巡查。")])


def test_headings_come_in_their_own_order() -> None:
    """The order of the responsibilities is not that of the column."""
    found = groups(cooperative(BOTH, "县公安局：查处。 县水利局：巡查。"))
    assert [departments for departments, _ in found] == [("县公安局",), ("县水利局",)]


@pytest.mark.parametrize(
    "heading",
    [
        "县水利局、\n县公安局：",
        "县水利局\n县公安局：",
        "县水利局会同县公安局：",
        "县水利局、县公安局：",
        "县水利局 县公安局：",
        "县水利局和县公安局：",
        "县水利局、县公安局等：",
    ],
)
def test_a_joint_heading_names_all_its_bodies(heading: str) -> None:
    """One heading over the clauses of several bodies."""
    record = cooperative("县水利局 县公安局 县司法局", f"{heading}联合巡查。县司法局：调解。")
    assert groups(record)[0] == (("县水利局", "县公安局"), [("", "联合巡查。")])


@pytest.mark.parametrize(
    ("column", "heading", "known"),
    [
        ("县住房和城乡建设局", "县住建局", "县住房和城乡建设局"),
        ("县住建局", "县住房城乡建设局", "县住建局"),
        ("区卫健局", "区卫健委", "区卫健局"),
        ("县发改局", "县发展和改革委员会", "县发改局"),
        ("青禾消防救援大队", "县消防救援大队", "青禾消防救援大队"),
        ("南屏市生态环境局青禾分局", "县生态环境分局", "南屏市生态环境局青禾分局"),
        ("市场监督管理局", "县市场监督管理局", "市场监督管理局"),
        ("县农牧和科技局（县乡村振兴局）", "县乡村振兴局", "县农牧和科技局"),
        ("县政府办", "县政府办公室", "县政府办"),
        ("县供销联社", "县供销合作社联合社", "县供销联社"),
        ("县财政局", "财政部门", "县财政局"),
        ("县公安局", "公安机关", "县公安局"),
        ("县税务局", "国家税务总局青禾县税务局", "县税务局"),
        ("县电力公司", "国网青禾县供电公司", "县电力公司"),
        ("团县委", "共青团青禾县委员会", "团县委"),
        ("团县委", "县团委", "团县委"),
        ("县妇联", "县妇女联合会", "县妇联"),
        ("县供销社", "县供销合作联社", "县供销社"),
        ("县纪委监委", "县纪律检查委员会", "县纪委监委"),
    ],
)
def test_a_short_or_long_form_is_the_body_of_the_column(column: str, heading: str, known: str) -> None:
    """Columns and headings spell one body in several ways."""
    record = cooperative(f"{column} 县司法局", f"{heading}：巡查。县司法局：调解。")
    assert groups(record)[0] == ((known,), [("", "巡查。")])
    assert record.doubts == ()


@pytest.mark.parametrize(
    ("column", "heading"),
    [
        ("县教育局", "县体育局"),
        ("市水利局", "县水利局"),
        ("县公安局", "县公安局交警大队"),
        ("县委宣传部", "县委统战部"),
    ],
)
def test_another_body_stays_as_printed(column: str, heading: str) -> None:
    """What is similar is not the same: a clause of a body that the column lacks."""
    found = groups(cooperative(f"{column} 县司法局", f"{heading}：巡查。县司法局：调解。"))
    assert found[0][0] == (heading,)


def test_a_name_that_fits_two_bodies_stays_as_printed_and_is_doubted() -> None:
    """县农业局 could be either."""
    record = cooperative("县农业农村局 县农业机械局", "县农业局：巡查。")
    assert groups(record)[0][0] == ("县农业局",)
    assert record.doubts == ("「县农业局」可指本行对应上级部门中的多个单位",)


def test_two_headings_mean_two_bodies() -> None:
    """Beside the body's own heading, 住房和城乡建设部门 is printed for somebody else."""
    found = groups(
        cooperative("县住房和城乡建设和交通运输局", "住房和城乡建设部门：甲。县住房和城乡建设和交通运输局：乙。")
    )
    assert [departments for departments, _ in found] == [("住房和城乡建设部门",), ("县住房和城乡建设和交通运输局",)]


def test_a_heading_that_joins_two_names_means_both_bodies() -> None:
    """The column parts what the heading joins."""
    record = cooperative("县住房和城乡建设局 县交通运输局 县司法局", "县住房城乡建设和交通运输局：修路。")
    assert groups(record) == [(("县住房和城乡建设局", "县交通运输局"), [("", "修路。")])]
    assert record.doubts == (
        "「县住房城乡建设和交通运输局」按本行对应上级部门的「县住房和城乡建设局」「县交通运输局」读取",
    )


def test_each_clause_belongs_to_the_body_that_is_its_subject() -> None:
    """No heading: the body begins the clause, which keeps its full text; numbers run through."""
    text = "1. 县水利局负责巡查。2. 县水利局（县河长办）上报。3. 县公安局对违法行为予以查处。"
    assert groups(cooperative(BOTH, text)) == [
        (("县水利局",), [("1", "县水利局负责巡查。"), ("2", "县水利局（县河长办）上报。")]),
        (("县公安局",), [("3", "县公安局对违法行为予以查处。")]),
    ]


@pytest.mark.parametrize(
    ("clause", "departments"),
    [
        ("县水利局、县公安局联合巡查。", ("县水利局", "县公安局")),
        ("县水利局与县公安局一同巡查。", ("县水利局", "县公安局")),
        ("县水利局协同县公安局巡查。", ("县水利局",)),
        ("县水利局、县公安局等有关部门，按照职责巡查。", ("县水利局", "县公安局")),
        ("县林业局配合巡查。", ("县林业局",)),
        ("派出单位负责培训。", ("干部派出单位",)),
        ("由县水利局负责巡查。", ("县水利局",)),
        ("水利局牵头巡查。", ("县水利局",)),
        ("水利部门负责巡查。", ("县水利局",)),
        ("巡查。（责任单位：县水利局）", ("县水利局",)),
        ("巡查，由县水利局负责。", ("县水利局",)),
        ("巡查（县水利局、干部派出单位按职责分工负责）。", ("县水利局", "干部派出单位")),
    ],
)
def test_subjects_can_be_several_bodies_or_others(clause: str, departments: tuple[str, ...]) -> None:
    """A、B …, A与B …, or a body that the column lacks."""
    record = cooperative("县水利局 县公安局 干部派出单位", f"1.{clause} 2.县公安局查处。")
    assert groups(record)[0][0] == departments


@pytest.mark.parametrize(
    "clause",
    [
        "统筹协调县公安局、县司法局等部门巡查。",
        "指导公安机关负责查处。",
        "会同县公安局：开展巡查。",
        "完善部门职责：明确分工。",
        "职责分工：县公安局负责查处。",
        "县级：巡查。",
        "提供履职保障；",
        "做好 履职保障",
    ],
)
def test_bodies_and_labels_within_a_clause_part_nothing(clause: str) -> None:
    """A verb before a body, or a word that only looks like a label, belongs to the clause."""
    record = cooperative("县水利局 县公安局 县司法局", f"县水利局：1.巡查；2.{clause}")
    assert groups(record) == [(("县水利局",), [("1", "巡查；"), ("2", clause.replace(" ", ""))])]
    record = cooperative("县水利局 县公安局", f"1.{clause} 2.县公安局查处。")
    assert groups(record)[0][0] == ("县水利局",)
    assert record.safeguards == ()


def test_a_body_that_only_qualifies_something_is_no_subject() -> None:
    """县公安局移交的线索 are handled by somebody else."""
    assert groups(cooperative("县水利局", "1.县公安局移交的线索及时核实。")) == [
        (("县水利局",), [("1", "县公安局移交的线索及时核实。")])
    ]


def test_clauses_of_two_bodies_in_one_paragraph_are_parted() -> None:
    """县A局负责…；县B局负责… without numbers."""
    assert groups(cooperative(BOTH, "县水利局负责巡查；县公安局负责查处。")) == [
        (("县水利局",), [("", "县水利局负责巡查；")]),
        (("县公安局",), [("", "县公安局负责查处。")]),
    ]


def test_clauses_of_nobody_belong_to_all_bodies_of_the_column() -> None:
    """Several bodies, no heading, no subject: all of them, and no doubt."""
    record = cooperative(BOTH, "1.巡查。2.查处。")
    assert groups(record) == [(("县水利局", "县公安局"), [("1", "巡查。"), ("2", "查处。")])]
    assert record.doubts == ()


def test_a_clause_without_subject_goes_on_with_the_one_before_and_is_doubted() -> None:
    """Some clauses name their body, others do not; the first ones are of the one body that no clause names."""
    record = cooperative(BOTH, "1.统筹。2.县公安局查处。3.上报。")
    assert groups(record) == [
        (("县水利局",), [("1", "统筹。")]),
        (("县公安局",), [("2", "县公安局查处。"), ("3", "上报。")]),
    ]
    assert record.doubts == ("部分职责条目未写明由哪个部门承担",)


def test_clauses_before_the_first_heading_are_of_the_body_without_heading() -> None:
    """The first heading of a cell can be missing."""
    record = cooperative(BOTH, "1.巡查。2.上报。县公安局：查处。")
    assert groups(record)[0] == (("县水利局",), [("1", "巡查。"), ("2", "上报。")])
    assert record.doubts == ()


def test_a_paragraph_of_other_bodies_leaves_the_heading() -> None:
    """After the clauses of the last heading, a paragraph without number speaks of other bodies."""
    text = "<p>县水利局：</p><p>1.巡查。</p><p>县公安局、县司法局在各自职责范围内配合。</p>"
    assert groups(cooperative("县水利局 县公安局 县司法局", text))[1] == (
        ("县公安局", "县司法局"),
        [("", "县公安局、县司法局在各自职责范围内配合。")],
    )


def test_numbers_begin_anew_below_a_subheading() -> None:
    """审批工作：1.… 管理工作：1.…: each subheading is a clause without number."""
    record = cooperative("县水利局", "审批工作：1.受理。2.审批。管理工作：1.巡查。")
    numbered = [("1", "受理。"), ("2", "审批。")]
    assert groups(record) == [(("县水利局",), [("", "审批工作："), *numbered, ("", "管理工作："), ("1", "巡查。")])]


@pytest.mark.parametrize("subheading", ["审批工作", "管理工作：", "物资保障：", "规划审查："])
def test_subheadings_that_are_no_bodies_stay_in_the_text(subheading: str) -> None:
    """审批工作 heads clauses, but bears none."""
    record = cooperative("县水利局", f"<p>{subheading}</p> <p>1.受理。</p>")
    assert groups(record) == [(("县水利局",), [("", subheading), ("1", "受理。")])]


def test_an_introduction_before_the_numbers_is_a_clause_without_number() -> None:
    """负责全县…，主要任务是：1.…"""
    record = cooperative("县水利局", "负责全县水利，主要任务是： 1.巡查； 2.上报。")
    assert groups(record)[0][1] == [("", "负责全县水利，主要任务是："), ("1", "巡查；"), ("2", "上报。")]


@pytest.mark.parametrize(
    ("label", "items"),
    [
        ("履职保障：提供装备。", [("", "提供装备。")]),
        ("履职保障:1.培训；2.装备。", [("1", "培训；"), ("2", "装备。")]),
        ("<p>提供的履职保障： 1.人员保障：派员；</p> <p>2.装备。</p>", [("1", "人员保障：派员；"), ("2", "装备。")]),
        ("【履职保障】提供装备。", [("", "提供装备。")]),
        ("<p><b>履职保障</b></p><p>1.培训；</p><p>2.装备。</p>", [("1", "培训；"), ("2", "装备。")]),
        ("履职保障 1.培训；2.装备。", [("1", "培训；"), ("2", "装备。")]),
        ("3.履职保障：提供装备。", [("", "提供装备。")]),
        ("二、提供的履职保障包括：1.装备。", [("1", "装备。")]),
        ("县水利局提供的履职保障：装备。", [("", "装备。")]),
        ("\n保障措施：1.装备。", [("1", "装备。")]),
        ("履职保障：县水利局：装备。县公安局：培训。", [("", "县水利局：装备。"), ("", "县公安局：培训。")]),
        ("履职保障：县水利局：1.装备；2.培训。", [("", "县水利局："), ("1", "装备；"), ("2", "培训。")]),
    ],
)
def test_safeguards_stand_apart_from_the_duties(label: str, items: list[tuple[str, str]]) -> None:
    """What the department provides has its own numbers, and is nobody's responsibility."""
    record = cooperative("县水利局", f"1.巡查。 2.上报。 {label}")
    assert groups(record) == [(("县水利局",), [("1", "巡查。"), ("2", "上报。")])]
    assert pairs(record.safeguards) == items


def test_a_sentence_cut_by_a_page_behind_a_body_is_no_heading() -> None:
    """县委巡察办配合县纪委 stands at the foot of a page, 监委 … on the next."""
    record = cooperative(
        "县委巡察办 县纪委监委", ["1.县委巡察办统筹。县委巡察办配合县纪委", "监委评估。2.县纪委监委查办。"]
    )
    assert groups(record) == [
        (("县委巡察办",), [("1", "县委巡察办统筹。县委巡察办配合县纪委监委评估。")]),
        (("县纪委监委",), [("2", "县纪委监委查办。")]),
    ]


def test_a_page_may_end_in_the_label() -> None:
    """履职 at the foot of a page, 保障： on the next."""
    record = cooperative("县水利局", ["1.巡查。 履职", "保障：1.培训；2.装备。"])
    assert pairs(record.safeguards) == [("1", "培训；"), ("2", "装备。")]


def test_a_heading_after_safeguards_begins_duties_again() -> None:
    """Each body of a cell can state its own safeguards."""
    record = cooperative(BOTH, "县水利局：巡查。履职保障：装备。县公安局：查处。履职保障：培训。")
    assert groups(record) == [(("县水利局",), [("", "巡查。")]), (("县公安局",), [("", "查处。")])]
    assert pairs(record.safeguards) == [("", "装备。"), ("", "培训。")]


def test_a_heading_wrapped_over_lines_is_found() -> None:
    """Column flow: the names of a joint heading are parted by line ends, and no colon follows."""
    lines = [
        "一、县水利局",
        "1.巡查本县河道，发现险情及",
        "时通报；",
        "二、县公安局、县司法局、县民",
        "政局",
        "1.查处。",
    ]
    assert groups(cooperative("县水利局、县公安局、县司法局、县民政局", lines, wrapped=True)) == [
        (("县水利局",), [("1", "巡查本县河道，发现险情及时通报；")]),
        (("县公安局", "县司法局", "县民政局"), [("1", "查处。")]),
    ]


def test_clauses_without_any_body_are_kept_and_doubted() -> None:
    """An empty department column."""
    record = cooperative("", "1.巡查。")
    assert groups(record) == [((), [("1", "巡查。")])]
    assert record.doubts == ("职责未写明由哪个部门承担",)


def test_a_line_for_each_body_parts_the_clauses_by_body() -> None:
    """The row is parted into lines, its number merged over them: each body stands beside its own clauses."""
    row = raw_row(Section.COOPERATIVE, name="河道巡查")
    row.cells["departments"] = (Piece(3, "县水利局"), Piece(4, "县公安局\n县财政局"))
    row.cells["responsibilities"] = (Piece(3, "1.制定方案；\n2.巡查。"), Piece(4, "保障经费。"))
    record = read(row).record
    assert groups(record) == [
        (("县水利局",), [("1", "制定方案；"), ("2", "巡查。")]),
        (("县公安局", "县财政局"), [("", "保障经费。")]),
    ]
    assert record.doubts == ()


def test_lines_that_a_pages_end_may_have_parted_leave_the_clauses_to_all_bodies_with_a_doubt() -> None:
    """Without merged cells a line below may be the same cells on the next page: nothing says whose its clauses are."""
    row = raw_row(Section.COOPERATIVE, name="河道巡查")
    row.cells["departments"] = (Piece(3, "县水利局"), Piece(4, "县公安局", page_break=True))
    row.cells["responsibilities"] = (Piece(3, "巡查。"), Piece(4, "查处。", page_break=True))
    record = read(row).record
    assert [found for found, _ in groups(record)] == [("县水利局", "县公安局")]
    assert record.doubts == ("部门与职责或许逐行对应，按各部门共同承担读取",)


def test_a_table_without_departments_has_bodies_alone_on_their_lines_as_headings() -> None:
    """One column holds bodies and duties: the name stands on its line without a colon, numbered or not."""
    record = cooperative("", "1.县水利局\n（1）制定方案；\n（2）巡查。\n2.县公安局\n（1）查处。")
    assert groups(record) == [
        (("县水利局",), [("1", "制定方案；"), ("2", "巡查。")]),
        (("县公安局",), [("1", "查处。")]),
    ]


def test_a_role_that_begins_with_a_department_of_the_row_is_doubted_in_a_text_flow() -> None:
    """Where cells follow each other without a border, the duties' last clauses may have come to the township."""
    columns = ("县水利局、县公安局", "县水利局：1.巡查。", "县公安局查处。\n1.上报。")
    doubt = "乡镇配合职责中有以对应上级部门开头的条目，或许属于部门职责"
    assert doubt in cooperative(*columns, wrapped=True).doubts
    assert doubt not in cooperative(*columns).doubts
