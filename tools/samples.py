"""The bundled samples in a store: for tests, benchmarks and the documentation's pictures."""

from __future__ import annotations

from datetime import datetime
from importlib.resources import as_file, files

import loaders
from graphkb.ingest import load_reading
from graphkb.ingest.load import LoadReport
from graphkb.records import Reading
from graphkb.stores import Store


def sample_readings() -> list[Reading]:
    """Return all bundled sample documents, read."""
    with as_file(files("graphkb") / "samples") as folder:
        found = list(loaders.read_inputs([folder]))
    readings = [one for one in found if isinstance(one, Reading)]
    assert len(readings) == len(found), found
    return readings


def load_samples(store: Store, at: datetime | None = None) -> list[LoadReport]:
    """Load them into the store, which has its schema; ``at`` is the time that the loads are recorded under."""
    return [report for reading in sample_readings() for report in load_reading(store, reading, at=at)]
