"""Wordings → matters, each led by its shortest wording, so that neither order nor number of lists decides.

Wordings are taken shortest first: one that is the same work as a leader joins the best one, any other leads a matter of its
own. A wording that bundles several works overlaps with the shorter leaders it contains. Only wordings that share a key are
compared: a word that tells the work, or a value of the MinHash of their characters (Broder 1997), so that the time grows
with the number of wordings and not with that of their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from graphkb.resolution.matters import Comparison, Kind, compare
from graphkb.resolution.wordings import Wording

HASHES = 8
"""Values of the MinHash that are keys. Two wordings of the same work have more than 0.4 of their pairs of characters in
common; that they share none of eight values happens to fewer than 2 in 100."""

MOST_OVERLAPS = 8
"""Matters that one wording is linked to as overlap: those of the best scores."""

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


def group(wordings: Iterable[Wording]) -> dict[str, tuple[Link, ...]]:
    """Return the links of each wording by its key: first the matter that it is the same work as, then its overlaps."""
    leaders: defaultdict[str, list[Wording]] = defaultdict(list)
    links: dict[str, tuple[Link, ...]] = {}
    for wording in sorted({wording.key: wording for wording in wordings}.values(), key=rank):
        keys = block_keys(wording)
        found = {leader.key: leader for key in keys for leader in leaders[key]}
        links[wording.key] = link(wording, found.values())
        if links[wording.key][0].matter == wording.key:
            for key in keys:
                leaders[key].append(wording)
    return links


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
