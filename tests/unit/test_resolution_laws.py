"""Titles of laws: which forms are one law, and of what rank."""

from __future__ import annotations

import pytest

from graphkb.resolution.laws import read_title


@pytest.mark.parametrize(
    "forms",
    [
        ("中华人民共和国水法", "水法", "中华人民共和国 水法", "《水法》", "水法（2016年修正）", "水法(2016修订)"),
        ("物业管理条例", "物业管理条例（2018年修订）"),
        ("云岭省实施〈中华人民共和国水法〉办法", "云岭省实施《水法》办法", "云岭省实施<水法>办法"),
    ],
)
def test_all_forms_of_a_title_are_one_law(forms: tuple[str, ...]) -> None:
    """One list writes the full name, the next the short one; a year says which edition, not which law."""
    assert len({read_title(form).key for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("水法", "水污染防治法"),
        ("物业管理条例", "云岭省物业管理条例"),
        ("村级财务管理办法（试行）", "村级财务管理办法"),
    ],
)
def test_other_laws_stay_apart(one: str, other: str) -> None:
    """A province's regulation bears the name of the State Council's; a rule on trial is followed by another."""
    assert read_title(one).key != read_title(other).key


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("中华人民共和国水法", "law"),
        ("民法典", "law"),
        ("物业管理条例", "regulation"),
        ("云岭省城镇供水条例", "local regulation"),
        ("南屏市养犬管理条例", "local regulation"),
        ("住宅装修管理办法", "rule"),
        ("云岭省托育机构登记办法", "rule"),
        ("村级财务管理办法（试行）", "rule"),
        ("关于做好春季防火工作的通知", "document"),
        ("云岭省人民政府关于印发供水管理办法的通知", "document"),
        ("中国共产党农村工作条例", "document"),
        ("公共卫生服务规范", "document"),
    ],
)
def test_the_rank_is_told_by_the_title(title: str, level: str) -> None:
    """Legislation Law: laws, regulations, local regulations, rules; what is none of these is a document."""
    assert read_title(title).level == level
