"""The name of a sheet: a heading where it says what the sheet itself does not print, and furniture otherwise.

Offices name sheets after sections (配合履职), after townships (石桥镇) and after both (石桥镇-配合), and often print no
heading in the sheet then; a reader sees the name on the sheet's tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graphkb.records import Section
from loaders import outline, places
from loaders.lines import Line

_GENERIC = re.compile(
    r"^(?:sheet|工作表|表格?|第?页|封面|首页|目录|(?:填表)?说明|总表|汇总表?|(?:事项|履职|职责|权责)*清单)?[\d()（）]*$",
    re.IGNORECASE,
)


def name_line(name: str, rows: Sequence[str], *, alone: bool) -> tuple[Line, list[str]]:
    """Return the line of a sheet's name, and what to remark on it.

    ``rows`` are the sheet's lines; ``alone`` tells that no other sheet has any.
    """
    apart = [row.strip() for row in rows if row.strip() and "\t" not in row.strip()]
    heading = outline.sheet_heading(name)
    printed = _sections(apart)
    township = places.parse(_place_in(name, heading)).township
    says_township = township is not None and not any(township in outline.compact(text) for text in apart)
    if heading and printed and heading.section not in printed:
        return _furniture(name), [f"工作表名“{name}”与表内的标题不一致，按表内的标题读取。"]
    if (heading and not printed) or says_township or _says_outline(name, apart):
        return Line(name, 0, 0, heading=True), []
    known = alone or heading or township or _GENERIC.match(outline.compact(name))
    said = known or any(outline.compact(name) in outline.compact(row) for row in rows)
    return _furniture(name), [] if said else [f"工作表名“{name}”没有作为标题读取。"]


def _furniture(name: str) -> Line:
    return Line(name, 0, 0, furniture=True)


def _sections(texts: Iterable[str]) -> set[Section]:
    return {heading.section for text in texts if (heading := outline.section_heading(text))}


def _place_in(name: str, heading: outline.SectionHeading | None) -> str:
    """Return the part of the name that may be a place."""
    if heading:
        return heading.place
    title = outline.title(name)
    return title.place if title else name


def _says_outline(name: str, apart: Iterable[str]) -> bool:
    """Tell whether the name is the heading of a category, or of a contents list, that the sheet does not print."""
    if category := outline.category_heading(name):
        found = map(outline.category_heading, apart)
        return not any(other and other.name == category.name for other in found)
    return outline.is_contents_title(name) and not any(map(outline.is_contents_title, apart))
