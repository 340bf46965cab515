"""A row's name taken apart: what it is about, what is done about it, and the clauses that a long name bundles.

The tables of words are ``matter_words.toml``; what they do not know counts by its characters.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from graphkb.records import Record

_NO_WORD = re.compile(r"[\s\W_]+")
_BLANK = re.compile(r"\s+")
_QUOTES = re.compile(r"[“”\"'‘’「」『』]")
_ASIDE = re.compile(r"[（(〔【\[][^（）()〔〕【】\[\]]*[）)〕】\]]")
_INCLUDES = re.compile(r"^[（(〔【\[](?:主要|具体)?(?:包括|包含|含|如)?")
_EXCEPT = re.compile(r"^.(?:不|除|非)")
_LIST = re.compile(r"[、]|以及|及其|及|和(?!谐|美|解)|与")
_END = re.compile(r"[。；;]")
_STOP = re.compile(r"[，。；：,;:！!？?\n]+")
_LEADING = re.compile(
    r"^(?:(?:全面|积极|依法|继续|认真|切实|扎实|组织|做好|负责|开展|落实|抓好|加强|推进|协助|配合|承担|实施|对于|对|进行)+)"
)
_TRAILING = re.compile(r"(?:等?(?:相关|有关)?(?:各项)?工作)$")
_KIND = re.compile(
    r"(?:本|全|我)?(?:行政区域|辖区|区域|乡镇|镇|乡|街道|苏木)(?:范围)?(?:内的?|的)"
    r"|本(?:镇|乡|街道|苏木|级|辖区|区域)|辖区内?的?"
)
_SUFFIX = re.compile(r"(?:自治州|自治县|自治旗|自治区|地区|街道办事处|街道|苏木|嘎查|省|市|州|盟|县|区|旗|镇|乡)$")

_PLAIN = frozenset({"general"})

TELLING = 2.0
"""What a character of a telling word counts; one of another word counts 1."""


class _Exclusive(Record):
    words: frozenset[str]


class _Alike(Record):
    pairs: tuple[tuple[str, str], ...]


class _Words(Record):
    telling: tuple[str, ...]
    fields: tuple[str, ...]
    empty: tuple[str, ...]


class _Table(Record):
    """The file ``matter_words.toml``."""

    acts: dict[str, str]
    alike: _Alike
    exclusive: _Exclusive
    narrower: dict[str, tuple[str, ...]]
    synonyms: dict[str, tuple[str, ...]]
    words: _Words


@dataclass(frozen=True)
class Word:
    """A run of characters that says what the work is about; a telling one is one word, of others every two characters count."""

    text: str
    telling: bool

    @property
    def weight(self) -> float:
        """What the whole word counts."""
        return len(self.text) * (TELLING if self.telling else 1.0)


@dataclass(frozen=True, eq=False)
class Part:
    """A clause, or a whole name as one clause: ``text`` in common terms without punctuation, its words and acts."""

    text: str
    words: tuple[Word, ...]
    acts: frozenset[str]

    @cached_property
    def head(self) -> str | None:
        """Return the act that the part ends with, as a Chinese title does; None where it tells no act."""
        ends = [(match.end(), -match.start(), name) for name, found in _acts() for match in found.finditer(self.text)]
        return max(ends)[2] if ends else None

    @cached_property
    def topics(self) -> frozenset[str]:
        """Return the words that tell the work."""
        return frozenset(word.text for word in self.words if word.telling)

    @cached_property
    def broader(self) -> frozenset[str]:
        """Return the words of which those that tell the work are a kind or a part."""
        return frozenset(word for topic in self.topics for word in broader().get(topic, ()))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Return every two neighbouring characters of the other words."""
        words = (word.text for word in self.words if not word.telling)
        return frozenset(text[i : i + 2] for text in words for i in range(max(1, len(text) - 1)))

    @cached_property
    def weight(self) -> float:
        """Return what all words count together."""
        return sum(word.weight for word in self.words)

    @cached_property
    def rest(self) -> float:
        """Return what the words that tell nothing by themselves count together."""
        return sum(word.weight for word in self.words if not word.telling)


@dataclass(frozen=True, eq=False)
class Wording:
    """A name as the program compares it: ``key`` is the same for names that differ in place, filler or punctuation only.

    ``pieces`` are its clauses and what they list; ``items`` are those that the first clause lists;
    ``sentences`` end with a semicolon or full stop; ``text`` is what was read.
    """

    key: str
    whole: Part
    clauses: tuple[Part, ...]
    pieces: tuple[Part, ...]
    items: tuple[Part, ...]
    sentences: tuple[Part, ...]
    text: str


def place_words(path: Iterable[str]) -> tuple[str, ...]:
    """Return the names of these divisions, each with and without its kind, longest first."""
    names = {form for name in path for form in (name, _SUFFIX.sub("", name)) if len(form) > 1}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def plain_text(name: str, places: Iterable[str] = ()) -> str:
    """Return the name without blanks, place names and words for the township itself; punctuation is kept."""
    text = _BLANK.sub("", name)
    for place in places:
        text = text.replace(place, "")
    return _KIND.sub("", text)


def wording_key(text: str) -> str:
    """Return what two names have in common that differ in leading verbs, closing 工作 and punctuation only."""
    bare = _NO_WORD.sub("", text)
    short = _TRAILING.sub("", _LEADING.sub("", bare))
    return short or bare


@lru_cache(maxsize=65_536)
def read_wording(text: str) -> Wording:
    """Return the wording of a text that :func:`plain_text` gave."""
    full = _to_common(text)
    common = _ASIDE.sub("", full) or full
    clauses = tuple(_part(text) for text in _STOP.split(common) if text)
    whole = _join(clauses) if clauses else _part(common)
    items = [tuple(_items(clause)) for clause in _STOP.split(common) if clause]
    pieces = [part for clause, listed in zip(clauses, items, strict=True) for part in (clause, *listed)]
    pieces += (part for aside in _ASIDE.findall(full) for part in _named_aside(aside, whole.acts))
    distinct = tuple({piece.text: piece for piece in pieces}.values())
    sentences = tuple(_part(sentence) for sentence in _END.split(common) if sentence)
    return Wording(wording_key(text), whole, clauses, distinct, items[0] if items else (), sentences, text)


def _items(clause: str) -> Iterator[Part]:
    """Yield what a clause lists; an item that tells no act has that of the clause."""
    items = [item for item in _LIST.split(clause) if len(item) > 1]
    if len(items) > 1:
        acts = _part(clause).acts
        yield from (_item(item, acts) for item in items)


def _named_aside(aside: str, acts: frozenset[str]) -> Iterator[Part]:
    """Yield the works that a remark in brackets names, as 社会救助金（低保、临时救助）发放 does."""
    if not _EXCEPT.match(aside):
        listed = _LIST.split(_INCLUDES.sub("", aside).strip("（()）〔〕【】[]"))
        items = (_item(item, acts) for clause in listed for item in _STOP.split(clause) if len(item) > 1)
        yield from (item for item in items if item.topics)


@lru_cache(maxsize=65_536)
def _item(text: str, acts: frozenset[str]) -> Part:
    item = _part(text)
    return item if item.acts else replace(item, acts=acts)


def exclusive_acts() -> frozenset[str]:
    """Return the acts that make another work of the same object."""
    return _table().exclusive.words


@cache
def fields() -> frozenset[str]:
    """Return the words of fields of work, in each of which stand several works."""
    return frozenset(_table().words.fields)


@cache
def alike_acts() -> frozenset[frozenset[str]]:
    """Return the pairs of acts that lists print for one another."""
    return frozenset(frozenset(pair) for pair in _table().alike.pairs)


@cache
def empty_words() -> frozenset[str]:
    """Return the words of administration that say little about which work it is."""
    return frozenset(_table().words.empty)


@cache
def broader() -> Mapping[str, frozenset[str]]:
    """Return word → the words of which it is a kind or a part."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, kinds in _table().narrower.items():
        for kind in kinds:
            found[kind].add(word)
    return {kind: frozenset(words) for kind, words in found.items()}


def _to_common(text: str) -> str:
    synonyms, pattern = _synonyms()
    text = _QUOTES.sub("", text)
    return pattern.sub(lambda match: synonyms[match.group()], text)


def _join(parts: tuple[Part, ...]) -> Part:
    return Part(
        "".join(part.text for part in parts),
        tuple(dict.fromkeys(word for part in parts for word in part.words)),
        frozenset().union(*(part.acts or _PLAIN for part in parts)) if len(parts) > 1 else parts[0].acts,
    )


@lru_cache(maxsize=65_536)
def _part(text: str) -> Part:
    """Return the part; the same object for the same text, so that what was compared once is not compared again."""
    acts = frozenset(name for name, pattern in _acts() if pattern.search(text))
    bare = _NO_WORD.sub("", text)
    words = tuple(dict.fromkeys(_words(text))) or ((Word(bare, False),) if bare else ())
    return Part(bare, words, acts)


def _words(text: str) -> Iterator[Word]:
    for run in _NO_WORD.split(text):
        for match in _split().finditer(run):
            if match.lastgroup == "telling":
                yield Word(match.group(), True)
            elif match.lastgroup == "other":
                yield Word(match.group(), False)


@cache
def _split() -> re.Pattern[str]:
    words = _table().words
    telling, empty = _either((*words.telling, *words.fields)), _either(words.empty)
    return re.compile(f"(?P<telling>{telling})|(?P<empty>{empty})|(?P<other>(?:(?!{telling}|{empty}).)+)")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _synonyms() -> tuple[dict[str, str], re.Pattern[str]]:
    words = _table().words
    table = {word: word for word in (*words.telling, *words.fields)}
    table |= {_QUOTES.sub("", form): term for term, forms in _table().synonyms.items() for form in (term, *forms)}
    return table, re.compile(_either(table))


@cache
def _acts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in _table().acts.items())


@cache
def _table() -> _Table:
    text = (files("graphkb.resolution") / "matter_words.toml").read_text("utf-8")
    return _Table.model_validate(tomllib.loads(text))
