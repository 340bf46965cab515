"""Rows as CSV for spreadsheet programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

MARK = "\ufeff"
"""What tells Excel and WPS that a file is UTF-8 (Unicode Standard, "Unicode Signature"); it stands first."""


def write_csv(file: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write a line of columns and the rows; return how many rows. Lists of texts stand in one cell, a line each."""
    writer = csv.writer(file)
    writer.writerow(columns)
    written = 0
    for row in rows:
        writer.writerow([harmless(cell_text(value)) for value in row])
        written += 1
    return written


def cell_text(value: Any) -> Any:
    """Return a value as a cell of a spreadsheet holds it: a text, a number, a truth value, or None.

    A list of texts becomes lines, a list of maps the JSON of each in a line of its own; a map becomes JSON.
    """
    if isinstance(value, list):
        return "\n".join(str(v) if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return value


def harmless(cell: Any) -> Any:
    """Return the cell; a text that a program would take for a formula gets an apostrophe in front (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
