"""The explorer over the bundled samples, served on a free port: for the browser's tests and for the documentation's pictures."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

import uvicorn

import api
import loaders
from graphkb.cli.intake import DocumentIntake
from graphkb.ingest import load_reading
from graphkb.records import Reading
from graphkb.settings import Settings
from graphkb.stores import apply_schema, open_store, stop

AT = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
"""When the samples are said to have been loaded, so that pictures do not change with the day."""


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The address of the page over a store, served by uvicorn until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(api.create_app(settings, DocumentIntake(settings)), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def samples_loaded(folder: Path) -> Iterator[Settings]:
    """The settings of an embedded store in the folder that holds the bundled samples; it is stopped at the end."""
    settings = Settings(
        store=f"embedded:{folder / 'store'}", keys=str(folder / "keys.json"), decisions=str(folder / "decisions")
    )
    with open_store(settings) as store, as_file(files("graphkb") / "samples") as samples:
        apply_schema(store)
        for reading in loaders.read_inputs([samples]):
            assert isinstance(reading, Reading), reading
            list(load_reading(store, reading, at=AT))
    yield settings
    stop(settings)
