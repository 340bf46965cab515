"""``python -m tools.write_pictures``: write the pictures of docs/explorer.md from the explorer over the bundled samples.

Needs Chromium. The pictures have few colours, so that they stay small.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.views import VIEWS, go
from tools.sample_server import samples_loaded, served

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
_SHOWN = ("home", "department", "township", "duty", "compare", "match")
_PHONE = ("department",)
_COLOURS = 128


def main() -> None:
    """Write every picture anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, samples_loaded(Path(folder)) as settings, served(settings) as address:
        _draw(address, (1280, 860), _SHOWN, "")
        _draw(address, (390, 780), _PHONE, "-phone")


def _draw(address: str, size: tuple[int, int], names: tuple[str, ...], suffix: str) -> None:
    width, height = size
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": height}, base_url=address)
        page.goto("/")
        for name in names:
            go(page, VIEWS[name][0])
            with Image.open(io.BytesIO(page.screenshot())) as image:
                few = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
                few.save(PICTURES / f"{name}{suffix}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
