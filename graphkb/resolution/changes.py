"""Two editions of one township's list → what changed: rows added, dropped, reworded, moved, and departments that changed.

Rows are paired without regard to their numbers, which shift with every row that is added: first those of one name, within
their section and then beyond it; then those that are one piece of work (their matter), whose wording is close, or whose bodies
and clauses are alike whatever they are called. What is left is dropped or added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from graphkb.records import Record, Section

Kind = Literal["added", "dropped", "reworded", "renamed", "moved", "departments", "clauses"]
"""``renamed``: reworded so much that other things than the name say that it is one row; ``moved``: to another section;
``departments``: other bodies; ``clauses``: other clauses or role, or another basis or method where nothing else changed."""

CLOSE = 0.6
"""Similarity of two names (0-1, normalised Indel) from which on one is the other reworded."""
ALIKE = 0.6
"""Similarity of the clauses of two rows with about the same bodies (0-1, normalised Indel) from which on they are one, renamed."""


class ListedDuty(Record):
    """What of a row counts for a comparison, and where it is printed.

    ``departments`` are ids of bodies, ``printed`` their names as the row prints them; ``matters`` are ids of the work that the
    row is; ``content`` stands for everything that it says (a hash).
    """

    id: str
    section: Section
    category: str | None
    number: str
    name: str
    departments: tuple[str, ...]
    printed: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    first_line: int | None = None
    last_line: int | None = None
    page: int | None = None
    content: str


class Words(Record):
    """A run of a name's characters that both editions have, or only the older, or only the newer."""

    text: str
    only: Literal["both", "old", "new"]


class Change(Record):
    """One difference between two editions; ``old`` is None for a row that was added, ``new`` for one that was dropped.

    ``words`` is the name with what was taken out and put in marked, empty where the name is the same.
    """

    kinds: tuple[Kind, ...]
    old: ListedDuty | None
    new: ListedDuty | None
    words: tuple[Words, ...] = ()


def compare(old: Sequence[ListedDuty], new: Sequence[ListedDuty]) -> tuple[Change, ...]:
    """Return all changes from the old edition to the new one: those of its rows in their order, then dropped rows."""
    pairs = dict(_pairs(old, new))
    partners = {duty.id: pairs.get(duty.id) for duty in new}
    changed = (_change(partners[duty.id], duty) for duty in new)
    kept = {partner.id for partner in partners.values() if partner}
    dropped = (Change(kinds=("dropped",), old=duty, new=None) for duty in old if duty.id not in kept)
    return tuple(change for change in (*changed, *dropped) if change)


def _change(old: ListedDuty | None, new: ListedDuty) -> Change | None:
    if old is None:
        return Change(kinds=("added",), old=None, new=new)
    kinds: list[Kind] = []
    if old.section is not new.section:
        kinds.append("moved")
    if _letters(old.name) != _letters(new.name):
        kinds.append("reworded" if _closeness(old, new) >= CLOSE else "renamed")
    if set(old.departments) != set(new.departments):
        kinds.append("departments")
    says_otherwise = old.section is new.section and _said(old) != _said(new)
    if says_otherwise or (not kinds and old.content != new.content):
        kinds.append("clauses")
    words = tuple(_marked(old.name, new.name)) if {"reworded", "renamed"} & set(kinds) else ()
    return Change(kinds=tuple(kinds), old=old, new=new, words=words) if kinds else None


def _pairs(old: Sequence[ListedDuty], new: Sequence[ListedDuty]) -> Iterator[tuple[str, ListedDuty]]:
    """Yield (id of the new row, its row in the old edition), each row at most once."""
    left, wanted = list(old), list(new)
    same: tuple[Callable[[ListedDuty], Hashable], ...] = (
        lambda duty: (duty.section, duty.name, duty.content),
        lambda duty: (duty.section, _letters(duty.name)),
        lambda duty: _letters(duty.name),
    )
    for key in same:
        found = list(_equal(left, wanted, key))
        yield from ((one.id, other) for other, one in found)
        taken = {duty.id for pair in found for duty in pair}
        left = [duty for duty in left if duty.id not in taken]
        wanted = [duty for duty in wanted if duty.id not in taken]
    yield from _likely(left, wanted, _own_clauses(left, old), _own_clauses(wanted, new))


def _equal(
    old: Iterable[ListedDuty], new: Iterable[ListedDuty], key: Callable[[ListedDuty], Hashable]
) -> Iterator[tuple[ListedDuty, ListedDuty]]:
    """Yield (old, new) of equal keys, in printed order where a key occurs more than once."""
    waiting: dict[Hashable, list[ListedDuty]] = {}
    for duty in old:
        waiting.setdefault(key(duty), []).append(duty)
    for duty in new:
        if found := waiting.get(key(duty)):
            yield found.pop(0), duty


def _own_clauses(duties: Iterable[ListedDuty], edition: Iterable[ListedDuty]) -> list[str]:
    """Return the clauses of each row, as one text, that no other row of its edition has: what many rows repeat tells nothing."""
    rows = Counter(clause for duty in edition for clause in set(map(_letters, duty.clauses)))
    return ["".join(clause for clause in map(_letters, duty.clauses) if rows[clause] == 1) for duty in duties]


def _likely(
    old: Sequence[ListedDuty], new: Sequence[ListedDuty], clauses_of_old: Sequence[str], clauses_of_new: Sequence[str]
) -> Iterator[tuple[str, ListedDuty]]:
    """Yield pairs of rows that are likely one: of one matter, then of close names, then of alike bodies and own clauses.

    Within a section before beyond it, the closest first.
    """
    scored = []
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            name = _closeness(one, other)
            if set(one.matters) & set(other.matters):
                scored.append((3, one.section is other.section, name, -i, -j))
            elif name >= CLOSE:
                scored.append((2, one.section is other.section, name, -i, -j))
            elif clauses_of_old[i] and _same_bodies(one, other):
                likeness = fuzz.ratio(clauses_of_old[i], clauses_of_new[j]) / 100
                if likeness >= ALIKE:
                    scored.append((1, one.section is other.section, likeness, -i, -j))
    taken: set[tuple[str, int]] = set()
    for *_, i, j in sorted(scored, reverse=True):
        if not {("old", i), ("new", j)} & taken:
            taken |= {("old", i), ("new", j)}
            yield new[-j].id, old[-i]


def _closeness(one: ListedDuty, other: ListedDuty) -> float:
    """Return the similarity of two names, 0-1 (normalised Indel)."""
    return fuzz.ratio(_letters(one.name), _letters(other.name)) / 100


def _same_bodies(one: ListedDuty, other: ListedDuty) -> bool:
    """Return whether at least half of the bodies of either are those of both."""
    ours, theirs = set(one.departments), set(other.departments)
    return bool(ours & theirs) and 2 * len(ours & theirs) >= len(ours | theirs)


def _marked(old: str, new: str) -> Iterator[Words]:
    """Yield the runs of characters that stayed, went and came, in the order of reading."""
    if Indel.normalized_similarity(old, new) == 0:
        yield from (Words(text=old, only="old"), Words(text=new, only="new"))
        return
    for tag, i, k, j, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Words(text=old[i:k], only="both")
            continue
        if k > i:
            yield Words(text=old[i:k], only="old")
        if m > j:
            yield Words(text=new[j:m], only="new")


def _said(duty: ListedDuty) -> list[str]:
    """Return the clauses without what two printings of one clause often differ in."""
    return [_letters(clause) for clause in duty.clauses]


def _letters(name: str) -> str:
    """Return the name without punctuation and blanks: two printings of one name often differ in these."""
    return "".join(character for character in name if character.isalnum())
