"""Inline text of a web page → lines: texts joined, blanks collapsed, the numbers of list items printed before them."""

from __future__ import annotations

import re

from lxml import etree

from loaders.formats.blocks import Block, Paragraph
from loaders.formats.html_rows import integer
from loaders.formats.numbers import has_number, number_text

_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(none|[a-z]+(?:-[a-z]+)*)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_LIST_STYLES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting", "cjk-decimal": "chineseCounting",
}  # fmt: skip
"""The types of <ol> and of CSS, by the names that Word has for them."""


def shown_text(text: str) -> str:
    """Return a text as browsers show it: without soft hyphens, its blanks collapsed."""
    return _BLANKS.sub(" ", text.replace("\xad", "")).strip()


class Flow:
    """Collects the lines of an element: inline texts joined, blanks collapsed, numbers of list items before them."""

    def __init__(self, element: etree._Element) -> None:
        self.blocks: list[Block] = []
        self._preformatted = 0
        self._element = element
        self._pieces: list[str] = []
        self._lists: list[_List] = []
        self._number = ""  # of the list item that has no text yet

    def text(self, text: str | None, origin: etree._Element | None) -> None:
        """Add a text of an element; line ends part lines where it is preformatted."""
        if not text:
            return
        if not self._preformatted:
            self._pieces.append(_BLANKS.sub(" ", text.replace("\xad", "")))
            return
        first, *others = re.split(r"\r\n|\n|\r", text.replace("\xad", ""))
        self._pieces.append(first)
        for line in others:
            self.end_line(origin)
            self._pieces.append(line)

    def open(self, node: etree._Element) -> None:
        """Begin a block: a list, an item, preformatted text."""
        if node.tag == "pre":
            self._preformatted += 1
        elif node.tag in ("ol", "ul", "menu", "dir"):
            self._lists.append(_List(node))
        elif node.tag == "li" and self._lists:
            self._number += self._lists[-1].next_number(node)

    def close(self, node: etree._Element) -> None:
        """End a block; the number of an item without text is shown all the same."""
        if node.tag == "pre":
            self._preformatted -= 1
        elif node.tag == "li" and self._number:
            self.blocks.append(Paragraph(self._number.strip(), node))
            self._number = ""
        elif node.tag in ("ol", "ul", "menu", "dir") and self._lists:
            self._lists.pop()

    def end_line(self, origin: etree._Element | None) -> None:
        """End the line, where it has text, as a paragraph of its element."""
        text = "".join(self._pieces)
        self._pieces.clear()
        text = text.rstrip().replace("\xa0", " ") if self._preformatted else _BLANKS.sub(" ", text).strip()
        if not text.strip():
            return
        if self._number and not has_number(text):
            text = self._number + text
        self._number = ""
        self.blocks.append(Paragraph(text, self._element if origin is None else origin))


class _List:
    """A list and the number of its next item."""

    def __init__(self, node: etree._Element) -> None:
        self._ordered = node.tag == "ol"
        self._style = _list_style(node, "1")
        self._next = integer(node.get("start"), 1)
        self._step = 1
        if node.get("reversed") is not None:
            self._step = -1
            self._next = integer(node.get("start"), sum(1 for _ in node.iterchildren("li")))

    def next_number(self, item: etree._Element) -> str:
        """Return what is printed before the item, a blank at its end; "" for bullets and lists without marks."""
        number = integer(item.get("value"), self._next)
        self._next = number + self._step
        style = _LIST_STYLES.get(_list_style(item, self._style))
        if not self._ordered or style is None:
            return ""
        return number_text(number, style) + ("、" if style == "chineseCounting" else ". ")


def _list_style(node: etree._Element, default: str) -> str:
    found = _LIST_STYLE.search(node.get("style") or "")
    return found[1].lower() if found else (node.get("type") or default)
