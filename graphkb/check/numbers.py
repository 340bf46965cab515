"""The printed numbers of a section's rows: what is repeated, left out, out of turn, or begins again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graphkb.check.locate import where
from graphkb.check.records import NumberFinding, NumberKind
from graphkb.records import DutyRecord

_GAP = 50
"""A greater leap in the numbers is one finding: a misread number, or pages left out."""


def number_findings(duties: Sequence[DutyRecord]) -> list[NumberFinding]:
    """Return what is irregular in the printed numbers of a section's rows, in printed order."""
    if duties and not any(duty.number for duty in duties):
        return [_finding("unnumbered", "", duties[0], None)]  # the list prints none: no fault of each row
    parts, by_category = _parts(duties)
    findings: list[NumberFinding] = []
    for part in parts:
        category = part[0].category if by_category else None
        for index, run in enumerate(_runs(part)):
            if index:
                findings.append(_finding("restarted", run[0].number, run[0], category))
            findings += _run_findings(run, category)
    return findings


def _parts(duties: Sequence[DutyRecord]) -> tuple[list[list[DutyRecord]], bool]:
    """Return the rows in the parts in which their numbers count, and whether these are the categories.

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


def _runs(duties: Sequence[DutyRecord]) -> list[list[DutyRecord]]:
    """Part the rows where their numbers begin again: 1, and 2 in the row after it."""
    runs: list[list[DutyRecord]] = [[]]
    for duty, following in zip(duties, [*duties[1:], None], strict=True):
        begun = any(_value(row.number) > 1 for row in runs[-1])
        if duty.number == "1" and begun and following is not None and following.number == "2":
            runs.append([])
        runs[-1].append(duty)
    return runs


def _run_findings(run: Sequence[DutyRecord], category: str | None) -> list[NumberFinding]:
    numbered = [duty for duty in run if duty.number]
    following = {id(duty): _value(after.number) for duty, after in pairwise(numbered)}
    printed = {_value(duty.number) for duty in numbered}
    findings: list[NumberFinding] = []
    seen: set[str] = set()
    highest = 0
    for duty in run:
        number = _value(duty.number)
        if not duty.number:
            findings.append(_finding("unnumbered", "", duty, category))
        elif duty.number in seen:
            findings.append(_finding("repeated", duty.number, duty, category))
        elif number < highest or highest < following.get(id(duty), 0) < number:  # the next row goes on as if without it
            findings.append(_finding("disordered", duty.number, duty, category))
        else:
            if number - highest <= _GAP:
                left_out = [str(n) for n in range(highest + 1, number) if n not in printed]
            else:
                left_out = [f"{highest + 1}-{number - 1}"]
            findings += [_finding("missing", text, duty, category) for text in left_out]
            seen.add(duty.number)
            highest = number
    return findings


def _finding(kind: NumberKind, number: str, duty: DutyRecord, category: str | None) -> NumberFinding:
    return NumberFinding(section=duty.section, category=category, kind=kind, number=number, **where(duty.source))


def _value(number: str) -> int:
    match = re.match(r"\d+", number)
    return int(match[0]) if match else 0
