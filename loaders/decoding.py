"""Bytes → text: what format a file is of, told by its content, and in which encoding its text is.

Published lists come as UTF-8 with or without a byte order mark, as UTF-16 (Windows editors) and as GB18030 or GBK.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from graphkb.errors import UnreadableInput

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file (.doc, .xls)"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"PK\x03\x04", "an archive or office file"),
    (b"PK\x05\x06", "an empty archive"),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1d-\x1f\x7f\ufffe\uffff]")
_NEARLY_UTF8 = 0.002  # share of broken characters up to which a text is damaged UTF-8 and not another encoding
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Text:
    """A decoded file; ``encoding`` is Python's name of it (utf-8, utf-8-sig, utf-16, gb18030 …)."""

    text: str
    encoding: str

    def lines(self) -> list[str]:
        """Return the lines without their ends, as an editor counts them; a last line without an end counts."""
        lines = _LINE_END.split(self.text)
        return lines[:-1] if lines and not lines[-1] else lines


def decode(name: str, data: bytes) -> Text:
    """Return the file's text. Raises UnreadableInput for what is no text, saying what it is."""
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise UnreadableInput(f"{name}: the file is empty; give a file that holds a duty list.")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInput(f"{name}: this is {kind}, which graphkb cannot read; save it as plain text (.txt).")
    if _HTML.match(data[:2048].removeprefix(codecs.BOM_UTF8)):
        raise UnreadableInput(
            f"{name}: this is a web page (HTML), which graphkb cannot read; save it as plain text (.txt)."
        )
    decoded = _marked(name, data) or _unmarked(name, data)
    if len(_CONTROL.findall(decoded.text)) > max(2, len(decoded.text) // 200):
        raise UnreadableInput(f"{name}: this is a binary file and no text; save the list as plain text (.txt).")
    return decoded


def _marked(name: str, data: bytes) -> Text | None:
    """Decode a text that says by its byte order mark how it is encoded."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Text(data.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise _damaged(name, data, encoding.removesuffix("-sig"), error.start) from error
    return None


def _unmarked(name: str, data: bytes) -> Text:
    try:
        return Text(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        lenient = data.decode("utf-8", errors="replace")
        if lenient.count("\ufffd") <= max(1, _NEARLY_UTF8 * len(lenient)) and not lenient.isascii():
            raise _damaged(name, data, "UTF-8", error.start) from error
    best = from_bytes(data, cp_isolation=_CANDIDATES, enable_fallback=False).best()
    if best is None:
        raise UnreadableInput(
            f"{name}: this is a binary file, or text in an encoding that is not recognised; save it as UTF-8 text."
        )
    return Text(str(best), best.encoding)


def _damaged(name: str, data: bytes, encoding: str, position: int) -> UnreadableInput:
    line = data.count(b"\n", 0, position) + 1
    return UnreadableInput(
        f"{name}: the text is damaged at line {line} (byte {position}), where it is no valid {encoding.upper()}; "
        "get an undamaged copy, or save it again as UTF-8."
    )
