"""The store that exports are made of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graphkb.settings import Settings
from graphkb.stores import Store, apply_schema, open_store, stop
from tools.samples import load_samples


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An embedded store with the bundled samples; tests must not write to it."""
    settings = Settings(store=f"embedded:{tmp_path_factory.mktemp('exports') / 'store'}")
    with open_store(settings) as opened:
        apply_schema(opened)
        load_samples(opened)
        yield opened
    stop(settings)
