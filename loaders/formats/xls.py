"""Excel workbooks up to 2003 (.xls, BIFF): values and merged cells through calamine, how they show from the records."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from openpyxl.utils.datetime import WINDOWS_EPOCH
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from graphkb.errors import DamagedInput, ProtectedInput
from loaders.formats.biff import LAST_COLUMN, SheetFacts, WorkbookFacts, workbook_facts
from loaders.formats.number_formats import GENERAL, shown
from loaders.formats.spreadsheet import Sheet, printed_document
from loaders.lines import PrintedDocument

Value = int | float | str | bool | time | date | datetime | timedelta

_ISO_DATE = "yyyy-mm-dd"  # for a date whose own format is not known


def read_xls(label: str, data: bytes) -> PrintedDocument:
    """Return the lines of a workbook's visible sheets. Raises UnreadableInput where it is damaged or encrypted."""
    notes: list[str] = []
    try:
        facts = workbook_facts(data)
        if facts.encrypted:
            raise ProtectedInput(f"{label}: the document is protected by a password; save it without one.")
        with _panics_as_errors(), CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = list(_sheets(workbook, facts, notes))
    except (CalamineError, ValueError) as error:
        raise DamagedInput(f"{label}: the file is damaged ({error}); get an undamaged copy.") from error
    return printed_document(label, "xls", sheets, notes)


@contextmanager
def _panics_as_errors() -> Iterator[None]:
    """Raise ValueError where calamine panics, as it does on some damaged files; its exception is none that is caught."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise ValueError(f"its values cannot be read: {error}") from error
        raise


def _sheets(workbook: CalamineWorkbook, facts: WorkbookFacts, notes: list[str]) -> Iterator[Sheet]:
    for described, own in zip(workbook.sheets_metadata, facts.sheets, strict=True):
        if described.visible != SheetVisibleEnum.Visible:
            notes.append(f"工作表“{described.name}”是隐藏的，没有读取。")
        elif described.typ != SheetTypeEnum.WorkSheet:
            notes.append(f"工作表“{described.name}”不是表格，没有读取。")
        else:
            yield _sheet(described.name, workbook.get_sheet_by_name(described.name), own)


def _sheet(name: str, source: CalamineSheet, facts: SheetFacts) -> Sheet:
    sheet = Sheet(name, hidden_rows=facts.hidden_rows, hidden_columns=facts.hidden_columns)
    _, first_column = source.start or (0, 0)
    for row, values in enumerate(source.iter_rows(), start=1):  # from the first row, but from the first column used
        if values.count("") == len(values):
            continue  # a sheet with one stray cell at its end has 16 million empty ones
        for column, value in enumerate(values, start=first_column + 1):
            sheet.put(row, column, _shown(value, facts.codes.get((row, column), GENERAL)))
    for (top, left), (bottom, right) in source.merged_cell_ranges or ():
        sheet.merged.append((top + 1, min(left + 1, LAST_COLUMN), bottom + 1, min(right + 1, LAST_COLUMN)))
    return sheet


def _shown(value: Value, code: str) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case str():
            return value
        case int() | float():
            return shown(value, code)
        case _:
            return shown(_days(value), _ISO_DATE if code == GENERAL else code)


def _days(value: time | date | datetime | timedelta) -> float:
    """Return a moment as the days since 1899-12-30, a duration as days."""
    match value:
        case timedelta():
            return value / timedelta(days=1)
        case time():
            return (datetime.combine(WINDOWS_EPOCH, value) - WINDOWS_EPOCH) / timedelta(days=1)
        case datetime():
            return (value - WINDOWS_EPOCH) / timedelta(days=1)
        case _:
            return float((value - WINDOWS_EPOCH.date()).days)
