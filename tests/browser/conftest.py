"""Real servers on free ports, and a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graphkb.settings import Settings
from tests.api.serving import loaded_settings as loaded_settings
from tests.conftest import skip_or_fail
from tools.sample_server import samples_loaded, served

PICTURES = Path(__file__).parent / "pictures"

OpenPage = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="session")
def address(loaded_settings: Settings) -> Iterator[str]:
    """The page over the three lists of the API's tests."""
    with served(loaded_settings) as address:
        yield address


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The settings of a store with the bundled samples (docs/samples.md)."""
    with samples_loaded(tmp_path_factory.mktemp("samples")) as settings:
        yield settings


@pytest.fixture(scope="session")
def samples_address(samples: Settings) -> Iterator[str]:
    """The page over the bundled samples."""
    with served(samples) as address:
        yield address


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


@pytest.fixture(scope="session")
def open_page(browser: Browser) -> OpenPage:
    """Opens the start page; afterwards it must have had no trouble, and have asked nobody but its server."""

    @contextmanager
    def opened(address: str, *, width: int = 1280, scheme: str = "light") -> Iterator[Page]:
        troubles: list[str] = []
        asked: set[str] = set()
        with browser.new_context(
            viewport={"width": width, "height": 900 if width > 800 else 844},
            color_scheme=scheme,  # type: ignore[arg-type]  # callers pass light or dark
            base_url=address,
            accept_downloads=True,
        ) as context:
            page = context.new_page()
            page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
            page.goto("/")
            yield page
            # The browser itself reports an answer of 4xx or 5xx; what the page says of it is tested.
            assert [t for t in troubles if not t.startswith("Failed to load resource")] == []
            assert asked - {""} <= {urlsplit(address).netloc}

    return opened
