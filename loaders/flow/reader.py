"""From a text flow's lines to its lists: outline first, then what it tells about its columns, then its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from graphkb.records import Place, Section
from loaders import outline as words
from loaders.assemble import Assembler
from loaders.flow.columns import Page, split_page
from loaders.flow.costs import Track
from loaders.flow.evidence import Habits, learn_bodies, learn_widths
from loaders.flow.lines import Token, printed_lines
from loaders.flow.outline import Edition, Event, OutlineLine, Outliner, RowLines, Stray, learned_categories
from loaders.flow.titles import Header
from loaders.raw import Column, LaidOut, Piece

_PASSES = 2  # widths and bodies are learned from the split before; a third pass changes nothing
_SAMPLE = 50  # rows that they are learned from
_NAMES = {
    "category": "事项类别", "name": "事项名称", "departments": "对应上级部门", "responsibilities": "上级部门职责",
    "role": "乡镇配合职责", "method": "承接部门及工作方式",
}  # fmt: skip


@dataclass(frozen=True)
class _Cell:
    """The tokens of one column of a row on one page; the row's pages count from 0."""

    page: int
    column: str
    tokens: Sequence[Token]


@dataclass(frozen=True)
class _SplitRow:
    """A row's cells in printed order, the columns whose end is open, and whether categories are merged cells."""

    cells: tuple[_Cell, ...]
    open_ends: tuple[str, ...]
    merged: bool


def read_flow(lines: Sequence[str]) -> LaidOut:
    """Return the lists that a text flow holds; ``lines`` are the document's decoded lines.

    The layout is that of a PDF's text: cells follow each other in column order, wrapped by their column's width, a page
    break shows as a leading space or form feed. Raises nothing: what cannot be placed is a leftover.
    """
    printed = printed_lines(lines)
    categories = learned_categories(printed)
    outliner = Outliner(printed, categories)
    events = outliner.events()
    habits = Habits(categories, merged=not outliner.categorised, spaced=outliner.spaced)
    split: dict[int, _SplitRow] = {}
    for section in Section:
        rows = [event for event in events if isinstance(event, RowLines) and event.section is section]
        split |= {id(row): cells for row, cells in zip(rows, _split_rows(rows, habits), strict=True)}
    assembler = Assembler()
    for event in events:
        _assemble(event, split, assembler)
    return assembler.finish()


def _split_rows(rows: Sequence[RowLines], habits: Habits) -> list[_SplitRow]:
    """Return the cells of a section's rows, with the widths and bodies that the section itself shows."""
    tokens = [row.tokens() for row in rows]
    pairs = list(zip(rows, tokens, strict=True))
    sample = range(0, len(pairs), max(1, len(pairs) // _SAMPLE))
    split: dict[int, _SplitRow] = {}
    for _ in range(_PASSES):
        split = {index: _split_row(*pairs[index], habits) for index in sample}
        cells = [cell for row in split.values() for cell in row.cells]
        learned = replace(
            habits,
            widths=learn_widths((cell.column, cell.tokens) for cell in cells),
            bodies=learn_bodies(cell.tokens for cell in cells if cell.column == "departments"),
        )
        if learned == habits:
            break  # the sample's rows are split with what it shows: they would be split again as they are
        habits, split = learned, {}
    return [split[index] if index in split else _split_row(*pair, habits) for index, pair in enumerate(pairs)]


def _split_row(row: RowLines, tokens: Sequence[Token], habits: Habits) -> _SplitRow:
    """Return the row's cells page by page; a page's cells go on with those of the page before."""
    columns = tuple(column for column in row.columns if column != "number")
    pages = list(_pages(tokens))
    text = "".join(token.text for token in tokens)
    cells: list[_Cell] = []
    open_ends: list[str] = []
    tracks: dict[str, Track] = {}
    for at, page in enumerate(pages):
        split = split_page(page, Page(columns, habits, at == 0, at == len(pages) - 1, text, tracks))
        found = [_Cell(at, column, page[start:end]) for column, (start, end) in split.cells.items()]
        for cell in found:
            tracks.setdefault(cell.column, Track()).read(cell.tokens)
        cells += found
        open_ends += split.open_ends
    return _SplitRow(tuple(cells), tuple(dict.fromkeys(open_ends)), habits.merged)


def _pages(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the tokens of each page."""
    start = 0
    for index, token in enumerate(tokens):
        if index > start and token.page_break:
            yield tokens[start:index]
            start = index
    if start < len(tokens):
        yield tokens[start:]


# --- assembly ----------------------------------------------------------------------------------------------------


def _assemble(event: Event, split: dict[int, _SplitRow], assembler: Assembler) -> None:
    """Hand one event on to the assembler."""
    if isinstance(event, RowLines):
        _assemble_row(event, split[id(event)], assembler)
    elif isinstance(event, Stray):
        assembler.leave(event.line.no, event.line.text, event.reason)
    else:
        for line in event.lines:
            assembler.furnish(line.no, line.text)
        _assemble_heading(event, assembler)


def _assemble_heading(event: OutlineLine, assembler: Assembler) -> None:
    line, heading = event.lines[0].no, event.heading
    match heading:
        case words.Title():
            assembler.title(line, heading)
        case words.SectionHeading():
            assembler.section_heading(line, heading)
        case words.CategoryHeading():
            assembler.category_heading(line, heading)
        case Place():
            assembler.place_line(line, event.lines[0].text, heading)
        case Edition():
            assembler.date(line, heading.date)
        case int():
            assembler.count(line, heading)
        case "contents":
            assembler.contents()
        case Header() | str():
            pass


def _assemble_row(row: RowLines, split: _SplitRow, assembler: Assembler) -> None:
    assembler.assume_section(row.section)
    category = "".join(token.text for cell in split.cells if cell.column == "category" for token in cell.tokens)
    opened = assembler.start_row(row.lines[0].no, row.number, category=category or None, wrapped=True)
    assembler.in_rows += len(row.number) + len(category)
    opened.last_line = max(opened.last_line, row.lines[-1].no)
    if row.marks:
        assembler.add("name", Piece(row.lines[0].no, row.marks))
    for column, piece in _pieces(split.cells, row.section):
        assembler.add(column, piece)
    for doubt in _doubts(row, split):
        opened.doubt(doubt)


def _pieces(cells: Iterable[_Cell], section: Section) -> Iterator[tuple[Column, Piece]]:
    """Yield the cells' printed lines; the first that a cell has on a further page says that a page ended before it."""
    pages: dict[str, int] = {}
    for cell in cells:
        if cell.column == "category":
            continue
        column: Column = "method" if section is Section.RECLAIMED and cell.column != "name" else cell.column  # type: ignore[assignment]  # the columns of a cooperative header are those of a row
        for line, on_line in groupby(cell.tokens, key=attrgetter("line")):
            found = list(on_line)
            broke = pages.setdefault(column, cell.page) != cell.page
            pages[column] = cell.page
            yield column, Piece(line, found[0].raw[found[0].start : found[-1].end], broke)


def _doubts(row: RowLines, split: _SplitRow) -> Iterator[str]:
    if int(row.number) not in (1, row.expected):  # numbers may start again with each category
        yield f"序号{row.number}与上一行不连续，按上一行应为{row.expected}。"
    for column in split.open_ends:
        yield f"“{_NAMES[column]}”一栏在何处结束有两种读法，请对照原文核对。"
    found = {cell.column for cell in split.cells} | ({"category"} if split.merged else set())
    for column in _NAMES:
        if column in row.columns and column not in found:
            yield f"没有读到“{_NAMES[column]}”一栏的内容。"
