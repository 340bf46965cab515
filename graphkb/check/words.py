"""How the report speaks to people: the Chinese words of its figures and findings, the same in the terminal and on pages."""

from __future__ import annotations

from collections.abc import Iterator

from graphkb.bodies import path_of
from graphkb.check.records import CountCheck, ListReport, Located, RowRef
from graphkb.records import Place, PrintedText, Section, Source

NUMBER_KINDS = {
    "repeated": "编号重复",
    "missing": "编号缺失",
    "unnumbered": "没有编号",
    "disordered": "编号错位",
    "restarted": "编号重新开始",
}
NO_NAME = "（没有事项名称）"

_LACKING = {
    "without_name": "没有事项名称",
    "without_category": "没有类别",
    "without_department": "没有对应部门",
    "without_responsibilities": "没有部门职责",
    "without_role": "没有乡镇职责",
    "without_receiver": "没有承接部门",
}
"""Fields of a list's report that name rows without something, and what they lack."""


def place_name(place: Place) -> str:
    """Return the place as one name, from the province down."""
    return "".join(path_of(place)) or "（未印地名）"


def where_text(found: Located | PrintedText | Source) -> str:
    """Return where something stands: its cells, or its page and lines; "" where nothing is known."""
    if found.cells:
        return found.cells
    page = f"第{found.page}页" if found.page else ""
    line, last = (found.first_line, found.last_line) if isinstance(found, Source) else (found.line, None)
    if line is None:
        return page
    lines = f"{line}–{last}" if last and last != line else f"{line}"
    return f"{page} 第{lines}行".strip()


def category_name(count: CountCheck) -> str:
    """Return what is counted: a category, the whole section, or the section's rows without category."""
    return "合计" if count.category is None else count.category or "（没有类别）"


def agreement(count: CountCheck) -> str:
    """Return in words whether a declared count is met, and whether the document contradicts itself."""
    if count.declared is None:
        return "未自述"
    said = "一致" if count.agrees else "不一致"
    if count.categories_declared is not None and count.categories_declared != count.declared:
        said += f"；各类别自述合计为{count.categories_declared}，文件自身矛盾"
    return said


def reasons(report: ListReport) -> Iterator[tuple[RowRef, str]]:
    """Yield the rows that a person should look at, each with one reason; a row may come several times."""
    for finding in report.doubtful:
        for doubt in finding.doubts:
            yield finding.row, doubt.rstrip("。")
    for field, lack in _LACKING.items():
        for row in getattr(report, field):
            yield row, lack
    for body in report.bodies_without_clause:
        yield body.row, f"部门栏有而职责栏未写其职责：{'、'.join(body.bodies)}"
    for body in report.clauses_without_body:
        yield body.row, f"职责栏有而部门栏没有：{'、'.join(body.bodies)}"
    for name in report.repeated_names:
        positions = "、".join(row.number or f"第{row.position}项" for row in name.rows)
        for row in name.rows:
            yield row, f"同一部分有{len(name.rows)}项名称相同（编号{positions}）"
    for row in report.resumed_categories:
        yield row, "类别在其他类别之后再次出现，中间或许缺了标题"


def rows_to_look_at(report: ListReport) -> dict[tuple[Section, int], tuple[RowRef, list[str]]]:
    """Return the rows that a person should look at with all their reasons, by section and position, in printed order."""
    rows: dict[tuple[Section, int], tuple[RowRef, list[str]]] = {}
    for row, reason in reasons(report):
        rows.setdefault((row.section, row.position), (row, []))[1].append(reason)
    order = list(Section)
    return dict(sorted(rows.items(), key=lambda item: (order.index(item[0][0]), item[0][1])))
