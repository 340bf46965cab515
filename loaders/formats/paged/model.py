"""What a page holds: glyphs and rules with their places. Lengths are points (1/72 inch) from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple


class Direction(Enum):
    """Where the text of a glyph runs; oblique is a watermark's, laid over the page."""

    ACROSS = auto()
    UP = auto()
    DOWN = auto()
    OBLIQUE = auto()


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    def around(self, other: Box) -> Box:
        """Return the smallest rectangle that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def turned(self, direction: Direction) -> Box:
        """Return the rectangle as text of this direction sees it: from its lines' start to their end, first line above."""
        if direction is Direction.UP:
            return Box(-self.bottom, self.left, -self.top, self.right)
        if direction is Direction.DOWN:
            return Box(self.top, -self.right, self.bottom, -self.left)
        return self

    def turned_back(self, direction: Direction) -> Box:
        """Return what :meth:`turned` was given."""
        if direction is Direction.UP:
            return Box(self.top, -self.right, self.bottom, -self.left)
        if direction is Direction.DOWN:
            return Box(-self.bottom, self.left, -self.top, self.right)
        return self


class Glyph(NamedTuple):
    """A printed character (or blank) and how sure its recognition is (0-1), 1 where it was not read from an image."""

    text: str
    box: Box
    direction: Direction = Direction.ACROSS
    confidence: float = 1.0


class Rule(NamedTuple):
    """A drawn line: across at height ``at`` from ``start`` to ``end``, or down at ``at`` from the left."""

    across: bool
    at: float
    start: float
    end: float

    def turned(self, direction: Direction) -> Rule:
        """Return the rule as text of this direction sees it, as :meth:`Box.turned`."""
        if self.across:
            box = Box(self.start, self.at, self.end, self.at).turned(direction)
        else:
            box = Box(self.at, self.start, self.at, self.end).turned(direction)
        if box.top == box.bottom:
            return Rule(True, box.top, box.left, box.right)
        return Rule(False, box.left, box.top, box.bottom)


@dataclass(frozen=True)
class Page:
    """A page as drawn: glyphs in the order of the document, rules in any; pages count from 1."""

    number: int
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    recognised: bool = False
    """Whether the glyphs were read from an image."""
