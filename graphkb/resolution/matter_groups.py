"""Wordings → matters, each led by its shortest wording, so that neither order nor number of lists decides.

Wordings are taken shortest first: one that copies a shorter one but for a few words goes with it, one that is the same work
as a leader joins the best one, or else that of a member that it is the same work as, unless its leader is other work; any
other leads a matter of its own. A wording that bundles several works overlaps with the
shorter leaders that it contains. What a wording comes to depends on shorter ones only, so when wordings come or go, these
and the longer ones that hang on them are judged anew, and no others: the result is the same as from all wordings at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from typing import Literal, Protocol

from graphkb.resolution.matter_links import (
    NO_WORDS,
    Index,
    Link,
    Words,
    copy_clues,
    link,
    rank,
    work_clues,
)
from graphkb.resolution.matters import compare, nearly_equal
from graphkb.resolution.wordings import Wording

Part = Literal["copies", "originals", "leaders", "members"]
"""What is looked for by clues: any wording, as a copy; those that copy none; those that lead a matter; those that neither
lead nor copy."""


@dataclass(frozen=True, eq=False)
class Placed:
    """A wording with its links: first the matter that it is the same work as, then its overlaps, the best first.

    ``original`` is the key of the wording that it copies, if it does.
    """

    wording: Wording
    links: tuple[Link, ...]
    original: str | None = None

    @property
    def leads(self) -> bool:
        """Tell whether the matter is named after this wording."""
        return self.links[0].matter == self.wording.key

    @property
    def says(self) -> tuple[str, tuple[Link, ...], str | None]:
        """Return all that can change about it."""
        return self.wording.text, self.links, self.original


class Memory(Protocol):
    """Where wordings stand that were placed before; each answer may name some that were asked for already."""

    def found(self, part: Part, clues: Collection[str]) -> Iterable[Placed]:
        """Return the wordings of this part that have one of these clues."""

    def named(self, keys: Collection[str]) -> Iterable[Placed]:
        """Return the wordings with these keys."""


@dataclass(frozen=True)
class Changes:
    """What an update changed, by the wordings' keys: as it was (None: new), and as it is (None: gone)."""

    before: dict[str, Placed | None]
    after: dict[str, Placed | None]


def group(wordings: Iterable[Wording], words: Words = NO_WORDS) -> dict[str, tuple[Link, ...]]:
    """Return the links of each wording by its key: first the matter that it is the same work as, then its overlaps.

    What ``words`` say of two wordings wins over what their characters say.
    """
    placed = Groups(words).update(wordings).after
    return {key: one.links for key, one in placed.items() if one}


class Groups:
    """Wordings in their places; those of a memory are read as they are needed."""

    def __init__(self, words: Words = NO_WORDS, memory: Memory | None = None) -> None:
        self._words = words
        self._memory = memory
        self._known: set[tuple[Part, str]] = set()
        self._placed: dict[str, Placed] = {}
        self._copies, self._leaders, self._members = Index(copy_clues), Index(work_clues), Index(work_clues)
        self._longest: tuple[int, str] = (0, "")
        self._waiting: dict[str, Wording] = {}
        self._ranks: list[tuple[int, str]] = []
        self._before: dict[str, Placed | None] = {}

    def update(self, new: Iterable[Wording], gone: Collection[Placed] = ()) -> Changes:
        """Let wordings come and go, and return all that changed by that; one that goes and comes may be another text."""
        self._before = {}
        coming = sorted({wording.key: wording for wording in new}.values(), key=rank)
        if self._memory:
            self._recall(self._memory.named(self._words.keys()))
        coming = self._let_go(gone, coming)
        self._read_ahead(coming)
        for wording in coming:
            self._wait(wording)
        while self._ranks:
            _, key = heappop(self._ranks)
            if waiting := self._waiting.pop(key, None):
                self._settle(waiting, self._judged(waiting))
        before = {key: one for key, one in self._before.items() if _says(one) != _says(self._placed.get(key))}
        return Changes(before, {key: self._placed.get(key) for key in before})

    def _let_go(self, gone: Collection[Placed], coming: list[Wording]) -> list[Wording]:
        """Put away what goes, and return those of the coming wordings that must find a place."""
        for placed in gone:
            self._recall([placed])
            self._settle(placed.wording, None)
        for placed in gone:
            self._waiting.pop(placed.wording.key, None)
        return coming

    # --- judging ---------------------------------------------------------------------------------------------------

    def _judged(self, wording: Wording) -> Placed:
        """Return the wording in the place that the shorter ones leave it."""
        said = {
            key: same
            for key, same in self._words.about(wording.key).items()
            if key in self._placed and self._precedes(self._placed[key].wording, wording)
        }
        if same := sorted((key for key, same in said.items() if same), key=lambda key: (len(key), key)):
            links = self._placed[same[0]].links
            return Placed(wording, (replace(links[0], score=1.0), *links[1:]))
        apart = {self._placed[key].links[0].matter for key in said}
        if original := self._original(wording, apart):
            first, *overlaps = original.links
            score = compare(wording, original.wording).score
            return Placed(wording, (replace(first, score=score), *overlaps), original.wording.key)
        return Placed(wording, self._links(wording, apart))

    def _precedes(self, one: Wording, other: Wording) -> bool:
        """Tell whether the place of the other may hang on that of the one."""
        return rank(one) < rank(other)

    def _original(self, wording: Wording, apart: Collection[str] = ()) -> Placed | None:
        """Return the first wording that this one copies, of those that copy none themselves."""
        self._know("copies", [wording])
        there = (self._placed[one.key] for one in self._copies.near(wording) if self._precedes(one, wording))
        able = (one for one in there if one.original is None and one.links[0].matter not in apart)
        return next((one for one in able if nearly_equal(wording, one.wording)), None)

    def _links(self, wording: Wording, apart: Collection[str] = ()) -> tuple[Link, ...]:
        self._know("leaders", [wording])
        there = [one for one in self._leaders.near(wording) if self._precedes(one, wording)]
        first, *overlaps = link(wording, (leader for leader in there if leader.key not in apart))
        if first.matter == wording.key and (through := self._link_through(wording, apart)):
            return through, *(one for one in overlaps if one.matter != through.matter)
        return first, *overlaps

    def _link_through(self, wording: Wording, apart: Collection[str]) -> Link | None:
        """Return the link to the matter of the member that this wording is most like, or None.

        Titles of one work in two counties may share too little where a sentence of a third shares enough with both.
        """
        self._know("members", [wording])
        found = []
        able: dict[str, bool] = {}
        for member in self._members.near(wording):
            matter = self._placed[member.key].links[0].matter
            if matter not in able:
                leader = self._placed.get(matter)
                able[matter] = leader is not None and compare(wording, leader.wording).kind != "different"
            if able[matter] and matter not in apart and self._precedes(member, wording):
                alike = compare(wording, member)
                if alike.kind == "same":
                    found.append(Link(matter, True, alike.score))
        return min(found, key=lambda one: (-one.score, len(one.matter), one.matter), default=None)

    # --- what hangs on what ----------------------------------------------------------------------------------------

    def _wait(self, wording: Wording) -> None:
        if wording.key not in self._waiting:
            self._waiting[wording.key] = wording
            heappush(self._ranks, rank(wording))

    def _settle(self, wording: Wording, after: Placed | None) -> None:
        """Put the wording in its place, or away, and let those wait that hang on it."""
        before = self._placed.get(wording.key)
        if _says(before) == _says(after):
            return
        self._before.setdefault(wording.key, before)
        if before:
            self._forget(before)
        if after:
            self._remember(after)
        if self._memory or rank(wording) < self._longest:
            for other in list(self._hanging_on(wording, before, after)):
                if rank(other) > rank(wording):
                    self._wait(other)

    def _hanging_on(self, wording: Wording, before: Placed | None, after: Placed | None) -> Iterator[Wording]:
        """Yield the wordings that another place of this one may bring another place."""
        self._know("copies", [wording])
        new_original = _is_original(after) and not _is_original(before)
        for other in self._copies.near(wording):
            copied = self._placed[other.key].original == wording.key
            if copied or (new_original and rank(other) > rank(wording) and nearly_equal(other, wording)):
                yield other
        if _matter(before) != _matter(after):
            for part in ("leaders", "members"):
                self._know(part, [wording])
            yield from self._linked(wording)
        yield from (self._placed[key].wording for key in self._words.about(wording.key) if key in self._placed)

    def _linked(self, one: Wording) -> Iterator[Wording]:
        """Yield the longer wordings that are linked to this one, or through it, or would be if nothing else were better."""
        for other in (*self._leaders.near(one), *self._members.near(one)):
            linked = one.key in {link.matter for link in self._placed[other.key].links}
            if rank(other) > rank(one) and (linked or compare(other, one).kind != "different"):
                yield other

    # --- memory ----------------------------------------------------------------------------------------------------

    def _read_ahead(self, coming: Collection[Wording]) -> None:
        """Read at once what wordings that come will be compared with, and not for each by itself."""
        if self._memory:
            self._know("copies", coming)
            rest = [wording for wording in coming if not self._original(wording)]
            self._know("leaders", rest)
            self._know("members", rest)
            hanging = [other for one in rest for other in self._linked(one)]
            for part in ("copies", "leaders", "members"):
                self._know(part, hanging)

    def _know(self, part: Part, wordings: Iterable[Wording]) -> None:
        """Make sure that all wordings of this part are remembered that share a clue with one of these."""
        if self._memory and (unknown := self._unknown(part, wordings)):
            unknown |= self._unknown(part, self._waiting.values())  # they will be asked for next
            self._known |= unknown
            self._recall(self._memory.found(part, sorted(clue for _, clue in unknown)))
            if part == "members":
                leaders = {placed.links[0].matter for placed in self._placed.values()} - self._placed.keys()
                self._recall(self._memory.named(sorted(leaders)))

    def _unknown(self, part: Part, wordings: Iterable[Wording]) -> set[tuple[Part, str]]:
        clues_of = copy_clues if part in ("copies", "originals") else work_clues
        return {(part, clue) for wording in wordings for clue in clues_of(wording)} - self._known

    def _recall(self, found: Iterable[Placed]) -> None:
        """Remember what the memory gave, unless it was put elsewhere meanwhile."""
        for placed in found:
            if placed.wording.key not in self._placed and placed.wording.key not in self._before:
                self._remember(placed)

    def _remember(self, placed: Placed) -> None:
        self._placed[placed.wording.key] = placed
        self._longest = max(self._longest, rank(placed.wording))
        for index in self._indexes(placed):
            index.add(placed.wording)

    def _forget(self, placed: Placed) -> None:
        del self._placed[placed.wording.key]
        for index in self._indexes(placed):
            index.discard(placed.wording)

    def _indexes(self, placed: Placed) -> tuple[Index, ...]:
        if placed.original is not None:
            return (self._copies,)
        return self._copies, self._leaders if placed.leads else self._members


def _says(placed: Placed | None) -> tuple[str, tuple[Link, ...], str | None] | None:
    return placed.says if placed else None


def _matter(placed: Placed | None) -> str | None:
    """Return the matter that others may be linked to by or through this wording."""
    return placed.links[0].matter if placed and placed.original is None else None


def _is_original(placed: Placed | None) -> bool:
    return placed is not None and placed.original is None
