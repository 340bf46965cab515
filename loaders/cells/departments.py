"""The department column (对应上级部门): its bodies, and headings that slipped into it from the next column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphkb.records import DepartmentMention
from loaders.cells import vocabulary
from loaders.cells.bodies import Name, NameReader
from loaders.cells.markup import cell_blocks
from loaders.cells.text import PAGE, tidy
from loaders.raw import Piece

_SLIPPED = re.compile(rf"(?P<heading>[^\s{PAGE}：:]+)[：:]")


@dataclass(frozen=True)
class Departments:
    """The bodies of a department cell, the headings that slipped into it, and the words beside them."""

    mentions: tuple[DepartmentMention, ...] = ()
    slipped: str = ""
    safeguards: str = ""
    dropped: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def read_departments(pieces: Sequence[Piece], names: NameReader, *, wrapped: bool) -> Departments:
    """The bodies of the cell in order, each once; a body that only a slipped heading names comes last."""
    text = "\n".join(block.text for block in cell_blocks(pieces, wrapped=wrapped))
    text = re.sub(r"\s*\v\s*", "", text)
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
    headings = [match["heading"] for match in _SLIPPED.finditer(text)]
    found = names.names(_SLIPPED.sub("\n", text))
    known = {name.name for name in found}
    for heading in headings:
        found.extend(name for name in names.names(heading) if name.name not in known)
        dropped.append(heading)
    mentions, repeated = _each_once(found)
    dropped.extend(word for name in found for word in name.dropped)
    return Departments(
        mentions=mentions,
        slipped=tidy(headings[-1]) if headings else "",
        safeguards=safeguards,
        dropped=(*dropped, *repeated),
        doubts=tuple(f"对应上级部门「{name.name}」不像完整的单位名称" for name in found if not name.certain),
    )


def _each_once(found: Sequence[Name]) -> tuple[tuple[DepartmentMention, ...], list[str]]:
    """The mentions without repetitions, and what was repeated."""
    mentions: dict[str, DepartmentMention] = {}
    repeated: list[str] = []
    for name in found:
        before = mentions.get(name.name)
        if before is None:
            mentions[name.name] = name.mention()
            continue
        repeated.append(name.name)
        repeated.extend(alias for alias in name.aliases if alias in before.aliases)
        aliases = (*before.aliases, *(alias for alias in name.aliases if alias not in before.aliases))
        mentions[name.name] = before.model_copy(update={"aliases": aliases})
    return tuple(mentions.values()), repeated
