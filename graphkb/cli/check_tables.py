"""The check report as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphkb.bodies import path_of
from graphkb.check import BodyFinding, CheckReport, CountCheck, ListReport, RowRef
from graphkb.cli.render import print_table
from graphkb.records import Section

SECTIONS = {Section.BASIC: "基本履职", Section.COOPERATIVE: "配合履职", Section.RECLAIMED: "上级收回"}
_KINDS = {"repeated": "编号重复", "missing": "编号缺失", "unnumbered": "没有编号"}


def print_summary(reports: Sequence[CheckReport]) -> None:
    """Print a line for each list: rows a section, disagreements, doubtful rows, and the document's three shares."""
    rows = [
        (
            report.document.name,
            "".join(path_of(found.place)) or "（未印地名）",
            found.edition,
            *(found.rows[section] for section in Section),
            found.disagreements,
            len(found.doubtful),
            f"{report.shares.in_rows:.2f} / {report.shares.furniture:.2f} / {report.shares.leftover:.2f}",
        )
        for report in reports
        for found in report.lists
    ]
    columns = ("文件", "清单", "版本", *SECTIONS.values(), "不一致", "存疑行", "字符去向 % 事项/版面/未读")
    print_table("核对报告 · check report", columns, rows)


def print_report(report: CheckReport) -> None:
    """Print all that a report holds: the summary, then tables of what a person should look at; empty ones are left out."""
    print_summary([report])
    for found in report.lists:
        _print_list(found)
    if report.leftovers:
        rows = [(f"L{left.line}", left.text, left.reason) for left in report.leftovers]
        print_table("未读文本 · leftovers", ("行", "文本", "原因"), rows)


def _print_list(found: ListReport) -> None:
    place = "".join(path_of(found.place))
    counts = [
        (SECTIONS[c.section], c.category or "合计", c.declared, c.found, _agreement(c), f"L{c.line}")
        for c in found.counts
    ]
    print_table(f"{place} 自述数与实数 · declared and found", ("部分", "类别", "自述", "实数", "核对", "行"), counts)
    numbers = [(SECTIONS[n.section], n.category or "", _KINDS[n.kind], n.number, f"L{n.line}") for n in found.numbers]
    _print_if(f"{place} 编号 · numbers", ("部分", "类别", "情况", "编号", "行"), numbers)
    _print_refs(f"{place} 没有对应部门 · without department", found.without_department)
    _print_refs(f"{place} 没有乡镇职责 · without role", found.without_role)
    _print_refs(f"{place} 没有承接部门 · without receiving department", found.without_receiver)
    _print_bodies(f"{place} 部门栏有而职责栏无 · bodies without clause", found.bodies_without_clause)
    _print_bodies(f"{place} 职责栏有而部门栏无 · clauses of bodies that the column lacks", found.clauses_without_body)
    doubts = [(*_ref(d.row), list(d.doubts)) for d in found.doubtful]
    _print_if(f"{place} 存疑行 · doubtful rows", (*_REF, "原因"), doubts)


def _agreement(count: CountCheck) -> str:
    if count.declared is None:
        return "未自述"
    return "一致" if count.agrees else "不一致"


_REF = ("部分", "序位", "编号", "事项", "行")


def _ref(row: RowRef) -> tuple[str, int, str, str, str]:
    return SECTIONS[row.section], row.position, row.number, row.name, f"L{row.line}" if row.line else ""


def _print_refs(title: str, rows: Iterable[RowRef]) -> None:
    _print_if(title, _REF, [_ref(row) for row in rows])


def _print_bodies(title: str, findings: Iterable[BodyFinding]) -> None:
    _print_if(title, (*_REF, "部门"), [(*_ref(f.row), list(f.bodies)) for f in findings])


def _print_if(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    if rows:
        print_table(title, columns, rows)
