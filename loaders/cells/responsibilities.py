"""Which body bears which clauses: headings, subjects of clauses, and what the department provides (履职保障)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkb.records import Item, ResponsibilityGroup
from loaders.cells import vocabulary
from loaders.cells.bodies import Name, NameReader, is_unnamed
from loaders.cells.clauses import Clause, Heading, Spot, read_clauses
from loaders.cells.markup import Block
from loaders.cells.matching import Column, Fit
from loaders.cells.text import HAN, PAGE, WRAP

_COLON_HEADING = re.compile(r"(?P<names>[^。；;：:，,！？\n]{2,240}?)\s*(?P<colon>[：:])\s*")
_SHORT_HEADING = re.compile(rf"(?P<names>[^。；;：:，,！？\n{PAGE}{WRAP}]{{2,60}}?)(?P<end>[；;]|\s+|$)")
_NUMBERED_HEADING = re.compile(r"(?P<names>[^。；;：:！？\n]{2,240}?)\s*(?=1\s*[.．、]|[（(]1[）)]|$)")
_HEADING_ENDING = re.compile(
    "[" + "".join(sorted({word[-1] for word in (*vocabulary.BODY_ENDINGS, *vocabulary.WHOLE_NAMES)})) + "等）)]$"
)
_SUBJECT_WORD = re.compile(rf"[{HAN}]{{2,24}}")
_LINK = re.compile(r"\s*(?:、|和|与|及|以及)\s*")
_ALIAS = re.compile(r"\s*[（(][^（）()]{2,24}[）)]")
_DESCRIPTIVE = re.compile(r"^[\u4e00-\u9fff]{2,14}部门$")
_STRONG_ENDING = re.compile(r"(?:局|委员会|委|办公室|办|大队|支队|法院|检察院|党委|纪委|联合会)$")
SAFEGUARDS = "safeguards"


@dataclass(frozen=True)
class Responsibilities:
    """What the department's cell says; ``dropped`` are the printed headings and labels that no text repeats."""

    groups: tuple[ResponsibilityGroup, ...]
    safeguards: tuple[Item, ...]
    dropped: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass
class _Group:
    bodies: tuple[str, ...]
    fit: Fit | None
    printed: tuple[str, ...]
    items: list[Item] = field(default_factory=list)


def read_responsibilities(blocks: Sequence[Block], column: Column, names: NameReader, *, wrapped: bool) -> Responsibilities:
    """The clauses of the responsibilities' cell, by the bodies that bear them."""
    return _Reader(column, names).read(blocks, wrapped=wrapped)


class _Reader:
    def __init__(self, column: Column, names: NameReader) -> None:
        self.column = column
        self.names = names
        self.dropped: list[str] = []
        self.doubts: list[str] = []
        self.safeguards: list[Item] = []
        self.groups: list[_Group] = []

    def read(self, blocks: Sequence[Block], *, wrapped: bool) -> Responsibilities:
        unheaded: list[Clause] = []
        target = ""
        for part in read_clauses(blocks, wrapped=wrapped, find_heading=self.find_heading):
            if isinstance(part, Heading):
                self.dropped.append(part.printed)
                target = part.label or "heading"
                if part.bodies:
                    self._open(part.bodies)
            elif target == SAFEGUARDS:
                self.safeguards.append(part.item())
            elif target:
                self.groups[-1].items.append(part.item())
            else:
                unheaded.append(part)
        self._keep_printed_names()
        groups = [*self._by_subject(unheaded), *self.groups]
        return Responsibilities(
            groups=_merged(groups),
            safeguards=tuple(self.safeguards),
            dropped=tuple(self.dropped),
            doubts=tuple(self.doubts),
        )

    # ------------------------------------------------------------------------------------------ headings

    def find_heading(self, spot: Spot) -> Heading | None:
        """The heading or label that begins at ``spot``, if there is one."""
        label = vocabulary.SAFEGUARDS.match(spot.text, spot.start)
        if label and (label.group()[-1] in "：:；;" or label.end() == len(spot.text)):
            return Heading(label.end(), label.group(), (), SAFEGUARDS)
        match = _COLON_HEADING.match(spot.text, spot.start)
        if match and _HEADING_ENDING.search(match["names"]):
            bodies = self.heading_bodies(match["names"], strict=False)
            if bodies:
                return Heading(match.end(), match.group(), bodies)
        return self._heading_without_colon(spot)

    def _heading_without_colon(self, spot: Spot) -> Heading | None:
        """A heading that ends with its line, with ";" or with a space: only bodies that the column knows."""
        if spot.numbered:
            match = _NUMBERED_HEADING.match(spot.text, spot.start)
        else:
            match = _SHORT_HEADING.match(spot.text, spot.start)
            if match and spot.wrapped and match["end"].strip() == "" and match.end() < len(spot.text):
                match = None  # a space or line end of a wrapped column says nothing
        if not match or not _HEADING_ENDING.search(match["names"]):
            return None
        bodies = self.heading_bodies(match["names"], strict=True)
        return Heading(match.end(), match.group(), bodies) if bodies else None

    def heading_bodies(self, text: str, *, strict: bool) -> tuple[str, ...]:
        """The bodies that a heading names, as printed; nothing where one word of it is no body."""
        found = self.names.names(text)
        if not found or not all(self._is_body(name, strict=strict) for name in found):
            return ()
        return tuple(name.name for name in found)

    def _is_body(self, name: Name, *, strict: bool) -> bool:
        printed = name.name
        if self.column.resolve(printed) is not None:
            return True
        if strict or len(printed) > 32:
            return False
        if is_unnamed(printed):
            return printed[:2] in ("其他", "其它", "相关", "有关") or printed[0] == "各" or bool(_DESCRIPTIVE.match(printed))
        if not self.names.complete(printed):
            return False
        return self.names.begins(printed) or (len(printed) <= 14 and bool(_STRONG_ENDING.search(printed)))

    def _open(self, printed: tuple[str, ...]) -> None:
        bodies, fits = self._resolved(printed)
        self.groups.append(_Group(bodies, min(fits, default=None), printed))

    def _resolved(self, printed: Sequence[str]) -> tuple[tuple[str, ...], list[Fit]]:
        bodies: list[str] = []
        fits: list[Fit] = []
        for name in printed:
            known = self.column.resolve(name)
            if known:
                fits.append(known[1])
            elif self.column.ambiguous(name):
                self.doubts.append(f"「{name}」可指本行对应上级部门中的多个单位")
            elif printed[:-1] and vocabulary.ENUMERATION_CLOSED.match(name):
                continue  # "A、B等有关部门": nobody beyond those named
            bodies.extend(body for body in (known[0] if known else (name,)) if body not in bodies)
        return tuple(bodies), fits

    def _keep_printed_names(self) -> None:
        """Two headings of one cell mean two bodies: where one is a body's own name, a mere short form stays as printed."""
        own = {body for group in self.groups if group.fit == Fit.EXACT for body in group.bodies}
        for group in self.groups:
            if group.fit == Fit.SHORT and len(group.printed) == 1 and group.bodies[0] in own:
                group.bodies = group.printed

    # ------------------------------------------------------------------------------------------ subjects

    def _by_subject(self, clauses: Sequence[Clause]) -> list[_Group]:
        """Groups for the clauses before the first heading: by their subjects, else all bodies of the column."""
        if not clauses:
            return []
        default = self._bodies_without_heading()
        parted = [part for clause in clauses for part in self._parted(clause)]
        subjects = [self.subject(clause.text) for clause in parted]
        speaks = any(subject and not all(is_unnamed(name) for name in subject) for subject in subjects)
        if not speaks:
            subjects = [()] * len(parted)
        if speaks and not all(subjects) and len(default) > 1:
            self.doubts.append("部分职责条目未写明由哪个部门承担")
        if not default and not speaks:
            self.doubts.append("职责未写明由哪个部门承担")
        groups: list[_Group] = []
        bodies, parent = default, ""
        for clause, subject in zip(parted, subjects, strict=True):
            if subject:
                bodies = self._resolved(subject)[0]
            elif not _deeper(clause.level, parent):
                bodies = default
            parent = clause.level if not _deeper(clause.level, parent) else parent
            if not groups or groups[-1].bodies != bodies:
                groups.append(_Group(bodies, None, ()))
            groups[-1].items.append(clause.item())
        return groups

    def _bodies_without_heading(self) -> tuple[str, ...]:
        headed = {body for group in self.groups for body in group.bodies}
        if not headed:
            return self.column.names
        left = tuple(body for body in self.column.names if body not in headed)
        if len(left) != 1:
            self.doubts.append("首个部门标题之前的职责条目未写明由哪个部门承担")
        return left or self.column.names

    def _parted(self, clause: Clause) -> list[Clause]:
        """A clause without number, parted where a clause of another body of the column begins."""
        if clause.number or len(self.column.names) < 2:
            return [clause]
        parts: list[Clause] = []
        begin = 0
        for end in re.finditer(r"[。；;]", clause.text):
            rest = clause.text[end.end() :]
            if rest and self._known_subject(rest):
                parts.append(Clause("", clause.text[begin : end.end()]))
                begin = end.end()
        return [*parts, Clause("", clause.text[begin:])]

    def _known_subject(self, text: str) -> bool:
        subject = self.subject(text[:60])
        return bool(subject) and all(self.column.resolve(name) for name in subject)

    def subject(self, text: str) -> tuple[str, ...]:
        """The bodies that are the grammatical subject of ``text``, as printed; () where it does not begin with one."""
        found: list[str] = []
        position = 0
        while True:
            name = self._name_at(text, position)
            if not name:
                break
            found.append(name)
            position += len(name)
            alias = _ALIAS.match(text, position)
            position = alias.end() if alias else position
            link = _LINK.match(text, position)
            if not link or not self._name_at(text, link.end()):
                break
            position = link.end()
        rest = re.sub(r"^等", "", text[position:])
        unnamed = vocabulary.UNNAMED_SUBJECT.match(rest) if found and len(rest) < len(text[position:]) else None
        rest = rest[unnamed.end() :] if unnamed else rest
        if not found or vocabulary.NO_SUBJECT.match(rest) or not rest:
            return ()
        if all(self.column.resolve(name) for name in found) or rest.startswith(vocabulary.SUBJECT_VERBS):
            return (*found, unnamed.group()) if unnamed else tuple(found)
        return ()

    def _name_at(self, text: str, position: int) -> str:
        """The body whose name begins at ``position``: one of the column, its short form, or any with a level."""
        for spelling in self.column.spellings:
            if text.startswith(spelling, position):
                return spelling
        word = _SUBJECT_WORD.match(text, position)
        if not word:
            return ""
        unnamed = vocabulary.UNNAMED_SUBJECT.match(text, position)
        if unnamed:
            return unnamed.group()
        if not self.names.begins(word.group()):
            return ""
        candidates = [word.group()[:end] for end in range(3, len(word.group()) + 1) if self.names.complete(word.group()[:end])]
        known = [name for name in candidates if self.column.resolve(name)]
        if known:
            return known[-1]
        spoken = [name for name in candidates if text[position + len(name) :].startswith((*vocabulary.SUBJECT_VERBS, "、"))]
        return spoken[0] if spoken else ""


def _deeper(level: str, parent: str) -> bool:
    """Whether a clause of ``level`` stands under one of ``parent``."""
    order = ("", "han", "hanbracketed", "arabic", "bracketed", "closed", "circled")
    return bool(level and parent) and order.index(level) > order.index(parent)


def _merged(groups: Sequence[_Group]) -> tuple[ResponsibilityGroup, ...]:
    merged: list[_Group] = []
    for group in groups:
        if merged and merged[-1].bodies == group.bodies:
            merged[-1].items.extend(group.items)
        else:
            merged.append(_Group(group.bodies, group.fit, group.printed, list(group.items)))
    return tuple(ResponsibilityGroup(departments=group.bodies, items=tuple(group.items)) for group in merged)

