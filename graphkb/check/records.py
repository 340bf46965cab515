"""The records of the check report; ``graphkb check --json`` prints one :class:`CheckResult`."""

from __future__ import annotations

from typing import Literal

from graphkb.records import Characters, DocumentRecord, Leftover, Place, PrintedText, Record, Section


class Located(Record):
    """Where a finding stands in the document; line, page and cells as in :class:`graphkb.records.Source`."""

    line: int | None = None
    page: int | None = None
    cells: str | None = None


class CountCheck(Located):
    """Rows of a section (``category`` None) or category: declared, ``None`` where the list says nothing, and found.

    It stands where the count is declared, or at the first row where none is. ``categories_declared`` is, for a section
    that declares a total and whose categories all declare theirs, the sum of these: where it is not ``declared``, the
    document contradicts itself, whatever was read.
    """

    section: Section
    category: str | None
    declared: int | None
    found: int
    agrees: bool
    categories_declared: int | None = None


NumberKind = Literal["repeated", "missing", "unnumbered", "disordered", "restarted"]
"""What is irregular about a printed number; a restart is one at 1 within a section or category."""


class NumberFinding(Located):
    """A printed number that occurs again, is left out, out of its turn or begins again, or a row without one.

    ``category`` is None where numbers run through the section. It stands at the row itself, or at the row after a gap.
    """

    section: Section
    category: str | None
    kind: NumberKind
    number: str


class RowRef(Located):
    """A row by section and position, with what is printed to find it by."""

    section: Section
    position: int
    number: str
    name: str


class BodyFinding(Record):
    """Bodies that stand in one column of a cooperative row and not in the other."""

    row: RowRef
    bodies: tuple[str, ...]


class DoubtfulRow(Record):
    """A row about which the reader itself has doubts."""

    row: RowRef
    doubts: tuple[str, ...]


class RepeatedName(Record):
    """Rows of one section that have the same name, in printed order."""

    name: str
    rows: tuple[RowRef, ...]


class ListReport(Record):
    """One township's list: counts, numbers, and the rows to look at."""

    place: Place
    title: str
    edition: str
    rows: dict[Section, int]
    missing_sections: tuple[Section, ...]
    """Sections of which neither a row nor a declared count was found; some townships publish them as files of their own."""
    counts: tuple[CountCheck, ...]
    numbers: tuple[NumberFinding, ...]
    without_name: tuple[RowRef, ...]
    without_category: tuple[RowRef, ...]
    """Rows outside all categories, in a list that has some."""
    without_department: tuple[RowRef, ...]
    """Cooperative rows that name no department."""
    without_responsibilities: tuple[RowRef, ...]
    """Cooperative rows that say nothing of what the departments do."""
    without_role: tuple[RowRef, ...]
    """Cooperative rows that say nothing of what the township does."""
    without_receiver: tuple[RowRef, ...]
    """Reclaimed rows that are not abolished and name nobody who takes them."""
    bodies_without_clause: tuple[BodyFinding, ...]
    """Bodies of the department column that no clause of the responsibilities names."""
    clauses_without_body: tuple[BodyFinding, ...]
    """Bodies that clauses name and the department column lacks."""
    doubtful: tuple[DoubtfulRow, ...]
    repeated_names: tuple[RepeatedName, ...]
    resumed_categories: tuple[RowRef, ...]
    """Rows at which a category begins again after another one: perhaps the heading between them was lost."""
    disagreements: int


class Shares(Record):
    """Where non-blank characters ended, in per cent with two decimals; the three add up to 100."""

    in_rows: float
    furniture: float
    leftover: float


class CheckReport(Record):
    """The report on one document.

    ``disagreements`` counts where the document contradicts itself (counts that are not met, numbers that are repeated, left
    out, out of turn or not printed) and the leftovers, which were not read. Rows to look at are reported and not counted:
    they may be quite right.
    """

    document: DocumentRecord
    lists: tuple[ListReport, ...]
    leftovers: tuple[Leftover, ...]
    furniture: tuple[PrintedText, ...]
    characters: Characters
    shares: Shares
    notes: tuple[str, ...]
    disagreements: int


class SameList(Record):
    """A township and edition of which there are several lists: loaded, each would replace the one before."""

    place: Place
    edition: str
    documents: tuple[str, ...]


class Totals(Record):
    """All documents together; ``shares`` is None where none could be read.

    ``doubtful`` counts rows about which the reader has doubts, ``to_look_at`` rows that any finding names, these among them.
    """

    documents: int
    failed: int
    lists: int
    rows: dict[Section, int]
    disagreements: int
    doubtful: int
    to_look_at: int
    characters: Characters
    shares: Shares | None
    same_lists: tuple[SameList, ...]


class CheckResult(Record):
    """All that ``graphkb check`` tells: a report for each document read, and for each other one why it was not."""

    documents: tuple[CheckReport, ...]
    failed: tuple[str, ...]
    totals: Totals
