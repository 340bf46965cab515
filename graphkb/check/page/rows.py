"""One row for the eye: the original text beside what was read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from graphkb.check.page.html import Content, Html, element
from graphkb.check.words import NO_NAME, where_text
from graphkb.records import DepartmentMention, DutyRecord, Item, LawCitation, ResponsibilityGroup, Section

_COLUMNS = {
    "name": "事项名称",
    "departments": "对应上级部门",
    "responsibilities": "上级部门职责",
    "role": "乡镇配合职责",
    "method": "承接部门及工作方式",
}
_NONE = element("span", "（无）", class_="none")


def row_details(duty: DutyRecord, anchor: str, reasons: Sequence[str]) -> Html:
    """Return a row that unfolds; one with reasons to look at it is unfolded from the start."""
    title = (
        element("span", duty.number or "–", class_="number"),
        element("span", "★" if duty.starred else None, duty.name or NO_NAME, class_="name"),
        element("span", duty.category, class_="tag") if duty.category else None,
        element("span", "不再开展", class_="tag") if duty.status == "abolished" else None,
        element("span", f"待核对 {len(reasons)}", class_="tag warn") if reasons else None,
        element("span", where_text(duty.source), class_="where"),
    )
    return element(
        "details",
        element("summary", title),
        element("ul", (element("li", reason) for reason in reasons), class_="reasons") if reasons else None,
        element("div", element("span", "原文"), element("span", "读取结果"), class_="sides"),
        _pairs(duty),
        _laws(duty.laws) if duty.laws else None,
        class_="row",
        id=anchor,
        open=bool(reasons),
        data_section=duty.section.value,
        data_look=bool(reasons),
    )


def _pairs(duty: DutyRecord) -> Iterator[Html]:
    """Yield each printed cell beside what was read from it; markup is shown as the text that it is."""
    for column, title in _COLUMNS.items():
        printed = duty.printed.get(column)
        read = list(_READ[column](duty))
        if printed is None and not read:
            continue
        yield element(
            "section",
            element("h5", title),
            element("div", element("pre", printed) if printed else _NONE, class_="printed"),
            element("div", read or _NONE, class_="reading"),
            class_="pair",
        )


def _read_name(duty: DutyRecord) -> Iterator[Html]:
    yield element("p", duty.name or _NONE)


def _read_departments(duty: DutyRecord) -> Iterator[Html]:
    """Yield the bodies of a cooperative row, and what they provide, which stands in their cell."""
    if duty.section is not Section.RECLAIMED and (duty.departments or duty.section is Section.COOPERATIVE):
        yield _departments(duty.departments)
    if duty.safeguards:
        yield _field("履职保障", _items(duty.safeguards))


def _read_responsibilities(duty: DutyRecord) -> Iterator[Html]:
    if duty.section is Section.COOPERATIVE and not duty.responsibilities:
        yield _NONE
    yield from map(_group, duty.responsibilities)


def _read_role(duty: DutyRecord) -> Iterator[Html]:
    if duty.role or duty.section is Section.COOPERATIVE:
        yield _items(duty.role) if duty.role else _NONE


def _read_method(duty: DutyRecord) -> Iterator[Html]:
    """Yield who takes a reclaimed row and how they work."""
    if duty.section is not Section.RECLAIMED:
        return
    if duty.status == "abolished":
        yield element("p", "不再开展")
    if duty.departments or duty.status == "active":
        yield _field("承接部门", _departments(duty.departments))
    if duty.method:
        yield _field("工作方式", _items(duty.method))


_READ: dict[str, Callable[[DutyRecord], Iterator[Html]]] = {
    "name": _read_name,
    "departments": _read_departments,
    "responsibilities": _read_responsibilities,
    "role": _read_role,
    "method": _read_method,
}
"""Printed column → what was read from it."""


def _field(name: str, content: Content) -> Html:
    return element("div", element("h6", name, class_="hint"), content, class_="field")


def _departments(mentions: Sequence[DepartmentMention]) -> Html:
    if not mentions:
        return _NONE
    return element("ul", (element("li", _department(mention)) for mention in mentions), class_="bodies")


def _department(mention: DepartmentMention) -> Content:
    return (
        mention.name,
        element("span", f"又名{'、'.join(mention.aliases)}", class_="tag") if mention.aliases else None,
        None if mention.named else element("span", "未点名", class_="tag"),
    )


def _group(group: ResponsibilityGroup) -> Html:
    bodies = "、".join(group.departments)
    heading = element("h6", bodies) if bodies else element("h6", "未写明部门", class_="none")
    return element("div", heading, _items(group.items), class_="field")


def _items(items: Sequence[Item]) -> Html:
    return element("ul", (element("li", element("b", item.number or "·"), item.text) for item in items), class_="items")


def _laws(laws: Sequence[LawCitation]) -> Html:
    """Return the laws that any of the row's cells names."""
    return element("section", element("h5", "各栏中的依据"), element("ul", map(_law, laws)), class_="laws")


def _law(law: LawCitation) -> Html:
    return element("li", f"《{law.title}》{'、'.join(law.articles)}")
