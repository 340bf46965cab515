"""The column of a reclaimed row (承接部门及工作方式): who takes the duty back, how, or that nobody does it any more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from graphkb.bodies import is_unnamed
from graphkb.records import DepartmentMention, Item, Place
from loaders.cells import vocabulary
from loaders.cells.bodies import Name, NameReader, each_once, stem
from loaders.cells.clauses import Heading, Spot, read_clauses
from loaders.cells.markup import Block
from loaders.cells.matching import Column
from loaders.cells.subjects import SubjectReader
from loaders.cells.text import tidy

Status = Literal["active", "abolished"]

_METHOD = vocabulary.METHOD_LABEL.pattern
_RECEIVER = vocabulary.RECEIVER_LABEL.pattern
_NAMES = r"(?P<names>[^。；;：:！？]{0,240}?)"
_LABELLED = re.compile(rf"\s*(?:{_RECEIVER})\s*{_NAMES}\s*(?:[。；;，,]?\s*(?:{_METHOD})|\n|$)\s*")
_METHOD_ONLY = re.compile(rf"\s*{_NAMES}\s*(?:{_METHOD})\s*")
_COLON = re.compile(r"\s*(?P<names>[^。；;：:！？]{2,240}?)\s*[：:]\s*")
_LINE = re.compile(r"\s*(?P<names>[^。；;：:！？，,\n]{2,120})\n\s*")
_BY = re.compile("由")
_LATER_BODY = re.compile(r"(?P<names>[^。；;：:！？，,\n]{3,60}?)\s*[：:]")


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


def read_reclaimed(blocks: Sequence[Block], names: NameReader, place: Place, *, wrapped: bool) -> Reclaimed:
    """Receiving bodies, method, what the township keeps, and whether anybody does the duty any more."""
    return _Reader(names, place).read(blocks, wrapped=wrapped)


class _Reader:
    def __init__(self, names: NameReader, place: Place) -> None:
        self.names = names
        self.township = _township_heading(place)
        self.found: list[Name] = []
        self.dropped: list[str] = []
        self.doubts: list[str] = []

    def read(self, blocks: Sequence[Block], *, wrapped: bool) -> Reclaimed:
        method: list[Item] = []
        role: list[Item] = []
        target, body = method, ""  # body: the heading of one of several bodies, which stays with its clauses
        rest = self._take_receivers(blocks)
        for part in read_clauses(rest, wrapped=wrapped, find_heading=self._find_heading):
            if isinstance(part, Heading) or part.number:
                target += [Item(number="", text=body)] if body else []
                body = ""
            if not isinstance(part, Heading):
                target.append(Item(number=part.number, text=body + part.text))
                body = ""
            elif part.bodies:
                target, body = method, tidy(part.printed)
            else:
                self.dropped.append(part.printed)
                target = role
        target += [Item(number="", text=body)] if body else []
        if method and not self.found:
            self._take_subject(method)
        departments = self._departments()
        status = self._status(method, departments)
        if status == "active" and not departments:
            self.doubts.append("未写明由哪个部门承接")
        return Reclaimed(
            departments=departments,
            method=tuple(method),
            role=tuple(role),
            status=status,
            dropped=tuple(self.dropped),
            doubts=tuple(self.doubts),
        )

    # ------------------------------------------------------------------------------------------------- receivers

    def _take_receivers(self, blocks: Sequence[Block]) -> Sequence[Block]:
        """Take label and names off the beginning of the cell; returns the blocks of what is left."""
        head = self._head("\n".join(block.text for block in blocks))
        if head is None:
            return blocks
        self.found = self.names.names(head["names"])
        self.dropped.append(head.group().replace(head["names"], "", 1))
        for name in self.found:
            self.dropped.extend(name.dropped)
            if not name.certain and not vocabulary.NO_RECEIVER.match(name.name):
                self.doubts.append(f"承接部门「{name.name}」不像完整的单位名称")
        return _without(blocks, head.end())

    def _head(self, text: str) -> re.Match[str] | None:
        """Label and names at the beginning of ``text``: 承接部门：X 工作方式：, X 工作方式：, X：, or a line X."""
        labelled = _LABELLED.match(text)
        if labelled:
            return labelled
        for pattern in (_METHOD_ONLY, _COLON, _LINE):
            head = pattern.match(text)
            if head and ((pattern is _METHOD_ONLY and not head["names"].strip()) or self._are_bodies(head["names"])):
                return head
        return None

    def _are_bodies(self, text: str) -> bool:
        found = self.names.names(text)
        named = any(not is_unnamed(name.name) for name in found)
        return named and all(name.certain for name in found)

    def _take_subject(self, method: Sequence[Item]) -> None:
        """A body that a clause names as the one who does it (县民政局负责 …, 由县民政局负责 …) receives the duty."""
        reader = SubjectReader(Column((), self.names), self.names)
        begins = [
            method[0].text,
            *(item.text[by.end() : by.end() + 120] for item in method for by in _BY.finditer(item.text)),
        ]
        for text in begins:
            self.found = [Name(body) for body in reader.subject(text[:120]) if not is_unnamed(body)]
            if self.found:
                return

    def _find_heading(self, spot: Spot) -> Heading | None:
        """What the township keeps (镇职责：), or a further body with clauses of its own."""
        if not spot.sure:
            return None
        township = self.township.match(spot.text, spot.start)
        if township:
            return Heading(township.end(), township.group())
        later = _LATER_BODY.match(spot.text, spot.start)
        if later and self.names.begins(later["names"]) and self._are_bodies(later["names"]):
            bodies = self.names.names(later["names"])
            self.found.extend(bodies)
            return Heading(later.end(), later.group(), tuple(name.name for name in bodies))
        return None

    def _departments(self) -> tuple[DepartmentMention, ...]:
        nobody = [name.name for name in self.found if vocabulary.NO_RECEIVER.match(name.name)]
        mentions, repeated = each_once([name for name in self.found if name.name and name.name not in nobody])
        self.dropped += [*nobody, *repeated]
        return mentions

    # ---------------------------------------------------------------------------------------------------- status

    def _status(self, method: Sequence[Item], departments: Sequence[DepartmentMention]) -> Status:
        """Abolished where every clause says that the duty ends and none says who does it instead."""
        taken = bool(departments)
        endings = [_ending(item.text, taken=taken) for item in method]
        if not endings or not all(endings) or any(vocabulary.SUCCESSOR.search(item.text) for item in method):
            return "active"
        if "cancelled" in endings and taken:
            self.doubts.append("「取消」可指不再开展，也可指由承接部门收回")
        if "township" in endings:
            self.doubts.append("只写明基层不再开展，未写明由谁承接")
        return "abolished"


def _ending(text: str, *, taken: bool) -> str:
    """How ``text`` ends the duty: for all ("nobody"), for the township alone, "cancelled", or not at all ("").

    ``taken`` says that a receiving body is named: then it does what the township does no more.
    """
    nobody = vocabulary.NOBODY_DOES_IT.search(text)
    if nobody and vocabulary.TOWNSHIP_ALONE.search(text[: nobody.start()]):
        return "" if taken else "township"
    if nobody:
        return "nobody"
    if vocabulary.CANCELLED.match(text):
        return "cancelled"
    return "nobody" if not taken and vocabulary.GROUND_FELL_AWAY.search(text) else ""


@lru_cache(maxsize=256)
def _township_heading(place: Place) -> re.Pattern[str]:
    words = {*vocabulary.TOWNSHIP_WORDS}
    if place.township:
        words |= {place.township, f"{place.township}人民政府", f"{place.township}政府", stem(place.township)}
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
