"""Blocks on the grid of a sheet: where each cell of a list stands when it is typed into a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.writers import Block, Paragraph


@dataclass(frozen=True)
class Placed:
    """A text in a sheet: its first row and column, counted from 1, and how many it reaches over."""

    row: int
    column: int
    text: str
    down: int
    across: int


def placed(blocks: Iterable[Block]) -> Iterator[Placed]:
    """Yield the cells of all blocks below each other; a paragraph is merged over the widest table's columns."""
    blocks = list(blocks)
    rows = [row for block in blocks if not isinstance(block, Paragraph) for row in block.rows]
    widest = max((sum(cell.across for cell in row) for row in rows), default=1)
    line = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            line += 1
            yield Placed(line, 1, block.text, 1, widest)
            continue
        taken: set[tuple[int, int]] = set()
        for row in block.rows:
            line += 1
            column = 1
            for cell in row:
                while (line, column) in taken:
                    column += 1
                yield Placed(line, column, cell.text, cell.down, cell.across)
                taken |= {
                    (line + below, column + beside) for below in range(cell.down) for beside in range(cell.across)
                }
                column += cell.across
