"""Options that several commands share."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from graphkb.errors import UsageError
from graphkb.records import ListRecord, Place, Reading

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE…", help="Lists, folders or zip archives of lists.", show_default=False)
]
Jobs = Annotated[
    int | None, typer.Option(min=1, help="Documents read side by side; one a core where not given.", show_default=False)
]
Param = Annotated[list[str] | None, typer.Option("--param", "-p", metavar="KEY=VALUE", help="A parameter.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON to stdout.")]
Province = Annotated[str | None, typer.Option(help="Province, where a document does not print it.")]
Prefecture = Annotated[str | None, typer.Option(help="Prefecture, where a document does not print it.")]
County = Annotated[str | None, typer.Option(help="County, where a document does not print it.")]
Township = Annotated[str | None, typer.Option(help="Township, where a document does not print it.")]
Edition = Annotated[
    str | None, typer.Option(help="Edition (2025, 2025-08 or 2025-08-01), where a document prints no date.")
]

_EDITION = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def place(province: str | None, prefecture: str | None, county: str | None, township: str | None) -> Place:
    """Return the place that the options complete documents with."""
    return Place(province=province, prefecture=prefecture, county=county, township=township)


def key_value(text: str) -> tuple[str, str]:
    """Return key and value of ``--param key=value``; raises UsageError."""
    key, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--param {text}: write it as key=value")
    return key, value


def with_edition(reading: Reading, edition: str | None) -> Reading:
    """Return the reading with ``edition`` on the lists that print none; raises UsageError for what is no date."""
    if edition is None:
        return reading
    if not _EDITION.fullmatch(edition):
        raise UsageError(f"--edition {edition}: not a date; write it as 2025, 2025-08 or 2025-08-01")

    def complete(record: ListRecord) -> ListRecord:
        return record if record.edition else record.model_copy(update={"edition": edition})

    return reading.model_copy(update={"lists": tuple(complete(record) for record in reading.lists)})
