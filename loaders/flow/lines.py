"""Printed lines of a text flow, cut into the tokens that cells are built of.

The text of a PDF keeps three things of the page: where a line ended, where the gap to the next line was more than a
line (a blank line), and where a page ended (a leading space or form feed). All three are evidence for a cell's end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cache, lru_cache

_TOKEN = re.compile(r"\S+")
_REMEMBERED = 4096  # texts: outline, sample and rows ask about the same ones
_INDENTED = 0.5  # share of lines with a leading space from which on the space is an indent and no page break
_DOUBLE_SPACED = 0.9  # share of lines with a blank line before them from which on it is no gap


class Gap(IntEnum):
    """What parts a token from the one before it."""

    SPACE = 0
    LINE = 1
    BLANK = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """The number that opens an item. ``rank`` orders the kinds: 0 一、 1 （一） 2 1. 3 （1）."""

    rank: int
    value: int


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line that is not blank: ``start`` is where its text starts in ``raw``; lines are counted from 1."""

    no: int
    raw: str
    start: int
    gap: Gap
    page_break: bool
    text: str = field(init=False, repr=False, compare=False)
    """The line without white space at its ends: kept, as the outline asks for it time and again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.raw[self.start :].rstrip())


@dataclass(frozen=True, slots=True)
class Token:
    """A run of text without white space. ``width`` is its own, ``line_width`` that of its whole line from here on."""

    line: int
    text: str
    raw: str
    start: int
    end: int
    gap: Gap
    page_break: bool
    width: float
    line_width: float
    mark: Mark | None


@lru_cache(_REMEMBERED)
def width(text: str) -> float:
    """Return the printed width in full characters: full width = 1, ASCII = ½, quotes ¾ (½ or 1 by font), blanks 0."""
    return sum(map(_width, text))


@cache
def _width(char: str) -> float:
    if char.isspace():
        return 0.0
    if char in "“”‘’":
        return 0.75
    return 0.5 if unicodedata.east_asian_width(char) in ("Na", "H", "N") else 1.0


def printed_lines(lines: Sequence[str]) -> list[Line]:
    """Return the lines that are not blank, with the gap before each and whether a page ended before it."""
    spaced = sum(line[:1] == " " and line[1:2].strip() != "" for line in lines)
    filled = sum(bool(line.strip()) for line in lines)
    space_breaks = spaced <= _INDENTED * filled
    found: list[Line] = []
    gap, broke = Gap.LINE, False
    for no, raw in enumerate(lines, start=1):
        broke = broke or "\f" in raw
        if not raw.strip():
            gap = Gap.BLANK
            continue
        start = len(raw) - len(raw.lstrip())
        broke = broke or (space_breaks and raw[:start] == " ")
        found.append(Line(no, raw, start, gap, broke))
        gap, broke = Gap.LINE, "\f" in raw[start:].rstrip(" ")
    if sum(line.gap is Gap.BLANK for line in found) > _DOUBLE_SPACED * len(found):
        return [replace(line, gap=Gap.LINE) for line in found]  # double spacing tells nothing
    return found


def tokens_of(lines: Iterable[Line], without: int) -> Iterator[Token]:
    """Yield the tokens of the lines in order, ``without`` so many characters at the head of the first."""
    for line in lines:
        gap, broke = line.gap, line.page_break
        matches = list(_TOKEN.finditer(line.raw, line.start + without))
        without = 0
        widths = [width(match.group()) for match in matches]
        rest = sum(widths)
        for match, own in zip(matches, widths, strict=True):
            text = match.group()
            yield Token(line.no, text, line.raw, match.start(), match.end(), gap, broke, own, rest, mark_of(text))
            gap, broke, rest = Gap.SPACE, False, rest - own


_DIGITS = "零一二三四五六七八九"
_MARKS = (
    re.compile(r"([一二三四五六七八九十]{1,3})[、．.]"),
    re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"(\d{1,2})[.．、](?!\d)"),
    re.compile(r"[（(](\d{1,2})[）)]"),
)


@lru_cache(_REMEMBERED)
def mark_of(text: str) -> Mark | None:
    """Return the item number that ``text`` starts with, or None."""
    for rank, pattern in enumerate(_MARKS):
        if match := pattern.match(text):
            value = int(match[1]) if match[1].isdecimal() else _chinese_number(match[1])
            return Mark(rank, value)
    return None


@lru_cache(_REMEMBERED)
def unmarked(text: str) -> str:
    """Return the text without the item number it starts with."""
    for pattern in _MARKS:
        if match := pattern.match(text):
            return text[match.end() :].lstrip()
    return text


def _chinese_number(text: str) -> int:
    """Return the value of a Chinese number below 100 (十二 = 12)."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.index(text[-1])
    return 10 * (_DIGITS.index(tens[-1]) if tens else 1) + (_DIGITS.index(ones[-1]) if ones else 0)
