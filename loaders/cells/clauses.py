"""From blocks of text to clauses: numbers, headings, and the ends of clauses that lost their numbers.

The rule for numbers: an item carries the number of its own level as printed, without dot or brackets (``1.`` and
``（1）`` both give "1", ``一、`` gives "一", ``①`` stays "①"); items of a deeper level follow their parent in the list.
A number counts only where a clause can begin, and a doubtful one only where it is the next expected (24小时, 1.5米 and
2025年 are text).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from graphkb.records import Item
from loaders.cells.markup import Block
from loaders.cells.text import HAN, PAGE, TERMINATORS, WRAP, tidy

_NUMERALS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBER = re.compile(
    rf"(?P<dotted>\d{{1,2}})[ {PAGE}]*[.．、](?P<gap>\s*)"
    rf"|[（(]\s*(?P<bracketed>\d{{1,2}})\s*[）)]\s*[.．、]?\s*"
    rf"|(?P<closed>\d{{1,2}})\s*[）)]\s*"
    rf"|(?P<circled>[{_CIRCLED}])\s*[.．、]?\s*"
    rf"|(?P<han>[{_NUMERALS}]{{1,3}})\s*、\s*(?![{_NUMERALS}])"
    rf"|[（(]\s*(?P<hanbracketed>[{_NUMERALS}]{{1,3}})\s*[）)]\s*[、.．]?\s*"
    rf"|(?P<bare>\d{{1,2}})\s*(?=[{HAN}“《])"
)
_NUMBER_SIGNS = frozenset(f"（({_CIRCLED}{_NUMERALS}")
"""What a number begins with, if not with a digit: most places of a text need no other look."""
_DEPTH = {"han": 0, "hanbracketed": 1, "dotted": 2, "bare": 2, "bracketed": 3, "closed": 4, "circled": 5}
_MEASURE = re.compile(
    r"[月号时秒岁次万亿元米亩吨克斤届倍余多至到千百类级件座间套份楼层]|以[上下内外]|％|%|小时|分钟|公[里斤顷]"
    r"|个(?!人)|项(?!目)|条(?!件)|名(?!称|录)|人(?![员民才口])|年(?!度)|日(?!常)|天(?!然)|周(?!边)|家(?!庭)"
    r"|户(?!外)|处(?![理置])|种(?!植)|组(?![织建])|成(?!立)|批(?!准)|台(?!账)|期(?!间)"
)
"""What follows a number that counts something and does not number a clause."""
_CUE = re.compile(
    rf"[{TERMINATORS}：:][\s{PAGE}{WRAP}]*"  # the end of a clause or of an introduction
    rf"|[，,、…”）)》]?[\s{PAGE}{WRAP}]+"  # a space, a line end or a page end
    rf"|(?=\d{{1,2}}[.．、](?!\d))(?<=[{HAN}，,”）)》])(?<![第表图件约近为达到于超过含共计按每满])"  # 工作2.开展
)
_DATE = re.compile(r"\d{4}年|\d{1,2}月")
_COUNT = re.compile(r"\d{1,2}(?:周?岁|小时|日|天|个)|\d{3}")
"""What follows the dot of a number where the text of its clause begins with digits (2.24小时值班, 3.12345热线)."""
_SUBHEADING = re.compile(rf"[{HAN}（）()、]{{2,20}}[：:]\s*1\s*[.．、](?!\d)")
"""A heading in the middle of numbered clauses, behind which numbers begin anew (管理工作：1.…)."""
_SPACED_END = re.compile(rf"[{TERMINATORS}][”）)]?\s+")
_DEEPER = re.compile(rf"\s*(?:[（(]\s*[1一]\s*[）)]|1\s*[）)]|1\s*[.．、](?!\d)|{_CIRCLED[0]}|$)")
"""What follows a numbered heading whose number is its own: the first clause's number, or the end of its line."""
_BULLET = re.compile(r"[•●◆■▪◇►▶➢✓※★☆▲△·]\s*|[-–—]\s+")
_PARALLEL_SENTENCE = re.compile("负责[^。]+。")
_PARALLEL = re.compile(f"(?:{_PARALLEL_SENTENCE.pattern}){{3,}}")
"""Sentences that all begin alike are the duties of a list that lost its numbers."""
_NEXT_NUMBER = re.compile(rf"(?:^|(?<=[{TERMINATORS}\s]))(\d{{1,2}})[ ]*[.．、](?!\d)")
_WORD = re.compile(r"\w")
_CLOSING = "”’）)》】"


@dataclass(frozen=True)
class Heading:
    """A heading or label found in a cell: ``end`` is where the text behind it begins, ``printed`` what it replaces."""

    end: int
    printed: str
    bodies: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Clause:
    """One clause; ``depth`` is that of its number's level, 0 for the highest (一、), -1 without number.

    ``doubt`` says why a person should look at it, "" where there is no reason.
    """

    number: str
    text: str
    depth: int = -1
    doubt: str = ""

    def item(self) -> Item:
        """The clause as a record."""
        return Item(number=self.number, text=self.text)


@dataclass(frozen=True)
class Spot:
    """Where a heading may begin: ``sure`` where a clause or block ends, ``depth`` is that of the number before it.

    The depth is that of :class:`Clause`: 0 behind 一、, 1 behind （一）, 2 behind 1., -1 without number.
    """

    text: str
    start: int
    sure: bool
    depth: int
    wrapped: bool


FindHeading = Callable[[Spot], Heading | None]


def read_clauses(
    blocks: Sequence[Block], *, wrapped: bool, find_heading: FindHeading | None = None
) -> Iterator[Clause | Heading]:
    """Clauses and headings of a cell in order: all of its text but numbers and headings is in a clause."""
    last: dict[int, int] = {}
    for index, block in enumerate(blocks):
        following = blocks[index + 1].text[:40] if index + 1 < len(blocks) else ""
        yield from _BlockReader(block, last, wrapped, find_heading, following).read()


def items(blocks: Sequence[Block], *, wrapped: bool) -> tuple[Item, ...]:
    """The clauses of a cell without headings of bodies, as records."""
    return tuple(part.item() for part in read_clauses(blocks, wrapped=wrapped) if isinstance(part, Clause))


@dataclass(frozen=True)
class _Number:
    depth: int
    value: int
    printed: str
    end: int


@dataclass
class _BlockReader:
    """Walks over the places of one block where a clause can begin; ``last`` is the last number of each depth."""

    block: Block
    last: dict[int, int]
    wrapped: bool
    find_heading: FindHeading | None
    following: str
    begin: int = 0
    number: str = ""
    depth: int = -1
    doubt: str = ""
    out: list[Clause | Heading] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.block.text
        self.next_in_list = self.block.start
        self.run_on = self._run_on_ends() if self.block.listed else ""

    def _run_on_ends(self) -> str:
        """What ends the items of a list whose text runs on without spaces: the full stop, or else the semicolon.

        Where semicolons outnumber several stops, they end items too: the one stop among them is a slip.
        """
        if _SPACED_END.search(self.text):
            return ""
        stops, semicolons = self.text.count("。"), len(re.findall("[；;]", self.text))
        if stops < 2:
            return "；;"
        return "。；;" if semicolons > stops else "。"

    def read(self) -> list[Clause | Heading]:
        self._look(0, sure=True, cue="")
        for cue in _CUE.finditer(self.text):
            mark = cue.group()
            ended = mark[:1] in TERMINATORS if mark else False
            ended = ended or (cue.start() > self.begin and self.text[cue.start() - 1] in TERMINATORS and bool(mark))
            self._look(cue.end(), sure=ended or mark[:1] in ("：", ":"), cue=mark, ended=ended)
        self._close(len(self.text))
        return self.out

    def _look(self, position: int, *, sure: bool, cue: str, ended: bool = False) -> None:
        """Decide what begins at ``position``: a number, headings, a clause without number, or nothing."""
        while self._begin_at(position, sure=sure, cue=cue, ended=ended):
            position, sure, cue, ended = self.begin, True, "", False

    def _begin_at(self, position: int, *, sure: bool, cue: str, ended: bool) -> bool:
        """As :meth:`_look`, for one thing; tells whether something else can begin behind it, as behind headings."""
        if position < self.begin or position >= len(self.text):
            return False
        bullet = _BULLET.match(self.text, position) if sure else None
        if bullet:
            self._close(position)
            self.number, self.depth, self.begin = "", -1, bullet.end()
            return True
        number = self._number(position, sure=sure or PAGE in cue, cue=cue)
        if number:
            self._close(position)
            self._take(number)
            heading = self._heading(number.end, sure=True, depth=number.depth)
            if heading and self._numbers(number, heading):
                printed = self.text[position : heading.end]
                self._follow(Heading(heading.end, printed, heading.bodies, heading.label))
                return True
            if heading and heading.printed.rstrip().endswith(("：", ":")):  # 1.县水利局：负责…
                self.out.append(heading)
                self.begin = heading.end
            return False
        broken = (PAGE in cue or WRAP in cue) and cue[0] not in "，,、"
        heading = self._heading(position, sure=(sure and cue[:1] not in ("：", ":")) or broken, depth=-1)
        if heading:
            self._close(position)
            self._follow(heading)
            return True
        if not ended or self.text[position] in _CLOSING:
            return False
        if self._begins_unnumbered(cue) or _SUBHEADING.match(self.text, position):
            if PAGE in cue and self._continues_item(position):
                self.doubt = "换页处的文字按下一条的编号归入上一条"
                return False
            self._close(position)
            self.number, self.depth, self.begin = "", -1, position
        return False

    def _numbers(self, number: _Number, heading: Heading) -> bool:
        """Whether ``number`` is that of ``heading`` and not of the first clause below it."""
        return number.depth < 2 or bool(heading.label) or bool(_DEEPER.match(self.text, heading.end))

    def _take(self, number: _Number) -> None:
        for depth in [depth for depth in self.last if depth > number.depth]:
            del self.last[depth]
        self.last[number.depth] = number.value
        self.number, self.depth, self.begin = number.printed, number.depth, number.end

    def _follow(self, heading: Heading) -> None:
        """Put a heading out; below it numbers begin anew, but for those of the headings themselves (一、)."""
        self.out.append(heading)
        for depth in [depth for depth in self.last if depth > 0]:
            del self.last[depth]
        self.number, self.depth, self.begin = "", -1, heading.end

    def _heading(self, position: int, *, sure: bool, depth: int) -> Heading | None:
        if not self.find_heading:
            return None
        return self.find_heading(Spot(self.text, position, sure, depth, self.wrapped))

    def _begins_unnumbered(self, cue: str) -> bool:
        """Whether the text after the end of a clause is a clause of its own though it has no number."""
        if self.run_on and not self.number:
            return cue[:1] in self.run_on
        spaced = cue[-1:].isspace() and WRAP not in cue
        if PAGE in cue and (self.number or not self.block.listed):
            return False
        if self.number:
            return spaced and self.block.listed
        return spaced and not self.wrapped

    def _continues_item(self, position: int) -> bool:
        """Whether the text after a page still belongs to the item before it, though a sentence ended.

        In a list that lost its numbers and has them again after the page, the next number counts the items before it.
        """
        before = len(self.out) - max((i for i, part in enumerate(self.out, 1) if isinstance(part, Heading)), default=0)
        following = _NEXT_NUMBER.search(self.text, position) or _NEXT_NUMBER.match(self.following)
        return not self.number and 2 not in self.last and following is not None and int(following[1]) == before + 2

    def _number(self, position: int, *, sure: bool, cue: str) -> _Number | None:
        """The number at ``position``, if it is one; ``sure`` says that a clause or page ended before it."""
        first = self.text[position]
        match = _NUMBER.match(self.text, position) if first in _NUMBER_SIGNS or first.isdecimal() else None
        if not match:
            return None
        style = "dotted" if match.lastgroup == "gap" else match.lastgroup or ""
        depth, value = _DEPTH[style], _value(match[style])
        expected = self.last.get(depth, 0) + 1
        if style == "dotted":
            accepted = self._dotted(match, value, expected, sure=sure, wraps=WRAP in cue)
        elif style == "bare":
            accepted = sure and value == expected and self._counts(match, value)
        elif value == expected:
            accepted = sure or style == "circled" or WRAP in cue
        else:
            accepted = sure and (value == 1 or expected < value <= expected + 2)
        printed = match[style] if style in ("han", "hanbracketed", "circled") else str(value)
        return _Number(depth, value, printed, match.end()) if accepted else None

    def _dotted(self, match: re.Match[str], value: int, expected: int, *, sure: bool, wraps: bool) -> bool:
        rest = self.text[match.end() : match.end() + 5]
        if rest[:1].isdigit() and not match["gap"]:  # 1.5米, 3.15 …; but 2.2025年, 3.10月底
            return value == expected and bool(_DATE.match(rest) or (sure and _COUNT.match(rest)))
        if sure:
            return value > 0
        return value == expected and (value > 1 or wraps or self.depth in (0, 1))

    def _counts(self, match: re.Match[str], value: int) -> bool:
        """Whether a number without dot (1 根据, 1组织) numbers a clause: in a row of numbers, and before no measure."""
        if _MEASURE.match(self.text, match.end()):
            return False
        rest = self.text[match.end() : match.end() + 1500] + self.following
        return value > 1 or bool(re.search(rf"(?<!\d){value + 1}\s*[.．、{HAN}]", rest))

    def _close(self, end: int) -> None:
        """Put the clause that ends at ``end`` out; mere punctuation goes to the clause before it."""
        text = tidy(self.text[self.begin : end])
        last = self.out[-1] if self.out else None
        if not self.number and isinstance(last, Clause) and text and not _WORD.search(text):
            self.out[-1] = Clause(last.number, last.text + text, last.depth)
        elif not self.number and _PARALLEL.fullmatch(text):
            doubt = "未编号的并列句按句分条"
            self.out += [Clause("", sentence, doubt=doubt) for sentence in _PARALLEL_SENTENCE.findall(text)]
        elif self.number or text:
            number = self.number
            if not number and self.next_in_list is not None:
                number, self.next_in_list = str(self.next_in_list), self.next_in_list + 1
            self.out.append(Clause(number, text, self.depth, self.doubt))
            self.doubt = ""
        self.begin = end


def _value(printed: str) -> int:
    """The number that numerals of any kind print."""
    if printed[0] in _CIRCLED:
        return _CIRCLED.index(printed[0]) + 1
    if printed[0] not in _NUMERALS:
        return int(printed)
    tens, ten, ones = printed.partition("十")
    if not ten:
        return _NUMERALS.index(printed[0]) + 1
    return 10 * (_NUMERALS.index(tens[0]) + 1 if tens else 1) + (_NUMERALS.index(ones[0]) + 1 if ones else 0)
