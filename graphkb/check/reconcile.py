"""From a reading to its report: what the document says of itself beside what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from graphkb.check.locate import Where, row_ref, where, where_printed
from graphkb.check.numbers import number_findings
from graphkb.check.records import (
    BodyFinding,
    CheckReport,
    CountCheck,
    DoubtfulRow,
    ListReport,
    RepeatedName,
    RowRef,
)
from graphkb.check.summary import shares
from graphkb.records import DeclaredCount, DutyRecord, ListRecord, PrintedText, Reading, Section


def reconcile(reading: Reading) -> CheckReport:
    """Return the check report of what was read from one document."""
    furniture = {text.line: text for text in reading.furniture}
    lists = tuple(_reconcile_list(record, furniture) for record in reading.lists)
    return CheckReport(
        document=reading.document,
        lists=lists,
        leftovers=reading.leftovers,
        furniture=reading.furniture,
        characters=reading.characters,
        shares=shares(reading.characters),
        notes=reading.notes,
        disagreements=sum(report.disagreements for report in lists) + len(reading.leftovers),
    )


def _reconcile_list(record: ListRecord, furniture: dict[int, PrintedText]) -> ListReport:
    sections = {section: [duty for duty in record.duties if duty.section is section] for section in Section}
    cooperative, reclaimed = sections[Section.COOPERATIVE], sections[Section.RECLAIMED]
    counts = tuple(_counts(record, sections, furniture))
    numbers = tuple(finding for duties in sections.values() for finding in number_findings(duties))
    categorised = any(duty.category for duty in record.duties)
    return ListReport(
        place=record.place,
        title=record.title,
        edition=record.edition,
        rows={section: len(duties) for section, duties in sections.items()},
        missing_sections=tuple(section for section in Section if section not in {count.section for count in counts}),
        counts=counts,
        numbers=numbers,
        without_name=_refs(duty for duty in record.duties if not duty.name),
        without_category=_refs(duty for duty in record.duties if categorised and not duty.category),
        without_department=_refs(duty for duty in cooperative if not duty.departments),
        without_responsibilities=_refs(duty for duty in cooperative if not duty.responsibilities),
        without_role=_refs(duty for duty in cooperative if not duty.role),
        without_receiver=_refs(duty for duty in reclaimed if not duty.departments and duty.status == "active"),
        bodies_without_clause=_bodies((duty, _without_clause(duty)) for duty in cooperative),
        clauses_without_body=_bodies((duty, _not_in_column(duty)) for duty in cooperative),
        doubtful=tuple(DoubtfulRow(row=row_ref(duty), doubts=duty.doubts) for duty in record.duties if duty.doubts),
        repeated_names=tuple(name for duties in sections.values() for name in _repeated_names(duties)),
        resumed_categories=_refs(duty for duties in sections.values() for duty in _resuming(duties)),
        disagreements=sum(not count.agrees for count in counts) + len(numbers),
    )


def _refs(duties: Iterable[DutyRecord]) -> tuple[RowRef, ...]:
    return tuple(map(row_ref, duties))


# --- counts ----------------------------------------------------------------------------------------------------------


def _counts(
    record: ListRecord, sections: Mapping[Section, Sequence[DutyRecord]], furniture: dict[int, PrintedText]
) -> list[CountCheck]:
    """Return declared beside found for each section and its categories, in printed order."""
    checks: list[CountCheck] = []
    for section, duties in sections.items():
        declared = [count for count in record.declared if count.section is section]
        if not duties and not declared:
            continue
        rows: dict[str | None, list[DutyRecord]] = {None: list(duties)}
        for name in (*(count.category for count in declared), *(duty.category for duty in duties)):
            rows.setdefault(name, [])
        for duty in duties:
            rows[duty.category].append(duty)
        for name, found in rows.items():
            stated = [count for count in declared if count.category == name]
            total = _declared_by_categories(declared, rows) if name is None and stated else None
            for count, rows_found in zip(stated, _found(stated, found), strict=True):
                place = where_printed(count.line, furniture)
                checks.append(_count(section, name, count.declared, rows_found, place, total))
            if not stated:
                place = where(found[0].source) if found else where_printed(declared[0].line, furniture)
                checks.append(_count(section, name, None, len(found), place, None))
    return checks


def _found(stated: Sequence[DeclaredCount], rows: Sequence[DutyRecord]) -> list[int]:
    """Return how many rows were found for each count of one category.

    A category may be printed in two places, each with the count of its part; otherwise each count is one of all its rows.
    """
    starts = [count.line for count in stated]
    parts = [0] * len(stated)
    for duty in rows:
        line = duty.source.first_line or 0
        if before := [index for index, start in enumerate(starts) if start <= line]:
            parts[before[-1]] += 1
    if sum(parts) == len(rows) and parts == [count.declared for count in stated]:
        return parts
    return [len(rows)] * len(stated)


def _declared_by_categories(declared: Sequence[DeclaredCount], names: Iterable[str | None]) -> int | None:
    """Return the sum of what the section's categories declare; ``None`` where one of them declares nothing."""
    counts = [count for count in declared if count.category is not None]
    complete = {count.category for count in counts} == {name for name in names if name is not None}
    return sum(count.declared for count in counts) if counts and complete else None


def _count(
    section: Section, category: str | None, declared: int | None, found: int, place: Where, categories: int | None
) -> CountCheck:
    return CountCheck(
        section=section,
        category=category,
        declared=declared,
        found=found,
        agrees=declared is None or declared == found,
        categories_declared=categories,
        **place,
    )


# --- rows ------------------------------------------------------------------------------------------------------------


def _repeated_names(duties: Sequence[DutyRecord]) -> list[RepeatedName]:
    """Return the rows of a section that have the same name."""
    names: dict[str, list[DutyRecord]] = {}
    for duty in duties:
        if duty.name:
            names.setdefault(duty.name, []).append(duty)
    return [RepeatedName(name=name, rows=_refs(rows)) for name, rows in names.items() if len(rows) > 1]


def _resuming(duties: Sequence[DutyRecord]) -> list[DutyRecord]:
    """Return the rows at which a category begins that has ended before."""
    ended: set[str] = set()
    resuming: list[DutyRecord] = []
    for before, duty in pairwise(duties):
        if duty.category != before.category:
            ended.add(before.category)
            if duty.category and duty.category in ended:
                resuming.append(duty)
    return resuming


# --- bodies ----------------------------------------------------------------------------------------------------------

_THE_REST = re.compile(r"^(?:其他|其它|各|相关|有关|上述|以上)")
"""How clauses name the bodies of the column that they do not name one by one: 其他部门, 各成员单位."""


def _without_clause(duty: DutyRecord) -> list[str]:
    """Return the column's bodies that no clause names; none where a clause names nobody or the rest, and so may mean them."""
    groups = [group.departments for group in duty.responsibilities]
    named = {name for group in groups for name in group}
    if not all(groups) or any(_THE_REST.match(name) for name in named):
        return []
    return _not_named(duty, named)


def _not_named(duty: DutyRecord, named: set[str]) -> list[str]:
    return [mention.name for mention in duty.departments if not named & {mention.name, *mention.aliases}]


def _not_in_column(duty: DutyRecord) -> list[str]:
    """Return the bodies of clauses that the column lacks; 其他部门 is none as long as others of the column are left."""
    column = {name for mention in duty.departments for name in (mention.name, *mention.aliases)}
    named = dict.fromkeys(name for group in duty.responsibilities for name in group.departments)
    rest = bool(_not_named(duty, set(named)))
    return [name for name in named if name not in column and not (rest and _THE_REST.match(name))]


def _bodies(found: Iterable[tuple[DutyRecord, list[str]]]) -> tuple[BodyFinding, ...]:
    return tuple(BodyFinding(row=row_ref(duty), bodies=tuple(bodies)) for duty, bodies in found if bodies)
