"""What was read beside what the document says of itself: the check report.

A list states its own counts, and its rows their numbers. The report puts them beside what was found and names the rows
that a person should look at. It repairs nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from graphkb.records import (
    Characters,
    DocumentRecord,
    DutyRecord,
    Leftover,
    ListRecord,
    Place,
    Reading,
    Record,
    Section,
)


class CountCheck(Record):
    """Rows of a section (``category`` None) or category: declared, ``None`` where the list says nothing, and found.

    ``line`` is that of the declaration, or of the first row where there is none.
    """

    section: Section
    category: str | None
    declared: int | None
    found: int
    line: int
    agrees: bool


class NumberFinding(Record):
    """A printed number that occurs again, or is left out of the sequence, or a row without one.

    ``category`` is None where numbers run through the section; ``line``: the repeated row's, or the row's after a gap.
    """

    section: Section
    category: str | None
    kind: Literal["repeated", "missing", "unnumbered"]
    number: str
    line: int


class RowRef(Record):
    """A row by section and position, with what is printed to find it by."""

    section: Section
    position: int
    number: str
    name: str
    line: int | None


class BodyFinding(Record):
    """Bodies that stand in one column of a cooperative row and not in the other."""

    row: RowRef
    bodies: tuple[str, ...]


class DoubtfulRow(Record):
    """A row about which the reader itself has doubts."""

    row: RowRef
    doubts: tuple[str, ...]


class ListReport(Record):
    """One township's list: counts, numbers, and the rows to look at."""

    place: Place
    title: str
    edition: str
    rows: dict[Section, int]
    counts: tuple[CountCheck, ...]
    numbers: tuple[NumberFinding, ...]
    without_department: tuple[RowRef, ...]
    """Cooperative rows that name no department."""
    without_role: tuple[RowRef, ...]
    """Cooperative rows that say nothing of what the township does."""
    without_receiver: tuple[RowRef, ...]
    """Reclaimed rows that are not abolished and name nobody who takes them."""
    bodies_without_clause: tuple[BodyFinding, ...]
    """Bodies of the department column that no clause of the responsibilities names."""
    clauses_without_body: tuple[BodyFinding, ...]
    """Bodies that clauses name and the department column lacks."""
    doubtful: tuple[DoubtfulRow, ...]
    disagreements: int


class Shares(Record):
    """Where the document's non-blank characters ended, in per cent with two decimals; the three add up to 100."""

    in_rows: float
    furniture: float
    leftover: float


class CheckReport(Record):
    """The report on one document.

    ``disagreements`` counts where the document contradicts itself (counts that are not met, numbers that are repeated, left
    out or not printed) and the leftovers, which were not read. Rows to look at are reported and not counted: they may be
    quite right.
    """

    document: DocumentRecord
    lists: tuple[ListReport, ...]
    leftovers: tuple[Leftover, ...]
    characters: Characters
    shares: Shares
    notes: tuple[str, ...]
    disagreements: int


def reconcile(reading: Reading) -> CheckReport:
    """Return the check report of what was read from one document."""
    lists = tuple(_reconcile_list(record) for record in reading.lists)
    return CheckReport(
        document=reading.document,
        lists=lists,
        leftovers=reading.leftovers,
        characters=reading.characters,
        shares=_shares(reading.characters),
        notes=reading.notes,
        disagreements=sum(report.disagreements for report in lists) + len(reading.leftovers),
    )


def _reconcile_list(record: ListRecord) -> ListReport:
    cooperative = [duty for duty in record.duties if duty.section is Section.COOPERATIVE]
    counts = tuple(_counts(record))
    numbers = tuple(finding for section in Section for finding in _numbers(_of(record, section)))
    return ListReport(
        place=record.place,
        title=record.title,
        edition=record.edition,
        rows={section: len(_of(record, section)) for section in Section},
        counts=counts,
        numbers=numbers,
        without_department=_refs(duty for duty in cooperative if not duty.departments),
        without_role=_refs(duty for duty in cooperative if not duty.role),
        without_receiver=_refs(
            duty for duty in _of(record, Section.RECLAIMED) if not duty.departments and duty.status == "active"
        ),
        bodies_without_clause=_bodies((duty, _without_clause(duty)) for duty in cooperative),
        clauses_without_body=_bodies((duty, _not_in_column(duty)) for duty in cooperative),
        doubtful=tuple(DoubtfulRow(row=_ref(duty), doubts=duty.doubts) for duty in record.duties if duty.doubts),
        disagreements=sum(not count.agrees for count in counts) + len(numbers),
    )


def _of(record: ListRecord, section: Section) -> list[DutyRecord]:
    return [duty for duty in record.duties if duty.section is section]


def _ref(duty: DutyRecord) -> RowRef:
    line = duty.source.first_line
    return RowRef(section=duty.section, position=duty.position, number=duty.number, name=duty.name, line=line)


def _refs(duties: Iterable[DutyRecord]) -> tuple[RowRef, ...]:
    return tuple(map(_ref, duties))


# --- counts ----------------------------------------------------------------------------------------------------------


def _counts(record: ListRecord) -> list[CountCheck]:
    """Return declared beside found for each section and its categories, in printed order."""
    checks: list[CountCheck] = []
    for section in Section:
        duties = _of(record, section)
        declared = [count for count in record.declared if count.section is section]
        if not duties and not declared:
            continue
        found = Counter[str | None](duty.category for duty in duties)
        found[None] = len(duties)
        first = {duty.category: duty.source.first_line or 0 for duty in reversed(duties)}
        names = dict.fromkeys([None, *(count.category for count in declared), *(duty.category for duty in duties)])
        for name in names:
            stated = [count for count in declared if count.category == name]
            checks += [_count(section, name, count.declared, found[name], count.line) for count in stated] or [
                _count(section, name, None, found[name], first.get(name or "", record.first_line))
            ]
    return checks


def _count(section: Section, category: str | None, declared: int | None, found: int, line: int) -> CountCheck:
    agrees = declared is None or declared == found
    return CountCheck(section=section, category=category, declared=declared, found=found, line=line, agrees=agrees)


# --- numbers ---------------------------------------------------------------------------------------------------------


def _numbers(duties: Sequence[DutyRecord]) -> list[NumberFinding]:
    """Return what is irregular in a section's printed numbers."""
    runs, by_category = _runs(duties)
    findings: list[NumberFinding] = []
    for run in runs:
        category = run[0].category if by_category else None
        findings += _run_findings(run, category)
    return findings


_GAP = 50
"""A greater leap in the numbers is one finding: a misread number, or pages left out."""


def _runs(duties: Sequence[DutyRecord]) -> tuple[list[list[DutyRecord]], bool]:
    """Return the rows in the runs in which their numbers count, and whether these are the categories.

    Numbering restarts in each category where most categories after the first begin with 1.
    """
    if not duties:
        return [], False
    parts: list[list[DutyRecord]] = []
    for duty in duties:
        if not parts or parts[-1][-1].category != duty.category:
            parts.append([])
        parts[-1].append(duty)
    restarting = sum(part[0].number == "1" for part in parts[1:])
    return (parts, True) if 2 * restarting > len(parts) - 1 > 0 else ([list(duties)], False)


def _run_findings(run: Sequence[DutyRecord], category: str | None) -> list[NumberFinding]:
    def finding(kind: Literal["repeated", "missing", "unnumbered"], number: str, duty: DutyRecord) -> NumberFinding:
        line = duty.source.first_line or 0
        return NumberFinding(section=duty.section, category=category, kind=kind, number=number, line=line)

    findings: list[NumberFinding] = []
    printed = {_integer(duty.number) for duty in run}
    seen: set[str] = set()
    highest = 0
    for duty in run:
        if not duty.number:
            findings.append(finding("unnumbered", "", duty))
            continue
        if duty.number in seen:
            findings.append(finding("repeated", duty.number, duty))
        seen.add(duty.number)
        number = _integer(duty.number)
        if number - highest <= _GAP:
            findings += [finding("missing", str(n), duty) for n in range(highest + 1, number) if n not in printed]
        else:
            findings.append(finding("missing", f"{highest + 1}-{number - 1}", duty))
        highest = max(highest, number)
    return findings


def _integer(number: str) -> int:
    match = re.match(r"\d+", number)
    return int(match[0]) if match else 0


# --- bodies ----------------------------------------------------------------------------------------------------------


def _column(duty: DutyRecord) -> set[str]:
    return {name for mention in duty.departments for name in (mention.name, *mention.aliases)}


def _without_clause(duty: DutyRecord) -> list[str]:
    """Return the column's bodies that no clause names; none where a clause names nobody and so may be anybody's."""
    groups = [group.departments for group in duty.responsibilities]
    if not all(groups):
        return []
    named = {name for group in groups for name in group}
    return [mention.name for mention in duty.departments if not named & {mention.name, *mention.aliases}]


def _not_in_column(duty: DutyRecord) -> list[str]:
    column = _column(duty)
    return list(dict.fromkeys(n for group in duty.responsibilities for n in group.departments if n not in column))


def _bodies(found: Iterable[tuple[DutyRecord, list[str]]]) -> tuple[BodyFinding, ...]:
    return tuple(BodyFinding(row=_ref(duty), bodies=tuple(bodies)) for duty, bodies in found if bodies)


# --- characters ------------------------------------------------------------------------------------------------------


def _shares(characters: Characters) -> Shares:
    """Return the three shares, rounded so that they add up: the largest takes the rounding."""
    counts = characters.model_dump()
    total = sum(counts.values())
    hundredths = {kind: round(10_000 * count / total) for kind, count in counts.items()}
    largest = max(counts, key=lambda kind: counts[kind])
    hundredths[largest] += 10_000 - sum(hundredths.values())
    return Shares(**{kind: value / 100 for kind, value in hundredths.items()})
