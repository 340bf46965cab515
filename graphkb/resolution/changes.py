"""Two editions of one township's list → what changed: rows added, dropped, reworded, moved, and departments that changed.

Rows are paired without regard to their numbers, which shift with every row that is added: first those of one name, within
their section and then beyond it, then those whose wording is close. What is left is dropped or added.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from graphkb.records import Record, Section

Kind = Literal["added", "dropped", "reworded", "moved", "departments", "clauses"]
"""``moved``: to another section; ``departments``: other bodies; ``clauses``: the same row with other clauses or role."""

CLOSE = 0.6
"""Similarity of two names (0-1, normalised Indel) from which on one is the other reworded."""


class ListedDuty(Record):
    """What of a row counts for a comparison; ``content`` stands for everything that it says (a hash)."""

    id: str
    section: Section
    category: str | None
    number: str
    name: str
    departments: tuple[str, ...]
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
        kinds.append("reworded")
    if set(old.departments) != set(new.departments):
        kinds.append("departments")
    if not kinds and old.content != new.content:
        kinds.append("clauses")
    words = tuple(_marked(old.name, new.name)) if "reworded" in kinds else ()
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
    yield from _close(left, wanted)


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


def _close(old: Sequence[ListedDuty], new: Sequence[ListedDuty]) -> Iterator[tuple[str, ListedDuty]]:
    """Yield pairs of names that are close, the closest first; within a section before beyond it."""
    scored = [
        (one.section is other.section, score, -i, -j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (score := fuzz.ratio(_letters(one.name), _letters(other.name)) / 100) >= CLOSE
    ]
    taken: set[tuple[str, int]] = set()
    for _, _, i, j in sorted(scored, reverse=True):
        if not {("old", i), ("new", j)} & taken:
            taken |= {("old", i), ("new", j)}
            yield new[-j].id, old[-i]


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


def _letters(name: str) -> str:
    """Return the name without punctuation and blanks: two printings of one name often differ in these."""
    return "".join(character for character in name if character.isalnum())
