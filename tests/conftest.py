"""Fixtures: the three stores, each test with an empty one, and the published lists that lie beside the project.

Stores that cannot be had here are skipped with the reason; with GRAPHKB_TEST_REQUIRE_ALL=1 they fail instead.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings as hypothesis_settings
from pydantic import SecretStr

from graphkb.settings import Settings
from graphkb.stores import Store, apply_schema, open_store, stop
from tools.neo4j import neo4j_local
from tools.wipe import wipe

STORES = ("embedded", "neo4j-5.26", "neo4j-2026")
_NEO4J = {"neo4j-5.26": neo4j_local.LTS, "neo4j-2026": neo4j_local.CURRENT}
_REQUIRE_ALL = os.environ.get("GRAPHKB_TEST_REQUIRE_ALL") == "1"

# The same examples at every run; a failure of one is a failure for all.
hypothesis_settings.register_profile("ci", derandomize=True, database=None, deadline=None)
hypothesis_settings.load_profile("ci")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a store, so that ``-m "not store"`` leaves it out."""
    for item in items:
        if "store_settings" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.store)


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or touches the store of who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith("GRAPHKB_"):
                patch.delenv(name)
        patch.setenv("GRAPHKB_STORE", f"embedded:{tmp_path_factory.mktemp('no-store') / 'of-any-test'}")
        yield


@pytest.fixture(scope="session", params=STORES)
def store_settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The settings of a running store of each kind; started once a session, with data of its own."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "embedded":
        settings = Settings(store=f"embedded:{folder / '库 with spaces'}")
        yield settings
        stop(settings)
        return
    try:
        server = neo4j_local.start(_NEO4J[request.param], folder, java_options=neo4j_local.SHORT_LIVED)
    except neo4j_local.Neo4jUnavailable as error:
        skip_or_fail(str(error))
    try:
        yield Settings(store=server.uri, user=neo4j_local.USER, password=SecretStr(server.password))
    finally:
        server.stop()


@pytest.fixture(scope="session")
def session_store(store_settings: Settings) -> Iterator[Store]:
    """The open store of the session, with schema; tests ask for ``store``, which is empty."""
    with open_store(store_settings) as opened:
        apply_schema(opened)
        yield opened


@pytest.fixture
def store(session_store: Store) -> Store:
    """An open, empty store with schema: the same test runs on all three."""
    wipe(session_store)
    return session_store


@pytest.fixture(scope="session")
def shared_lists() -> Path:
    """The folder of published lists beside the project."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "lists"
    if not folder.is_dir():
        skip_or_fail("the published lists are not beside the project (../shared/lists)")
    return folder


def skip_or_fail(reason: str) -> NoReturn:
    """Skip the test with one plain line, or fail it where everything is required."""
    if _REQUIRE_ALL:
        pytest.fail(f"{reason} (GRAPHKB_TEST_REQUIRE_ALL=1)", pytrace=False)
    pytest.skip(reason)
