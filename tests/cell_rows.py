"""Rows as a layout reader hands them on, for tests of the cell readers; the place is fictional."""

from __future__ import annotations

from collections.abc import Sequence

from graphkb.records import DutyRecord, Item, Place, Section
from loaders.cells import Interpretation, interpret_fully
from loaders.raw import Column, Piece, RawRow

PLACE = Place(province="云岭省", prefecture="南屏市", county="青禾县", township="石桥镇")

Cell = str | Sequence[str]
"""A cell of one page, or its parts on several pages (the lines of a wrapped column)."""


def pieces(cell: Cell, *, wrapped: bool = False) -> tuple[Piece, ...]:
    """The pieces of ``cell`` on lines 1, 2, …: a page ends between two of them unless the column is wrapped."""
    parts = [cell] if isinstance(cell, str) else cell
    return tuple(Piece(line, text, page_break=line > 1 and not wrapped) for line, text in enumerate(parts, 1))


def raw_row(section: Section, *, wrapped: bool = False, **cells: Cell) -> RawRow:
    """A row with these cells."""
    columns: dict[Column, tuple[Piece, ...]] = {}
    for column in ("name", "departments", "responsibilities", "role", "method"):
        if column in cells:
            columns[column] = pieces(cells[column], wrapped=wrapped)
    lines = [piece.line for column in columns.values() for piece in column]
    return RawRow(section, "生态环保", "1", columns, 1, max(lines, default=1), wrapped)


def read(row: RawRow, place: Place = PLACE) -> Interpretation:
    """What the cell readers make of ``row``."""
    return interpret_fully(row, position=1, place=place, document="list.txt")


def cooperative(departments: Cell, responsibilities: Cell, role: Cell = "", *, wrapped: bool = False) -> DutyRecord:
    """The record of a cooperative row."""
    cells = {"name": "河道巡查", "departments": departments, "responsibilities": responsibilities, "role": role}
    return read(raw_row(Section.COOPERATIVE, wrapped=wrapped, **cells)).record


def reclaimed(method: Cell, *, wrapped: bool = False) -> DutyRecord:
    """The record of a reclaimed row."""
    return read(raw_row(Section.RECLAIMED, wrapped=wrapped, name="河道采砂许可", method=method)).record


def groups(record: DutyRecord) -> list[tuple[tuple[str, ...], list[tuple[str, str]]]]:
    """Bodies and their clauses (number, text) of a record."""
    return [(group.departments, pairs(group.items)) for group in record.responsibilities]


def pairs(items: Sequence[Item]) -> list[tuple[str, str]]:
    """Number and text of each item."""
    return [(item.number, item.text) for item in items]


def bodies(record: DutyRecord) -> list[str]:
    """The names in the department column."""
    return [mention.name for mention in record.departments]
