"""Text as it is compared: simplified characters, plain widths, small letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import opencc

_BLANK = re.compile(r"\s+")


@lru_cache(maxsize=4_096)
def normalised(text: str) -> str:
    """Return the text in simplified characters, half-width letters and digits, small letters, without blanks."""
    return _BLANK.sub("", _to_simplified(unicodedata.normalize("NFKC", text)).lower())


def _to_simplified(text: str) -> str:
    converted: str = _converter().convert(text)
    return converted


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
