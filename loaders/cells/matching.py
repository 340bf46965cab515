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
_FULL_FORMS = (
    ("中国共产党", ""), ("中共", ""), ("人民政府", "政府"), ("委员会", "委"), ("办公室", "办"), ("联合会", "联"), ("联合社", "联社"),
    ("人民法院", "法院"), ("人民检察院", "检察院"), ("管理分局", "分局"),
)  # fmt: skip
_KIND = re.compile(r"(?:分局|局|委|部门|部|办|厅|大队|支队|中队|中心|联社|联|院|公司|站|所|处|会|馆|台|政府)$")
_KINDS_OF_ONE_BODY = frozenset({"局", "委", "办", "部门"})
_NO_LEVEL = re.compile(r"^(?:市[场容政]|区[划域]|县域)")  # first words that only look like a level (市场监督管理局)


class Fit(IntEnum):
    """How a printed name fits a body of the column; the higher, the closer."""

    SHORT = 1  # one is a short form of the other
    SAME = 2  # the same words with another level or kind (区卫健委, 区卫健局)
    EXACT = 3  # as the column prints it, or its second plate


@dataclass(frozen=True)
class _Key:
    level: str  # "county", "prefecture" or ""
    core: str  # the words between level and kind, without 和
    kind: str  # 局, 委 …


class Column:
    """The bodies of one row's department column; answers which of them a name printed elsewhere in the row means."""

    def __init__(self, mentions: Sequence[DepartmentMention], reader: NameReader) -> None:
        self.mentions = tuple(mentions)
        self.names = tuple(mention.name for mention in mentions)
        self._territory = reader.territory
        self._exact: dict[str, str] = {}
        self._keys: list[tuple[_Key, str]] = []
        for mention in mentions:
            for printed in (mention.name, *mention.aliases):
                self._exact.setdefault(printed, mention.name)
                self._keys.append((_key(printed, self._territory), mention.name))
        self.spellings = tuple(sorted(self._exact, key=len, reverse=True))
        self._resolved: dict[str, tuple[tuple[str, ...], Fit] | None] = {}

    def resolve(self, name: str) -> tuple[tuple[str, ...], Fit] | None:
        """The bodies that ``name`` certainly means, usually one, and how closely; ``None`` where none or several fit."""
        if name in self._exact:
            return (self._exact[name],), Fit.EXACT
        if name not in self._resolved:
            self._resolved[name] = self._nearest(name)
        return self._resolved[name]

    def ambiguous(self, name: str) -> bool:
        """Whether ``name`` could mean several bodies of the column."""
        return name not in self._exact and len(self._fits(name)[1]) > 1 and self.resolve(name) is None

    def _fits(self, name: str) -> tuple[int, list[str]]:
        key = _key(name, self._territory)
        best, found = 0, list[str]()
        for other, body in self._keys:
            fit = _fit(key, other)
            if fit > best:
                best, found = fit, []
            if fit and fit == best and body not in found:
                found.append(body)
        return best, found

    def _nearest(self, name: str) -> tuple[tuple[str, ...], Fit] | None:
        best, found = self._fits(name)
        if len(found) == 1:
            return (found[0],), Fit(best)
        return self._union(name)

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
    core = re.sub(r"[（(].*?[）)]", "", name)
    for long, short in _FULL_FORMS:
        core = core.replace(long, short)
    level = ""
    for found, pattern in (("prefecture", territory.prefecture), ("county", territory.county)):
        match = pattern.match(core)
        if match and len(core) > match.end() + 1 and not _NO_LEVEL.match(core):
            core = core[match.end() :]
            level = found
    core = _LINKS.sub("", core)
    kind = _KIND.search(core)
    return _Key(level, core[: kind.start()] if kind else core, kind.group() if kind else "")


def _fit(one: _Key, other: _Key) -> int:
    if one.level and other.level and one.level != other.level:
        return 0
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and not kinds <= _KINDS_OF_ONE_BODY:
        return 0
    if not one.core or not other.core:
        return 0
    if one.core == other.core:
        return Fit.SAME
    short, long = sorted((one.core, other.core), key=len)
    if len(kinds) > 1 and "部门" not in kinds:
        return 0
    if len(short) < 2 or len(short) == len(long):
        return 0
    if short in long or (short[0] == long[0] and _is_subsequence(short, long)):
        return Fit.SHORT
    return 0


def _is_subsequence(short: str, long: str) -> bool:
    characters = iter(long)
    return all(character in characters for character in short)
