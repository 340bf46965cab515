"""How badly a stretch of tokens fits a column: the smaller, the likelier. 1 is a weak hint, 3 a strong one, 6 a veto.

Every cost is a sum over tokens and the links between neighbours, so that a row is split in time linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from graphkb.bodies import is_unnamed
from loaders.flow.evidence import METHOD_LABEL, Habits, bodies_in, has_level, is_body, is_named, level_cost
from loaders.flow.lines import Gap, Mark, Token, unmarked

Column = str
_REMEMBERED = 4096  # texts: the passes over a section ask about the same ones again
END_OF_SENTENCE = "。！？"
_END_OF_ITEM = END_OF_SENTENCE + "；;：:"
NO_START = "，。、；：）》”！？,;:)"
_TOWNSHIP = re.compile(r"(?:本?[乡镇村]|街道|社区|苏木|嘎查|本?辖区|协助|配合)")
_NOBODY = re.compile(r"不再|法律|法规|取消|已失效|无需|废止")
_WORK = re.compile(r"工作(?![部委局办站队组室中领])|的")  # words of a duty's name, seldom of a body's
_UNNAMED = re.compile(r"其[他它]|各|相关|有关|行业|上级")
_STRONG = 2.5  # what a paragraph's first words cost in the wrong column, where they can hardly be another's
_LONGEST_HEADING = 120  # characters on one line: what is longer is no heading
_BODY_LINES = 12  # a reclaimed row names its bodies in no more lines
_HEADING_END = re.compile("[：:；;]")
_HEADING_ENDS = re.compile("[：:；;。，]")
_HEADING_LINES = 4
_SENTENCE_LINES = 8
# Words of departments' work, and of a township's (发现问题及时上报): they tell paragraphs that nothing else tells apart.
_WORK_ABOVE = re.compile(
    "全[县市区旗]|依法(?:查处|处理|处罚|打击|作出)|行政处罚|审批|指导[各乡镇街]|执法|立案|[县市区旗]级"
)
_WORK_BELOW = re.compile("上报|报送|报告|[协配][助合]|摸排|劝[阻导]|辖区|村民?委?会|网格|先期")
_SUPPORT = re.compile(r"[（(]?(?:提供的)?(?:履职|工作)?保障(?:措施|内容|事项)?[：:]")
_PAIRS = ("（）", "()", "《》", "“”")
_PAIRED = re.compile("[（）()《》“”]")


@dataclass
class Track:
    """A cell as far as earlier pages show it: its text, and the last number by rank (a higher one starts lower anew)."""

    last: dict[int, int] = field(default_factory=dict)
    text: str = ""
    line_width: float = 0.0

    @property
    def open(self) -> bool:
        """Whether the text so far breaks off in the middle of a sentence."""
        return bool(self.text) and self.text[-1] not in _END_OF_ITEM

    @property
    def headed(self) -> bool:
        """Whether the text so far ends with a heading (县公安局：), so that more must follow."""
        return self.text.endswith(("：", ":"))

    def read(self, tokens: Sequence[Token]) -> None:
        """Go on by the tokens of one page."""
        self.text += "".join(token.text for token in tokens)
        for token in tokens:
            self.line_width = token.line_width if token.gap is not Gap.SPACE else self.line_width
            if token.mark:
                self.step(token.mark)

    def step(self, mark: Mark) -> float:
        """Return the cost of ``mark`` as the next number of the cell, and move on to it."""
        before = self.last.get(mark.rank)
        self.heading(mark.rank)
        self.last[mark.rank] = mark.value
        if mark.value == (before or 0) + 1:
            return 0.0
        return 3.5 if mark.value == 1 else 1.5

    def heading(self, rank: int) -> None:
        """Start the ranks below ``rank`` anew."""
        self.last = {other: value for other, value in self.last.items() if other < rank}

    def copy(self) -> Track:
        """Return a track of its own that stands where this one does."""
        return Track(dict(self.last), self.text, self.line_width)


def overflow(excess: float, narrow: bool) -> float:
    """Return the cost of a line that is ``excess`` full characters wider than its column."""
    slack, slope, most = (0.6, 2.0, 9.0) if narrow else (1.0, 1.2, 6.0)
    return min(most, slope * (excess - slack)) if excess > slack else 0.0


def early_wrap(shortfall: float, narrow: bool) -> float:
    """Return the cost of going on in the next line though ``shortfall`` characters were free in this one."""
    slack = 1.1 if narrow else 1.6
    return min(4.0, 1.2 * (shortfall - slack)) if shortfall > slack else 0.0


def crossing(single: bool, gap: Gap, spaced: bool) -> float:
    """Return the cost of a column's end where ``gap`` parts it from the next: mostly a blank line does.

    Cells of a ``single`` line may share the printed line with their neighbour (SPACE) or stand half a line off it (LINE);
    ``spaced`` is false for a document without blank lines: there the last of two lines may share the neighbour's only
    one, which is centred beside them.
    """
    if gap is Gap.BLANK or (gap is Gap.LINE and not spaced):
        return 0.0
    if gap is Gap.LINE:
        return 0.2 if single else 1.2
    return 0.3 if single else 3.0 if spaced else 1.5


def unbalanced(text: str) -> float:
    """Return the cost of a cell whose brackets or quotes do not pair up."""
    if not _PAIRED.search(text):
        return 0.0
    return 3.0 * sum(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)


def category_cost(text: str, habits: Habits, told: bool) -> float:
    """Return how badly ``text`` fits as a whole category cell; 0 for a known category.

    ``told`` says that the layout shows the cell's end: it is wrapped as the column is, or a space follows.
    """
    if text in habits.categories:
        return 0.0
    strange = sum(not "\u4e00" <= char <= "\u9fff" for char in text)
    new = 3.0 if not habits.merged else 1.5 if told else 8.0
    return new + 2.0 * strange + max(0, len(text) - 8) + 2.0 * (len(text) < 2)


@lru_cache(_REMEMBERED)
def name_cost(text: str) -> float:
    """Return how badly ``text`` fits as a whole name cell: it breaks off, or enumerates bodies as the next column does."""
    bodies = sum(is_body(part) and level_cost(part) == 0 for part in text.split("、")[1:]) if "、" in text else 0
    broken = (text[-1] in "、，：:") + (text[0] in NO_START) + ("：" in text)
    return unbalanced(text) + 2.0 * broken + 1.5 * min(bodies, 2)


def departments_cost(text: str, habits: Habits, row: str = "") -> float:
    """Return how badly ``text`` fits as a whole department cell: an enumeration of bodies, each known or at least likely.

    A body that ``row``, the text of the whole row, names again is as good as known (all but the first stand behind 、).
    """
    bodies = bodies_in(text)
    if not bodies:
        return 6.0
    known = [
        body in habits.bodies or (is_body(body) and is_named(body, row, 2 if at else 1))
        for at, body in enumerate(bodies)
    ]
    strange = sum(0.0 if sure else 0.3 if is_body(body) else 2.5 for body, sure in zip(bodies, known, strict=True))
    lost = 0.0 if known[0] else level_cost(bodies[0])
    glued = 2.0 * (lost > 0.0 and bodies[0].endswith(tuple(habits.bodies)))  # the end of the name before it
    lost += 1.0 * (not known[0] and _WORK.search(bodies[0]) is not None)
    broken = 1.5 * (text[-1] in "、，；：:") + 1.5 * (text[0] in NO_START)
    sentence = 5.0 * ("。" in text)
    return min(strange, 6.0) + lost + glued + broken + sentence + unbalanced(text)


def method_start(tokens: Sequence[Token], start: int, habits: Habits) -> float:
    """Return how badly a cell of receiving body and way of working starts at ``tokens[start]``."""
    for ahead in range(start, min(start + _BODY_LINES, len(tokens))):
        if label := METHOD_LABEL.match(tokens[ahead].text):
            if ahead == start:
                return 0.0 if label["body"] else 3.0
            bodies = "".join(token.text[:_LONGEST_HEADING] for token in tokens[start:ahead])
            return departments_cost(bodies.rstrip("：:"), habits)
    first = re.split("[：:]", tokens[start].text[:_LONGEST_HEADING])[0]
    if all(is_body(body) for body in bodies_in(first)):
        return 0.0 if has_level(first) else 1.0
    return 1.0 if _NOBODY.search(first) else 3.0


class WideColumn:
    """Costs of all stretches of a row's tokens as a cell of a wide column, in which sentences and items stand."""

    def __init__(self, column: Column, tokens: Sequence[Token], habits: Habits, track: Track) -> None:
        self._tokens = tokens
        self._column = column
        self._track = track
        self._known = habits.widths.get(column)
        self._bodies = habits.bodies
        self._steps = _steps(tokens, habits.bodies, track)
        self._spaced = habits.spaced
        self._hints: list[float | None] = [None] * len(tokens)
        alone = [_overflow_at(tokens, index, self._known) for index in range(len(tokens))]
        links = [self._link(index) for index in range(len(tokens))]
        # up_to[i]: what tokens[:i] cost in one cell, with the links between them
        self.up_to = [0.0, *accumulate(own + link for own, link in zip(alone, links, strict=True))]
        self._linked = links
        self.next_mark = _next_marks(tokens)

    def cost(self, start: int, end: int) -> float:
        """Return the cost of ``tokens[start:end]`` as one cell, its start included, its end not."""
        return self.up_to[end] - self.up_to[start] + self.opening(start, end)

    def opening(self, start: int, end: int) -> float:
        """Return what a cell from ``start`` to ``end`` costs beyond its stretch of :attr:`up_to`.

        It is the same for all ends behind ``next_mark[start]``.
        """
        cost = self._start(start) - self._linked[start]
        mark_at = self.next_mark[start]
        if start < mark_at < end:
            cost += self._first(mark_at) - self._steps[mark_at]
        return cost

    def _start(self, start: int) -> float:
        token = self._tokens[start]
        if token.mark is not None:
            return self._first(start) + self._hint(start) + 1.5 * self._track.open
        if self._track.text:
            if self._track.open or self._track.headed:
                return 0.0
            return 1.5 + self._hint(start) + 3.0 * (token.text[0] in NO_START)
        return (5.0 if token.text[0] in NO_START else 1.0) + self._hint(start) + 1.0 * self._parted(start)

    def _parted(self, index: int) -> bool:
        """Return whether a blank parts token ``index`` from its line's rest, as it parts two cells, and no sign ends it."""
        behind = self._tokens[index + 1 : index + 2]
        return bool(behind) and behind[0].gap is Gap.SPACE and "\u4e00" <= self._tokens[index].text[-1] <= "\u9fff"

    def _first(self, index: int) -> float:
        mark = self._tokens[index].mark
        if mark is None or mark.value == self._track.last.get(mark.rank, 0) + 1:
            return 0.0
        return 2.0 if self._track.text else 5.0

    def _hint(self, index: int) -> float:
        """Return what the words of a paragraph from ``index`` on cost; most tokens start none, and are not asked about."""
        hint = self._hints[index]
        if hint is None:
            hint = self._hints[index] = self._of_words(index) + self._sound(index)
        return hint

    def _of_words(self, index: int) -> float:
        """Return what the first words of a paragraph cost: bodies act in their column, the township in its own."""
        text = unmarked(_opening(self._tokens, index))
        if self._column == "role":
            return _role_cost(text[:_LONGEST_HEADING], self._bodies)
        if self._column == "responsibilities":
            return 0.7 if _TOWNSHIP.match(text) else 0.0
        return 0.0

    def _sound(self, index: int) -> float:
        """Return what a paragraph without number costs whose words are those of the other column's work."""
        if self._tokens[index].mark is not None or self._column == "method":
            return 0.0
        above, below = _work(_sentence(self._tokens, index))
        return 0.6 * (above > below if self._column == "role" else below > above)

    def _link(self, index: int) -> float:
        """Return the cost of token ``index`` as going on from the one before it in the same cell."""
        if not index:
            return 0.0
        token, before = self._tokens[index], self._tokens[index - 1]
        if token.mark is not None:
            return self._steps[index] + self._hint(index)
        if token.gap is Gap.SPACE or token.text[0] in NO_START:
            return 0.0
        shortfall = 0.0 if self._known is None else self._known - _line_of(self._tokens, index - 1)
        ending = before.text[-1]
        if ending in END_OF_SENTENCE and token.gap is Gap.BLANK:
            full = self._known is not None and shortfall < 1.6
            fresh = 0.4 if full else 2.0  # a paragraph without number behind a finished one
            if self._column == "responsibilities":
                fresh = max(0.2, fresh - _role_cost(token.text[:_LONGEST_HEADING], self._bodies))
            return fresh + self._hint(index)
        if ending in END_OF_SENTENCE and not self._spaced and self._hint(index) >= _STRONG:
            return self._hint(index)
        if ending in _END_OF_ITEM:
            return 0.5 if token.gap is Gap.BLANK else 0.0
        if self._column == "method" and METHOD_LABEL.match(token.text):
            return 0.0
        heading = _starts_heading(self._tokens, index - 1)
        return min(1.0 if heading else 4.0, early_wrap(shortfall, narrow=False))


@lru_cache(_REMEMBERED)
def _role_cost(text: str, known: frozenset[str]) -> float:
    """Return what a paragraph costs in the township's column: one that a body's name heads belongs to the body."""
    if _SUPPORT.match(text):
        return 5.0
    heading, *rest = _HEADING_END.split(text, maxsplit=1)
    bodies = bodies_in(heading)
    above = sum(body in known or (is_body(body) and has_level(body)) for body in bodies)
    if rest and (above == len(bodies) or (is_body(heading) and is_unnamed(heading))):
        return 4.0
    if above > 1:
        return 2.5
    return 1.0 if text.startswith(_long_names(known)) else 0.0


@lru_cache(16)  # sections
def _long_names(bodies: frozenset[str]) -> tuple[str, ...]:
    return tuple(body for body in bodies if len(body) > 2)


def _opening(tokens: Sequence[Token], index: int) -> str:
    """Return the text from token ``index`` on until a sign ends its heading or sentence, over the lines it is wrapped in."""
    text = tokens[index].text
    for token in tokens[index + 1 : index + _HEADING_LINES]:
        if token.mark is not None or _HEADING_ENDS.search(text):
            break
        text += token.text
    return text


def _sentence(tokens: Sequence[Token], index: int) -> str:
    """Return the text from token ``index`` to its sentence's end."""
    text = tokens[index].text
    for token in tokens[index + 1 : index + _SENTENCE_LINES]:
        if token.mark is not None or text[-1] in END_OF_SENTENCE:
            break
        text += token.text
    return text


@lru_cache(_REMEMBERED)
def _work(sentence: str) -> tuple[bool, bool]:
    """Return whether the sentence has words of departments' work, and of a township's."""
    return _WORK_ABOVE.search(sentence) is not None, _WORK_BELOW.search(sentence) is not None


def _overflow_at(tokens: Sequence[Token], index: int, known: float | None) -> float:
    token = tokens[index]
    if known is None or (token.gap is Gap.SPACE and index):
        return 0.0
    return overflow(token.line_width - known, narrow=False)


def _steps(tokens: Sequence[Token], bodies: frozenset[str], track: Track) -> list[float]:
    """Return the cost of each token's number as going on from the numbers before it; 0 where it has none."""
    current, steps = track.copy(), []
    for index, token in enumerate(tokens):
        if token.mark is not None:
            steps.append(current.step(token.mark))
            continue
        if (
            token.text[-1] in "：:"
            or token.text in bodies
            or _SUPPORT.match(token.text)
            or _is_subheading(tokens, index)
        ):
            current.heading(2)
        steps.append(0.0)
    return steps


def _is_subheading(tokens: Sequence[Token], index: int) -> bool:
    """Return whether the token is a line without full stop between a finished sentence and a number 1 (审批工作)."""
    token, behind = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is None or behind.mark is None or behind.mark.value != 1 or token.gap is Gap.SPACE:
        return False
    return token.text[-1] not in _END_OF_ITEM and bool(index) and tokens[index - 1].text[-1] in _END_OF_ITEM


def _next_marks(tokens: Sequence[Token]) -> list[int]:
    """Return for each token the index of the first token with a number from it on (the row's length: none)."""
    following, upcoming = [0] * len(tokens), len(tokens)
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].mark is not None:
            upcoming = index
        following[index] = upcoming
    return following


def _may_start_paragraph(tokens: Sequence[Token], index: int) -> bool:
    gap = tokens[index].gap
    return gap is Gap.BLANK or (gap is Gap.LINE and tokens[index - 1].text[-1] in END_OF_SENTENCE + "：:")


def opens_alike(tokens: Sequence[Token], index: int) -> bool:
    """Return whether unnumbered paragraphs before and from ``tokens[index]`` on begin with the same word, as in one cell."""
    if index == len(tokens) or tokens[index].mark is not None:
        return False
    start = index - 1
    while start and not _may_start_paragraph(tokens, start):
        start -= 1
    return tokens[start].mark is None and tokens[start].text[:2] == tokens[index].text[:2]


def _line_start(tokens: Sequence[Token], index: int) -> int:
    while index and tokens[index].gap is Gap.SPACE:
        index -= 1
    return index


def _line_of(tokens: Sequence[Token], index: int) -> float:
    """Return the width of the printed line that token ``index`` ends."""
    return tokens[_line_start(tokens, index)].line_width


def _starts_heading(tokens: Sequence[Token], index: int) -> bool:
    mark = tokens[_line_start(tokens, index)].mark
    return mark is not None and mark.rank < 2
