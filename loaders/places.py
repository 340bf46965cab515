"""Titles → places, by the suffix grammar of Chinese administrative divisions.

A division's name ends in a word of its level (GB/T 2260 and the rules of its township extension GB/T 10114). Provinces
are a fixed vocabulary; below them the printed text is cut where a level's suffix ends. Suffix characters occur inside
names too (镇江市, 市中区, 城关镇), so all cuts are weighed, and the likeliest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graphkb.records import UNDIVIDED_CITIES, Place
from loaders.outline import compact

PROVINCES = (
    "北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省", "黑龙江省", "上海市", "江苏省",
    "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "广西壮族自治区",
    "海南省", "重庆市", "四川省", "贵州省", "云南省", "西藏自治区", "陕西省", "甘肃省", "青海省",
    "宁夏回族自治区", "新疆维吾尔自治区", "台湾省", "香港特别行政区", "澳门特别行政区",
)  # fmt: skip
"""The names of GB/T 2260 at province level."""

MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
"""Provinces whose counties stand directly under them (GB/T 2260)."""

_SHORT = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
}
"""Autonomous regions are usually printed short; no division below them begins with these names and a suffix."""

_NAMED_PROVINCE = re.compile("|".join([*PROVINCES, *_SHORT]))
_PROVINCE = re.compile(r"[^省市县区乡镇]{2,6}(?:省|自治区|特别行政区)")
_PREFECTURE = re.compile(r"自治州|地区|盟|市")
_COUNTY = re.compile(r"自治县|自治旗|特区|林区|县|市|区|旗")
_OFFICE = re.compile(r"(?<=.)(?:人民政府|党工?委|(?<=[镇乡木道])(?:[镇乡]级|乡镇(?:[（(]街道[)）])?|镇街|苏木镇))$")
_PARTY = re.compile(r"^中共(?P<place>.+?)(?:委员会|党工委)(?P<office>.*)$")
"""The party's committee, whose name stands before the government's on covers: 中共青禾县白杨镇委员会 …"""
_TOWNSHIP = re.compile(r"(?P<name>.+(?:街道|镇|乡|苏木|区公所|[^市]场))(?:办事处)?$")
_GENERIC = re.compile(
    r"^(?:各|全[县市区旗]|所辖|所属|下辖|民族(?=乡|苏木)|乡|镇街?|苏木|街道|街[乡镇]|[()（）、/及和])*$"
)
_ONLY_A_PEOPLE = re.compile(r"^.{1,2}族(?:乡|镇|苏木)$")
_SUFFIX = re.compile(r"[县市区旗]")
_SHORT_COUNTIES = frozenset({"城区", "郊区", "矿区"})


def lay_over(known: Place, printed: Place) -> Place:
    """Return what is printed, completed from what is known: levels above it always, others if nothing differs."""
    levels = tuple(Place.model_fields)
    old, new = known.model_dump(), printed.model_dump()
    first = next((index for index, level in enumerate(levels) if new[level]), len(levels))
    agrees = all(new[level] in (None, old[level]) for level in levels)
    merged = {
        level: new[level] or (old[level] if agrees or index < first else None) for index, level in enumerate(levels)
    }
    return Place(**merged)


def complete(printed: Place, given: Place) -> tuple[Place, list[str]]:
    """Return the printed place with missing levels from the given one, and what to remark where the two differ.

    What is printed wins. Where the county or a level above it differs, the given place is another one, and nothing is
    taken from it; another township of the same county still takes the levels above. A municipality (直辖市) has no
    prefecture to be taken.
    """
    wanted = given.model_dump()
    differing = {
        level: name for level, name in printed.model_dump().items() if name and wanted[level] not in (None, name)
    }
    differing = {level: name for level, name in differing.items() if compact(wanted[level]) != name}
    notes = [f"文件写明的是“{name}”，因此没有采用另行指定的“{wanted[level]}”。" for level, name in differing.items()]
    if differing.keys() - {"township"}:
        return printed, notes
    if (printed.province or given.province) in MUNICIPALITIES:
        wanted["prefecture"] = None
    return Place(**{level: name or wanted[level] for level, name in printed.model_dump().items()}), notes


def parse(text: str) -> Place:
    """Return the divisions that the whole text names, highest first; an empty place where it names none.

    A word for townships in general (苏木镇, 各乡镇) is no township.
    """
    printed = _PARTY.sub(lambda party: party["office"] or party["place"], compact(text).strip('《》“”"'))
    printed = _OFFICE.sub("", printed)
    return _parse(printed) if len(printed) <= 60 else Place()


@lru_cache(4096)
def _parse(printed: str) -> Place:
    """Return the divisions of a text without white space; titles are asked about by line and by heading."""
    province, rest = _province(printed)
    if _GENERIC.match(rest):
        return Place(province=province)
    cuts = list(_cuts(rest))
    return Place(province=province, **min(cuts, key=lambda cut: cut[1])[0]) if cuts else Place()


def _province(printed: str) -> tuple[str | None, str]:
    """Return the province at the head of the text, and the rest of it."""
    if match := _NAMED_PROVINCE.match(printed):
        return _SHORT.get(match[0], match[0]), printed[match.end() :]
    if match := _PROVINCE.match(printed):
        return match[0], printed[match.end() :]
    return None, printed


def _cuts(rest: str) -> Iterator[tuple[dict[str, str | None], int]]:
    """Yield every way to cut the text into levels, with what speaks against it."""
    for prefecture, after in _heads(_PREFECTURE, rest):
        for county, tail in _heads(_COUNTY, after):
            match = _TOWNSHIP.match(tail)
            generic = _GENERIC.match(tail) is not None
            if not generic and not match:
                continue
            township = match["name"] if match and not generic else None
            cost = _prefecture_cost(prefecture, county, township) + _county_cost(county)
            cost += _township_cost(township, tail)
            yield {"prefecture": prefecture, "county": county, "township": township}, cost


def _heads(suffix: re.Pattern[str], text: str) -> Iterator[tuple[str | None, str]]:
    """Yield each beginning of the text that ends in a suffix, with the rest; and nothing with all of it."""
    yield None, text
    for match in suffix.finditer(text):
        if match.start() > 0:
            yield text[: match.end()], text[match.end() :]


# Costs are weights found by trying the grammar on every township of the country's published division codes: a level
# that is missing costs little, a name that swallows another level's suffix or has no stem costs much.
def _prefecture_cost(prefecture: str | None, county: str | None, township: str | None) -> int:
    if prefecture is None:
        return 2
    if prefecture in UNDIVIDED_CITIES:
        return 0
    cost = 40 if len(prefecture) < 3 or _PREFECTURE.search(prefecture[1:-2]) else 0
    return cost + (10 if township and not county else 0)


def _county_cost(county: str | None) -> int:
    if county is None:
        return 4
    cost = 6 if _SUFFIX.search(county[1:-2]) else 0
    cost += 40 if "自治州" in county else 0
    cost += 10 if county in UNDIVIDED_CITIES else 0
    if len(county) > 2:
        cost += 1 if _SUFFIX.match(county[-2]) else 0  # 辉县市 is one name, but 乐陵市市中街道 is not 乐陵市市
    elif county not in _SHORT_COUNTIES:
        cost += 2 if county.endswith("县") else 6
    return cost


def _township_cost(township: str | None, tail: str) -> int:
    if township is None:
        return 8 if tail in {"镇", "乡", "街道", "苏木"} else 0
    cost = 4 if len(township) < 3 else 0
    cost += 10 if _ONLY_A_PEOPLE.match(township) else 0
    return cost + (6 if _SUFFIX.search(township[1:-2]) else 0)
