"""Elements of a web page → paragraphs and tables, as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from lxml import etree

from loaders.formats.blocks import Block, Paragraph, Table
from loaders.formats.html_rows import RowGroup, as_shown
from loaders.formats.html_text import Flow, shown_text
from loaders.tables import is_table_header

_BLOCK = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section",
    "summary", "table", "caption", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
"""Elements that begin and end a line (HTML, section Rendering: display block, list-item and table parts)."""
_UNSEEN = frozenset((
    "head", "script", "style", "template", "noscript", "title", "meta", "link", "xml", "iframe", "noframes",
    "noembed", "object", "audio", "video", "canvas", "datalist", "area", "base", "col", "colgroup", "param", "source",
    "track",
))  # fmt: skip
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_LONGEST_TITLE = 80  # characters of a header cell, blanks included
_DEEPEST = 20
"""Tables in tables that are told apart; what stands deeper is text of its cell."""


@dataclass(frozen=True)
class Content:
    """What a page shows, how many visible characters are hidden in it, and the files that its frames show."""

    blocks: list[Block]
    hidden: int
    frames: list[str]


def read_content(root: etree._Element) -> Content:
    """Return the content of a parsed page."""
    reader = _PageReader(root)
    frames = [str(frame.get("src")) for frame in root.iter("frame", "iframe") if frame.get("src")]
    return Content(reader.blocks(root), reader.hidden, frames)


def visible_length(element: etree._Element) -> int:
    """Return how many characters below an element are not blank; scripts and styles have none."""
    if element.tag in _UNSEEN:
        return 0
    total = 0
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        if event == "end":
            text = node.tail if node is not element else None
        elif node.tag in _UNSEEN:
            walker.skip_subtree()
            text = None
        else:
            text = node.text
        total += sum(map(len, (text or "").split()))
    return total


class _PageReader:
    def __init__(self, root: etree._Element) -> None:
        self.hidden = 0
        self._depth = 0
        self._root = root

    def blocks(self, element: etree._Element) -> list[Block]:
        """Return the blocks in an element."""
        flow = Flow(element)
        for event, node, walker in _walk(element):
            tag = node.tag
            if event == "end":
                if node is not element:
                    self._end(flow, node)
            elif node is not element and self._skips(node):
                walker()
            elif tag == "table" and node is not element and self._depth < _DEEPEST:
                flow.end_line(node.getparent())
                flow.blocks += self._table(node)
                walker()
            else:
                if tag in _BLOCK:
                    flow.end_line(node.getparent() if node is not element else None)
                    flow.open(node)
                flow.text(node.text, node)
        flow.end_line(element)
        return flow.blocks

    @staticmethod
    def _end(flow: Flow, node: etree._Element) -> None:
        if node.tag in _BLOCK:
            flow.end_line(node)
            flow.close(node)
        elif node.tag == "br":
            flow.end_line(node.getparent())
        flow.text(node.tail, node.getparent())

    def _skips(self, node: etree._Element) -> bool:
        """Tell whether a browser shows nothing of the element; hidden text is counted."""
        if node.tag in _UNSEEN:
            return True
        hidden = node.get("hidden") is not None or _HIDDEN_STYLE.search(node.get("style") or "") is not None
        if not hidden or node in self._shown:
            return False
        self.hidden += visible_length(node)
        return True

    @cached_property
    def _shown(self) -> set[etree._Element]:
        return _holders_of_duty_tables(self._root)

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, table: etree._Element) -> list[Block]:
        """Return a table after what stands in it outside cells: its caption, and text that browsers move before it."""
        self._depth += 1
        outside: list[Block] = []
        groups: list[RowGroup] = [RowGroup("")]
        for event, node, skip in _walk(table):
            tag = node.tag
            if event == "end":
                if node is table:
                    continue
                if tag in ("thead", "tbody", "tfoot"):
                    groups.append(RowGroup(""))
                elif tag == "tr":
                    groups[-1].row_open = False
                _add_text(outside, node.tail, table)
            elif node is table:
                _add_text(outside, node.text, table)
            elif self._skips(node):
                skip()
            elif tag in ("td", "th"):
                groups[-1].add_cell(node, self.blocks(node))
                skip()
            elif tag in ("caption", "table"):
                outside += self.blocks(node) if tag == "caption" else self._table(node)
                skip()
            else:
                if tag in ("thead", "tbody", "tfoot"):
                    groups.append(RowGroup(tag))
                elif tag == "tr":
                    groups[-1].open_row()
                _add_text(outside, node.text, table)
        self._depth -= 1
        rows = [row for group in as_shown(groups) for row in group.placed()]
        return [*outside, Table(rows, table)] if rows else outside


def _walk(element: etree._Element) -> Iterator[tuple[str, etree._Element, Callable[[], None]]]:
    """Yield start and end of the element and all in it, and what skips the inside of the one just begun."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        yield event, node, walker.skip_subtree


def _add_text(blocks: list[Block], text: str | None, origin: etree._Element) -> None:
    if text and (shown := shown_text(text)):
        blocks.append(Paragraph(shown, origin))


def _holders_of_duty_tables(root: etree._Element) -> set[etree._Element]:
    """Return the elements that hold a duty table's header row: shown, if hidden, when the reader picks their tab."""
    holders: set[etree._Element] = set()
    for row in root.iter("tr"):
        if is_table_header("\t".join(map(_beginning, row.iterchildren("td", "th")))):
            element: etree._Element | None = row
            while element is not None and element not in holders:
                holders.add(element)
                element = element.getparent()
    return holders


def _beginning(cell: etree._Element) -> str:
    """Return the first texts of a cell, more than a header's."""
    text = ""
    for piece in islice(cell.itertext(), 20):
        text += piece[:_LONGEST_TITLE]
        if len(text) > _LONGEST_TITLE:
            break
    return shown_text(text)
