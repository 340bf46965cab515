"""The automatic numbers of Word, which its files do not hold: computed as Word does (ECMA-376 part 1, 17.9).

A paragraph names a numbering and a level, itself or through its style; a numbering refers to an abstract one, which says
how each level counts and looks. Numberings of one abstract numbering count on together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from loaders.formats.docx_xml import attribute, child, is_on, name_of, number
from loaders.formats.numbers import number_text

_PLACE = re.compile(r"%([1-9])")
_NO_NUMBER = "0"
_LONGEST_CHAIN = 20  # styles that are based on each other; a circle ends, too


@dataclass(frozen=True)
class _Level:
    start: int
    style: str
    text: str
    suffix: str
    restart: int | None  # counts anew after this level (from 1) or a higher one; None: after any higher one; 0: never
    decimal: bool
    paragraph_style: str | None

    def restarts_after(self, higher: int) -> bool:
        return self.restart is None or higher < self.restart


@dataclass(frozen=True)
class _Numbering:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass(frozen=True)
class _Style:
    based_on: str | None
    numbering: str | None
    level: int | None


class Numberings:
    """The numberings of a document; :meth:`label` must be asked for each paragraph once, in printed order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default_style: str | None = None
        for style in styles if styles is not None else ():
            if name_of(style) == "style" and (identity := attribute(style, "styleId")):
                self._styles[identity] = _style(style)
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
                    self._default_style = identity
        self._numberings = _numberings(numbering, self._styles) if numbering is not None else {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: etree._Element | None) -> str:
        """Return what Word prints before the paragraph with these properties (w:pPr), a blank at its end; "" for bullets."""
        identity, index = self._of_paragraph(properties)
        numbering = self._numberings.get(identity or _NO_NUMBER)
        if identity is None or numbering is None or index not in numbering.levels:
            return ""
        counts = self._count(identity, numbering, index)
        level = numbering.levels[index]
        if level.style == "bullet":
            return ""

        def printed(place: re.Match[str]) -> str:
            of = int(place[1]) - 1
            above = numbering.levels.get(of)
            if above is None or of > index or above.style == "none":
                return ""
            style = "decimal" if level.decimal else above.style
            return number_text(counts.get(of, above.start), style)

        text = _PLACE.sub(printed, level.text)
        return text + level.suffix if text.strip() else ""

    def _count(self, identity: str, numbering: _Numbering, index: int) -> dict[int, int]:
        """Count one more paragraph on the level; return the counts of all levels."""
        counts = self._counts.setdefault(numbering.abstract, {})
        begins = (identity, index) not in self._begun
        self._begun.add((identity, index))
        if begins and index in numbering.starts:
            counts[index] = numbering.starts[index]
        elif index in counts:
            counts[index] += 1
        else:
            counts[index] = numbering.levels[index].start
        for deeper in [level for level in counts if level > index]:
            if deeper not in numbering.levels or numbering.levels[deeper].restarts_after(index):
                del counts[deeper]
        return counts

    def _of_paragraph(self, properties: etree._Element | None) -> tuple[str | None, int]:
        """Return the numbering and the level (from 0) of a paragraph: its own, or else those of its style."""
        own = child(properties, "numPr")
        identity, level = attribute(child(own, "numId")), number(child(own, "ilvl"))
        style = attribute(child(properties, "pStyle")) or self._default_style
        for _ in range(_LONGEST_CHAIN):
            if identity is not None or style is None or style not in self._styles:
                break
            found = self._styles[style]
            if found.numbering is not None:
                identity = found.numbering
                level = self._level_of_style(identity, style, found.level) if level is None else level
            style = found.based_on
        return identity, level or 0

    def _level_of_style(self, identity: str, style: str, level: int | None) -> int | None:
        """Return the level that names the style as its own, or else the one that the style names."""
        numbering = self._numberings.get(identity)
        levels = numbering.levels if numbering else {}
        return next((index for index, found in levels.items() if found.paragraph_style == style), level)


def _style(style: etree._Element) -> _Style:
    own = child(style, "pPr", "numPr")
    return _Style(attribute(child(style, "basedOn")), attribute(child(own, "numId")), number(child(own, "ilvl")))


def _numberings(root: etree._Element, styles: dict[str, _Style]) -> dict[str, _Numbering]:
    abstracts = {attribute(node, "abstractNumId") or "": node for node in root if name_of(node) == "abstractNum"}
    nums = {attribute(node, "numId") or "": node for node in root if name_of(node) == "num"}

    def abstract_of(identity: str, depth: int = 0) -> str:
        """Return the abstract numbering's id; one may refer to the numbering of a style (w:numStyleLink)."""
        abstract = attribute(child(nums.get(identity), "abstractNumId")) or ""
        link = attribute(child(abstracts.get(abstract), "numStyleLink"))
        linked = styles[link].numbering if link in styles else None
        return abstract_of(linked, depth + 1) if linked in nums and depth < _LONGEST_CHAIN else abstract

    result: dict[str, _Numbering] = {}
    for identity, num in nums.items():
        abstract = abstract_of(identity)
        levels = _levels(abstracts.get(abstract))
        starts: dict[int, int] = {}
        for override in (node for node in num if name_of(node) == "lvlOverride"):
            levels |= _levels(override)
            start, index = number(child(override, "startOverride")), number(override, "ilvl")
            if start is not None and index is not None:
                starts[index] = start
        result[identity] = _Numbering(abstract, levels, starts)
    return result


def _levels(parent: etree._Element | None) -> dict[int, _Level]:
    nodes = [node for node in parent if name_of(node) == "lvl"] if parent is not None else []
    return {number(node, "ilvl") or 0: _level(node) for node in nodes}


def _level(node: etree._Element) -> _Level:
    start = number(child(node, "start"))
    return _Level(
        start=0 if start is None else start,
        style=attribute(child(node, "numFmt")) or _alternative_style(node),
        text=attribute(child(node, "lvlText")) or "",
        suffix="" if attribute(child(node, "suff")) == "nothing" else " ",
        restart=number(child(node, "lvlRestart")),
        decimal=is_on(child(node, "isLgl")),
        paragraph_style=attribute(child(node, "pStyle")),
    )


def _alternative_style(node: etree._Element) -> str:
    """Return the format of a level for programs that do not know its custom one."""
    return attribute(child(node, "AlternateContent", "Fallback", "numFmt")) or "decimal"
