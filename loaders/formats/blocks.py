"""Paragraphs and tables, as web pages and text documents hold them → printed lines.

Tables stand in cells of tables. What arranges a page is told from what is a table to its reader by the content: a table of
one column, or one that holds tables and has no row of a duty list itself, is an arrangement, whose cells follow each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graphkb.errors import OversizedInput
from loaders.lines import Line, row_text
from loaders.rows import printed_number
from loaders.tables import is_table_header

MAX_SLOTS = 20_000_000
"""Rows times columns of a table that is read; a full sheet of old Excel has 17 million."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside tables, its lines parted by line feeds; ``origin`` is what the format knows of where it stands."""

    text: str
    origin: object = None
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell as placed: its first column (from 0) and how many it takes; ``covered`` by a merged cell from above."""

    column: int
    across: int = 1
    blocks: Sequence[Block] = ()
    covered: bool = False


@dataclass(slots=True)
class Table:
    """A table by its rows; the slots of a row are in order of columns, covered ones included."""

    rows: list[list[Slot]]
    origin: object = None
    _texts: list[list[str]] | None = field(default=None, repr=False)

    def texts(self) -> list[list[str]]:
        """Return the text of each slot of each row; a table in a cell is text, a row a line."""
        if self._texts is None:
            self._texts = [[flat_text(slot.blocks) for slot in row] for row in self.rows]
        return self._texts


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Printed:
    """A line to be: its text (cells parted by tabs), the positions covered from above, and the block's origin."""

    text: str
    covered: frozenset[int] = frozenset()
    origin: object = None
    furniture: bool = False


def print_blocks(label: str, blocks: Sequence[Block]) -> list[Printed]:
    """Return the lines of the blocks in order, a blank one before and after each table.

    Raises UnreadableInput, calling the file by ``label``, for a table of more than :data:`MAX_SLOTS` cells.
    """
    printed: list[Printed] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines = (line.strip() for line in block.text.split("\n"))
            printed += [Printed(line, origin=block.origin, furniture=block.furniture) for line in lines if line]
        elif rows := list(_print_table(label, block)):
            blank = Printed("", origin=block.origin)
            printed += [blank, *rows, blank]
    return printed


def number_lines(printed: Sequence[Printed]) -> tuple[Line, ...]:
    """Return the lines, counted from 1; a paragraph's characters that part cells are blanks."""
    return tuple(
        Line(line.text, number, number, covered=line.covered, furniture=line.furniture)
        for number, line in enumerate(printed, start=1)
    )


def flat_text(blocks: Sequence[Block]) -> str:
    """Return the text of a cell: its paragraphs on lines, the rows of tables in it on a line each."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += (line.strip() for line in block.text.split("\n"))
        else:
            lines += (" ".join(filter(None, texts)) for texts in block.texts())
    return "\n".join(filter(None, lines))


def _print_table(label: str, table: Table) -> Iterator[Printed]:
    columns = _columns(table)
    if len(columns) < 2 or _is_arrangement(table):
        for row in table.rows:
            for slot in row:
                yield from print_blocks(label, slot.blocks)
        return
    if len(columns) * len(table.rows) > MAX_SLOTS:
        raise OversizedInput(
            f"{label}: it holds a table of {len(table.rows)} rows and {len(columns)} columns, which no duty list has; "
            "give the file of the list alone."
        )
    for row, texts in zip(table.rows, table.texts(), strict=True):
        cells = [""] * len(columns)
        covered: set[int] = set()
        for slot, text in zip(row, texts, strict=True):
            position = bisect_right(columns, slot.column) - 1
            if slot.covered:
                covered.update(range(max(position, 0), bisect_left(columns, slot.column + slot.across)))
            else:
                cells[position] = text
        if any(cells):
            yield Printed(row_text(cells), frozenset(covered), table.origin)
        elif not covered:  # a row of nothing but merged cells from above shows nothing
            yield Printed("", origin=table.origin)


def _columns(table: Table) -> list[int]:
    """Return the first of the columns that make up each printed column, in order.

    Edges of cells that differ a little from row to row, as in tables drawn by hand or joined from several pages, make
    more columns than are seen. Neighbours are one printed column if no row has a cell that begins in each of them.
    """
    layouts = {tuple(slot.column for slot in row) for row in table.rows}
    having: dict[int, set[int]] = {}
    for number, layout in enumerate(layouts):
        for column in layout:
            having.setdefault(column, set()).add(number)
    firsts: list[int] = []
    taken: set[int] = set()
    for column in sorted(having):
        if not firsts or not taken.isdisjoint(having[column]):
            firsts.append(column)
            taken = set()
        taken |= having[column]
    return firsts


def _is_arrangement(table: Table) -> bool:
    if not any(isinstance(block, Table) for row in table.rows for slot in row for block in slot.blocks):
        return False
    return not any(map(_is_duty_row, table.texts()))


def _is_duty_row(cells: Sequence[str]) -> bool:
    """Tell whether the cells are a header row of a duty list, or a row that begins with a number."""
    return len(cells) > 1 and (printed_number(cells[0]) is not None or is_table_header("\t".join(cells)))
