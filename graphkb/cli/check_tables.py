"""The check report as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkb.check import CheckReport, ListReport, RowRef, Shares, Totals
from graphkb.check.words import (
    NO_NAME,
    NUMBER_KINDS,
    agreement,
    category_name,
    place_name,
    rows_to_look_at,
    where_text,
)
from graphkb.cli.render import print_table
from graphkb.records import SECTION_NAMES, Section

_SUMMARY = ("文件", "清单", "版本", *SECTION_NAMES.values(), "不一致", "待核对行", "字符去向 % 事项/版面/未归位")

SummaryRow = tuple[object, ...]


def summary_rows(report: CheckReport) -> Iterator[SummaryRow]:
    """Yield a line for each list: rows a section, disagreements, rows to look at, and the document's three shares.

    What the document as a whole disagrees in (leftovers) counts in the line of its first list.
    """
    for index, found in enumerate(report.lists):
        yield (
            report.document.name,
            place_name(found.place),
            found.edition,
            *(found.rows[section] for section in Section),
            found.disagreements + (len(report.leftovers) if index == 0 else 0),
            len(rows_to_look_at(found)),
            _shares(report.shares),
        )


def print_summary(rows: Sequence[SummaryRow], totals: Totals, failed: Sequence[str]) -> None:
    """Print the lines of all lists, their totals, and what could not be read."""
    total = (
        f"共{totals.documents}份文件",
        f"{totals.lists}份清单",
        "",
        *(totals.rows[section] for section in Section),
        totals.disagreements,
        totals.to_look_at,
        _shares(totals.shares) if totals.shares else "",
    )
    print_table("核对报告 · check report", _SUMMARY, [*rows, total] if len(rows) > 1 else rows)
    _print_if("未能读取 · not read", ("原因",), [(reason,) for reason in failed])
    same = [(place_name(s.place), s.edition, list(s.documents)) for s in totals.same_lists]
    _print_if("同一乡镇、同一版本有多份清单 · lists given twice", ("清单", "版本", "文件"), same)


def _shares(shares: Shares) -> str:
    return f"{shares.in_rows:.2f} / {shares.furniture:.2f} / {shares.leftover:.2f}"


def print_report(report: CheckReport) -> None:
    """Print what a document's report names, as tables; empty ones are left out."""
    name = report.document.name
    leftovers = [(where_text(left), left.text, left.reason) for left in report.leftovers]
    _print_if(f"{name} 未归位的文字 · leftovers", ("位置", "文字", "原因"), leftovers)
    for found in report.lists:
        _print_list(f"{name} {place_name(found.place)}", found)


def _print_list(title: str, found: ListReport) -> None:
    missing = [(SECTION_NAMES[section],) for section in found.missing_sections]
    _print_if(f"{title} 没有的部分 · sections missing", ("部分",), missing)
    counts = [
        (SECTION_NAMES[c.section], category_name(c), c.declared, c.found, agreement(c), where_text(c))
        for c in found.counts
    ]
    print_table(f"{title} 自述数与实数 · declared and found", ("部分", "类别", "自述", "实数", "核对", "位置"), counts)
    numbers = [
        (SECTION_NAMES[n.section], n.category, NUMBER_KINDS[n.kind], n.number, where_text(n)) for n in found.numbers
    ]
    _print_if(f"{title} 编号 · numbers", ("部分", "类别", "情况", "编号", "位置"), numbers)
    rows = [(*_ref(row), reasons) for row, reasons in rows_to_look_at(found).values()]
    _print_if(f"{title} 待核对的事项 · rows to look at", ("部分", "序位", "编号", "事项", "位置", "原因"), rows)


def _ref(row: RowRef) -> tuple[object, ...]:
    return SECTION_NAMES[row.section], row.position, row.number, row.name or NO_NAME, where_text(row)


def _print_if(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    if rows:
        print_table(title, columns, rows)
