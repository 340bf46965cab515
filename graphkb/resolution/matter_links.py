"""How one wording is linked: to the leader that it is the same work as, to those that it bundles; and how both are found.

Only wordings that share a clue are compared: a word that tells the work, or values of the MinHash of their characters
(Broder 1997), so that the time grows with the number of wordings and not with that of their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from graphkb.resolution.decisions import MatterDecision, last_words
from graphkb.resolution.matters import Comparison, Kind, compare
from graphkb.resolution.wordings import Wording, read_wording

HASHES = 8
"""Values of the MinHash that are clues. Two wordings of the same work have more than 0.4 of their pairs of characters in
common; that they share none of eight values happens to fewer than 2 in 100."""

MOST_OVERLAPS = 8
"""Matters that one wording is linked to as overlap: those of the best scores."""

_COPY_HASHES = 10
"""Each two of so many values are a clue to copies: of two texts with 0.7 of their pairs in common, 97 in 100 share one."""

_LEAST_PIECE = 4
"""Weight from which a piece without a telling word is looked for by itself."""


@dataclass(frozen=True)
class Link:
    """A wording in a matter, which is named by the key of its leader; ``same`` is false for an overlap."""

    matter: str
    same: bool
    score: float


def relation(one: Sequence[Link], other: Sequence[Link]) -> Kind:
    """Return what two wordings are to each other by their matters; the first link of each is the one of the same work."""
    if one[0].matter == other[0].matter:
        return "same"
    bundled = one[0].matter in {link.matter for link in other} or other[0].matter in {link.matter for link in one}
    return "overlap" if bundled else "different"


def rank(wording: Wording) -> tuple[int, str]:
    """Return what wordings are ordered by: shorter ones lead."""
    return len(wording.key), wording.key


class Words:
    """People's words about wordings, by their keys: which are the same work, and which are not."""

    def __init__(self, decisions: Iterable[MatterDecision] = ()) -> None:
        self._said: defaultdict[str, dict[str, bool]] = defaultdict(dict)
        for pair, same in last_words(decisions).items():
            keys = sorted({read_wording(name).key for name in pair})
            if len(keys) == 2:  # names of one wording cannot be told apart
                self._said[keys[0]][keys[1]] = self._said[keys[1]][keys[0]] = same

    def keys(self) -> list[str]:
        """Return all wordings that a person said something about."""
        return sorted(self._said)

    def about(self, key: str) -> Mapping[str, bool]:
        """Return the wordings that a person called the same work as this one (True) or another (False)."""
        return self._said.get(key, {})


NO_WORDS = Words()


class Index:
    """Wordings, found by the clues that they share with another."""

    def __init__(self, clues: Callable[[Wording], frozenset[str]]) -> None:
        self._clues = clues
        self._by_clue: defaultdict[str, dict[str, Wording]] = defaultdict(dict)

    def add(self, wording: Wording) -> None:
        """Let the wording be found from now on."""
        for clue in self._clues(wording):
            self._by_clue[clue][wording.key] = wording

    def discard(self, wording: Wording) -> None:
        """Let the wording be found no more."""
        for clue in self._clues(wording):
            self._by_clue[clue].pop(wording.key, None)

    def count(self, clue: str) -> int:
        """Return how many wordings this clue finds."""
        return len(self._by_clue.get(clue, ()))

    def near(self, wording: Wording) -> list[Wording]:
        """Return all others that share a clue with this one, the shortest first."""
        found = {key: other for clue in self._clues(wording) for key, other in self._by_clue.get(clue, {}).items()}
        found.pop(wording.key, None)
        return sorted(found.values(), key=rank)


def link(wording: Wording, leaders: Iterable[Wording]) -> tuple[Link, ...]:
    """Return the links of one wording to these leaders, or to itself as the leader of a new matter.

    Of two wordings that overlap, the longer one is taken to bundle the shorter one.
    """
    compared = {leader: compare(wording, leader) for leader in leaders}
    joined = _best(compared, "same")
    first = Link(joined[0][0], True, joined[0][1].score) if joined else Link(wording.key, True, 1.0)
    bundled = {leader: one for leader, one in compared.items() if rank(leader) < rank(wording)}
    overlaps = [Link(key, False, one.score) for key, one in _best(bundled, "overlap")]
    return first, *overlaps[:MOST_OVERLAPS]


def _best(compared: Mapping[Wording, Comparison], kind: str) -> list[tuple[str, Comparison]]:
    """Return what is of this kind, the best score first, then the shortest leader."""
    found = [(leader.key, one) for leader, one in compared.items() if one.kind == kind]
    return sorted(found, key=lambda item: (-item[1].score, len(item[0]), item[0]))


@lru_cache(maxsize=65_536)
def copy_clues(wording: Wording) -> frozenset[str]:
    """Return what a copy of a wording is found by: each clue is two values of the MinHash of its characters."""
    pairs = {wording.key[i : i + 2] for i in range(max(1, len(wording.key) - 1))}
    values = list(_minhash("c", pairs, _COPY_HASHES))
    return frozenset(f"{first}+{second}" for first, second in zip(values[::2], values[1::2], strict=True))


@lru_cache(maxsize=65_536)
def work_clues(wording: Wording) -> frozenset[str]:
    """Return what a wording is found by that is, or bundles, the same work."""
    whole = wording.whole
    if "penalty" in whole.acts:
        return frozenset(_minhash("p", {whole.text[i : i + 2] for i in range(len(whole.text) - 1)}))
    keys = set(whole.topics | whole.broader).union(*(piece.topics for piece in wording.pieces))
    parts = [piece for piece in wording.pieces if not piece.topics and piece.weight >= _LEAST_PIECE]
    if not keys:
        keys |= set(_minhash("w", whole.pairs))
    for part in parts:
        keys |= set(_minhash("w", part.pairs))
    return frozenset(keys)


def _minhash(kind: str, pairs: Iterable[str], hashes: int = HASHES) -> Iterator[str]:
    columns = zip(*map(_hashes, pairs), strict=True)
    for number, values in zip(range(hashes), columns, strict=False):
        yield f"{kind}{number}:{min(values):08x}"


@lru_cache(maxsize=65_536)
def _hashes(pair: str) -> tuple[int, ...]:
    return tuple(crc32(f"{seed}{pair}".encode()) for seed in range(max(HASHES, _COPY_HASHES)))
