"""What a printed title says of the place: names are those of fictional and of well-known divisions."""

from __future__ import annotations

import pytest

from graphkb.records import Place
from loaders.places import complete, lay_over, parse


def place(province: str | None, prefecture: str | None, county: str | None, township: str | None) -> Place:
    return Place(province=province, prefecture=prefecture, county=county, township=township)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("云岭省澜川市青禾县白杨镇", ("云岭省", "澜川市", "青禾县", "白杨镇")),
        ("重庆市青禾县白杨镇", ("重庆市", None, "青禾县", "白杨镇")),  # a municipality has no prefectures
        ("重庆市万州区白杨街道", ("重庆市", None, "万州区", "白杨街道")),
        (
            "新疆塔城地区青禾县白杨乡",
            ("新疆维吾尔自治区", "塔城地区", "青禾县", "白杨乡"),
        ),  # autonomous regions in short
        ("内蒙古兴安盟扎赉特旗白杨苏木", ("内蒙古自治区", "兴安盟", "扎赉特旗", "白杨苏木")),
        (
            "青海省海南藏族自治州共和县白杨乡",
            ("青海省", "海南藏族自治州", "共和县", "白杨乡"),
        ),  # 海南 is a province, too
        ("河南省仙台市", ("河南省", None, "仙台市", None)),
        ("吉林省吉林市船营区白杨街道", ("吉林省", "吉林市", "船营区", "白杨街道")),
        ("江苏省镇江市丹徒区白杨镇", ("江苏省", "镇江市", "丹徒区", "白杨镇")),
        ("四川省甘孜藏族自治州乡城县白杨乡", ("四川省", "甘孜藏族自治州", "乡城县", "白杨乡")),
        ("四川省乐山市市中区白杨镇", ("四川省", "乐山市", "市中区", "白杨镇")),
        ("山东省德州市乐陵市市中街道", ("山东省", "德州市", "乐陵市", "市中街道")),
        ("河南省新乡市辉县市白杨镇", ("河南省", "新乡市", "辉县市", "白杨镇")),
        ("湖南省常德市津市市白杨镇", ("湖南省", "常德市", "津市市", "白杨镇")),
        ("新疆乌鲁木齐市新市区白杨街道", ("新疆维吾尔自治区", "乌鲁木齐市", "新市区", "白杨街道")),
        ("甘肃省临夏回族自治州东乡族自治县白杨镇", ("甘肃省", "临夏回族自治州", "东乡族自治县", "白杨镇")),
        (
            "云南省临沧市双江拉祜族佤族布朗族傣族自治县白杨民族乡",
            ("云南省", "临沧市", "双江拉祜族佤族布朗族傣族自治县", "白杨民族乡"),
        ),
        ("云南省德宏傣族景颇族自治州芒市白杨乡", ("云南省", "德宏傣族景颇族自治州", "芒市", "白杨乡")),
        ("贵州省六盘水市六枝特区白杨镇", ("贵州省", "六盘水市", "六枝特区", "白杨镇")),
        (
            "湖北省神农架林区白杨镇",
            ("湖北省", None, "神农架林区", "白杨镇"),
        ),  # county level directly under the province
        ("湖北省仙桃市白杨镇", ("湖北省", None, "仙桃市", "白杨镇")),
        ("广东省东莞市白杨镇", ("广东省", "东莞市", None, "白杨镇")),  # a prefecture-level city without counties
        ("山西省阳泉市郊区白杨镇", ("山西省", "阳泉市", "郊区", "白杨镇")),
        ("河北省张家口市蔚县白杨镇", ("河北省", "张家口市", "蔚县", "白杨镇")),
        ("青禾县城关镇", (None, None, "青禾县", "城关镇")),
        ("中共青禾县白杨镇委员会 青禾县白杨镇人民政府", (None, None, "青禾县", "白杨镇")),
        ("中共青禾县白杨镇委员会", (None, None, "青禾县", "白杨镇")),
        ("青禾县那曲镇", (None, None, "青禾县", "那曲镇")),
        ("青禾县北街镇", (None, None, "青禾县", "北街镇")),
        ("青禾县区乡", (None, None, "青禾县", "区乡")),
        ("青禾县旗下营镇", (None, None, "青禾县", "旗下营镇")),
        ("青禾县白杨苗族土家族乡", (None, None, "青禾县", "白杨苗族土家族乡")),
        ("青禾县白杨街道办事处", (None, None, "青禾县", "白杨街道")),
        ("青禾县白杨镇人民政府", (None, None, "青禾县", "白杨镇")),
        ("白杨镇", (None, None, None, "白杨镇")),
    ],
)
def test_a_title_is_cut_where_its_levels_end(text: str, levels: tuple[str | None, ...]) -> None:
    """Suffix characters occur inside names: 镇江市, 乡城县, 市中区, 城关镇, 旗下营镇."""
    assert parse(text) == place(*levels)


@pytest.mark.parametrize("word", ["苏木镇", "乡镇", "各乡镇", "乡镇（街道）", "镇街", "乡（镇）", ""])
def test_a_word_for_townships_in_general_is_no_township(word: str) -> None:
    """The cover of a county's volume is titled 青禾县苏木镇履行职责事项清单."""
    assert parse(f"云岭省澜川市青禾县{word}") == place("云岭省", "澜川市", "青禾县", None)


def test_blanks_inside_names_are_those_of_the_line_break() -> None:
    """A long title breaks in mid-name: 青禾县白 杨镇."""
    assert parse("云岭省 澜川市青禾县白 杨镇") == place("云岭省", "澜川市", "青禾县", "白杨镇")


@pytest.mark.parametrize("text", ["", "基本履职事项", "落实河长制", "关于进一步加强基层治理工作的若干意见"])
def test_what_names_no_division_is_no_place(text: str) -> None:
    """Cover pages print more than places."""
    assert parse(text) == Place()


def test_a_later_title_inherits_the_higher_levels_only() -> None:
    """The second township's title prints 石桥镇 alone; of the first it takes county, prefecture and province."""
    first = place("云岭省", "澜川市", "青禾县", "白杨镇")
    assert lay_over(first, place(None, None, None, "石桥镇")) == place("云岭省", "澜川市", "青禾县", "石桥镇")
    assert lay_over(first, place(None, None, "青禾县", None)) == first
    assert lay_over(first, place(None, None, "临汀区", None)) == place("云岭省", "澜川市", "临汀区", None)


def test_given_levels_fill_in_what_is_not_printed() -> None:
    """A county's own copy prints 石桥镇 without the levels above."""
    given = place("云岭省", "澜川市", "青禾县", None)
    assert complete(place(None, None, None, "石桥镇"), given) == (place("云岭省", "澜川市", "青禾县", "石桥镇"), [])


def test_print_wins_over_given_levels_and_a_note_says_so() -> None:
    """A wrong --county for a folder of many must not move townships to another county."""
    given = place("云岭省", None, "临汀区", "石桥镇")
    completed, notes = complete(place(None, None, "青禾县", None), given)
    assert completed == place(
        None, None, "青禾县", None
    )  # province and township are given for 临汀区, and so not taken
    assert notes == ["文件写明的是“青禾县”，因此没有采用另行指定的“临汀区”。"]


def test_another_township_of_the_given_county_takes_the_levels_above() -> None:
    """A county's folder, where one list names no township: --township is for that one, --county for all."""
    given = place("云岭省", "澜川市", "青禾县", "石桥镇")
    completed, notes = complete(place(None, None, None, "柳坪乡"), given)
    assert completed == place("云岭省", "澜川市", "青禾县", "柳坪乡")
    assert notes == ["文件写明的是“柳坪乡”，因此没有采用另行指定的“石桥镇”。"]


def test_a_municipality_takes_no_prefecture() -> None:
    """重庆市云阳县 in a folder that is loaded with --prefecture for another list."""
    assert complete(place("重庆市", None, "青禾县", "石桥镇"), place(None, "澜川市", None, None))[0].prefecture is None
    assert (
        complete(place("重庆市", None, "青禾县", "石桥镇"), place(None, "澜川市", "临汀区", None))[0].prefecture is None
    )
