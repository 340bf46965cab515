"""Plain text: bytes → characters, in the encoding that the bytes themselves tell.

Published lists come as UTF-8 with or without a byte order mark, as UTF-16 (Windows editors) and as GB18030 or GBK.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from graphkb.errors import DamagedInput, ForeignFormat, UnreadableInput
from loaders.lines import PrintedDocument, text_lines

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1d-\x1f\x7f\ufffe\uffff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_SURELY_UTF8 = 8  # Han characters that read as UTF-8 by their bytes: by chance, bytes of GBK make one or two
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


def read_text(text: Text) -> PrintedDocument:
    """Return the lines of a plain text."""
    return PrintedDocument("text", text.encoding, text_lines(text.lines()))


def decode(name: str, data: bytes) -> Text:
    """Return the file's text. Raises UnreadableInput for what is no text, saying what it is."""
    decoded = _marked(name, data) or _unmarked(name, data)
    if len(_CONTROL.findall(decoded.text)) > max(2, len(decoded.text) // 200):
        raise ForeignFormat(f"{name}: this is a binary file and no text; save the list as plain text (.txt).")
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
        if _is_utf8(data[: error.start]):
            raise _damaged(name, data, "UTF-8", error.start) from error
        lenient = data.decode("utf-8", errors="replace")
        if lenient.count("\ufffd") <= max(1, _NEARLY_UTF8 * len(lenient)) and not lenient.isascii():
            raise _damaged(name, data, "UTF-8", error.start) from error
    if b"\x00" not in data and (line := next(_utf8_lines(data), 0)):
        raise UnreadableInput(
            f"{name}: the text is in two encodings: line {line} is UTF-8, and lines before it are not; save it all as UTF-8."
        )
    best = from_bytes(data, cp_isolation=_CANDIDATES, enable_fallback=False).best()
    if best is None:
        raise ForeignFormat(
            f"{name}: this is a binary file, or text in an encoding that is not recognised; save it as UTF-8 text."
        )
    return Text(str(best), best.encoding)


def _utf8_lines(data: bytes) -> Iterator[int]:
    """Yield the numbers of the lines that are UTF-8 and nothing else."""
    return (number for number, line in enumerate(data.split(b"\n"), start=1) if _is_utf8(line))


def _is_utf8(data: bytes) -> bool:
    """Tell whether the bytes are valid UTF-8 and hold so many Han characters that this is no chance."""
    try:
        return len(_HAN.findall(data.decode("utf-8"))) >= _SURELY_UTF8
    except UnicodeDecodeError:
        return False


def _damaged(name: str, data: bytes, encoding: str, position: int) -> UnreadableInput:
    line = data.count(b"\n", 0, position) + 1
    return DamagedInput(
        f"{name}: the text is damaged at line {line} (byte {position}), where it is no valid {encoding.upper()}; "
        "get an undamaged copy, or save it again as UTF-8."
    )
