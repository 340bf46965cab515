"""From lines, one by one, to lists: the part that all layouts have in common.

A layout reader tells an :class:`Assembler` what each line is (title, heading, count, row …); the assembler decides
which list and category a row belongs to and where a new township's list starts, and counts every character once.

A section heading counts only when a row follows: contents lists, repeated page headers and covers print them, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graphkb.records import DeclaredCount, Leftover, Place, PrintedText, Section
from loaders import places
from loaders.outline import CategoryHeading, SectionHeading, Title, compact
from loaders.raw import Column, LaidOut, Piece, RawList, RawRow

_ENDING = 300  # characters that show whether a cell's sentence is complete, tags behind it included


def visible(text: str) -> int:
    """Return how many characters of the text are not white space."""
    return sum(map(len, text.split()))


@dataclass
class OpenRow:
    """A row that further lines may still continue."""

    section: Section
    category: str
    number: str
    first_line: int
    last_line: int
    wrapped: bool
    cells: dict[Column, list[Piece]] = field(default_factory=dict)
    doubts: dict[str, None] = field(default_factory=dict)  # in the order of their finding

    def add(self, column: Column, piece: Piece) -> None:
        """Append a piece to a cell and stretch the row to its line."""
        self.cells.setdefault(column, []).append(piece)
        self.last_line = max(self.last_line, piece.line)

    def doubt(self, sentence: str) -> None:
        """Note once why a person should look at the row."""
        self.doubts[sentence] = None

    def ending(self, column: Column) -> str:
        """Return the last characters of a cell so far (some 300), pieces joined without anything between."""
        pieces: list[str] = []
        missing = _ENDING
        for piece in reversed(self.cells.get(column, ())):
            pieces.append(piece.text[-missing:])
            missing -= len(pieces[-1])
            if missing <= 0:
                break
        return "".join(reversed(pieces))

    def freeze(self) -> RawRow:
        """Return the row as laid out."""
        return RawRow(
            section=self.section,
            category=self.category,
            number=self.number,
            cells={column: tuple(pieces) for column, pieces in self.cells.items()},
            first_line=self.first_line,
            last_line=self.last_line,
            wrapped=self.wrapped,
            doubts=tuple(self.doubts),
        )


@dataclass
class _Cover:
    """What was printed about the next list since the last row."""

    place: Place = field(default_factory=Place)
    words: list[str] = field(default_factory=list)
    edition: str = ""
    first_line: int | None = None
    titled: bool = False  # a title of a whole list (履行职责事项清单) was printed, not only a section's


@dataclass
class _Draft:
    place: Place
    title: str
    edition: str
    first_line: int
    rows: list[OpenRow] = field(default_factory=list)
    declared: list[DeclaredCount] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def freeze(self) -> RawList:
        rows = tuple(row.freeze() for row in self.rows)
        last = max([self.first_line, *(row.last_line for row in rows), *(count.line for count in self.declared)])
        return RawList(self.place, self.title, self.edition, rows, tuple(self.declared), self.first_line, last)


class Assembler:
    """Collects lists, leftovers and character counts of one document, in the order of its lines."""

    def __init__(self) -> None:
        self.in_rows = 0
        self.furniture = 0
        self.furnished: list[PrintedText] = []
        self.leftovers: list[Leftover] = []
        self._notes: dict[str, None] = {}  # in the order of their finding
        self.section: Section | None = None
        self.category = ""
        self.row: OpenRow | None = None
        self._lists: list[_Draft] = []
        self._cover = _Cover()
        self._known = Place()
        self._title = ""
        self._edition = ""
        self._headed = False  # a section heading was printed since the last row
        self._in_contents = False
        self._fresh_category = False
        self._under_title = False  # a title was printed, and no section since: counts are of the whole list
        self._counts: list[DeclaredCount] = []  # declared since the last row; contents lists declare, too
        self._count_of: str | None = None  # the category that a lone count would be of

    # --- what a line is ------------------------------------------------------------------------------------------

    def furnish(self, line: int, text: str) -> None:
        """Take the text as page furniture."""
        if characters := visible(text):
            self.furniture += characters
            self.furnished.append(PrintedText(line=line, text=text.strip()))

    def leave(self, line: int, text: str, reason: str) -> None:
        """Report a text that cannot be placed."""
        if visible(text):
            self.leftovers.append(Leftover(line=line, text=text.strip(), reason=reason))

    def note(self, sentence: str) -> None:
        """Remark on the reading as a whole, once."""
        self._notes[sentence] = None

    def title(self, line: int, title: Title) -> None:
        """Take the title of a whole list; its place may stand on lines of their own before it."""
        place = places.parse(title.place)
        self._close_signature(place)
        self._begin_cover(line)
        cover = self._cover
        if cover.titled:
            cover.words.clear()
        cover.titled = self._under_title = True
        cover.words.append(title.text)
        self._title = self._title or "".join(cover.words)
        cover.edition = title.edition or cover.edition
        self._print_place(line, place)

    def place_line(self, line: int, text: str, place: Place) -> None:
        """Take a line that holds nothing but a place."""
        self._close_signature(place)
        self._begin_cover(line)
        if self._cover.titled and self._cover.place.township:  # a title is complete: the place begins the next one
            self._cover.words.clear()
            self._cover.titled = False
        self._cover.words.append(compact(text))
        self._print_place(line, place)

    def contents(self) -> None:
        """Take the heading of a contents list: headings up to the next row may be its entries."""
        self._in_contents = True

    def date(self, line: int, edition: str) -> None:
        """Take a date line of a cover."""
        draft = self._lists[-1] if self._lists else None
        if draft and not draft.edition and not self._cover.words:
            draft.edition = self._edition = edition  # signed and dated after its last row
            return
        self._begin_cover(line)
        self._cover.edition = edition

    def section_heading(self, line: int, heading: SectionHeading) -> None:
        """Take the heading of a section, which the next row makes valid."""
        self._begin_cover(line)
        self._under_title = False
        if self._in_contents and self._headed:
            self._counts.clear()  # a contents list without page numbers prints the headings, too
        if heading.section is not self.section or self._headed:
            self.category = ""
        self.section = heading.section
        self._headed = True
        self._print_place(line, places.parse(heading.place))
        self._count_of = None
        if heading.declared is not None:
            self._declare(line, None, heading.declared)

    def assume_section(self, section: Section) -> None:
        """Take the section that a header row's columns tell, where no heading says so."""
        if section is not self.section:
            self.section = section
            self.category = ""

    def is_of_list(self, place: Place) -> bool:
        """Tell whether the place is that of the current list, in full or in part: a page header."""
        return bool(self._lists) and places.lay_over(self._lists[-1].place, place) == self._lists[-1].place

    @property
    def headed(self) -> bool:
        """Whether a section heading was printed since the last row."""
        return self._headed

    @property
    def category_since_row(self) -> bool:
        """Whether a category heading was printed since the last row."""
        return self._fresh_category

    def category_heading(self, line: int, heading: CategoryHeading) -> None:
        """Take the heading of a category; one repeated at the head of a page changes nothing."""
        self.category = heading.name
        self._fresh_category = True
        self._under_title = False
        self._count_of = heading.name
        if heading.declared is not None:
            self._declare(line, heading.name, heading.declared)

    def count(self, line: int, declared: int) -> None:
        """Take a count on a line of its own: of the heading before it."""
        self._declare(line, self._count_of, declared)

    # --- rows ----------------------------------------------------------------------------------------------------

    def start_row(self, line: int, number: str, *, category: str | None = None, wrapped: bool = False) -> OpenRow:
        """Open a row in the current section (which must be known) and category, in a new list where one starts here."""
        if self.section is None:
            raise ValueError(f"line {line}: a row before any section")
        self._settle_list(line, self.section)
        if category is not None:
            self.category = category
        draft = self._lists[-1]
        draft.declared += self._counts
        self._counts.clear()
        self._headed = self._in_contents = self._fresh_category = self._under_title = False
        self._count_of = None
        if not draft.sections or draft.sections[-1] is not self.section:
            draft.sections.append(self.section)
        self.row = OpenRow(self.section, self.category, number, line, line, wrapped)
        draft.rows.append(self.row)
        return self.row

    def add(self, column: Column, piece: Piece) -> None:
        """Append a piece to the open row and count its characters."""
        if self.row is None:
            raise ValueError(f"line {piece.line}: a piece before any row")
        self.row.add(column, piece)
        self.in_rows += visible(piece.text)

    def finish(self) -> LaidOut:
        """Return all that was taken."""
        if self._lists:
            self._sign()
            self._lists[-1].declared += self._counts
        return LaidOut(
            lists=tuple(draft.freeze() for draft in self._lists),
            leftovers=tuple(self.leftovers),
            in_rows=self.in_rows,
            furniture=self.furniture,
            notes=tuple(self._notes),
            title=self._title,
            furnished=tuple(self.furnished),
        )

    # --- lists ---------------------------------------------------------------------------------------------------

    def _begin_cover(self, line: int) -> None:
        if self._cover.first_line is None:
            self._cover.first_line = line

    def _close_signature(self, place: Place) -> None:
        """Take a township and a date for the signature of the list above when another place follows them."""
        township = self._cover.place.township
        if self._lists and township and place != Place() and place.township != township:
            self._sign()

    def _sign(self) -> None:
        """Give the date of a cover without a title to the list above it, where that has none: it is its signature."""
        cover, draft = self._cover, self._lists[-1]
        if cover.titled or not cover.edition:
            return
        draft.edition = draft.edition or cover.edition
        self._cover = _Cover()

    def _print_place(self, line: int, place: Place) -> None:
        """Lay what a line prints of the place over what the cover has printed before it."""
        if place == Place():
            return
        cover = self._cover
        if place.township and cover.place.township and place.township != cover.place.township and self._headed:
            self.note(f"第{line}行的标题写的是{place.township}，而此前的标题写的是{cover.place.township}，请核对。")
            return
        cover.place = places.lay_over(cover.place, place)

    def _declare(self, line: int, category: str | None, declared: int) -> None:
        if self.section is None or self._under_title:
            self.note(f"第{line}行写明的项数（{declared}项）不是某一部分的，没有核对。")
            return
        draft = self._lists[-1] if self._lists else None
        known = [*self._counts, *(draft.declared if draft else ())]
        repeated = DeclaredCount(section=self.section, category=category, declared=declared, line=line)
        if (
            draft
            and self.section is draft.sections[-1]
            and any((c.section, c.category, c.declared) == (repeated.section, category, declared) for c in known)
        ):
            return  # the heading of a section or category, repeated at the head of a page
        self._counts.append(repeated)

    def _settle_list(self, line: int, section: Section) -> None:
        """Start a new list where the printed outline starts again; otherwise drop covers that only repeat."""
        draft = self._lists[-1] if self._lists else None
        cover = self._cover
        if draft and not self._starts_list(draft, cover, section):
            if cover.place.township and draft.place.township and cover.place.township != draft.place.township:
                self.note(
                    f"第{cover.first_line}行的标题写的是{cover.place.township}，"
                    f"但仍在{draft.place.township}的清单之内，请核对。"
                )
            elif cover.place.township and not draft.place.township:
                draft.place = places.lay_over(draft.place, cover.place)
            self._cover = _Cover()
            return
        place = self._place_of_list(line, cover, first=draft is None)
        if draft and self._edition and not cover.edition:
            self.note(f"第{cover.first_line or line}行起的清单没有写明日期，沿用此前写明的{self._edition}。")
        self._known = place
        self._edition = cover.edition or self._edition
        self._lists.append(_Draft(place, "".join(cover.words), self._edition, cover.first_line or line))
        self._cover = _Cover()
        if draft and not self._fresh_category:
            self.category = ""

    def _place_of_list(self, line: int, cover: _Cover, *, first: bool) -> Place:
        """Return the place that a new list's cover prints; higher levels may stand in earlier titles alone."""
        if first:
            return cover.place
        if not cover.place.township:
            self.note(f"第{line}行起重新编列各部分，但没有写明乡镇名称。")
            return places.lay_over(self._known, cover.place).model_copy(update={"township": None})
        place = places.lay_over(self._known, cover.place)
        if place != cover.place:
            self.note(f"第{cover.first_line}行起的标题没有写全{cover.place.township}的上级区划，沿用此前标题写明的。")
        return place

    def _starts_list(self, draft: _Draft, cover: _Cover, section: Section) -> bool:
        restarts = section in draft.sections and section is not draft.sections[-1]
        printed, known = cover.place, draft.place
        other = printed.township is not None and (
            printed.township != known.township
            or (known.county is not None and printed.county not in (None, known.county))
        )
        if draft.place.township is None:
            other = other and cover.titled
        return restarts or (other and (cover.titled or section in draft.sections))
