"""The column of a reclaimed row (承接部门及工作方式): who takes the duty back, how, or that nobody does it any more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from graphkb.bodies import is_unnamed
from graphkb.records import DepartmentMention, Item, Place
from loaders.cells import vocabulary
from loaders.cells.bodies import Name, NameReader, each_once, stem
from loaders.cells.clauses import Heading, Spot, read_clauses
from loaders.cells.markup import Block
from loaders.cells.matching import Column
from loaders.cells.receivers import ReceiverReader, Receivers, mend_labels
from loaders.cells.subjects import SubjectReader
from loaders.cells.text import tidy

Status = Literal["active", "abolished"]

_TOWNSHIP, _NOBODY = "township", "nobody"
"""Labels of headings that name no receiving body."""

_BETWEEN = re.compile("[，,；;。]")
_NUMBER_LENGTH = 12  # characters in which an item's number stands right before a text
_ITEM_NUMBER = re.compile(r"(?:\d{1,2}\s*[.．、）)]|[（(]\s*\d{1,2}\s*[）)])\s*$")
_HEADING_NUMBER = re.compile(r"^\s*[（(]?(?P<number>[一二三四五六七八九十]{1,3})(?:[）)]\s*[、.．]?|、)\s*")


@dataclass(frozen=True)
class Reclaimed:
    """What the cell says; ``dropped`` are the printed labels and headings that no field repeats."""

    departments: tuple[DepartmentMention, ...]
    method: tuple[Item, ...]
    role: tuple[Item, ...]
    status: Status
    dropped: tuple[str, ...]
    doubts: tuple[str, ...]


NOTHING_RECLAIMED = Reclaimed((), (), (), "active", (), ())


def read_reclaimed(
    blocks: Sequence[Block], names: NameReader, place: Place, *, wrapped: bool, column: Sequence[Block] = ()
) -> Reclaimed:
    """Receiving bodies, method, what the township keeps, and whether anybody does the duty any more.

    ``column`` is the cell of the receiving bodies where the table gives them a column of their own.
    """
    return _Reader(names, place).read(blocks, column, wrapped=wrapped)


@dataclass
class _Group:
    """Clauses of one body, or of all: ``heading`` stays with them where another group follows."""

    heading: Item | None = None
    joined: bool = False  # the heading stands right before its clauses, with no label between
    items: list[Item] = field(default_factory=list)

    def with_heading(self) -> list[Item]:
        """The clauses below their heading; a single one without number goes on behind it."""
        if self.heading is None:
            return self.items
        if self.joined and not self.heading.number and self.items and not self.items[0].number:
            return [Item(number="", text=self.heading.text + self.items[0].text), *self.items[1:]]
        return [self.heading, *self.items]


class _Reader:
    def __init__(self, names: NameReader, place: Place) -> None:
        self.names = names
        self.receivers = ReceiverReader(names)
        self.township = _township_heading(place)
        self.first = _Group()
        self.found: list[Name] = []
        self.dropped: list[str] = []
        self.doubts: list[str] = []

    def read(self, blocks: Sequence[Block], column: Sequence[Block], *, wrapped: bool) -> Reclaimed:
        blocks = [replace(block, text=mend_labels(block.text, self.township)) for block in blocks]
        if column:
            self._take_column(column)
        groups, role = self._read_groups(self._take_receivers(blocks), wrapped=wrapped)
        clauses = self._clauses(groups)
        if clauses and not self.found:
            self._take_subjects(clauses)
        departments = self._departments()
        status = self._status(clauses, departments)
        if status == "active" and not departments:
            self.doubts.append("未写明由哪个部门承接")
        shown = [group.with_heading() for group in groups[1:] if group.items or group.joined]
        if groups[0].items:
            shown.insert(0, groups[0].with_heading() if shown else groups[0].items)
        return Reclaimed(
            departments=departments,
            method=tuple(item for items in shown for item in items),
            role=tuple(role),
            status=status,
            dropped=tuple(self.dropped),
            doubts=tuple(self.doubts),
        )

    def _read_groups(self, blocks: Sequence[Block], *, wrapped: bool) -> tuple[list[_Group], list[Item]]:
        """The clauses of each body in printed order, and those of the township."""
        role: list[Item] = []
        groups = [self.first]
        target = groups[0].items
        for part in read_clauses(blocks, wrapped=wrapped, find_heading=self._find_heading):
            if not isinstance(part, Heading):
                target.append(part.item())
            elif part.label == _TOWNSHIP:
                self.dropped.append(part.printed)
                target = role
            else:
                groups.append(self._group(part))
                target = groups[-1].items
        return groups, role

    def _group(self, heading: Heading) -> _Group:
        """A group of clauses below ``heading``, of which labels are left out."""
        number = _HEADING_NUMBER.match(heading.printed)
        if heading.label:
            self.dropped.append(heading.printed)
            return _Group(Item(number="", text=f"{tidy(heading.label)}：") if heading.label != _NOBODY else None)
        text = heading.printed[number.end() :] if number else heading.printed
        return _Group(Item(number=number["number"] if number else "", text=tidy(text)), joined=True)

    def _clauses(self, groups: Sequence[_Group]) -> list[Item]:
        """All clauses but those that stand for nothing (/, 无), which are dropped."""
        for group in groups:
            for item in [item for item in group.items if vocabulary.NO_RECEIVER.match(item.text.rstrip("。；;"))]:
                if not re.search("承接", item.text):
                    group.items.remove(item)
                    self.dropped.append(item.number + item.text)
                    self.found.append(Name(item.text.rstrip("。；;")))
        return [item for group in groups for item in group.items]

    # ------------------------------------------------------------------------------------------------- receivers

    def _take_column(self, column: Sequence[Block]) -> None:
        """Take the bodies of a column of their own, where labels may stand beside them."""
        text = "\n".join(block.text for block in column)
        head = self.receivers.labelled(text, 0)
        rest = text[head.end :] if head else text
        self.found = [*(head.names if head else ()), *self.names.names(rest)]
        self.dropped.extend(head.dropped if head else ())
        self._note_uncertain(self.found)

    def _take_receivers(self, blocks: Sequence[Block]) -> Sequence[Block]:
        """Take label and names off the beginning of the cell; returns the blocks of what is left."""
        head = self.receivers.at_beginning("\n".join(block.text for block in blocks))
        if head is None:
            return blocks
        self.found.extend(head.names)
        self.dropped.extend(head.dropped)
        self._note_uncertain(head.names)
        if head.printed and not all(map(_is_nobody, head.names)):
            heading = Item(number="", text=f"{tidy(head.printed)}：")
            self.first = _Group(heading, joined=not head.dropped)
        return _without(blocks, head.end)

    def _note_uncertain(self, names: Sequence[Name]) -> None:
        for name in names:
            self.dropped.extend(name.dropped)
            if not name.certain and not _is_nobody(name):
                self.doubts.append(f"承接部门「{name.name}」不像完整的单位名称")

    def _take_subjects(self, clauses: Sequence[Item]) -> None:
        """Bodies that clauses name as those who do it (县民政局负责 …, 由县民政局收回) receive the duty."""
        reader = SubjectReader(Column((), self.names), self.names)
        for item in clauses:
            begins = [(0, False), *((by.end(), True) for by in vocabulary.HANDED_TO.finditer(item.text))]
            begins += [(mark.end(), False) for mark in _BETWEEN.finditer(item.text)]
            for begin, by in sorted(begins):
                self._take_subject(item.text[begin : begin + 120], reader, by=by)

    def _take_subject(self, text: str, reader: SubjectReader, *, by: bool) -> None:
        """The first body named as a subject receives the duty; later ones only where they take it over, too."""
        taking_over = self.receivers.taking_over(text)
        bodies = [body for body in reader.subject(text) if not is_unnamed(body)] or [name.name for name in taking_over]
        if bodies and (by or not self.found or self._takes_over(text, taking_over)):
            self.found += [Name(body) for body in bodies]

    @staticmethod
    def _takes_over(text: str, bodies: Sequence[Name]) -> bool:
        """Whether a body behind the first one takes the duty over, too (…，县公安局负责查处)."""
        return bool(bodies) and re.search("负责|牵头|承担|承接|收回", text[: len(bodies[0].name) + 12]) is not None

    def _find_heading(self, spot: Spot) -> Heading | None:
        """What the township keeps (镇职责：), or a further body with clauses of its own."""
        if not spot.sure:
            return None
        township = self.township.match(spot.text, spot.start)
        if township:
            return Heading(township.end(), township.group(), label=_TOWNSHIP)
        labelled = self.receivers.labelled(spot.text, spot.start)
        if labelled:
            self._take_further(labelled)
            return Heading(labelled.end, "".join(labelled.dropped), label=labelled.printed or _NOBODY)
        further = self.receivers.before_colon(spot.text, spot.start)
        if further is None:
            return None
        self._take_further(further)
        before = max(0, spot.start - _NUMBER_LENGTH)
        if _ITEM_NUMBER.search(spot.text, before, spot.start) and not _ITEM_NUMBER.match(spot.text, further.end):
            return None  # 2.县公安局：查处: the name stays in the clause, which has a number of its own
        return Heading(further.end, spot.text[spot.start : further.end], tuple(name.name for name in further.names))

    def _take_further(self, receivers: Receivers) -> None:
        self.found.extend(receivers.names)
        self._note_uncertain(receivers.names)

    def _departments(self) -> tuple[DepartmentMention, ...]:
        nobody = [name.name for name in self.found if _is_nobody(name)]
        mentions, repeated = each_once([name for name in self.found if name.name and name.name not in nobody])
        self.dropped += [*nobody, *repeated]
        return mentions

    # ---------------------------------------------------------------------------------------------------- status

    def _status(self, clauses: Sequence[Item], departments: Sequence[DepartmentMention]) -> Status:
        """Abolished where every clause says that the duty ends and none says who does it instead."""
        endings = [_ending(item.text, taken=bool(departments)) for item in clauses]
        if not clauses and not departments and any(map(_is_nobody, self.found)):
            endings = ["unreceived"]
        if not endings or not all(endings) or any(vocabulary.SUCCESSOR.search(item.text) for item in clauses):
            return "active"
        if "nobody" not in endings:
            self.doubts += [_OPEN[ending] for ending in dict.fromkeys(endings) if ending in _OPEN]
            ended = [match["word"] for item in clauses if (match := vocabulary.ENDED.match(item.text))]
            word = next(iter(ended), "取消")
            if word in vocabulary.SUSPENDED:
                self.doubts.append(f"「{word}」可指以后恢复，也可指不再开展")
            elif "cancelled" in endings and departments:
                self.doubts.append(f"「{word}」可指不再开展，也可指由承接部门收回")
        return "abolished"


_OPEN = {
    "township": "只写明基层不再开展，未写明由谁承接",
    "unreceived": "只写明没有承接部门，未写明不再开展",
}
"""What is left open by clauses that end a duty for the township alone, or without saying so."""


def _ending(text: str, *, taken: bool) -> str:
    """How ``text`` ends the duty: for all ("nobody"), for the township alone, "cancelled", "unreceived", or not at all.

    ``taken`` says that a receiving body is named: then it does what the township does no more.
    """
    nobody = vocabulary.NOBODY_DOES_IT.search(text)
    if nobody and vocabulary.TOWNSHIP_ALONE.search(text[: nobody.start()]):
        return "" if taken else "township"
    if nobody and (
        not taken or vocabulary.WHOLLY.search(nobody.group()) or vocabulary.THE_DUTY.match(text, nobody.end())
    ):
        return "nobody"
    if vocabulary.CANCELLED.match(text) or vocabulary.ENDED.match(text):
        return "cancelled"
    if taken:
        return ""
    if vocabulary.GROUND_FELL_AWAY.search(text):
        return "nobody"
    return "unreceived" if vocabulary.NO_RECEIVER.match(text.rstrip("。；;")) else ""


def _is_nobody(name: Name) -> bool:
    return vocabulary.NO_RECEIVER.match(name.name) is not None


@lru_cache(maxsize=256)
def _township_heading(place: Place) -> re.Pattern[str]:
    words = {*vocabulary.TOWNSHIP_WORDS}
    if place.township:
        offices = ("", "人民政府", "政府", "办事处", "党委、政府", "党工委、办事处")
        words |= {stem(place.township), *(f"{place.township}{office}" for office in offices)}
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(f"(?:{alternatives}){vocabulary.TOWNSHIP_ROLE}")


def _without(blocks: Sequence[Block], length: int) -> list[Block]:
    """``blocks`` (joined by one line break each) without their first ``length`` characters."""
    left: list[Block] = []
    for block in blocks:
        rest = block.text[max(length, 0) :].strip()
        length -= len(block.text) + 1
        if rest:
            left.append(replace(block, text=rest))
    return left
