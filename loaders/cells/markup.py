"""From the pieces of a cell to its blocks of text: the markup that table extraction leaves in cells goes here.

Published lists come with ``<p>``, ``<ul>`` and ``<ol start=…>`` that are never closed and have no ``<li>``, with tags
that a page break cuts in two, and with angle brackets that are no tags (nested law titles). Only the tags named here
are markup; every other angle bracket is text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.cells.text import HAN, PAGE, TERMINATORS, WRAP
from loaders.raw import Piece

_TAG = re.compile(
    r"<\s*(/?)\s*(p|ol|ul|li|br|div|span|b|strong|em|i|u|font|a|sup|sub|table|tbody|thead|tr|td|th|h[1-6])"
    rf"(?![A-Za-z0-9])((?:[^<>\"'{HAN}]|\"[^\"<>]{{0,200}}\"|'[^'<>]{{0,200}}'){{0,300}})>",
    re.IGNORECASE,
)
_INLINE = frozenset({"span", "b", "strong", "em", "i", "u", "font", "a", "sup", "sub"})
_START = re.compile(r"\bstart\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_CUT_TAG = re.compile(r"<\s*/?\s*(?:[A-Za-z][A-Za-z0-9]{0,5}(?:\s[\sA-Za-z0-9=\"':;_-]{0,200})?)?$")
_NUMBERED_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_CLEANED = {
    **dict.fromkeys((*range(0x20), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)),
    **dict.fromkeys(map(ord, f"\n\r{PAGE}{WRAP}\u2028\u2029"), "\n"),
    ord("\t"): " ",
    **{0x2488 + index: f"{index + 1}." for index in range(20)},  # ⒈: digit and dot in one character
    **{0x2474 + index: f"（{index + 1}）" for index in range(20)},  # ⑴
}
"""Control and invisible characters go, so that the marks below are unmistakable; all line ends are one."""

_TO_CLEAN = re.compile(f"[{re.escape(''.join(map(chr, _CLEANED)))}]")
_SPACES = re.compile(r"[^\S\n]+")

_LIST, _ITEM, _PARAGRAPH, _END = "\x1c", "\x1d", "\x1e", "\x1f"
_MARK = re.compile(rf"(\n|{_LIST}\d*{_END}|{_ITEM}|{_PARAGRAPH}|{_END}|{PAGE}|{WRAP})")


@dataclass(frozen=True)
class Block:
    """A paragraph, list or list item of a cell; the text may hold the marks ``PAGE`` and ``WRAP``.

    ``listed`` says that it is a whole list element without ``<li>``, whose items run on and may have lost their
    numbers; ``start`` is the number of its first item where the element gives one.
    """

    text: str
    listed: bool = False
    start: int | None = None


def cell_blocks(pieces: Sequence[Piece], *, wrapped: bool) -> tuple[Block, ...]:
    """The blocks of a cell in order, without markup and without empty ones.

    A page break parts no blocks, whatever tags stand around it: the text decides whether the sentence goes on. Between
    other pieces a block ends, unless they are lines of a wrapped column.
    """
    return _Splitter().split(_tags_to_marks(_join(pieces, wrapped=wrapped)))


def _join(pieces: Sequence[Piece], *, wrapped: bool) -> str:
    """All pieces in one string, parted by the mark that says how far they belong together."""
    joined = ""
    ends = _heading_ends(pieces) if wrapped else frozenset[int]()
    for index, piece in enumerate(pieces):
        clean = piece.text.translate(_CLEANED) if _TO_CLEAN.search(piece.text) else piece.text
        text = _SPACES.sub(" ", clean)
        if index:
            soft = WRAP if wrapped else PAGE if piece.page_break else "\n"
            mark = "\n" if index in ends else soft
            cut = _CUT_TAG.search(joined[-300:])
            end = text.find(">") + 1
            if cut and end and _TAG.fullmatch(cut.group() + text[:end]):  # a tag that the break cut in two
                joined, text = joined + text[:end], text[end:]
            joined += mark
        joined += text
    return joined


def _heading_ends(pieces: Sequence[Piece]) -> frozenset[int]:
    """Indices of the wrapped lines that begin a new paragraph because a heading (一、…工作) ends on the line before.

    Such a heading has no full stop; that its last line is not full is what ends it.
    """
    widths = [_printed_width(piece.text.strip()) for piece in pieces]
    full = max(widths, default=0) - 2
    ends, inside = set(), False
    for index, piece in enumerate(pieces[:-1]):
        text = piece.text.strip()
        inside = bool(_NUMBERED_HEADING.match(text)) or inside
        if inside and (widths[index] < full or text[-1:] in TERMINATORS + "：:"):
            if text[-1:] not in TERMINATORS + "：:":
                ends.add(index + 1)
            inside = False
    return frozenset(ends)


def _printed_width(text: str) -> float:
    """Return the text's width in full characters: ASCII has half of one."""
    return len(text) - 0.5 * sum(map(str.isascii, text))


def _tags_to_marks(text: str) -> str:
    if "<" not in text:
        return html.unescape(text)

    def mark(tag: re.Match[str]) -> str:
        closes, name = bool(tag[1]), tag[2].lower()
        if name in _INLINE:
            return ""
        if name in ("ol", "ul"):
            start = _START.search(tag[3])
            return _END if closes else f"{_LIST}{start[1] if start else ''}{_END}"
        if closes or name == "br":
            return "\n"
        return _ITEM if name == "li" else _PARAGRAPH

    text = _TAG.sub(mark, text)
    cut = _CUT_TAG.search(text[-300:])
    if cut:  # a tag that breaks off at the end of the cell
        text = text[: len(text) - len(cut.group())]
    return html.unescape(text)


@dataclass
class _Splitter:
    """Walks over text and marks; ``soft`` and ``hard`` are the breaks met since the last text."""

    blocks: list[Block] = field(default_factory=list)
    body: str = ""
    body_listed: bool = False
    body_start: int | None = None
    listed: bool = False
    start: int | None = None
    soft: str = ""
    hard: bool = False
    opened: bool = False
    item: bool = False

    def split(self, text: str) -> tuple[Block, ...]:
        if not _MARK.search(text):  # as most cells: one paragraph
            return (Block(text.strip()),) if text.strip() else ()
        for index, part in enumerate(_MARK.split(text)):
            if index % 2:
                self._meet_mark(part)
            elif part.strip():
                self._meet_text(part)
            elif self.body and not (self.soft or self.hard):
                self.body += part
        self._close()
        return tuple(self.blocks)

    def _meet_mark(self, mark: str) -> None:
        if mark in (PAGE, WRAP):
            self.soft = mark
            return
        self.hard = True
        if mark[0] == _LIST:
            self.listed, self.opened = True, True
            self.start = int(mark[1:-1]) if mark[1:-1] else None
        elif mark == _ITEM:
            self.item = True
        elif mark == _END or (mark == _PARAGRAPH and not self.item):
            self.listed, self.start = False, None

    def _meet_text(self, text: str) -> None:
        new_list = self.opened and self.body.rstrip()[-1:] in TERMINATORS + "：:"
        if self.soft and self.body and not new_list:
            self.body += self.soft + text
        elif self.hard or self.soft or not self.body:
            self._close()
            self.body, self.body_listed, self.body_start = text, self.listed and not self.item, self.start
            if self.item and self.start is not None:
                self.start += 1
        else:
            self.body += text
        self.soft, self.hard, self.opened, self.item = "", False, False, False

    def _close(self) -> None:
        if self.body.strip():
            self.blocks.append(Block(self.body.strip(), self.body_listed, self.body_start))
        self.body = ""
