"""The table of administrative divisions: which codes the names of a place stand for."""

from __future__ import annotations

from graphkb.divisions import codes_of, completed, counties_called
from graphkb.records import Place


def test_a_township_is_found_by_county_and_name() -> None:
    """30 % of the townships' names occur more than once; county and name never."""
    place = Place(province="江苏省", prefecture="苏州市", county="昆山市", township="巴城镇")
    assert codes_of(place) == {"province": "32", "prefecture": "3205", "county": "320583", "township": "320583101"}


def test_a_municipality_has_no_prefecture() -> None:
    """The table puts 市辖区 and 县 between a municipality and its counties, which are no divisions."""
    assert codes_of(Place(province="重庆市", county="云阳县")) == {"province": "50", "county": "500235"}


def test_levels_above_follow_from_the_county_where_its_name_is_unique() -> None:
    """Many lists print the county alone."""
    assert completed(Place(county="昆山市", township="巴城镇")) == Place(
        province="江苏省", prefecture="苏州市", county="昆山市", township="巴城镇"
    )


def test_a_name_that_several_counties_bear_is_completed_only_if_its_township_tells() -> None:
    """鼓楼区 is in four cities."""
    assert completed(Place(county="鼓楼区")) == Place(county="鼓楼区")
    assert completed(Place(county="鼓楼区", township="湖南路街道")).prefecture == "南京市"
    assert completed(Place(prefecture="开封市", county="鼓楼区")).province == "河南省"


def test_an_unknown_place_has_no_code_and_stays_as_it_is() -> None:
    """New districts and fictional places are accepted."""
    place = Place(province="云岭省", prefecture="南屏市", county="青禾县", township="石桥镇")
    assert codes_of(place) == {}
    assert completed(place) == place
    assert codes_of(place.model_copy(update={"province": "江苏省"})) == {"province": "32"}


def test_a_county_is_found_by_the_stem_that_its_branches_carry() -> None:
    """塔城地区生态环境局额敏分局."""
    assert counties_called("额敏", "塔城地区") == (
        Place(province="新疆维吾尔自治区", prefecture="塔城地区", county="额敏县"),
    )
    assert len(counties_called("鼓楼")) == 4


def test_an_undivided_city_is_its_own_county() -> None:
    """东莞市 has no counties; its towns stand directly under it."""
    place = Place(province="广东省", prefecture="东莞市", township="虎门镇")
    assert codes_of(place)["township"].startswith("441900")
