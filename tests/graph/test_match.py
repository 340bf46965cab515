"""Sentences of residents and offices against the bundled samples, on every store."""

from __future__ import annotations

import pytest

from graphkb.errors import NotFound, UsageError
from graphkb.search.everything import SearchParams, search
from graphkb.search.match import MatchAnswer, Matcher, MatchParams
from graphkb.search.suggest import Suggester
from graphkb.stores import Store
from tools.samples import load_samples
from tools.wipe import wipe


@pytest.fixture(scope="module")
def samples(session_store: Store) -> Store:
    """The store with the bundled samples."""
    wipe(session_store)
    load_samples(session_store)
    return session_store


def asked(store: Store, text: str, township: str | None, county: str | None = None, limit: int = 3) -> MatchAnswer:
    """Return the answer to one sentence."""
    return Matcher(store).match(MatchParams(text=text, township=township, county=county, limit=limit))


def test_a_hotline_sentence_finds_the_row_and_who_should_act(samples: Store) -> None:
    """The dispatcher of the 12345 hotline has the resident's words, and needs the row and its lead."""
    answer = asked(samples, "小区楼下有人烧秸秆，呛得不行，谁来管？", "石桥镇", "青禾县")
    first = answer.hits[0]
    assert answer.on_list
    assert (first.section, first.number, first.name) == ("cooperative", "10", "秸秆露天焚烧管控和综合利用")
    assert first.who == "澜川市生态环境局青禾分局牵头，石桥镇配合"
    assert "“秸秆”" in first.why
    assert first.role[0].startswith("农忙季节安排网格员昼夜巡查")


def test_what_was_taken_back_is_on_the_list_and_says_by_whom(samples: Store) -> None:
    """The township is relieved of it: the dispatcher must send it to the department that took it."""
    first = asked(samples, "楼上往下扔酒瓶，差点砸到人", "石桥镇", "青禾县").hits[0]
    assert (first.section, first.name) == ("reclaimed", "高空抛物行为查处")
    assert first.who == "已由县公安局收回，石桥镇不再承担"


def test_what_no_row_is_about_is_said_to_be_on_no_list(samples: Store) -> None:
    """A township is not to be sent work that its list does not have (清单外)."""
    answer = asked(samples, "网约车投诉 拒载", "石桥镇", "青禾县")
    assert answer.on_list is False
    assert answer.says.startswith("清单外")
    assert not any(hit.fits for hit in answer.hits)


def test_traditional_characters_find_the_same_rows(samples: Store) -> None:
    """Residents of border counties and returned emigrants write traditional characters."""
    simplified = asked(samples, "沒人管的狗在小區裡亂竄", "石桥镇", "临汀区")
    assert simplified.hits[0].name == "养犬管理和流浪犬收容" or simplified.hits[0].name == "流浪犬捕捉和无主犬处置"


def test_a_county_is_asked_as_a_whole(samples: Store) -> None:
    """One township does it itself, the next has handed it over: the county's dispatcher sees both."""
    answer = asked(samples, "路灯不亮", None, "青禾县", limit=20)
    fitting = {(hit.township, hit.section) for hit in answer.hits if hit.fits and "路灯" in hit.name}
    assert fitting == {("莲渡镇", "basic"), ("石桥镇", "cooperative"), ("柳坪乡", "reclaimed")}
    assert answer.townships == 3


def test_where_townships_of_a_county_differ_each_is_told(samples: Store) -> None:
    """A verdict for the county that named one township alone was read as everybody's."""
    says = asked(samples, "楼上往下扔酒瓶，差点砸到人", None, "青禾县", limit=1).says
    assert says == "清单内：“高空抛物行为查处”，各乡镇不同：石桥镇、莲渡镇：已由县公安局收回；柳坪乡：清单外"
    assert asked(samples, "河道有人挖沙", None, "青禾县", limit=1).says == (
        "清单内：“河道采砂现场监管和行政处罚”，3个乡镇相同：已由县水利局收回"
    )


def test_townships_of_one_name_are_told_apart(samples: Store) -> None:
    """Two counties have a 石桥镇: who names no county learns of both."""
    answer = asked(samples, "河道有人挖沙", "石桥镇")
    assert answer.townships == 2
    assert answer.says == (
        "清单内：“河道采砂监管处罚”，各乡镇不同：临汀区石桥镇：已由区农业农村局收回；青禾县石桥镇：已由县水利局收回"
    )


@pytest.mark.parametrize(
    ("township", "county", "asked_about"),
    [
        ("青禾县石桥镇", None, {"青禾县石桥镇"}),
        ("青禾县 石桥镇", None, {"青禾县石桥镇"}),
        ("莲渡", None, {"青禾县莲渡镇"}),
        ("石桥", "青禾", {"青禾县石桥镇"}),
        ("青禾县", None, {"青禾县柳坪乡", "青禾县石桥镇", "青禾县莲渡镇"}),
        (None, "青禾", {"青禾县柳坪乡", "青禾县石桥镇", "青禾县莲渡镇"}),
    ],
)
def test_a_place_may_be_named_as_people_write_it(
    samples: Store, township: str | None, county: str | None, asked_about: set[str]
) -> None:
    """With its county before it, cut short where nothing else begins so, or a county where a township is asked for."""
    answer = asked(samples, "河道有人挖沙", township, county, limit=100)
    assert {f"{hit.county}{hit.township}" for hit in answer.hits} == asked_about


def test_the_beginning_of_several_names_is_no_place(samples: Store) -> None:
    """An answer for one of them would be read as that for another."""
    with pytest.raises(UsageError, match="石 is the beginning of 2 names"):
        asked(samples, "路灯不亮", "石")


def test_a_search_knows_everyday_words_where_lists_have_few(samples: Store) -> None:
    """Nobody's list says 电动车 or 养狗; the search says what it looked for instead."""
    names = Suggester(samples)
    found = search(samples, names, SearchParams(q="电动车", kind="duty")).rows
    assert {(row.name, row.match) for row in found} == {
        ("电动自行车停放充电安全整治", "everyday"),
        ("电动自行车违规停放充电治理", "everyday"),
    }
    assert found[0].why == ["“电动车”在清单上常作“电动自行车”"]
    assert any("流浪犬" in row.name for row in search(samples, names, SearchParams(q="养狗")).rows)
    assert search(samples, names, SearchParams(q="路灯坏了")).rows[0].why == ["名称含“路灯”"]
    assert {row.match for row in search(samples, names, SearchParams(q="路灯")).rows} == {"name"}
    assert search(samples, names, SearchParams(q="网约车")).rows == []


def test_a_place_must_be_named_and_have_a_list(samples: Store) -> None:
    """Without a place every list of the country would have to answer."""
    with pytest.raises(UsageError, match="name the township"):
        asked(samples, "路灯不亮", None)
    with pytest.raises(NotFound, match="无名镇"):
        asked(samples, "路灯不亮", "无名镇")
