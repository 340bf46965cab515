"""The text of a PDF with its layout kept: a printed line holds a line of every cell, columns stand below each other.

Programs that turn a PDF into text this way pad columns with blanks, so that a column starts at about the same character
in all lines of a page. A row's number may stand at its top or, where cells are centred, in its middle.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from graphkb.records import Place, Section
from loaders import outline as words
from loaders import places
from loaders.assemble import Assembler
from loaders.flow.lines import mark_of
from loaders.headers import HeaderColumn, column_of, section_of
from loaders.raw import LaidOut, Piece

_RUN = re.compile(r"\S+")
_GAP = re.compile(r"\S {2,}\S")
_ALIGNED = 0.2  # share of lines with a gap inside from which on a header row means columns
_HEADER_LINES = 3
_LONGEST_TITLE = 24
_AHEAD = 8  # lines in which each cell of a row begins
_BROKEN = 2.5  # what it costs at least that a row breaks off
_JITTER = 2  # characters by which a line's cell may begin left of its column
_SLACK = 1  # characters by which a title's second line may stand beside its first
_WIDE = frozenset({"responsibilities", "role", "method"})


@dataclass(frozen=True)
class _Run:
    """Text without blanks in line ``no``: ``start`` and ``end`` in ``raw``, ``left`` and ``right`` on the page."""

    no: int
    raw: str
    start: int
    end: int
    page: int
    left: int
    right: int

    @property
    def middle(self) -> float:
        """Return where the run's middle is on the page."""
        return (self.left + self.right) / 2

    @property
    def text(self) -> str:
        """Return the run's text."""
        return self.raw[self.start : self.end]


@dataclass(frozen=True)
class _Header:
    """A header row: its columns, and the stretch of characters that each title takes."""

    columns: tuple[HeaderColumn, ...]
    spans: tuple[tuple[int, int], ...]
    lines: int


@dataclass
class _Table:
    """Lines under header rows of the same columns, up to the next heading; each line's runs by column."""

    section: Section
    columns: tuple[HeaderColumn, ...]
    lines: list[dict[HeaderColumn, list[_Run]]] = field(default_factory=list)


def is_aligned(lines: Sequence[str]) -> bool:
    """Tell whether the lines show columns by gaps, below a header row that does."""
    filled = [line for line in lines if line.strip()]
    gaps = sum(_GAP.search(line.strip()) is not None for line in filled)
    if gaps < _ALIGNED * len(filled):
        return False
    runs = _runs(lines)
    return any(_header_at(runs, index) for index in range(len(runs)))


def read_aligned(lines: Sequence[str]) -> LaidOut:
    """Return the lists of a document whose columns are aligned; ``lines`` are its decoded lines.

    Raises nothing: what cannot be placed is a leftover.
    """
    return _AlignedReader(lines).read()


def _runs(lines: Sequence[str]) -> list[list[_Run]]:
    """Return the runs of each line that is not blank."""
    page, found = 0, []
    for no, raw in enumerate(lines, start=1):
        page += "\f" in raw
        margin = len(raw) - len(raw.lstrip("\f"))
        spans = [match.span() for match in _RUN.finditer(raw)]
        if spans:
            found.append([_Run(no, raw, start, end, page, start - margin, end - margin) for start, end in spans])
    return found


def _header_at(lines: Sequence[Sequence[_Run]], index: int) -> _Header | None:
    """Return the header row that starts at line ``index``; its titles may be wrapped over several lines."""
    found = None
    for count in range(1, _HEADER_LINES + 1):
        runs = [run for line in lines[index : index + count] for run in line]
        if any(run.end - run.start > _LONGEST_TITLE for run in runs) or len(lines) < index + count:
            break
        found = _titles(runs, count) or found
    return found


def _titles(runs: Sequence[_Run], count: int) -> _Header | None:
    """Return the header row that the runs of ``count`` lines make up, those above each other joined."""
    titles: list[tuple[int, int, str]] = []
    for run in sorted(runs, key=lambda run: -len(run.text)):
        above = next(
            (at for at, (start, end, _) in enumerate(titles) if start - _SLACK < run.right and run.left < end + _SLACK),
            None,
        )
        if above is None:
            titles.append((run.left, run.right, ""))
    titles.sort()
    for run in runs:
        at = min(range(len(titles)), key=lambda at: _apart(run, *titles[at][:2]))
        titles[at] = (*titles[at][:2], titles[at][2] + run.text)
    columns = [column_of(text) for _, _, text in titles]
    known = tuple(column for column in columns if column is not None)
    if len(known) < len(columns) or len(set(known)) < len(known) or not {"number", "name"} <= set(known):
        return None
    return _Header(known, tuple((start, end) for start, end, _ in titles), count)


def _apart(run: _Run, left: int, right: int) -> float:
    """Return how far the run is from standing below a title, at its left edge or its middle."""
    return min(abs(run.left - left), abs(run.middle - (left + right) / 2))


class _AlignedReader:
    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = _runs(lines)
        self._assembler = Assembler()
        self._table: _Table | None = None
        self._section: Section | None = None
        self._header: _Header | None = None
        self._bounds: tuple[int, ...] = ()

    def read(self) -> LaidOut:
        """Return what all lines say."""
        index = 0
        while index < len(self._lines):
            if header := _header_at(self._lines, index):
                self._meet_header(header, index)
                index += header.lines
                continue
            if not self._take_outline(index):
                self._take_text(index)
            index += 1
        self._close()
        return self._assembler.finish()

    # --- outline -------------------------------------------------------------------------------------------------

    def _meet_header(self, header: _Header, index: int) -> None:
        for line in self._lines[index : index + header.lines]:
            self._assembler.furnish(line[0].no, line[0].raw)
        section = section_of(header.columns) or self._section or Section.BASIC
        if self._table and (self._table.section, self._table.columns) != (section, header.columns):
            self._close()
        self._section, self._header = section, header
        self._table = self._table or _Table(section, header.columns)
        self._bounds = self._gutters(header, index + header.lines)

    def _gutters(self, header: _Header, index: int) -> tuple[int, ...]:
        """Return where each column but the first begins: between two titles, where runs start and few are cut."""
        runs: list[_Run] = []
        for at in range(index, len(self._lines)):
            line = self._lines[at]
            if at > index and (line[0].page != self._lines[index][0].page or _header_at(self._lines, at)):
                break
            runs += line
        starts = Counter(run.left for run in runs if not run.text.isdecimal())
        bounds = []
        for (_, left), (right, _) in pairwise(header.spans):
            cuts = {at: sum(run.left < at < run.right for run in runs) for at in range(left, right + _JITTER + 1)}
            bounds.append(min(cuts, key=lambda at: (cuts[at] - starts[at], abs(at - right))) if cuts else right)
        return tuple(bounds)

    def _take_outline(self, index: int) -> bool:
        """Take a title, heading, cover line or page number; return whether line ``index`` is one."""
        line = self._lines[index]
        no, text = line[0].no, line[0].raw.strip()
        if words.is_page_number(text) or words.is_rule(text) or self._is_bare_page_number(index):
            self._assembler.furnish(no, text)
            return True
        if _GAP.search(text):
            return False
        if section := words.section_heading(text):
            self._close()
            self._section, self._header = section.section, None
            self._assembler.section_heading(no, section)
        elif title := words.title(text):
            self._close()
            self._assembler.title(no, title)
        elif (category := words.category_heading(text)) and category.declared is not None:
            self._close()
            self._assembler.category_heading(no, category)
        elif self._table is not None or not self._take_cover(no, text):
            return False
        self._assembler.furnish(no, text)
        return True

    def _take_cover(self, no: int, text: str) -> bool:
        if words.is_contents_title(text):
            self._assembler.contents()
        elif date := words.edition(text):
            self._assembler.date(no, date)
        elif (count := words.lone_count(text)) is not None:
            self._assembler.count(no, count)
        elif not (words.contents_entry(text) or words.is_cover_line(text)):
            place = places.parse(text)
            if place == Place():
                return False
            self._assembler.place_line(no, text, place)
        return True

    def _is_bare_page_number(self, index: int) -> bool:
        line = self._lines[index]
        last = index + 1 == len(self._lines) or self._lines[index + 1][0].page != line[0].page
        return last and len(line) == 1 and line[0].text.isdecimal() and len(line[0].text) <= 3

    # --- rows ----------------------------------------------------------------------------------------------------

    def _take_text(self, index: int) -> None:
        line = self._lines[index]
        if self._header is None:
            self._assembler.leave(line[0].no, line[0].raw, "不在任何一行事项之内，也不是已知的标题、表头或页码")
            return
        if self._table is None:  # below a category's heading
            self._table = _Table(self._section or Section.BASIC, self._header.columns)
        cells: dict[HeaderColumn, list[_Run]] = {}
        before = -1
        for run, behind in zip(line, [*line[1:], None], strict=True):
            at = sum(bound <= run.middle for bound in self._bounds)
            if at == before and at < len(self._bounds) and run.left >= self._bounds[at] - _JITTER:
                taken = (
                    behind is not None and behind.middle < self._bounds[at + 1]
                    if at + 1 < len(self._bounds)
                    else behind
                )
                at += not taken
            cells.setdefault(self._header.columns[at], []).append(run)
            before = at
        self._table.lines.append(cells)

    def _close(self) -> None:
        """Hand the rows of the current table on."""
        table, self._table = self._table, None
        if table is None or not table.lines:
            return
        numbers = [index for index, cells in enumerate(table.lines) if _number(cells)]
        if not numbers:
            self._leave(table.lines)
            return
        cuts = _cuts(table, numbers)
        starts = [0, *(cut for cut, _ in cuts), len(table.lines)]
        doubts = [*(doubt for _, doubt in cuts), False]
        for number, (start, end), doubt in zip(numbers, pairwise(starts), doubts, strict=True):
            self._assemble_row(table, _number(table.lines[number]), table.lines[start:end])
            if doubt and self._assembler.row:
                self._assembler.row.doubt("本行与下一行在何处分开有几种读法，请对照原文核对。")

    def _leave(self, lines: Sequence[dict[HeaderColumn, list[_Run]]]) -> None:
        for cells in lines:
            for run in (run for runs in cells.values() for run in runs):
                self._assembler.leave(run.no, run.text, "表格中没有序号的文字。")

    def _assemble_row(self, table: _Table, number: str, lines: Sequence[dict[HeaderColumn, list[_Run]]]) -> None:
        runs = {column: [run for cells in lines for run in cells.get(column, ())] for column in table.columns}
        category = "".join(run.text for run in runs.get("category", ()))
        first = min(run.no for cell in runs.values() for run in cell)
        self._assembler.assume_section(table.section)
        row = self._assembler.start_row(first, number, category=category or None, wrapped=True)
        self._assembler.in_rows += len(number) + len(category)
        row.last_line = max(run.no for cell in runs.values() for run in cell)
        for column, cell in runs.items():
            if column == "category":
                continue
            if column == "number":
                self._leave([{column: [run for run in cell if run.text != number]}])
                continue
            for piece in _pieces(cell):
                self._assembler.add(column, piece)
            if not cell:
                row.doubt("有一栏没有读到内容，请对照原文核对。")


def _number(cells: dict[HeaderColumn, list[_Run]]) -> str:
    """Return the row's number that stands in the line, or ""."""
    texts = [run.text for run in cells.get("number", ())]
    return next((text for text in texts if text.isdecimal() and len(text) <= 4), "")


def _pieces(runs: Sequence[_Run]) -> Iterator[Piece]:
    """Yield a cell's printed lines; the first on a further page says that a page ended before it."""
    page = runs[0].page if runs else 0
    for no, line in groupby(runs, key=lambda run: run.no):
        found = list(line)
        yield Piece(no, found[0].raw[found[0].start : found[-1].end], found[0].page != page)
        page = found[0].page


def _cuts(table: _Table, numbers: Sequence[int]) -> list[tuple[int, bool]]:
    """Return for each number but the first the line where its row starts, and whether another line would do as well.

    Numbers stand at their rows' tops, unless text above the first one, or cells that would break off, show that they are
    centred. Then a row starts where every sentence of the row before is finished, every cell begins and no narrow cell is
    cut; of several such lines, at the last.
    """
    found: list[tuple[int, bool]] = []
    centred = numbers[0] > 0
    for above, below in pairwise(numbers):
        costs = {at: _cut_cost(table, above, at) for at in range(above + 1, below + 1)}
        best = min(costs, key=lambda at: (costs[at], -at))
        centred = centred or costs[below] > costs[best] + _BROKEN
        found.append((best, sum(cost <= costs[best] for cost in costs.values()) > 1))
    return found if centred else [(below, False) for below in numbers[1:]]


def _cut_cost(table: _Table, above: int, at: int) -> float:
    cost = 0.0
    for column in table.columns:
        ended = next((runs[-1].text for cells in reversed(table.lines[above:at]) if (runs := cells.get(column))), "")
        begun = next((runs[0].text for cells in table.lines[at : at + _AHEAD] if (runs := cells.get(column))), "")
        if column in _WIDE:
            cost += 0.0 if ended.endswith("。") else 1.0 if not ended or ended.endswith(("；", ";")) else 3.0
            mark = mark_of(begun)
            cost += 4.0 if mark and mark.value != 1 else 0.0
        elif ended and begun and column in table.lines[at] and column in table.lines[at - 1]:
            cost += 1.0
    return cost
