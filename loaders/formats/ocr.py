"""Scanned pages and images → glyphs and rules, by the recognition of characters of the extra ``ocr`` (rapidocr).

Its models are part of the package; nothing is fetched. Everything is imported when needed, as few installations have it.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from graphkb.errors import DamagedInput, OversizedInput, ScanInput, UnreadableInput
from loaders.formats.paged import Glyph, Page, lines_of
from loaders.formats.paged.model import Box
from loaders.lines import PrintedDocument

MOST_PAGES = 150
"""Pages that are recognised at once; one takes seconds."""
RESOLUTION = 200 / 72
"""Pixels for each point."""
_A4_SHORT_SIDE = 595.0  # points
_MOST_PIXELS = 100_000_000
_LONGEST_SIDE = 4  # times the shorter one
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF")
_UPRIGHT = 1.5  # times its width that the box of a column of characters is high, at least


def read_image(label: str, data: bytes) -> PrintedDocument:
    """Return the printed lines of an image file, each of its pages (TIFF) on its own.

    Raises UnreadableInput for damaged and enormous images, and where the extra ``ocr`` is not installed.
    """
    recogniser = Recogniser(label)
    return PrintedDocument("image", "", lines_of(_image_pages(label, data, recogniser)))


def _image_pages(label: str, data: bytes, recogniser: Recogniser) -> Iterator[Page]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its limit is below ours
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        with image:
            count = getattr(image, "n_frames", 1)
            if count > MOST_PAGES:
                raise OversizedInput(
                    f"{label}: the image has {count} pages, more than the {MOST_PAGES} that are recognised at once; "
                    "split it."
                )
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
                _check_size(label, frame.size)
                upright = ImageOps.exif_transpose(frame).convert("RGB")
                scale = min(upright.size) / _A4_SHORT_SIDE  # images rarely tell the true size of their page
                size = [round(side * RESOLUTION / scale) for side in upright.size]
                yield recogniser.page(number, upright.resize((size[0], size[1])), RESOLUTION)
    except UnreadableInput:
        raise
    except Image.DecompressionBombError as error:  # of Pillow's own, larger limit
        raise _too_large(label) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise DamagedInput(f"{label}: the image is damaged ({error}); get an undamaged copy.") from error


def _check_size(label: str, size: tuple[int, int]) -> None:
    if size[0] * size[1] > _MOST_PIXELS:
        raise _too_large(label)
    if max(size) > _LONGEST_SIDE * min(size):
        raise OversizedInput(f"{label}: the image is {size[0]}×{size[1]} pixels, no page; cut it into pages.")


def _too_large(label: str) -> UnreadableInput:
    return OversizedInput(
        f"{label}: the image has more than {_MOST_PIXELS // 10**6} million pixels, which no page needs; "
        "save it at 200 pixels an inch."
    )


class Recogniser:
    """Recognises the characters of page images. Raises UnreadableInput where the extra ``ocr`` is not installed."""

    def __init__(self, label: str) -> None:
        try:
            import rapidocr
        except ImportError as error:
            raise ScanInput(
                f"{label}: the text is an image (a scan, or a font that does not name its characters), and the recognition of "
                "characters is not installed; "
                "install graphkb with the extra ocr, or give the list as a document with text."
            ) from error
        models = Path(rapidocr.__file__).parent / "models"
        found = {kind: next(iter(sorted(models.glob(f"*_{kind}_*.onnx"))), None) for kind in ("det", "rec")}
        if None in found.values():
            raise UnreadableInput(
                f"{label}: the recognition of characters is installed without its models (rapidocr/models), "
                "and none are fetched; install the extra ocr again."
            )
        self._engine = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.use_cls": False,  # upside-down lines; pages are upright
                "Global.max_side_len": 4000,
                "Det.model_path": str(found["det"]),
                "Rec.model_path": str(found["rec"]),
            }
        )

    def page(self, number: int, image: Image.Image, resolution: float) -> Page:
        """Return a page image of ``resolution`` pixels for each point as a page."""
        import numpy as np

        from loaders.formats.image_rules import find_rules, straighten

        straight = straighten(np.asarray(image.convert("RGB")))
        read: Any = self._engine(straight[:, :, ::-1], return_word_box=True, return_single_char_box=True)
        boxes = [] if read.boxes is None else read.boxes
        words = read.word_results or ((),) * len(boxes)
        lines = sorted(
            (
                _Recognised(corners, text, score, word, resolution)
                for corners, text, score, word in zip(boxes, read.txts or (), read.scores or (), words, strict=True)
            ),
            key=lambda line: (line.box.top, line.box.left),
        )
        glyphs = tuple(glyph for line in lines for glyph in line.glyphs())
        return Page(number, glyphs, tuple(find_rules(straight, resolution)), recognised=True)


class _Recognised:
    """A recognised line: its box in points, its text, and its characters with box and confidence where known."""

    def __init__(self, corners: Any, text: str, score: float, characters: Any, resolution: float) -> None:
        self.box, self.text, self.score = _box(corners, resolution), text, float(score)
        self.characters = [(character, float(sure), _box(around, resolution)) for character, sure, around in characters]

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the line's characters; where their boxes are not known, they share the line's evenly."""
        width, height = self.box.right - self.box.left, self.box.bottom - self.box.top
        if len(self.text) > 1 and height > _UPRIGHT * width:  # characters one below the other
            step = height / len(self.text)
            for index, character in enumerate(self.text):
                top = self.box.top + index * step
                yield Glyph(character, self.box._replace(top=top, bottom=top + step), confidence=self.score)
        elif "".join(character for character, _, _ in self.characters) == self.text.replace(" ", ""):
            following = [around.left for _, _, around in self.characters[1:]] + [self.box.right]
            for (character, sure, around), right in zip(self.characters, following, strict=True):
                gap = right - around.right  # boxes are as narrow as the ink: only a wide gap is one
                box = Box(around.left, self.box.top, right if gap < height else around.right, self.box.bottom)
                yield Glyph(character, box, confidence=sure)
        else:
            step = width / max(1, len(self.text))
            for index, character in enumerate(self.text):
                left = self.box.left + index * step
                yield Glyph(character, self.box._replace(left=left, right=left + step), confidence=self.score)


def _box(corners: Any, resolution: float) -> Box:
    """Return the upright box in points around four corners in pixels."""
    across, down = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    return Box(*(side / resolution for side in (min(across), min(down), max(across), max(down))))
