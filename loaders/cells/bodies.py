"""From text to bodies: the names in a department cell and in a heading.

Bodies are parted by spaces, 、, lines, or nothing at all; spaces also stand inside names, and pages end in the middle
of them. What decides is whether the name so far is complete (it has an ending of a body) and whether the next word can
begin one (it starts with a level or a place).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graphkb.bodies import is_unnamed
from graphkb.records import DepartmentMention, Place
from loaders.cells import vocabulary
from loaders.cells.text import tidy

_ENDINGS = sorted({*vocabulary.BODY_ENDINGS, *vocabulary.WHOLE_NAMES}, key=len, reverse=True)
_ENDING = re.compile(f"(?:{'|'.join(_ENDINGS)})$")
LAST_CHARACTERS = frozenset(ending[-1] for ending in _ENDINGS)
"""Last characters of bodies' names: most words that are none end otherwise, and need no other look."""
_SOME_ENDING = re.compile("|".join(_ENDINGS))
_WHOLE = frozenset(vocabulary.WHOLE_NAMES)
_UNNAMED_ENDING = re.compile(r"(?:部门|单位|机构|各方|企业|人员)$")
_BRACKET = re.compile(r"\s*[（(]([^（）()]*)(?:[）)]|$)")
_HELD = re.compile(r"\x02(\d+)\x03")
_LONGEST = 60
"""No body has a name of more characters."""
_HARD = re.compile(r"[、，,；;/。]+|(?<!\d)\d{1,2}[.．、]\s*|[①-⑳•●◆■★☆※▲*]+|(?<!\S)[-–—·]\s*")
_NUMERAL = re.compile(
    r"[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[）)]|(?<![\u4e00-\u9fff])[一二三四五六七八九十]{1,3}、"
)
_CONNECTIVE = re.compile(rf"(?:{vocabulary.LINK.pattern})$")
_ENUMERATION = re.compile(r"(?<![高初中])等(?![级职])(?P<rest>[^等]*)$")
_AND_OTHERS = re.compile(r"(?P<link>以及|及其(?!他|它)|及|和|与)(?P<rest>(?:其他|其它|相关|有关|各).*(?:部门|单位))$")
_BARE_BRANCH = re.compile(r"(?:管理)?(?:分局|分公司|支局|支公司|分行|支行)$")
_BARE_REST = re.compile(r"^(?:\d{1,2}个?)?(?:部门|单位|部门单位|部门和单位|)$")
_JOINT_DISCIPLINE = re.compile(r"(?:纪律检查委员会|纪委)$")
_JOINT_SUPERVISION = re.compile(r"^.?(?:监察委员会|监委)机关")


@dataclass(frozen=True, eq=False)  # one object a place, so that caches by territory need not hash its patterns
class Territory:
    """What the place of a list tells about names: how bodies of its divisions begin."""

    starts: re.Pattern[str]
    county: re.Pattern[str]
    prefecture: re.Pattern[str]

    @staticmethod
    @lru_cache(maxsize=256)
    def of(place: Place) -> Territory:
        """Patterns for ``place``; divisions that are not given add nothing."""

        def names(*divisions: str | None) -> list[str]:
            found = {re.escape(name) for d in divisions if d for name in (d, stem(d)) if len(name) > 1}
            return sorted(found, key=len, reverse=True)

        county_city = ["市"] if (place.county or "").endswith("市") else []
        county = [*names(place.county), "县", "区", "旗", *county_city]
        prefecture = [*names(place.prefecture), "地区", "市", "州", "盟"]
        starts = [*names(place.province, place.prefecture, place.county), *vocabulary.LEVELS, vocabulary.LEAGUE]
        return Territory(
            starts=re.compile("|".join(starts)),
            county=re.compile("|".join(county)),
            prefecture=re.compile("|".join(prefecture)),
        )


def stem(division: str) -> str:
    """The name of a division without its ending: 青禾县 → 青禾; the name itself where nothing would be left."""
    short = vocabulary.DIVISION_ENDINGS.sub("", division)
    return short if len(short) > 1 else division


@dataclass(frozen=True)
class Name:
    """One body as read: its name, second plates, and the words printed with it that are no part of either.

    ``certain`` is false where the name does not look like that of a body.
    """

    name: str
    aliases: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    certain: bool = True

    def mention(self) -> DepartmentMention:
        """The name as a record."""
        return DepartmentMention(name=self.name, aliases=self.aliases, named=not is_unnamed(self.name))


class NameReader:
    """Reads names of bodies in a list of one place."""

    def __init__(self, place: Place) -> None:
        self.territory = Territory.of(place)

    def complete(self, name: str) -> bool:
        """Whether ``name`` can stand for itself: an ending of a body with a word before (县水利局, not 县局)."""
        ending = _ENDING.search(name) if name[-1:] in LAST_CHARACTERS else None
        if not ending or not ending.start():
            return False
        level = self.territory.starts.match(name)
        return ending.start() > (level.end() if level else 0) or ending.group() in _WHOLE

    def begins(self, text: str) -> bool:
        """Whether ``text`` begins with a level or a place, as bodies do."""
        return bool(self.territory.starts.match(text))

    @staticmethod
    @lru_cache(maxsize=256)
    def of(place: Place) -> NameReader:
        """The reader for ``place``, which remembers what it has read."""
        return NameReader(place)

    def names(self, text: str) -> tuple[Name, ...]:
        """All bodies of ``text`` in order; what stands in brackets belongs to the body before it."""
        return _names(self, text)

    def read(self, text: str) -> tuple[Name, ...]:
        """As :meth:`names`, for a text that was not read before."""
        held: list[str] = []
        numerals: list[str] = []

        def number(numeral: re.Match[str]) -> str:
            numerals.append(numeral.group())
            return "、"

        def hold(bracket: re.Match[str]) -> str:
            held.append(bracket[1])
            return f"\x02{len(held) - 1}\x03"

        found: list[Name] = []
        for run in _HARD.split(_BRACKET.sub(hold, _NUMERAL.sub(number, text))):
            for word in self._joined(run.split()):
                found.extend(self._finished(part, dropped, held) for part, dropped in self._parted(word))
        found += [Name("", dropped=tuple(numerals))] if numerals else []
        return tuple(name for name in found if name.name or name.dropped)

    def _joined(self, words: list[str]) -> Iterator[str]:
        """Words parted by spaces or pages, with the parts of one name put together: first those that only end one."""
        whole = _grouped(words, lambda _, word: not word or bool(vocabulary.CONTINUES.match(word)))
        return _grouped(whole, self._continues)

    def _continues(self, name: str, word: str) -> bool:
        """Whether ``word`` is the rest of ``name``."""
        if name.endswith(("和", "及", "与")):
            return True
        if _UNNAMED_ENDING.search(name):
            return False
        level = self.territory.starts.match(name)
        begins = self.territory.starts.match(word)
        if self.complete(name):
            if begins and _BARE_BRANCH.match(word, begins.end()):  # 市生态环境局 X分局
                return True
            if _JOINT_DISCIPLINE.search(name) and _JOINT_SUPERVISION.match(word):
                return True
            return bool(level and name[level.end() :] == "委" and vocabulary.PARTY_ORGANS.match(word))
        if not begins or not self.complete(word) or len(name) <= (level.end() if level else 1) + 1:
            return True
        same_level = level is not None and level.group() == begins.group()
        return not same_level and begins.group() in vocabulary.LEVELS_INSIDE_NAMES

    def _parted(self, word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The names of one word without spaces, each with the connecting words dropped beside it."""
        enumeration = _ENUMERATION.search(word)
        if enumeration and _BARE_REST.match(enumeration["rest"]):  # A、B等部门: nobody beyond those named
            yield from self._parted_names(word[: enumeration.start()], (enumeration.group(),))
        elif enumeration and _UNNAMED_ENDING.search(enumeration["rest"]):  # A、B等其他成员单位
            yield from self._parted_names(word[: enumeration.start()], ("等",))
            yield enumeration["rest"], ()
        elif (others := _AND_OTHERS.search(word)) and self.complete(_plain(word[: others.start()])):  # A及相关单位
            yield from self._parted_names(word[: others.start()], (others["link"],))
            yield others["rest"], ()
        else:
            yield from self._parted_names(word, ())

    def _parted_names(self, word: str, dropped: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """``word`` cut where one body ends and another begins with nothing or a mere 和 between."""
        start = 0
        for begin in self.territory.starts.finditer(word, 1):
            left, right = word[start : begin.start()], word[begin.start() : begin.start() + _LONGEST]
            if len(left) > _LONGEST:
                continue
            connective = _CONNECTIVE.search(left)
            bare = left[: connective.start()] if connective else left
            if self._boundary(_plain(bare), _plain(right), begin.end() - begin.start()):
                yield bare, (connective.group(),) if connective else ()
                start = begin.start()
        yield word[start:], dropped

    def _boundary(self, left: str, right: str, level: int) -> bool:
        """Whether a body ends with ``left`` and another begins with ``right``, whose level has ``level`` characters."""
        if not self.complete(left):
            return False
        rest = right[level:]
        own = self.territory.starts.match(left)
        if own and left[own.end() :] == "委" and rest.startswith("政府"):  # 县委县政府: one pair
            return False
        if _JOINT_DISCIPLINE.search(left) and _JOINT_SUPERVISION.match(right):
            return False
        if vocabulary.NATIONAL.match(left) and not self.territory.starts.search(left):  # 国家电网青禾县供电公司
            return False
        if any(company.search(left) and end.search(rest) for company, end in vocabulary.COMPANY_BRANCHES):
            return False
        ending = _SOME_ENDING.search(rest)
        branch = vocabulary.BRANCH.match(rest)
        if not ending or (branch and (branch.end() == len(rest) or self.territory.starts.match(rest, branch.end()))):
            return False
        return ending.start() > 0 or ending.group() in _WHOLE

    def _finished(self, word: str, dropped: tuple[str, ...], held: list[str]) -> Name:
        """The name of ``word`` with what its brackets say."""
        name, aliases, notes, certain = tidy(_plain(word)), dict[str, None](), list(dropped), True
        behind: list[str] = []  # brackets that stay with the name
        for index in _HELD.findall(word):
            content = tidy(held[int(index)])
            plates = [plate for plate in _HARD.split(content) if plate]
            so_far = f"{name}（" if behind else name
            if vocabulary.PART_IN_BRACKETS.match(content):
                notes.append(content)
            elif so_far and not is_unnamed(so_far) and plates and all(map(_ENDING.search, plates)):
                for plate in plates:
                    if plate in aliases:
                        notes.append(plate)
                    aliases[plate] = None
            elif content:
                certain = is_unnamed(so_far)
                behind.append(f"（{content}）")
        name += "".join(behind)
        certain = certain and (self.complete(name) or bool(_UNNAMED_ENDING.search(name)) or is_unnamed(name))
        return Name(name, tuple(aliases), tuple(notes), certain)


@lru_cache(4096)  # headings and department cells name the same bodies in row after row
def _names(reader: NameReader, text: str) -> tuple[Name, ...]:
    return reader.read(text)


def each_once(found: Sequence[Name]) -> tuple[tuple[DepartmentMention, ...], list[str]]:
    """The mentions without repetitions, and what was repeated."""
    mentions: dict[str, DepartmentMention] = {}
    repeated: list[str] = []
    for name in found:
        if not name.name:  # nothing but a numeral or a part (（一）, （牵头）)
            continue
        before = mentions.get(name.name)
        if before is None:
            mentions[name.name] = name.mention()
            continue
        repeated.append(name.name)
        repeated.extend(alias for alias in name.aliases if alias in before.aliases)
        aliases = (*before.aliases, *(alias for alias in name.aliases if alias not in before.aliases))
        mentions[name.name] = before.model_copy(update={"aliases": aliases})
    return tuple(mentions.values()), repeated


def _grouped(words: Iterable[str], continues: Callable[[str, str], bool]) -> Iterator[str]:
    """Words, put together with those before that they continue."""
    current = ""
    for word in words:
        if current and (len(current) > _LONGEST or not continues(_plain(current), _plain(word))):
            yield current
            current = ""
        current += word
    if current:
        yield current


def _plain(word: str) -> str:
    """``word`` without the places of its brackets."""
    return _HELD.sub("", word)
