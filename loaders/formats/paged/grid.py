"""Rules → tables: the cells that drawn lines part, merged ones included.

The positions of all rules of a table make a fine grid; its squares that no rule parts are one cell. So a border that is
not drawn (an open side, a row cut by the page's end) and double, dashed or interrupted rules need no case of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.formats.paged.model import Box, Rule

_NEAR = 3.0  # points: rules nearer to each other are one (double rules, the two sides of a thin rectangle)
_DASH = 5.0  # points: the longest gap inside a dashed rule
_DRAWN = 0.6  # share of a square's side that must be drawn to part it from its neighbour
_MOST_RULES = 1500  # of each kind on a page; more are a drawing


@dataclass(frozen=True)
class Grid:
    """A table's fine grid: the borders of its squares, and for each square (row by row) the first square of its cell."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cell_of: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def box(self) -> Box:
        """Return the table's rectangle."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def find(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the first square (row, column) of the cell at a point, ``None`` outside of the table."""
        row, column = bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1
        if 0 <= row < len(self.cell_of) and 0 <= column < len(self.columns) - 1:
            return self.cell_of[row][column]
        return None

    def boxes(self) -> dict[tuple[int, int], Box]:
        """Return the rectangle of each cell by its first square."""
        found: dict[tuple[int, int], Box] = {}
        for row, squares in enumerate(self.cell_of):
            for column, cell in enumerate(squares):
                box = Box(self.columns[column], self.rows[row], self.columns[column + 1], self.rows[row + 1])
                found[cell] = found[cell].around(box) if cell in found else box
        return found


def grids_of(rules: Iterable[Rule]) -> list[Grid]:
    """Return the tables that the rules draw, from the top; a frame without columns is none, nor is one inside a cell."""
    every = list(rules)
    across = _merged(rule for rule in every if rule.across)
    down = _merged(rule for rule in every if not rule.across)
    if max(len(across), len(down)) > _MOST_RULES:
        return []
    grids = [table for group in _connected(across, down) if (grid := _grid(*group)) for table in _tables(grid)]
    outer = [grid for grid in grids if not any(_inside(grid.box, other.box) for other in grids if other is not grid)]
    return sorted(outer, key=lambda grid: (grid.box.top, grid.box.left))


def _inside(box: Box, other: Box) -> bool:
    return box.left > other.left and box.right < other.right and box.top > other.top and box.bottom < other.bottom


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules with those on one line joined; the pieces of a dashed rule become one."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if lines and rule.at - lines[-1][0].at <= _NEAR:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return [joined for line in lines for joined in _joined(line)]


def _joined(line: Sequence[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in line) / len(line)
    start, end = None, 0.0
    for rule in sorted(line, key=lambda rule: rule.start):
        if start is None:
            start, end = rule.start, rule.end
        elif rule.start <= end + _DASH:
            end = max(end, rule.end)
        else:
            yield Rule(rule.across, at, start, end)
            start, end = rule.start, rule.end
    if start is not None:
        yield Rule(line[0].across, at, start, end)


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the rules that touch each other, directly or through others, as (across, down)."""
    waiting = set(range(len(down)))
    left = set(range(len(across)))
    while left:
        rows: list[Rule] = []
        columns: list[Rule] = []
        fresh = [left.pop()]
        while fresh:
            row = across[fresh.pop()]
            rows.append(row)
            met = {index for index in waiting if _touch(row, down[index])}
            waiting -= met
            for index in met:
                columns.append(down[index])
                reached = {other for other in left if _touch(across[other], down[index])}
                left -= reached
                fresh += reached
        yield rows, columns


def _touch(across: Rule, down: Rule) -> bool:
    return across.start - _NEAR <= down.at <= across.end + _NEAR and down.start - _NEAR <= across.at <= down.end + _NEAR


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    """Return the grid of touching rules; ``None`` for what has no two columns."""
    if not down:
        return None
    columns = _borders([rule.at for rule in down], [end for rule in across for end in (rule.start, rule.end)])
    rows = _borders([rule.at for rule in across], [end for rule in down for end in (rule.start, rule.end)])
    if len(columns) < 3 or len(rows) < 2:
        return None
    first: dict[tuple[int, int], tuple[int, int]] = {}

    def cell(square: tuple[int, int]) -> tuple[int, int]:
        while first.get(square, square) != square:
            square = first[square]
        return square

    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            square = (row, column)
            if column and not _drawn(down, columns[column], rows[row], rows[row + 1]):
                _unite(first, cell(square), cell((row, column - 1)))
            if row and not _drawn(across, rows[row], columns[column], columns[column + 1]):
                _unite(first, cell(square), cell((row - 1, column)))
    squares = tuple(tuple(cell((row, column)) for column in range(len(columns) - 1)) for row in range(len(rows) - 1))
    return Grid(tuple(columns), tuple(rows), squares)


def _tables(grid: Grid) -> list[Grid]:
    """Return the grid as the tables that it holds: one directly below the other they share the rules between them.

    Rows of one table share most of their columns' borders, or have fewer where cells are merged.
    """
    starts = [0]
    columns: list[set[int]] = [set()]
    for first, last in _bands(grid):
        own = {
            column
            for squares in grid.cell_of[first:last]
            for column in range(1, len(squares))
            if squares[column - 1] != squares[column]
        }
        shared = own & columns[-1]
        if not (own <= columns[-1] or columns[-1] <= own) and 2 * len(shared) <= min(len(own), len(columns[-1])):
            starts.append(first)
            columns.append(own)
        columns[-1] |= own
    ends = [*starts[1:], len(grid.cell_of)]
    return [_part(grid, first, last, sorted(own)) for first, last, own in zip(starts, ends, columns, strict=True)]


def _bands(grid: Grid) -> Iterator[tuple[int, int]]:
    """Yield the ranges of rows between which no cell reaches."""
    first = 0
    for row in range(1, len(grid.cell_of)):
        if all(cell[0] == row for cell in grid.cell_of[row]):
            yield first, row
            first = row
    yield first, len(grid.cell_of)


def _part(grid: Grid, first: int, last: int, columns: Sequence[int]) -> Grid:
    """Return the rows from ``first`` to before ``last`` as a grid of their own, with these borders inside it."""
    kept = [0, *columns]
    at = {column: index for index, column in enumerate(kept)}
    squares = tuple(
        tuple((row[column][0] - first, at.get(row[column][1], 0)) for column in kept)
        for row in grid.cell_of[first:last]
    )
    borders = [*(grid.columns[column] for column in kept), grid.columns[-1]]
    return Grid(tuple(borders), grid.rows[first : last + 1], squares)


def _unite(first: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    first[max(one, other)] = min(one, other)


def _borders(rules: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Return the positions of the rules, and of the outermost ends where no rule closes the table."""
    borders = sorted(set(rules))
    if min(ends) < borders[0] - _NEAR:
        borders.insert(0, min(ends))
    if max(ends) > borders[-1] + _NEAR:
        borders.append(max(ends))
    return borders


def _drawn(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Tell whether a rule at this position covers most of the stretch."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) < _NEAR / 2
    )
    return covered >= _DRAWN * (end - start)
