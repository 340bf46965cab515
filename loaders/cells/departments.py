"""The department column (对应上级部门): its bodies, and headings that slipped into it from the next column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphkb.records import DepartmentMention
from loaders.cells import vocabulary
from loaders.cells.bodies import NameReader, each_once
from loaders.cells.markup import Block
from loaders.cells.text import HAN, PAGE, WRAP, tidy

_SLIPPED = re.compile(rf"(?<![^\s{PAGE}])(?P<heading>[{HAN}][{HAN}（）()、]{{1,60}})[：:]")

_WRAPS = re.compile(rf"\s*{WRAP}\s*")


@dataclass(frozen=True)
class Departments:
    """The bodies of a department cell, and the words beside them that no field repeats (``dropped``).

    ``slipped`` is a heading that slipped into the cell from the responsibilities, ``safeguards`` what stands below
    the bodies under 履职保障; both still have to be placed.
    """

    mentions: tuple[DepartmentMention, ...] = ()
    slipped: str = ""
    safeguards: str = ""
    dropped: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def read_departments(blocks: Sequence[Block], names: NameReader) -> Departments:
    """The bodies of the cell in order, each once; a body that only a slipped heading names comes last."""
    text = _WRAPS.sub("", "\n".join(block.text for block in blocks))
    dropped: list[str] = []

    def drop(match: re.Match[str]) -> str:
        dropped.append(match.group())
        return "\n"

    label = vocabulary.SAFEGUARDS.search(text)
    safeguards = ""
    if label:
        dropped.append(label.group())
        text, safeguards = text[: label.start()], text[label.end() :]
    text = vocabulary.DEPARTMENT_LABEL.sub(drop, text)
    slipped = _slipped_heading(text, names)
    if slipped:
        text = text[: slipped.start()] + "\n" + text[slipped.end() :]
    found = list(names.names(text.replace("：", "、").replace(":", "、")))
    dropped += [name.name for name in found if vocabulary.NO_RECEIVER.match(name.name)]
    found = [name for name in found if not vocabulary.NO_RECEIVER.match(name.name)]
    known = {name.name for name in found}
    found += [name for name in names.names(slipped["heading"]) if name.name not in known] if slipped else []
    mentions, repeated = each_once(found)
    dropped.extend(word for name in found for word in name.dropped)
    return Departments(
        mentions=mentions,
        slipped=tidy(slipped["heading"]).strip("、") if slipped else "",
        safeguards=safeguards,
        dropped=(*dropped, *repeated),
        doubts=tuple(
            f"对应上级部门「{name.name}」不像完整的单位名称" for name in found if name.name and not name.certain
        ),
    )


def _slipped_heading(text: str, names: NameReader) -> re.Match[str] | None:
    """The last word of the cell with a colon behind it, if it consists of bodies."""
    found = [match for match in _SLIPPED.finditer(text) if all(name.certain for name in names.names(match["heading"]))]
    return found[-1] if found else None
