"""The one column of a reclaimed row (承接部门及工作方式): who takes the duty back, how, or that nobody does it any more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from graphkb.records import DepartmentMention, Item, Place
from loaders.cells import vocabulary
from loaders.cells.bodies import Name, NameReader, is_unnamed, stem
from loaders.cells.clauses import Heading, Spot, read_clauses
from loaders.cells.markup import Block

_METHOD = vocabulary.METHOD_LABEL.pattern
_RECEIVER = vocabulary.RECEIVER_LABEL.pattern
_LABELLED = re.compile(rf"\s*(?:{_RECEIVER})\s*(?P<names>[^。；;：:！？]{{0,240}}?)\s*(?:(?:{_METHOD})|\n|$)\s*")
_METHOD_ONLY = re.compile(rf"\s*(?P<names>[^。；;：:！？]{{0,240}}?)\s*(?:{_METHOD})\s*")
_COLON = re.compile(r"\s*(?P<names>[^。；;：:！？]{2,240}?)\s*[：:]\s*")
_LINE = re.compile(r"\s*(?P<names>[^。；;：:！？，,\n]{2,120})\n\s*")
_LATER_BODY = re.compile(r"(?P<names>[^。；;：:！？，,\n]{3,60}?)\s*[：:]")


@dataclass(frozen=True)
class Reclaimed:
    """What the cell says; ``dropped`` are the printed labels and headings that no field repeats."""

    departments: tuple[DepartmentMention, ...]
    method: tuple[Item, ...]
    role: tuple[Item, ...]
    status: Literal["active", "abolished"]
    dropped: tuple[str, ...]
    doubts: tuple[str, ...]


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
        rest = self._read_receivers(blocks)
        method: list[Item] = []
        role: list[Item] = []
        target, prefix = method, ""
        for part in read_clauses(rest, wrapped=wrapped, find_heading=self._find_heading):
            if isinstance(part, Heading):
                if part.label:
                    self.dropped.append(part.printed)
                    target, prefix = role, ""
                else:  # one of several bodies: its name stays with its clauses, the record has no other place for it
                    target, prefix = method, part.printed
                continue
            target.append(Item(number=part.number, text=prefix + part.text))
            prefix = ""
        departments = self._departments()
        return Reclaimed(
            departments=departments,
            method=tuple(method),
            role=tuple(role),
            status=self._status(method, departments),
            dropped=tuple(self.dropped),
            doubts=tuple(self.doubts),
        )

    def _read_receivers(self, blocks: Sequence[Block]) -> Sequence[Block]:
        """Take label and names off the beginning of the cell; returns the blocks of what is left."""
        text = "\n".join(block.text for block in blocks)
        head = self._head(text)
        if head is None:
            return blocks
        printed = head["names"]
        self.found = self.names.names(printed)
        self.dropped.append(head.group().replace(printed, "", 1))
        for name in self.found:
            self.dropped.extend(name.dropped)
            if not name.certain and not vocabulary.NO_RECEIVER.match(name.name):
                self.doubts.append(f"承接部门「{name.name}」不像完整的单位名称")
        return _without(blocks, head.end())

    def _head(self, text: str) -> re.Match[str] | None:
        labelled = _LABELLED.match(text)
        if labelled:
            return labelled
        for pattern in (_METHOD_ONLY, _COLON, _LINE):
            head = pattern.match(text)
            if head and self._are_bodies(head["names"], or_nothing=pattern is _METHOD_ONLY):
                return head
        return None

    def _are_bodies(self, text: str, *, or_nothing: bool = False) -> bool:
        found = self.names.names(text)
        if not found:
            return or_nothing
        return all(name.certain for name in found) and not all(is_unnamed(name.name) for name in found)

    def _find_heading(self, spot: Spot) -> Heading | None:
        township = self.township.match(spot.text, spot.start)
        if township:
            return Heading(township.end(), township.group(), (), "role")
        later = _LATER_BODY.match(spot.text, spot.start)
        if later and self.names.begins(later["names"]) and self._are_bodies(later["names"]):
            bodies = self.names.names(later["names"])
            self.found.extend(bodies)
            return Heading(later.end(), later.group(), tuple(name.name for name in bodies))
        return None

    def _departments(self) -> tuple[DepartmentMention, ...]:
        mentions: dict[str, DepartmentMention] = {}
        for name in self.found:
            if vocabulary.NO_RECEIVER.match(name.name):
                self.dropped.append(name.name)
            elif name.name in mentions:
                self.dropped.append(name.name)
            else:
                mentions[name.name] = name.mention()
        return tuple(mentions.values())

    def _status(self, method: Sequence[Item], departments: Sequence[DepartmentMention]) -> Literal["active", "abolished"]:
        """Abolished where every clause says that the duty ends and none says who does it instead."""
        if not method:
            return "active"
        endings = [_ends(item.text, taken=bool(departments)) for item in method]
        if not all(endings) or any(vocabulary.SUCCESSOR.search(item.text) for item in method):
            return "active"
        if "cancelled" in endings and departments:
            self.doubts.append("「取消」可指不再开展，也可指由承接部门收回")
        return "abolished"


def _ends(text: str, *, taken: bool) -> str:
    """How ``text`` ends the duty: "nobody", "cancelled" or ""; ``taken`` says that a receiving body is named."""
    nobody = vocabulary.NOBODY_DOES_IT.search(text)
    if nobody and not (taken and vocabulary.TOWNSHIP_ALONE.search(text[: nobody.start()])):
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
        cut = min(max(length, 0), len(block.text))
        rest = block.text[cut:].strip()
        length -= len(block.text) + 1
        if rest:
            left.append(replace(block, text=rest))
    return left
