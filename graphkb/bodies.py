"""Where a body belongs: its level and division, told from its printed name and the place of the list.

Only the name's own beginning is used (县…, 市…, or a division's name in full); what that does not tell is left open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from graphkb.records import Place

Level = Literal["central", "province", "prefecture", "county", "branch"]

# A division's suffix → the short word that the bodies of that division put in front of their names (县水利局, 盟行署 …).
_SHORT = {
    "自治州": "州", "地区": "地", "盟": "盟", "市": "市", "自治县": "县", "县": "县", "区": "区", "自治旗": "旗", "旗": "旗",
}  # fmt: skip
_PROVINCE_SHORT = ("自治区", "省")
_CENTRAL = ("国家", "中国", "中央")
_BRANCH_ENDINGS = ("分局", "分公司", "支队", "大队", "公司", "支公司")
_BRANCH_ALWAYS = ("分局", "分公司", "支公司")


_LEAGUE = re.compile(r"^(?:共青团|团)(?P<where>.+委(?:员会)?)$")  # 团县委: the division stands in the middle
_UNNAMED = re.compile(r"^(?:其他|其它|各|相关|有关)|(?:部门|单位|各方|企业|人员|医疗机构|金融机构|服务机构)$")


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


_NO_DIVISION = re.compile(r"^(?:市(?:场|监局|监所)|地(?:震|税|方|质)|区域)")
"""Names that begin like a division's short word and mean something else: 市场监管局, 地震局."""


def _is_of(division: str | None, name: str) -> bool:
    """Return whether the name begins with the short word of the division: 县水利局 in a county."""
    short = next((short for suffix, short in _SHORT.items() if division and division.endswith(suffix)), None)
    return short is not None and name.startswith(short) and not _NO_DIVISION.match(name)


def _stem(division: str) -> str:
    """Return the name without its suffix where two characters remain: 磴口县 → 磴口, but 泽县 stays."""
    for suffix in _SHORT:
        if division.endswith(suffix) and len(division) - len(suffix) >= 2:
            return division[: -len(suffix)]
    return division


def _is_branch_of_prefecture(name: str, place: Place) -> bool:
    """Return whether the name gives the prefecture and then the county: 南屏市青禾生态环境局."""
    for above in (place.prefecture, _stem(place.prefecture) if place.prefecture else None, "市"):
        if above and name.startswith(above) and name.removeprefix(above).startswith(_stem(place.county or "\x00")):
            return above != place.county
    return False


def belonging(name: str, place: Place) -> Belonging:
    """Return where a body named ``name`` in a list of ``place`` belongs.

    Bodies whose name tells nothing (其他相关单位) stand in the list's county, without a level: their name is theirs there only.
    """
    if league := _LEAGUE.match(name):
        name = league["where"]
    county = path_of(place.model_copy(update={"township": None}))
    prefecture = path_of(place.model_copy(update={"township": None, "county": None}))
    province = (place.province,) if place.province else ()
    if place.county and name.endswith(_BRANCH_ENDINGS) and _stem(place.county) in name[1:]:
        return Belonging(county, "branch", "division name")
    if place.county and _is_branch_of_prefecture(name, place):
        return Belonging(county, "branch", "division name")
    for division, path, level in (
        (place.county, county, "county"),
        (place.prefecture, prefecture, "prefecture"),
        (place.province, province, "province"),
    ):
        if division and name.startswith(division):
            return Belonging(path, level, "division name")  # type: ignore[arg-type]  # the literals above are levels
    own: Level = "branch" if name.endswith(_BRANCH_ALWAYS) else "county"  # 县生态环境分局: of the prefecture's bureau
    if place.county and name.startswith(_stem(place.county)):
        return Belonging(county, own, "division name")
    if _is_of(place.county, name):
        return Belonging(county, own, "prefix")
    if _is_of(place.prefecture, name):
        return Belonging(prefecture, "prefecture", "prefix")
    if province and (name.startswith(_PROVINCE_SHORT) or (not place.prefecture and _is_of(place.province, name))):
        return Belonging(province, "province", "prefix")
    if name.startswith(_CENTRAL):
        return Belonging(county, "central", "prefix")
    return Belonging(county, None, "none")
