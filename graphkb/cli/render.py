"""How answers look in a terminal: tables for people, JSON for programs, remarks on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

_WIDTH_OF_FILES = 200
"""Columns of a table that goes to a file or pipe, where no terminal tells its width."""


def say(text: str) -> None:
    """Print a remark to stderr, as it stands."""
    print(text, file=sys.stderr, flush=True)


def print_json(value: BaseModel | dict[str, Any] | Sequence[BaseModel | dict[str, Any]]) -> None:
    """Print one JSON document to stdout, indented."""

    def plain(one: Any) -> Any:
        return one.model_dump(mode="json") if isinstance(one, BaseModel) else one

    document = [plain(v) for v in value] if isinstance(value, Sequence) else plain(value)
    print(json.dumps(document, ensure_ascii=False, indent=2))


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a table to stdout. Cells wrap and are never cut."""
    console = Console(width=None if sys.stdout.isatty() else _WIDTH_OF_FILES, highlight=False, markup=False)
    table = Table()
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(value) for value in row))
    console.print(title)
    console.print(table)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, list):
        return "\n".join(_cell(v) for v in value)
    if isinstance(value, dict | BaseModel):
        items = value if isinstance(value, dict) else value.model_dump()
        return "  ".join(f"{k}: {_cell(v)}" for k, v in items.items() if v not in (None, "", [], False))
    return str(value)


def progress() -> Progress:
    """Return a progress bar on stderr; it shows on a terminal only."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
