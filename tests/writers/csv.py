"""Blocks → comma-separated values, as Excel saves a sheet: every row as wide as the sheet, a merged cell's text once."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from tests.writers import Block
from tests.writers.grid import placed


def write_csv(blocks: Sequence[Block], encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """Return the bytes of the file."""
    cells = {(cell.row, cell.column): cell.text for cell in placed(blocks)}
    rows, columns = max(row for row, _ in cells), max(column for _, column in cells)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    for row in range(1, rows + 1):
        writer.writerow([cells.get((row, column), "") for column in range(1, columns + 1)])
    return stream.getvalue().encode(encoding)
