"""Names as they are typed: Chinese, pinyin, initials, a mix of these, a code; with one slip.

All forms of all names of a kind stand in a few long texts, one form a line, the heaviest first: a search is then a search
in a text, which takes milliseconds among a hundred thousand names.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from rapidfuzz.distance import OSA

from graphkb.catalogue.rows import NameRow
from graphkb.search.pinyin import readings
from graphkb.search.text import normalised
from graphkb.stores.publication import State

EXACT, PREFIX, INSIDE, SIMILAR = 1.0, 0.9, 0.75, 0.5
"""Score of a name that is what was typed, begins with it, contains it, or does so but for one slip."""
KINDS = ("department", "township", "county", "prefecture", "province", "function", "matter", "law", "category")
"""In the order in which names of the same score stand."""
MENTIONED = ("department", "township", "county", "prefecture", "province")
"""Kinds whose names are known again within a longer text."""

_DIVISIONS = frozenset({"township", "county", "prefecture", "province"})
_LEVEL = re.compile(r"^(?:自治区|[省市县区旗州盟])(?=.{2})")
_LATIN = re.compile(r"[a-z]+")
_LEAST_SIMILAR = {True: 4, False: 3}
"""Letters, or characters, that must be typed before one of them may be wrong."""
_MOST_LOOKED_AT = 5_000
"""Lines that are looked at for names with one slip."""


@dataclass(frozen=True)
class Found:
    """A name with its score (0 to 1) and which of its forms matched: name, other name, pinyin, initials or code.

    ``shown`` is the name or other name that has this form.
    """

    row: NameRow
    score: float
    form: str
    shown: str


@dataclass(frozen=True)
class _Line:
    text: str
    entry: int
    form: str
    shown: str
    starts: frozenset[int] | None


class _Book:
    """Lines in one text. ``starts`` of a line are where a syllable begins; None: anywhere is a beginning."""

    def __init__(self, lines: list[_Line]) -> None:
        self.lines = lines
        self.text = "\n" + "\n".join(line.text for line in lines) + "\n"
        self._at: list[int] = []
        position = 1
        for line in lines:
            self._at.append(position)
            position += len(line.text) + 1
        self._marked = "\n" + "\n".join(map(_capitalised, lines)) + "\n"

    def find(self, typed: str) -> Iterator[tuple[float, _Line]]:
        """Yield score and line of each occurrence at a beginning: first exact ones, then prefixes, then others."""
        yield from ((EXACT, self.line(at + 1)[0]) for at in self._occurrences(f"\n{typed}\n"))
        yield from ((PREFIX, self.line(at + 1)[0]) for at in self._occurrences(f"\n{typed}"))
        for at in self._occurrences(typed):
            line, offset = self.line(at)
            if line.starts is None or offset in line.starts:
                yield INSIDE, line

    def near(self, typed: str) -> Iterator[tuple[float, _Line]]:
        """Yield score and line of names that contain what was typed but for one slip.

        A slip is a character wrong, lacking or too many, or two exchanged.
        """
        half = len(typed) // 2
        for part, before in ((typed[half:], half), (typed[:half], 0)):  # one of the two is without slip
            for at in itertools.islice(self._occurrences(part), _MOST_LOOKED_AT):
                line, offset = self.line(at)
                if self._is_near(line, offset - before, typed):
                    alike = abs(len(line.text) - len(typed)) <= 1
                    yield SIMILAR + (0.05 if alike else 0.0), line

    def abbreviated(self, typed: str) -> Iterator[tuple[float, _Line]]:
        """Yield score and line of names that read as typed where each syllable may be cut short: shuilj, xslj."""
        rest = "".join(f"(?:{letter}|[a-z]*{letter.upper()})" for letter in typed[1:])
        for match in re.finditer(typed[0].upper() + rest, self._marked):
            line, offset = self.line(match.start())
            yield (INSIDE if offset else PREFIX) - 0.1, line

    def line(self, at: int) -> tuple[_Line, int]:
        """Return the line that stands at a position of the text, and where in the line that is."""
        number = bisect.bisect_right(self._at, at) - 1
        return self.lines[number], at - self._at[number]

    def _is_near(self, line: _Line, start: int, typed: str) -> bool:
        for begin in (start - 1, start, start + 1):
            if begin < 0 or (line.starts is not None and begin not in line.starts):
                continue
            for length in (len(typed), len(typed) - 1, len(typed) + 1):
                window = line.text[begin : begin + length]
                if len(window) == length and OSA.distance(window, typed, score_cutoff=1) <= 1:
                    return True
        return False

    def _occurrences(self, text: str) -> Iterator[int]:
        at = self.text.find(text)
        while at >= 0:
            yield at
            at = self.text.find(text, at + 1)


def _capitalised(line: _Line) -> str:
    """Return the line with a capital where each syllable begins."""
    starts = line.starts or frozenset()
    return "".join(letter.upper() if at in starts else letter for at, letter in enumerate(line.text))


@dataclass(frozen=True)
class _Shelf:
    """All names of one kind, in their three forms."""

    rows: list[NameRow]
    characters: _Book
    sounds: _Book
    initials: _Book


class NameIndex:
    """Names of all kinds, of one state of the dataset. Threads may share it."""

    def __init__(self, rows: Iterable[NameRow], state: State) -> None:
        self.state = state
        by_kind: dict[str, list[NameRow]] = {}
        for row in rows:
            by_kind.setdefault(row.kind, []).append(row)
        self._shelves = {kind: _shelve(kept) for kind, kept in by_kind.items()}
        self._called: dict[str, list[Found]] = {}
        for kind in MENTIONED:
            for row in self._shelves[kind].rows if kind in self._shelves else ():
                for text, form, shown in _forms(row):
                    if form != "code":
                        self._called.setdefault(text, []).append(Found(row, EXACT, form, shown))
        self._longest = max(map(len, self._called), default=0)
        divisions = [row for kind, kept in by_kind.items() if kind in _DIVISIONS for row in kept]
        self._paths = {row.id: row.place for row in divisions if row.place is not None}
        self._above: dict[str, list[str]] = {}
        for row in divisions:
            if row.place is not None and row.kind != "township":
                self._above.setdefault(normalised(row.name), []).append(row.place)

    def path_of(self, division: str) -> str | None:
        """Return the path of a division by its id, None where there is no such division."""
        return self._paths.get(division)

    def named_in(self, text: str) -> Iterator[tuple[int, int, list[Found]]]:
        """Yield where whole names of the kinds :data:`MENTIONED` stand in a normalised text, and all that are called so.

        From the left, the longest first; none overlaps another.
        """
        at = 0
        while at < len(text) - 1:
            for end in range(min(len(text), at + self._longest), at + 1, -1):
                if found := self._called.get(text[at:end]):
                    yield at, end, found
                    at = end
                    break
            else:
                at += 1

    def suggest(
        self, text: str, kinds: Iterable[str], most: int, *, similar: bool = True, within: str | None = None
    ) -> list[Found]:
        """Return at most so many names of these kinds, best first; ``similar`` ones only where there are no others.

        A name may stand behind that of a division that it lies in: 青禾县石桥镇, 青禾县水利局. ``within`` is the path of a
        division: then only what lies in it, and what lies nowhere is left out.
        """
        typed = normalised(text)
        if not typed:
            return []
        shelves = [(order, self._shelves[kind]) for order, kind in enumerate(kinds) if kind in self._shelves]
        found = self._collect(shelves, most, within, partial(_same, typed=typed))
        for path, rest in self._parted(typed, within):
            for key, one in self._collect(shelves, most, path, partial(_same, typed=rest)).items():
                if key not in found or found[key].score < one.score:
                    found[key] = one
        if similar and not found:
            found = self._collect(shelves, most, within, partial(_similar, typed=typed))
        return [one for _, one in sorted(found.items(), key=lambda pair: (-pair[1].score, pair[0]))][:most]

    def _parted(self, typed: str, within: str | None) -> Iterator[tuple[str, str]]:
        """Yield path of a division and rest of a text that begins with divisions' names: 南屏市青禾县石桥镇 gives 石桥镇."""
        for end in range(2, len(typed)):
            for path in self._above.get(typed[:end], ()):
                if within is None or f"{path}/".startswith(f"{within}/"):
                    yield path, typed[end:]
                    yield from self._parted(typed[end:], path)

    def _collect(
        self,
        shelves: list[tuple[int, _Shelf]],
        most: int,
        within: str | None,
        look: Callable[[_Shelf], Iterator[tuple[float, _Line]]],
    ) -> dict[tuple[int, int], Found]:
        found: dict[tuple[int, int], Found] = {}
        for order, shelf in shelves:
            before = len(found)
            for score, line in look(shelf):
                if within is not None and not f"{shelf.rows[line.entry].place or ''}/".startswith(f"{within}/"):
                    continue
                key = (order, line.entry)
                if key not in found or found[key].score < score:
                    found[key] = Found(shelf.rows[line.entry], score, line.form, line.shown)
                if len(found) - before >= most:
                    break
        return found


def _same(shelf: _Shelf, typed: str) -> Iterator[tuple[float, _Line]]:
    """Yield what contains the typed text, by its characters, its sound or its initials; the sound counts a little less."""
    yield from shelf.characters.find(typed)
    if _LATIN.fullmatch(typed):
        yield from ((score - 0.02, line) for score, line in shelf.sounds.find(typed))
        yield from ((score - 0.04, line) for score, line in shelf.initials.find(typed))
        if len(typed) > 2:
            yield from shelf.sounds.abbreviated(typed)
    elif _LATIN.search(typed):
        yield from ((INSIDE - 0.05, line) for line in _mixed(shelf, typed))


def _similar(shelf: _Shelf, typed: str) -> Iterator[tuple[float, _Line]]:
    latin = bool(_LATIN.fullmatch(typed))
    if not latin and len(typed) > 1 and not typed.isdigit():
        sound = "".join(readings(typed)[0])
        yield from ((SIMILAR + 0.05 * score, line) for score, line in shelf.sounds.find(sound))
    if len(typed) >= _LEAST_SIMILAR[latin]:
        book = shelf.sounds if latin else shelf.characters
        yield from book.near(typed)


def _mixed(shelf: _Shelf, typed: str) -> Iterator[_Line]:
    """Yield names that contain Chinese and latin typed in turn: shui利局, 水lj."""
    parts = [part for part in re.split(r"([a-z]+)", typed) if part]
    fixed = max((part for part in parts if not _LATIN.fullmatch(part)), key=len)
    for _, line in shelf.characters.find(fixed):
        for reading in readings(line.text):
            if any(_reads(line.text, reading, at, typed) for at in range(len(reading))):
                yield line
                break


def _reads(text: str, reading: tuple[str, ...], at: int, typed: str) -> bool:
    """Tell whether the typed text reads on from a character: each typed as itself, as its syllable, or as a beginning of it."""
    if not typed:
        return True
    if at >= len(reading):
        return False
    if typed[0] == text[at]:
        return _reads(text, reading, at + 1, typed[1:])
    syllable = reading[at]
    return any(
        _reads(text, reading, at + 1, typed[length:])
        for length in range(len(syllable), 0, -1)
        if typed[:length] == syllable[:length]
    )


def _shelve(rows: list[NameRow]) -> _Shelf:
    rows = sorted(rows, key=lambda row: (-row.weight, len(row.name), row.name, row.place or "", row.id))
    characters: list[_Line] = []
    sounds: list[_Line] = []
    initials: list[_Line] = []
    for entry, row in enumerate(rows):
        for text, form, shown in _forms(row):
            characters.append(_Line(text, entry, form, shown, None))
            if form != "code":
                for reading in readings(text):
                    sounds.append(_Line("".join(reading), entry, "pinyin", shown, _beginnings(reading)))
                    initials.append(_Line("".join(s[0] for s in reading), entry, "initials", shown, None))
    return _Shelf(rows, _Book(characters), _Book(sounds), _Book(initials))


def _forms(row: NameRow) -> Iterator[tuple[str, str, str]]:
    """Yield text, form and how it is shown: the name, the name without its level (县水利局), other names, a code."""
    seen: set[str] = set()
    for name, form in (
        (row.name, "name"),
        *((other, "code" if other.isdigit() else "other name") for other in row.others),
    ):
        whole = normalised(name)
        for text in (whole, _LEVEL.sub("", whole)) if row.kind == "department" else (whole,):
            if text and text not in seen:
                seen.add(text)
                yield text, form, name


def _beginnings(reading: tuple[str, ...]) -> frozenset[int]:
    starts, position = set(), 0
    for syllable in reading:
        starts.add(position)
        position += len(syllable)
    return frozenset(starts)
