"""The store that exports are made of."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files

import pytest

import loaders
from graphkb.ingest import load_reading
from graphkb.records import Reading
from graphkb.settings import Settings
from graphkb.stores import Store, apply_schema, open_store, stop


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An embedded store with the bundled samples; tests must not write to it."""
    settings = Settings(store=f"embedded:{tmp_path_factory.mktemp('exports') / 'store'}")
    with open_store(settings) as opened:
        apply_schema(opened)
        with as_file(files("graphkb") / "samples") as folder:
            for reading in loaders.read_inputs([folder]):
                assert isinstance(reading, Reading)
                list(load_reading(opened, reading))
        yield opened
    stop(settings)
