"""Sheets → printed lines: what the readers of all spreadsheet formats have in common.

A sheet is read as it prints: hidden sheets, rows and columns are left out, and a note counts what stands in them. Each
row with text is one line; rows from one header row to the next are one table, whose columns are those that have text
in any of its rows, so that columns which only carry a merged cell further, or nothing at all, are none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from openpyxl.utils.cell import get_column_letter

from graphkb.errors import DamagedInput
from loaders.assemble import visible
from loaders.formats.sheet_names import name_line
from loaders.lines import Line, PrintedDocument, row_text
from loaders.tables import is_table_header

_MOST_VISITS = 50  # of a cell by merged ranges; more are made by ranges that overlap, which no program writes

Merged = tuple[int, int, int, int]
"""A merged cell: its first row and column, its last row and column."""


@dataclass
class Sheet:
    """A visible sheet's texts by row and column (both count from 1), without empty ones, as its cells show them."""

    name: str
    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, text: str) -> None:
        """Put a cell's text where it is not blank; line breaks of all kinds become one."""
        if text.strip():
            self.texts.setdefault(row, {})[column] = text.replace("\r\n", "\n").replace("\r", "\n")


def printed_document(label: str, kind: str, sheets: Iterable[Sheet], notes: Sequence[str]) -> PrintedDocument:
    """Return the lines of all sheets, in order, each after its name. Raises UnreadableInput for overlapping merges."""
    lines: list[Line] = []
    remarks = list(notes)
    written = [sheet for sheet in sheets if sheet.texts]
    for sheet in written:
        printed = _Printed(label, sheet)
        rows = list(printed.lines())
        name, note = name_line(sheet.name, [line.text for line in rows], alone=len(written) == 1)
        remarks += [*printed.notes, *note]
        lines += [*([Line("", 0, 0)] if lines else []), name, *rows]
    numbered = (replace(line, number=number, last=number) for number, line in enumerate(lines, start=1))
    return PrintedDocument(kind, "", tuple(numbered), tuple(remarks))


class _Printed:
    """One sheet without what is hidden: each merged cell's text where the cell first shows."""

    def __init__(self, label: str, sheet: Sheet) -> None:
        self.sheet, self.label = sheet, label
        self.texts = {row: dict(cells) for row, cells in sheet.texts.items()}
        self.notes: list[str] = []
        self.reach: dict[tuple[int, int], int] = {}  # merged cells that show: the last column of each
        self.covered: dict[int, list[tuple[int, int]]] = {}  # by row: columns into which cells above reach
        self.reaching: list[tuple[int, int]] = []  # rows from which and to which merged cells reach down
        self._merge()
        self._hide()

    def _merge(self) -> None:
        """Move the text of each merged cell to where it first shows, and take away what it hides."""
        shown_row, shown_column = _shown_from(self.sheet.hidden_rows), _shown_from(self.sheet.hidden_columns)
        rows = sorted(self.texts)
        hidden, visits = "", 0
        most = _MOST_VISITS * (1000 + sum(map(len, self.texts.values())))
        for first_row, first_column, last_row, last_column in dict.fromkeys(self.sheet.merged):
            row, column = shown_row(first_row), shown_column(first_column)
            text = self.texts.get(first_row, {}).pop(first_column, "")
            for below in rows[bisect_left(rows, first_row) : bisect_right(rows, last_row)]:
                cells = self.texts[below]
                visits += 1 + len(cells)
                for position in [position for position in cells if first_column <= position <= last_column]:
                    hidden += cells.pop(position)
                if below > row:
                    self.covered.setdefault(below, []).append((first_column, last_column))
            if visits > most:
                raise DamagedInput(
                    f"{self.label}: sheet {self.sheet.name} is damaged: its merged cells overlap; get an undamaged copy."
                )
            self.reaching.append((row, last_row))
            if text and row <= last_row and column <= last_column:
                self.texts.setdefault(row, {})[column] = text
                self.reach[row, column] = last_column
            elif text:
                self.texts.setdefault(first_row, {})[first_column] = text
        if hidden:
            self._note(f"的合并单元格之下另有不显示的文字（{visible(hidden)}字）")

    def _hide(self) -> None:
        """Take away hidden rows and columns, and say how much stands in them."""
        hidden = [row for row in self.texts if row in self.sheet.hidden_rows and self.texts[row]]
        if hidden:
            characters = sum(visible(text) for row in hidden for text in self.texts.pop(row).values())
            self._note(f"有{len(hidden)}行隐藏的内容（共{characters}字，首行为第{min(hidden)}行）")
        found: dict[int, int] = {}
        for cells in self.texts.values():
            for column in self.sheet.hidden_columns & cells.keys():
                found[column] = found.get(column, 0) + visible(cells.pop(column))
        if found:
            letters = "、".join(get_column_letter(column) for column in sorted(found))
            self._note(f"有{len(found)}列隐藏的内容（{letters}列，共{sum(found.values())}字）")

    def _note(self, what: str) -> None:
        self.notes.append(f"工作表“{self.sheet.name}”{what}，没有读取。")

    def lines(self) -> Iterator[Line]:
        """Yield the sheet's rows as lines that are not numbered yet, with one empty line for any gap between them."""
        rows = sorted(row for row, cells in self.texts.items() if cells)
        gaps = self._gaps(rows)
        in_table = False
        for table in self._tables(rows):
            columns = sorted({column for row in table for column in self.texts[row]})
            for row in table:
                if row in gaps:
                    yield Line("", 0, 0)
                in_table = in_table or len(self.texts[row]) > 1
                yield self._line(row, columns) if in_table else self._title(row)

    def _tables(self, rows: Sequence[int]) -> Iterator[list[int]]:
        """Yield the rows of each table with its header row first, and before them those that precede all tables."""
        table: list[int] = []
        for row in rows:
            if table and is_table_header(row_text(list(self.texts[row].values()))):
                yield table
                table = []
            table.append(row)
        yield table

    def _gaps(self, rows: Sequence[int]) -> set[int]:
        """Return the rows before which something empty shows that no merged cell reaches over."""
        shown_from = _shown_from(self.sheet.hidden_rows)
        reaching = sorted(self.reaching)
        gaps, reached, taken = set(), 0, 0
        for before, row in pairwise(rows):
            while taken < len(reaching) and reaching[taken][0] <= before:
                reached = max(reached, reaching[taken][1])
                taken += 1
            if shown_from(max(before, reached) + 1) < row:
                gaps.add(row)
        return gaps

    def _title(self, row: int) -> Line:
        """Return a row above the tables, which has one text: a line of its own, wherever in the row it is centred."""
        ((column, text),) = self.texts[row].items()
        return Line(row_text([text]), 0, 0, cells=self._range(row, column, self.reach.get((row, column), column)))

    def _line(self, row: int, columns: Sequence[int]) -> Line:
        cells = self.texts[row]
        covered = frozenset(
            position
            for first, last in self.covered.get(row, ())
            for position in range(bisect_left(columns, first), bisect_right(columns, last))
        )
        text = row_text([cells.get(column, "") for column in columns])
        last = max([columns[-1], *(self.reach.get((row, column), column) for column in cells)])
        return Line(text, 0, 0, covered=covered, cells=self._range(row, columns[0], last))

    def _range(self, row: int, first: int, last: int) -> str:
        """Return the cells as a formula names them, the sheet's name always quoted."""
        sheet = self.sheet.name.replace("'", "''")
        return f"'{sheet}'!{get_column_letter(first)}{row}:{get_column_letter(last)}{row}"


def _shown_from(hidden: set[int]) -> Callable[[int], int]:
    """Return the function that gives the first row (or column) from a given one on that is not hidden."""
    following: dict[int, int] = {}
    for position in sorted(hidden, reverse=True):
        following[position] = following.get(position + 1, position + 1)
    return lambda position: following.get(position, position)
