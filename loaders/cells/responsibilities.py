"""Which body bears which clauses: headings, subjects of clauses, and what the department provides (履职保障)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkb.bodies import is_unnamed
from graphkb.records import Item, ResponsibilityGroup
from loaders.cells import vocabulary
from loaders.cells.bodies import NameReader
from loaders.cells.clauses import Clause, Heading, read_clauses
from loaders.cells.headings import DUTIES, SAFEGUARDS, HeadingFinder
from loaders.cells.markup import Block
from loaders.cells.matching import Column, Fit
from loaders.cells.subjects import SubjectReader
from loaders.cells.text import tidy

_COLONS = tuple("：:∶︰﹕】］]〕")
_MOST_NAMES = 40
"""No heading names more bodies."""
_SENTENCE_END = re.compile(r"[。；;]")


@dataclass(frozen=True)
class Responsibilities:
    """What the department's cell says; ``dropped`` are the printed headings and labels that no text repeats.

    ``other_names`` are names that headings and subjects print → the name of the body in the column that they mean.
    """

    groups: tuple[ResponsibilityGroup, ...]
    safeguards: tuple[Item, ...]
    dropped: tuple[str, ...]
    doubts: tuple[str, ...]
    other_names: dict[str, str] = field(default_factory=dict)


NO_DUTIES = Responsibilities((), (), (), ())


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
    headed: bool = False  # its bodies are named by a heading of their own
    colon: bool = False  # … which ends with a colon
    by_part: bool = False  # its heading says 牵头部门 or 配合部门 instead
    items: list[Item] = field(default_factory=list)

    def goes_on(self) -> bool:
        """Whether a heading right behind this one's goes on with its names (two lines, one colon)."""
        return self.headed and not self.colon and not self.items and len(self.printed) < _MOST_NAMES


@dataclass
class _Safeguards:
    """What stands below 履职保障; a heading right behind the label parts it by bodies, and stays in the text."""

    items: list[Item] = field(default_factory=list)
    open: bool = False
    parted: bool = False
    fresh: bool = False
    heading: str = ""

    def begin(self) -> None:
        """The label stands here: what follows is provided to the township."""
        self.end()
        self.open, self.fresh, self.parted = True, True, False

    def end(self) -> None:
        """Nothing more is provided; a heading without clauses is kept as text."""
        if self.heading:
            self.items.append(Item(number="", text=self.heading))
        self.open, self.heading = False, ""

    def heads(self, heading: Heading) -> bool:
        """Take ``heading`` as one within the safeguards, if it is."""
        if not self.open or heading.label or not (self.parted or self.fresh):
            return False
        if self.heading:
            self.items.append(Item(number="", text=self.heading))
        self.parted, self.heading = True, tidy(heading.printed)
        return True

    def add(self, clause: Clause) -> None:
        """Add a clause; below a heading without number of its own it is one text with it."""
        if self.heading and clause.number:
            self.items += [Item(number="", text=self.heading), clause.item()]
        else:
            self.items.append(Item(number=clause.number, text=self.heading + clause.text))
        self.heading, self.fresh = "", False


class _Reader:
    def __init__(self, column: Column, names: NameReader) -> None:
        self.column = column
        self.names = names
        self.subjects = SubjectReader(column, names)
        self.groups: list[_Group] = []
        self.safeguards = _Safeguards()
        self.dropped: list[str] = []
        self.doubts: list[str] = []
        self.other_names: dict[str, str] = {}

    def read(self, blocks: Sequence[Block], *, wrapped: bool) -> Responsibilities:
        unheaded: list[Clause] = []
        find_heading = HeadingFinder(self.column, self.names).find
        for part in read_clauses(blocks, wrapped=wrapped, find_heading=find_heading):
            if isinstance(part, Heading):
                self._take_heading(part)
                continue
            self.doubts += [part.doubt] if part.doubt else []
            if self.safeguards.open:
                self.safeguards.add(part)
            elif self.groups:
                self._add(part)
            else:
                unheaded.append(part)
        self.safeguards.end()
        self._keep_printed_names()
        groups = [*self._by_subject(unheaded), *self.groups]
        empty = [group for group in self.groups if group.headed and not group.items]
        self.doubts += [
            f"「{'、'.join(group.printed)}」按对应上级部门的次序读取"
            for group in self.groups
            if group.by_part and group.items
        ]
        self.doubts += [f"标题「{'、'.join(group.printed)}」之下没有职责条目" for group in empty]
        return Responsibilities(
            groups=_merged([group for group in groups if group.items]),
            safeguards=tuple(self.safeguards.items),
            dropped=tuple(self.dropped),
            doubts=tuple(self.doubts),
            other_names=self.other_names,
        )

    def _add(self, clause: Clause) -> None:
        """A clause under a heading; without number it may speak of other bodies of the column and leave the heading."""
        subject = () if clause.number else self.subjects.known_subject(clause.text)
        if subject and not set(self._resolved(subject)[0]) & set(self.groups[-1].bodies):
            self._open(subject)
        self.groups[-1].items.append(clause.item())

    # -------------------------------------------------------------------------------------------------- headings

    def _take_heading(self, heading: Heading) -> None:
        if self.safeguards.heads(heading):  # 履职保障：县水利局：…
            return
        self.dropped.append(heading.printed)
        if heading.label == SAFEGUARDS:
            self.safeguards.begin()
            return
        self.safeguards.end()
        part = self._of_part(heading.bodies)
        if part:
            self.groups.append(_Group(part, heading.bodies, by_part=True))
        elif heading.bodies:
            before = self.groups.pop().printed if self.groups and self.groups[-1].goes_on() else ()
            self._open((*before, *heading.bodies))
            self.groups[-1].colon = heading.printed.rstrip()[-1:] in _COLONS
            self.groups[-1].headed = heading.label != DUTIES

    def _of_part(self, printed: tuple[str, ...]) -> tuple[str, ...]:
        """The bodies of the column that a heading by part means (牵头部门, 配合单位), in the column's order."""
        if len(printed) != 1 or len(self.column.names) < 2 or self.column.resolve(printed[0]):
            return ()
        if vocabulary.LEADING.match(printed[0]):
            return self.column.names[:1]
        return self.column.names[1:] if vocabulary.ASSISTING.match(printed[0]) else ()

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
                if len(known[0]) == 1 and known[1] != Fit.EXACT and not is_unnamed(name):
                    self.other_names[name] = known[0][0]
                if len(known[0]) > 1:
                    self.doubts.append(f"「{name}」按本行对应上级部门的「{'」「'.join(known[0])}」读取")
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
                self.other_names.pop(group.printed[0], None)

    # -------------------------------------------------------------------------------------------------- subjects

    def _by_subject(self, clauses: Sequence[Clause]) -> list[_Group]:
        """Groups for the clauses before the first heading: by their subjects, else all bodies of the column.

        A clause without subject goes on with the subject before it; that this is a reading is said in a doubt.
        """
        if not clauses:
            return []
        default = self._bodies_without_heading()
        parted = [part for clause in clauses for part in self._parted(clause)]
        subjects = [self.subjects.subject(clause.text) or self.subjects.bearers(clause.text) for clause in parted]
        speaks = any(self.column.resolve(name) or not is_unnamed(name) for subject in subjects for name in subject)
        if not speaks:
            subjects = [()] * len(parted)
        self._doubt_bearers(default, speaks, all(subjects))
        groups: list[_Group] = []
        bodies = self._not_spoken_for(default, subjects)
        for clause, subject in zip(parted, subjects, strict=True):
            if subject:
                bodies = self._resolved(subject)[0]
            elif clause.depth in (0, 1):  # a heading (一、) over the clauses of several bodies
                bodies = default
            if not groups or groups[-1].bodies != bodies:
                groups.append(_Group(bodies))
            groups[-1].items.append(clause.item())
        return groups

    def _not_spoken_for(self, default: tuple[str, ...], subjects: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """Who bears the clauses before the first subject: the one body that no clause names, else all."""
        spoken = {body for subject in subjects for body in self._bodies_of(subject)}
        left = tuple(body for body in default if body not in spoken)
        return left if len(left) == 1 else default

    def _bodies_of(self, subject: Sequence[str]) -> tuple[str, ...]:
        return tuple(body for name in subject if (known := self.column.resolve(name)) for body in known[0])

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
