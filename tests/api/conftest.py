"""A client of the API over the three lists."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

import api
from graphkb.settings import Settings
from tests.api.serving import loaded_settings as loaded_settings


@pytest.fixture(scope="session")
def client(loaded_settings: Settings) -> Iterator[TestClient]:
    """A client of the application, without a network between."""
    with TestClient(api.create_app(loaded_settings), base_url="http://localhost") as started:
        yield started
