"""From blocks of text to clauses: numbers, headings, and the ends of clauses that lost their numbers.

The rule for numbers: an :class:`~graphkb.records.Item` carries the number of its own level as printed, without dot or
brackets (``1.`` and ``（1）`` both give "1", ``一、`` gives "一", ``①`` stays "①"); items of a deeper level follow their
parent in the list. A number counts only where a clause can begin, and a doubtful one only where it is the next expected
(24小时, 1.5米, 2025年 are text).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from graphkb.records import Item
from loaders.cells.markup import Block
from loaders.cells.text import HAN, PAGE, TERMINATORS, WRAP, tidy

_DIGITS = "一二三四五六七八九十"
_NUMBER = re.compile(
    rf"(?P<dotted>(?P<d>\d{{1,2}})[ ]*[.．、](?P<gap>\s*))"
    rf"|[（(]\s*(?P<bracketed>\d{{1,2}})\s*[）)]\s*[.．、]?\s*"
    rf"|(?P<closed>\d{{1,2}})\s*[）)]\s*"
    rf"|(?P<circled>[①-⑳])\s*[.．、]?\s*"
    rf"|(?P<han>[{_DIGITS}]{{1,3}})\s*、\s*(?![{_DIGITS}])"
    rf"|[（(]\s*(?P<hanbracketed>[{_DIGITS}]{{1,3}})\s*[）)]\s*[、.．]?\s*"
    rf"|(?P<bare>\d{{1,2}})(?P<space>\s*)(?=[{HAN}“《])"
)
_MEASURE = re.compile(
    r"[年月日号时分秒天周个岁名人家户次万亿元米公亩类项级件条处座间台套份吨期届批度站所种层楼组成点倍余多至到小千百克斤]|以[上下内外]|％|%"
)
_CUE = re.compile(rf"[{TERMINATORS}：:][\s{PAGE}{WRAP}]*|[，,、…”）)》]?[\s{PAGE}{WRAP}]+")
_LEVELS = ("han", "hanbracketed", "arabic", "bracketed", "closed", "circled")
_BREAK_WITH_SPACE = re.compile(rf"[{TERMINATORS}][”）)]?\s+")


@dataclass(frozen=True)
class Heading:
    """A heading or label found in a cell: ``end`` is where the text behind it begins, ``printed`` what it replaces."""

    end: int
    printed: str
    bodies: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Clause:
    """One clause; ``level`` is the kind of its number ("" without one)."""

    number: str
    text: str
    level: str = ""

    def item(self) -> Item:
        """The clause as a record."""
        return Item(number=self.number, text=self.text)


@dataclass(frozen=True)
class Spot:
    """Where a heading may stand: ``sure`` after the end of a clause or block, ``numbered`` behind a number (一、县水利局)."""

    text: str
    start: int
    sure: bool
    numbered: bool
    wrapped: bool


FindHeading = Callable[[Spot], Heading | None]


def read_clauses(blocks: Sequence[Block], *, wrapped: bool, find_heading: FindHeading | None = None) -> Iterator[Clause | Heading]:
    """Clauses and headings of a cell in order; every character of ``blocks`` but numbers and headings is in a clause."""
    state = _State()
    for index, block in enumerate(blocks):
        following = blocks[index + 1].text[:40] if index + 1 < len(blocks) else ""
        yield from _BlockReader(block, state, wrapped, find_heading, following).read()


def items(blocks: Sequence[Block], *, wrapped: bool) -> tuple[Item, ...]:
    """The clauses of a cell without headings of bodies, as records."""
    return tuple(part.item() for part in read_clauses(blocks, wrapped=wrapped) if isinstance(part, Clause))


@dataclass
class _State:
    """The last number of each level, over all blocks of a cell."""

    last: dict[str, int] = field(default_factory=dict)

    def expected(self, level: str) -> int:
        return self.last.get(level, 0) + 1

    def take(self, level: str, number: int) -> None:
        for deeper in _LEVELS[_LEVELS.index(level) + 1 :]:
            self.last.pop(deeper, None)
        self.last[level] = number

    def reset(self) -> None:
        """Begin to count anew under a heading; headings themselves may be numbered (一、县水利局)."""
        self.last = {level: number for level, number in self.last.items() if level == "han"}


@dataclass
class _BlockReader:
    block: Block
    state: _State
    wrapped: bool
    find_heading: FindHeading | None
    following: str

    def __post_init__(self) -> None:
        self.text = self.block.text
        self.number, self.level = "", ""
        self.begin = 0  # where the current clause begins
        self.out: list[Clause | Heading] = []
        self.next_in_list = self.block.start
        self.sentences = self.block.listed and not _BREAK_WITH_SPACE.search(self.text)

    def read(self) -> list[Clause | Heading]:
        self._look(0, sure=True, cue="")
        for cue in _CUE.finditer(self.text):
            if cue.end() > self.begin or cue.start() >= self.begin:
                mark = cue.group()
                ended = mark[0] in TERMINATORS or (cue.start() > 0 and self.text[cue.start() - 1] in TERMINATORS)
                self._look(cue.end(), sure=ended or mark[0] in "：:", cue=mark, ended=ended)
        self._close(len(self.text))
        return self.out

    def _look(self, position: int, *, sure: bool, cue: str, ended: bool = False) -> None:
        """Decide what begins at ``position``: a number, a heading, a clause without number, or nothing."""
        if position < self.begin or position >= len(self.text):
            return
        number = self._number(position, sure=sure, cue=cue)
        if number:
            level, value, printed, end = number
            heading = self._heading(end, sure=True, numbered=level.startswith("han"))
            self._close(position)
            self.state.take(level, value)
            self.number, self.level, self.begin = printed, level, end
            if heading and level.startswith("han"):
                self.out.append(Heading(heading.end, self.text[position : heading.end], heading.bodies, heading.label))
                self._after(heading)
            return
        paged = (PAGE in cue or WRAP in cue) and cue[0] not in "，,、"
        heading = self._heading(position, sure=(sure and cue[:1] not in ("：", ":")) or paged, numbered=False)
        if heading:
            self._close(position)
            self.out.append(heading)
            self._after(heading)
        elif ended and self._begins_unnumbered(cue) and self.text[position] not in "”’）)》】":
            self._close(position)
            self.number, self.level, self.begin = "", "", position

    def _after(self, heading: Heading) -> None:
        self.state.reset()
        self.number, self.level, self.begin = "", "", heading.end
        self._look(heading.end, sure=True, cue="")

    def _heading(self, position: int, *, sure: bool, numbered: bool) -> Heading | None:
        if not self.find_heading or not sure:
            return None
        return self.find_heading(Spot(self.text, position, sure, numbered, self.wrapped))

    def _begins_unnumbered(self, cue: str) -> bool:
        """Whether the text after the end of a clause is a clause of its own though it has no number."""
        if self.sentences:
            return True
        spaced = cue[-1:].isspace() and WRAP not in cue
        if self.number:
            return spaced and self.block.listed
        return spaced and not self.wrapped

    def _number(self, position: int, *, sure: bool, cue: str) -> tuple[str, int, str, int] | None:
        """Level, value, printed form and end of the number at ``position``, if it is one."""
        match = _NUMBER.match(self.text, position)
        if not match:
            return None
        sure = sure or PAGE in cue
        if match["dotted"]:
            value = int(match["d"])
            return ("arabic", value, match["d"], match.end()) if self._dotted(match, value, sure, cue) else None
        if match["bare"]:
            value = int(match["bare"])
            return ("arabic", value, match["bare"], match.end()) if self._bare(match, value, sure) else None
        level = match.lastgroup or ""
        for name in ("bracketed", "closed", "circled", "han", "hanbracketed"):
            if match[name]:
                level = name
        printed = match[level]
        value = _value(printed)
        expected = self.state.expected(level)
        if value == expected:
            begins = sure or level == "circled" or WRAP in cue
        else:
            begins = sure and (value == 1 or expected < value <= expected + 2)
        return (level, value, printed, match.end()) if begins else None

    def _dotted(self, match: re.Match[str], value: int, sure: bool, cue: str) -> bool:
        expected = value == self.state.expected("arabic")
        rest = self.text[match.end() : match.end() + 5]
        if rest[:1].isdigit() and not match["gap"]:  # 1.5米, 3.15 …; but 2.2025年
            return bool(re.match(r"\d{4}年", rest)) and expected
        if value == 0:
            return False
        if sure:
            return True
        return expected and (value > 1 or WRAP in cue)

    def _bare(self, match: re.Match[str], value: int, sure: bool) -> bool:
        """A number without dot (1 根据, 1组织): only as the next of a row of numbers, and not before a measure."""
        if not sure or value != self.state.expected("arabic") or _MEASURE.match(self.text, match.end()):
            return False
        rest = self.text[match.end() : match.end() + 1500] + self.following
        return value > 1 or bool(re.search(rf"(?<!\d){value + 1}\s*[.．、{HAN}]", rest))

    def _close(self, end: int) -> None:
        """Put the clause that ends at ``end`` out."""
        text = tidy(self.text[self.begin : end])
        number = self.number
        if not text and not number:
            return
        if not number and not re.search(r"\w", text) and self.out and isinstance(self.out[-1], Clause):
            last = self.out[-1]
            self.out[-1] = Clause(last.number, last.text + text, last.level)
        else:
            if not number and self.next_in_list is not None:
                number, self.next_in_list = str(self.next_in_list), self.next_in_list + 1
            self.out.append(Clause(number, text, self.level))
        self.begin = end


def _value(printed: str) -> int:
    if printed.isdigit() and printed.isascii():
        return int(printed)
    if printed[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(printed[0]) - ord("①") + 1
    tens, ten, ones = printed.partition("十")
    if not ten:
        return _DIGITS.index(printed[0]) + 1
    return (_DIGITS.index(tens[0]) + 1 if tens else 1) * 10 + (_DIGITS.index(ones[0]) + 1 if ones else 0)
