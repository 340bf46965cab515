"""Rows of a table of a web page → its cells in the columns where browsers place them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from loaders.formats.blocks import Block, Slot


def integer(value: str | None, default: int) -> int:
    """Return an attribute's leading integer as browsers read it, bounded; the default where there is none."""
    found = re.match(r"\s*[-+]?\d{1,9}", value or "")
    return int(found[0]) if found else default


@dataclass(frozen=True, slots=True)
class _Span:
    """A cell that reaches down: its columns and the last row (index in its group) that it reaches, if any is."""

    column: int
    across: int
    last_row: int


class RowGroup:
    """The rows of a thead, tbody or tfoot, or those outside; merged cells reach no further (HTML, Forming a table)."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.rows: list[list[tuple[etree._Element, list[Block]]]] = []
        self.row_open = False

    def open_row(self) -> None:
        """Begin a row."""
        self.rows.append([])
        self.row_open = True

    def add_cell(self, cell: etree._Element, blocks: list[Block]) -> None:
        """Add a cell to the last row; one outside rows makes one."""
        if not self.row_open:
            self.open_row()
        self.rows[-1].append((cell, blocks))

    def placed(self) -> Iterator[list[Slot]]:
        """Yield the rows with their cells where browsers place them: in the first column that is free."""
        spans: list[_Span] = []
        for index, row in enumerate(self.rows):
            spans = [span for span in spans if span.last_row >= index]
            covered = sorted(spans, key=lambda span: span.column)
            slots = [Slot(span.column, span.across, covered=True) for span in covered]
            column = 0
            for cell, blocks in row:
                column = _free(covered, column)
                across = min(max(integer(cell.get("colspan"), 1), 1), 1000)
                down = min(integer(cell.get("rowspan"), 1), 65534)
                slots.append(Slot(column, across, blocks))
                if down > 1 or down == 0:
                    spans.append(_Span(column, across, index + down - 1 if down else len(self.rows)))
                column += across
            yield sorted(slots, key=lambda slot: slot.column)


def _free(covered: list[_Span], column: int) -> int:
    """Return the first column from ``column`` on that no span takes."""
    for span in covered:
        if span.column <= column < span.column + span.across:
            column = span.column + span.across
    return column


def as_shown(groups: list[RowGroup]) -> list[RowGroup]:
    """Return the groups in printed order: the first head stands above, the first foot below all others."""
    head = next((group for group in groups if group.tag == "thead"), None)
    foot = next((group for group in groups if group.tag == "tfoot"), None)
    middle = [group for group in groups if group not in (head, foot)]
    return [*([head] if head else []), *middle, *([foot] if foot else [])]
