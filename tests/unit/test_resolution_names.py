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
        ("县文广旅体局", "县文化和广电旅游体育局", "县文广旅游体育局"),
        ("县教体科局", "县教育体育和科学技术局"),
        ("县科工贸局", "县科学技术和工业贸易局"),
        ("县经委", "县经济委员会", "县经济委"),
        ("县科委", "县科学技术委员会"),
        ("县建委", "县城乡建设委员会", "县建管委", "县建设和管理委员会"),
        ("县府办", "县政府办", "县人民政府办公室"),
        ("县委", "中共青禾县委", "中国共产党青禾县委员会"),
        ("县委组织部", "中共青禾县委组织部", "中国共产党青禾县委员会组织部"),
        ("县政协", "政协青禾县委员会", "县政协办公室"),
        ("县纪委监委", "县纪委县监委", "县纪检监察委"),
        ("县国资办", "县政府国资办", "县人民政府国有资产监督管理办公室"),
        ("县委党校", "县行政学校"),
        ("县信访局", "县委县政府信访局"),
        ("县公安分局", "市公安局青禾分局", "公安青禾分局", "南屏市公安局青禾县分局"),
        ("县邮政公司", "中国邮政青禾分公司", "中国邮政集团有限公司青禾县分公司"),
        ("县供电公司", "国网云岭省电力有限公司青禾县供电公司", "青禾供电局", "青禾供电中心"),
        ("县移动公司", "中国移动青禾分公司", "青禾移动公司"),
        ("县烟草局", "青禾县烟草专卖局"),
        ("青禾海事处", "南屏海事局青禾海事处"),
        ("县开发区管委会", "青禾经济开发区管理委员会", "经开区管委会"),
        ("县房管局", "县房屋管理局"),
        ("县绿容局", "县绿化和市容管理局", "县绿化市容局"),
        ("县规划资源局", "县规划和自然资源局"),
        ("县农机中心", "县农业机械化服务中心"),
        ("县审批局", "县行政审批服务局"),
        ("县交警大队", "县公安局交管大队", "县公安局交通警察大队"),
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
        ("县工商局", "县工业和商务局"),
        ("县水文局", "县水利和文化局"),
        ("县政协", "政协提案委员会"),
        ("团县委", "团结社区居委"),
        ("县供电公司", "国网东山供电公司"),
        ("县供电公司", "县供水公司"),
        ("县农业农村局", "县委农办"),
        ("县烟草专卖局", "县烟草公司"),
        ("高新区管委会", "开发区管委会"),
        ("县城市管理委员会", "县城南新区管委会"),
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


def test_a_county_called_like_a_line_of_work_has_that_bureau_all_the_same() -> None:
    """公安县公安局: what is left without the county's name must be a name."""
    police = Place(province="云岭省", prefecture="南屏市", county="公安县")
    assert parse("公安县公安局", police).key == parse("县公安局", police).key == parse("公安局", police).key


def test_an_autonomous_county_and_a_banner_are_called_by_less_than_their_names() -> None:
    """青禾县民政局 in 青禾苗族侗族自治县, 东乌旗民政局 in 东乌林浩特旗."""
    autonomous = Place(province="云岭省", prefecture="南屏市", county="青禾苗族侗族自治县")
    forms = ("青禾县民政局", "县民政局", "青禾苗族侗族自治县民政局", "青禾民政局")
    assert {key(form, autonomous) for form in forms} == {"bureau:民政"}
    banner = Place(province="云岭自治区", prefecture="南屏盟", county="东乌林浩特旗")
    forms = ("东乌旗生态环境局", "盟生态环境局东乌旗分局", "旗生态环境分局", "东乌林浩特旗生态环境分局")
    assert {key(form, banner) for form in forms} == {"bureau:生态环境"}


def test_a_body_that_every_county_has_is_the_lists_county_s_where_no_name_says_whose() -> None:
    """A list that prints no names with 县 speaks of its own county; what was not read is said by the method."""
    found = parse("农业农村局", COUNTY)
    assert (found.level, found.level_method) == ("county", "list's county")
    assert [parse(name, COUNTY).level for name in ("供电公司", "石桥银杏合作社", "相关部门")] == [None, None, None]


def test_market_regulation_is_no_body_of_the_city() -> None:
    """市场监督管理局 begins with the word for a city."""
    assert parse("市场监督管理局", COUNTY).division[-1] == "青禾县"
    assert parse("市监局", COUNTY).division[-1] == "青禾县"
    assert parse("市水利局", COUNTY).division[-1] == "南屏市"
