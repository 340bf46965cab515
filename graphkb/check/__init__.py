"""What was read beside what the documents say of themselves: the check report.

A list states its own counts, and its rows their numbers. The report puts them beside what was found and names the rows
that a person should look at. It repairs nothing.
"""

from graphkb.check.reconcile import reconcile
from graphkb.check.records import (
    BodyFinding,
    CheckReport,
    CheckResult,
    CountCheck,
    DoubtfulRow,
    ListReport,
    Located,
    NumberFinding,
    RepeatedName,
    RowRef,
    SameList,
    Shares,
    Totals,
)
from graphkb.check.summary import Tally

__all__ = [
    "BodyFinding",
    "CheckReport",
    "CheckResult",
    "CountCheck",
    "DoubtfulRow",
    "ListReport",
    "Located",
    "NumberFinding",
    "RepeatedName",
    "RowRef",
    "SameList",
    "Shares",
    "Tally",
    "Totals",
    "reconcile",
]
