"""Page furniture: what stands at the head or foot of pages and repeats or counts from page to page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.formats.paged.model import Direction
from loaders.formats.paged.text import TextLine

_OUTERMOST = 2  # lines at the head and at the foot of a page that may be furniture
_SAME_PLACE = 4.0  # points
_NUMBER = re.compile(r"\d+")


def furniture_of(pages: Sequence[Sequence[TextLine]]) -> list[set[TextLine]]:
    """Return for each page those of its lines (in reading order) that are furniture.

    A line at a page's head or foot is furniture if the page before, or the one before that (left and right pages),
    prints the same in the same place, or a number less by as many pages. The first page of a repeated line keeps it,
    as it may be a section's heading; of page numbers the first is furniture, too. Oblique text is a watermark.
    """
    found = [{line for line in page if line.direction is Direction.OBLIQUE} for page in pages]
    outer = [_outermost(page) for page in pages]
    for index, lines in enumerate(outer):
        for back in (1, 2):
            for before in outer[index - back] if index >= back else ():
                for line in lines:
                    if abs(line.box.top - before.box.top) > _SAME_PLACE:
                        continue
                    if line.text == before.text and not line.text.isdecimal():
                        found[index].add(line)
                    elif _counts(before.text, line.text, back):
                        found[index].add(line)
                        found[index - back].add(before)
    return found


def _outermost(page: Sequence[TextLine]) -> list[TextLine]:
    upright = [line for line in page if line.direction is Direction.ACROSS]
    return list(dict.fromkeys([*upright[:_OUTERMOST], *upright[-_OUTERMOST:]]))


def _counts(before: str, text: str, pages: int) -> bool:
    """Tell whether both texts are the same but for one number that grew by the number of pages between them."""
    if _NUMBER.sub("#", before) != _NUMBER.sub("#", text):
        return False
    steps = [int(new) - int(old) for old, new in zip(_NUMBER.findall(before), _NUMBER.findall(text), strict=True)]
    return steps.count(pages) == 1 and steps.count(0) == len(steps) - 1
