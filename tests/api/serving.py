"""Fixtures that the tests of the API and of the page share: the three lists in an embedded store, and a client."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graphkb.settings import Settings
from graphkb.stores import open_store, stop
from tests.api.lists import load_lists


@pytest.fixture(scope="session")
def loaded_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The settings of an embedded store that holds the three lists; tests must not write to it."""
    settings = Settings(store=f"embedded:{tmp_path_factory.mktemp('lists')}")
    with open_store(settings) as store:
        load_lists(store)
    yield settings
    stop(settings)
