"""Where findings stand: the fields of :class:`graphkb.check.records.Located`, from what the reading knows."""

from __future__ import annotations

from typing import TypedDict

from graphkb.check.records import RowRef
from graphkb.records import DutyRecord, PrintedText, Source


class Where(TypedDict):
    """The fields of :class:`graphkb.check.records.Located`."""

    line: int | None
    page: int | None
    cells: str | None


def where(source: Source) -> Where:
    """Return where a row stands: its first line, its first page, its cells."""
    return {"line": source.first_line, "page": source.page, "cells": source.cells}


def where_printed(line: int, furniture: dict[int, PrintedText]) -> Where:
    """Return where a heading stands, whose line is known; ``furniture`` is the document's, by line."""
    text = furniture.get(line)
    return {"line": line, "page": text.page if text else None, "cells": text.cells if text else None}


def row_ref(duty: DutyRecord) -> RowRef:
    """Return the reference by which reports name the row."""
    return RowRef(
        section=duty.section, position=duty.position, number=duty.number, name=duty.name, **where(duty.source)
    )
