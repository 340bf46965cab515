"""``graphkb cypher``: a statement of one's own, which may only read."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from graphkb.cli import options
from graphkb.cli.render import print_json, print_table, say
from graphkb.errors import UnreadableInput, UsageError
from graphkb.export.delimited import write_csv
from graphkb.reading import run_statement
from graphkb.settings import Settings
from graphkb.stores import open_store

_MOST_BYTES = 1_000_000
_LARGEST = 2**63
"""Integers of Cypher have 64 bits (Neo4j Cypher Manual, "Property, structural and constructed values")."""


class TableFormat(StrEnum):
    """Output of ``graphkb cypher``."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def cypher(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="File with one statement; - reads it from stdin.")],
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="KEY=VALUE", help="A parameter: JSON, or a text as it stands."),
    ] = None,
    format: Annotated[TableFormat, typer.Option(help="table for people, csv for spreadsheets, json for programs.")] = (
        TableFormat.TABLE
    ),
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help="Most rows to fetch.")] = 1_000,
    as_json: options.Json = False,
) -> None:
    """Run one Cypher statement that only reads, and print what it finds."""
    statement = _statement(file)
    parameters = dict(options.key_value(text) for text in param or [])
    with open_store(Settings(), reading=True) as store:
        found = run_statement(store, statement, {key: _typed(key, text) for key, text in parameters.items()}, limit)
    if as_json or format is TableFormat.JSON:
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        print_json({"rows": rows, "truncated": found.truncated})
    elif format is TableFormat.CSV:
        write_csv(sys.stdout, found.columns, found.rows)
    else:
        print_table("查询结果 · rows found", found.columns, found.rows)
    say(f"{len(found.rows)} rows" + ("; there are more: raise --limit" if found.truncated else ""))


def _statement(file: str) -> str:
    """Return the text of the file, or of stdin. Raises UnreadableInput."""
    try:
        with sys.stdin.buffer if file == "-" else Path(file).open("rb") as source:
            data = source.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableInput(f"{file}: it cannot be read: {error.strerror}; check the path.") from error
    if len(data) > _MOST_BYTES:
        raise UnreadableInput(f"{file}: it is larger than {_MOST_BYTES} bytes, which no statement is.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{file}: it is not UTF-8; save it as UTF-8 text.") from error


def _typed(key: str, text: str) -> Any:
    """Return the value of a parameter: what its JSON says, or the text itself where it is no JSON."""
    try:
        value = json.loads(text, parse_constant=str)
    except ValueError:
        return text
    if _beyond(value):
        raise UsageError(
            f'--param {key}: integers of more than 64 bits do not exist in Cypher; write "{text}" as a text'
        )
    return value


def _beyond(value: Any) -> bool:
    """Whether an integer that Cypher cannot hold stands in the value."""
    if isinstance(value, dict | list):
        return any(_beyond(inner) for inner in (value.values() if isinstance(value, dict) else value))
    return isinstance(value, int) and not -_LARGEST <= value < _LARGEST
