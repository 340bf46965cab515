"""A body's printed name taken apart: whose it is, its words in full, and its kind.

县住建局 and 县住房和城乡建设局 come to the same words {住房, 城乡建设} and kind; the table is ``words.toml``. What the table
does not know stands for itself, so that an unknown name is like nothing but itself.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import TypeAdapter

from graphkb.bodies import Level, belonging, is_unnamed
from graphkb.records import Place, Record

_LEVEL = re.compile(r"^(?:自治区|地区|省|市(?!场|监局|监所)|州|盟|县|区|旗)(?:直(?=[^属]))?")
_PARTY = re.compile(r"^委(?=.{2})(?!员会|办$|办公室$|党校)")  # 县委宣传部: the organ is told by its own words
_BUREAU_INSIDE = re.compile(r"局(?=和|与|、)")  # a slip of the pen: 县农牧局和科技局
_BRANCH = re.compile(r"^(?:[^省市县区旗州盟]{1,5}(?:地区|自治州|盟|市|州))?(?P<bureau>.+局)[^局]{0,6}分局$")
_COMPANY_BRANCH = re.compile(r"^(?P<company>国家电网|国网)[^网]{1,8}?(?:分|供电|电力|供电分)公司$")
_LEAGUE = re.compile(r"^(?:共青团|团).{0,8}委(?:员会)?$")
_SUFFIX = re.compile(r"(?:自治州|自治县|自治旗|地区|省|市|州|盟|县|区|旗)$")


class _Whole(Record):
    words: tuple[str, ...]
    kind: str


class _Fillers(Record):
    words: tuple[str, ...]


class _Table(Record):
    """The file ``words.toml``."""

    whole: dict[str, _Whole]
    parts: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    fillers: _Fillers


@dataclass(frozen=True)
class BodyName:
    """What a name says. ``division`` is the path of names of the division that the body belongs to.

    ``words`` are those that tell the body from others of its division, in full; ``kind`` is bureau, office, … or, where
    the table does not know the ending, the ending itself. ``whose`` says whether the name has a division in front.
    """

    name: str
    division: tuple[str, ...]
    level: Level | None
    level_method: str
    words: frozenset[str]
    kind: str
    whose: bool
    named: bool

    @property
    def key(self) -> str:
        """The same for all forms of one name within a division."""
        if not self.named or not self.words:
            return as_printed(self.name)
        return f"{self.kind}:{'+'.join(sorted(self.words))}"


@cache
def _table() -> _Table:
    text = files("graphkb.resolution").joinpath("words.toml").read_text("utf-8")
    return TypeAdapter(_Table).validate_python(tomllib.loads(text))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Return ending → kind, longest ending first."""
    pairs = [(ending, kind) for kind, endings in _table().endings.items() for ending in endings]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _parts() -> re.Pattern[str]:
    """Return a pattern of all known parts and fillers, longest first."""
    words = {*_table().parts, *_table().fillers.words}
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


@lru_cache(maxsize=100_000)
def parse(name: str, place: Place) -> BodyName:
    """Return what the name says in a list of ``place`` (its township plays no part)."""
    where = belonging(name, place)
    core = _without_places(name, place)
    whose = core != name
    words, kind = _words(core)
    named = not is_unnamed(name)
    return BodyName(name, where.division, where.level, where.method, words, kind, whose, named)


def as_printed(name: str) -> str:
    """Return the key of a body that is like nothing but itself: one without a name of its own."""
    return f"as printed:{name}"


def is_known(word: str) -> bool:
    """Tell whether the word is one of the table's, and not a run of characters that it does not know."""
    return word in _known()


@cache
def _known() -> frozenset[str]:
    table = _table()
    return frozenset(
        word for words in (*table.parts.values(), *(whole.words for whole in table.whole.values())) for word in words
    )


def _without_places(name: str, place: Place) -> str:
    """Return the name without the divisions that it names, in front or before 分局, and without 县委 before an organ."""
    core = "团委" if _LEAGUE.match(name) else _BUREAU_INSIDE.sub("", name).removeprefix("国家税务总局")
    for division in _names(place):
        core = core.removeprefix(division) if core != division else core
    core = _LEVEL.sub("", core, count=1)
    if branch := _BRANCH.match(core):
        core = branch["bureau"]
    elif branch := _COMPANY_BRANCH.match(core):
        core = branch["company"]
    return _PARTY.sub("", core, count=1).replace("委员会县监察", "委员会监察").replace("委员会区监察", "委员会监察")


def _names(place: Place) -> list[str]:
    """Return the divisions' names, and those of county and prefecture without their suffix, longest first."""
    names = {name for name in (place.province, place.prefecture, place.county) if name}
    stems = {_SUFFIX.sub("", name) for name in (place.prefecture, place.county) if name}
    return sorted(names | {stem for stem in stems if len(stem) > 1}, key=lambda name: (-len(name), name))


def _words(core: str) -> tuple[frozenset[str], str]:
    """Return the words that the core of a name stands for, and its kind."""
    if whole := _table().whole.get(core):
        return frozenset(whole.words), whole.kind
    ending, kind = next(((e, k) for e, k in _endings() if core.endswith(e) and len(core) > len(e)), ("", ""))
    return _words_of(core.removesuffix(ending) if ending else core), kind


def _words_of(text: str) -> frozenset[str]:
    """Return the words of a text; a run of characters that the table does not know is a word of its own."""
    words: set[str] = set()
    end = 0
    for match in _parts().finditer(text):
        if match.start() > end:
            words.add(text[end : match.start()])
        words.update(_table().parts.get(match[0], ()))
        end = match.end()
    if end < len(text):
        words.add(text[end:])
    return frozenset(words)
