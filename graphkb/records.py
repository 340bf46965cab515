"""The records that readers produce and the graph is loaded from.

One :class:`DutyRecord` is one printed row of one township's list; ``graphkb parse --format jsonl`` prints exactly these
objects, one a line, and others build on that. Field names and meanings are therefore a contract: add, never rename.

Texts are cleaned: no line breaks, no stray spaces, pieces that a page break parted are joined. The text as printed
stands beside them in :attr:`DutyRecord.printed`. Lines are counted from 1 in the document as received.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """Base of all records: immutable, and no field beyond the declared ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Section(StrEnum):
    """The three sections of a duty list."""

    BASIC = "basic"  # 基本履职: what the township does itself
    COOPERATIVE = "cooperative"  # 配合履职: a higher department leads, the township assists
    RECLAIMED = "reclaimed"  # 上级部门收回: taken back, or done by nobody any more


SECTION_NAMES = {Section.BASIC: "基本履职", Section.COOPERATIVE: "配合履职", Section.RECLAIMED: "上级收回"}
"""The sections as people see them named."""


class Place(Record):
    """A township by the names of the divisions above it; ``None`` is a level that is not printed or does not exist."""

    province: str | None = None
    prefecture: str | None = None
    county: str | None = None
    township: str | None = None


UNDIVIDED_CITIES = frozenset({"东莞市", "中山市", "儋州市", "嘉峪关市"})
"""Prefecture-level cities without counties (GB/T 2260): townships stand directly under them."""


class Item(Record):
    """One clause. ``number`` is its number as printed without dot or brackets, "" where none is printed."""

    number: str
    text: str


class DepartmentMention(Record):
    """A body as the row's department cell names it.

    ``aliases`` are second plates printed in brackets: 区住建局（城管局）. ``named`` is false for bodies without a name
    of their own (其他相关单位, 行业主管部门).
    """

    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True


class ResponsibilityGroup(Record):
    """Clauses that stand under one heading; ``departments`` are all bodies of it, as named in the column where known."""

    departments: tuple[str, ...]
    items: tuple[Item, ...]


class LawCitation(Record):
    """A law or normative document named in the row, with its articles as printed (第十二条); title without 《》."""

    title: str
    articles: tuple[str, ...] = ()


class Region(Record):
    """A rectangle on a page (counted from 1), in points of 1/72 inch from the page's upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Source(Record):
    """Where the row was read.

    Lines are those of the document as received; formats without lines of their own count one for each paragraph or table
    row, as ``graphkb check --html`` shows them. ``page`` is the first of the row's pages, ``regions`` where it stands on
    each of them; ``cells`` is its range in a spreadsheet ('配合履职'!A5:E6); ``confidence`` (0-1) is how sure the
    recognition of its characters is where they were read from an image.
    """

    document: str
    first_line: int | None = None
    last_line: int | None = None
    page: int | None = None
    regions: tuple[Region, ...] = ()
    cells: str | None = None
    confidence: float | None = None


class DutyRecord(Record):
    """One published row. ``position`` counts the rows of the section from 1; ``number`` is what is printed, and no key."""

    place: Place
    section: Section
    number: str
    position: int
    category: str
    name: str
    starred: bool = False
    departments: tuple[DepartmentMention, ...] = ()
    responsibilities: tuple[ResponsibilityGroup, ...] = ()
    other_names: dict[str, str] = Field(default_factory=dict)
    """Other names under which the clauses print bodies of ``departments`` → the name there (县经信委 → 县经济信息委)."""
    role: tuple[Item, ...] = ()
    safeguards: tuple[Item, ...] = ()
    method: tuple[Item, ...] = ()
    status: Literal["active", "abolished"] = "active"
    laws: tuple[LawCitation, ...] = ()
    source: Source
    printed: dict[str, str] = Field(default_factory=dict)
    """Each cell as printed, by column: name, departments, responsibilities, safeguards, role, method, basis.

    Markup and line breaks are kept; ``safeguards`` is there only where 履职保障 is a column of its own, ``basis``
    where 设定依据 is.
    """
    doubts: tuple[str, ...] = ()
    """Why a person should look at this row: one short sentence each."""


class DeclaredCount(Record):
    """A count that the document states about itself: of a category, or of a whole section (``category`` is None)."""

    section: Section
    category: str | None
    declared: int
    line: int


class PrintedText(Record):
    """Text that stands outside the rows: page furniture. Line, page and cells as in :class:`Source`."""

    line: int
    text: str
    page: int | None = None
    cells: str | None = None


class Leftover(PrintedText):
    """Text that is neither part of a row nor known page furniture, with the reason why it could not be placed."""

    reason: str


class ListRecord(Record):
    """One township's list in one edition. ``edition`` is the printed date (2025-08, 2025-08-01), "" where none is printed."""

    place: Place
    title: str
    edition: str
    duties: tuple[DutyRecord, ...]
    declared: tuple[DeclaredCount, ...]
    first_line: int
    last_line: int


class Characters(Record):
    """How many non-blank characters of the document ended where; the three add up to its total."""

    in_rows: int
    furniture: int
    leftover: int


class DocumentRecord(Record):
    """A file as received. ``sha256`` is the hex digest of its bytes; ``name`` its file name without folders.

    ``format`` is one of text, csv, html, docx, xlsx, xls, pdf, image, told by content; ``encoding`` is Python's name of a
    text's encoding, "" for formats that say it themselves.
    """

    sha256: str
    name: str
    size: int
    format: str
    encoding: str
    title: str


class Reading(Record):
    """All that was read from one document; ``notes`` are remarks on the reading as a whole (place options not used, …).

    ``furniture`` is what was taken as titles, headings, header rows, page numbers and rules, in printed order.
    """

    document: DocumentRecord
    lists: tuple[ListRecord, ...]
    leftovers: tuple[Leftover, ...]
    characters: Characters
    notes: tuple[str, ...] = ()
    furniture: tuple[PrintedText, ...] = ()
