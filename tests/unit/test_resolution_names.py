"""A body's printed name taken apart: the words and the kind by which its forms are one."""

from __future__ import annotations

import pytest

from graphkb.records import Place
from graphkb.resolution.names import parse

COUNTY = Place(province="云岭省", prefecture="南屏市", county="青禾县")
DISTRICT = Place(province="云岭省", prefecture="南屏市", county="临亭区")


def key(name: str, place: Place = COUNTY) -> str:
    return parse(name, place).key


@pytest.mark.parametrize(
    "forms",
    [
        ("县住建局", "县住房和城乡建设局", "县住房城乡建委", "青禾县住房和城乡建设委员会"),
        ("县人社局", "县人力资源和社会保障局", "县人力社保局"),
        ("县市监局", "县市场监管局", "县市场监督管理局", "市场监督管理局"),
        ("县卫健委", "县卫生健康委员会", "县卫生健康局"),
        ("县自规局", "县自然资源和规划局", "县规划和自然资源局"),
        ("县委编办", "县编办", "县委机构编制委员会办公室"),
        ("县委网信办", "县委网络安全和信息化委员会办公室"),
        ("县委统战部", "县委统一战线工作部"),
        ("县委政法委", "县委政法委员会"),
        ("县委办", "县委办公室", "青禾县委办公室"),
        ("县政府办", "县人民政府办公室"),
        ("县纪委监委", "县纪律检查委员会", "县纪律检查委员会县监察委员会机关"),
        ("县法院", "县人民法院", "青禾县人民法院"),
        ("县残联", "县残疾人联合会"),
        ("县供销社", "县供销联社", "县供销合作社联合社"),
        ("县消防救援大队", "青禾消防救援大队", "县消防大队", "县消防救援局"),
        ("县交警大队", "县公安局交警大队", "县交巡警大队"),
        ("团县委", "共青团青禾县委员会", "县团委"),
        ("县税务局", "国家税务总局青禾县税务局"),
        ("县供电公司", "国网青禾县供电公司", "国家电网青禾分公司", "国家电网"),
        ("县生态环境局", "县生态环境分局", "南屏市生态环境局青禾分局", "市生态环境局青禾分局"),
        ("县农牧和科技局", "县农牧局和科技局", "县农牧科技局"),
        ("县信访局", "县委信访局"),
        ("县文体旅游广电局", "县文化体育旅游广播电视局", "县文体广电旅游局"),
    ],
)
def test_all_forms_of_one_name_have_one_key(forms: tuple[str, ...]) -> None:
    """The same list prints the short name in the column and the full one in the clauses."""
    assert {key(form) for form in forms} == {key(forms[0])}
    assert not key(forms[0]).startswith("as printed")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县水利局", "县林业局"),
        ("县公安局", "县公安局交警大队"),
        ("县生态环境局", "县生态环境综合行政执法大队"),
        ("县委办", "县政府办"),
        ("县自然资源局", "县自然资源和林业草原局"),
        ("县农业农村局", "县农业农村服务中心"),
        ("县教育局", "县教育和科学技术局"),
        ("县妇联", "县残联"),
        ("县人大", "县政协"),
        ("县法院", "县检察院"),
        ("其他相关单位", "相关单位"),
    ],
)
def test_two_bodies_have_two_keys(one: str, other: str) -> None:
    """Precision comes before recall: one body too many is mended by a person's decision, a false union misleads."""
    assert key(one) != key(other)


def test_a_branch_belongs_to_the_county_and_its_head_to_the_prefecture() -> None:
    """市自规局 and 市自规局临亭分局 stand in the same list and are two bodies."""
    head, branch = parse("市自规局", DISTRICT), parse("自规局临亭分局", DISTRICT)
    assert (head.key, head.division[-1]) == (branch.key, "南屏市")
    assert (branch.division[-1], branch.level) == ("临亭区", "branch")


def test_market_regulation_is_no_body_of_the_city() -> None:
    """市场监督管理局 begins with the word for a city."""
    assert parse("市场监督管理局", COUNTY).division[-1] == "青禾县"
    assert parse("市监局", COUNTY).division[-1] == "青禾县"
    assert parse("市水利局", COUNTY).division[-1] == "南屏市"
