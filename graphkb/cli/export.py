"""``graphkb export``: out of the store, in the formats of other tools."""

from __future__ import annotations

import shutil
import sys
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graphkb.catalogue import question_named
from graphkb.cli import options
from graphkb.cli.render import progress, say
from graphkb.errors import UsageError
from graphkb.export import FORMATS, Format, Report, Scope, export_answer, export_place
from graphkb.records import Section
from graphkb.settings import Settings
from graphkb.stores import Store, open_store


class ExportFormat(StrEnum):
    """Output of ``graphkb export``."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSONLD = "jsonld"
    NEO4J = "neo4j"


def export(
    format: Annotated[
        ExportFormat, typer.Option(help="; ".join(f"{known.name}: {known.says}" for known in FORMATS.values()) + ".")
    ] = ExportFormat.JSONL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File (neo4j: folder) to write; stdout where not given.")
    ] = None,
    division: Annotated[str | None, typer.Option(help="Only this division, of any level (id).")] = None,
    county: Annotated[str | None, typer.Option(help="Only the county of this name.")] = None,
    section: Annotated[Section | None, typer.Option(help="Only rows of this section.")] = None,
    all_editions: Annotated[
        bool | None,
        typer.Option("--all-editions/--current-only", help="Older editions too; without either, neo4j has them."),
    ] = None,
    question: Annotated[str | None, typer.Option(help="Instead: all rows of the answer to this question.")] = None,
    param: options.Param = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")] = False,
) -> None:
    """Write all of a place, or all of an answer, for spreadsheets, Gephi, linked data or another Neo4j."""
    wanted = FORMATS["jsonl" if as_json else format.value]
    if output is None and wanted.name in ("xlsx", "neo4j"):
        raise UsageError(f"--format {wanted.name}: say where to by --output")
    everything = wanted.name == "neo4j" if all_editions is None else all_editions
    scope = Scope(division=division, county=county, section=section, current=not everything)
    if question is None and param:
        raise UsageError("--param is for --question")
    if question is not None and scope != Scope(current=not everything):
        raise UsageError("--question has its parameters by --param, not --division, --county or --section")
    with open_store(Settings()) as store, tempfile.TemporaryDirectory() as temporary:
        target = output or Path(temporary) / "export"
        if question is None:
            report = _place(store, wanted, scope, target)
        else:
            asked = question_named(question)
            params = asked.parse(dict(options.key_value(text) for text in param or []))
            report = export_answer(store, wanted, asked, params, target)
        if output is None:
            with target.open("rb") as file:
                shutil.copyfileobj(file, sys.stdout.buffer)
    for note in report.notes:
        say(note)
    say(report.written + (f" written to {output}" if output else ""))


def _place(store: Store, format: Format, scope: Scope, target: Path) -> Report:
    with progress() as bar:
        task = bar.add_task(f"export {format.name} (lists)", total=None)
        return export_place(
            store, format, scope, target, lambda done, total: bar.update(task, completed=done, total=total)
        )
