"""Glyphs → lines of text, and the lines of a cell → its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.formats.paged.model import Box, Direction, Glyph

_SAME_LINE = 0.5  # glyph sizes between the middles of glyphs on one line, at most
_APART = 0.5  # glyph sizes between glyphs of one run, at most: a wider gap is a blank, or parts columns
_BLANK_IN_LATIN = 0.2
_BLANKS_IN_TEXT = 2  # more of them in a row align columns
_PRINTED_TWICE = 1.0  # points: the same glyph so near to itself is one, printed twice to look bold
_SLACK = 0.1  # glyph sizes by which the measure of a full line may err
_OPENING = "“‘（《〈【「『(["
CLOSING = "，。、；：？！）》〉”’】」』…—,.;:?!)]%％"
"""Characters that begin no line."""
_UNIT = re.compile(rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9][A-Za-z0-9./%-]*|.)[{re.escape(CLOSING)}]*", re.DOTALL)
_SENTENCE_END = tuple("。；;：:！？!?")
_ITEM = re.compile(r"(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、）)]|[①-⑳])(?!\d)")


@dataclass
class Run:
    """Glyphs of one cell that follow each other on one line, in the order of the document."""

    text: str
    box: Box
    direction: Direction
    cell: tuple[int, int, int] | None = None
    """Table and first square (row, column); ``None`` outside tables."""
    confidences: list[float] = field(default_factory=list)

    @property
    def place(self) -> Box:
        """Return the box as the run's own direction sees it."""
        return self.box.turned(self.direction)


@dataclass(frozen=True)
class TextLine:
    """A printed line of a cell or page; ``start`` and ``end`` along its direction, ``size`` of its largest glyphs."""

    text: str
    box: Box
    start: float
    end: float
    size: float
    direction: Direction
    confidences: tuple[float, ...] = ()


def runs_of(glyphs: Iterable[Glyph], cells: Iterable[tuple[int, int, int] | None]) -> list[Run]:
    """Return the glyphs as runs, in order; a glyph printed twice in one place is taken once."""
    runs: list[Run] = []
    run: Run | None = None
    end = middle = size = 0.0
    previous: Glyph | None = None
    blanks = 0
    for glyph, cell in zip(glyphs, cells, strict=True):
        if glyph.text.isspace():
            blanks += 1
            if blanks <= _BLANKS_IN_TEXT:
                end = max(end, glyph.box.turned(glyph.direction).right)
            continue
        if previous and _printed_twice(previous, glyph):
            continue
        place = glyph.box.turned(glyph.direction)
        height = place.bottom - place.top
        at, gap = (place.top + place.bottom) / 2, place.left - end
        largest = max(size, height)
        if (
            run is not None
            and cell == run.cell
            and glyph.direction is run.direction
            and (glyph.direction is Direction.OBLIQUE or abs(at - middle) < _SAME_LINE * largest)
            and -_SAME_LINE * largest < gap < _APART * largest
        ):
            latin = run.text[-1].isascii() and glyph.text[0].isascii()
            run.text += (" " if blanks or (latin and gap > _BLANK_IN_LATIN * largest) else "") + glyph.text
            run.box = run.box.around(glyph.box)
            size = largest
        else:
            run = Run(glyph.text, glyph.box, glyph.direction, cell)
            runs.append(run)
            middle, size = at, height
        run.confidences.append(glyph.confidence)
        end, previous, blanks = place.right, glyph, 0
    return runs


def _printed_twice(one: Glyph, other: Glyph) -> bool:
    return (
        one.text == other.text
        and abs(one.box.left - other.box.left) < _PRINTED_TWICE
        and abs(one.box.top - other.box.top) < _PRINTED_TWICE
    )


def lines_of_runs(runs: Iterable[Run]) -> list[TextLine]:
    """Return the lines that runs of one cell (or of a page, outside its tables) make, from the first to the last."""
    return [line_of(line) for line in on_lines(runs)]


def on_lines(runs: Iterable[Run]) -> list[list[Run]]:
    """Return the runs of each line, from the first line to the last."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.direction.value, _middle(run))):
        if lines and _on_line(lines[-1][0], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _middle(run: Run) -> float:
    return (run.place.top + run.place.bottom) / 2


def _on_line(first: Run, run: Run) -> bool:
    size = max(first.place.bottom - first.place.top, run.place.bottom - run.place.top)
    return first.direction is run.direction and abs(_middle(first) - _middle(run)) < _SAME_LINE * size


def line_of(runs: Sequence[Run]) -> TextLine:
    """Return the runs of one line in their order, with blanks where gaps are; a run printed twice is taken once."""
    ordered = sorted(runs, key=lambda run: run.place.left)
    kept = [run for index, run in enumerate(ordered) if not index or not _same(ordered[index - 1], run)]
    text, box = kept[0].text, kept[0].box
    for before, run in pairwise(kept):
        gap = run.place.left - before.place.right
        text += (" " if gap > _BLANK_IN_LATIN * (run.place.bottom - run.place.top) else "") + run.text
        box = box.around(run.box)
    place = box.turned(kept[0].direction)
    size = max(run.place.bottom - run.place.top for run in kept)
    confidences = tuple(value for run in kept for value in run.confidences)
    return TextLine(text, box, place.left, place.right, size, kept[0].direction, confidences)


def _same(one: Run, other: Run) -> bool:
    return one.text == other.text and all(abs(a - b) < _PRINTED_TWICE for a, b in zip(one.box, other.box, strict=True))


# --- the lines of a cell -----------------------------------------------------------------------------------------


def join_wrapped(lines: Sequence[TextLine], limit: float) -> str:
    """Return a cell's text: lines that its width wrapped joined, the others parted by line breaks.

    ``limit`` is where the cell's text area ends, along its lines. A line is wrapped if the first word of the next one
    would not have fitted behind it; a line on which it would was ended by the writer. Characters one below the other
    are a word written down.
    """
    if all(len(line.text) == 1 for line in lines):
        return "".join(line.text for line in lines)
    text = ""
    for index, line in enumerate(lines):
        if index:
            text += _joint(lines[index - 1], line, limit)
        text += line.text
    return text


def _joint(line: TextLine, following: TextLine, limit: float) -> str:
    """Return what stands between two lines of a cell: nothing, a blank between Latin words, or a line break."""
    if line.direction is not following.direction or not _full(line, following, limit):
        return "\n"
    if line.text.endswith(_SENTENCE_END) and _ITEM.match(following.text):
        return "\n"  # a line that happens to be full when its paragraph ends
    before, after = line.text[-1], following.text[0]
    latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return " " if latin and not (before.isdigit() and after.isdigit()) else ""


def _full(line: TextLine, following: TextLine, limit: float) -> bool:
    """Tell whether the next line's first word, which no line break may cut, does not fit behind this line."""
    word = _UNIT.match(following.text)
    width = sum(map(_width, word[0])) * following.size if word else 0.0
    swallowed = (
        _BLANK_IN_LATIN * line.size if line.text[-1].isascii() else 0.0
    )  # the blank that the line break replaces
    return line.end + swallowed + width > limit - _SLACK * line.size


def _width(character: str) -> float:
    """Return a character's width in glyph sizes."""
    return 1.0 if unicodedata.east_asian_width(character) in ("W", "F", "A") else 0.5


def padding_of(cells: Iterable[tuple[Box, Sequence[TextLine]]]) -> float:
    """Return the distance that a table keeps between its rules and its text.

    Text at the left edge shows it, and full lines at the right; some lines of each table do, whatever is centred.
    """
    gaps = sorted(
        max(0.0, min(line.start - box.left, box.right - line.end))
        for box, lines in cells
        for line in lines
        if line.direction is Direction.ACROSS
    )
    return gaps[len(gaps) // 10] if gaps else 0.0
