"""Blocks → an Excel workbook up to 2003 (.xls)."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlwt

from tests.writers import Block
from tests.writers.grid import placed


def write_xls(blocks: Sequence[Block], name: str = "Sheet1") -> bytes:
    """Return a workbook of one sheet that holds all blocks below each other."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet(name)
    for cell in placed(blocks):
        last_row, last_column = cell.row + cell.down - 2, cell.column + cell.across - 2
        value = float(cell.text) if cell.text.isdecimal() else cell.text
        sheet.write_merge(cell.row - 1, last_row, cell.column - 1, last_column, value)
    return saved(workbook)


def saved(workbook: xlwt.Workbook) -> bytes:
    """Return the bytes of a workbook's file."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()
