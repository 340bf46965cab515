"""Between formats and layouts: what every format's reader hands on, and what the layout readers take.

A format's reader (``formats``) decides what is printed in which order, and which texts are cells of one table row; it
knows nothing of duties. A layout reader (``tables``, ``flow``) decides what the lines mean, and knows nothing of formats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkb.records import Region


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of text, or a row of a table whose cells are parted by tabs (line breaks inside them are kept).

    ``number`` to ``last`` are its lines in the document as received; formats without lines of their own count the lines
    that their reader makes, one a paragraph or table row. ``covered`` are the positions of cells into which a merged
    cell of a row above reaches. ``furniture`` says that the format itself knows the text as such: running headers,
    navigation of a web page; ``heading``, that it is one: the name of a sheet that holds a township or a section.
    ``region`` is where on a page it stands, ``cells`` its range in a spreadsheet, and
    ``confidence`` (0-1) how sure the recognition of its characters from an image is.
    """

    text: str
    number: int
    last: int
    covered: frozenset[int] = frozenset()
    furniture: bool = False
    heading: bool = False
    region: Region | None = None
    cells: str | None = None
    confidence: float | None = None


@dataclass(frozen=True)
class PrintedDocument:
    """A document's lines in printed order, of one format and encoding ("" where the format has none of its own)."""

    format: str
    encoding: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


def text_lines(texts: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of a plain text, counted from 1."""
    return tuple(Line(text, number, number) for number, text in enumerate(texts, start=1))


def row_text(cells: Sequence[str]) -> str:
    """Return the text of a table row; tabs inside cells become blanks, as tabs part cells."""
    return "\t".join(cell.replace("\t", " ") for cell in cells)
