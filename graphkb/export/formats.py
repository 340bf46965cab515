"""The formats of exports, by name, and how each is written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkb.catalogue import EXPORT_DUTIES, Query, dataset_of
from graphkb.catalogue.query import Params
from graphkb.errors import UsageError
from graphkb.export.scope import Progress, Scope, refuse_change
from graphkb.stores import Store

# The writers are imported where they are used: the libraries behind them take longer to import than most commands to run.


@dataclass(frozen=True)
class Format:
    """One format: what it is for, its media type and the end of its files' names ("" for a folder)."""

    name: str
    says: str
    media_type: str
    suffix: str
    answers: bool = False
    """Whether the answer to one question can be written in it."""


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("jsonl", "one JSON object a duty", "application/jsonl", ".jsonl", answers=True),
        Format("csv", "for spreadsheets, a line a duty", "text/csv; charset=utf-8", ".csv", answers=True),
        Format(
            "xlsx",
            "Excel and WPS, a sheet a question",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xlsx",
            answers=True,
        ),
        Format("graphml", "the graph, for Gephi, yEd and networkx", "application/graphml+xml", ".graphml"),
        Format("gexf", "the graph, for Gephi", "application/gexf+xml", ".gexf"),
        Format("jsonld", "the graph as linked data, with W3C's ORG", "application/ld+json", ".jsonld"),
        Format("neo4j", "the graph as a folder of files for neo4j-admin database import", "", ""),
    )
}


@dataclass(frozen=True)
class Report:
    """What was written, in words, and what had to be shortened, a sentence each."""

    written: str
    notes: tuple[str, ...] = ()


def export_place(store: Store, format: Format, scope: Scope, target: Path, progress: Progress) -> Report:
    """Write what the scope covers; ``target`` is there with all of it, or as it was before.

    Raises NotFound for a place without lists, StoreFailure where something is loaded meanwhile, UsageError where the target
    cannot be written.
    """
    before = dataset_of(store)
    with _whole(target, folder=not format.suffix) as part:
        report = _write_place(store, format, scope, part, progress)
        refuse_change(store, before)
    return report


def export_answer(store: Store, format: Format, query: Query[Any, Any], params: Params, target: Path) -> Report:
    """Write all rows of the answer to one question, as :func:`export_place` does. Raises UsageError for other formats."""
    if not format.answers:
        known = ", ".join(known.name for known in FORMATS.values() if known.answers)
        raise UsageError(f"the answer to a question is exported as {known}, not as {format.name}")
    from graphkb.export import rows

    before = dataset_of(store)
    notes: list[str] = []
    with _whole(target, folder=False) as part:
        if format.name == "xlsx":
            count, notes = rows.write_answer_book(store, query, params, part)
        elif format.name == "csv":
            count = rows.write_spreadsheet(query.columns, rows.plain_rows(store, query, params), part)
        else:
            count = rows.write_jsonl(rows.plain_rows(store, query, params), part)
        refuse_change(store, before)
    return Report(f"{count} rows", tuple(notes))


def _write_place(store: Store, format: Format, scope: Scope, part: Path, progress: Progress) -> Report:
    from graphkb.export import rows
    from graphkb.export.bulk import write_bulk
    from graphkb.export.graph import Graph
    from graphkb.export.linked import write_jsonld
    from graphkb.export.xml import write_gexf, write_graphml

    if format.name == "xlsx":
        count, notes = rows.write_place_book(store, scope, part, progress)
        return Report(f"{count} duties", tuple(notes))
    if format.name == "csv":
        count = rows.write_spreadsheet(EXPORT_DUTIES.columns, rows.duty_rows(store, scope, progress), part)
        return Report(f"{count} duties")
    if format.name == "jsonl":
        return Report(f"{rows.write_jsonl(rows.duty_rows(store, scope, progress), part)} duties")
    with Graph(store, scope, progress, complete=format.name == "neo4j") as graph:
        if format.name == "neo4j":
            return Report(write_bulk(graph, part))
        write = {"graphml": write_graphml, "gexf": write_gexf, "jsonld": write_jsonld}[format.name]
        with part.open("wb") as file:
            return Report(write(graph, file))


@contextmanager
def _whole(target: Path, folder: bool) -> Iterator[Path]:
    """Give a path beside the target to write to; it takes the target's place once all is written, and is gone otherwise."""
    if folder and target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target}: there is something already; name a folder that is new or empty")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise UsageError(f"{target}: it cannot be written: {error.strerror}; name another place") from error
    part = beside / "part"
    try:
        if folder:
            part.mkdir()
        yield part
        if folder and target.exists():
            target.rmdir()
        os.replace(part, target)
    except OSError as error:
        raise UsageError(f"{target}: it cannot be written: {error.strerror}; name another place") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
