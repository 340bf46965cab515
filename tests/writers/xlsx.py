"""Blocks → an Excel workbook (.xlsx), as Excel writes it: merged cells, wrapped texts."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment

from tests.writers import Block
from tests.writers.grid import placed


def write_xlsx(blocks: Sequence[Block], name: str = "Sheet1") -> bytes:
    """Return a workbook of one sheet that holds all blocks below each other."""
    return write_sheets({name: blocks})


def write_sheets(sheets: Mapping[str, Sequence[Block]]) -> bytes:
    """Return a workbook with these sheets."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, blocks in sheets.items():
        sheet = workbook.create_sheet(name)
        for cell in placed(blocks):
            number = int(cell.text) if cell.text.isdecimal() else None
            written = sheet.cell(cell.row, cell.column, cell.text if number is None else number)
            written.alignment = Alignment(wrap_text=True, vertical="center")
            if cell.down > 1 or cell.across > 1:
                sheet.merge_cells(
                    start_row=cell.row,
                    start_column=cell.column,
                    end_row=cell.row + cell.down - 1,
                    end_column=cell.column + cell.across - 1,
                )
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    """Return the bytes of a workbook's file."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()
