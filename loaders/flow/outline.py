"""A document's lines as outline, rows and strays, before any row is split into cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from graphkb.records import Place, Section
from loaders import outline as words
from loaders import places
from loaders.flow.evidence import learn_categories
from loaders.flow.lines import Gap, Line, Token, tokens_of
from loaders.flow.titles import Header, header_at, rest_at, unknown_header_at
from loaders.headers import DEFAULTS, HeaderColumn

_NUMBER = re.compile(r"(?:[★☆]\s?)?\d{1,4}(?:\s?[★☆]|(?=\s|$))")
_GLUED_NUMBER = re.compile(r"\d{1,4}(?=[\u4e00-\u9fff])")
_FORWARD = 30  # a number may be this much greater than expected, where rows are lost or misnumbered
_SKIPPED = 2  # and this much where no category says that it is a row's
_HEADINGS = 4  # lines: no more headings than that stand on each other, or sign a list
_PLACE = 20  # characters: no line longer than that holds nothing but a place
_CATEGORY = 5  # tokens: no category's name is wrapped over more
_ENDS = "。！？；;"
_COUNTED = re.compile(
    r"[年月岁元亩％%]|周岁|日(?!常)|天(?=[内以，。、；）])|个(?!体)|[人名户家](?=[以次的，。、；）])|小时|公里|平方|[，。、；：）,;)]"
)
"""What follows a number that counts something, in the middle of a text."""
_MOSTLY = 0.6  # share of rows with a category from which on a row without one is an exception


@dataclass
class RowLines:
    """A row's printed lines in its section; ``printed``, the number and a ★ beside it, starts the first of them.

    ``expected`` is the number that should have followed the row before.
    """

    section: Section
    columns: tuple[HeaderColumn, ...]
    printed: str
    expected: int
    lines: list[Line]

    @property
    def number(self) -> str:
        """Return the number's digits."""
        return "".join(filter(str.isdecimal, self.printed))

    @property
    def marks(self) -> str:
        """Return the marks that stand beside the number (★)."""
        return "".join(char for char in self.printed if char in "★☆")

    def tokens(self) -> list[Token]:
        """Return the row's tokens without its number."""
        return list(_behind(self.lines, 0, len(self.printed), len(self.lines)))


@dataclass(frozen=True)
class Edition:
    """A date on a line of its own."""

    date: str


Heading = words.Title | words.SectionHeading | words.CategoryHeading | Header | Place | Edition | int | str
"""What the outline says; an int is a count on its own line, a text is furniture ("contents" for the heading of one)."""


@dataclass(frozen=True)
class OutlineLine:
    """One or more lines that belong to no row."""

    lines: tuple[Line, ...]
    heading: Heading


@dataclass(frozen=True)
class Stray:
    """A line that could not be placed."""

    line: Line
    reason: str


Event = RowLines | OutlineLine | Stray


def learned_categories(lines: Sequence[Line]) -> frozenset[str]:
    """Return the category names of the document: the known ones and those that recur behind its numbers."""
    return learn_categories(
        list(islice(_behind(lines, index, match.end(), _CATEGORY), _CATEGORY))
        for index, line in enumerate(lines)
        if (match := _NUMBER.match(line.text))
    )


def _behind(lines: Sequence[Line], index: int, size: int, count: int) -> Iterator[Token]:
    """Yield the tokens of ``count`` lines from ``lines[index]`` on, without the ``size`` first characters."""
    return tokens_of(lines[index : index + count], size)


class Outliner:
    """Goes through a document's lines and tells which row or part of the outline each belongs to."""

    def __init__(self, lines: Sequence[Line], categories: frozenset[str]) -> None:
        self._lines = lines
        self._categories = categories
        self._events: list[Event] = []
        self._header: Header | None = None
        self._section: Section | None = None
        self._headed = False  # a section heading was printed, and no row since
        self._expected = 1
        self._row: RowLines | None = None
        self._page_starts = True
        self._titles: set[str] = set()
        self.spaced = any(line.gap is Gap.BLANK for line in lines)
        self.categorised = self._share_of_categories() >= _MOSTLY

    def events(self) -> list[Event]:
        """Return rows, outline and strays in printed order; every line is in exactly one of them."""
        index = 0
        while index < len(self._lines):
            self._page_starts = self._page_starts or self._lines[index].page_break
            if taken := self._take_outline(index):
                self._page_starts = True
                index += taken
                continue
            self._take_text(index)
            self._page_starts = False
            index += 1
        return self._events

    # --- outline -------------------------------------------------------------------------------------------------

    def _furnish(self, index: int, count: int, heading: Heading) -> int:
        self._events.append(OutlineLine(tuple(self._lines[index : index + count]), heading))
        return count

    def _take_outline(self, index: int) -> int:
        """Take the outline that starts at line ``index``; return how many lines it has, 0 where the line is text."""
        line = self._lines[index]
        if words.is_page_number(line.text) or words.is_rule(line.text) or self._is_bare_page_number(index):
            return self._furnish(index, 1, "page")
        header = header_at(self._lines, index)
        if header is None and (self._page_starts or self._row is None):
            header = unknown_header_at(self._lines, index)
        if header:
            self._meet_header(header, self._number_at(index + header.lines))
            return self._furnish(index, header.lines, header)
        if self._page_starts and self._header and (count := rest_at(self._lines, index, self._header)):
            return self._furnish(index, count, "header")
        if self._section and self._starts_row(index):
            return 0
        if self._row is None or self._page_starts or self._is_alone(index):
            return self._take_heading(index)
        return self._take_signature(index)

    def _is_alone(self, index: int) -> bool:
        """Return whether the line has a gap or a page's end before and behind it; without gaps, a row must follow."""
        if not self.spaced:
            return self._leads_to_row(index + 1)
        after = self._lines[index + 1] if index + 1 < len(self._lines) else None
        return self._lines[index].gap is Gap.BLANK and (after is None or after.gap is Gap.BLANK or after.page_break)

    def _is_bare_page_number(self, index: int) -> bool:
        """Return whether the line is a number at the end of a page, or right before a header row."""
        text = self._lines[index].text
        if not text.isdecimal() or len(text) > 4:
            return False
        if index + 1 == len(self._lines) or self._lines[index + 1].page_break:
            return True
        return header_at(self._lines, index + 1) is not None

    def _number_at(self, index: int) -> int | None:
        """Return the number that starts line ``index`` or the one behind it."""
        for line in self._lines[index : index + 2]:
            if match := _NUMBER.match(line.text):
                return _value(match[0])
        return None

    def _meet_header(self, header: Header, number: int | None) -> None:
        """Start a section at a header row, unless it repeats the current one at the head of a page."""
        current = self._header
        if current and self._expected > 1:
            cut = current.text.startswith(header.text) and number != 1
            if current.text.endswith(header.text) or cut:
                if number == 1 and self._row is None:
                    self._expected = 1
                return
        section = header.section
        if self._headed and self._section and section is Section.BASIC:
            section = self._section
        if section is not self._section or current is None or number == 1:
            self._expected, self._row = 1, None
        self._section, self._header = section, header

    def _take_heading(self, index: int) -> int:
        """Take a title, heading or cover line; return how many lines it has, 0 where it is none."""
        text = self._lines[index].text
        section = words.section_heading(text)
        if section and (self._row is None or _of_a_list(section.place)):
            if section.section is not self._section or self._number_at(index + 1) == 1:
                self._row, self._expected, self._header = None, 1, None
                self._section, self._headed = section.section, True
            return self._furnish(index, 1, section)
        if taken := self._take_title(index):
            return taken
        category = words.category_heading(text)
        if category and self._is_category(category, index):
            self._row = None
            if self._number_at(index + 1) == 1:
                self._expected = 1
            return self._furnish(index, 1, category)
        return self._take_cover(index) if self._row is None else self._take_signature(index)

    def _is_category(self, heading: words.CategoryHeading, index: int) -> bool:
        """Return whether line ``index``, which reads as ``heading``, is one and no heading within a cell (一、分户工作)."""
        if heading.declared is None and heading.name not in self._categories and self.categorised:
            return False
        return (self._row is None and heading.declared is not None) or self._leads_to_row(index + 1)

    def _leads_to_row(self, index: int) -> bool:
        """Return whether a header row or a row is at line ``index``, or behind further headings and a page number."""
        for at in range(index, min(index + _HEADINGS, len(self._lines))):
            if header_at(self._lines, at) or self._starts_row(at, headed=True):
                return True
            text = self._lines[at].text
            heading = words.section_heading(text) or words.category_heading(text) or words.lone_count(text)
            if not (heading or words.is_page_number(text) or self._is_bare_page_number(at)):
                return False
        return False

    def _take_title(self, index: int) -> int:
        if self._row and self._leads_to_title(index):
            self._row = None
            return self._take_cover(index)
        joined = ""
        for count, line in enumerate(self._lines[index : index + 3], start=1):
            if count > 1 and (self._row or self._says_something(index + count - 2)):
                return 0
            joined += line.text
            title = None if words.section_heading(joined) else words.title(joined)
            if title and (self._row is None or title.text in self._titles or _of_a_list(title.place)):
                if title.text not in self._titles:  # a title printed again is a page header within the list
                    self._row = None
                self._titles.add(title.text)
                return self._furnish(index, count, title)
        return 0

    def _leads_to_title(self, index: int) -> bool:
        """Return whether line ``index`` and perhaps the next name a place, and a title follows."""
        for line in self._lines[index : index + 2]:
            if not _names_place(line.text):
                return False
            index += 1
            if index < len(self._lines) and words.title(self._lines[index].text):
                return True
        return False

    def _says_something(self, index: int) -> bool:
        """Return whether line ``index`` is part of an outline by itself, and no piece of a broken title."""
        text = self._lines[index].text
        return words.is_contents_title(text) or words.section_heading(text) is not None or _names_place(text)

    def _take_cover(self, index: int) -> int:
        """Take a line of a cover or contents list."""
        text = self._lines[index].text
        heading: Heading | None = None
        if words.is_contents_title(text):
            heading = "contents"
        elif words.contents_entry(text) or words.is_cover_line(text):
            heading = "cover"
        elif date := words.edition(text):
            heading = Edition(date)
        elif (count := words.lone_count(text)) is not None:
            heading = count
        elif _names_place(text):
            heading = places.parse(text)
        return 0 if heading is None else self._furnish(index, 1, heading)

    def _take_signature(self, index: int) -> int:
        """Take the issuing body's line or the date at a list's end; the row before them is complete."""
        apart = self._is_apart(index) or self._lines[index - 1].text[-1] in _ENDS
        if not apart or not self._signs(index):
            return 0
        self._row = None
        return self._take_cover(index)

    def _signs(self, index: int) -> bool:
        """Return whether lines from ``index`` on are issuer and date, and nothing or a title or section follows."""
        dated = False
        for at in range(index, min(index + _HEADINGS, len(self._lines))):
            text = self._lines[at].text
            dated = dated or words.edition(text) is not None
            if not (words.edition(text) or words.is_cover_line(text) or words.is_page_number(text)):
                return dated and (words.title(text) is not None or words.section_heading(text) is not None)
        return dated

    # --- rows ----------------------------------------------------------------------------------------------------

    def _take_text(self, index: int) -> None:
        line = self._lines[index]
        number = self._starts_row(index)
        if number and self._section:
            columns = self._header.columns if self._header else self._default_columns(index, len(number))
            self._row = RowLines(self._section, columns, number, self._expected, [line])
            self._events.append(self._row)
            self._expected, self._headed = _value(number) + 1, False
        elif self._row:
            same = line.page_break == self._page_starts
            self._row.lines.append(line if same else replace(line, page_break=self._page_starts))
        else:
            self._events.append(Stray(line, "不在任何一行事项之内，也不是已知的标题、表头或页码"))

    def _default_columns(self, index: int, size: int) -> tuple[HeaderColumn, ...]:
        columns = DEFAULTS[self._section or Section.BASIC]
        return (columns[0], "category", *columns[1:]) if self._has_category(index, size) else columns

    def _starts_row(self, index: int, *, headed: bool = False) -> str:
        """Return the number, with a ★ beside it, of the row that starts at line ``index``, "" where none does.

        A row starts with the expected number, a gap or page's end before it, and nothing behind it that the number may
        count; a known category behind it makes up for a number that is not the expected one. ``headed`` says that what
        may be a heading stands before it; then number 1 starts a row, too.
        """
        if index >= len(self._lines):
            return ""
        text = self._lines[index].text
        columns = self._header.columns if self._header else ()
        match = _NUMBER.match(text) or ("category" in columns and _GLUED_NUMBER.match(text)) or None
        if match is None:
            return ""
        number, known = _value(match[0]), self._has_category(index, match.end())
        apart = headed or self._is_apart(index)
        if match.re is _GLUED_NUMBER:
            return match[0] if known and apart and number == self._expected else ""
        if known:
            near = number in (1, self._expected - 1) or self._expected < number <= self._expected + _FORWARD
            return match[0] if number == self._expected or (apart and near) else ""
        if not apart or not (self._expected <= number <= self._expected + _SKIPPED or (headed and number == 1)):
            return ""
        behind = next(_behind(self._lines, index, match.end(), 2), None)
        if behind is None or behind.mark or _COUNTED.match(behind.text):
            return ""
        return match[0] if "category" not in columns or not self.categorised or _may_be_category(behind.text) else ""

    def _is_apart(self, index: int) -> bool:
        """Return whether a page, a section or a gap behind a finished sentence is before line ``index``."""
        line = self._lines[index]
        if line.page_break or self._page_starts or self._row is None or index == 0:
            return True
        return (line.gap is Gap.BLANK or not self.spaced) and (
            self._row.section is not Section.COOPERATIVE or self._lines[index - 1].text[-1] in _ENDS
        )

    def _share_of_categories(self) -> float:
        """Return the share of the numbers at line start, a gap before them, that a known category follows."""
        starts = [
            self._has_category(index, match.end())
            for index, line in enumerate(self._lines)
            if (line.gap is Gap.BLANK or line.page_break or not self.spaced) and (match := _NUMBER.match(line.text))
        ]
        return sum(starts) / len(starts) if starts else 0.0

    def _has_category(self, index: int, size: int) -> bool:
        text = ""
        for token in islice(_behind(self._lines, index, size, _CATEGORY), _CATEGORY):
            text += token.text
            if text in self._categories:
                return True
        return False


def _value(printed: str) -> int:
    return int("".join(filter(str.isdecimal, printed)))


def _may_be_category(text: str) -> bool:
    return 1 < len(text) <= 8 and all("\u4e00" <= char <= "\u9fff" for char in text)


def _of_a_list(place: str) -> bool:
    """Return whether the words before a title may stand there in a list: none, or a place's name."""
    return not place or places.parse(place) != Place()


def _names_place(text: str) -> bool:
    return len(text) <= _PLACE and not any(map(str.isdigit, text)) and places.parse(text) != Place()
