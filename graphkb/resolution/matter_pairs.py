"""Labelled pairs of rows, and how well the program's answers agree with them.

A file of pairs is TOML: each ``[[entry]]`` has a ``row`` and, under ``within`` (one county) and ``between`` (two), lists of
other rows that are the ``same`` work, an ``overlap`` or ``different``; ``places`` are names that rows may hold of their own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from graphkb.errors import UnreadableInput
from graphkb.records import Record
from graphkb.resolution.matter_groups import group
from graphkb.resolution.matter_links import relation
from graphkb.resolution.matters import Kind
from graphkb.resolution.wordings import Wording, place_words, plain_text, read_wording

Reach = Literal["within", "between"]
HELD_OUT = 3
"""Every third entry is held out: nothing is tuned on it."""


@dataclass(frozen=True)
class Pair:
    """Two rows' names, what a person says that they are to each other, and what the program says."""

    reach: Reach
    label: Kind
    one: str
    other: str
    held_out: bool
    found: Kind = "different"


@dataclass(frozen=True)
class Measure:
    """How many pairs are of a kind by both (``hits``), by the program alone (``false``), and by the person alone (``missed``)."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Return the share of the program's pairs that are right; 1 where it has none."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        """Return the share of the person's pairs that the program finds; 1 where there are none."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else 1.0


class _Others(Record):
    same: tuple[str, ...] = ()
    overlap: tuple[str, ...] = ()
    different: tuple[str, ...] = ()


class _Entry(Record):
    row: str
    within: _Others = _Others()
    between: _Others = _Others()


class _File(Record):
    places: tuple[str, ...] = ()
    entry: tuple[_Entry, ...]


def read_pairs(file: Path) -> list[Pair]:
    """Return the pairs of a file in its order, judged by the matters that its rows come to when all are loaded.

    Raises UnreadableInput that names the file and what is wrong with it.
    """
    try:
        labelled = _File.model_validate(tomllib.loads(file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        reason = " ".join(str(error).split())
        raise UnreadableInput(
            f"{file}: no file of labelled pairs: {reason}; see tests/resolution/pairs.toml"
        ) from error
    entries = enumerate(labelled.entry, start=1)
    pairs = [pair for number, entry in entries for pair in _pairs(entry, number % HELD_OUT == 0)]
    return _judged(pairs, place_words(labelled.places))


def _judged(pairs: Sequence[Pair], places: tuple[str, ...]) -> list[Pair]:
    def read(name: str) -> Wording:
        return read_wording(plain_text(name, places))

    links = group(read(name) for pair in pairs for name in (pair.one, pair.other))
    return [replace(pair, found=relation(links[read(pair.one).key], links[read(pair.other).key])) for pair in pairs]


def _pairs(entry: _Entry, held_out: bool) -> Iterator[Pair]:
    reaches: tuple[tuple[Reach, _Others], ...] = (("within", entry.within), ("between", entry.between))
    for reach, others in reaches:
        labelled: tuple[tuple[Kind, tuple[str, ...]], ...] = (
            ("same", others.same),
            ("overlap", others.overlap),
            ("different", others.different),
        )
        for label, names in labelled:
            for name in names:
                yield Pair(reach, label, entry.row, name, held_out)


def measure(pairs: Iterable[Pair], kind: Kind) -> Measure:
    """Return how well the program finds the pairs of one kind."""
    told = [(pair.label == kind, pair.found == kind) for pair in pairs]
    return Measure(told.count((True, True)), told.count((False, True)), told.count((True, False)))
