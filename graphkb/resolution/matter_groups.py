"""Wordings → matters, each led by its shortest wording, so that neither order nor number of lists decides.

Wordings are taken shortest first: one that copies a shorter one but for a few words goes with it, one that is the same work
as a leader joins the best one, any other leads a matter of its own. A wording that bundles several works overlaps with the
shorter leaders that it contains. Only wordings that share a key are compared: a word that tells the work, or a value of the
MinHash of their characters (Broder 1997), so that the time grows with the number of wordings and not with that of their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from zlib import crc32

from graphkb.resolution.decisions import MatterDecision, last_words
from graphkb.resolution.matters import Comparison, Kind, compare, nearly_equal
from graphkb.resolution.wordings import Wording, read_wording

HASHES = 8
"""Values of the MinHash that are keys. Two wordings of the same work have more than 0.4 of their pairs of characters in
common; that they share none of eight values happens to fewer than 2 in 100."""

MOST_OVERLAPS = 8
"""Matters that one wording is linked to as overlap: those of the best scores."""

_COPY_HASHES = 5
"""Every two of so many values are a key of copies: 10 keys, of which two texts with 0.7 of their pairs in common share one
in 97 of 100 cases."""

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

    def same_as(self, key: str, links: Mapping[str, tuple[Link, ...]]) -> tuple[Link, ...] | None:
        """Return the links of the shortest wording that a person called the same work; None where there is none yet."""
        found = [other for other, same in self._said.get(key, {}).items() if same and other in links]
        return links[min(found, key=lambda other: (len(other), other))] if found else None

    def apart_from(self, key: str, links: Mapping[str, tuple[Link, ...]]) -> set[str]:
        """Return the matters of the wordings that a person called a different work."""
        return {
            links[other][0].matter for other, same in self._said.get(key, {}).items() if not same and other in links
        }


NO_WORDS = Words()


def group(wordings: Iterable[Wording], words: Words = NO_WORDS) -> dict[str, tuple[Link, ...]]:
    """Return the links of each wording by its key: first the matter that it is the same work as, then its overlaps.

    What ``words`` say of two wordings wins over what their characters say.
    """
    leaders, originals = Index(block_keys), Index(copy_keys)
    links: dict[str, tuple[Link, ...]] = {}
    for wording in sorted({wording.key: wording for wording in wordings}.values(), key=rank):
        if decided := words.same_as(wording.key, links):
            links[wording.key] = (replace(decided[0], score=1.0), *decided[1:])
            continue
        apart = words.apart_from(wording.key, links)
        copies = (other for other in originals.near(wording) if links[other.key][0].matter not in apart)
        if original := original_of(wording, copies):
            same, *overlaps = links[original.key]
            links[wording.key] = (replace(same, score=compare(wording, original).score), *overlaps)
            continue
        originals.add(wording)
        links[wording.key] = link(wording, (leader for leader in leaders.near(wording) if leader.key not in apart))
        if links[wording.key][0].matter == wording.key:
            leaders.add(wording)
    return links


class Index:
    """Wordings, found by the keys that they share with another."""

    def __init__(self, keys: Callable[[Wording], frozenset[str]], wordings: Iterable[Wording] = ()) -> None:
        self._keys = keys
        self._by_key: defaultdict[str, list[Wording]] = defaultdict(list)
        for wording in wordings:
            self.add(wording)

    def add(self, wording: Wording) -> None:
        """Let the wording be found from now on."""
        for key in self._keys(wording):
            self._by_key[key].append(wording)

    def near(self, wording: Wording) -> list[Wording]:
        """Return all that share a key with this one, the shortest first."""
        found = {other.key: other for key in self._keys(wording) for other in self._by_key.get(key, ())}
        return sorted(found.values(), key=rank)


def original_of(wording: Wording, others: Iterable[Wording]) -> Wording | None:
    """Return the first of the others that this wording copies but for a few words."""
    return next((other for other in others if nearly_equal(wording, other)), None)


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


def copy_keys(wording: Wording) -> frozenset[str]:
    """Return the keys that a copy of a wording is found by: each is two values of the MinHash of its characters."""
    pairs = {wording.key[i : i + 2] for i in range(max(1, len(wording.key) - 1))}
    values = list(_minhash("", pairs))
    return frozenset(f"{first}{second}" for first, second in combinations(values[:_COPY_HASHES], 2))


def block_keys(wording: Wording) -> frozenset[str]:
    """Return the keys that a wording is found by: it is compared with those that share one."""
    whole = wording.whole
    if "penalty" in whole.acts:
        return frozenset(_minhash("p", {whole.text[i : i + 2] for i in range(len(whole.text) - 1)}))
    keys = set(whole.topics)
    parts = [piece for piece in wording.pieces if not piece.topics and piece.weight >= _LEAST_PIECE]
    if not keys:
        keys |= set(_minhash("w", whole.pairs))
    for part in parts:
        keys |= set(_minhash("w", part.pairs))
    return frozenset(keys)


def _minhash(kind: str, pairs: Iterable[str]) -> Iterator[str]:
    for number, values in enumerate(zip(*map(_hashes, pairs), strict=True)):
        yield f"{kind}{number}:{min(values):08x}"


@lru_cache(maxsize=65_536)
def _hashes(pair: str) -> tuple[int, ...]:
    return tuple(crc32(f"{seed}{pair}".encode()) for seed in range(HASHES))
