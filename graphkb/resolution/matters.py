"""Whether two wordings are the same work: by what they are about, and by the act.

Two names of one work in two counties share few characters, and two works of one object share most: 宅基地管理 is the same as
a whole sentence about 宅基地, and no fee of 80 characters is the same as its neighbour with another offence. So words that
tell the work (``matter_words.toml``) count more than characters, and what *both* names have of their own counts against
them more than what only one of them has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from graphkb.resolution.wordings import Part, Wording, alike_acts, broader, exclusive_acts, fields

Kind = Literal["same", "overlap", "different"]

SAME = 0.6
"""Least score of two wordings of the same work."""
OVERLAP = 0.7
"""Least score of a piece of one wording with a piece of the other, where they are not the same as wholes."""

_SAME_PENALTY = 0.7
_SLIP = 1
"""Characters that both of two copies may have of their own: a slip of the pen; two make another word, and another object."""
_LEAST_PENALTY = 8
"""Of two penalties one of which is part of the other; the shorter must have so many characters to tell that."""
_CITED = 0.1
"""What citing the same article is worth."""

_MAIN = 3.0
"""What the first clause counts in what a wording is about; each later one counts 1."""
_MAIN_SHARE = 0.85
_MOST_BESIDE = 3
"""A bare title is what a sentence that begins with it is about, when that has at most so many other topics."""
_SENTENCE = 6
"""Weight from which a sentence of which the other has not a third is another work."""
_FOREIGN = 3
"""Weight from which an item that a title has not is another work."""
_MOST_LISTED = 2
"""A title that lists more items has no single act that it ends with, and is compared like a sentence."""
_MOST_REST = 2
_BROADLY = 0.75
"""Weight of other words up to which a title is bare, and what it counts that it names a kind of work that a piece is of."""
_MANY = 4
_TOLD = 5
_HELD = 0.75
"""Pieces that a bundle has at least, weight of a name that may stand all over it, and what finding all of it counts."""
_LONG = 25
"""Characters from which two sentences are told to be the same by their characters, whatever their topics."""
_COPIED = 0.75
"""Of two names one of which was copied from the other: the share of characters in common."""
_TOPICS, _CHARACTERS = 0.65, 0.35

_ARTICLE = re.compile(r"第[一二三四五六七八九十百零\d]+条")
_PENALTY_WORDS = re.compile(
    r"违反(?:有关)?规定|违法|非法|擅自|(?:的|等)*(?:违法)?(?:行为)?(?:的|进行)*(?:行政)?处罚|中涉及.{2,10}主管部门职责"
    r"|按照|依照|活动|行为|情形|规定|[对的或者和等及]"
)
_STRICT = frozenset({"penalty", "compulsory", "recovery", "certificate"})
_PLAIN = frozenset({"general"})
_HEADS = frozenset({"approval", "check", "quality", "relief", "rescue", "supervision", "survey"})
"""Acts that a title is about where it ends with them."""
_WEAK = frozenset({"publicity", "survey", "check"})


@dataclass(frozen=True)
class Comparison:
    """What two wordings are to each other; ``score`` is from 0 to 1 and comparable within one kind."""

    kind: Kind
    score: float


_DIFFERENT = Comparison("different", 0.0)


@lru_cache(maxsize=65_536)
def compare(one: Wording, other: Wording) -> Comparison:
    """Return what two wordings are to each other; the order of the two does not matter."""
    if one.key == other.key:
        return Comparison("same", 1.0)
    a, b = one.whole, other.whole
    if ("penalty" in a.acts) != ("penalty" in b.acts):
        return _DIFFERENT
    cited, also = set(_ARTICLE.findall(a.text)), set(_ARTICLE.findall(b.text))
    if cited and also and cited != also:
        return _DIFFERENT
    if "penalty" in a.acts:
        return _compare_penalties(_offence(a), _offence(b), bool(cited and also))
    if _ends_apart(one, other) or _ends_apart(other, one):
        return _DIFFERENT
    score = _likeness(one, other) if _comparable(a, b) else 0.0
    if score >= SAME and (_lead(one, other) or not (_adds_work(one, other) or _adds_work(other, one))):
        return Comparison("same", round(score, 3))
    shared = max(
        _best_piece(one.pieces, other.pieces),
        _held(one, other),
        _held(other, one),
        _names_broadly(one, other),
        _names_broadly(other, one),
        _part_in_common(one, other),
    )
    return Comparison("overlap", round(shared, 3)) if shared >= OVERLAP else Comparison("different", round(score, 3))


def _compare_penalties(one: str, other: str, cited: bool) -> Comparison:
    """Compare two offences by their characters alone: laws word them, and lists copy the law."""
    if not one or not other:
        return _DIFFERENT
    left, right = _missing(one, other), _missing(other, one)
    shorter = min(len(one), len(other))
    contrast = min(left, right) / shorter
    score = 1 - (left + right) / (len(one) + len(other)) - contrast + (_CITED if cited else 0)
    score = round(min(1.0, max(0.0, score)), 3)
    if min(left, right) > _SLIP:
        return Comparison("different", min(score, round(_SAME_PENALTY - 0.01, 3)))
    if score >= _SAME_PENALTY:
        return Comparison("same", score)
    if shorter >= _LEAST_PENALTY:
        return Comparison("overlap", round(1 - contrast, 3))
    return Comparison("different", score)


def _offence(part: Part) -> str:
    return _PENALTY_WORDS.sub("", part.text)


def _likeness(one: Wording, other: Wording) -> float:
    """Return how much two wordings are the same as wholes, from 0 to 1."""
    of_one_clause = len(one.clauses) == len(other.clauses) == 1
    if of_one_clause and min(len(one.items), len(other.items)) <= _MOST_LISTED:
        return _part_likeness(one.clauses[0], other.clauses[0])
    dice, contrast = _common(one.whole, other.whole)
    mine, theirs = _shares(one), _shares(other)
    if mine or theirs:
        about = max(
            _histogram(mine, theirs),
            _jaccard(mine.keys(), theirs.keys()),
            _main(one, other),
            _main(other, one),
            _lead(one, other),
        )
        score = _TOPICS * about + _CHARACTERS * dice - 0.2 * contrast
    else:
        score = dice - 0.6 * contrast
    if min(len(one.key), len(other.key)) >= _LONG:
        score = max(score, _copied(one.key, other.key))
    return max(0.0, score) * _act_factor(one.whole, other.whole, single=False)


@lru_cache(maxsize=262_144)
def _part_likeness(one: Part, other: Part) -> float:
    """Return how much two clauses or items are the same, from 0 to 1."""
    dice, contrast = _common(one, other)
    mine, theirs = one.topics, other.topics
    if not mine and not theirs:
        score = dice - 0.6 * contrast
    else:
        score = _TOPICS * _jaccard(mine, theirs) + _CHARACTERS * dice
        if mine != theirs:
            score -= 0.8 * contrast + (0.08 if mine < theirs or theirs < mine else 0)
        elif mine <= fields():
            left, right = one.weight - _covered(one, other), other.weight - _covered(other, one)
            score -= min(left, right) / max(min(one.rest, other.rest), 4)
            score -= min(0.25, 0.03 * abs(left - right))
        else:
            score -= 0.2 * contrast
    return max(0.0, score) * _act_factor(one, other, single=True)


def _held(title: Wording, bundle: Wording) -> float:
    """Return the share of a short name's words that stand all over a bundle, as 就业 and 退役军人 in different items do."""
    own = title.whole
    if (
        len(title.pieces) > 1
        or len(bundle.pieces) < _MANY
        or not own.topics <= bundle.whole.topics
        or own.rest < 2 > len(own.topics)
    ):
        return 0.0
    if own.acts & exclusive_acts() - bundle.whole.acts:
        return 0.0
    return _HELD * _covered(own, bundle.whole) / own.weight if own.weight >= _TOLD else 0.0


def _names_broadly(title: Wording, other: Wording) -> float:
    """Return what it counts that a piece of the other is about a kind, or a part, of what a bare title names."""
    own = title.whole
    if len(title.clauses) > 1 or len(own.topics) != 1 or own.rest > _MOST_REST:
        return 0.0
    kinds = (piece for piece in other.pieces if own.topics <= piece.broader)
    return _BROADLY if any(_same_act(own, kind) for kind in kinds) else 0.0


def _part_in_common(one: Wording, other: Wording) -> float:
    """Return what it counts that two names, one of them a sentence, go into the same work, each in its own way."""
    a, b = one.whole, other.whole
    if max(len(one.clauses), len(other.clauses)) < 2 or (a.acts ^ b.acts) & exclusive_acts():
        return 0.0
    return OVERLAP if (a.topics & b.topics) - fields() else 0.0


def _same_act(one: Part, other: Part) -> bool:
    """Tell whether two parts have an act in common, or two that lists print for one another."""
    mine, theirs = one.acts or _PLAIN, other.acts or _PLAIN
    return not mine.isdisjoint(theirs) or any(frozenset((a, b)) in alike_acts() for a in mine for b in theirs)


def _comparable(one: Part, other: Part) -> bool:
    """Tell whether two parts can be alike at all: by a topic, or where neither has one, by two characters."""
    if one.topics or other.topics:
        return not one.topics.isdisjoint(other.topics)
    return not one.pairs.isdisjoint(other.pairs)


def _best_piece(mine: Sequence[Part], theirs: Sequence[Part]) -> float:
    best = 0.0
    for piece in mine:
        for other in theirs:
            if _comparable(piece, other) and not _light(piece, other):
                best = max(best, _part_likeness(piece, other))
    return best


def _light(one: Part, other: Part) -> bool:
    """Tell whether two parts say too little to be compared, unless they say the same."""
    least, most = sorted((one.weight, other.weight))
    return least < 2 or (most < 3 and one.words != other.words)


def _adds_work(one: Wording, other: Wording) -> bool:
    """Tell whether the other bundles what one is with other work: by a sentence of its own, a list, or another act."""
    if _lists_more(one, other) or _does_more(one, other):
        return True
    return any(
        sentence.weight >= _SENTENCE
        and sentence.topics.isdisjoint(one.whole.topics)
        and _covered(sentence, one.whole) < sentence.weight / 3
        for sentence in other.sentences
    )


def _lists_more(title: Wording, bundle: Wording) -> bool:
    """Tell whether a name of one piece is one item among others that the bundle's first clause lists."""
    if len(title.pieces) > 1:
        return False
    own = title.whole
    foreign = [item for item in bundle.items if item.weight >= _FOREIGN and _covered(item, own) < item.weight / 2]
    return len(foreign) >= 2 and 2 * len(foreign) >= len(bundle.items)


def _does_more(title: Wording, bundle: Wording) -> bool:
    """Tell whether a bundle of one clause does all that a title does and something else, as 审批与监管 beside 监管."""
    acts = title.whole.acts - _PLAIN
    if len(title.clauses) > 1 or len(bundle.clauses) > 1 or not acts or not acts < bundle.whole.acts:
        return False
    alike = {act for pair in alike_acts() if not pair.isdisjoint(acts) for act in pair}
    return not bundle.whole.acts <= acts | alike | _PLAIN


def _main(title: Wording, sentence: Wording) -> float:
    """Return what a bare title is of a sentence that begins with it."""
    own = title.whole.topics
    bare = own == sentence.clauses[0].topics and title.whole.rest <= 2
    return _MAIN_SHARE if bare and len(sentence.whole.topics - own) <= _MOST_BESIDE else 0.0


def _lead(one: Wording, other: Wording) -> float:
    """Return what two sentences are of each other that begin with the same work and then go into different details."""
    mine, theirs = (wording.clauses[0].topics - fields() for wording in (one, other))
    if min(len(one.clauses), len(other.clauses)) < 2 or not mine or not theirs:
        return 0.0
    return _MAIN_SHARE if mine <= theirs or theirs <= mine else 0.0


def _widest(topics: frozenset[str], named: frozenset[str]) -> frozenset[str]:
    """Return the topics without those that are a kind or a part of what is named, too: a part adds no other work."""
    return frozenset(topic for topic in topics if named.isdisjoint(broader().get(topic, ())))


@lru_cache(maxsize=65_536)
def _shares(wording: Wording) -> dict[str, float]:
    """Return topic → its share of the clauses; a clause without one goes on about those of the clause before."""
    found: defaultdict[str, float] = defaultdict(float)
    last: frozenset[str] = frozenset()
    for number, clause in enumerate(wording.clauses):
        last = _widest(clause.topics, wording.whole.topics) or last
        for topic in last:
            found[topic] += (_MAIN if number == 0 else 1.0) / len(last)
    total = sum(found.values())
    return {topic: share / total for topic, share in found.items()}


def _histogram(mine: dict[str, float], theirs: dict[str, float]) -> float:
    return sum(min(share, theirs.get(topic, 0.0)) for topic, share in sorted(mine.items()))


def _jaccard(mine: Iterable[str], theirs: Iterable[str]) -> float:
    first, second = frozenset(mine), frozenset(theirs)
    return len(first & second) / len(first | second)


def _common(one: Part, other: Part) -> tuple[float, float]:
    """Return the share of words that two parts have in common, and the share that both have of their own."""
    left, right = one.weight - _covered(one, other), other.weight - _covered(other, one)
    return 1 - (left + right) / (one.weight + other.weight), min(left, right) / min(one.weight, other.weight)


def _covered(part: Part, other: Part) -> float:
    """Return the weight of the part's words that the other part has too."""
    total = 0.0
    for word in part.words:
        if word.telling or len(word.text) == 1:
            total += word.weight if word.text in other.text else 0.0
        else:
            total += len(word.text) - _missing(word.text, other.text)
    return total


@lru_cache(maxsize=262_144)
def _missing(text: str, other: str) -> int:
    """Return how many characters of a text are in no two neighbours that the other text has too."""
    if text in other:
        return 0
    pairs = {other[i : i + 2] for i in range(len(other) - 1)}
    hit = [False] * len(text)
    for i in range(len(text) - 1):
        if text[i : i + 2] in pairs:
            hit[i] = hit[i + 1] = True
    return hit.count(False)


def nearly_equal(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings are the same work and nearly the same words."""
    left, right = _missing(one.key, other.key), _missing(other.key, one.key)
    alike = 1 - (left + right) / (len(one.key) + len(other.key)) >= _COPIED
    return alike and compare(one, other).kind == "same"


def _copied(one: str, other: str) -> float:
    """Return the share of characters in common where one text is a copy of the other but for a few words, else 0."""
    left, right = _missing(one, other), _missing(other, one)
    if min(left, right) > _SLIP:
        return 0.0
    alike = 1 - (left + right) / (len(one) + len(other))
    return alike if alike >= _COPIED else 0.0


def _ends_apart(one: Wording, other: Wording) -> bool:
    """Tell whether a title ends with an act that the other has not at all: checking the reports is no appraisal."""
    if any(len(wording.clauses) > 1 or len(wording.items) > _MOST_LISTED for wording in (one, other)):
        return False
    head, acts = one.whole.head, other.whole.acts
    if head not in _HEADS or other.whole.head is None or head in acts:
        return False
    return not any(frozenset((head, act)) in alike_acts() for act in acts)


def _act_factor(one: Part, other: Part, *, single: bool) -> float:
    """Return what the acts leave of a likeness. Of sentences, only acts that stand for themselves make another work."""
    mine, theirs = one.acts, other.acts
    if (mine ^ theirs) & (exclusive_acts() if single else _STRICT):
        return 0.5
    if (mine or _PLAIN) & (theirs or _PLAIN):
        return 1.0
    if any(frozenset((act, also)) in alike_acts() for act in mine for also in theirs):
        return 0.9
    if not mine or not theirs:
        return 0.55 if (mine or theirs) <= _WEAK else 0.85
    if {"relief"} in (mine, theirs):
        return 0.6
    if "general" in mine | theirs:
        if single and (mine <= _WEAK or theirs <= _WEAK):
            return 0.6
        return 0.75 if single else 0.85
    return 0.5 if single else 0.7
