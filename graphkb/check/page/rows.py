"""One row for the eye: the original text beside what was read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphkb.check.page.html import Content, Html, element
from graphkb.check.words import NO_NAME, SECTIONS, where_text
from graphkb.records import DepartmentMention, DutyRecord, Item, LawCitation, ResponsibilityGroup, Section

_PRINTED = {
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
        element("div", _printed(duty), _reading(duty), class_="pair"),
        class_="row",
        id=anchor,
        open=bool(reasons),
        data_section=duty.section.value,
        data_look=bool(reasons),
    )


def _printed(duty: DutyRecord) -> Html:
    """Return the cells as printed: markup is shown as the text that it is, line breaks are kept."""
    cells = [(_PRINTED.get(column, column), element("pre", text)) for column, text in duty.printed.items()]
    return element("section", element("h5", "原文"), _fields(cells) if cells else _NONE, class_="printed")


def _reading(duty: DutyRecord) -> Html:
    return element("section", element("h5", "读取结果"), _fields(_read(duty)), class_="reading")


def _fields(fields: Iterable[tuple[str, Content]]) -> Html:
    return element("dl", ((element("dt", name), element("dd", content)) for name, content in fields))


def _read(duty: DutyRecord) -> Iterator[tuple[str, Content]]:
    """Yield the fields of the reading; those that each row of its section has are shown even where they are empty."""
    cooperative = duty.section is Section.COOPERATIVE
    yield "部分与类别", "，".join(filter(None, (SECTIONS[duty.section], duty.category)))
    yield "事项名称", duty.name or _NONE
    if duty.departments or duty.section is not Section.BASIC:
        yield "对应上级部门" if cooperative else "承接部门", _departments(duty.departments)
    if duty.responsibilities or cooperative:
        yield "部门职责", [_group(group) for group in duty.responsibilities] or _NONE
    if duty.role or cooperative:
        yield "乡镇职责", _items(duty.role) if duty.role else _NONE
    if duty.safeguards:
        yield "履职保障", _items(duty.safeguards)
    if duty.method:
        yield "工作方式", _items(duty.method)
    if duty.status == "abolished":
        yield "状态", "不再开展，也不由其他部门承接"
    if duty.laws:
        yield "依据", element("ul", (element("li", _law(law)) for law in duty.laws))


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


def _group(group: ResponsibilityGroup) -> Content:
    bodies = "、".join(group.departments)
    heading = element("h6", bodies) if bodies else element("h6", "未写明部门", class_="none")
    return element("div", heading, _items(group.items), class_="group")


def _items(items: Sequence[Item]) -> Html:
    return element("ul", (element("li", element("b", item.number or "·"), item.text) for item in items), class_="items")


def _law(law: LawCitation) -> str:
    return f"《{law.title}》{'、'.join(law.articles)}"
