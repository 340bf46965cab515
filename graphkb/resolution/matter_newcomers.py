"""New wordings in a large store: each finds a place among those that stand, and none of these is moved.

What one list more costs must not grow with the lists that are there, so a clue finds so many wordings at most, and a shorter
wording that comes late takes no matter over. The matters are those of the order in which lists came, until all wordings
are judged anew (:func:`graphkb.ingest.matters.regroup`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from graphkb.resolution.matter_groups import Groups, Memory, Part, Placed
from graphkb.resolution.matter_links import NO_WORDS, Link, Words, copy_clues, work_clues
from graphkb.resolution.wordings import Wording

MOST_FOUND = 8
"""Wordings that a clue finds: those that came first. The more a clue finds, the less it tells."""


class Newcomers(Groups):
    """Places for new wordings beside those of a memory, which stay where they are."""

    def __init__(self, words: Words = NO_WORDS, memory: Memory | None = None) -> None:
        super().__init__(words, memory)
        self._clues: dict[str, frozenset[str]] = {}

    def stand(self, placed: Placed) -> None:
        """Let a wording stand where it was placed."""
        self._settle(placed.wording, placed)

    def clues(self, wording: Wording) -> frozenset[str]:
        """Return what a wording that an update changed is found by: no clue that enough others are found by already."""
        return self._clues[wording.key]

    def _let_go(self, gone: Collection[Placed], coming: list[Wording]) -> list[Wording]:
        """Put away what goes; what comes with another text keeps its place.

        Of those that go for good none may lead a matter that another wording is linked to.
        """
        texts = {wording.key: wording for wording in coming}
        for placed in gone:
            self._recall([placed])
            text = texts.pop(placed.wording.key, None)
            self._settle(placed.wording, replace(placed, wording=text) if text else None)
        return list(texts.values())

    def _precedes(self, one: Wording, other: Wording) -> bool:
        return True

    def _link_through(self, wording: Wording, apart: Collection[str]) -> Link | None:
        return None  # members have no clues here

    def _hanging_on(self, wording: Wording, before: Placed | None, after: Placed | None) -> Iterator[Wording]:
        return iter(())

    def _read_ahead(self, coming: Collection[Wording]) -> None:
        self._know("copies", coming)
        self._know("leaders", [wording for wording in coming if not self._original(wording)])

    def _know(self, part: Part, wordings: Iterable[Wording]) -> None:
        super()._know("originals" if part == "copies" else part, wordings)

    def _settle(self, wording: Wording, after: Placed | None) -> None:
        if after:
            self._clues[wording.key] = frozenset(self._free_clues(after))
        super()._settle(wording, after)

    def _free_clues(self, placed: Placed) -> Iterator[str]:
        if placed.original is None:
            yield from (clue for clue in copy_clues(placed.wording) if self._copies.count(clue) < MOST_FOUND)
        if placed.leads:
            yield from (clue for clue in work_clues(placed.wording) if self._leaders.count(clue) < MOST_FOUND)
