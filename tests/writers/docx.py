"""The fictional list as a Word document, as Word writes it: merged cells merged, a paragraph for each line of a cell."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.table import _Cell

from tests.writers import Block, Paragraph, Table


def write_docx(blocks: Sequence[Block]) -> bytes:
    """Return the document; Word puts an empty paragraph after each table."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, Paragraph):
            document.add_paragraph(block.text)
        else:
            _write_table(document, block)
            document.add_paragraph()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _write_table(document: docx.document.Document, table: Table) -> None:
    width = sum(cell.across for cell in table.rows[0])
    written = document.add_table(rows=len(table.rows), cols=width)
    grid = [list(row.cells) for row in written.rows]  # once: looking cells up is slow
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(table.rows):
        left = 0
        for cell in row:
            while (top, left) in taken:
                left += 1
            bottom, right = top + cell.down - 1, left + cell.across - 1
            taken |= {(y, x) for y in range(top, bottom + 1) for x in range(left, right + 1)}
            merged = grid[top][left] if bottom == top and right == left else grid[top][left].merge(grid[bottom][right])
            _write_cell(merged, cell.text)


def _write_cell(cell: _Cell, text: str) -> None:
    first, *others = text.split("\n")
    cell.paragraphs[0].text = first
    for line in others:
        cell.add_paragraph(line)
