"""A body's printed name taken apart: whose it is, its words in full, and its kind.

县住建局 and 县住房和城乡建设局 come to the same words {住房, 城乡建设} and kind; the table is ``words.toml``. What the table
does not know stands for itself, so that an unknown name is like nothing but itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import TypeAdapter

from graphkb.bodies import Level, belonging, is_unnamed, spelling, without_head
from graphkb.records import Place, Record

_LEVEL = re.compile(
    r"^(?:自治区|地区|省|市(?!场|容|监局|监所|政(?:公用|工程|设施|园林|环卫))|州|盟|县|区|旗)(?:直(?=[^属]))?"
)
# 县委宣传部, 县政府信访局: the organ is told by its own words.
_PARTY = re.compile(r"^(?:委员会(?!办公室$)|委(?!员会|办$|办公室$))(?=.{2})(?!党校)")
_GOVERNMENT = re.compile(r"^[县区市旗州盟省]?(?:人民)?政府(?=信访|国资|国有资产|外事|侨务|金融|研究室|督查|机关事务)")
_BUREAU_INSIDE = re.compile(r"局(?=和|与|、)")  # a slip of the pen: 县农牧局和科技局
_BRANCH = re.compile(r"^(?:[^省市县区旗州盟]{1,5}(?:地区|自治州|盟|市|州))?(?P<bureau>.+局)[^局]{0,12}分局$")
_LEAGUE = re.compile(r"^(?:(?:中国)?(?:共产主义青年团|共青团).{0,20}|团[省市州盟地县区旗]?)委(?:员会)?$")
_CPPCC = re.compile(r"^(?:中国人民政治协商会议|政协).{0,12}[省市州盟县区旗]委员会(?=办公室$|$)")
_OF_ITS_COUNTY = ("bureau", "office", "party-organ", "organ")
"""Kinds of body that every county has, so that a name without a division in front is the county's own."""
_SUPERVISION = re.compile(r"(?<=委)(员会)?[县区市旗州盟](?=监委|监察)")  # 县纪委县监委, 县纪律检查委员会县监察委员会
_TRAFFIC_POLICE = re.compile(r"^公安(?:分?局)?(?=交)")
_ZONE_COMMITTEE = re.compile(r"(?<=区)管理委员会$")
_COMPANY_WORDS = re.compile(
    r"[省市县区旗]|自治|集团|股份|有限|责任|分公司|支公司|公司|客户服务|营业部|办事处|中心|(?<=供电)局|^中国"
)


class _Whole(Record):
    words: tuple[str, ...]
    kind: str


class _Fillers(Record):
    words: tuple[str, ...]


class _Table(Record):
    """The file ``words.toml``."""

    whole: dict[str, _Whole]
    companies: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[str, ...]]
    letters: dict[str, str]
    endings: dict[str, tuple[str, ...]]
    fillers: _Fillers


ASSUMED = "list's county"
"""Method of a level that the name does not tell: what else the list could mean is not known."""


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


@cache
def _companies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each company with a pattern of what may be left of its name without places and words like 有限公司."""
    return tuple((company, re.compile(f"(?:{'|'.join(words)})+")) for company, words in _table().companies.items())


@lru_cache(maxsize=100_000)
def parse(name: str, place: Place) -> BodyName:
    """Return what the name says in a list of ``place`` (its township plays no part)."""
    where = belonging(name, place)
    core = _without_places(name, place)
    whose = core != name
    company = _company(name, place)
    words, kind = (frozenset([company]), "company") if company else _words(core)
    named = not is_unnamed(name)
    level, method = where.level, str(where.method)
    if level is None and named and kind in _OF_ITS_COUNTY and words and all(map(is_known, words)):
        level, method = "county", ASSUMED  # 农业农村局 in a list of the county that prints no names with 县
    return BodyName(name, where.division, level, method, words, kind, whose, named)


@lru_cache(maxsize=100_000)
def written_out(name: str) -> str:
    """Return the name of a bureau with the short words of the table in full, in their order; other names as they are.

    >>> written_out("县文广旅体局")
    '县文化广播电视旅游体育局'
    """
    ending = next((ending for ending, _ in _endings() if name.endswith(ending)), "")
    level = _LEVEL.match(name)
    front = level[0] if level else ""
    if ending not in _table().endings["bureau"] or name[len(front) :] in _table().whole:
        return name
    return front + "".join(_words_of(name[len(front) :].removesuffix(ending), letters=True)) + ending


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
    core = "团委" if _LEAGUE.match(name) else _CPPCC.sub("政协", _BUREAU_INSIDE.sub("", without_head(name)))
    for division in (place.province, place.prefecture):
        core = _without(division, core)
    below = _LEVEL.sub("", _without(place.county, core), count=1)
    core = _without(place.county, below) if below != core else core  # 市青禾生态环境局
    if branch := _BRANCH.match(core):
        core = branch["bureau"]
    elif core.endswith("分局") and place.county:  # 公安青禾分局
        core = re.sub(rf"(?<=..)(?:{spelling(place.county).pattern})(?=(?:管理)?分局$)", "", core)
    core = _SUPERVISION.sub(r"\1", core) if core.startswith("纪") else core
    return _TRAFFIC_POLICE.sub("", _GOVERNMENT.sub("", _PARTY.sub("", core, count=1)))


def _without(division: str | None, name: str) -> str:
    """Return the name without the division in front, if a name is left (公安局 in 公安县 is not 局 of it)."""
    match = spelling(division).match(name) if division else None
    rest = name[match.end() :] if match else ""
    return rest if len(rest) > 1 or rest == "委" else name


def _company(name: str, place: Place) -> str:
    """Return which of the table's companies has this local branch, "" where none: 国网云岭省电力有限公司青禾县供电公司."""
    rest = name
    for division in (place.county, place.prefecture, place.province):
        rest = spelling(division).sub("", rest) if division else rest
    rest = _COMPANY_WORDS.sub("", rest)
    return next((company for company, words in _companies() if words.fullmatch(rest)), "")


def _words(core: str) -> tuple[frozenset[str], str]:
    """Return the words that the core of a name stands for, and its kind."""
    if whole := _table().whole.get(core):
        return frozenset(whole.words), whole.kind
    core = _ZONE_COMMITTEE.sub("管委会", core)
    ending, kind = next(((e, k) for e, k in _endings() if core.endswith(e) and len(core) > len(e)), ("", ""))
    return frozenset(_words_of(core.removesuffix(ending) if ending else core, letters=kind == "bureau")), kind


def _words_of(text: str, *, letters: bool) -> Iterator[str]:
    """Yield the words of a text; a run of characters that the table does not know is a word of its own.

    ``letters`` says whether such a run may be of single characters that each stand for a word (文广旅体).
    """
    end = 0
    for match in [*_parts().finditer(text), None]:
        unknown = text[end : match.start() if match else None]
        if letters and all(character in _table().letters for character in unknown):
            yield from (_table().letters[character] for character in unknown)
        elif unknown:
            yield unknown
        if match:
            yield from _table().parts.get(match[0], ())
            end = match.end()
