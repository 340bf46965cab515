"""Characters: which are Han, which spaces are meant, and the marks that stand for line ends inside a cell."""

from __future__ import annotations

import re

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Body of a character class: Han characters, 〇 included."""

PAGE = "\f"
"""Mark: a page ended here; the words on both sides may belong together."""
WRAP = "\v"
"""Mark: a printed line ended here because the column was full; the words on both sides belong together."""
TERMINATORS = "。；;！？!?"
"""Characters that can end a clause."""

_SPACE = re.compile(r"\s+")
_MEANT = re.compile(rf"[A-Za-z0-9]{{2}}|[A-Za-z][{HAN}]|[{HAN}][A-Za-z]")
"""The two characters beside a space that a writer meant."""
_HAN_ONLY = re.compile(f"[{HAN}]")


def tidy(text: str) -> str:
    """``text`` on one line without stray spaces; line and page ends join without a space.

    A space is meant between two Latin words or numbers, and between a Latin word and Han characters; everywhere else
    (between Han characters, beside punctuation, between a number and its unit) it comes from the typesetting.
    """

    def space(found: re.Match[str]) -> str:
        if PAGE in found.group() or WRAP in found.group():
            return ""
        beside = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        return " " if _MEANT.fullmatch(beside) else ""

    return _SPACE.sub(space, text)


def han(text: str) -> list[str]:
    """The Han characters of ``text``, in order."""
    return _HAN_ONLY.findall(text)
