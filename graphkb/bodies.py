"""Where a body belongs: its level and division, told from its printed name and the place of the list.

Only the name's own beginning is used (县…, 市…, or a division's name in full); what that does not tell is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from graphkb.records import Place

Level = Literal["central", "province", "prefecture", "county", "branch"]

# A division's suffix → the short word that the bodies of that division put in front of their names (县水利局, 盟行署 …).
_SHORT = {
    "自治州": "州", "地区": "地", "盟": "盟", "市": "市", "自治县": "县", "县": "县", "区": "区", "自治旗": "旗", "旗": "旗",
}  # fmt: skip
_PROVINCE_SHORT = ("自治区", "省")
_CENTRAL = ("国家", "中国", "中央")
_BRANCH_ENDINGS = (
    "分局", "支局", "分公司", "支公司", "公司", "支队", "大队", "调查队", "供电局", "供电中心", "海事处",
)  # fmt: skip
_BRANCH_ALWAYS = ("分局", "支局", "分公司", "支公司", "调查队", "海事处")  # 海事处: of a bureau under the ministry

_ETHNIC = (
    "蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|土家|布依|朝鲜|哈尼|傈僳|拉祜|东乡|纳西|景颇|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|阿昌|普米|"
    "德昂|保安|裕固|独龙|鄂温克|鄂伦春|赫哲|门巴|珞巴|基诺|高山|回族|藏族|苗族|彝族|壮族|侗族|瑶族|白族|傣族|黎族|畲族|水族|羌族|"
    "满族|佤族|土族|怒族|京族|各族"
)
"""Ethnic groups as names of autonomous divisions print them; those of two characters and more with or without 族."""
_AUTONOMOUS = re.compile(rf"^(?P<stem>.{{2,}}?)(?:(?:{_ETHNIC})族?)*族?自治(?P<suffix>[州县旗区])$")

# A body whose name has its division in the middle: 团县委, 政协青禾县委员会.
_COMMITTEE = re.compile(
    r"^(?:(?:中国)?(?:共产主义青年团|共青团)|团(?=[省市州盟地县区旗])|中国人民政治协商会议|政协)(?P<where>.+委(?:员会)?)$"
)
_HEAD = re.compile(
    r"^(?:中国共产党|中共|中国人民解放军|国家税务总局|国家金融监督管理总局(?=.+支局)|国家统计局(?=.+调查队)|[^局]{2,6}海事局(?=.+海事处))(?=.{3})"
)
_UNNAMED = re.compile(
    r"^(?:其他|其它|各|相关|有关)|(?:部门|单位|各方|企业|人员|医疗机构|金融机构|服务机构|科室|站所|运营商)$"
)


def without_head(name: str) -> str:
    """Return the name without the party or the central body in front: 国家税务总局青禾县税务局 → 青禾县税务局."""
    return _HEAD.sub("", name, count=1)


def is_unnamed(name: str) -> bool:
    """Return whether ``name`` speaks of bodies without naming one (其他相关单位, 行业主管部门, 驻村干部派出单位)."""
    return bool(_UNNAMED.search(name))


@dataclass(frozen=True)
class Belonging:
    """``division`` is the path of names of the division that the body belongs to; ``level`` is None where unknown."""

    division: tuple[str, ...]
    level: Level | None
    method: Literal["prefix", "division name", "none"]


def path_of(place: Place) -> tuple[str, ...]:
    """Return the names of the place's divisions from the province down, leaving out what is not known."""
    return tuple(n for n in (place.province, place.prefecture, place.county, place.township) if n)


_NO_DIVISION = re.compile(r"^(?:市(?:场|容|监局|监所|政(?:公用|工程|设施|园林|环卫))|地(?:震|税|方|质)|区域)")
"""Names that begin like a division's short word and mean something else: 市场监管局, 市容局, 地震局."""


def _is_of(division: str | None, name: str) -> bool:
    """Return whether the name begins with the short word of the division: 县水利局 in a county."""
    short = next((short for suffix, short in _SHORT.items() if division and division.endswith(suffix)), None)
    return short is not None and name.startswith(short) and not _NO_DIVISION.match(name)


@cache
def spelling(division: str, *, stem: bool = True) -> re.Pattern[str]:
    """Return a pattern of the ways in which bodies' names call a division, the longest first.

    环江毛南族自治县 is called 环江县, too, and a banner by some of its characters (西乌珠穆沁旗, 西乌旗); with ``stem``, each
    also without its suffix, where two characters remain (青禾, but 泽县 stays).
    """
    forms = [re.escape(division)]
    autonomous = _AUTONOMOUS.match(division)
    if autonomous:
        forms.append(autonomous["stem"] + autonomous["suffix"].replace("区", "自治区"))
    elif division.endswith("旗"):
        forms.append(division[0] + "".join(f"{character}?" for character in division[1:-1]) + "旗")
    suffix = next((suffix for suffix in (*_PROVINCE_SHORT, *_SHORT) if division.endswith(suffix)), "")
    short = autonomous["stem"] if autonomous else division.removesuffix(suffix)
    if stem and len(short) >= 2:
        forms.append(short)
    return re.compile("|".join(forms))


def belonging(name: str, place: Place) -> Belonging:
    """Return where a body named ``name`` in a list of ``place`` belongs.

    Bodies whose name tells nothing (其他相关单位) stand in the list's county, without a level: their name is theirs there only.
    """
    name = without_head(name)
    if committee := _COMMITTEE.match(name):
        name = committee["where"]
    divisions = _divisions(place)
    county = divisions[-1].path
    own: Level = "branch" if name.endswith(_BRANCH_ALWAYS) else "county"  # 县生态环境分局: of the prefecture's bureau
    if place.county and name.endswith(_BRANCH_ENDINGS) and spelling(place.county).search(name, 1):
        return Belonging(county, "branch", "division name")
    told, rest = _named_in_front(name, divisions)
    if (
        not told
        and place.prefecture
        and (above := spelling(place.prefecture).match(name) or re.match("[市州盟]", name))
    ):
        rest = name[above.end() :]
    above_county = rest != name and not (told and told.level == "county")
    if place.county and above_county and spelling(place.county).match(rest):
        return Belonging(county, "branch", "division name")  # 南屏市青禾生态环境局, 市青禾生态环境局
    if told:
        return Belonging(told.path, own if told.level == "county" else told.level, "division name")
    for division in reversed(divisions):
        if division.name and spelling(division.name).match(name):
            # 青禾生态环境局 without 县 is how the prefecture's bureau calls its branch; one of a municipality is its own.
            branch = place.prefecture and name.endswith("生态环境局")
            level = ("branch" if branch else own) if division.level == "county" else division.level
            return Belonging(division.path, level, "division name")
    if _is_of(place.county, name):
        return Belonging(county, own, "prefix")
    if _is_of(place.prefecture, name):
        return Belonging(divisions[1].path, "prefecture", "prefix")
    province = divisions[0].path
    if province and (name.startswith(_PROVINCE_SHORT) or (not place.prefecture and _is_of(place.province, name))):
        return Belonging(province, "province", "prefix")
    for division in reversed(divisions):
        if division.name and name.endswith(_BRANCH_ENDINGS) and spelling(division.name).search(name, 1):
            return Belonging(division.path, division.level, "division name")  # 国网南屏供电公司
    if name.startswith(_CENTRAL):
        return Belonging(county, "central", "prefix")
    return Belonging(county, None, "none")


@dataclass(frozen=True)
class _Division:
    """A level of a list's place; ``name`` is None where the place has none, ``path`` those of the levels down to it."""

    name: str | None
    level: Level
    path: tuple[str, ...]


@lru_cache(maxsize=1000)
def _divisions(place: Place) -> tuple[_Division, _Division, _Division]:
    """Return the place's province, prefecture and county."""
    county = place.model_copy(update={"township": None})
    prefecture = county.model_copy(update={"county": None})
    province = prefecture.model_copy(update={"prefecture": None})
    return (
        _Division(place.province, "province", path_of(province)),
        _Division(place.prefecture, "prefecture", path_of(prefecture)),
        _Division(place.county, "county", path_of(county)),
    )


def _named_in_front(name: str, divisions: Iterable[_Division]) -> tuple[_Division | None, str]:
    """Return the last of the divisions that the name begins with, with their suffix (南屏市青禾县水利局), and its rest."""
    told = None
    for division in divisions:
        match = spelling(division.name, stem=False).match(name) if division.name else None
        if match:
            told, name = division, name[match.end() :]
    return told, name
