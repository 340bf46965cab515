"""Excel workbooks up to 2003 (.xls, BIFF), through calamine.

Calamine gives values and merged cells, and neither number formats nor hidden rows: dates are written out as ISO 8601,
other numbers plainly, and hidden rows are read like others.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from graphkb.errors import UnreadableInput
from loaders.formats.number_formats import plain
from loaders.formats.spreadsheet import Sheet, printed_document
from loaders.lines import PrintedDocument

# The stream's first record (BOF of the globals, 2.4.21 of MS-XLS), perhaps WriteProtect (2.4.349), then FilePass (2.4.117):
# calamine says of an encrypted workbook no more than that it cannot tell the format.
_ENCRYPTED = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def read_xls(label: str, data: bytes) -> PrintedDocument:
    """Return the lines of a workbook's visible sheets. Raises UnreadableInput where it is damaged or encrypted."""
    notes: list[str] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = list(_sheets(workbook, notes))
    except CalamineError as error:
        if isinstance(error, PasswordError) or _ENCRYPTED.search(data):
            raise UnreadableInput(f"{label}: the document is protected by a password; save it without one.") from error
        raise UnreadableInput(f"{label}: the file is damaged ({error}); get an undamaged copy.") from error
    return printed_document(label, "xls", sheets, notes)


def _sheets(workbook: CalamineWorkbook, notes: list[str]) -> Iterator[Sheet]:
    for described in workbook.sheets_metadata:
        if described.visible != SheetVisibleEnum.Visible:
            notes.append(f"工作表“{described.name}”是隐藏的，没有读取。")
        elif described.typ != SheetTypeEnum.WorkSheet:
            notes.append(f"工作表“{described.name}”不是表格，没有读取。")
        else:
            yield _sheet(described.name, workbook.get_sheet_by_name(described.name), notes)


def _sheet(name: str, source: CalamineSheet, notes: list[str]) -> Sheet:
    sheet = Sheet(name)
    dates = 0
    _, first_column = source.start or (0, 0)
    for row, values in enumerate(source.iter_rows(), start=1):  # from the first row, but from the first column used
        if values.count("") == len(values):
            continue  # a sheet with one stray cell at its end has 16 million empty ones
        for column, value in enumerate(values, start=first_column + 1):
            sheet.put(row, column, _shown(value))
            dates += isinstance(value, datetime.date)
    for (top, left), (bottom, right) in source.merged_cell_ranges or ():
        sheet.merged.append((top + 1, left + 1, bottom + 1, right + 1))
    if dates:
        notes.append(f"工作表“{name}”有{dates}个日期，按年-月-日写出，其显示格式没有读到，请核对。")
    return sheet


def _shown(value: Value) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return plain(value)
        case _:
            return str(value)
