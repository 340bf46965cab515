"""What a text flow tells about itself: categories, bodies and column widths, learned from its rows.

Nothing here is a rule about one document. A category is what recurs behind row numbers, a body what recurs in the
department column, a width what most lines that go on have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from loaders.flow.lines import Gap, Token

KNOWN_CATEGORIES = frozenset({
    "党的建设", "基层党建", "精神文明建设", "人大政协", "群团工作", "经济发展", "投资促进", "商贸流通", "市场监管", "民生服务",
    "公共服务", "社会保障", "卫生健康", "教育科技", "教育体育", "教育培训监管", "文化和旅游", "文化旅游", "文体旅游", "平安法治",
    "平安建设", "法治建设", "安全稳定", "公共安全", "安全生产", "应急管理", "应急管理及消防", "社会管理", "社会治理", "基层治理",
    "社区治理", "民族宗教", "人民武装", "国防动员", "乡村振兴", "农业农村", "自然资源", "生态环保", "生态保护", "环境保护",
    "城乡建设", "城市建设", "城市管理", "村镇建设", "规划建设", "交通运输", "综合执法", "行政执法", "综合政务", "其他事项", "其他",
})  # fmt: skip
"""Names of categories that lists all over the country use; a list's own are learned beside them."""

_BODY_ENDING = (
    r"(?:局|委|办|部|院|厅|队|处|科|股|室|站|所|馆|校|社|会|团|署|库|网|行|场|段|校区|园区|中心|公司|企业|集团|学校|医院|银行|政府|"
    r"单位|部门|机构|协会|联合会|工会|妇联|残联|团委|工商联|人大|政协|纪委|监委|军分区|支队|法院|检察院|组织|成员|乡镇|街道|等)"
)
_BODY = re.compile(rf"[^。；：:;？！\d]{{1,40}}{_BODY_ENDING}(?:[（(][^（）()]{{1,30}}[）)])*")
_BODY_LABEL = re.compile(r"(?:牵头|主要|主责|责任|配合|承接|参与|协同|其他|对应)[\u4e00-\u9fff]{0,4}(?:部门|单位)[：:]")
METHOD_LABEL = re.compile(
    r"(?:承接|收回)(?P<body>部门|单位)|(?:工作|履职|履责|承接|收回|处置|办理|具体)(?:方式|措施|办法|工作)"
)
"""How a part of a reclaimed row's method cell begins; ``body`` tells that the receiving body follows."""
_SEPARATOR = re.compile(r"[、，,；;/\s]+(?![^（(]*[）)])")
_SHORT_LEVEL = re.compile(r"国家|中国|自治|[省市州盟区县旗地]")
_DIVISION = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:省|市|州|盟|区|县|旗)")
_REMEMBERED = 4096  # texts: the splits of one row, which are weighed against each other, ask about the same ones again


@lru_cache(_REMEMBERED)
def bodies_in(text: str) -> tuple[str, ...]:
    """Return the parts of an enumeration of bodies (县水利局、县民政局), labels such as 牵头部门： left out."""
    return tuple(part for part in _SEPARATOR.split(_BODY_LABEL.sub("、", text)) if part)


@lru_cache(_REMEMBERED)
def is_body(text: str) -> bool:
    """Return whether the text reads as one body: it ends as bodies end and holds no sentence."""
    return _BODY.fullmatch(text) is not None


@lru_cache(_REMEMBERED)
def is_named(body: str, text: str, times: int) -> bool:
    """Return whether ``text`` names the body as often where a name can begin: not behind another Chinese character."""
    at = text.find(body)
    while at >= 0 and times:
        times -= not (at and "\u4e00" <= text[at - 1] <= "\u9fff")
        at = text.find(body, at + 1)
    return times == 0


@lru_cache(_REMEMBERED)
def level_cost(text: str) -> float:
    """Return how unlikely it is that a body's name starts where ``text`` does: mostly with 县, 市 …, or a division."""
    if _SHORT_LEVEL.match(text):
        return 0.0
    division = _DIVISION.match(text)
    return 0.3 + 0.15 * len(division[0]) if division else 1.5


def has_level(text: str) -> bool:
    """Return whether the text starts with a division or the short word for one (县, 市, 某某县 …)."""
    return level_cost(text) < 1.2


def learn_categories(starts: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Return the category names of a document: the known ones and those that recur behind its row numbers.

    ``starts`` holds the first tokens behind each number that may be a row's. A prefix recurs when three rows have it;
    of prefixes that go on alike (党的建, 党的建设) the longest counts.
    """
    prefixes: Counter[str] = Counter()
    longer: dict[str, set[str]] = {}
    for tokens in starts:
        text = ""
        for token in tokens[:5]:
            shorter, text = text, text + token.text
            if len(text) > 12:
                break
            prefixes[text] += 1
            longer.setdefault(shorter, set()).add(text)
    learned = {
        text
        for text, count in prefixes.items()
        if count >= 3 and len(text) > 1 and _is_name(text)
        and all(prefixes[more] < 0.8 * count for more in longer.get(text, ()))
    }  # fmt: skip
    return KNOWN_CATEGORIES | learned


def _is_name(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


@dataclass
class Habits:
    """What is known of one section's columns: widths by column name, and bodies of the department column.

    ``widths`` lacks a column whose width is not known; then lines tell nothing about it. ``merged`` tells that the
    category column is printed once for several rows, as merged cells are, ``spaced`` that blank lines part cells.
    """

    categories: frozenset[str]
    merged: bool = False
    spaced: bool = True
    widths: dict[str, float] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()


def learn_widths(cells: Iterable[tuple[str, Sequence[Token]]]) -> dict[str, float]:
    """Return the width of each column in full characters: what most lines that go on in the same cell have.

    ``cells`` holds pairs of column and tokens. A column stays unknown with fewer than four such lines (categories: two,
    for they are known words), or where many lines are wider: then they do not go on because the column is full.
    """
    full: dict[str, Counter[int]] = {}
    lines: dict[str, list[float]] = {}
    for column, tokens in cells:
        first = tokens[0]
        for before, token in pairwise(tokens):
            if token.gap is Gap.SPACE:
                continue
            lines.setdefault(column, []).append(first.line_width)
            if token.mark is None and before.text[-1] not in "。；：;:" and not METHOD_LABEL.match(token.text):
                full.setdefault(column, Counter())[round(first.line_width + 0.01)] += 1
            first = token
    widths = {
        column: _peak(counts) for column, counts in full.items() if counts.total() >= (2 if column == "category" else 4)
    }
    return {
        column: width
        for column, width in widths.items()
        if sum(line > width + 1.5 for line in lines[column]) < _TOO_WIDE * len(lines[column])
    }


_TOO_WIDE = 0.25


def _peak(counts: Counter[int]) -> float:
    """Return the centre of the fullest stretch of two neighbouring widths."""
    best = max(counts, key=lambda width: (counts[width] + counts[width + 1], width))
    pair = counts[best] + counts[best + 1]
    return (best * counts[best] + (best + 1) * counts[best + 1]) / pair


def learn_bodies(cells: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Return the bodies that stand in at least two department cells."""
    seen: Counter[str] = Counter()
    for tokens in cells:
        text = ""
        for token in tokens:
            text += ("、" if parts_bodies(text, token) else "") + token.text
        seen.update(set(bodies_in(text)))
    return frozenset(body for body, count in seen.items() if count >= 2 and is_body(body))


def parts_bodies(text: str, token: Token) -> bool:
    """Return whether a body ends where the department cell's ``text`` does and ``token`` starts the next, without a sign."""
    if not text or token.gap is Gap.SPACE or not _SHORT_LEVEL.match(token.text):
        return False
    return is_body(text[text.rfind("、") + 1 :])
