"""The split of one row's tokens into its cells.

The cells of a row follow each other without a sign between them. All splits of the narrow columns at the row's head are
weighed against each other, each with the best split of the wide columns behind it; the likeliest wins, and where another
one is nearly as likely, the row says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.flow.costs import (
    END_OF_SENTENCE,
    NO_START,
    Column,
    Track,
    WideColumn,
    category_cost,
    crossing,
    departments_cost,
    early_wrap,
    method_start,
    name_cost,
    opens_alike,
    overflow,
)
from loaders.flow.evidence import Habits, parts_bodies
from loaders.flow.lines import Gap, Token

_WIDE = {"responsibilities", "role", "method"}
_EMPTY = {"category": 4.0, "name": 8.0, "departments": 5.0, "responsibilities": 5.0, "role": 6.0, "method": 6.0}
_AGAIN = 1.5  # a narrow cell that goes on behind a page's end
_LONGEST = {"category": 16, "name": 200, "departments": 400}  # characters
_HEAD = 60  # tokens: no name or department cell of a printed page has more lines
_HOPELESS = 10.0  # a narrow cell that costs more is not drawn out further
_BEAM = 7.0  # a beginning that costs more than the best by this is given up
_CLOSE_CALL = 1.0  # two readings whose costs differ by less are both open


@dataclass(frozen=True)
class Split:
    """Cells as ``columns`` → (start, end) in the row's tokens, and the columns whose end could as well be elsewhere."""

    cells: dict[Column, tuple[int, int]]
    open_ends: tuple[Column, ...]


@dataclass
class Page:
    """What a row's tokens on one page are split with: ``first`` and ``last`` page of the row, numbering so far.

    ``row`` is the whole row's text.
    """

    columns: tuple[Column, ...]
    habits: Habits
    first: bool = True
    last: bool = True
    row: str = ""
    tracks: dict[Column, Track] = field(default_factory=dict)

    def track(self, column: Column) -> Track:
        """Return the column's cell as far as earlier pages show it."""
        return self.tracks.get(column) or Track()

    def empty(self, column: Column) -> float:
        """Return the cost of a wide column without text on this page."""
        if self.first and self.last:
            return _EMPTY[column]
        track = self.track(column)
        return 3.0 if track.headed else 2.0 if track.open else 0.5


class _Way(NamedTuple):
    """Ends of the first cells and what these cost; of two ways that cost the same the one with earlier ends is less."""

    cost: float
    ends: tuple[int, ...]


@dataclass
class _Beam:
    """How cheap the cheapest way to any end is, of those met so far: dearer ones need not be weighed to the end."""

    cheapest: float = math.inf

    def gives_up(self, cost: float) -> bool:
        """Return whether a way that costs as much or more is none of :func:`_best_ways`."""
        return cost > self.cheapest + _BEAM


def split_page(tokens: Sequence[Token], page: Page) -> Split:
    """Return the likeliest split of the tokens of one row on one page; every token is in exactly one cell."""
    narrow = [column for column in page.columns[:-1] if column not in _WIDE]
    wide = page.columns[len(narrow) :]
    ways = [_Way(0.0, ())]
    for column in narrow:
        ways = _best_ways(list(_extended(ways, column, tokens, page)))
    complete = sorted(_finished(ways, wide, tokens, page))
    best = complete[0]
    starts = (0, *best.ends[:-1])
    cells = {
        column: (start, end) for column, start, end in zip(page.columns, starts, best.ends, strict=True) if start < end
    }
    close = [
        way
        for way in complete[1:]
        if way.cost - best.cost < (_CLOSE_CALL if page.first and page.last else 2 * _CLOSE_CALL)
    ]
    open_ends = tuple(
        column for at, column in enumerate(page.columns[:-1]) if any(way.ends[at] != best.ends[at] for way in close)
    )
    return Split(cells, open_ends)


def _best_ways(ways: Sequence[_Way]) -> list[_Way]:
    """Return the two cheapest ways to each end."""
    limit = min(ways).cost + _BEAM
    by_end: dict[int, list[_Way]] = {}
    for way in ways:
        if way.cost <= limit:
            by_end.setdefault(way.ends[-1], []).append(way)
    return [way for found in by_end.values() for way in sorted(found)[:2]]


def _extended(ways: Sequence[_Way], column: Column, tokens: Sequence[Token], page: Page) -> Iterator[_Way]:
    """Yield the ways, longer by a cell of ``column``; without those that the beam gives up."""
    starts: dict[int, list[_Way]] = {}
    for way in sorted(ways):  # the cheapest first: they show which of the others are hopeless
        starts.setdefault(way.ends[-1] if way.ends else 0, []).append(way)
    beam = _Beam()
    for start, found in starts.items():
        paid = found[0].cost
        for end, cost in _narrow_cells(column, tokens, start, page, beam, paid):
            if paid + cost < beam.cheapest:
                beam.cheapest = paid + cost
            for way in found:
                yield _Way(way.cost + cost, (*way.ends, end))


def _narrow_cells(
    column: Column, tokens: Sequence[Token], start: int, page: Page, beam: _Beam, paid: float
) -> Iterator[tuple[int, float]]:
    """Yield each possible end of a narrow cell with the cell's cost, the crossing to the next cell included.

    ``paid`` is what the cells before it cost; ends that the beam gives up are left out.
    """
    known = page.habits.widths.get(column)
    before = page.track(column).text
    again = 0.0
    if before:
        again = _AGAIN + (0.0 if known is None else early_wrap(known - page.track(column).line_width, narrow=True))
        yield start, _whole_cost(column, before, page, told=True)
    else:
        empty = 0.5 if column == "category" and page.habits.merged else _EMPTY[column]
        yield start, empty if page.last else empty - 1.0
    text, lines, line_width = "", 0.0, 0.0
    for end in range(start + 1, min(start + _HEAD, len(tokens)) + 1):
        token = tokens[end - 1]
        if end > start + 1:
            parted = column == "departments" and parts_bodies(text, token)
            lines += _narrow_link(token, line_width, None if parted else known)
            text += "、" if parted else ""
        line_width = token.width if token.gap is not Gap.SPACE or end == start + 1 else line_width + token.width
        text += token.text
        if len(text) > _LONGEST[column]:
            return
        excess = 0.0 if known is None else overflow(line_width - known, narrow=True)
        if lines + excess > _HOPELESS or beam.gives_up(paid + lines):
            return
        gap = tokens[end].gap if end < len(tokens) else Gap.BLANK
        single = tokens[start].line == token.line
        told = gap is Gap.SPACE or (known is not None and not single)
        spaced = page.habits.spaced
        full = 0.8 * (spaced and gap is Gap.LINE and known is not None and line_width > known - 1.0)
        leaving = crossing(single, gap, spaced)
        if not beam.gives_up(paid + lines + excess + leaving + full):
            whole = _whole_cost(column, before + text, page, told=told) + again
            yield end, lines + excess + whole + leaving + full
        if end < len(tokens) and tokens[end].gap is not Gap.SPACE:
            lines += excess


def _narrow_link(token: Token, line_width: float, known: float | None) -> float:
    """Return the cost of ``token`` going on in a narrow cell after a line of ``line_width``, in a column as wide as known.

    Bodies that each have a line of their own leave their lines short: then the width tells nothing (None).
    """
    cost = 0.0 if token.mark is None else 6.0
    if token.gap is Gap.SPACE:
        return cost + 2.0
    if token.text[0] in NO_START:
        return cost  # a line that another program cut before its last sign
    if known is not None:
        cost += early_wrap(known - line_width, narrow=True)
    return cost + (1.2 if token.gap is Gap.BLANK else 0.0)


def _whole_cost(column: Column, text: str, page: Page, *, told: bool) -> float:
    if column == "category":
        return category_cost(text, page.habits, told)
    if column == "departments":
        return departments_cost(text, page.habits, page.row)
    return name_cost(text)


def _finished(ways: Sequence[_Way], wide: Sequence[Column], tokens: Sequence[Token], page: Page) -> Iterator[_Way]:
    """Yield the ways with the wide columns behind them: for each way the two best ends of the first wide column."""
    tails: dict[int, list[_Way]] = {}
    if len(wide) == 1:
        last = WideColumn(wide[0], tokens, page.habits, page.track(wide[0]))
        for start in {way.ends[-1] if way.ends else 0 for way in ways}:
            tails[start] = [_Way(_last_cost(wide[0], last, tokens, start, page), (len(tokens),))]
    else:
        pair = _WidePair(wide, tokens, page)
        for start in {way.ends[-1] if way.ends else 0 for way in ways}:
            tails[start] = pair.best(start)
    for way in ways:
        for tail in tails[way.ends[-1] if way.ends else 0]:
            yield _Way(way.cost + tail.cost, way.ends + tail.ends)


def _last_cost(column: Column, last: WideColumn, tokens: Sequence[Token], start: int, page: Page) -> float:
    if start == len(tokens):
        return page.empty(column)
    opening = method_start(tokens, start, page.habits) if column == "method" and page.first else 0.0
    return opening + last.cost(start, len(tokens))


class _WidePair:
    """The two wide columns at a row's end, for any start of the first: where the first ends and the second begins."""

    def __init__(self, wide: Sequence[Column], tokens: Sequence[Token], page: Page) -> None:
        self._count = len(tokens)
        self._first, second = (WideColumn(column, tokens, page.habits, page.track(column)) for column in wide)
        self._empty = page.empty(wide[0])
        # unclosed[end]: the cost of the second column, that starts there; behind[end]: of the first one's end, too
        self._unclosed = [*(second.cost(end, self._count) for end in range(self._count)), page.empty(wide[1])]
        closing = [*(_closing(tokens, end, page) for end in range(self._count)), 0.0]
        self._behind = [end + cost for end, cost in zip(closing, self._unclosed, strict=True)]
        self._best_from = self._best_ends()

    def _best_ends(self) -> list[list[_Way]]:
        """Return for each index the two best ends from it on, without what the first column's start costs."""
        best: list[list[_Way]] = [[] for _ in range(self._count + 2)]
        for end in range(self._count, -1, -1):
            way = _Way(self._first.up_to[end] + self._behind[end], (end, self._count))
            best[end] = sorted([way, *best[end + 1]])[:2]
        return best

    def best(self, start: int) -> list[_Way]:
        """Return the two best ways to split ``tokens[start:]``."""
        ways = [_Way(self._empty + self._unclosed[start], (start, self._count))]
        if start < self._count:
            # Ends before the cell's first number and those behind it differ in what the cell's opening costs.
            numbered = min(self._first.next_mark[start], self._count)
            if numbered - start > _HEAD:
                numbered = start  # so much text before a number: as if there were none
            for end in range(start + 1, numbered + 1):
                ways.append(_Way(self._first.cost(start, end) + self._behind[end], (end, self._count)))
            for way in self._best_from[max(numbered, start) + 1]:
                opening = self._first.opening(start, way.ends[0]) - self._first.up_to[start]
                ways.append(_Way(way.cost + opening, way.ends))
        return sorted(ways)[:2]


def _closing(tokens: Sequence[Token], end: int, page: Page) -> float:
    """Return the cost of a wide cell's end before ``tokens[end]``: it ends with a sentence, and a gap follows."""
    if not end:
        return 0.0
    ending = tokens[end - 1].text[-1]
    finished = ending in END_OF_SENTENCE
    cost = 0.0 if finished else 1.0 if not page.last else 2.5 if ending in "；;）)" else 3.5
    if finished and opens_alike(tokens, end):
        cost += 0.5
    gap = tokens[end].gap
    if gap is Gap.BLANK:
        return cost
    return cost + (1.2 if gap is Gap.LINE else 1.0 if finished else 4.0)
