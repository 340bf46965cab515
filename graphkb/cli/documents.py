"""``graphkb parse`` and ``graphkb check``: reading lists without a store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import loaders
from graphkb.check import CheckReport, CheckResult, Tally, reconcile
from graphkb.check.page import MOST_ROWS, open_pages
from graphkb.cli import options
from graphkb.cli.check_tables import SummaryRow, print_report, print_summary, summary_rows
from graphkb.cli.render import print_json, print_table, say
from graphkb.errors import UnreadableInput, UsageError
from graphkb.records import DutyRecord, Place, Reading
from graphkb.settings import Settings

READ_WITH_ERRORS = 3
DISAGREEMENTS = 4


class ParseFormat(StrEnum):
    """Output of ``graphkb parse``."""

    JSONL = "jsonl"
    TABLE = "table"


def read_all(files: list[Path], completing: Place, failed: list[str], jobs: int | None = None) -> Iterator[Reading]:
    """Yield a reading for each document; tell of those that cannot be read, collect why in ``failed``, and go on."""
    settings = Settings()
    bounds = loaders.Bounds(seconds=settings.read_seconds, memory=settings.read_memory * 1024 * 1024)
    for result in loaders.read_inputs(files, completing, jobs=jobs or settings.jobs, bounds=bounds):
        if isinstance(result, UnreadableInput):
            say(f"graphkb: {result}")
            failed.append(str(result))
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
    failed: list[str] = []
    for reading in read_all(files, completing, failed, jobs):
        for record in reading.lists:
            if format is ParseFormat.TABLE and not as_json:
                _print_duties(record.title, record.duties)
                continue
            for duty in record.duties:
                print(duty.model_dump_json(exclude={"other_names"}))  # evidence for the graph, no part of the contract
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
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="Write the report as a page, with the original text beside the reading. A name that ends in .html: one page of "
            f"all documents, which shows all rows of the first {MOST_ROWS:,}, and beyond them the rows to look at. Any other "
            "name: a folder with index.html and a page with all rows for each document. An earlier report is replaced.",
        ),
    ] = None,
    jobs: options.Jobs = None,
    province: options.Province = None,
    prefecture: options.Prefecture = None,
    county: options.County = None,
    township: options.Township = None,
) -> None:
    """Read lists and report what was read, what was not, and where a document disagrees with itself."""
    completing = options.place(province, prefecture, county, township)
    if html:
        _refuse_among_lists(html, files)
    failed: list[str] = []
    tally = Tally()
    reports: list[CheckReport] = []  # for JSON alone: tables and pages keep no more of a document than its line
    rows: list[SummaryRow] = []
    with open_pages(html) if html else nullcontext() as pages:
        for reading in read_all(files, completing, failed, jobs):
            report = reconcile(reading)
            tally.add(report)
            if pages:
                pages.add(reading, report)
            if as_json:
                reports.append(report)
            else:
                print_report(report)
                rows += summary_rows(report)
        totals = tally.totals(failed=len(failed))
        if pages:
            say(pages.finish(totals, failed))
    if as_json:
        print_json(CheckResult(documents=tuple(reports), failed=tuple(failed), totals=totals))
    elif rows or failed:
        print_summary(rows, totals, failed)
    if failed:
        raise typer.Exit(READ_WITH_ERRORS)
    if strict and totals.disagreements:
        raise typer.Exit(DISAGREEMENTS)


def _refuse_among_lists(report: Path, files: list[Path]) -> None:
    """Raise UsageError where the report would lie among the lists, and so be read as one of them the next time."""
    for folder in files:
        if folder.is_dir() and report.resolve().is_relative_to(folder.resolve()):
            raise UsageError(
                f"{report}: this is inside {folder}, whose files are read as lists; give a path outside of it."
            )
