"""Between layout and meaning: what every layout reader hands on, and what the cell readers take.

A layout reader (``tables``, ``flow``) decides which printed text belongs to which column of which row, and nothing
else. The cell readers decide what the text of a column says, and know nothing of layouts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from graphkb.records import DeclaredCount, Leftover, Place, PrintedText, Section

Column = Literal["name", "departments", "responsibilities", "safeguards", "role", "method", "basis"]
"""``safeguards`` is a column of its own in some tables only; others print 履职保障 among the responsibilities.
``method`` is the one column of a reclaimed row beside its name: receiving body and way of working. ``basis`` is what
some counties print of the laws that a duty rests on (设定依据)."""


@dataclass(frozen=True)
class Piece:
    """A run of text of one cell from one printed line; ``page_break``: a page ended between it and the one before."""

    line: int
    text: str
    page_break: bool = False


@dataclass(frozen=True)
class RawRow:
    """One row as laid out. ``category`` is cleaned (no ordinal, no count); pieces are as printed, markup included.

    ``wrapped`` says that pieces are lines wrapped by a column's width (column flow of a PDF), so that neighbours may be
    parted in mid-word; otherwise a piece is a whole table cell of one page, and only a page break parts words.
    """

    section: Section
    category: str
    number: str
    cells: dict[Column, tuple[Piece, ...]]
    first_line: int
    last_line: int
    wrapped: bool = False
    doubts: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class RawList:
    """One township's list as laid out: its rows in printed order, section by section.

    ``place`` is what the document prints (titles of this list, higher levels from earlier titles of the document);
    ``edition`` as in :class:`graphkb.records.ListRecord`; lines are counted from 1.
    """

    place: Place
    title: str
    edition: str
    rows: tuple[RawRow, ...]
    declared: tuple[DeclaredCount, ...]
    first_line: int
    last_line: int


@dataclass(frozen=True)
class LaidOut:
    """What a layout reader makes of a document's lines.

    ``in_rows``, ``furniture`` and the characters of ``leftovers`` count non-blank characters (``not c.isspace()``) of
    the lines as printed, markup included, each in exactly one of the three: together they are all of the document.
    Category headings, section headings, titles, header rows, page numbers and rules are furniture; the printed number
    of a row counts in the row. ``furnished`` are the texts that ``furniture`` counts.
    """

    lists: tuple[RawList, ...]
    leftovers: tuple[Leftover, ...]
    in_rows: int
    furniture: int
    notes: tuple[str, ...] = ()
    title: str = ""  # the document's first title
    furnished: tuple[PrintedText, ...] = ()
