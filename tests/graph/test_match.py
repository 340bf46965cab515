"""Sentences of residents and offices against the bundled samples, on every store."""

from __future__ import annotations

import pytest

from graphkb.errors import NotFound, UsageError
from graphkb.search.match import MatchAnswer, Matcher, MatchParams
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


def test_a_place_must_be_named_and_have_a_list(samples: Store) -> None:
    """Without a place every list of the country would have to answer."""
    with pytest.raises(UsageError, match="name the township"):
        asked(samples, "路灯不亮", None)
    with pytest.raises(NotFound, match="无名镇"):
        asked(samples, "路灯不亮", "无名镇")
