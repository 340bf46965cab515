"""Who takes a duty back: the bodies that a reclaimed row's cell names under a label, before a colon, or alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graphkb.bodies import is_unnamed
from loaders.cells import vocabulary
from loaders.cells.bodies import Name, NameReader
from loaders.cells.text import PAGE, WRAP

_ENUMERATOR = r"(?:(?:[一二三四]|\d)[、.．]\s*|[（(][一二三四\d][）)]\s*)?"
_RECEIVER = re.compile(rf"\s*{_ENUMERATOR}{vocabulary.RECEIVER_LABEL.pattern}\s*")
_METHOD = re.compile(rf"\s*{_ENUMERATOR}{vocabulary.METHOD_LABEL.pattern}\s*")
_LABEL = re.compile(f"{_RECEIVER.pattern}|{_METHOD.pattern}")
_COLON = re.compile(
    r"\s*(?!\d|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d])(?P<names>[^。；;：:！？]{2,240}?)\s*[：:]\s*"
)
_BORDER = re.compile(r"[\s、，,；;。：:]|(?=\d{1,2}\s*[.．、）)]|[（(]\s*\d|[一二三四五六七八九十]、)|$")
_AND_OTHERS = re.compile(r"(?:以及|及其|和|及|与)(?=(?:其他|其它|相关|有关|各)[^、，,；;\s]{0,12}(?:部门|单位))")
"""Joins unnamed departments to named bodies (县水利局及其他相关部门)."""
_STOPS = " \n\f\v。；;，,：:、"
_BREAK = re.compile(rf"[^\S\n]*[{PAGE}{WRAP}]\s*")
_LONGEST_LABEL = 12
_LONGEST = 240
"""Characters in which the names of all receiving bodies stand."""
_LONGEST_UNCERTAIN = 60
_SENTENCE = re.compile("[。；;：:，,\n]|不再|取消|停止|废止|失效")
_NO_NAME = re.compile(
    r"^[由该此]|收回|上收|划[转归入]|移交|负责|牵头|承担|承接|开展|依法|依照|做好|加强|落实|按照|根据|予以|进行|[查惩调]处$|不再|取消|停止|废止|失效|配合|协助|会同"
)
"""Words of sentences: no name of a body holds one."""


@dataclass(frozen=True)
class Receivers:
    """The bodies named at a place of the cell.

    ``end`` is where the method begins, ``printed`` the names as printed, ``dropped`` the labels beside them.
    """

    names: tuple[Name, ...]
    end: int
    printed: str
    dropped: tuple[str, ...] = ()


def mend_labels(text: str, township: re.Pattern[str]) -> str:
    """The text of a cell without the page and line ends that part a label in mid-word (工作 | 方式：).

    ``township`` matches the heading of what the township keeps, which is mended, too.
    """
    patterns = (vocabulary.RECEIVER_LABEL, vocabulary.METHOD_LABEL, township)

    def join(end: re.Match[str]) -> str:
        left, right = (
            text[max(end.start() - _LONGEST_LABEL, 0) : end.start()],
            text[end.end() : end.end() + _LONGEST_LABEL],
        )
        labels = [label for pattern in patterns for label in pattern.finditer(left + right)]
        return "" if any(label.start() < len(left) < label.end() for label in labels) else end.group()

    return _BREAK.sub(join, text)


class ReceiverReader:
    """Finds the receiving bodies in the cells of one list."""

    def __init__(self, names: NameReader) -> None:
        self.names = names

    def at_beginning(self, text: str) -> Receivers | None:
        """承接部门：X 工作方式：, X工作方式：, X：, X on a line of its own, before a number, or as the whole cell."""
        labelled = self.labelled(text, 0)
        if labelled:
            return labelled
        method = _METHOD.search(text, 0, _LONGEST)
        before = text[: method.start()].strip(_STOPS) if method else ""
        if method and (not before or self.are_bodies(before)):
            return Receivers(self._read(before), method.end(), before, (method.group(),))
        colon = _COLON.match(text)
        if colon and self.are_bodies(vocabulary.DUTIES_OF.sub("", colon["names"])):
            return self._before_colon(colon)
        printed = self._leading(text, 0)
        behind = text[len(printed) :].lstrip("。；;")
        if (
            printed
            and not self._nobody(printed)
            and (not behind.strip() or behind.lstrip(" ")[:1] in "\n\f\v" or _begins_clause(behind))
        ):
            return Receivers(self._read(printed), len(text) - len(behind), printed)
        return None

    def labelled(self, text: str, position: int) -> Receivers | None:
        """The bodies under one label or several (牵头部门：X 配合部门：Y), with the label of the method behind them."""
        found: list[Name] = []
        printed: list[str] = []
        dropped: list[str] = []
        end = position
        while label := _RECEIVER.match(text, end):
            dropped.append(label.group())
            names, end = self._under_label(text, label.end())
            found += self._read(names)
            printed += [names] if names else []
        method = _METHOD.match(text, end) if dropped else None
        if method:
            dropped.append(method.group())
        if not dropped:
            return None
        return Receivers(tuple(found), method.end() if method else end, "、".join(printed), tuple(dropped))

    def before_colon(self, text: str, position: int) -> Receivers | None:
        """县水利局： or 县水利局职责： in the middle of a cell, for a body that a level or the ending of an office shows."""
        colon = _COLON.match(text, position, position + _LONGEST)
        if not colon or re.search("[，,\n]", colon["names"]):
            return None
        names = vocabulary.DUTIES_OF.sub("", colon["names"])
        shown = self.names.begins(names.lstrip()) or vocabulary.OFFICE.search(names)
        return self._before_colon(colon) if shown and self.are_bodies(names, named=True) else None

    def are_bodies(self, text: str, *, named: bool = False, labelled: bool = False) -> bool:
        """Whether ``text`` holds nothing but bodies; ``named``: one of them at least has a name of its own.

        Behind a label any unnamed body may stand (各学校), elsewhere only departments (行业主管部门).
        """
        found = self.names.names(_AND_OTHERS.sub("、", text))
        if not found or not all(name.certain and not _NO_NAME.search(name.name) for name in found):
            return False
        unnamed = [name.name for name in found if is_unnamed(name.name)]
        known = labelled or all(vocabulary.UNNAMED_SUBJECT.fullmatch(name) for name in unnamed)
        return known and not (named and len(unnamed) == len(found))

    def taking_over(self, text: str) -> tuple[Name, ...]:
        """The bodies that ``text`` begins with, where a verb of taking over follows them, or nothing more of a clause."""
        verbs = [verb.start() for verb in vocabulary.TAKES_OVER.finditer(text, 0, _LONGEST_UNCERTAIN)]
        end = next((verb for verb in verbs if self.are_bodies(text[:verb])), 0)
        return self._read(text[:end] if end else "")

    def _before_colon(self, colon: re.Match[str]) -> Receivers:
        names = vocabulary.DUTIES_OF.sub("", colon["names"])
        words = colon["names"][len(names) :]
        return Receivers(self._read(names), colon.end(), colon["names"], (words,) if words else ())

    def _under_label(self, text: str, begin: int) -> tuple[str, int]:
        """The names that stand at ``begin`` behind a label, "" where there are none, and where they end."""
        window = text[begin : begin + _LONGEST]
        label = _LABEL.search(window)
        line = window.find("\n") if label is None else label.start()
        candidate = (window if line < 0 else window[:line]).strip(_STOPS)
        end = begin + (len(window) if line < 0 else line)
        if self._nobody(candidate) or self.are_bodies(candidate, labelled=True):
            return candidate, end
        uncertain = bool(candidate) and len(candidate) <= _LONGEST_UNCERTAIN and not _SENTENCE.search(candidate)
        if uncertain and label and not _NO_NAME.search(candidate):
            return candidate, end
        leading = self._leading(text, begin)
        if leading:
            end = begin + len(leading)
            return leading.strip(_STOPS), end + len(text[end:]) - len(text[end:].lstrip(_STOPS))
        return (candidate, end) if uncertain else ("", begin)

    def _leading(self, text: str, begin: int) -> str:
        """The longest beginning of the text that holds nothing but bodies, or the word for nobody; "" if there is none."""
        window = text[begin : begin + _LONGEST]
        sentence = re.search("[。；;：:！？]", window)
        borders = [
            border.start() for border in _BORDER.finditer(window, 0, sentence.end() if sentence else len(window))
        ]
        for border in sorted({border for border in borders if border}, reverse=True):
            if self._nobody(window[:border]) or self.are_bodies(window[:border]):
                return window[:border]
        return ""

    @staticmethod
    def _nobody(text: str) -> bool:
        return vocabulary.NO_RECEIVER.match(text.strip(_STOPS)) is not None

    def _read(self, names: str) -> tuple[Name, ...]:
        if self._nobody(names):
            return (Name(names.strip(_STOPS)),)
        found = self.names.names(_AND_OTHERS.sub("、", names))
        links = tuple(link.group() for link in _AND_OTHERS.finditer(names))
        return (replace(found[0], dropped=(*found[0].dropped, *links)), *found[1:]) if found else ()


def _begins_clause(text: str) -> bool:
    """Whether a number of a clause begins the text."""
    return re.match(r"\s*(?:\d{1,2}\s*[.．、）)]|[（(]\s*\d{1,2}\s*[）)]|[一二三四五六七八九十]、)", text) is not None
