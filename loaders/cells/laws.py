"""Laws and normative documents that a row cites, with the articles printed right behind."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphkb.records import LawCitation
from loaders.cells import vocabulary
from loaders.cells.text import tidy

_NUMERAL = r"[一二三四五六七八九十百千零〇两\d]{1,8}"
_PART = rf"第{_NUMERAL}(?:款|项|目)"
_ARTICLE = rf"第{_NUMERAL}条(?:之{_NUMERAL})?(?:{_PART}(?:[、和及]{_PART})*)*"
_ARTICLES = re.compile(
    rf"(?:[（(][^（）()]{{1,20}}[）)])?(?P<articles>{_ARTICLE}(?:(?:、|和|及|以及|与|至|，){_ARTICLE})*)"
)
_ONE_ARTICLE = re.compile(_ARTICLE)
_MARKS = re.compile("[《》]")


def read_laws(texts: Iterable[str]) -> tuple[LawCitation, ...]:
    """The citations of all ``texts`` in order, each title once with all its articles.

    A title stands in 《》 and ends like a law (法, 条例, 办法, 规定, 通知 …); certificates, forms and plans stand in
    《》 too and are none. An article keeps its paragraphs and items (第四十九条第一项、第二项).
    """
    found: dict[str, list[str]] = {}
    for text in texts:
        if "《" not in text:
            continue
        clean = tidy(text)
        for title, end in _titles(clean):
            articles = found.setdefault(title, [])
            behind = _ARTICLES.match(clean, end)
            for article in _ONE_ARTICLE.findall(behind["articles"]) if behind else ():
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


def is_law(title: str) -> bool:
    """Whether ``title`` is that of a law or normative document, by its ending."""
    return bool(vocabulary.LAW_ENDINGS.search(title)) and not vocabulary.NO_LAWS.search(title)
