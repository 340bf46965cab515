"""Comma-, semicolon- and tab-separated values, as Excel and WPS save a sheet (RFC 4180 with other delimiters).

The characters of the syntax (delimiters, the quotation marks around a cell, and one of each two inside it) are no
characters of the document: its lines hold the cells' texts alone. A line's numbers are those of the file, so that a
quoted cell with line breaks stretches over several.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkb.errors import UnreadableInput
from loaders.formats.text import Text
from loaders.lines import Line, PrintedDocument, row_text
from loaders.tables import is_table_header

_DELIMITERS = ("\t", ",", ";")
_LONGEST_SEARCH = 2000  # records within which the first header row of delimited values stands
_FITTING = 0.5  # share of the records of several cells that are as wide as their header row; programs write all so
_SEPARATOR_LINE = re.compile(r"sep=[,;\t]?$", re.IGNORECASE)
_QUOTED_CELL = re.compile(r'(?:^|\t)"', re.MULTILINE)


@dataclass(frozen=True)
class _Record:
    """A record's cells, and its first and last line in the file."""

    cells: list[str]
    number: int
    last: int


def read_delimited(label: str, text: Text) -> PrintedDocument | None:
    """Return the lines of delimited values, ``None`` for a text that is none: lines with tabs, or running text.

    Raises UnreadableInput where the quotation marks of delimited values do not pair, or a cell is absurdly long.
    """
    lines = text.lines()
    delimiter = _delimiter(lines)
    if delimiter is None:
        return None
    try:
        printed = list(_printed(_records(lines, delimiter)))
    except _Malformed as error:
        raise UnreadableInput(
            f"{label}: the quotation marks of the cell at line {error.line} do not pair ({error}); open the file in Excel "
            "or WPS, mend the cell and save it again."
        ) from error
    return PrintedDocument("csv", text.encoding, tuple(printed))


class _Malformed(Exception):
    def __init__(self, line: int, reason: object) -> None:
        super().__init__(str(reason))
        self.line = line


def _records(lines: Sequence[str], delimiter: str) -> Iterator[_Record]:
    """Yield the records. Raises _Malformed for quotation marks that break the syntax, and for endless cells."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    before = 0
    try:
        for cells in reader:
            yield _Record(cells, before + 1, reader.line_num)
            before = reader.line_num
    except csv.Error as error:
        raise _Malformed(before + 1, error) from error


def _delimiter(lines: Sequence[str]) -> str | None:
    """Return the delimiter that makes a table of the lines, ``None`` where none does or tabs make one as they are."""
    if any(map(is_table_header, lines)):
        return "\t" if _quoted_tabs(lines) else None
    return next((delimiter for delimiter in _DELIMITERS if _makes_table(lines, delimiter)), None)


def _makes_table(lines: Sequence[str], delimiter: str) -> bool:
    """Tell whether there is a header row, parted by this delimiter, with records of as many cells below.

    Values whose quotation marks do not pair are told by what stands before these.
    """
    width = below = fitting = 0
    try:
        for index, record in enumerate(_records(lines, delimiter)):
            if len(record.cells) > 1 and is_table_header(row_text(record.cells)):
                width = len(record.cells)
            elif width and len(record.cells) > 1:
                below += 1
                fitting += len(record.cells) == width
            elif not width and index > _LONGEST_SEARCH:
                return False
    except _Malformed:
        return width > 0 and fitting >= _FITTING * below
    return fitting > 0 and fitting >= _FITTING * below


def _quoted_tabs(lines: Sequence[str]) -> bool:
    """Tell whether lines with tabs were written by a program that quotes: a cell has a line break or quotation mark.

    A text whose cells only begin with a quotation mark of their own breaks the syntax somewhere.
    """
    if not any(map(_QUOTED_CELL.search, lines)):
        return False
    try:
        records = list(_records(lines, "\t"))
    except _Malformed:
        return False
    return any(
        record.last > record.number or lines[record.number - 1] != "\t".join(record.cells)
        for record in records
        if len(record.cells) > 1
    )


def _printed(records: Iterator[_Record]) -> Iterator[Line]:
    """Yield a line a record; all records of a table have as many cells as its header row has titles."""
    width = 0
    for record in records:
        cells = record.cells
        filled = [cell for cell in cells if cell.strip()]
        if is_table_header(row_text(cells)):
            width = max(position for position, cell in enumerate(cells, start=1) if cell.strip())
        elif not width and len(filled) == 1:
            cells = filled  # above the table: a title that the sheet had merged over it, or centred
        if width and len(cells) > 1:
            cells += [""] * (width - len(cells))
            while len(cells) > width and not cells[-1].strip():
                cells.pop()
        text = row_text(cells) if filled else ""
        separator = record.number == 1 and _SEPARATOR_LINE.match(text) is not None
        yield Line(text, record.number, record.last, furniture=separator)
