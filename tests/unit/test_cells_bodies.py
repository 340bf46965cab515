"""The department column: where one name ends and the next begins."""

from __future__ import annotations

import pytest

from tests.cell_rows import Cell, bodies, cooperative, groups


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("县水利局 县公安局", ["县水利局", "县公安局"]),
        ("县水利局、县公安局", ["县水利局", "县公安局"]),
        ("<p>县水利局</p> <p>县公安局</p>", ["县水利局", "县公安局"]),
        ("县水利局\n县公安局", ["县水利局", "县公安局"]),
        ("县委组织部县财政局", ["县委组织部", "县财政局"]),
        ("县水利局和县公安局", ["县水利局", "县公安局"]),
        ("县水利局团县委县公安局", ["县水利局", "团县委", "县公安局"]),
        ("市规划局青禾分局县水利局", ["市规划局青禾分局", "县水利局"]),
        ("县水利局青禾公安分局", ["县水利局", "青禾公安分局"]),
        ("南屏市生态环境局青禾分局 县水利局", ["南屏市生态环境局青禾分局", "县水利局"]),
        ("县规 划自然资源局 县 水利局", ["县规划自然资源局", "县水利局"]),
        ("县人力资源和 社会保障局", ["县人力资源和社会保障局"]),
        ("县住房城乡建设 和交通运输局", ["县住房城乡建设和交通运输局"]),
        ("县城 市管理局", ["县城市管理局"]),
        ("县委 社会工作部", ["县委社会工作部"]),
        ("县政府 办公室 县司法局", ["县政府办公室", "县司法局"]),
        ("县卫生健康委 员会", ["县卫生健康委员会"]),
        ("县纪委 监委 县委 办", ["县纪委监委", "县委办"]),
        ("县住建局 云岭电网公司青禾供电分公司", ["县住建局", "云岭电网公司青禾供电分公司"]),
        ("云岭电力青禾供电公司", ["云岭电力青禾供电公司"]),
        ("云岭省农村信用联合社、云岭农商银行青禾支行", ["云岭省农村信用联合社", "云岭农商银行青禾支行"]),
        ("县自来水公司县供电公司", ["县自来水公司", "县供电公司"]),
        ("国家电网青禾分公司 县残联 团县委", ["国家电网青禾分公司", "县残联", "团县委"]),
        ("1.县水利局 2.县公安局", ["县水利局", "县公安局"]),
        ("（一）县水利局 （二）县公安局", ["县水利局", "县公安局"]),
        ("一、县水利局 二、县公安局", ["县水利局", "县公安局"]),
        ("①县水利局②县公安局", ["县水利局", "县公安局"]),
        ("★县水利局\n- 县公安局", ["县水利局", "县公安局"]),
        ("县水利局、县公安局等8个部门", ["县水利局", "县公安局"]),
        ("牵头部门：县水利局 配合部门：县公安局", ["县水利局", "县公安局"]),
        ("县水利局 县公安局 县水利局", ["县水利局", "县公安局"]),
        ("县级：县水利局 市级：市水务局", ["县水利局", "市水务局"]),
        ("县直部门：县水利局\n垂管单位：青禾海关、县气象局", ["县水利局", "青禾海关", "县气象局"]),
        ("国家电网青禾县供电公司 县水利局", ["国家电网青禾县供电公司", "县水利局"]),
        ("国家金融监督管理总局青禾监管支局、县人行", ["国家金融监督管理总局青禾监管支局", "县人行"]),
        ("青禾海关 县水利局", ["青禾海关", "县水利局"]),
        ("各镇街 县水利局", ["各镇街", "县水利局"]),
        ("县水利局及相关单位", ["县水利局", "相关单位"]),
        ("县水利局及其他涉水部门和成员单位", ["县水利局", "其他涉水部门和成员单位"]),
        ("县水利局、县供销社", ["县水利局", "县供销社"]),
        ("县水利局、无", ["县水利局"]),
        (["县水利局 县综合行", "政执法局"], ["县水利局", "县综合行政执法局"]),
        (["县农牧水利局", "和科技局 县公安局"], ["县农牧水利局和科技局", "县公安局"]),
        (["自规局", "青禾分局 县水利局"], ["自规局青禾分局", "县水利局"]),
        (["县水利局 县", "公安局"], ["县水利局", "县公安局"]),
    ],
)
def test_the_names_of_a_column_are_told_apart(cell: Cell, names: list[str]) -> None:
    """Spaces stand between names and inside them; pages end anywhere."""
    assert bodies(cooperative(cell, "指导。")) == names


def test_lines_of_a_narrow_column_make_whole_names() -> None:
    """A column four characters wide parts every name."""
    assert bodies(cooperative(["县委组织", "部、县人", "力资源和", "社会保障", "局"], "指导。", wrapped=True)) == [
        "县委组织部",
        "县人力资源和社会保障局",
    ]


@pytest.mark.parametrize(
    "cell", ["区住建局（城管局） 区水利局", "区住建局(城管局)、区水利局", "区住建局 （城管局） 区水利局"]
)
def test_a_second_plate_in_brackets_is_an_alias(cell: str) -> None:
    """One body with two names; the bracket may stand apart from it."""
    first, second = cooperative(cell, "指导。").departments
    assert (first.name, first.aliases) == ("区住建局", ("城管局",))
    assert (second.name, second.aliases) == ("区水利局", ())


def test_a_part_in_brackets_is_no_second_plate() -> None:
    """县水利局（牵头） says what the body does here."""
    mention = cooperative("县水利局（牵头）、县公安局（配合单位）", "指导。").departments
    assert [(m.name, m.aliases) for m in mention] == [("县水利局", ()), ("县公安局", ())]


@pytest.mark.parametrize(
    ("cell", "last", "named"),
    [
        ("县水利局 其他相关单位", "其他相关单位", False),
        ("县水利局 相关 行业主管部门", "相关行业主管部门", False),
        ("县水利局 驻村干部派出单位", "驻村干部派出单位", False),
        ("县水利局、县公安局等其他安委会成员单位", "其他安委会成员单位", False),
        ("县水利局 县直派出部门", "县直派出部门", False),
        ("县水利局 县公安局等部门", "县公安局", True),
    ],
)
def test_bodies_without_a_name_of_their_own_are_marked(cell: str, last: str, named: bool) -> None:
    """其他相关单位 names nobody; 等部门 only closes the list."""
    mention = cooperative(cell, "指导。").departments[-1]
    assert (mention.name, mention.named) == (last, named)


def test_what_does_not_look_like_a_body_is_kept_and_doubted() -> None:
    """Nothing of the column is lost, but a person should look."""
    record = cooperative("县水利局、河道", "指导。")
    assert bodies(record) == ["县水利局", "河道"]
    assert record.doubts == ("对应上级部门「河道」不像完整的单位名称",)


def test_a_heading_that_slipped_into_the_column_heads_the_clauses_after_the_page() -> None:
    """At the foot of a page the heading of the next one can end up in the department column."""
    record = cooperative("县水利局 县公安局 县公安局：", ["县水利局：1.巡查。", "1.查处。2.移送。"])
    assert bodies(record) == ["县水利局", "县公安局"]
    assert groups(record) == [
        (("县水利局",), [("1", "巡查。")]),
        (("县公安局",), [("1", "查处。"), ("2", "移送。")]),
    ]


def test_safeguards_in_the_department_column_are_safeguards() -> None:
    """履职保障 can stand below the bodies."""
    record = cooperative("县水利局 履职保障：1.培训；2.装备。", "指导。")
    assert bodies(record) == ["县水利局"]
    assert [(item.number, item.text) for item in record.safeguards] == [("1", "培训；"), ("2", "装备。")]
