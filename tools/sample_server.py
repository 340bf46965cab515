"""The explorer over the bundled samples, served on a free port: for the browser's tests and for the documentation's pictures."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import uvicorn

import api
from graphkb.cli.intake import DocumentIntake
from graphkb.settings import Settings
from graphkb.stores import apply_schema, open_store, stop
from tools.samples import load_samples

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
    with open_store(settings) as store:
        apply_schema(store)
        load_samples(store, AT)
    yield settings
    stop(settings)
