"""Which decisions about bodies a person should look at first: names joined on weak evidence, and near misses.

Only bodies of one division are compared. What names say for certain (short and full forms) is not asked about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from graphkb.functions import functions_in_name
from graphkb.records import Place, Record
from graphkb.resolution.names import BodyName, parse

SURE = 0.96
"""Score from which on a joined name is not asked about."""
CLOSE = 0.5
"""Likeness of two bodies' words (0-1) from which on they are asked about."""
_LONG = 8


class NamedBody(Record):
    """A body as it is in the store: its division's path, its names, and how each other name came to it."""

    division: str
    name: str
    variants: tuple[tuple[str, str, float], ...]
    mentions: int


class DoubtfulPair(Record):
    """Two printed names of a division, and whether they are one body now.

    ``score`` is how sure the union is, or, for names that stand apart, how alike they are; ``why`` says in a few words what
    speaks for it.
    """

    division: str
    names: tuple[str, str]
    now: Literal["same body", "not same body"]
    score: float
    why: str
    mentions: int


def doubtful_pairs(bodies: Iterable[NamedBody]) -> tuple[DoubtfulPair, ...]:
    """Return the pairs that a decision would settle, the most doubtful first, of these the most mentioned."""
    divisions: defaultdict[str, list[NamedBody]] = defaultdict(list)
    for body in bodies:
        divisions[body.division].append(body)
    pairs = [*_joined(divisions), *_apart(divisions)]
    return tuple(sorted(pairs, key=lambda pair: (abs(pair.score - 0.8), -pair.mentions, pair.division, pair.names)))


def _joined(divisions: dict[str, list[NamedBody]]) -> Iterator[DoubtfulPair]:
    for division, bodies in divisions.items():
        for body in bodies:
            for name, method, score in body.variants:
                if score < SURE and method != "decision":
                    yield DoubtfulPair(
                        division=division,
                        names=(body.name, name),
                        now="same body",
                        score=score,
                        why=method,
                        mentions=body.mentions,
                    )


def _apart(divisions: dict[str, list[NamedBody]]) -> Iterator[DoubtfulPair]:
    for division, bodies in divisions.items():
        parsed = [(body, parse(body.name, _place(division))) for body in bodies]
        named = [(body, name) for body, name in parsed if name.named and name.words]
        for (one, first), (other, second) in combinations(named, 2):
            score, why = _likeness(first, second)
            if score >= CLOSE:
                yield DoubtfulPair(
                    division=division,
                    names=(one.name, other.name),
                    now="not same body",
                    score=score,
                    why=why,
                    mentions=min(one.mentions, other.mentions),
                )


def _likeness(one: BodyName, other: BodyName) -> tuple[float, str]:
    """Return how alike two bodies of one division are, and what makes them so."""
    shared = len(one.words & other.words) / len(one.words | other.words)
    if shared:
        return round(0.5 + 0.3 * shared, 2), "shared words"
    if one.kind == other.kind and set(functions_in_name(one.name)) & set(functions_in_name(other.name)):
        return 0.6, "same line of work"
    likeness = fuzz.ratio(one.name, other.name) / 100
    long = min(len(one.name), len(other.name)) >= _LONG  # of short names, most are alike: 县民政局, 县财政局
    return (round(0.8 * likeness, 2), "similar spelling") if long and likeness >= 0.75 else (0.0, "")


def _place(division: str) -> Place:
    """Return a place whose last level is the division's name; which level that is matters little for its names."""
    parts: Sequence[str] = division.split("/")
    return Place(
        province=parts[0], prefecture=parts[1] if len(parts) > 2 else None, county=parts[-1] if len(parts) > 1 else None
    )
