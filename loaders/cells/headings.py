"""Headings in the responsibilities: lists of bodies over their clauses, and labels (履职保障, 部门职责)."""

from __future__ import annotations

import re
from dataclasses import replace

from graphkb.bodies import is_unnamed
from loaders.cells import vocabulary
from loaders.cells.bodies import LAST_CHARACTERS, Name, NameReader
from loaders.cells.clauses import Heading, Spot
from loaders.cells.matching import Column, Fit
from loaders.cells.text import HAN, PAGE, WRAP

SAFEGUARDS = "safeguards"
"""Label of a heading below which stands what the department provides to the township."""
DUTIES = "duties"
"""Label of a heading below which duties stand, whoever bears them (部门职责, 市级：)."""

_COLON = re.compile(r"(?P<names>[^。；;：:∶︰﹕，,！？\n]{2,240}?)\s*[：:∶︰﹕]\s*")
_COLON_OR_STOP = re.compile("(?P<colon>[：:∶︰﹕])|[。；;，,！？]")
"""What the names before a colon end with, or cannot go beyond: a look ahead spares most of the search for the colon."""
_LOOK_AHEAD = 300  # characters: the longest names before a colon, and blanks
_SQUARE = re.compile(r"[【\[［〔](?P<names>[^【】\[\]［］〔〕。；;\n]{2,240})[】\]］〕]\s*[：:；;]?\s*")
_ROUND = re.compile(r"[（(](?P<names>[^（）()。；;\n]{2,240})[）)]\s*[：:；;]?\s*")
_FIRST_ITEM = r"1\s*[.．、](?!\d)|[（(]\s*1\s*[）)]|①"
_LINE = re.compile(rf"(?P<names>[^。；;：:，,！？\n{PAGE}{WRAP}]{{2,60}}?)(?P<end>[；;]|、?\s*$|\s+|(?={_FIRST_ITEM}))")
_NUMBERED_LINE = re.compile(rf"(?P<names>[^。；;：:！？\n]{{2,240}}?)(?P<end>\s*)(?={_FIRST_ITEM}|$)")
_FIRST_NUMBER = re.compile(_FIRST_ITEM)
_HEADING_END = re.compile(
    f"[{''.join(sorted(LAST_CHARACTERS))}等业校区）)]$|{vocabulary.DUTIES_OF.pattern}|{vocabulary.SAFEGUARDS_OF.pattern}"
)
_VERB = re.compile("(?:负责|牵头|配合|承担)$")  # a heading, unless it begins a numbered sentence
_LABEL_ENDS = tuple("：:；;】])）")
_LINES_OF_WORK = re.compile(
    rf"(?P<lines>[{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})+?)(?:等)?(?:相关|有关|主管|行业|职能)*(?:部门|单位)$"
)
_STRONG_ENDING = re.compile(
    r"(?:局|委员会|管委会|委|办公室|办|大队|支队|法院|检察院|党委|纪委|联合会|指挥部|专班|领导小组"
    r"|中心|派出所|司法所|监管所|管理处|管理所|管理站|公司|银行|医院|卫生院)$"
)


class HeadingFinder:
    """Finds the headings of one row's responsibilities; ``column`` holds the bodies of its department column."""

    def __init__(self, column: Column, names: NameReader) -> None:
        self.column = column
        self.names = names

    def find(self, spot: Spot) -> Heading | None:
        """The heading or label that begins at ``spot``: a list of bodies and a colon, 履职保障 …; ``None`` for text."""
        label = self._label(spot)
        if label:
            return label
        part = vocabulary.PART_LABEL.match(spot.text, spot.start) if spot.sure else None
        if part:  # 牵头单位：县水利局, 牵头部门（县水利局）：
            behind = replace(spot, start=part.end())
            heading = self._bracketed(_ROUND, behind) or self._bodies(behind)
            if heading:
                return replace(heading, printed=part.group() + heading.printed)
        return self._bodies(spot)

    def _label(self, spot: Spot) -> Heading | None:
        """A label at ``spot``: 履职保障, 部门职责, or the level of the bodies below (市级：)."""
        label = vocabulary.SAFEGUARDS.match(spot.text, spot.start)
        if label and not spot.sure and label.group().rstrip()[-1:] not in _LABEL_ENDS:
            label = None  # 做好 履职保障: a space says nothing
        if label and spot.depth > 1 and label.group().rstrip()[-1:] in ("；", ";"):
            label = None  # 2.提供履职保障；
        if not label and spot.sure and spot.depth < 2:
            label = vocabulary.OTHER_SAFEGUARDS.match(spot.text, spot.start)
        if label:
            return Heading(label.end(), label.group(), label=SAFEGUARDS)
        duties = vocabulary.DUTIES_LABEL.match(spot.text, spot.start) if spot.sure and spot.depth < 2 else None
        if not duties:
            return None
        bodies = self.column.of_level(duties["level"]) if duties["level"] else ()
        if duties["level"] and not bodies and not self.find(replace(spot, start=duties.end())):
            return None  # the duties of a level that has no body in the column
        return Heading(duties.end(), duties.group(), bodies, DUTIES)

    def _bodies(self, spot: Spot) -> Heading | None:
        """A heading of bodies at ``spot``."""
        ahead = _COLON_OR_STOP.search(spot.text, spot.start, spot.start + _LOOK_AHEAD)
        match = _COLON.match(spot.text, spot.start) if ahead and ahead["colon"] else None
        if match and _HEADING_END.search(match["names"]):
            provided = vocabulary.SAFEGUARDS_OF.sub("", match["names"])
            if provided != match["names"] and self._named_in(provided, known_only=True):
                return Heading(match.end(), match.group(), label=SAFEGUARDS)
            names = match["names"] if spot.depth > 1 and _VERB.search(match["names"]) else _without_duties(match)
            bodies = self._named_in(names, known_only=not spot.sure)
            if bodies:
                return Heading(match.end(), match.group(), bodies)
        return (self._bracketed(_SQUARE, spot) or self._line(spot)) if spot.sure else None

    def _bracketed(self, brackets: re.Pattern[str], spot: Spot) -> Heading | None:
        """A heading in brackets (【县水利局】)."""
        match = brackets.match(spot.text, spot.start)
        bodies = self._named_in(_without_duties(match), known_only=False) if match else ()
        return Heading(match.end(), match.group(), bodies) if match and bodies else None

    def _line(self, spot: Spot) -> Heading | None:
        """A heading that ends with its line, with ";", a space or the first number: only bodies that the column knows.

        A table without a column of departments names them nowhere else: there any body that fills its line is a heading.
        """
        match = (_NUMBERED_LINE if 0 <= spot.depth < 2 else _LINE).match(spot.text, spot.start)
        if not match or not _HEADING_END.search(match["names"]):
            return None
        ends_line = match.end() == len(spot.text) or bool(_FIRST_NUMBER.match(spot.text, match.end()))
        if spot.wrapped and not ends_line and match["end"].isspace():
            return None  # a space or line end of a wrapped column says nothing
        others = match["end"] in ("；", ";") and is_unnamed(match["names"])
        names = match["names"] if not ends_line or _VERB.search(match["names"]) else _without_duties(match)
        by_part = ends_line and (vocabulary.LEADING.match(names) or vocabulary.ASSISTING.match(names))
        alone = ends_line and not self.column.names
        bodies = self._named_in(names, known_only=not (others or by_part or alone))
        return Heading(match.end(), match.group(), bodies) if bodies else None

    def _named_in(self, text: str, *, known_only: bool) -> tuple[str, ...]:
        """The bodies that a heading names, as printed; nothing where one word of it is no body."""
        lines = _LINES_OF_WORK.match(text)
        if lines:  # 教育、公安等部门
            meant = [f"{line}部门" for line in lines["lines"].split("、")]
            return tuple(meant) if all(self.column.resolve(name) for name in meant) else ()
        found = self.names.names(text)
        if not found or not all(self._is_body(name, known_only=known_only) for name in found):
            return ()
        return tuple(name.name for name in found if name.name)

    def _is_body(self, name: Name, *, known_only: bool) -> bool:
        printed = name.name
        if not printed:
            return True
        known = self.column.resolve(printed)
        begins = self.names.begins(printed) or bool(vocabulary.NATIONAL.match(printed))
        if known is not None:
            if known[1] != Fit.SHORT or len(printed) <= len(known[0][0]):
                return True
            return begins and not any(printed.startswith(spelling) for spelling in self.column.spellings)
        if known_only or len(printed) > 32 or (not begins and self._runs_into_body(printed)):
            return False
        if vocabulary.OTHERS_HEADING.match(printed):
            return True
        if is_unnamed(printed):
            return bool(vocabulary.UNNAMED_HEADING.search(printed))
        if not self.names.complete(printed):
            return False
        return begins or (len(printed) <= 14 and bool(_STRONG_ENDING.search(printed)))

    def _runs_into_body(self, printed: str) -> bool:
        """Whether ``printed`` ends with a body of the column (上报县公安局)."""
        return any(printed.endswith(spelling) and self.names.begins(spelling) for spelling in self.column.spellings)


def _without_duties(match: re.Match[str]) -> str:
    """The names of a heading without 主要职责 and the like behind them."""
    return vocabulary.DUTIES_OF.sub("", match["names"])
