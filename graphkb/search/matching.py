"""Which of a township's duties a sentence is about: by the concepts that it speaks of and the characters that it shares.

A concept counts the more the fewer rows have it, and more where a row's name has it than where a clause has it. What a
sentence speaks of and no row has counts against all of them: that is how work is found to be on no list.
"""

from __future__ import annotations

import bisect
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graphkb.catalogue.rows import MatchDutyRow
from graphkb.resolution.wordings import empty_words, plain_text, read_wording
from graphkb.search.everyday import Concept, Heard, hear, without_noise
from graphkb.search.text import normalised

NAME, WORDING, ROLE, CLAUSE = 1.0, 0.75, 0.4, 0.3
"""What a concept counts that stands in a row's name, in another wording of its matter, in the township's role, in a clause."""
UNDER = 0.55
"""What the name of wider work counts beside that of the thing itself."""
ELSEWHERE = 2.0
"""What a thing counts that other offices do and no row has: it outweighs what else is said."""
BROADER = 0.5
"""What is left of a concept where a narrower one is heard as well: 大气污染 beside 秸秆焚烧."""
HINT = 0.3
"""What is left of a concept that is told in a roundabout way, where another one is said outright."""
GENERAL = 0.25
"""What a general word counts (补贴, 办理): it chooses among rows, and makes none fit."""
COMMON = 0.3
"""What a concept counts that all rows have; one that a single row has counts 1."""
PAIR, MOST_PAIRS = 0.3, 1.2
"""What two neighbouring characters count that sentence and name share, and all of them at most."""
LEAST, LEAST_SHARE, LEAST_PAIRS = 0.4, 0.3, 0.45
"""A row fits from this score on, if it has this share of what the sentence speaks of; without any concept, by its pairs."""

UNSAID = 0.8
"""What is left of the score of a row whose name tells an act (处罚 …) or people (退役军人 …) that the sentence does not."""
_UNSAID = {
    "penalty": re.compile("罚|查处|执法"),
    "recovery": re.compile("追|退|骗|冒|多领|违规领"),
    "grant": re.compile("补|贴|钱|领|发|奖|津"),
    "reward": re.compile("奖|表彰"),
    "assessment": re.compile("考核|达标"),
    "appraisal": re.compile("鉴定|检验|评估|危房|裂"),
    "census": re.compile("普查"),
    "training": re.compile("培训|学"),
    "certificate": re.compile("证明|证|开"),
    "audit": re.compile("审计|账"),
}
"""Act of a row's name (:mod:`graphkb.resolution.wordings`) → what a sentence says that means it."""
_GROUPS = {
    "退役军人": re.compile("军|兵|退役|退伍"),
    "残疾人": re.compile("残|瘫|盲|聋|哑|轮椅|智障|自闭|脑"),
    "妇女": re.compile("妇|女|孕|妻|媳"),
    "老年人": re.compile("老|岁|爷|奶|父|母|爸|妈|高龄"),
    "未成年人": re.compile("孩|娃|童|学生|未成年|少年"),
    "脱贫": re.compile("贫|帮扶"),
}
"""People whom a row's name is for → what a sentence says that means them."""

_RUN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
"""Letters and digits stand together as one word: 123 is no part of 12345. Other characters run on in pairs."""
_BRIEF = 16
"""Characters of a name that is about one thing; longer ones bundle several."""
_FIELDS = (NAME, WORDING, ROLE, CLAUSE)


@dataclass(frozen=True)
class Sentence:
    """A sentence as it is matched: what it speaks of, and two neighbouring characters each of what is left."""

    heard: tuple[Heard, ...]
    pairs: frozenset[str]
    acts: frozenset[str]
    groups: frozenset[str]
    broader: frozenset[str]


@dataclass(frozen=True)
class Scored:
    """A row with its score (0 to about 3) and the share of what the sentence speaks of that it has (0 to 1)."""

    row: MatchDutyRow
    score: float
    share: float
    fits: bool
    in_name: tuple[str, ...]
    in_wording: tuple[str, ...]
    in_role: tuple[str, ...]
    in_clauses: tuple[str, ...]


def read_sentence(text: str) -> Sentence:
    """Return what a sentence, as a resident or an office writes it, speaks of."""
    said = without_noise(normalised(text))
    heard = hear(said)
    rest = list(said)
    for one in heard:
        if one.concept.elsewhere:
            rest[one.start : one.end] = " " * (one.end - one.start)
    acts = frozenset(act for act, pattern in _UNSAID.items() if pattern.search(said))
    groups = frozenset(group for group, pattern in _GROUPS.items() if pattern.search(said))
    return Sentence(tuple(heard), frozenset(_pairs("".join(rest))), acts, groups, _broader(heard))


def _broader(heard: Sequence[Heard]) -> frozenset[str]:
    """Return the concepts that are the wider work of others that are heard."""
    wider = {term for one in heard if not one.hint for term in one.concept.under}
    return frozenset(one.concept.key for one in heard if not wider.isdisjoint(one.concept.names))


@dataclass(frozen=True)
class _Found:
    """Where a concept stands: row → strength; ``strong`` rows have the thing itself."""

    strengths: dict[int, float]
    strong: int


class DutyIndex:
    """The words of one township's duties. Threads may share it."""

    def __init__(self, rows: Iterable[MatchDutyRow]) -> None:
        self.rows = tuple(rows)
        self._names = [normalised(row.name) for row in self.rows]
        self._acts = [read_wording(plain_text(row.name)).whole.acts & _UNSAID.keys() for row in self.rows]
        self._groups = [frozenset(group for group in _GROUPS if group in name) for name in self._names]
        self._text, self._starts = self._join()
        self._pairs: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for pair in _pairs(name):
                self._pairs[pair].append(number)
        self._where = lru_cache(maxsize=4_096)(self._find)
        self._found = lru_cache(maxsize=512)(self._look)

    def match(self, sentence: Sentence, most: int) -> list[Scored]:
        """Return at most so many rows, best first; rows that have nothing of the sentence are left out."""
        scores: defaultdict[int, float] = defaultdict(float)
        own: defaultdict[int, float] = defaultdict(float)
        whole = 0.0
        outright = any(not one.hint and not one.concept.general for one in sentence.heard)
        for one in sentence.heard:
            found = self._found(one.concept)
            weight = self._weight(one.concept, found.strong) * (BROADER if one.concept.key in sentence.broader else 1.0)
            weight *= HINT if one.hint and outright else 1.0
            whole += 0.0 if one.concept.general else weight
            for number, strength in found.strengths.items():
                scores[number] += weight * strength
                own[number] += 0.0 if one.concept.general else weight * strength
        shared: defaultdict[int, float] = defaultdict(float)
        for pair in sorted(sentence.pairs & self._pairs.keys()):
            rows = self._pairs[pair]
            for number in rows:
                shared[number] += PAIR * self._rarity(len(rows))
        for number, value in shared.items():
            scores[number] += min(MOST_PAIRS, value)
        for number in scores:
            if self._acts[number] - sentence.acts or self._groups[number] - sentence.groups:
                scores[number] *= UNSAID
        best = sorted(scores, key=lambda number: (-scores[number], number))[:most]
        return [self._scored(sentence, n, scores[n], own[n] / whole if whole else None, shared[n]) for n in best]

    def _scored(self, sentence: Sentence, number: int, score: float, share: float | None, pairs: float) -> Scored:
        fits = pairs >= LEAST_PAIRS if share is None else score >= LEAST and share >= LEAST_SHARE
        places: list[list[str]] = [[], [], [], []]
        for one in sentence.heard:
            for field, word in self._evidence(one.concept, number):
                places[field].append(word)
        name = self._names[number]
        places[0] += [run for run in _runs(name, sentence.pairs) if not any(run in word for word in places[0])]
        return Scored(
            self.rows[number], round(score, 3), round(share or 0.0, 3), fits, *(tuple(dict.fromkeys(w)) for w in places)
        )

    def _evidence(self, concept: Concept, number: int) -> Iterator[tuple[int, str]]:
        """Yield field and word of what makes the row have the concept: of its strongest field alone."""
        for field in range(len(_FIELDS)):
            terms = (*concept.names, *concept.under) if field == 0 else concept.names
            words = [word for term in terms if number in self._rows_with(term, field) for word in term]
            if words:
                longest = [word for word in words if not any(word != other and word in other for other in words)]
                yield from ((field, word) for word in longest)
                return
            if concept.elsewhere:
                return

    def _look(self, concept: Concept) -> _Found:
        strengths: dict[int, float] = {}
        for field, value in enumerate(_FIELDS[:1] if concept.elsewhere else _FIELDS):
            for term in concept.names:
                for number in self._rows_with(term, field):
                    strengths.setdefault(number, value * (self._focus(number) if field < 2 else 1.0))
        for term in concept.under:
            for number in self._rows_with(term, 0):
                strengths[number] = max(strengths.get(number, 0.0), UNDER * self._focus(number))
        return _Found(strengths, sum(strength > 0.5 for strength in strengths.values()))

    def _weight(self, concept: Concept, strong: int) -> float:
        if concept.general:
            return GENERAL
        if not strong:
            return ELSEWHERE if concept.elsewhere else 1.0
        return COMMON + (1 - COMMON) * self._rarity(strong)

    def _rarity(self, rows: int) -> float:
        count = max(len(self.rows), 2)
        return math.log(count / max(rows, 1)) / math.log(count)

    def _focus(self, number: int) -> float:
        return 0.7 + 0.3 * min(1.0, _BRIEF / max(len(self._names[number]), 1))

    def _rows_with(self, term: Sequence[str], field: int) -> frozenset[int]:
        rows = self._where(term[0])[field]
        for part in term[1:]:
            rows = rows & self._where(part)[field]
        return rows

    def _find(self, part: str) -> tuple[frozenset[int], ...]:
        """Return, for each field, the rows in which a text stands."""
        rows: tuple[set[int], ...] = tuple(set() for _ in _FIELDS)
        at = self._text.find(part)
        while at >= 0:
            number, field = divmod(bisect.bisect_right(self._starts, at) - 1, len(_FIELDS))
            rows[field].add(number)
            at = self._text.find(part, self._starts[number * len(_FIELDS) + field + 1])
        return tuple(map(frozenset, rows))

    def _join(self) -> tuple[str, list[int]]:
        """Return all fields of all rows as one text, in which a search is quick, and where each starts."""
        texts: list[str] = []
        starts = [0]
        for row, name in zip(self.rows, self._names, strict=True):
            for field in ([name], row.wordings, row.role, row.responsibilities):
                texts.append("\n".join(map(normalised, field)) + "\n")
                starts.append(starts[-1] + len(texts[-1]))
        return "".join(texts), starts


def _runs(name: str, pairs: frozenset[str]) -> list[str]:
    """Return the longest pieces of a name that are made of these pairs, one reaching into the next."""
    runs: list[tuple[int, int]] = []
    for start, end in _spans(name):
        if name[start:end] not in pairs:
            continue
        if runs and start < runs[-1][1]:
            runs[-1] = runs[-1][0], end
        else:
            runs.append((start, end))
    return [name[start:end] for start, end in runs]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where pairs of neighbouring characters start and end in a normalised text; a word in letters or digits is one."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        if end - start > 1 and run[0].isascii():
            yield start, end
        else:
            yield from ((at, at + 2) for at in range(start, end - 1))


def _pairs(text: str) -> set[str]:
    return {text[start:end] for start, end in _spans(text)} - _empty_pairs()


@cache
def _empty_pairs() -> frozenset[str]:
    return frozenset(word[i : i + 2] for word in empty_words() for i in range(len(word) - 1))
