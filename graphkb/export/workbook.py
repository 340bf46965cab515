"""Answers as an Excel workbook: a sheet a question, with Chinese headers, filters and a head that stays in view.

Limits: "Excel specifications and limits" (Microsoft): 1,048,576 rows a sheet, 32,767 characters a cell. Rows beyond go on in a
further sheet; of a longer text the beginning stands in its cell, with a remark, and the first sheet says where.
"""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from graphkb.catalogue.titles import column_title
from graphkb.export.cells import names_an_id, value_in_chinese

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
_SAMPLE = 200
"""Rows from which the widths of columns are told."""
_NARROWEST, _WIDEST = 6, 60
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML, of which workbooks are made, has no way to write; such characters become U+FFFD."""
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_HEAD = Font(bold=True)
_HEAD_FILL = PatternFill("solid", fgColor="DDE7F3")


class Book:
    """A workbook that is written row by row: no sheet is held in memory."""

    def __init__(self, about: Sequence[tuple[str, str]]) -> None:
        """``about`` are the first lines of the first sheet, 说明: what the book is, and of what."""
        self._book = Workbook(write_only=True)
        self._first = self._sheet("说明", [28, 90])
        self._notes: list[str] = []
        for line in (("导出时间", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")), *about):
            self._first.append(self._cells(self._first, line))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: type[BaseException] | None, *error: object) -> None:
        if failed is not None:  # half-written sheets would complain when they are collected
            for sheet in self._book.worksheets:
                with contextlib.suppress(Exception):
                    sheet.close()

    def add(self, title: str, says: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> int:
        """Add a sheet of these rows under Chinese headers; return how many rows. ``says`` goes to the first sheet."""
        waiting = iter(rows)
        columns = sorted(columns, key=names_an_id)  # ids stand last: people read the others
        count, part = 0, 1
        head = list(itertools.islice(waiting, _SAMPLE))
        widths = _widths(columns, head)
        rest: Iterable[Mapping[str, Any]] = head
        while True:
            name = title if part == 1 else f"{title} ({part})"
            written, filled = self._fill(name, columns, widths, rest, waiting if part == 1 else None)
            count += written
            if not filled:
                break
            rest, part = waiting, part + 1
        sheets = "" if part == 1 else f"，分为 {part} 个工作表"
        self._first.append(self._cells(self._first, (title, f"{count} 行{sheets}。{says}")))
        return count

    def save(self, path: Path) -> list[str]:
        """Write the file; return what had to be shortened, a sentence each."""
        for note in self._notes:
            self._first.append(self._cells(self._first, ("注意", note)))
        self._book.save(path)
        return self._notes

    def _fill(
        self,
        name: str,
        columns: Sequence[str],
        widths: Sequence[int],
        rows: Iterable[Mapping[str, Any]],
        then: Iterable[Mapping[str, Any]] | None,
    ) -> tuple[int, bool]:
        """Write one sheet; return its rows, and whether it is full so that there may be more."""
        sheet = self._sheet(name, widths)
        sheet.freeze_panes = "A2"
        sheet.append([_head_cell(sheet, column_title(column)[0]) for column in columns])
        written = 0
        for source in (rows, then or ()):
            for row in source:
                values = [value_in_chinese(column, row[column]) for column in columns]
                sheet.append(self._cells(sheet, values, f"{name} 第 {written + 2} 行"))
                written += 1
                if written == MOST_ROWS - 1:
                    break
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{written + 1}"  # type: ignore[attr-defined]  # bound at run time
        return written, written == MOST_ROWS - 1

    def _sheet(self, name: str, widths: Sequence[int]) -> WriteOnlyWorksheet:
        sheet = self._book.create_sheet(_sheet_name(name))
        assert isinstance(sheet, WriteOnlyWorksheet)
        for number, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width  # type: ignore[attr-defined]  # bound at run time
        return sheet

    def _cells(self, sheet: WriteOnlyWorksheet, values: Sequence[Any], where: str = "") -> list[Any]:
        cells = []
        for number, value in enumerate(values, start=1):
            if not isinstance(value, str):
                cells.append(value)
                continue
            cell = WriteOnlyCell(sheet, value=self._short(value, f"{where}第 {number} 列"))
            cell.data_type = "s"  # never a formula, whatever it begins with
            cell.alignment = _WRAPPED
            cells.append(cell)
        return cells

    def _short(self, text: str, where: str) -> str:
        text = _NOT_ALLOWED.sub("\ufffd", text)
        if len(text) <= MOST_CHARACTERS:
            return text
        remark = f"……（共 {len(text)} 字，单元格放不下，其余见 JSON Lines 或 CSV 导出）"
        self._notes.append(
            f"{where}：共 {len(text)} 字，超过单元格上限 {MOST_CHARACTERS} 字，其余见 JSON Lines 或 CSV 导出"
        )
        return text[: MOST_CHARACTERS - len(remark)] + remark


def _head_cell(sheet: WriteOnlyWorksheet, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font, cell.fill, cell.alignment = _HEAD, _HEAD_FILL, _WRAPPED
    return cell


def _sheet_name(name: str) -> str:
    """Return the name as a sheet may have it: 31 characters, none of []:*?/\\."""
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:31]


def _widths(columns: Sequence[str], sample: Sequence[Mapping[str, Any]]) -> list[int]:
    """Return the width of each column in characters of the usual size: a Chinese one counts as two."""
    widths = []
    for column in columns:
        texts = [str(value_in_chinese(column, row[column]) or "") for row in sample]
        lines = [line for text in (column_title(column)[0] + "  ", *texts) for line in text[:500].split("\n")]
        widths.append(max(_NARROWEST, min(_WIDEST, max(_columns_of(line) for line in lines) + 2)))
    return widths


def _columns_of(line: str) -> int:
    return sum(2 if character > "\u2e7f" else 1 for character in line)
