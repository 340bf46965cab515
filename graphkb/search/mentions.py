"""Texts that name several things: 水利局 石桥镇, or 县水利局给石桥镇派了哪些事."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from graphkb.catalogue.lookups import WORKING_TOGETHER
from graphkb.catalogue.rows import NameRow, WorkingTogetherParams, WorkingTogetherRow
from graphkb.search.names import PREFIX, Found, NameIndex
from graphkb.search.text import normalised
from graphkb.stores import Store

Together = Annotated[
    list[WorkingTogetherRow],
    Field(description="where a text names departments and townships: those that work with each other, most rows first"),
]
"""A field of answers."""
MOST_TOGETHER = 20
"""Departments with townships that an answer tells of."""
_MOST_CALLED = 200
"""Departments, and townships, of one text that are looked at."""
_PARTS = re.compile(r"[\s,，、;；。.?？!！:：+|/]+")
_JOINING = re.compile(r"交给|交办|派(?!出)|[给把让向对由的]")
"""Words that stand between a department and a township; what they part may be the beginning of a name (石桥 of 石桥镇)."""
_MOST_BEGINNINGS = 4
"""Parts of one text that are looked up as beginnings of names."""


def mentions(index: NameIndex, text: str, within: str | None = None) -> list[list[Found]]:
    """Return what a text names, place after place in it, and at each all that are called so; nothing where it is one name.

    Names of bodies and divisions are known wherever they stand; of what stands between them, parted by blanks or by words such
    as 给, also the beginning of a name. ``within`` is the path of a division: then only what lies in it.
    """
    found: list[list[Found]] = []
    rests: list[str] = []
    for part in map(normalised, _PARTS.split(text)):
        start = 0
        for at, end, called in index.named_in(part):
            rests += _JOINING.split(part[start:at])
            found.append(called)
            start = end
        rests += _JOINING.split(part[start:])
    rests = [rest for rest in rests if len(rest) > 1]
    if len(found) + len(rests) < 2:
        return []
    for rest in rests[:_MOST_BEGINNINGS]:
        begun = index.suggest(rest, ("department", "township"), _MOST_CALLED, similar=False)
        found.append([one for one in begun if one.score >= PREFIX])
    kept = [[one for one in called if within is None or _lies_in(one.row, within)] for called in found]
    return [called for called in kept if called]


def together(store: Store, mentioned: list[list[Found]]) -> list[WorkingTogetherRow]:
    """Return which of the departments named works with which of the townships named, at most :data:`MOST_TOGETHER`.

    Where a county is named as well, only its townships are meant. Asks the store nothing where the text does not name both.
    Raises StoreUnavailable or StoreFailure.
    """
    rows = [one.row for called in mentioned for one in called]
    places = [row.place or "" for row in rows if row.kind in ("county", "prefecture", "province")]
    townships = [
        row for row in _of_kind(rows, "township") if not places or any(_lies_in(row, place) for place in places)
    ][:_MOST_CALLED]
    # A body works with townships of the division that it belongs to.
    departments = [
        row for row in _of_kind(rows, "department") if any(_lies_in(one, row.place or "") for one in townships)
    ][:_MOST_CALLED]
    if not townships or not departments:
        return []
    asked = WorkingTogetherParams(
        departments=[row.id for row in departments], townships=[row.id for row in townships], limit=MOST_TOGETHER
    )
    return WORKING_TOGETHER.run(store, asked).rows


def _of_kind(rows: Iterable[NameRow], kind: str) -> Iterator[NameRow]:
    yield from {row.id: row for row in rows if row.kind == kind}.values()


def _lies_in(row: NameRow, path: str) -> bool:
    return f"{row.place or ''}/".startswith(f"{path}/")
