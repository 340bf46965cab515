"""Table rows of the tab-separated layout → cells of rows: which cell of a printed line belongs to which column.

Most lines fit their table: the cells stand under their columns, and an empty number cell continues the row above. The
rest is decided by rules that look at the open row; a text that no rule places is reported, never guessed into a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.assemble import Assembler, OpenRow, visible
from loaders.headers import DEFAULTS, HeaderColumn
from loaders.outline import category_heading, compact
from loaders.raw import Column, Piece

_MARKS = r"[★☆▲△※*＊●◆■]*"
_NUMBER = re.compile(
    rf"^(?P<before>{_MARKS})[（(]?(?P<number>\d{{1,4}}(?:[-－—.．]\d{{1,3}})?)[)）]?[.．、]?(?P<after>{_MARKS})$"
)
_NUMBERED_TEXT = re.compile(r"^(?P<number>\d{1,4})(?:\s*[.．、]\s*(?=[^\d\s])|\s+(?=\S))")
_NUMBERED_PARAGRAPH = re.compile(r"^(?P<marks>[★☆▲△※*●◆■]*)\s*(?P<number>\d{1,4})\s*[.．、]\s*(?=[^\d\s])")
_REMARK = re.compile(r"^[（(]?(?:注|备注|说明|附注|填表|制表|编制|联系)[^。]{0,8}[:：]|^[（(]此页")
_TAGS = re.compile(r"(?:</?[a-zA-Z][^<>]*>\s*)+$")
_SENTENCE = re.compile(r"[。；;]|</?[a-zA-Z]|^[（(]?\d+[.．、)）]")
_LONGEST_BODIES = 60  # characters: a continued department cell that is longer holds no names of bodies
_BROKEN_OFF = tuple("，、,（(“‘《〈")
_ENDED = tuple("。；;！!？?.…")


@dataclass(frozen=True)
class PrintedNumber:
    """A row's number: its digits, the marks beside it (★), and the printed text of all."""

    digits: str
    marks: str
    printed: str


def printed_number(cell: str) -> PrintedNumber | None:
    """Return the number that a number cell holds, ``None`` for any other text."""
    match = _NUMBER.match(compact(cell))
    return PrintedNumber(match["number"], match["before"] + match["after"], cell) if match else None


def paragraph_number(text: str) -> PrintedNumber | None:
    """Return the number that a paragraph begins with, its dot included (12.), ``None`` where it begins otherwise."""
    match = _NUMBERED_PARAGRAPH.match(text)
    return PrintedNumber(compact(match["number"]), match["marks"], match[0].strip()) if match else None


def value_of(number: str) -> int | None:
    """Return the leading integer of a printed number (12, 12-1), ``None`` where there is none."""
    match = re.match(r"\d+", number)
    return int(match[0]) if match else None


@dataclass
class RowPlacer:
    """Puts the cells of table lines into the rows of an assembler; the reader sets ``columns`` by the header rows."""

    assembler: Assembler
    columns: tuple[HeaderColumn | None, ...] = ()
    titles: list[str] = field(default_factory=list)
    reached: int = 0  # the column where the open row's printed line stopped; short of the table: a line break in a cell
    last_column: Column | None = None  # where the last text went

    # --- what a line is ------------------------------------------------------------------------------------------

    def number_in_text(self, cells: list[str], page_ended: bool) -> PrintedNumber | None:
        """Return the number that has run into the next cell's text, if it is expected and the cells fit then."""
        match = _NUMBERED_TEXT.match(cells[0])
        if match is None or len(cells) != len(self.columns) - 1:
            return None
        if self._short(len(cells), page_ended):
            return None
        row = self.assembler.row
        last = (value_of(row.number) or 0) if row and row.section is self.assembler.section else 0
        expected = {*range(last, last + 4), *([1] if self.assembler.category_since_row else [])}
        if len(cells) < 3 and int(match["number"]) not in expected:
            return None  # so few cells may be text that begins with a number; more of them cannot
        return PrintedNumber(match["number"], "", match[0].strip())

    def is_unnumbered_row(self, cells: list[str], following: int | None, page_ended: bool, blank: bool) -> bool:
        """Tell whether a line without a number is a row of its own whose number is not printed.

        A number left out of the sequence tells (``following`` is the next printed one), unless a page ended amid the
        sentences of the row above; without numbers to go by, a full line amid a page is a row, as pages' ends alone
        make rows go on. Whatever the numbers: where every sentence of the row above has ended and every column, the
        name's too, begins again, a row begins.
        """
        columns = self.columns
        if cells[0] or len(cells) != len(columns) or "name" not in columns or not cells[columns.index("name")]:
            return False
        row = self.assembler.row
        if row is None or row.section is not self.assembler.section:
            return self.assembler.section is not None
        goes_on = [column for column in self._sentences() if cells[columns.index(column)]]
        ended = [self._ended(row, column) for column in goes_on]
        last = value_of(row.number)
        full = all(cells[index] for index, column in enumerate(columns) if column not in (None, "number", "category"))
        anew = full and all(ended) and "name" not in goes_on
        if last is not None and following is not None:
            if self.assembler.category_since_row:
                return following not in (1, last + 1)
            return anew or (following > last + 1 and (any(ended) or not (page_ended or blank)))
        return anew or (full and (self.assembler.category_since_row or (not page_ended and all(ended))))

    def names(self, cells: list[str]) -> bool:
        """Tell whether the line's cell of names is filled."""
        position = self.columns.index("name") if "name" in self.columns else len(cells)
        return position < len(cells) and bool(cells[position])

    def _sentences(self) -> tuple[Column, ...]:
        """Return the columns that hold sentences, and so show whether they are complete."""
        long: tuple[Column, ...] = ("responsibilities", "role", "method")
        return tuple(column for column in long if column in self.columns) or ("name",)

    @staticmethod
    def _ended(row: OpenRow, column: Column) -> bool:
        """Tell whether the row's text in this column ends like a sentence."""
        return _TAGS.sub("", row.ending(column)).rstrip().endswith(_ENDED)

    def _short(self, width: int, page_ended: bool) -> bool:
        """Tell whether ``width`` more cells complete the open row's printed line, which a line break cut short."""
        complete = len(self.columns)
        return not page_ended and 0 < self.reached < complete and self.reached - 1 + width <= complete

    # --- rows ----------------------------------------------------------------------------------------------------

    def start(
        self,
        line: int,
        number: PrintedNumber | None,
        cells: list[str],
        doubt: str = "",
        covered: Sequence[bool] = (),
    ) -> None:
        """Open a row with the cells of its first line; the first cell is the number's.

        Where a merged cell of the row above reaches into this one (``covered``), its text is of both rows.
        """
        self._default_columns(line, len(cells))
        above = self.assembler.row
        row = self.assembler.start_row(line, number.digits if number else "", category=self._category(line, cells))
        self.last_column = None
        if doubt:
            row.doubt(doubt)
        if number:
            self.assembler.in_rows += visible(number.printed)
            if number.marks:
                row.add("name", Piece(line, number.marks))
        if len(cells) < len(self.columns):
            row.doubt(f"第{line}行只有{len(cells)}格，而表格有{len(self.columns)}列。")
        self._place(row, line, cells, range(1, len(cells)), page_break=False)
        self._share(above, row, covered)
        self.reached = len(cells)

    def _share(self, above: OpenRow | None, row: OpenRow, covered: Sequence[bool]) -> None:
        """Give the row what stands in the merged cells of the row above; its characters were counted there."""
        for column, reaches in zip(self.columns, covered, strict=False):
            if above is None or not reaches or column is None or column == "number" or column == "category":
                continue
            row.cells.setdefault(column, list(above.cells.get(column, ())))

    def resume_merged(self, line: int, cells: list[str]) -> None:
        """Add a line whose number's cell is the row's above, merged: more of the same row, and no page between."""
        if self.assembler.row is None:
            self.assembler.leave(line, "\t".join(cells), "不在任何一行之内：其前没有可以接续的行。")
            return
        self._place(self.assembler.row, line, cells, range(1, len(cells)), page_break=False)

    def resume(self, line: int, cells: list[str], page_ended: bool, blank: bool) -> None:
        """Add a line without a number to the open row, or report it."""
        row = self.assembler.row
        printed = "\t".join(cells)
        if row is None or row.section is not self.assembler.section:
            self.assembler.leave(line, printed, "不在任何一行之内：其前没有可以接续的行。")
        elif self._short(len(cells), page_ended) and (cells[0] or len(cells) < len(self.columns)):
            self._resume_in_cell(row, line, cells)
        elif len(cells) == 1:
            self._resume_bare(row, line, cells[0], page_ended or blank)
        elif cells[0]:
            self._resume_unaligned(row, line, cells)
        else:
            self._resume_aligned(row, line, cells)

    def _resume_in_cell(self, row: OpenRow, line: int, cells: list[str]) -> None:
        """A line break inside a cell: the first text goes on in the column reached, the next ones beside it."""
        first = self.reached - 1
        padded = [""] * first + cells
        self._place(row, line, padded, range(first, len(padded)), page_break=False)
        self.reached = len(padded)

    def _resume_bare(self, row: OpenRow, line: int, text: str, apart: bool) -> None:
        """A line without tabs: of the cell above it, or, where it stands apart, of the one cell that breaks off."""
        column = self.last_column if not apart else self._broken_off(row)
        if column is None or _REMARK.match(compact(text)):
            self.assembler.leave(line, text, "表格之外的文字，既不是标题，也接不上前一行。")
            self.last_column = None  # what stands below it is no text of the cell above it either
            return
        self.assembler.add(column, Piece(line, text, page_break=apart))
        row.doubt(f"第{line}行的文字在表格之外，按接续前文处理。")

    def _broken_off(self, row: OpenRow) -> Column | None:
        columns = [column for column in row.cells if row.ending(column).rstrip().endswith(_BROKEN_OFF)]
        return columns[0] if len(columns) == 1 else None

    def _resume_unaligned(self, row: OpenRow, line: int, cells: list[str]) -> None:
        """Text in the first cell, which is no number: cells are missing on the left, so the right edge aligns."""
        offset = len(self.columns) - len(cells)
        if offset < 1:
            self.assembler.leave(line, cells[0], "序号列中不是序号的文字。")
            self._resume_aligned(row, line, ["", *cells[1:]])
            return
        row.doubt(f"第{line}行缺少左侧的列，按右侧对齐。")
        padded = [""] * offset + cells
        self._place(row, line, padded, range(offset, len(padded)), page_break=True)

    def _resume_aligned(self, row: OpenRow, line: int, cells: list[str]) -> None:
        """The usual continuation: leading cells are empty, the others stand under their columns."""
        missing = len(self.columns) - len(cells)
        if missing > 0:
            row.doubt(f"第{line}行只有{len(cells)}格，而表格有{len(self.columns)}列。")
            if self._reads_as_sentence(cells):
                cells = [""] * missing + cells
        if self.assembler.category_since_row:
            row.doubt(f"第{line}行在类别标题之后接续标题之前的行。")
        self._place(row, line, cells, range(1, len(cells)), page_break=True)
        self.reached = len(self.columns)

    def _reads_as_sentence(self, cells: list[str]) -> bool:
        """Tell whether a cell that would be the departments' holds sentences, which names of bodies never do."""
        if "departments" not in self.columns:
            return False
        position = self.columns.index("departments")
        text = cells[position] if position < len(cells) else ""
        return len(text) > _LONGEST_BODIES or _SENTENCE.search(text) is not None

    # --- cells ---------------------------------------------------------------------------------------------------

    def _default_columns(self, line: int, width: int) -> None:
        """Where no header row was printed, the section's columns are those of the model form."""
        if self.columns or self.assembler.section is None:
            return
        default = DEFAULTS[self.assembler.section]
        self.columns = (default[0], "category", *default[1:]) if width == len(default) + 1 else default
        self.titles = []
        self.assembler.note(f"第{line}行起的表格没有表头，按通用格式的列读取。")

    def _category(self, line: int, cells: list[str]) -> str | None:
        """Return what the row's category cell says, without ordinal and count; a count is declared."""
        if "category" not in self.columns or self.columns.index("category") >= len(cells):
            return None
        printed = compact(cells[self.columns.index("category")])
        heading = category_heading(printed)
        if heading:
            self.assembler.category_heading(line, heading)
        return (heading.name if heading else printed) or None

    def _continue_category(self, row: OpenRow, category: str, line: int) -> None:
        """Append to the row's category what a later line prints of it; repeated in full, it is the same."""
        if line > row.first_line and category != row.category:
            row.category = self.assembler.category = row.category + category

    def _place(self, row: OpenRow, line: int, cells: list[str], positions: range, *, page_break: bool) -> None:
        """Add the cells at these positions to the columns that they stand under."""
        known = [column for column in self.columns if column not in (None, "number", "category")]
        for position in positions:
            text = cells[position]
            if not text:
                continue
            column = self.columns[position] if position < len(self.columns) else None
            if position >= len(self.columns) and known:
                row.doubt(f"第{line}行的格数比表格的列数多，多出的文字归入最后一列。")
                column = known[-1]
            if column == "category":
                self.assembler.in_rows += visible(text)
                self._continue_category(row, compact(text), line)
            elif column is None or column == "number":
                title = self.titles[position] if position < len(self.titles) else ""
                self.assembler.leave(line, text, f"所在的列“{title}”是未知的列。")
            else:
                self.assembler.add(column, Piece(line, text, page_break and column in row.cells))
                self.last_column = column
