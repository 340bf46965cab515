"""The overview of all documents, which stands before them: a line for each list, totals, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from graphkb import __version__
from graphkb.check.page.document import list_anchor, share_bar
from graphkb.check.page.html import Content, Html, element, table
from graphkb.check.records import CheckReport, Totals
from graphkb.check.words import place_name, rows_to_look_at
from graphkb.records import SECTION_NAMES, Section

TITLE = "履职清单核对报告"

_COLUMNS = (
    "文件", "清单", "版本", *SECTION_NAMES.values(), "不一致", "待核对", "存疑", "事项%", "版面%", "未归位%",
)  # fmt: skip
_MEANINGS = (
    (
        "不一致",
        "文件与自身不符：标题写明的项数与实际行数不同，编号重复、缺失、错位、重新开始或没有印出，以及没有归位的文字。",
    ),
    (
        "待核对",
        "可能正确、但值得对照原文看一眼的事项：读取时存疑的，缺部门、职责或承接部门的，部门栏与职责栏不对应的，名称相同的。",
    ),
    ("存疑", "待核对之中，读取程序自己没有把握的事项。"),
    (
        "事项、版面、未归位",
        "文件中每一个非空白字符的去向，三者相加为100%。版面文字是标题、表头、页码等，列在每份文件的末尾。",
    ),
)


def overview_rows(report: CheckReport, href: str) -> Iterator[Html]:
    """Yield a table row for each of a document's lists; ``href`` leads to the document."""
    page, _, anchor = href.rpartition("#")
    for number, found in enumerate(report.lists, start=1):
        first = number == 1
        shares = (report.shares.in_rows, report.shares.furniture, report.shares.leftover)
        disagreements = found.disagreements + (len(report.leftovers) if first else 0)
        cells: tuple[Content, ...] = (
            element("a", report.document.name, href=href) if first else None,
            element("a", place_name(found.place), href=f"{page}#{list_anchor(anchor, number)}"),
            found.edition,
            *(
                element("b", 0, class_="bad") if section in found.missing_sections else found.rows[section]
                for section in Section
            ),
            element("b", disagreements, class_="bad") if disagreements else 0,
            len(rows_to_look_at(found)),
            len(found.doubtful),
            *(f"{share:.2f}" if first else None for share in shares),
        )
        yield element("tr", (element("td", cell) for cell in cells))


def overview(totals: Totals, rows: Sequence[Html], failed: Sequence[str], remark: str) -> Html:
    """Return the overview; ``rows`` are those of :func:`overview_rows`, ``remark`` says what the page leaves out."""
    parts: list[Content] = [
        element("h1", TITLE),
        element("p", f"graphkb {__version__}，{datetime.now():%Y年%m月%d日 %H:%M} 生成", class_="hint"),
        _figures(totals),
        share_bar(totals.shares, totals.characters) if totals.shares else None,
        element("p", remark, class_="notes") if remark else None,
    ]
    if failed:
        parts += [
            element("h4", f"未能读取的文件（{len(failed)}份）", class_="bad"),
            element("ul", (element("li", reason) for reason in failed), class_="failed"),
        ]
    if totals.same_lists:
        same = ((place_name(s.place), s.edition or "未写明", "；".join(s.documents)) for s in totals.same_lists)
        parts += [
            element("h4", "同一乡镇、同一版本有多份清单", class_="bad"),
            element("p", "若都入库，后一份会替换前一份。", class_="hint"),
            table(("清单", "版本", "文件"), same),
        ]
    if rows:
        head = element("tr", (element("th", column, scope="col") for column in _COLUMNS))
        parts.append(
            element(
                "div",
                element("table", element("thead", head), element("tbody", rows)),
                class_="table overview",
            )
        )
    meanings = ((element("dt", word), element("dd", meaning)) for word, meaning in _MEANINGS)
    parts.append(
        element("details", element("summary", "这些数字是什么意思"), element("dl", meanings), class_="meanings")
    )
    return element("header", parts)


def filters() -> Html:
    """Return the filters, which show once their script runs; without it rows fold and unfold all the same."""
    options = [element("option", "全部部分", value="")]
    options += [element("option", name, value=section.value) for section, name in SECTION_NAMES.items()]
    return element(
        "form",
        element("input", type="search", name="words", placeholder="查找事项、部门、原文", aria_label="查找"),
        element("select", options, name="section", aria_label="部分"),
        element("label", element("input", type="checkbox", name="look"), "只看待核对"),
        element("button", "全部展开", type="button", name="open"),
        element("button", "全部收起", type="button", name="close"),
        element("output", name="shown"),
        class_="filters",
        hidden=True,
    )


def _figures(totals: Totals) -> Html:
    figures = (
        ("份文件", totals.documents),
        ("份清单", totals.lists),
        *((name, totals.rows[section]) for section, name in SECTION_NAMES.items()),
        ("处不一致", totals.disagreements),
        ("项待核对", totals.to_look_at),
        ("份未能读取", totals.failed),
    )
    alarming = {"处不一致", "份未能读取"}
    return element(
        "p",
        (
            element("span", element("b", count, class_="bad" if count and name in alarming else None), name)
            for name, count in figures
        ),
        class_="figures",
    )
