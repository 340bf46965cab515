"""Laws and normative documents that a row cites, with the articles printed right behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graphkb.records import LawCitation
from loaders.cells import vocabulary
from loaders.cells.text import tidy

_NUMERAL = r"[一二三四五六七八九十百千零〇两\d]{1,8}"
_BRACKETED = rf"(?:{_NUMERAL}|[（(]{_NUMERAL}[）)])"
_PART = rf"第{_BRACKETED}(?:[、和及]{_BRACKETED})*(?:款|项|目)"
_ARTICLE = rf"第{_NUMERAL}(?:、{_NUMERAL})*条(?:之{_NUMERAL})?(?:{_PART}(?:[、和及或至]{_PART})*)*"
_RANGE = rf"{_ARTICLE}(?:[至到]{_ARTICLE})?"
_ARTICLES = re.compile(
    rf"(?:[（(][^（）()]{{1,40}}[）)])?(?:中|中的|的|之)?(?:第{_NUMERAL}[章节]){{0,2}}"
    rf"(?P<articles>{_RANGE}(?:(?:、|和|及|以及|与|或|或者|，|；){_RANGE})*)"
)
_ONE = re.compile(_RANGE)
_MARKS = re.compile("[《》]")
_SHORT_FOR = re.compile("简称(?:为|：)?$")


def read_laws(texts: Iterable[str]) -> tuple[LawCitation, ...]:
    """The citations of all ``texts`` in order, each title once with all its articles.

    A title stands in 《》 and ends like a law (法, 条例, 办法, 规定, 通知 …); certificates, forms and plans stand in
    《》 too and are none. An article keeps its paragraphs and items (第四十九条第一项、第二项), and articles printed
    with one 条 stay together (第五、六条), as do first and last of a range. A short title that is introduced
    (以下简称《条例》) stands for the title before it.
    """
    found: dict[str, list[str]] = {}
    for text in texts:
        if "《" not in text:
            continue
        clean = tidy(text)
        short: dict[str, str] = {}
        before = ""
        for title, end in _titles(clean):
            begin = end - len(title) - 2
            if before and _SHORT_FOR.search(clean[max(begin - 6, 0) : begin]):
                short[title] = before
            title = before = short.get(title, title)
            articles = found.setdefault(title, [])
            behind = _ARTICLES.match(clean, end)
            for article in _ONE.findall(behind["articles"]) if behind else ():
                if article not in articles:
                    articles.append(article)
    return tuple(LawCitation(title=title, articles=tuple(articles)) for title, articles in found.items())


def _titles(text: str) -> list[tuple[str, int]]:
    """Outermost 《…》 that are laws: title without the marks, and the position behind it."""
    open_marks: list[int] = []
    pairs: list[tuple[int, int]] = []
    for mark in _MARKS.finditer(text):
        if mark.group() == "《":
            open_marks.append(mark.start())
        elif open_marks:
            begin = open_marks.pop()
            while pairs and pairs[-1][0] > begin:  # titles inside this one
                pairs.pop()
            pairs.append((begin, mark.end()))
    titles = [(text[begin + 1 : end - 1], end) for begin, end in pairs]
    return [(title, end) for title, end in titles if is_law(title)]


@lru_cache(4096)  # rows cite the same laws again and again
def is_law(title: str) -> bool:
    """Whether ``title`` is that of a law or normative document, by its ending.

    Notices, opinions and decisions also go to single persons (整改通知, 处罚决定); normative ones say what they are
    about (关于…的通知) or what kind they are (指导意见).
    """
    if not vocabulary.LAW_ENDINGS.search(title) or vocabulary.NO_LAWS.search(title):
        return False
    return not vocabulary.CORRESPONDENCE.search(title) or bool(vocabulary.NORMATIVE.search(title))
