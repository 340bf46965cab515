"""Which body bears which clauses: headings, subjects of clauses, and what the department provides (履职保障)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkb.bodies import is_unnamed
from graphkb.records import Item, ResponsibilityGroup
from loaders.cells import vocabulary
from loaders.cells.bodies import Name, NameReader
from loaders.cells.clauses import Clause, Heading, Spot, read_clauses
from loaders.cells.markup import Block
from loaders.cells.matching import Column, Fit
from loaders.cells.subjects import SubjectReader
from loaders.cells.text import PAGE, WRAP

_COLON = re.compile(r"(?P<names>[^。；;：:，,！？\n]{2,240}?)\s*[：:]\s*")
_LINE = re.compile(rf"(?P<names>[^。；;：:，,！？\n{PAGE}{WRAP}]{{2,60}}?)(?P<end>[；;]|\s+|$)")
_NUMBERED_LINE = re.compile(r"(?P<names>[^。；;：:！？\n]{2,240}?)(?P<end>\s*)(?=1\s*[.．、]|[（(]1[）)]|$)")
_FIRST_NUMBER = re.compile(r"1\s*[.．、]")
_LAST_CHARACTERS = "".join(sorted({word[-1] for word in (*vocabulary.BODY_ENDINGS, *vocabulary.WHOLE_NAMES)}))
_HEADING_END = re.compile(f"[{_LAST_CHARACTERS}等责是为）)]$")
_STRONG_ENDING = re.compile(r"(?:局|委员会|委|办公室|办|大队|支队|法院|检察院|党委|纪委|联合会)$")
_SENTENCE_END = re.compile(r"[。；;]")


@dataclass(frozen=True)
class Responsibilities:
    """What the department's cell says; ``dropped`` are the printed headings and labels that no text repeats."""

    groups: tuple[ResponsibilityGroup, ...]
    safeguards: tuple[Item, ...]
    dropped: tuple[str, ...]
    doubts: tuple[str, ...]


def read_responsibilities(
    blocks: Sequence[Block], column: Column, names: NameReader, *, wrapped: bool
) -> Responsibilities:
    """The clauses of the responsibilities' cell, by the bodies that bear them."""
    return _Reader(column, names).read(blocks, wrapped=wrapped)


@dataclass
class _Group:
    bodies: tuple[str, ...]
    printed: tuple[str, ...] = ()
    fit: Fit | None = None
    items: list[Item] = field(default_factory=list)


class _Reader:
    def __init__(self, column: Column, names: NameReader) -> None:
        self.column = column
        self.names = names
        self.subjects = SubjectReader(column, names)
        self.groups: list[_Group] = []
        self.safeguards: list[Item] = []
        self.dropped: list[str] = []
        self.doubts: list[str] = []

    def read(self, blocks: Sequence[Block], *, wrapped: bool) -> Responsibilities:
        unheaded: list[Clause] = []
        providing = False
        for part in read_clauses(blocks, wrapped=wrapped, find_heading=self._find_heading):
            if isinstance(part, Heading):
                self.dropped.append(part.printed)
                providing = not part.bodies
                if part.bodies:
                    self._open(part.bodies)
            elif providing:
                self.safeguards.append(part.item())
            elif self.groups:
                self._add(part)
            else:
                unheaded.append(part)
        self._keep_printed_names()
        return Responsibilities(
            groups=_merged([*self._by_subject(unheaded), *self.groups]),
            safeguards=tuple(self.safeguards),
            dropped=tuple(self.dropped),
            doubts=tuple(self.doubts),
        )

    def _add(self, clause: Clause) -> None:
        """A clause under a heading; without number it may speak of other bodies of the column and leave the heading."""
        subject = () if clause.number else self.subjects.known_subject(clause.text)
        if subject and not set(self._resolved(subject)[0]) & set(self.groups[-1].bodies):
            self._open(subject)
        self.groups[-1].items.append(clause.item())

    # -------------------------------------------------------------------------------------------------- headings

    def _find_heading(self, spot: Spot) -> Heading | None:
        """The heading or label that begins at ``spot``: a list of bodies and a colon, or 履职保障."""
        label = vocabulary.SAFEGUARDS.match(spot.text, spot.start)
        if label:
            return Heading(label.end(), label.group())
        match = _COLON.match(spot.text, spot.start)
        if match and _HEADING_END.search(match["names"]):
            bodies = self._heading_bodies(vocabulary.DUTIES_OF.sub("", match["names"]), known_only=not spot.sure)
            if bodies:
                return Heading(match.end(), match.group(), bodies)
        return self._heading_without_colon(spot) if spot.sure else None

    def _heading_without_colon(self, spot: Spot) -> Heading | None:
        """A heading that ends with its line, with ";" or with a space: only bodies that the column knows."""
        match = (_NUMBERED_LINE if spot.numbered else _LINE).match(spot.text, spot.start)
        if not match or not _HEADING_END.search(match["names"]):
            return None
        ends_line = match.end() == len(spot.text) or bool(_FIRST_NUMBER.match(spot.text, match.end()))
        if spot.wrapped and not ends_line and match["end"].isspace():
            return None  # a space or line end of a wrapped column says nothing
        others = match["end"] in ("；", ";") and is_unnamed(match["names"])
        bodies = self._heading_bodies(match["names"], known_only=not others)
        return Heading(match.end(), match.group(), bodies) if bodies else None

    def _heading_bodies(self, text: str, *, known_only: bool) -> tuple[str, ...]:
        """The bodies that a heading names, as printed; nothing where one word of it is no body."""
        found = self.names.names(text)
        if not found or not all(self._is_body(name, known_only=known_only) for name in found):
            return ()
        return tuple(name.name for name in found if name.name)

    def _is_body(self, name: Name, *, known_only: bool) -> bool:
        printed = name.name
        if not printed or self.column.resolve(printed) is not None:
            return True
        if known_only or len(printed) > 32:
            return False
        if is_unnamed(printed):
            return bool(vocabulary.UNNAMED_HEADING.search(printed))
        if not self.names.complete(printed):
            return False
        return self.names.begins(printed) or (len(printed) <= 14 and bool(_STRONG_ENDING.search(printed)))

    def _open(self, printed: tuple[str, ...]) -> None:
        bodies, fits = self._resolved(printed)
        self.groups.append(_Group(bodies, printed, min(fits, default=None)))

    def _resolved(self, printed: Sequence[str]) -> tuple[tuple[str, ...], list[Fit]]:
        """The names under which the column has the ``printed`` bodies, and how well they fit."""
        bodies: list[str] = []
        fits: list[Fit] = []
        for name in printed:
            known = self.column.resolve(name)
            if known:
                fits.append(known[1])
            elif len(printed) > 1 and vocabulary.ENUMERATION_CLOSED.match(name):
                continue
            elif self.column.ambiguous(name):
                self.doubts.append(f"「{name}」可指本行对应上级部门中的多个单位")
            bodies.extend(body for body in (known[0] if known else (name,)) if body not in bodies)
        return tuple(bodies), fits

    def _keep_printed_names(self) -> None:
        """Two headings of one cell mean two bodies: beside a body's own name, a mere short form stays as printed."""
        own = {body for group in self.groups if group.fit == Fit.EXACT for body in group.bodies}
        for group in self.groups:
            if group.fit == Fit.SHORT and len(group.printed) == 1 and group.bodies[0] in own:
                group.bodies = group.printed

    # -------------------------------------------------------------------------------------------------- subjects

    def _by_subject(self, clauses: Sequence[Clause]) -> list[_Group]:
        """Groups for the clauses before the first heading: by their subjects, else all bodies of the column.

        A clause without subject goes on with the subject before it; that this is a reading is said in a doubt.
        """
        if not clauses:
            return []
        default = self._bodies_without_heading()
        parted = [part for clause in clauses for part in self._parted(clause)]
        subjects = [self.subjects.subject(clause.text) for clause in parted]
        speaks = any(self.column.resolve(name) or not is_unnamed(name) for subject in subjects for name in subject)
        if not speaks:
            subjects = [()] * len(parted)
        self._doubt_bearers(default, speaks, all(subjects))
        groups: list[_Group] = []
        bodies = default
        for clause, subject in zip(parted, subjects, strict=True):
            if subject:
                bodies = self._resolved(subject)[0]
            elif clause.depth in (0, 1):  # a heading (一、) over the clauses of several bodies
                bodies = default
            if not groups or groups[-1].bodies != bodies:
                groups.append(_Group(bodies))
            groups[-1].items.append(clause.item())
        return groups

    def _doubt_bearers(self, default: tuple[str, ...], speaks: bool, all_speak: bool) -> None:
        if not default and not speaks:
            self.doubts.append("职责未写明由哪个部门承担")
        elif speaks and not all_speak and len(default) > 1:
            self.doubts.append("部分职责条目未写明由哪个部门承担")

    def _bodies_without_heading(self) -> tuple[str, ...]:
        """Who bears clauses before the first heading: the bodies of the column that no heading names."""
        headed = {body for group in self.groups for body in group.bodies}
        left = tuple(body for body in self.column.names if body not in headed)
        if headed and len(left) != 1:
            self.doubts.append("首个部门标题之前的职责条目未写明由哪个部门承担")
        return left or self.column.names

    def _parted(self, clause: Clause) -> list[Clause]:
        """A clause without number, parted where a clause of another body of the column begins."""
        if clause.number or len(self.column.names) < 2:
            return [clause]
        parts: list[Clause] = []
        begin = 0
        for end in _SENTENCE_END.finditer(clause.text):
            if self.subjects.known_subject(clause.text[end.end() : end.end() + 120]):
                parts.append(Clause("", clause.text[begin : end.end()]))
                begin = end.end()
        return [*parts, Clause("", clause.text[begin:])]


def _merged(groups: Sequence[_Group]) -> tuple[ResponsibilityGroup, ...]:
    """Neighbouring groups of the same bodies as one."""
    merged: list[_Group] = []
    for group in groups:
        if merged and merged[-1].bodies == group.bodies:
            merged[-1].items.extend(group.items)
        else:
            merged.append(_Group(group.bodies, items=list(group.items)))
    return tuple(ResponsibilityGroup(departments=group.bodies, items=tuple(group.items)) for group in merged)
