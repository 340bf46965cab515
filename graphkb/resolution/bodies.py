"""Printed names → bodies: which names of one division mean the same body.

Precision comes before recall: names are joined by what they say (``names``), and by evidence within the division (second
plates, parts of a combined bureau's name, slips of the pen) only where nothing speaks against it. Two names that stand
side by side in one department cell are two bodies, unless they are one name in two spellings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Literal

from rapidfuzz.distance import Levenshtein

from graphkb.bodies import Level
from graphkb.resolution.decisions import BodyDecision, last_words
from graphkb.resolution.names import ASSUMED, BodyName, is_known

Method = Literal[
    "printed", "same words", "other ending", "second plate", "part of name", "slip", "same row", "decision"
]
"""How a name came to its body: it is the body's own name, or why it is taken for another form of it."""

_SCORES: Mapping[Method, float] = {
    "printed": 1.0, "same words": 0.99, "other ending": 0.97, "second plate": 0.95, "same row": 0.92, "slip": 0.9,
    "part of name": 0.85, "decision": 1.0,
}  # fmt: skip
_SLIP_LENGTH = 8  # characters of a name from which on one or two wrong ones are a slip and no other body
_SLIPS = 2


@dataclass(frozen=True)
class NameUse:
    """A printed name, how often it is printed, and how often with which second plates in brackets.

    ``others`` are names by which clauses call the body that the row's department column calls ``name``, and how often.
    """

    name: BodyName
    mentions: int
    plates: Mapping[BodyName, int] = field(default_factory=dict)
    others: Mapping[BodyName, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Variant:
    """A printed name of a body, with the method and score by which it belongs to it."""

    name: str
    method: Method
    score: float
    mentions: int


@dataclass(frozen=True)
class Body:
    """A body of one division by all its printed names; ``name`` is the one printed most (no second plate)."""

    key: str
    division: tuple[str, ...]
    level: Level | None
    level_method: str
    name: str
    named: bool
    variants: tuple[Variant, ...]
    plates: tuple[str, ...]

    @property
    def mentions(self) -> int:
        """How often the body is printed, under whatever name."""
        return sum(variant.mentions for variant in self.variants)


def resolve_bodies(
    uses: Iterable[NameUse],
    beside: Collection[frozenset[str]] = frozenset(),
    decisions: Sequence[BodyDecision] = (),
) -> tuple[Body, ...]:
    """Return the bodies that the names mean, by division and key, whatever the order of the uses.

    ``beside`` are the pairs of names that stand in one department cell. A decision wins over everything; the decisions
    are those about the divisions of ``uses``.
    """
    divisions: defaultdict[tuple[str, ...], list[NameUse]] = defaultdict(list)
    for use in sorted(uses, key=lambda use: use.name.name):
        divisions[use.name.division].append(use)
    return tuple(
        body for division in sorted(divisions) for body in _Division(divisions[division], beside, decisions).bodies()
    )


class _Division:
    """The names of one division, joined step by step; a group is a list of uses."""

    def __init__(
        self, uses: Sequence[NameUse], beside: Collection[frozenset[str]], decisions: Sequence[BodyDecision]
    ) -> None:
        self.uses = uses
        self.beside = beside
        words = last_words(decisions)
        self.apart = {pair for pair, same in words.items() if not same}
        self.same = [pair for pair, same in words.items() if same]
        self.method: dict[str, Method] = {}
        self.groups: list[list[NameUse]] = []
        self._group_by_words()
        self._join(self._other_endings())
        self._join(self._bearers("second plate", lambda use: use.plates))
        self._join(self._bearers("same row", lambda use: use.others))
        self._join(self._slips())
        self._join_parts_of_names()
        self.others = self._names_of_rows()

    def bodies(self) -> Iterator[Body]:
        """Yield the bodies, sorted by key."""
        taken: set[str] = set()
        for body in sorted((self._body(group) for group in self.groups), key=lambda body: (body.key, body.name)):
            # Names of one key are two bodies only where a person said so.
            yield body if body.key not in taken else replace(body, key=f"{body.key}:{body.name}")
            taken.add(body.key)

    # --- joining ---------------------------------------------------------------------------------------------------

    def _group_by_words(self) -> None:
        """Join what a person joined, and forms of one name: the same words and kind."""
        groups: defaultdict[str, list[NameUse]] = defaultdict(list)
        for use in self.uses:
            groups[use.name.key].append(use)
        self.groups = [part for group in groups.values() for part in self._parted(group)]
        for pair in self.same:
            found = [group for group in self.groups if pair & _names(group)]
            for group in found[1:]:
                self._unite(self._current(found[0]), group, "decision")

    def _parted(self, group: list[NameUse]) -> list[list[NameUse]]:
        """Return the group, in parts where a person said that two of its names are two bodies."""
        parts: list[list[NameUse]] = []
        for use in group:
            home = next((part for part in parts if not self._decided_apart([use], part)), None)
            if home is None:
                parts.append([use])
            else:
                home.append(use)
        return parts

    def _join(self, proposed: Iterable[tuple[list[NameUse], list[NameUse], Method]]) -> None:
        for first, second, method in list(proposed):
            one, other = self._current(first), self._current(second)
            if one is not other and not self._speaks_against(one, other):
                self._unite(one, other, method)

    def _current(self, group: list[NameUse]) -> list[NameUse]:
        """Return the group in which the uses of an earlier group are now."""
        return next(found for found in self.groups if group[0] in found)

    def _unite(self, one: list[NameUse], other: list[NameUse], method: Method) -> None:
        main, joined = (other, one) if _weight(other) > _weight(one) and method != "second plate" else (one, other)
        self.method |= {use.name.name: method for use in joined}
        main += joined
        self.groups = [group for group in self.groups if group is not joined]

    def _speaks_against(self, one: list[NameUse], other: list[NameUse]) -> bool:
        """Tell whether names of the two groups stand side by side, or a person said that they are two."""
        side_by_side = any(frozenset((a, b)) in self.beside for a in _names(one) for b in _names(other))
        return side_by_side or self._decided_apart(one, other)

    def _decided_apart(self, one: list[NameUse], other: list[NameUse]) -> bool:
        return any(frozenset((a, b)) in self.apart for a in _names(one) for b in _names(other))

    # --- evidence --------------------------------------------------------------------------------------------------

    def _other_endings(self) -> Iterator[tuple[list[NameUse], list[NameUse], Method]]:
        """The same words under 办 here and 局 there (县信访办, 县信访局)."""
        by_words: defaultdict[frozenset[str], list[list[NameUse]]] = defaultdict(list)
        for group in self.groups:
            if group[0].name.named and group[0].name.words and group[0].name.kind in ("bureau", "office"):
                by_words[group[0].name.words].append(group)
        for groups in by_words.values():
            for first, second in combinations(groups, 2):
                yield first, second, "other ending"

    def _bearers(
        self, method: Method, named_so: Callable[[NameUse], Iterable[BodyName]]
    ) -> Iterator[tuple[list[NameUse], list[NameUse], Method]]:
        """A plate in brackets behind one body alone, or a name that rows call it by, is that body where it stands alone."""
        bearers: defaultdict[str, dict[int, list[NameUse]]] = defaultdict(dict)
        for group in self.groups:
            for use in group:
                for name in named_so(use):
                    bearers[name.key][id(group)] = group
        for group in list(self.groups):
            found = list(bearers.get(group[0].name.key, {}).values())
            if len(found) == 1 and group[0].name.named:
                yield found[0], group, method

    def _slips(self) -> Iterator[tuple[list[NameUse], list[NameUse], Method]]:
        """A long name that differs by a character or two from one that is printed far more often."""
        named = [group for group in self.groups if group[0].name.named]
        for first, second in combinations(named, 2):
            rare, usual = sorted((first, second), key=_weight)
            if 3 * _weight(rare)[0] <= _weight(usual)[0] and _is_slip(rare, usual):
                yield usual, rare, "slip"

    def _join_parts_of_names(self) -> None:
        """A bureau called by a part of its name (县教育局 of 县教育和科学技术局), where no other bureau has that part.

        Parts that stand beside each other, or beside a rare form of the whole, are rows from before the bureaus were joined.
        Only a joint name that is rarer than the parts is none of a body, but of a sentence about both.
        """
        bureaus = [group for group in self.groups if group[0].name.kind == "bureau" and group[0].name.named]
        joins = []
        for group in bureaus:
            wider = [other for other in bureaus if _words(group) < _words(other)]
            if len(wider) != 1 or self._speaks_against(group, _usual(wider[0])):
                continue
            siblings = [other for other in bureaus if other is not group and _words(other) < _words(wider[0])]
            if not siblings or _weight(wider[0])[0] >= _weight(group)[0]:
                joins.append((wider[0], group))
        for whole, part in joins:
            one, other = self._current(whole), self._current(part)
            if not self._decided_apart(one, other):
                self._unite(one, other, "part of name")

    def _names_of_rows(self) -> Mapping[BodyName, list[NameUse]]:
        """Return the names that only clauses print → the one group of names that their rows' columns call the body by."""
        printed = _names(self.uses)
        groups: defaultdict[BodyName, list[list[NameUse]]] = defaultdict(list)
        for group in self.groups:
            for name in {name for use in group for name in use.others if name.name not in printed}:
                if not any(frozenset((name.name, known)) in self.apart for known in _names(group)):
                    groups[name].append(group)
        return {name: found[0] for name, found in groups.items() if len(found) == 1}

    # --- bodies ----------------------------------------------------------------------------------------------------

    def _body(self, group: list[NameUse]) -> Body:
        first = [use for use in group if self.method.get(use.name.name) != "second plate"] or group
        main_use = max(first, key=lambda use: (use.mentions, len(use.name.name), use.name.name))
        main, own = main_use.name, main_use.name.key
        variants = [self._variant(use, own, main.name) for use in group]
        variants += [_of_rows(name, group) for name, bearer in self.others.items() if bearer is group]
        plates = Counter(plate.name for use in group for plate in use.plates)
        tell = [use.name for use in (main_use, *group) if use.name.level]
        told = next((name for name in tell if name.level_method != ASSUMED), tell[0] if tell else main)
        return Body(
            key=own,
            division=main.division,
            level=told.level,
            level_method=told.level_method,
            name=main.name,
            named=main.named,
            variants=tuple(sorted(variants, key=lambda variant: (-variant.score, variant.name))),
            plates=tuple(sorted(plates)),
        )

    def _variant(self, use: NameUse, own: str, main: str) -> Variant:
        name = use.name
        method: Method = "printed" if name.name == main else "same words"
        if name.key != own:
            method = self.method.get(name.name, "same words")
        return Variant(name.name, method, _SCORES[method], use.mentions)


def _of_rows(name: BodyName, group: Sequence[NameUse]) -> Variant:
    """Return a name that only clauses of the body's rows print."""
    method: Method = "same words" if name.key in {use.name.key for use in group} else "same row"
    return Variant(name.name, method, _SCORES[method], sum(use.others.get(name, 0) for use in group))


def _names(group: Iterable[NameUse]) -> set[str]:
    return {use.name.name for use in group}


def _words(group: Sequence[NameUse]) -> frozenset[str]:
    return group[0].name.words


def _usual(group: Sequence[NameUse]) -> list[NameUse]:
    """Return the names that the body is usually called by: each at least a fifth of its mentions."""
    return [use for use in group if 5 * use.mentions >= _weight(group)[0]]


def _weight(group: Sequence[NameUse]) -> tuple[int, str]:
    """Return what decides which of two groups takes the other in: mentions, then the name."""
    return sum(use.mentions for use in group), max(use.name.name for use in group)


def _is_slip(rare: Sequence[NameUse], usual: Sequence[NameUse]) -> bool:
    """Tell whether the rare name is the usual one misspelt: long, hardly different, and with a word that does not exist."""
    if rare[0].name.kind != usual[0].name.kind:
        return False
    wrong, right = _words(rare) - _words(usual), _words(usual) - _words(rare)
    if not wrong or any(map(is_known, wrong)) or not all(map(is_known, right)):
        return False
    return any(
        max(len(a.name.name), len(b.name.name)) >= _SLIP_LENGTH
        and Levenshtein.distance(a.name.name, b.name.name, score_cutoff=_SLIPS) <= _SLIPS
        for a in rare
        for b in usual
    )
