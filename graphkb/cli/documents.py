"""``graphkb parse`` and ``graphkb check``: reading lists without a store."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import loaders
from graphkb.check import CheckReport, reconcile
from graphkb.cli import options
from graphkb.cli.check_tables import print_report
from graphkb.cli.render import print_json, print_table, say
from graphkb.errors import UnreadableInput
from graphkb.records import DutyRecord, Place, Reading
from graphkb.settings import Settings

READ_WITH_ERRORS = 3
DISAGREEMENTS = 4


class ParseFormat(StrEnum):
    """Output of ``graphkb parse``."""

    JSONL = "jsonl"
    TABLE = "table"


def read_all(
    files: list[Path], completing: Place, failed: list[UnreadableInput], jobs: int | None = None
) -> Iterator[Reading]:
    """Yield a reading for each document; tell of those that cannot be read, collect them in ``failed``, and go on."""
    settings = Settings()
    bounds = loaders.Bounds(seconds=settings.read_seconds, memory=settings.read_memory * 1024 * 1024)
    for result in loaders.read_inputs(files, completing, jobs=jobs or settings.jobs, bounds=bounds):
        if isinstance(result, UnreadableInput):
            say(f"graphkb: {result}")
            failed.append(result)
            continue
        for note in result.notes:
            say(f"{result.document.name}: {note}")
        yield result


def parse(
    files: options.Files,
    format: Annotated[
        ParseFormat, typer.Option(help="jsonl: one JSON object a duty; table: for the eye.")
    ] = ParseFormat.JSONL,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")] = False,
    jobs: options.Jobs = None,
    province: options.Province = None,
    prefecture: options.Prefecture = None,
    county: options.County = None,
    township: options.Township = None,
) -> None:
    """Read lists and print their duties, one JSON object a line."""
    completing = options.place(province, prefecture, county, township)
    failed: list[UnreadableInput] = []
    for reading in read_all(files, completing, failed, jobs):
        for record in reading.lists:
            if format is ParseFormat.TABLE and not as_json:
                _print_duties(record.title, record.duties)
                continue
            for duty in record.duties:
                print(duty.model_dump_json())
    if failed:
        raise typer.Exit(READ_WITH_ERRORS)


def _print_duties(title: str, duties: tuple[DutyRecord, ...]) -> None:
    rows = (
        (d.section.value, d.category, d.number, d.name, [m.name for m in d.departments], f"L{d.source.first_line}")
        for d in duties
    )
    print_table(title, ("section", "category", "no.", "name", "departments", "line"), rows)


def check(
    files: options.Files,
    strict: Annotated[bool, typer.Option(help="Exit with 4 when anything disagrees.")] = False,
    as_json: options.Json = False,
    jobs: options.Jobs = None,
    province: options.Province = None,
    prefecture: options.Prefecture = None,
    county: options.County = None,
    township: options.Township = None,
) -> None:
    """Read lists and report what was read, what was not, and where a document disagrees with itself."""
    completing = options.place(province, prefecture, county, township)
    failed: list[UnreadableInput] = []
    reports: list[CheckReport] = []
    for reading in read_all(files, completing, failed, jobs):
        reports.append(reconcile(reading))
        if not as_json:
            print_report(reports[-1])
    if as_json:
        print_json(reports)
    if failed:
        raise typer.Exit(READ_WITH_ERRORS)
    if strict and any(report.disagreements for report in reports):
        raise typer.Exit(DISAGREEMENTS)
