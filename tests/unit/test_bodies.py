"""Which division a body belongs to, told by its printed name."""

from __future__ import annotations

import pytest

from graphkb.bodies import belonging
from graphkb.functions import functions, functions_in_name
from graphkb.records import Place

COUNTY = Place(province="云岭省", prefecture="南屏市", county="青禾县", township="石桥镇")
DISTRICT = Place(province="云岭省", prefecture="南屏市", county="临亭区", township="北坡街道")
CITY = Place(province="云岭省", prefecture="南屏地区", county="青禾市", township="石桥镇")
MUNICIPAL = Place(province="云岭市", county="青禾县", township="石桥镇")
AUTONOMOUS = Place(
    province="云岭壮族自治区", prefecture="南屏彝族自治州", county="青禾苗族侗族自治县", township="石桥镇"
)
LONG_BANNER = Place(province="云岭自治区", prefecture="南屏盟", county="东乌林浩特旗", township="石桥苏木")
BANNER = Place(province="云岭自治区", prefecture="南屏盟", county="青禾旗", township="石桥苏木")

SLUGS = """
organization publicity united-front political-legal discipline inspection social-work establishment
cyberspace party-school archives confidentiality peoples-congress cppcc court procuratorate armed-forces
veterans general-office petition development-reform education science-technology industry-information
ethnic-religious public-security civil-affairs justice finance human-resources natural-resources
ecology-environment housing-construction transport water agriculture rural-revitalization forestry-grassland
commerce culture-tourism sports health emergency fire-rescue audit state-assets market-regulation
medical-insurance statistics urban-management government-services tax meteorology grain energy-supply
communications maritime salt-tobacco finance-regulation youth-league women-federation trade-union
disabled-federation red-cross science-association industry-commerce-federation supply-marketing
literature-federation
"""


@pytest.mark.parametrize(
    ("name", "place", "division", "level"),
    [
        ("县水利局", COUNTY, "青禾县", "county"),
        ("青禾县水利局", COUNTY, "青禾县", "county"),
        ("青禾消防救援大队", COUNTY, "青禾县", "county"),
        ("市生态环境局", COUNTY, "南屏市", "prefecture"),
        ("南屏市生态环境局", COUNTY, "南屏市", "prefecture"),
        ("南屏市生态环境局青禾分局", COUNTY, "青禾县", "branch"),
        ("县生态环境分局", COUNTY, "青禾县", "branch"),
        ("青禾公安分局", COUNTY, "青禾县", "branch"),
        ("南屏市青禾生态环境局", COUNTY, "青禾县", "branch"),
        ("市青禾生态环境局", COUNTY, "青禾县", "branch"),
        ("团县委", COUNTY, "青禾县", "county"),
        ("市场监督管理局", COUNTY, "青禾县", None),
        ("省水利厅", COUNTY, "云岭省", "province"),
        ("国家电网青禾分公司", COUNTY, "青禾县", "branch"),
        ("区住建局", DISTRICT, "临亭区", "county"),
        ("市自规局", DISTRICT, "南屏市", "prefecture"),
        ("市水利局", CITY, "青禾市", "county"),
        ("地区民政局", CITY, "南屏地区", "prefecture"),
        ("市规划自然资源局", MUNICIPAL, "云岭市", "province"),
        ("旗农牧水利局", BANNER, "青禾旗", "county"),
        ("盟公安局", BANNER, "南屏盟", "prefecture"),
        ("自治区水利厅", BANNER, "云岭自治区", "province"),
        ("南屏市青禾县水利局", COUNTY, "青禾县", "county"),
        ("云岭省南屏市水利局", COUNTY, "南屏市", "prefecture"),
        ("云岭市青禾县水利局", MUNICIPAL, "青禾县", "county"),
        ("青禾生态环境局", COUNTY, "青禾县", "branch"),
        ("青禾县生态环境局", COUNTY, "青禾县", "county"),
        ("青禾生态环境局", MUNICIPAL, "青禾县", "county"),
        ("青禾海事处", COUNTY, "青禾县", "branch"),
        ("国家税务总局青禾县税务局", COUNTY, "青禾县", "county"),
        ("国家统计局青禾调查队", COUNTY, "青禾县", "branch"),
        ("国网南屏供电公司", COUNTY, "南屏市", "prefecture"),
        ("中共青禾县委组织部", COUNTY, "青禾县", "county"),
        ("政协青禾县委员会", COUNTY, "青禾县", "county"),
        ("市容环境卫生局", COUNTY, "青禾县", None),
        ("青禾县水利局", AUTONOMOUS, "青禾苗族侗族自治县", "county"),
        ("南屏州水利局", AUTONOMOUS, "南屏彝族自治州", "prefecture"),
        ("南屏州青禾生态环境局", AUTONOMOUS, "青禾苗族侗族自治县", "branch"),
        ("东乌旗水利局", LONG_BANNER, "东乌林浩特旗", "county"),
        ("其他相关单位", COUNTY, "青禾县", None),
        ("供电公司", COUNTY, "青禾县", None),
    ],
)
def test_the_beginning_of_a_name_tells_the_division(name: str, place: Place, division: str, level: str | None) -> None:
    """市 is the prefecture in a county's list, the county itself in a county-level city's, the province in a municipality's."""
    found = belonging(name, place)
    assert (found.division[-1], found.level) == (division, level)


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("县水利局", {"water"}),
        ("县农牧水利和科技局", {"agriculture", "water", "science-technology"}),
        ("县农业农村局", {"agriculture"}),
        ("县委政法委办公室", {"political-legal"}),
        ("县委办公室", {"general-office"}),
        ("区住建局", {"housing-construction"}),
        ("县综合行政执法局", {"urban-management"}),
        ("县农业综合行政执法大队", {"agriculture"}),
        ("县住房城乡建设和综合行政执法局", {"housing-construction", "urban-management"}),
        ("县文广旅体局", {"culture-tourism", "sports"}),
        ("县发科局", {"development-reform", "science-technology"}),
        ("县教体科局", {"education", "sports", "science-technology"}),
        ("县科工贸局", {"science-technology", "industry-information", "commerce"}),
        ("区经委", {"industry-information"}),
        ("区建委", {"housing-construction"}),
        ("县府办", {"general-office"}),
        ("县委党校", {"party-school"}),
        ("县直机关工委", {"organization"}),
        ("县公安局交通警察大队", {"public-security"}),
        ("县工业园区", {"industry-information"}),
        ("县工商局", {"market-regulation"}),
        ("县水文局", {"water"}),
        ("县政务服务管理办公室", {"government-services"}),
        ("青禾自然保护区管理局", {"forestry-grassland"}),
        ("其他相关单位", set()),
    ],
)
def test_a_name_tells_its_lines_of_work(name: str, slugs: set[str]) -> None:
    """A combined bureau has several; a name that says nothing has none."""
    assert set(functions_in_name(name)) == slugs


def test_the_vocabulary_of_functions_is_whole() -> None:
    """Others build on the slugs."""
    assert list(functions()) == SLUGS.split()
