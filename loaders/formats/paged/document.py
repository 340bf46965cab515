"""Pages → printed lines of the document: tables row by row, the text around them, page furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from graphkb.records import Region
from loaders.formats.paged.columns import parts_of
from loaders.formats.paged.furniture import furniture_of
from loaders.formats.paged.grid import Grid, grids_of
from loaders.formats.paged.model import Box, Direction, Glyph, Page
from loaders.formats.paged.text import (
    Run,
    TextLine,
    join_wrapped,
    line_of,
    lines_of_runs,
    on_lines,
    padding_of,
    runs_of,
)
from loaders.lines import Line, row_text


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells' texts, the positions into which cells from above reach, and its place."""

    cells: tuple[str, ...]
    covered: frozenset[int]
    box: Box
    confidences: tuple[float, ...]


@dataclass(frozen=True)
class PageText:
    """What a page says: its tables from the top, and around them lines in reading order and runs in the document's."""

    number: int
    recognised: bool
    turned: Direction
    """The direction of most of its text; boxes are as such text sees them."""
    tables: tuple[tuple[Row, ...], ...]
    around: tuple[TextLine, ...]
    runs: tuple[Run, ...]


def lines_of(pages: Iterable[Page]) -> tuple[Line, ...]:
    """Return the printed lines of the pages, which are read one by one and not kept."""
    texts = [_read(page) for page in pages]
    printed = list(_ruled_lines(texts)) if any(page.tables for page in texts) else _unruled_lines(texts)
    return tuple(replace(line, number=number, last=number) for number, line in enumerate(printed, start=1))


def _read(page: Page) -> PageText:
    turned = _most_common_direction(page.glyphs)
    glyphs, rules = page.glyphs, page.rules
    if turned is not Direction.ACROSS:
        glyphs = tuple(_turn(glyph, turned) for glyph in glyphs)
        rules = tuple(rule.turned(turned) for rule in rules)
    grids = grids_of(rules)
    runs = runs_of(glyphs, (_cell_at(grids, glyph) for glyph in glyphs))
    around = [run for run in runs if run.cell is None]
    tables = tuple(
        _rows(grid, [run for run in runs if run.cell and run.cell[0] == index], recognised=page.recognised)
        for index, grid in enumerate(grids)
    )
    return PageText(page.number, page.recognised, turned, tables, tuple(lines_of_runs(around)), tuple(around))


def _most_common_direction(glyphs: Sequence[Glyph]) -> Direction:
    """Return where most text of the page runs: a wide table may stand sideways on an upright page."""
    counts = Counter(glyph.direction for glyph in glyphs)
    counts.pop(Direction.OBLIQUE, None)
    return max(counts, key=counts.__getitem__, default=Direction.ACROSS)


def _turn(glyph: Glyph, turned: Direction) -> Glyph:
    """Return a glyph of a page on which most text has the direction ``turned``; other directions turn with it."""
    upright = glyph.direction is turned
    direction = (
        Direction.ACROSS
        if upright
        else Direction.OBLIQUE
        if glyph.direction is Direction.OBLIQUE
        else _TURNED[turned, glyph.direction]
    )
    return glyph._replace(box=glyph.box.turned(turned), direction=direction)


_TURNED = {
    (Direction.UP, Direction.ACROSS): Direction.DOWN,
    (Direction.UP, Direction.DOWN): Direction.OBLIQUE,
    (Direction.DOWN, Direction.ACROSS): Direction.UP,
    (Direction.DOWN, Direction.UP): Direction.OBLIQUE,
}  # upside down text is a watermark's, as oblique text


def _cell_at(grids: Sequence[Grid], glyph: Glyph) -> tuple[int, int, int] | None:
    """Return the table and cell that a glyph stands in; a watermark's lies over cells and stands in none."""
    if glyph.direction is Direction.OBLIQUE:
        return None
    box = glyph.box
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    for index, grid in enumerate(grids):
        if cell := grid.find(x, y):
            return index, *cell
    return None


def _rows(grid: Grid, runs: Sequence[Run], *, recognised: bool) -> tuple[Row, ...]:
    """Return the table's rows that hold text or that a cell with text reaches into."""
    boxes = grid.boxes()
    by_cell: dict[tuple[int, int], list[Run]] = {cell: [] for cell in boxes}
    for run in runs:
        if run.cell:
            by_cell[run.cell[1:]].append(run)
    lines = {cell: lines_of_runs(found) for cell, found in by_cell.items()}
    padding = padding_of((boxes[cell], found) for cell, found in lines.items())
    if recognised:  # boxes read off an image err by some pixels
        padding += _RECOGNISED_SLACK
    texts = {cell: _cell_text(boxes[cell], found, padding) for cell, found in lines.items()}
    rows = []
    for number, squares in enumerate(grid.cell_of):
        own = {cell for cell in squares if cell[0] == number}
        cells = tuple(texts[cell] if cell == (number, column) else "" for column, cell in enumerate(squares))
        covered = frozenset(column for column, cell in enumerate(squares) if cell[0] < number)
        if any(cells):
            box = Box(grid.columns[0], grid.rows[number], grid.columns[-1], grid.rows[number + 1])
            confidences = tuple(value for cell in own for line in lines[cell] for value in line.confidences)
            rows.append(Row(cells, covered, box, confidences))
    return tuple(rows)


def _cell_text(box: Box, lines: Sequence[TextLine], padding: float) -> str:
    text = ""
    for direction in Direction:
        found = [line for line in lines if line.direction is direction]
        if found:
            text += ("\n" if text else "") + join_wrapped(found, box.turned(direction).right - padding)
    return text


def _ruled_lines(pages: Sequence[PageText]) -> Iterator[Line]:
    """Yield the lines of each page from the top; a blank one ends each table and page."""
    furniture = furniture_of([page.around for page in pages])
    for page, known in zip(pages, furniture, strict=True):
        items: list[tuple[float, list[Line]]] = [
            (line.box.top, [_line(page, line.text, line.box, line.confidences, furniture=line in known)])
            for line in page.around
        ]
        for rows in page.tables:
            if rows:
                printed = [
                    _line(page, row_text(row.cells), row.box, row.confidences, covered=row.covered) for row in rows
                ]
                items.append((rows[0].box.top, [*printed, _BLANK]))
        for _, lines in sorted(items, key=lambda item: item[0]):
            yield from lines
        yield _BLANK


_BLANK = Line("", 0, 0)
_RECOGNISED_SLACK = 4.0  # points


def _unruled_lines(pages: Sequence[PageText]) -> list[Line]:
    """Return rows by the columns below a header row, or else the text flow, where a form feed begins each page."""
    furniture = furniture_of([page.around for page in pages])
    if parts := parts_of([page.runs for page in pages], furniture):
        lines: list[Line] = []
        for before, part in zip([None, *parts], parts, strict=False):
            if before and before.page != part.page:
                lines.append(_BLANK)
            confidences = [value for run in part.runs for value in run.confidences]
            text = row_text(part.texts())
            lines.append(_line(pages[part.page], text, part.box, confidences, furniture=part.furniture))
        return lines
    return [line for page, known in zip(pages, furniture, strict=True) for line in _flow_lines(page, known)]


def _flow_lines(page: PageText, furniture: set[TextLine]) -> Iterator[Line]:
    """Yield the page's lines in the order of the document; a blank one where there is room for one between them."""
    feed = "\f"
    above: TextLine | None = None
    for line in _in_document_order(page.runs):
        if above and line.box.top - above.box.bottom > line.size:
            yield _BLANK
        known = line in furniture
        yield _line(page, ("" if known else feed) + line.text, line.box, line.confidences, furniture=known)
        feed, above = (feed, above) if known else ("", line)


def _in_document_order(runs: Sequence[Run]) -> Iterator[TextLine]:
    """Yield the lines that runs which follow each other make; a gap in a line may be one between columns."""
    order = {id(run): index for index, run in enumerate(runs)}
    lines = sorted(on_lines(runs), key=lambda line: min(order[id(run)] for run in line))
    for line in lines:
        start = min(order[id(run)] for run in line)
        if len(line) == max(order[id(run)] for run in line) - start + 1:
            yield line_of(line)
        else:
            yield from (line_of([run]) for run in sorted(line, key=lambda run: order[id(run)]))


def _line(
    page: PageText,
    text: str,
    box: Box,
    confidences: Sequence[float],
    *,
    covered: frozenset[int] = frozenset(),
    furniture: bool = False,
) -> Line:
    sides = box.turned_back(page.turned)._asdict()
    region = Region(page=page.number, **{side: round(value, 1) for side, value in sides.items()})
    confidence = fmean(confidences) if page.recognised and confidences else None
    return Line(text, 0, 0, covered=covered, furniture=furniture, region=region, confidence=confidence)
