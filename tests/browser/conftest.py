"""A real server on a free port, and a real browser."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

import api
from graphkb.settings import Settings
from tests.api.serving import loaded_settings as loaded_settings
from tests.conftest import skip_or_fail

PICTURES = Path(__file__).parent / "pictures"


@pytest.fixture(scope="session")
def address(loaded_settings: Settings) -> Iterator[str]:
    """The address of the page, served by uvicorn over the three lists."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(api.create_app(loaded_settings), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window, with a new profile that Playwright takes away at the end."""
    executable = shutil.which("chromium")
    if executable is None:
        skip_or_fail("chromium is not installed (Debian, Ubuntu: apt install chromium fonts-noto-cjk)")
    with sync_playwright() as playwright:
        # --no-sandbox: CI runs as root, where Chromium's sandbox does not start.
        started = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield started
        started.close()
