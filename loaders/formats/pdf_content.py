"""What a PDF page draws: its glyphs and rules, bounded in number, as pdfminer (the parser of pdfplumber) interprets it."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage, LTLine, LTRect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from graphkb.errors import OversizedInput
from loaders.formats.paged import Direction, Glyph, Rule
from loaders.formats.paged.model import Box

_MOST_OBJECTS = 200_000  # of one page; a page of a list draws some thousands
_MOST_UNPACKED = 300 * 2**20  # bytes of all streams that are no images
_MOST_CONTENT = 20 * 2**20  # bytes of drawing instructions of one page
_THIN = 4.0  # points: a filled rectangle that is not wider is a rule
_STRAIGHT = 1.0  # points by which a rule may lean
_OUTLINES = 30  # shapes on a page without text from which on its text is drawn as outlines
_UNKNOWN = 0.3  # share of glyphs whose character the font does not tell from which on a page is read as an image


class TooMuchDrawing(Exception):
    """A page draws more objects than any list does."""


@dataclass
class PageContent:
    """Glyphs in the document's order, rules, and whether the page's text can only be read from its image."""

    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    is_image: bool = False


class _Device(PDFPageAggregator):
    """Collects a page's objects, as pdfplumber's does, but not more than a bounded number."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.objects = self.unknown = 0

    def _count(self) -> None:
        self.objects += 1
        if self.objects > _MOST_OBJECTS:
            raise TooMuchDrawing

    def begin_figure(self, *args: Any) -> None:
        self._count()
        super().begin_figure(*args)

    def paint_path(self, *args: Any) -> None:
        self._count()
        super().paint_path(*args)

    def render_char(self, *args: Any) -> float:
        self._count()
        return super().render_char(*args)

    def handle_undefined_char(self, *args: Any) -> str:
        self.unknown += 1
        return super().handle_undefined_char(*args)


def read_content(resources: PDFResourceManager, page: PDFPage) -> PageContent:
    """Return what the page draws. Raises TooMuchDrawing, and whatever pdfminer raises for a damaged page."""
    if sum(len(stream.get_data()) for stream in page.contents) > _MOST_CONTENT:
        raise TooMuchDrawing
    device = _Device(resources)
    PDFPageInterpreter(resources, device).process_page(page)
    drawn = device.get_result()
    content = PageContent()
    images = shapes = 0
    for item in _flat(drawn):
        if isinstance(item, LTChar):
            if glyph := _glyph(item, drawn.height):
                content.glyphs.append(glyph)
        elif isinstance(item, LTCurve):
            shapes += 1
            content.rules.extend(_rules(item, drawn.height))
        elif isinstance(item, LTImage):
            images += 1
    visible = sum(not glyph.text.isspace() for glyph in content.glyphs)
    if visible:
        content.is_image = device.unknown > _UNKNOWN * visible
    else:
        content.is_image = bool(images) or shapes - len(content.rules) > _OUTLINES
    return content


def _flat(container: LTContainer[Any]) -> Iterator[LTComponent]:
    for item in container:
        if isinstance(item, LTContainer):
            yield from _flat(item)
        else:
            yield item


def _glyph(char: LTChar, height: float) -> Glyph | None:
    text = normalised(char.get_text())
    if not text:
        return None
    return Glyph(text, Box(char.x0, height - char.y1, char.x1, height - char.y0), _direction(char))


def _direction(char: LTChar) -> Direction:
    a, b = char.matrix[0], char.matrix[1]
    if abs(b) < 0.1 * abs(a):
        return Direction.ACROSS if a > 0 else Direction.OBLIQUE
    if abs(a) < 0.1 * abs(b):
        return Direction.UP if b > 0 else Direction.DOWN
    return Direction.OBLIQUE


_RADICALS = str.maketrans(
    "⺁⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
"""Those of the CJK Radicals Supplement that are whole characters → these (Unicode, EquivalentUnifiedIdeograph.txt)."""
_KANGXI = re.compile("[\u2f00-\u2fd5]")
_SIMPLIFIED = {"\u2f3e": "户", "\u2fad": "青", "\u2fc8": "黄"}  # where Unicode names the traditional form


def normalised(text: str) -> str:
    """Return the ideographs of radicals: printing programs confuse the two where a font draws both with one glyph."""
    if text.isascii():
        return text.replace("\x00", "")
    return _KANGXI.sub(_ideograph, text.translate(_RADICALS))


def _ideograph(radical: re.Match[str]) -> str:
    return _SIMPLIFIED.get(radical[0]) or unicodedata.normalize("NFKC", radical[0])


def _rules(shape: LTCurve, height: float) -> Iterator[Rule]:
    """Yield the rules that a shape draws: lines, thin filled rectangles, sides of stroked ones."""
    box = Box(shape.x0, height - shape.y1, shape.x1, height - shape.y0)
    if isinstance(shape, LTLine) or min(shape.width, shape.height) <= _THIN:
        yield from _thin(box)
    elif isinstance(shape, LTRect):
        if shape.stroke:
            yield Rule(True, box.top, box.left, box.right)
            yield Rule(True, box.bottom, box.left, box.right)
            yield Rule(False, box.left, box.top, box.bottom)
            yield Rule(False, box.right, box.top, box.bottom)
    elif shape.stroke:
        for (x, y), (to_x, to_y) in zip(shape.pts, shape.pts[1:], strict=False):
            yield from _thin(
                Box(min(x, to_x), height - max(y, to_y), max(x, to_x), height - min(y, to_y)), width=_STRAIGHT
            )


def _thin(box: Box, width: float = _THIN) -> Iterator[Rule]:
    across, down = box.right - box.left, box.bottom - box.top
    if down <= width and across > down:
        yield Rule(True, (box.top + box.bottom) / 2, box.left, box.right)
    elif across <= width and down > across:
        yield Rule(False, (box.left + box.right) / 2, box.top, box.bottom)


# --- bounds ------------------------------------------------------------------------------------------------------

_STREAM = re.compile(rb"stream\r?\n")


def check_unpacked_size(label: str, data: bytes) -> None:
    """Raise UnreadableInput where the document's streams unpack to more than any list needs, images left out."""
    total = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - 2000) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        layers = head.count(b"FlateDecode") + len(re.findall(rb"/Fl\b", head))
        if not layers or re.search(rb"/Subtype\s*/Image\b", head):
            continue
        total += _unpacked(data, match.end(), min(layers, 3), _MOST_UNPACKED - total)
        if total >= _MOST_UNPACKED:
            raise OversizedInput(
                f"{label}: the PDF unpacks to more than {_MOST_UNPACKED >> 20} MB, which no list needs; "
                "print it to a new PDF."
            )


def _unpacked(data: bytes, start: int, layers: int, most: int) -> int:
    """Return the size of the stream at ``start`` when unpacked, as far as ``most``."""
    chunks: Iterable[bytes] = (data[at : at + _CHUNK] for at in range(start, len(data), _CHUNK))
    for _ in range(layers):
        chunks = _inflated(chunks)
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size >= most:
            break
    return size


_CHUNK = 2**16


def _inflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what the packed chunks hold, as far as they are sound."""
    inflate = zlib.decompressobj()
    for chunk in chunks:
        rest = chunk
        while rest and not inflate.eof:
            try:
                yield inflate.decompress(rest, _CHUNK)
            except zlib.error:
                return
            rest = inflate.unconsumed_tail
        if inflate.eof:
            return
