"""Header rows of a text flow: column titles that follow each other without a sign between them, in full or decayed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graphkb.records import Section
from loaders.flow.lines import Line
from loaders.headers import TITLES, HeaderColumn, column_of, section_of
from loaders.outline import compact

_ORDER: tuple[HeaderColumn, ...] = (
    "number", "category", "name", "departments", "responsibilities", "role", "method",
)  # fmt: skip
_LONGEST = 90  # characters of a whole header row
_LINES = 16
_FIRST = (*TITLES["number"], *TITLES["category"])
_STARTING: dict[tuple[HeaderColumn, str], list[str]] = {}
"""Titles of each column by their first character, the longest first."""
for _column in _ORDER:
    for _printed in sorted(TITLES.get(_column, ()), key=len, reverse=True):
        _STARTING.setdefault((_column, _printed[0]), []).append(_printed)
_BEGINNINGS = frozenset(printed[:size] for printed in _FIRST for size in range(len(printed) + 1))


@dataclass(frozen=True)
class Header:
    """A printed header row: ``text`` without white space, its columns in order, and how many lines it takes."""

    text: str
    columns: tuple[HeaderColumn, ...]
    lines: int

    @property
    def section(self) -> Section:
        """Return the section whose columns these are; a header that ends with the name is a basic one."""
        return section_of(self.columns) or Section.BASIC


def header_at(lines: Sequence[Line], index: int) -> Header | None:
    """Return the header row that starts at ``lines[index]`` with at least number or category, and the name."""
    first = compact(lines[index].text)
    if not first.startswith(_FIRST) and first not in _BEGINNINGS:
        return None
    found, text = None, ""
    for end in range(index, min(index + _LINES, len(lines))):
        text += compact(lines[end].text)
        if len(text) > _LONGEST:
            break
        columns = columns_of(text)
        if columns and "name" in columns and columns[0] != "name":
            found = Header(text, columns, end - index + 1)
    return found


def rest_at(lines: Sequence[Line], index: int, header: Header) -> int:
    """Return how many lines from ``lines[index]`` on are a decayed repetition of ``header``: its last or first titles.

    0 where the lines are none. The caller sees to it that a page starts here.
    """
    count, text = 0, ""
    for end in range(index, min(index + _LINES, len(lines))):
        text += compact(lines[end].text)
        if text not in header.text:
            break
        if header.text.endswith(text) or (header.text.startswith(text) and len(text) > 1):
            count = end - index + 1
    return count


_BRACKETS = str.maketrans("（）〔〕［］[]", "()()()()")


@cache
def columns_of(text: str) -> tuple[HeaderColumn, ...] | None:
    """Return the columns whose titles make up the whole text (no white space), in the order of a row's cells."""
    return _columns(text.translate(_BRACKETS), 0)


def _columns(text: str, at: int) -> tuple[HeaderColumn, ...] | None:
    if not text:
        return ()
    for position in range(at, len(_ORDER)):
        column = _ORDER[position]
        for printed in _STARTING.get((column, text[0]), ()):
            if text.startswith(printed) and (rest := _columns(text[len(printed) :], position + 1)) is not None:
                return (column, *rest)
        if column == "role" and column_of(text) == "role":
            return ("role",)
    return None


def unknown_header_at(lines: Sequence[Line], index: int) -> Header | None:
    """Return the header row at ``lines[index]`` by its shape, where its titles are not all known.

    It starts with 序号, holds no sentence, and the row with number 1 follows; its columns are told by their words.
    """
    text = ""
    for end in range(index, min(index + _LINES, len(lines))):
        printed = compact(lines[end].text)
        if end > index and _FIRST_ROW.match(lines[end].text) and text.startswith(("序号", "编号")):
            columns = tuple(column for column, word in _WORDS.items() if word.search(text))
            return Header(text, columns, end - index) if "name" in columns else None
        text += printed
        if len(text) > _LONGEST or not "序号编号".startswith(text[:2]) or any(char in text for char in "。；，"):
            return None
    return None


_FIRST_ROW = re.compile(r"1(?:\s|$)")
_WORDS: dict[HeaderColumn, re.Pattern[str]] = {
    "number": re.compile("号"),
    "category": re.compile("类别|分类|类型|领域"),
    "name": re.compile("事项|名称|任务"),
    "departments": re.compile("(?:部门|单位)(?!.{0,4}职责|及|和|与)(?=.*职责)"),
    "responsibilities": re.compile("(?:部门|单位).{0,4}职责"),
    "role": re.compile("(?:配合|协助).{0,6}(?:职责|任务|内容|责任|工作)$"),
    "method": re.compile("承接|收回(?!.*职责)|方式"),
}
