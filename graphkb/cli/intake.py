"""Documents that the API receives: read by ``loaders``, loaded by ``graphkb.ingest`` (implements ``api.intake.Intake``)."""

from __future__ import annotations

from pathlib import Path

import loaders
from api.intake import ListReport, Progress
from graphkb.cli.options import with_edition
from graphkb.ingest import LoadReport, load_reading, plan_list
from graphkb.records import Place, Reading
from graphkb.resolution.decisions import read_decisions
from graphkb.settings import Settings
from graphkb.stores import Store, apply_schema


class DocumentIntake:
    """The intake of ``graphkb serve``."""

    def __init__(self, settings: Settings) -> None:
        self._bounds = loaders.Bounds(seconds=settings.read_seconds, memory=settings.read_memory * 1024 * 1024)
        self._decisions = Path(settings.decisions)

    def read(self, name: str, data: bytes, completing: Place, edition: str | None) -> Reading:
        """Return what a document says, read in a worker process within the settings' limits."""
        return with_edition(loaders.read_upload(name, data, completing, bounds=self._bounds), edition)

    def plan(self, store: Store, reading: Reading) -> list[ListReport]:
        """Return what :meth:`load` would do."""
        return [_report(plan_list(store, reading.document, record)) for record in reading.lists]

    def load(self, store: Store, reading: Reading, progress: Progress) -> list[ListReport]:
        """Load the lists of a document as ``graphkb load`` does, people's decisions included."""
        apply_schema(store)
        decisions = read_decisions(self._decisions)
        reports: list[ListReport] = []
        duties = 0
        for record, report in zip(reading.lists, load_reading(store, reading, decisions=decisions), strict=True):
            reports.append(_report(report))
            duties += len(record.duties)
            progress(len(reports), duties)
        return reports


def _report(report: LoadReport) -> ListReport:
    return ListReport.model_validate(report.model_dump())
