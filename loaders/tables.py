"""The tab-separated layout: a table row a line, cells parted by tabs, markup inside cells possible.

A row starts with a number in its first column and goes on in rows whose number cell is empty, over any number of pages.
A page ends where a header row, a rule or an outline line stands; the header row may be missing, partial or repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from graphkb.records import SECTION_NAMES, Place, Section
from loaders import outline, places
from loaders.assemble import Assembler
from loaders.flow.evidence import KNOWN_CATEGORIES
from loaders.headers import DEFAULTS, HeaderColumn, column_of, columns_of, may_be_of, section_of
from loaders.lines import Line
from loaders.raw import LaidOut
from loaders.rows import PrintedNumber, RowPlacer, paragraph_number, printed_number, value_of


def read_tables(lines: Sequence[Line]) -> LaidOut:
    """Return the lists of a document in the tab-separated layout, whatever format its lines were read from."""
    reader = _TableReader(lines)
    for index in range(len(lines)):
        reader.take(index)
    return reader.assembler.finish()


def is_table_header(line: str) -> bool:
    """Tell whether the line is a header row of this layout: the name's title and another, parted by tabs."""
    if "\t" not in line:
        return False  # as most lines of a text that is no table
    columns = [column_of(cell) for cell in line.split("\t")]
    return "name" in columns and sum(column is not None for column in columns) >= 2


def has_numbered_paragraphs(texts: Sequence[str]) -> bool:
    """Tell whether the basic section's heading is followed by a paragraph with the number 1 and no table's header."""
    expected = False
    for text in filter(outline.compact, texts):
        heading = outline.section_heading(text)
        if heading is not None:
            expected = heading.section is Section.BASIC
        elif expected and (number := paragraph_number(text)) is not None:
            return number.digits == "1"
        else:
            expected = expected and bool(outline.category_heading(text) or outline.lone_count(text))
    return False


def _unrepeated(cells: list[str]) -> list[str]:
    """Return the cells of a heading that a converter has repeated in all cells of its merged row, printed once."""
    if len(cells) < 2 or len(set(cells)) > 1:
        return cells
    heading = outline.section_heading(cells[0]) or outline.category_heading(cells[0])
    return [cells[0], *[""] * (len(cells) - 1)] if heading else cells


def _filled(cells: Sequence[str]) -> list[int]:
    return [position for position, cell in enumerate(cells) if outline.compact(cell)]


def _section(cell: str) -> Section | None:
    """Return the section that a cell names and nothing else."""
    heading = outline.sheet_heading(cell)
    return heading.section if heading and not heading.place else None


_LONGEST_TITLE = 20  # characters of a column title's second line


class _TableReader:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.printed = lines
        self.lines = [line.text for line in lines]
        self.assembler = Assembler()
        self.rows = RowPlacer(self.assembler)
        self.blank = False  # a blank line stands between the last table row and this line
        self.page_ended = True  # … or a line that ends a page: header row, rule, heading
        self.margin = 0  # empty columns before the number's, where the whole table is indented by tabs
        self.number_at = 0  # the number's column, where others (事项类别) stand before it; cells are read in our order
        self.numberless = False  # the table has no column of numbers
        self.section_at: int | None = None  # the column that names the section of each row, in one table of several
        self.last_ordinal = 0  # of the category headings of this section
        self.in_paragraphs = False  # the basic section's rows are numbered paragraphs, as they have but one text
        self.following = self._following_numbers()
        self.header_end: int | None = None  # the line that the header row above it goes on in
        self.closing = self._closing_from()

    def _following_numbers(self) -> list[int | None]:
        """For each line the next row's printed number below it, ``None`` where a heading comes first."""
        following: list[int | None] = [None] * len(self.lines)
        nearest: int | None = None
        for index in range(len(self.lines) - 1, -1, -1):
            following[index] = nearest
            first, tab, _ = self.lines[index].partition("\t")
            if number := printed_number(first):
                nearest = value_of(number.digits) if tab else nearest
            elif first and len(first) < 60 and (outline.category_heading(first) or outline.section_heading(first)):
                nearest = None
        return following

    def _closing_from(self) -> int:
        """Return the index of the line from which on nothing but signatures, dates and page numbers stand."""
        for index in range(len(self.lines) - 1, -1, -1):
            line = self.lines[index]
            if line.strip() and not (
                outline.edition(line) or outline.is_cover_line(line) or outline.is_page_number(line)
            ):
                return index + 1
        return 0

    # --- one line ------------------------------------------------------------------------------------------------

    def take(self, index: int) -> None:
        """Take the line with this index (from 0)."""
        line, number = self.lines[index], self.printed[index].number
        if (self.margin or self.number_at or self.numberless) and is_table_header(line):
            self.margin = self.number_at = 0  # another table; where its number is, its own header row tells
            self.numberless = False
        self.page_ended = self.page_ended or self.printed[index].heading
        cells = _unrepeated(self._cells(line))
        filled = _filled(cells)
        if index == self.header_end:
            self.assembler.furnish(number, line)  # the second line of a header row
        elif not filled:
            self.assembler.furnish(number, line)
            self.blank = True
        elif self.printed[index].furniture:
            self.assembler.furnish(number, line)
        elif outline.is_rule(line) or self._header(index, cells, filled) or self._outline(index, cells, filled):
            self.assembler.furnish(number, line)
            self.page_ended = True
        elif self._bare_page_number(index, cells):
            self.assembler.furnish(number, line)
        else:
            for position in set(range(len(cells))).difference(filled):
                self.assembler.furnish(number, cells[position])  # nothing but zero-width characters
                cells[position] = ""
            self._take_section(index, cells)
            self._row(index, cells)
            self.blank = self.page_ended = False

    def _cells(self, line: str) -> list[str]:
        cells = [cell.strip() for cell in line.split("\t")]
        if not any(cells[: self.margin]):
            del cells[: self.margin]
        if 0 < self.number_at < len(cells):
            cells.insert(0, cells.pop(self.number_at))
        return ["", *cells] if self.numberless and len(cells) > 1 else cells

    def _covered(self, index: int, width: int) -> list[bool]:
        """Tell for each cell of :meth:`_cells` whether a merged cell above reaches into it."""
        positions = self.printed[index].covered
        if not positions:
            return []
        covered = [False] * self.numberless + [at in positions for at in range(self.lines[index].count("\t") + 1)]
        del covered[: len(covered) - width]
        if 0 < self.number_at < len(covered):
            covered.insert(0, covered.pop(self.number_at))
        return covered

    def _row(self, index: int, cells: list[str]) -> None:
        """Take a line of the table: the start of a row, or more of the open one."""
        line, rows = self.printed[index].number, self.rows
        covered = self._covered(index, len(cells))
        if self._section_by_width(line, cells):
            self.assembler.leave(line, "\t".join(cells), "在任何部分的标题和表头之前。")
        elif number := self._paragraph_number(cells):
            if not self.in_paragraphs:
                self.assembler.note(f"第{line}行起的基本履职事项不在表格中，按编号的段落读取。")
            self.in_paragraphs, rows.columns = True, DEFAULTS[Section.BASIC]
            rows.start(line, number, [number.printed, cells[0][len(number.printed) :].strip()])
        elif covered and covered[0]:
            rows.resume_merged(line, cells)
        elif (number := printed_number(cells[0])) and len(cells) > 1:
            rows.start(line, number, cells, covered=covered)
        elif not self.in_paragraphs and (number := rows.number_in_text(cells, self.page_ended)):
            text = cells[0].strip()[len(number.printed) :].strip()
            rows.start(line, number, [number.printed, text, *cells[1:]], "序号与事项名称没有分列。")
        elif self.numberless and cells[0] == "" and rows.names(cells):
            beyond = [cell for cell in cells[len(rows.columns) :] if cell]
            rows.start(line, None, cells[: len(rows.columns)] + beyond, covered=covered)
        elif rows.is_unnumbered_row(cells, self.following[index], self.page_ended, self.blank):
            rows.start(line, None, cells, "没有印出序号。")
        else:
            rows.resume(line, cells, self.page_ended, self.blank)

    def _paragraph_number(self, cells: list[str]) -> PrintedNumber | None:
        """Return the number of a paragraph that is a row of the basic section: one of the next, no table before."""
        if (
            len(cells) > 1
            or self.assembler.section is not Section.BASIC
            or (self.rows.columns and not self.in_paragraphs)
        ):
            return None
        number, row = paragraph_number(cells[0]), self.assembler.row
        last = (value_of(row.number) or 0) if row and self.in_paragraphs else 0
        expected = {*range(last + 1, last + 4), *([1] if self.assembler.category_since_row else [])}
        return number if number and int(number.digits) in expected else None

    def _section_by_width(self, line: int, cells: list[str]) -> bool:
        """Tell whether the section of the line is unknown; a numbered row before any heading tells it by its width."""
        if self.assembler.section is None and printed_number(cells[0]):
            for section, columns in DEFAULTS.items():
                if len(columns) == len(cells):
                    self.assembler.assume_section(section)
                    self.assembler.note(f"第{line}行之前没有标题和表头，按列数归入“{SECTION_NAMES[section]}”部分。")
        return self.assembler.section is None

    def _bare_page_number(self, index: int, cells: list[str]) -> bool:
        """Tell whether the line is a short number between blank lines or at a page's end: no row, for want of cells."""
        if len(cells) > 1 or len(cells[0]) > 4 or not cells[0].isdecimal():
            return False
        around = [*self.lines[max(index - 1, 0) : index], *self.lines[index + 1 : index + 2]]
        return not any(map(str.strip, around)) or self._title_follows(index)

    # --- header rows ---------------------------------------------------------------------------------------------

    def _header(self, index: int, cells: list[str], filled: list[int]) -> bool:
        """Take a header row, whole or partial."""
        columns = columns_of(cells, self.assembler.section)
        known = {column for column in columns if column}
        if not known or printed_number(cells[filled[0]]) or 2 * len(known) < len(filled):
            return False
        if len(filled) == 1 and not (self.page_ended or (self.blank and len(cells[filled[0]]) > 2)):
            return False
        if "number" in columns[1:]:
            self._find_number(index)
            cells = self._cells(self.lines[index])
            columns = columns_of(cells, self.assembler.section)
        elif columns[0] in ("name", "category") and "number" not in columns:
            if self._has_no_numbers(index, len(cells)):
                self.numberless = True
                self.assembler.note(f"第{self.printed[index].number}行的表头没有序号列，每行作为一项读取。")
            if self.numberless or self._next_width(index) == len(cells) + 1:  # or the title 序号 alone is lost
                cells, columns = ["", *cells], ["number", *columns]
        cells, columns = self._with_second_line(index, cells, columns)
        known, filled = {column for column in columns if column}, _filled(cells)
        current = self.assembler.section
        section = current if may_be_of(current, columns) else section_of(columns)
        if "name" not in known or len(known) == 1:
            if section is not self.assembler.section:
                self._assume(index, section)
            return True  # a header row that has lost titles: the columns of the pages before go on
        if section is None and (width := self._next_width(index)) > len(cells):
            self._partial_header(index, width)
            return True
        self.section_at = self._section_column(index, columns)
        if (
            self.section_at is not None and columns[self.section_at] == "category"
        ):  # 类型; the category stands beside it
            others = ["" if at == self.section_at else cell for at, cell in enumerate(cells)]
            columns = [columns[0], *columns_of(others, current)[1:]]
        if self.section_at is None:
            self._assume(index, section or self._section_of_plain_header(columns[: max(filled) + 1]))
        self.in_paragraphs = False
        self.rows.columns, self.rows.titles = tuple(columns[: max(filled) + 1]), cells
        for position in filled:
            if columns[position] is None and position != self.section_at:
                self.assembler.note(
                    f"第{self.printed[index].number}行的表头有未知的列“{cells[position]}”，其内容作为未归位的文字列出。"
                )
        return True

    def _with_second_line(
        self, index: int, cells: list[str], columns: list[HeaderColumn | None]
    ) -> tuple[list[str], list[HeaderColumn | None]]:
        """Return cells and columns of a header row with those of the next line, where that goes on in it: without a
        number, short, and so that more columns are known.
        """
        line = self.lines[index + 1] if index + 1 < len(self.lines) else ""
        below = self._cells(line)
        if "\t" not in line or not below or printed_number(below[0]) or max(map(len, below)) > _LONGEST_TITLE:
            return cells, columns
        if below[0] and is_table_header(line):
            return cells, columns  # the header row is printed twice
        whole = columns_of(cells, self.assembler.section, below)
        if whole == columns or whole[0] != columns[0]:
            return cells, columns
        self.header_end = index + 1
        return [above + under for above, under in zip_longest(cells, below, fillvalue="")], whole

    def _find_number(self, index: int) -> None:
        """Note where a header row has the number's column: behind the margin of an indented table, or behind others."""
        cells = [cell.strip() for cell in self.lines[index].split("\t")]
        start = next(position for position, cell in enumerate(cells) if column_of(cell) == "number")
        self.margin, self.number_at = (0, start) if any(cells[:start]) else (start, 0)

    def _section_of_plain_header(self, columns: Sequence[HeaderColumn | None]) -> Section | None:
        """A header of number and name alone is the basic section's, unless a heading has just said otherwise."""
        return None if self.assembler.headed or (self.assembler.section and None in columns) else Section.BASIC

    def _has_no_numbers(self, index: int, width: int) -> bool:
        """Tell whether the rows below a header row without 序号 begin with its first column, and so have no numbers."""
        below = [line.split("\t") for line in self.lines[index + 1 : index + 12] if "\t" in line and line.strip()]
        return bool(below) and all(len(cells) == width and not printed_number(cells[0]) for cells in below[:3])

    def _section_column(self, index: int, columns: Sequence[HeaderColumn | None]) -> int | None:
        """Return the column that names the section of each row (清单类型: 基本履职), where one table holds several."""
        for line in self.lines[index + 1 : index + 12]:
            cells = self._cells(line)
            if printed_number(cells[0]):
                kinds = zip(columns, cells, strict=False)
                named = (at for at, (kind, text) in enumerate(kinds) if kind in (None, "category") and _section(text))
                return next(named, None)
        return None

    def _take_section(self, index: int, cells: list[str]) -> None:
        """Take the section that a row's own cell names; an empty one is that of the row above."""
        if self.section_at is None or self.section_at >= len(cells):
            return
        if section := _section(cells[self.section_at]):
            self.assembler.assume_section(section)
            self.assembler.furnish(self.printed[index].number, cells[self.section_at])
            cells[self.section_at] = ""

    def _next_width(self, index: int) -> int:
        """Return how many cells the next table row has; more than its header's: the header's last titles are lost."""
        for line in self.lines[index + 1 : index + 12]:
            cells = self._cells(line.rstrip())
            if printed_number(cells[0]) or (len(cells) > 1 and not cells[0]):
                return len(cells)
        return 0

    def _partial_header(self, index: int, width: int) -> None:
        """Go on with the columns before, or, where the rows' width fits these no more, in the section that it fits."""
        if self.assembler.headed or width == len(self.rows.columns):
            return
        for section, columns in DEFAULTS.items():
            if len(columns) == width:
                self._assume(index, section)

    def _assume(self, index: int, section: Section | None) -> None:
        """Take the section that a header row's titles tell where no heading says so."""
        if section is None or section is self.assembler.section:
            return
        self.assembler.note(
            f"第{self.printed[index].number}行的表头之前没有该部分的标题，按表头归入“{SECTION_NAMES[section]}”部分。"
        )
        self.assembler.assume_section(section)
        self._new_section()

    def _new_section(self) -> None:
        self.rows.columns, self.rows.titles, self.last_ordinal, self.in_paragraphs = (), [], 0, False

    # --- outline lines -------------------------------------------------------------------------------------------

    def _outline(self, index: int, cells: list[str], filled: list[int]) -> bool:
        """Take a line that is no row: heading, title, count, date, cover, contents, page number."""
        if len(filled) > 2 or sum(len(cells[position]) for position in filled) > 160:
            return False
        line, lone = self.printed[index].number, len(cells) == 1
        apart = lone or filled == [0]  # a cell merged over the whole table is no cell of a row
        text = "".join(cells[position] for position in filled)
        if outline.contents_entry(text) or (apart and outline.is_page_number(text)):
            return True
        if filled == [0, 1] and self.following[index] is not None:
            category = outline.category_of_row(cells[0], cells[1])
            if category:
                return self._category(line, category, lone=False)
        if filled[0] > 1 or (len(filled) == 2 and outline.lone_count(cells[filled[1]]) is None):
            return False
        if outline.is_contents_title(text):
            self.assembler.contents()
        elif heading := outline.section_heading(text) or self._sheet_heading(index):
            if heading.section is not self.assembler.section:
                self._new_section()
            self.assembler.section_heading(line, heading)
        elif apart and (title := outline.title(text)):
            self.assembler.title(line, title)
        elif not lone and (declared := outline.lone_count(text)) is not None:
            self.assembler.count(line, declared)
        elif category := outline.category_heading(text):
            return self._category(line, category, lone=lone and not self.printed[index].heading)
        elif (category := outline.bare_category(text)) and self._stands_as_category(index, cells, text):
            self.assembler.category_heading(line, category)
        else:
            return apart and self._cover(index, text)
        return True

    def _stands_as_category(self, index: int, cells: list[str], text: str) -> bool:
        """Tell whether a heading without ordinal and count stands where one can: alone in a table row before a numbered
        row; outside the table only if lists all over the country use the name.
        """
        if self.following[index] is None or self.assembler.section is None or not cells[0]:
            return False
        return len(cells) == len(self.rows.columns) if len(cells) > 1 else text in KNOWN_CATEGORIES

    def _sheet_heading(self, index: int) -> outline.SectionHeading | None:
        """Return the section that the line's name of a sheet says; a name is shorter than a printed heading."""
        return outline.sheet_heading(self.lines[index]) if self.printed[index].heading else None

    def _category(self, line: int, heading: outline.CategoryHeading, *, lone: bool) -> bool:
        """Take a category heading; one on a line of its own and without a count must be the next in the sequence."""
        if lone and heading.declared is None and heading.ordinal != self.last_ordinal + 1:
            return False
        self.last_ordinal = heading.ordinal or self.last_ordinal
        self.assembler.category_heading(line, heading)
        return True

    def _cover(self, index: int, text: str) -> bool:
        """Take a line of a cover: a count, a date, a place, an issuing body."""
        line = self.printed[index].number
        closing = index >= self.closing and self.assembler.row is not None
        under_row = self.assembler.row is not None and not self.blank and not self.page_ended
        if under_row and not closing and not self._title_follows(index):
            return False  # text of its last cell
        if (declared := outline.lone_count(text)) is not None:
            self.assembler.count(line, declared)
        elif edition := outline.edition(text):
            self.assembler.date(line, edition)
        elif not closing and (place := places.parse(text)) != Place() and self._is_place_line(index, place):
            self.assembler.place_line(line, text, place)
        else:
            return outline.is_attachment(text) or (
                (closing or self.assembler.row is None) and outline.is_cover_line(text)
            )
        return True

    def _is_place_line(self, index: int, place: Place) -> bool:
        levels = sum(name is not None for name in place.model_dump().values())
        if self.printed[index].heading:
            return True
        return levels > 1 or self._title_follows(index) or self.assembler.is_of_list(place)

    def _title_follows(self, index: int) -> bool:
        """Tell whether the next line that is not blank is a title, a section heading or a header row."""
        text = next((line for line in self.lines[index + 1 : index + 6] if line.strip()), "")
        return bool(outline.title(text) or outline.section_heading(text) or is_table_header(text))
