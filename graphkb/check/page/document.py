"""One document's part of a page: what disagrees, what to look at, all rows, and what was taken as page furniture."""

from __future__ import annotations

from collections.abc import Iterator

from graphkb.check.page.html import Content, Html, element, table
from graphkb.check.page.rows import row_details
from graphkb.check.records import CheckReport, CountCheck, ListReport, RowRef, Shares
from graphkb.check.words import (
    NO_NAME,
    NUMBER_KINDS,
    agreement,
    category_name,
    place_name,
    rows_to_look_at,
    where_text,
)
from graphkb.records import SECTION_NAMES, Characters, DocumentRecord, ListRecord, Reading, Section

_COUNTS = ("部分", "类别", "自述", "实数", "核对", "位置")


def document_parts(reading: Reading, report: CheckReport, anchor: str, *, all_rows: bool) -> Iterator[Html]:
    """Yield a document's part of a page, piece by piece; without ``all_rows``, only the rows to look at."""
    yield Html(f'<section class="document" id="{anchor}">\n')
    yield element("h2", reading.document.name)
    yield _facts(reading.document, report)
    yield share_bar(report.shares, report.characters)
    if report.notes:
        yield element("ul", (element("li", note) for note in report.notes), class_="notes")
    if report.leftovers:
        yield element("h4", f"不一致：未归位的文字（{len(report.leftovers)}处）", class_="bad")
        yield table(
            ("位置", "文字", "原因"),
            ((where_text(left), element("pre", left.text), left.reason) for left in report.leftovers),
        )
    for number, (record, found) in enumerate(zip(reading.lists, report.lists, strict=True), start=1):
        yield from _list_parts(record, found, list_anchor(anchor, number), all_rows=all_rows)
    yield _furniture(report)
    yield Html("</section>\n")


def list_anchor(anchor: str, number: int) -> str:
    """Return the anchor of a document's list, counted from 1."""
    return f"{anchor}-{number}"


def share_bar(shares: Shares, characters: Characters) -> Html:
    """Return the three shares as a bar with its figures; no text of the document is outside them."""
    parts = (
        ("in-rows", "事项", shares.in_rows, characters.in_rows),
        ("as-furniture", "版面文字", shares.furniture, characters.furniture),
        ("left-over", "未归位", shares.leftover, characters.leftover),
    )
    drawn: list[Html] = []
    start = 0.0
    for kind, _, share, _ in parts:
        drawn.append(element("rect", x=f"{start:.2f}", width=f"{share:.2f}", height="10", class_=kind))
        start += share
    bar = element("svg", drawn, viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true")
    legend = [
        element("span", element("i", class_=kind), f"{name} {share:.2f}%（{count}字）")
        for kind, name, share, count in parts
    ]
    return element("div", bar, element("p", legend), class_="shares")


def _facts(document: DocumentRecord, report: CheckReport) -> Html:
    kind = f"{document.format}（{document.encoding}）" if document.encoding else document.format
    facts = (
        document.title,
        f"格式 {kind}",
        f"{document.size:,} 字节",
        f"{len(report.lists)} 份清单",
        f"不一致 {report.disagreements}",
        f"SHA-256 {document.sha256[:12]}…",
    )
    return element("p", (element("span", fact) for fact in facts if fact), class_="facts")


# --- a list ------------------------------------------------------------------------------------------------------


def _list_parts(record: ListRecord, found: ListReport, anchor: str, *, all_rows: bool) -> Iterator[Html]:
    edition = element("span", found.edition or "未写明版本", class_="tag")
    yield element("h3", place_name(found.place), edition, id=anchor)
    yield from _disagreements(found)
    look = rows_to_look_at(found)
    if look:
        yield element("h4", f"待核对的事项（{len(look)}项）")
        yield element("p", "以下事项可能完全正确，请对照原文看一眼。", class_="hint")
        yield table(
            ("部分", "编号", "事项", "位置", "原因"),
            (_look(row, reasons, anchor) for row, reasons in look.values()),
        )
    for section in Section:
        reasons = {position: why for (of, position), (_, why) in look.items() if of is section}
        rows = [duty for duty in record.duties if duty.section is section]
        shown = rows if all_rows else [duty for duty in rows if duty.position in reasons]
        if not shown:
            continue
        yield Html('<div class="rows">\n')
        yield element(
            "h4",
            f"{SECTION_NAMES[section]}：",
            f"{len(shown)}项" if all_rows else f"{len(rows)}项中待核对的{len(shown)}项",
        )
        for duty in shown:
            yield row_details(duty, _row_anchor(anchor, section, duty.position), reasons.get(duty.position, ()))
            yield Html("\n")
        yield Html("</div>\n")


def _disagreements(found: ListReport) -> Iterator[Html]:
    """Yield what the list contradicts itself in, and, folded, the counts that are met."""
    wrong = [count for count in found.counts if not count.agrees]
    if found.missing_sections:
        names = "、".join(SECTION_NAMES[section] for section in found.missing_sections)
        yield element(
            "p", f"没有找到这些部分的事项：{names}。若它们另有文件，无需处理；否则文件可能不全。", class_="notes"
        )
    if wrong:
        yield element("h4", f"不一致：自述项数与实数不符（{len(wrong)}处）", class_="bad")
        yield table(_COUNTS, map(_count, wrong))
    if found.numbers:
        yield element("h4", f"不一致：编号（{len(found.numbers)}处）", class_="bad")
        yield table(
            ("部分", "类别", "情况", "编号", "位置"),
            (
                (SECTION_NAMES[n.section], n.category, NUMBER_KINDS[n.kind], n.number, where_text(n))
                for n in found.numbers
            ),
        )
    if not wrong and not found.numbers:
        yield element("p", "自述项数与实数、编号均未发现不一致。", class_="good")
    if found.counts:
        declared = sum(count.declared is not None for count in found.counts)
        yield element(
            "details",
            element("summary", f"各部分、各类别的自述项数与实数（{len(found.counts)}行，其中{declared}行有自述）"),
            table(_COUNTS, map(_count, found.counts)),
        )


def _count(count: CountCheck) -> tuple[Content, ...]:
    declared = "–" if count.declared is None else count.declared
    said = element("span", agreement(count), class_=None if count.agrees else "bad")
    return SECTION_NAMES[count.section], category_name(count), declared, count.found, said, where_text(count)


def _look(row: RowRef, reasons: list[str], anchor: str) -> tuple[Content, ...]:
    link = element("a", row.name or NO_NAME, href=f"#{_row_anchor(anchor, row.section, row.position)}")
    why = element("ul", (element("li", reason) for reason in reasons))
    return SECTION_NAMES[row.section], row.number, link, where_text(row), why


def _row_anchor(anchor: str, section: Section, position: int) -> str:
    return f"{anchor}-{section.value}-{position}"


def _furniture(report: CheckReport) -> Html:
    """Return, folded, what was taken as page furniture, so that a person sees that nothing of value is among it."""
    if not report.furniture:
        return Html("")
    title = f"版面文字：标题、表头、页码等（{len(report.furniture)}处，{report.characters.furniture}字），不计入事项"
    rows = ((where_text(text), element("pre", text.text)) for text in report.furniture)
    return element("details", element("summary", title), table(("位置", "文字"), rows), class_="furniture")
