"""Rows as the text of a PDF: cells one after the other, each wrapped by its column's width.

Written after what such text looks like: a cell's end mostly shows as a blank line, cells of one line share it or follow
without one, and a line with a digit has a blank line behind it. A page's end is a leading space.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Column = Literal["category", "name", "departments", "responsibilities", "role", "method"]
Widths = dict[str, int]
"""Full characters by column; ASCII counts half."""

TITLES = {
    "number": "序号", "category": "事项类别", "name": "事项名称", "departments": "对应上级部门",
    "responsibilities": "上级部门职责", "role": "乡镇（街道）配合职责", "method": "承接部门及工作方式",
}  # fmt: skip
BASIC: tuple[Column, ...] = ("category", "name")
COOPERATIVE: tuple[Column, ...] = ("category", "name", "departments", "responsibilities", "role")
RECLAIMED: tuple[Column, ...] = ("category", "name", "method")
_WIDE = {"responsibilities", "role", "method"}


@dataclass(frozen=True)
class FlowRow:
    """A row's cells; the wide ones as paragraphs."""

    category: str
    name: str
    departments: str = ""
    responsibilities: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    method: tuple[str, ...] = ()

    def paragraphs(self, column: Column) -> tuple[str, ...]:
        """Return the paragraphs of a cell."""
        cell = getattr(self, column)
        return cell if isinstance(cell, tuple) else (cell,) if cell else ()


def wrap(paragraph: str, width: int) -> list[str]:
    """Return the lines of a paragraph in a column of that width."""
    lines, free = [""], float(width)
    for char in paragraph:
        taken = 0.5 if unicodedata.east_asian_width(char) in ("Na", "H", "N") else 1.0
        if taken > free:
            lines.append("")
            free = float(width)
        lines[-1] += char
        free -= taken
    return lines


def cell_text(row: FlowRow, column: Column) -> str:
    """Return the cell's text without line breaks: what a reader should find."""
    return "".join(row.paragraphs(column))


def printed_cell(paragraphs: Sequence[str], width: int, *, wide: bool) -> list[tuple[str, bool]]:
    """Return the cell's lines, each with whether a blank line follows it within the cell."""
    printed: list[tuple[str, bool]] = []
    for paragraph in paragraphs:
        lines = wrap(paragraph, width)
        printed += [(line, wide and any(map(str.isdecimal, line))) for line in lines[:-1]]
        printed.append((lines[-1], wide))
    return printed


def flow(cells: Sequence[Sequence[tuple[str, bool]]]) -> str:
    """Return printed cells one after the other."""
    text, before = "", 0
    for cell in cells:
        if not cell:
            continue
        if before:
            text += "\n\n" if before > 1 else " " if len(cell) == 1 else "\n"
        for line, blank in cell[:-1]:
            text += line + ("\n\n" if blank else "\n")
        text += cell[-1][0]
        before = len(cell)
    return text


def header(columns: Sequence[Column], widths: Widths) -> str:
    """Return the header row, its titles wrapped like cells."""
    names = ("number", *columns)
    return flow([printed_cell([TITLES[name]], widths.get(name, 2), wide=False) for name in names])


def row_text(number: int, row: FlowRow, columns: Sequence[Column], widths: Widths, *, alone: bool = False) -> str:
    """Return a row; ``alone`` prints its number on a line of its own."""
    cells = [printed_cell(row.paragraphs(column), widths[column], wide=column in _WIDE) for column in columns]
    return f"{number}{chr(10) if alone else ' '}{flow(cells)}"


def section_text(rows: Sequence[FlowRow], columns: Sequence[Column], widths: Widths, *, first: int = 1) -> str:
    """Return a section on one page: header row and rows."""
    texts = [row_text(number, row, columns, widths) for number, row in enumerate(rows, start=first)]
    return "\n\n".join([header(columns, widths), *texts])


def pages(*texts: str) -> list[str]:
    """Return the lines of pages that follow each other: each but the first starts with a space."""
    return "\n ".join(texts).split("\n")
