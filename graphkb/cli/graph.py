"""``graphkb load``, ``graphkb query`` and ``graphkb export``: into the store, and out of it."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from graphkb.bodies import path_of
from graphkb.catalogue import QUESTIONS, dataset_of, question_named
from graphkb.check import reconcile
from graphkb.cli import options
from graphkb.cli.documents import DISAGREEMENTS, READ_WITH_ERRORS, read_all
from graphkb.cli.render import print_json, print_table, progress, say
from graphkb.errors import IncompletePlace
from graphkb.ingest import LoadReport, load_reading
from graphkb.records import Reading
from graphkb.resolution.decisions import read_decisions
from graphkb.settings import Settings
from graphkb.stores import Store, apply_schema, open_store

_PAGE = 1_000


def load(
    files: options.Files,
    strict: Annotated[
        bool, typer.Option(help="Leave out documents that disagree with themselves, and exit with 4.")
    ] = False,
    as_json: options.Json = False,
    edition: options.Edition = None,
    jobs: options.Jobs = None,
    province: options.Province = None,
    prefecture: options.Prefecture = None,
    county: options.County = None,
    township: options.Township = None,
) -> None:
    """Read lists and load them into the store; loading the same list again changes nothing."""
    completing = options.place(province, prefecture, county, township)
    failed: list[str] = []
    incomplete: list[IncompletePlace] = []
    disagreeing: list[str] = []

    def wanted() -> Iterator[Reading]:
        for reading in read_all(files, completing, failed, jobs):
            count = reconcile(reading).disagreements
            if count:
                disagreeing.append(reading.document.name)
                say(
                    f"{reading.document.name}: {count} disagreements{', not loaded' if strict else ''}; see graphkb check"
                )
            if not (count and strict):
                yield options.with_edition(reading, edition)

    with open_store(Settings()) as store:
        reports = load_readings(store, wanted(), incomplete)
    if as_json:
        print_json(reports)
    else:
        print_load_reports(reports)
    if failed:
        raise typer.Exit(READ_WITH_ERRORS)
    if incomplete:
        raise incomplete[0]
    if strict and disagreeing:
        raise typer.Exit(DISAGREEMENTS)


def load_readings(store: Store, readings: Iterable[Reading], incomplete: list[IncompletePlace]) -> list[LoadReport]:
    """Load documents one by one with a progress bar on a terminal; return a report for each list.

    A document whose place is not complete is collected in ``incomplete``, and the others go on.
    """
    apply_schema(store)
    decisions = read_decisions(Path(Settings().decisions))
    reports: list[LoadReport] = []
    with progress() as bar:
        for reading in readings:
            task = bar.add_task(reading.document.name, total=sum(len(record.duties) for record in reading.lists))
            try:
                for report in load_reading(store, reading, decisions=decisions):
                    reports.append(report)
                    bar.advance(task, report.added + report.updated + report.unchanged)
            except IncompletePlace as error:
                incomplete.append(error)
                say(f"graphkb: {error}")
    _remark_on_places(reports)
    if any(report.status != "unchanged" for report in reports) and dataset_of(store).matters_provisional:
        say(
            "The store has so many wordings that matters were not judged anew: what is new found a place beside what "
            "stands. graphkb resolve makes them those of all lists at once."
        )
    return reports


def _remark_on_places(reports: Iterable[LoadReport]) -> None:
    """Tell which places are not printed as they were loaded, and which are not in the table of divisions."""
    unknown: Counter[str] = Counter()
    for report in reports:
        if report.inferred:
            where = "".join(path_of(report.place))
            say(f"{report.document}: {where}: {', '.join(report.inferred)} not printed, but inferred")
        if report.unknown:
            unknown["".join(path_of(report.place.model_copy(update={"township": None})))] += 1
    if unknown:
        places = ", ".join(f"{place} ({count})" for place, count in sorted(unknown.items()))
        say(f"Loaded without code, as the table of divisions does not have their places (lists): {places}")


def print_load_reports(reports: list[LoadReport]) -> None:
    """Print what a load did, a line a list."""
    rows = [
        (r.place.county, r.place.township, r.edition, r.status, r.added, r.updated, r.unchanged, r.retired, r.document)
        for r in reports
    ]
    columns = ("county", "township", "edition", "status", "added", "updated", "unchanged", "retired", "document")
    print_table("载入结果 · loaded lists (duties)", columns, rows)


def query(
    name: Annotated[str | None, typer.Argument(help="The question; without it, the questions there are.")] = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", metavar="KEY=VALUE", help="A parameter.")] = None,
    as_json: options.Json = False,
) -> None:
    """Ask the store one of the catalogue's questions."""
    if name is None:
        _print_questions(as_json)
        return
    question = question_named(name)
    params = question.parse(dict(options.key_value(text) for text in param or []))
    with open_store(Settings()) as store:
        answer = question.run(store, params)
        if not answer.rows and dataset_of(store).lists == 0:
            say(
                f"The store {store.address} is empty: load lists first (graphkb load), or name another by GRAPHKB_STORE."
            )
    if as_json:
        print_json(answer)
        return
    title = f"{question.file.title} · {question.file.title_en}"
    print_table(title, question.columns, ([getattr(row, column) for column in question.columns] for row in answer.rows))
    say(f"{len(answer.rows)} rows" + (_more(answer.next) if answer.truncated else ""))


def _more(key: str | None) -> str:
    """Return how the answer's further rows are had."""
    return f"; there are more: --param after={shlex.quote(key)}" if key else "; there are more: raise --param limit="


def _print_questions(as_json: bool) -> None:
    rows = [
        {
            "name": q.name,
            "title": f"{q.file.title} · {q.file.title_en}",
            "parameters": [f.name for f in q.file.parameters],
            "question": q.file.question,
        }
        for q in QUESTIONS.values()
    ]
    if as_json:
        print_json(rows)
    else:
        print_table("问题目录 · questions", tuple(rows[0]), (tuple(row.values()) for row in rows))
