"""The fictional list as a scan: a page drawn with a real font, askew and a little grey."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from tests.writers import Block, Paragraph, Table

_SIZE = (1654, 2339)  # A4 at 200 points an inch
_MARGIN, _LINE, _PADDING, _TEXT = 90, 50, 12, 36
_SIMPLIFIED = 2  # Noto's collections draw characters as in Japan, Korea, China … in this order
_WIDTHS = {2: (1, 9), 3: (1, 4, 5), 5: (2, 4, 5, 8, 7)}


@cache
def chinese_font() -> str | None:
    """Return the path of a font with Chinese characters on this machine, ``None`` where there is none."""
    try:
        found = subprocess.run(["fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    files = sorted(
        line.rstrip(": ") for line in found.splitlines() if line.rstrip(": ").endswith((".ttc", ".ttf", ".otf"))
    )
    return max(files, key=lambda file: ("Regular" in file, "Serif" in file), default=None)


def draw(blocks: Sequence[Block], *, angle: float = 0.0) -> Image.Image:
    """Return the blocks drawn on one page, turned by an angle in degrees."""
    page = Image.new("RGB", _SIZE, (250, 250, 248))
    pen = ImageDraw.Draw(page)
    file = chinese_font() or ""
    font = ImageFont.truetype(file, _TEXT, index=_SIMPLIFIED if "NotoS" in file and file.endswith(".ttc") else 0)
    top = _MARGIN
    for block in blocks:
        if isinstance(block, Paragraph):
            pen.text((_MARGIN, top), block.text, font=font, fill=(20, 20, 20))
            top += 2 * _LINE
        else:
            top = _draw_table(pen, font, block, top) + _LINE
    return page.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=(250, 250, 248))


def write_image(blocks: Sequence[Block], *, angle: float = 0.0, kind: str = "PNG") -> bytes:
    """Return the page as the bytes of an image file, or of a PDF that holds nothing but the image."""
    out = io.BytesIO()
    draw(blocks, angle=angle).save(out, kind, resolution=200)
    return out.getvalue()


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for character in paragraph:
            if line and font.getlength(line + character) > width and character not in "，。、；：）》”":
                lines.append(line)
                line = ""
            line += character
        lines.append(line)
    return lines


def _draw_table(pen: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont, table: Table, top: int) -> int:
    """Draw a table whose cells reach over columns, not rows, and return where it ends."""
    columns = max(sum(cell.across for cell in cells) for cells in table.rows)
    shares = _WIDTHS[columns]
    borders = [_MARGIN + (_SIZE[0] - 2 * _MARGIN) * sum(shares[:index]) // sum(shares) for index in range(columns + 1)]
    for cells in table.rows:
        column, placed = 0, []
        for cell in cells:
            left, right = borders[column], borders[column + cell.across]
            placed.append((left, right, _wrapped(cell.text, font, right - left - 2 * _PADDING)))
            column += cell.across
        bottom = top + 2 * _PADDING + _LINE * max(len(lines) for _, _, lines in placed)
        for left, right, lines in placed:
            pen.rectangle((left, top, right, bottom), outline=(0, 0, 0), width=2)
            for index, line in enumerate(lines):
                pen.text((left + _PADDING, top + _PADDING + _LINE * index), line, font=font, fill=(20, 20, 20))
        top = bottom
    return top
