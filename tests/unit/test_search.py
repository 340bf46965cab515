"""Searching without a store: what a sentence speaks of, which row it is about, and names as they are typed."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from graphkb.catalogue.rows import MatchDutyRow, NameRow
from graphkb.search.everyday import hear, without_noise
from graphkb.search.matching import DutyIndex, Scored, read_sentence
from graphkb.search.mentions import mentions
from graphkb.search.names import KINDS, NameIndex
from graphkb.search.pinyin import readings
from graphkb.search.text import normalised
from graphkb.stores.publication import State


def duty(number: int, name: str, section: str = "cooperative", role: str = "", wording: str = "") -> MatchDutyRow:
    """Return a row with this name, and a clause of the township."""
    return MatchDutyRow(
        duty_id=f"duty-{number}",
        section=section,
        position=number,
        number=str(number),
        name=name,
        category=None,
        status="active",
        departments=[],
        responsibilities=[],
        role=[role] if role else [],
        wordings=[wording] if wording else [],
    )


TOWNSHIP = DutyIndex(
    [
        duty(1, "集镇照明设施管护"),
        duty(2, "犬只免疫和收容"),
        duty(3, "秸秆露天焚烧管控"),
        duty(4, "大气污染防治"),
        duty(5, "对擅自摆摊设点行为的处罚", "reclaimed"),
        duty(6, "占道经营整治"),
        duty(7, "退役军人就业创业扶持"),
        duty(8, "就业创业服务", "basic"),
        duty(9, "村民自治", "basic", role="调解邻里纠纷。"),
        duty(10, "山塘安全管理", wording="小型水库巡查"),
        duty(11, "12345热线转办件办理", "basic"),
    ]
)


def first(text: str) -> Scored | None:
    """Return the best row for a sentence, None where none fits."""
    found = TOWNSHIP.match(read_sentence(text), 3)
    return found[0] if found and found[0].fits else None


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("路灯坏了", 1),
        ("路燈壞了", 1),
        ("请问，我家门口的路灯不亮了怎么办，谢谢", 1),
        ("狗没拴绳把人咬了", 2),
        ("有人在地里烧秸秆，呛得不行", 3),
        ("小贩把摊子摆到马路上", 6),
        ("想找工作", 8),
        ("退伍回来想找工作", 7),
        ("水库的坝漏水", 10),
        ("邻居天天吵架闹矛盾", 9),
    ],
)
def test_a_sentence_finds_its_row(text: str, position: int) -> None:
    """People do not speak as lists are written."""
    found = first(text)
    assert found is not None
    assert found.row.position == position


@pytest.mark.parametrize(
    "text",
    [
        "股票跌了",
        "网约车拒载",
        "宠物医院给狗看病太贵",
        "管理工作怎么处理",
        "你好",
        "护照怎么办理",
        "asdfgh 123",
        "",
        "！？",
    ],
)
def test_what_no_row_is_about_fits_none(text: str) -> None:
    """General words (管理, 处理), words inside others (狗 in 宠物医院给狗看病) and parts of numbers (123) make no row fit."""
    assert first(text) is None


def test_a_reason_names_what_sentence_and_row_share() -> None:
    """An official must see why a row was found."""
    found = TOWNSHIP.match(read_sentence("水库的坝漏水"), 1)[0]
    assert (found.in_name, found.row.position) == (("山塘",), 10)


def test_courtesies_and_addresses_are_no_content() -> None:
    """A hotline's sentence is half frame."""
    assert without_noise(normalised("您好，请问3号楼2单元的路灯谁来管？谢谢")).replace(" ", "") == ",的路灯?"


def test_a_word_inside_a_longer_plain_one_is_not_heard() -> None:
    """Who has a dog treated complains of no dog."""
    assert [one.concept.key for one in hear("给狗看病")] == ["宠物医院"]
    assert [one.concept.key for one in hear("狗咬人")] == ["犬只"]


def test_the_table_of_everyday_words_holds_together() -> None:
    """It is edited by hand: no entry twice, every expression compiles, no place in it."""
    table = tomllib.loads((files("graphkb.search") / "everyday_words.toml").read_text("utf-8"))
    noise = table.pop("noise")
    keys = [key for section in table.values() for key in section]
    assert len(keys) == len(set(keys))
    assert len(keys) > 400
    for text in (
        *noise["phrases"],
        *(said for section in table.values() for e in section.values() for said in e["said"]),
    ):
        re.compile(text)


def name(kind: str, text: str, weight: int = 1, others: tuple[str, ...] = (), place: str | None = None) -> NameRow:
    """Return a name."""
    return NameRow(kind=kind, id=f"{kind}-{text}", name=text, others=list(others), place=place, weight=weight)


NAMES = NameIndex(
    [
        name("department", "县水利局", 9, ("县水务局",), "云岭省/澜川市/青禾县"),
        name("department", "旗农牧水利局", 20, (), "北原自治区/苍泽盟/塔林旗"),
        name("department", "县教育局", 5, (), "云岭省/澜川市/青禾县"),
        name("township", "石桥镇", 1, ("530999101",), "云岭省/澜川市/青禾县/石桥镇"),
        name("township", "长乐乡", 1, (), "云岭省/澜川市/青禾县/长乐乡"),
        name("county", "青禾县", 2, (), "云岭省/澜川市/青禾县"),
        name("county", "塔林旗", 2, (), "北原自治区/苍泽盟/塔林旗"),
        name("prefecture", "澜川市", 2, (), "云岭省/澜川市"),
        name("matter", "河道巡查", 3),
        name("matter", "水利工程管护", 3),
    ],
    State(1, None, None),
)


@pytest.mark.parametrize(
    ("typed", "found", "form"),
    [
        ("县水利局", "县水利局", "name"),
        ("水利局", "县水利局", "name"),
        ("縣水利局", "县水利局", "name"),
        ("水务", "县水利局", "other name"),
        ("shuiliju", "县水利局", "pinyin"),
        ("xianshui", "县水利局", "pinyin"),
        ("xslj", "县水利局", "initials"),
        ("shuilj", "县水利局", "pinyin"),
        ("水lj", "旗农牧水利局", "name"),
        ("石橋", "石桥镇", "name"),
        ("5309", "石桥镇", "code"),
        ("changle", "长乐乡", "pinyin"),
        ("zhangle", "长乐乡", "pinyin"),
        ("changyue", "长乐乡", "pinyin"),
        ("水力局", "县水利局", "pinyin"),
        ("教肓局", "县教育局", "name"),
        ("shiuliju", "县水利局", "pinyin"),
        ("hedao", "河道巡查", "pinyin"),
    ],
)
def test_a_name_is_found_however_it_is_typed(typed: str, found: str, form: str) -> None:
    """Chinese, traditional, pinyin in any reading, initials, a mix, a code, a slip."""
    best = NAMES.suggest(typed, KINDS, 5)[0]
    assert (best.row.name, best.form) == (found, form)


def test_exact_comes_before_prefix_before_inside_before_similar() -> None:
    """Who types a whole name means it."""
    found = NAMES.suggest("水利局", KINDS, 5, similar=False)
    assert [(one.row.name, one.score) for one in found] == [("县水利局", 1.0), ("旗农牧水利局", 0.75)]
    assert [one.row.name for one in NAMES.suggest("水利", KINDS, 5)] == ["县水利局", "水利工程管护", "旗农牧水利局"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("青禾县石桥镇", ["石桥镇"]),
        ("澜川市 青禾县 石桥", ["石桥镇"]),
        ("青禾县水利局", ["县水利局"]),
        ("塔林旗水利局", ["旗农牧水利局"]),
        ("塔林旗石桥镇", []),
    ],
)
def test_a_name_may_stand_behind_its_division(typed: str, found: list[str]) -> None:
    """Officials write 青禾县石桥镇 and 青禾县水利局 in full; another county's is not meant."""
    assert [one.row.name for one in NAMES.suggest(typed, KINDS, 5)] == found


def test_what_only_sounds_alike_stays_away_where_a_name_has_the_text() -> None:
    """Who types 电梯 does not mean 垫体; 电提, which no name has, may be a slip."""
    names = NameIndex([name("matter", "电梯检查"), name("matter", "垫体检查")], State(1, None, None))
    assert [one.row.name for one in names.suggest("电梯", KINDS, 5)] == ["电梯检查"]
    assert {one.row.name for one in names.suggest("电提", KINDS, 5)} == {"电梯检查", "垫体检查"}


def test_names_can_be_kept_to_kinds_and_to_a_division() -> None:
    """A search of one county shows no other county's bureau."""
    assert [one.row.name for one in NAMES.suggest("水利", ["matter"], 5)] == ["水利工程管护"]
    within = NAMES.suggest("水利", KINDS, 5, within="云岭省/澜川市/青禾县")
    assert [one.row.name for one in within] == ["县水利局"]


@pytest.mark.parametrize("typed", ["", " ", "?", "\n", "zzzzzz", "龘龘龘"])
def test_what_is_no_name_finds_none(typed: str) -> None:
    """Typeahead is asked at every key."""
    assert NAMES.suggest(typed, KINDS, 5) == []


def test_a_long_name_is_read_by_its_beginning() -> None:
    """Nobody types the syllables of a whole sentence."""
    assert [len(reading) for reading in readings("重" * 60)] == [24]
    assert readings("重庆")[0] == ("chong", "qing")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("县水利局 石桥镇", [["县水利局"], ["石桥镇"]]),
        ("水务局，石橋鎮", [["县水利局"], ["石桥镇"]]),
        ("县教育局给长乐乡派了哪些事", [["县教育局"], ["长乐乡"]]),
        ("青禾县水利局交给石桥", [["青禾县"], ["县水利局"], ["石桥镇"]]),
        ("水利 石桥", [["县水利局"], ["石桥镇"]]),
        ("slj sqz", [["县水利局"], ["石桥镇"]]),
        ("水利局给的", []),
        ("水利局", []),
        ("石桥", []),
        ("河道 巡查", []),
    ],
)
def test_several_names_are_known_in_one_text(text: str, named: list[list[str]]) -> None:
    """People type a department and a township at once, with a blank or as a question; one name alone is looked up as ever."""
    assert [[one.row.name for one in called] for called in mentions(NAMES, text)] == named


def test_names_in_a_text_can_be_kept_to_a_division() -> None:
    """What is searched for in one county is not answered with the bodies of another."""
    assert mentions(NAMES, "县水利局 石桥镇", "北原自治区/苍泽盟/塔林旗") == []
