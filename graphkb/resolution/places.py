"""A list's place where it does not print all of it: what its bodies' names and the table of divisions tell.

Nothing inferred passes for something read: the levels that were inferred are named beside the place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from graphkb.divisions import completed, counties_called
from graphkb.records import UNDIVIDED_CITIES, ListRecord, Place, Record

_BRANCH = re.compile(
    r"^(?P<prefecture>.{1,8}?(?:地区|自治州|盟|市))?(?P<bureau>.*局)(?P<county>[^局]{2,8})(?:管理)?(?:分局|分公司)$"
)
_COMPANY = re.compile(r"^(?:国家电网|国网)(?P<county>[^公司]{2,8}?)(?:供电|电力)?(?:分)?公司$")
_NAMED_COUNTY = re.compile(r"^(?P<county>.{2,9}?(?:自治县|自治旗|县|区|旗|市))(?=委|人民|.{2,}局)")


class InferredPlace(Record):
    """A place, and which of its levels were inferred: province, prefecture, county."""

    place: Place
    inferred: tuple[str, ...]


def infer_place(record: ListRecord) -> InferredPlace:
    """Return the list's place with the levels that follow from what is printed.

    The county, where the list does not print it, is the one that names of its bodies give (…局青禾分局), if they agree;
    the levels above a county follow from the table, if only one county can be meant.
    """
    printed = record.place
    place = printed
    if not place.county and place.prefecture not in UNDIVIDED_CITIES:
        place = _of_bodies(record)
    place = completed(place)
    levels = ("province", "prefecture", "county")
    inferred = tuple(level for level in levels if getattr(place, level) and not getattr(printed, level))
    return InferredPlace(place=place, inferred=inferred)


def _of_bodies(record: ListRecord) -> Place:
    """Return the place with the county that names of its bodies give; as printed where they give none or several."""
    names = {mention.name for duty in record.duties for mention in duty.departments}
    found = Counter(place for name in names for place in _counties_in(name, record.place))
    if len(found) != 1:
        return record.place
    (county,) = found
    return county.model_copy(update={"township": record.place.township})


def _counties_in(name: str, printed: Place) -> Iterator[Place]:
    """Yield the county that a body's name gives, if it is one and within the place that is printed."""
    for pattern in (_BRANCH, _COMPANY, _NAMED_COUNTY):
        if match := pattern.match(name):
            candidates = _within(counties_called(match["county"], match.groupdict().get("prefecture")), printed)
            if len(candidates) == 1:
                yield candidates[0]
            return


def _within(candidates: Iterable[Place], printed: Place) -> list[Place]:
    return [
        place
        for place in candidates
        if printed.province in (None, place.province) and printed.prefecture in (None, place.prefecture)
    ]
