"""Where a list that does not print its place is from, as far as its bodies' names and the table of divisions tell."""

from __future__ import annotations

from graphkb.records import DepartmentMention, ListRecord, Place
from graphkb.resolution.places import infer_place
from tests.builders import duty, duty_list

TOWNSHIP = Place(township="石桥镇")


def naming(*bodies: str, place: Place = TOWNSHIP) -> ListRecord:
    """Return a list whose rows name these bodies."""
    mentions = tuple(DepartmentMention(name=name) for name in bodies)
    return duty_list(place, [duty(place, "cooperative", 1, "河道巡查", departments=mentions)])


def test_a_branch_of_a_higher_bureau_gives_the_county() -> None:
    """The table of a PDF, without its cover: only 塔城地区生态环境局额敏分局 tells where it is from."""
    found = infer_place(naming("县水利局", "塔城地区生态环境局额敏分局", "国家电网额敏分公司"))
    assert found.place == Place(province="新疆维吾尔自治区", prefecture="塔城地区", county="额敏县", township="石桥镇")
    assert found.inferred == ("province", "prefecture", "county")


def test_names_that_give_two_counties_give_none() -> None:
    """A misprint must not move a list to another county."""
    found = infer_place(naming("塔城地区生态环境局额敏分局", "塔城地区生态环境局裕民分局"))
    assert (found.place, found.inferred) == (TOWNSHIP, ())


def test_bodies_of_an_unknown_county_tell_nothing() -> None:
    """Fictional places, and new districts."""
    assert infer_place(naming("县水利局", "南屏市生态环境局青禾分局")).inferred == ()


def test_what_is_printed_is_kept_and_completed() -> None:
    """County and township are printed, the levels above follow."""
    found = infer_place(naming("县水利局", place=Place(county="昆山市", township="巴城镇")))
    assert (found.place.province, found.place.prefecture, found.inferred) == (
        "江苏省",
        "苏州市",
        ("province", "prefecture"),
    )


def test_nothing_is_inferred_where_all_is_printed() -> None:
    """The usual list."""
    whole = Place(province="江苏省", prefecture="苏州市", county="昆山市", township="巴城镇")
    assert infer_place(naming("塔城地区生态环境局额敏分局", place=whole)).inferred == ()
