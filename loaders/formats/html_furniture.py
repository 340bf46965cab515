"""What of a web page stands around its list: everything outside the smallest element that holds list and titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from lxml import etree

from loaders import outline
from loaders.assemble import visible
from loaders.formats.blocks import Printed
from loaders.rows import printed_number
from loaders.tables import is_table_header

_AROUND = frozenset(("nav", "header", "footer", "aside"))
_TABLE_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))


def mark_furniture(pages: Sequence[list[Printed]]) -> tuple[list[Printed], list[str]]:
    """Return the lines of a document's pages with their furniture marked, and a remark on how much that is.

    A page without any trace of a duty list is furniture if another page has one; if none has, nothing is marked.
    """
    keys = [_keys(page) for page in pages]
    if not any(keys):
        return list(chain.from_iterable(pages)), []
    lines: list[Printed] = []
    for page, found in zip(pages, keys, strict=True):
        inside = _inside(page, found) if found else [False] * len(page)
        lines += [line if kept else replace(line, furniture=True) for line, kept in zip(page, inside, strict=True)]
    around = sum(visible(line.text) for line in lines if line.furniture)
    note = f"网页中清单以外的文字（导航、页脚等）共{around}个字符，作为页面附属文字，没有读入清单。"
    return lines, [note] if around else []


def _keys(page: Sequence[Printed]) -> list[int]:
    """Return the indices of the lines that belong to the list beyond doubt: its tables, headings and title."""
    keys = _table_lines(page)
    headings = [index for index, line in enumerate(page) if _is_heading(line.text)]
    keys += [index for index in headings if not keys or index < keys[0]]
    if keys:
        before = range(min(keys), -1, -1)
        keys += [index for index in before if outline.title(page[index].text)][:1]
    return sorted(keys)


def _is_heading(text: str) -> bool:
    if "\t" in text or len(text) > 80:
        return False
    category = outline.category_heading(text)
    return outline.section_heading(text) is not None or (category is not None and category.declared is not None)


def _table_lines(page: Sequence[Printed]) -> list[int]:
    """Return the lines of duty tables: with a header row, with numbers, or as wide as one of these."""
    rows = [(index, line.text.split("\t"), id(line.origin)) for index, line in enumerate(page) if "\t" in line.text]
    numbered = [table for _, cells, table in rows if printed_number(cells[0])]
    certain = {table for _, cells, table in rows if is_table_header("\t".join(cells))}
    if not certain and len(numbered) < 2:
        return []
    certain.update(numbered)
    widths = {len(cells) for _, cells, table in rows if table in certain}
    return [index for index, cells, table in rows if table in certain or len(cells) in widths]


def _inside(page: Sequence[Printed], keys: Sequence[int]) -> list[bool]:
    """Tell for each line whether it stands in the smallest element that holds the lines ``keys``."""
    holders = [_parent(origin) for origin in dict.fromkeys(_element(page[index]) for index in keys)]
    path = [holders[0], *holders[0].iterancestors()]
    height = {element: position for position, element in enumerate(path)}
    top, listed = 0, set(path)
    for element in holders:
        listed.add(element)
        while element not in height:
            element = _parent(element)
            listed.add(element)
        top = max(top, height[element])
    region = next(element for element in path[top:] if element.tag not in _TABLE_PARTS)
    inside = set(region.iter())
    for element in region.iter(*_AROUND):
        if element not in listed:
            inside.difference_update(element.iter())
    return [_element(line) in inside for line in page]


def _element(line: Printed) -> etree._Element:
    assert isinstance(line.origin, etree._Element)
    return line.origin


def _parent(element: etree._Element) -> etree._Element:
    """Return the element around an element; of a page's root, the root itself."""
    parent = element.getparent()
    return element if parent is None else parent
