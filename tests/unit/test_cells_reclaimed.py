"""Who takes a duty back, how, and whether anybody does it any more."""

from __future__ import annotations

import pytest

from graphkb.records import Section
from tests.cell_rows import Cell, bodies, pairs, raw_row, read, reclaimed


@pytest.mark.parametrize(
    "cell",
    [
        "承接部门：县水利局、县公安局 工作方式：1.巡查；2.查处。",
        "承接部门：县水利局 县公安局；工作方式：1.巡查；2.查处。",
        "承接部门：县水利局、县公安局 履职方式及工作措施： 1.巡查； 2.查处。",
        "承接部门：县水利局、县公安局 履责方式及工作措施：<p>1.巡查；</p> <p>2.查处。</p>",
        "<p>承接单位：县水利局、县公安局</p> <p>工作方式：</p> <p>1.巡查；</p> <p>2.查处。</p>",
        "县水利局、县公安局：1.巡查；2.查处。",
        "县水利局 县公安局： 1.巡查； 2.查处。",
        "县水利局、县公安局 履职方式：1.巡查；2.查处。",
        "县水利局、县公安局\n工作措施\n1.巡查；2.查处。",
        ["承接部门：县水利局、县公安局 工作方式：", "1.巡查；2.查处。"],
        ["承接部", "门：县水利局、县公", "安局 工作", "方式：1.巡查；2.查处。"],
        "承接部门:县水利局(牵头)、县公安局(配合)，工作方法:1.巡查；2.查处。",
        "牵头部门：县水利局 配合部门：县公安局 工作内容：1.巡查；2.查处。",
        "【承接部门】县水利局、县公安局【收回后工作方式】1.巡查；2.查处。",
        "一、承接部门：县水利局、县公安局 二、工作方式：1.巡查；2.查处。",
        "承接部门\n县水利局、县公安局\n工作方式\n1.巡查；\n2.查处。",
        "承接部门 县水利局、县公安局 工作方式 1.巡查；2.查处。",
        "承接部门：县水利局、县公安局。1.巡查；2.查处。",
        "县水利局、县公安局；工作方式：1.巡查；2.查处。",
        "县水利局、县公安局职责：1.巡查；2.查处。",
        "县水利局 县公安局 1.巡查； 2.查处。",
    ],
)
def test_receiving_bodies_and_method_are_told_apart_in_every_layout(cell: Cell) -> None:
    """With both labels, with one, with a colon, over lines and over pages."""
    record = reclaimed(cell)
    assert bodies(record) == ["县水利局", "县公安局"]
    assert pairs(record.method) == [("1", "巡查；"), ("2", "查处。")]
    assert (record.status, record.doubts) == ("active", ())


def test_a_wrapped_column_names_the_body_above_the_method() -> None:
    """Column flow: body, label and method on lines of their own."""
    record = reclaimed(["县人力资源和社会", "保障局", "工作方式：核", "实。"], wrapped=True)
    assert (bodies(record), pairs(record.method)) == (["县人力资源和社会保障局"], [("", "核实。")])


@pytest.mark.parametrize("cell", ["县水利局、县公安局", "县水利局 县公安局。", "承接部门：县水利局、县公安局"])
def test_a_cell_may_hold_nothing_but_the_bodies(cell: str) -> None:
    """Some counties print no way of working."""
    record = reclaimed(cell)
    assert (bodies(record), record.method, record.doubts) == (["县水利局", "县公安局"], (), ())


@pytest.mark.parametrize(
    "cell",
    [
        "县水利局负责巡查，县公安局负责查处。",
        "由县水利局、县公安局承接。",
        "由县水利局统一巡查，由县公安局负责查处，乡镇不再承担。",
    ],
)
def test_all_bodies_that_the_sentence_has_take_over_receive_the_duty(cell: str) -> None:
    """One sentence may share the duty out."""
    record = reclaimed(cell)
    assert (bodies(record), pairs(record.method)) == (["县水利局", "县公安局"], [("", cell)])


@pytest.mark.parametrize(
    "cell", ["县水利局及其他相关部门：巡查。", "承接部门：县水利局和其他相关部门 工作方式：巡查。"]
)
def test_unnamed_departments_receive_beside_a_named_body(cell: str) -> None:
    """及其他相关部门 is no part of the body's name."""
    record = reclaimed(cell)
    assert [(body.name, body.named) for body in record.departments] == [("县水利局", True), ("其他相关部门", False)]
    assert pairs(record.method) == [("", "巡查。")]


def test_the_bodies_may_stand_behind_the_method() -> None:
    """责任单位：X closes the cell."""
    record = reclaimed("1.巡查；2.查处。责任单位：县水利局、县公安局")
    assert bodies(record) == ["县水利局", "县公安局"]
    assert pairs(record.method) == [("1", "巡查；"), ("2", "查处。")]


def test_a_body_that_only_assists_in_a_sentence_receives_nothing() -> None:
    """The first subject takes the duty over; 配合 does not."""
    assert bodies(reclaimed("县水利局负责巡查，县公安局配合。")) == ["县水利局"]


@pytest.mark.parametrize(
    "cell",
    [
        "由县水利局负责巡查。",
        "县水利局负责巡查，乡镇不再巡查。",
        "取消乡镇巡查的职责，由县水利局开展。",
        "县水利局收回。",
        "该项职责收回县水利局。",
        "划转至县水利局，依法查处。",
        "按照管业务管安全的原则，由县水利局监管。",
        "县水利局行使处罚权。",
    ],
)
def test_a_body_that_only_the_sentence_names_receives_the_duty(cell: str) -> None:
    """No label at all: the sentence says who does it, and stays whole."""
    record = reclaimed(cell)
    assert (bodies(record), pairs(record.method), record.status) == (["县水利局"], [("", cell)], "active")


@pytest.mark.parametrize(
    ("cell", "receivers"),
    [
        ("法律法规条款已失效，不再开展此项工作", []),
        ("该证明已取消。", []),
        ("减少考核，不再对乡镇进行考核。", []),
        ("停办的事项无需明确承接部门。", []),
        ("承接部门：无 工作方式：不再开展此项工作。", []),
        ("承接部门：县水利局 工作方式：项目已完成，不再开展此项工作。", ["县水利局"]),
        ("县水利局：条款已失效，不再开展此项工作。", ["县水利局"]),
        ("承接部门：无，不再开展此项工作", []),
        ("承接部门：—— 工作方式：取消该事项。", []),
        ("法律法规依据已废止", []),
        ("无需承接，取消该项工作。", []),
        ("停止实施", []),
        ("县水利局：该证明已取消，不再出具。", ["县水利局"]),
    ],
)
def test_what_nobody_does_any_more_is_abolished(cell: str, receivers: list[str]) -> None:
    """With or without a body named all the same; the reason is kept as its method."""
    record = reclaimed(cell)
    assert (record.status, bodies(record)) == ("abolished", receivers)
    assert record.method


@pytest.mark.parametrize(
    "cell",
    [
        "取消乡镇对河道巡查的责任，由县水利局开展河道巡查。",
        "县水利局：1.取消乡镇巡查的职责。2.乡镇配合巡查。",
        "县水利局：对不再符合条件的予以取消。",
        "县水利局：乡镇不再开展此项工作。",
        "县水利局：责令停止使用。",
        "县水利局：健全制度，不再要求乡镇报送材料。",
    ],
)
def test_what_somebody_else_does_is_active(cell: str) -> None:
    """Taking a duty off the township is not abolishing it."""
    record = reclaimed(cell)
    assert (record.status, bodies(record)) == ("active", ["县水利局"])


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ("县水利局：取消“护河贷”推广工作。", "「取消」可指不再开展，也可指由承接部门收回"),
        ("县水利局：停止开展。", "「停止」可指不再开展，也可指由承接部门收回"),
        ("暂停实施", "「暂停」可指以后恢复，也可指不再开展"),
        ("银行已上门服务，基层不再开展此项工作", "只写明基层不再开展，未写明由谁承接"),
        ("无承接部门", "只写明没有承接部门，未写明不再开展"),
    ],
)
def test_an_end_that_can_be_read_in_two_ways_is_doubted(cell: str, doubt: str) -> None:
    """取消X工作 by a body, and 基层不再开展 without a body."""
    record = reclaimed(cell)
    assert (record.status, record.doubts) == ("abolished", (doubt,))


def test_an_active_duty_without_receiving_body_is_doubted() -> None:
    """A person should look who does it now."""
    assert reclaimed("按规定巡查。").doubts == ("未写明由哪个部门承接",)


def test_a_page_may_break_the_townships_heading() -> None:
    """乡镇职 | 责： is one heading."""
    record = reclaimed(["县水利局：1.巡查。 乡镇职", "责：上报。"])
    assert (pairs(record.method), pairs(record.role)) == ([("1", "巡查。")], [("", "上报。")])


@pytest.mark.parametrize("cell", ["无", "/", "——", "承接部门：/ 工作方式：/"])
def test_a_sign_for_nobody_is_no_method(cell: str) -> None:
    """A dash in the cell names neither a body nor a way of working."""
    record = reclaimed(cell)
    assert (record.status, record.departments, record.method) == ("abolished", (), ())
    assert record.doubts == ("只写明没有承接部门，未写明不再开展",)


@pytest.mark.parametrize(
    "word",
    [
        "石桥镇",
        "石桥镇人民政府",
        "乡镇职责",
        "苏木镇职责",
        "镇配合职责",
        "乡镇（街道）",
        "石桥镇党委、政府",
        "街道办事处履职内容",
        "乡镇需配合",
    ],
)
def test_what_the_township_keeps_is_its_role(word: str) -> None:
    """Part of the duty stays: the list says so under the township's name or a word for it."""
    record = reclaimed(f"县水利局：1.巡查。2.查处。{word}：1.宣传。2.上报。")
    assert pairs(record.method) == [("1", "巡查。"), ("2", "查处。")]
    assert pairs(record.role) == [("1", "宣传。"), ("2", "上报。")]


@pytest.mark.parametrize(
    ("cell", "method"),
    [
        ("县水利局：巡查。县公安局：查处。", [("", "县水利局：巡查。"), ("", "县公安局：查处。")]),
        (
            "县水利局：1.巡查；2.上报。县公安局：1.查处。",
            [("", "县水利局："), ("1", "巡查；"), ("2", "上报。"), ("", "县公安局："), ("1", "查处。")],
        ),
        (
            "一、县水利局：1.巡查。二、县公安局：1.查处。",
            [("一", "县水利局："), ("1", "巡查。"), ("二", "县公安局："), ("1", "查处。")],
        ),
        ("1.县水利局：巡查；2.县公安局：查处。", [("1", "县水利局：巡查；"), ("2", "县公安局：查处。")]),
        (
            "承接部门：县水利局、县公安局 工作方式：县水利局：1.巡查。县公安局：1.查处。",
            [("", "县水利局："), ("1", "巡查。"), ("", "县公安局："), ("1", "查处。")],
        ),
        (
            "承接部门：县水利局 工作方式：巡查。承接部门：县公安局 工作方式：查处。",
            [("", "县水利局："), ("", "巡查。"), ("", "县公安局："), ("", "查处。")],
        ),
    ],
)
def test_clauses_of_several_bodies_keep_their_names(cell: str, method: list[tuple[str, str]]) -> None:
    """The record has one list of methods: who does which stays readable in it."""
    record = reclaimed(cell)
    assert (bodies(record), pairs(record.method)) == (["县水利局", "县公安局"], method)


@pytest.mark.parametrize(
    ("departments", "method", "receivers", "status"),
    [
        ("县水利局、县公安局", "1.巡查；2.查处。", ["县水利局", "县公安局"], "active"),
        (["县水", "利局"], ["1.巡查；", "2.查处。"], ["县水利局"], "active"),
        ("无", "取消该事项。", [], "abolished"),
        ("——", "/", [], "abolished"),
    ],
)
def test_receiving_bodies_may_have_a_column_of_their_own(
    departments: Cell, method: Cell, receivers: list[str], status: str
) -> None:
    """承接部门 and 工作方式 as two columns."""
    record = read(raw_row(Section.RECLAIMED, name="采砂许可", departments=departments, method=method)).record
    assert (bodies(record), record.status) == (receivers, status)
