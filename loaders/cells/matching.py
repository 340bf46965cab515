"""Which body of the column a printed name means: short and long forms of one name (县住建局, 县住房和城乡建设局)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from graphkb.records import DepartmentMention
from loaders.cells.bodies import NameReader, Territory

_LINKS = re.compile(r"[和与及、“”\"·]")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_SHORTER = (
    ("中国共产党", ""),
    ("中共", ""),
    ("妇女联合会", "妇联"),
    ("残疾人联合会", "残联"),
    ("文学艺术界联合会", "文联"),
    ("工商业联合会", "工商联"),
    ("归国华侨联合会", "侨联"),
    ("科学技术协会", "科协"),
    ("红十字会", "红会"),
    ("总工会", "工会"),
    ("供销合作社联合社", "供销社"),
    ("供销合作联社", "供销社"),
    ("供销合作社", "供销社"),
    ("供销联社", "供销社"),
    ("供电", "电力"),
    ("纪律检查委员会", "纪委"),
    ("监察委员会", "监委"),
    ("纪委监委", "纪委"),
    ("监委", "纪委"),  # one body with two names
    ("人民政府", "政府"),
    ("人民法院", "法院"),
    ("人民检察院", "检察院"),
    ("委员会", "委"),
    ("办公室", "办"),
    ("联合会", "联"),
    ("联合社", "联社"),
    ("管理分局", "分局"),
)
_PARENT = re.compile(r"^(?:国家[\u4e00-\u9fff]{2,8}总局|国家电网|国网)(?=.{3})")  # before the place of a local branch
_LEAGUE = re.compile(r"^(?:中国)?(?:共产主义青年团|共青团|团)(?P<division>.+?)(?:委员会|委)$")
_KIND = re.compile(r"(?:分局|局|委|部门|机关|部|办|厅|大队|支队|中队|中心|联社|联|院|公司|站|所|处|会|馆|台|政府)$")
_TAIL = re.compile(r"[\u4e00-\u9fff]{2}(?:部门|单位)$")
_GENERIC = re.compile(r"^(?:其他|其它|相关|有关|各级|上级|所有)")
_KINDS_OF_ONE_BODY = frozenset({"局", "委", "办", "部门", "机关", "分局"})
_NO_LEVEL = re.compile(r"^(?:市[场容政]|区[划域]|县域)")  # first words that only look like a level (市场监督管理局)


class Fit(IntEnum):
    """How a printed name fits a body of the column; the higher, the closer."""

    SHORT = 1  # one is a short form of the other
    SAME = 2  # the same words with another level or kind (区卫健委, 区卫健局)
    EXACT = 3  # as the column prints it, or its second plate


@dataclass(frozen=True)
class _Key:
    level: str  # "county", "prefecture" or ""
    core: str  # the words between level and kind, in their short form and without 和
    kind: str  # 局, 委 …


class Column:
    """The bodies of one row's department column; answers which of them a name printed elsewhere in the row means."""

    def __init__(self, mentions: Sequence[DepartmentMention], reader: NameReader) -> None:
        self.names = tuple(mention.name for mention in mentions)
        self._territory = reader.territory
        self._exact: dict[str, str] = {}
        self._keys: list[tuple[_Key, str]] = []
        for mention in mentions:
            for printed in (mention.name, *mention.aliases):
                self._exact.setdefault(printed, mention.name)
                self._keys.append((_key(printed, self._territory), mention.name))
            tail = None if mention.named else _TAIL.search(mention.name)
            if tail and not _GENERIC.match(tail.group()):
                self._exact.setdefault(tail.group(), mention.name)  # 派出单位 for 驻村干部派出单位
        self.spellings = tuple(sorted(self._exact, key=len, reverse=True))
        """All ways in which the column itself spells its bodies, longest first."""
        self._resolved: dict[str, tuple[tuple[str, ...], Fit] | None] = {}

    def resolve(self, name: str) -> tuple[tuple[str, ...], Fit] | None:
        """The bodies that ``name`` certainly means, mostly one, and how closely; ``None`` if none or several fit."""
        if name in self._exact:
            return (self._exact[name],), Fit.EXACT
        if name not in self._resolved:
            self._resolved[name] = self._nearest(name)
        return self._resolved[name]

    def of_level(self, word: str) -> tuple[str, ...]:
        """The bodies of the level that ``word`` names (市, 县); none for a level above both."""
        for level, pattern in (("prefecture", self._territory.prefecture), ("county", self._territory.county)):
            if pattern.fullmatch(word):
                return tuple(dict.fromkeys(body for key, body in self._keys if key.level == level))
        return ()

    def ambiguous(self, name: str) -> bool:
        """Whether ``name`` could mean several bodies of the column."""
        return self.resolve(name) is None and len(self._fitting(name)[1]) > 1

    def _nearest(self, name: str) -> tuple[tuple[str, ...], Fit] | None:
        fit, bodies = self._fitting(name)
        return ((bodies[0],), Fit(fit)) if len(bodies) == 1 else self._union(name)

    def _fitting(self, name: str) -> tuple[int, list[str]]:
        """The best fit of ``name``, and all bodies that have it."""
        key = _key(name, self._territory)
        best, bodies = 0, list[str]()
        for other, body in self._keys:
            fit = _fit(key, other)
            if fit > best:
                best, bodies = fit, []
            if fit and fit == best and body not in bodies:
                bodies.append(body)
        return best, bodies

    def _union(self, name: str) -> tuple[tuple[str, ...], Fit] | None:
        """Neighbours of the column whose words together make up ``name`` (县A局 县B局 for a printed 县AB局)."""
        key = _key(name, self._territory)
        own = [(_key(body, self._territory), body) for body in self.names]
        for first in range(len(own)):
            core = ""
            for last in range(first, len(own)):
                if own[last][0].kind != key.kind or not own[last][0].core:
                    break
                core += own[last][0].core
                if core == key.core and last > first:
                    return tuple(body for _, body in own[first : last + 1]), Fit.SHORT
                if len(core) >= len(key.core):
                    break
        return None


@lru_cache(maxsize=8192)
def _key(name: str, territory: Territory) -> _Key:
    core = _PARENT.sub("", _BRACKETS.sub("", name))
    core = _LEAGUE.sub(r"\g<division>团委", core)  # 团县委, 共青团X县委员会
    for long, short in _SHORTER:
        core = core.replace(long, short)
    level = ""
    for found, pattern in (("prefecture", territory.prefecture), ("county", territory.county)):
        match = pattern.match(core)
        if match and len(core) > match.end() + 1 and not _NO_LEVEL.match(core):
            core, level = core[match.end() :], found
    core = _LINKS.sub("", core)
    kind = _KIND.search(core)
    if not kind:
        return _Key(level, core, "")
    core = core[: kind.start()]
    parent, branch, place = core.rpartition("局")
    if kind.group() == "分局" and branch and territory.county.match(place):  # 市生态环境局X分局 = 县生态环境分局
        return _Key("county", parent, "分局")
    return _Key(level, core, kind.group())


def _fit(one: _Key, other: _Key) -> int:
    if one.level and other.level and one.level != other.level:
        return 0
    if one.kind != other.kind and not {one.kind, other.kind} <= _KINDS_OF_ONE_BODY:
        return 0
    if one.core and one.core == other.core:
        return Fit.SAME
    short, long = sorted((one.core, other.core), key=len)
    if len(short) < 2 or len(short) == len(long):
        return 0
    abbreviates = short in long or (short[0] == long[0] and _is_subsequence(short, long))
    return Fit.SHORT if abbreviates else 0


def _is_subsequence(short: str, long: str) -> bool:
    characters = iter(long)
    return all(character in characters for character in short)
