"""The text flow on published lists: counts and invariants, never their text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from graphkb.records import Section
from loaders.assemble import visible
from loaders.flow import read_flow
from loaders.lines import text_lines
from loaders.raw import Column, LaidOut, RawRow
from loaders.tables import read_tables
from tests.flow_pages import BASIC, COOPERATIVE, RECLAIMED, FlowRow, Widths, cell_text, pages, section_text
from tests.flow_pages import Column as FlowColumn

COLUMNS: dict[Section, tuple[FlowColumn, ...]] = {
    Section.BASIC: BASIC,
    Section.COOPERATIVE: COOPERATIVE,
    Section.RECLAIMED: RECLAIMED,
}
OTHER_WIDTHS: Widths = {
    "category": 2, "name": 10, "departments": 6, "responsibilities": 29, "role": 22, "method": 26,
}  # fmt: skip
TABLES = (
    "heilongjiang-jiguan-xijiao.txt",
    "qinghai-gangcha-jiermeng.txt",
    "neimenggu-dengkou.txt",
    "chongqing-yunyang-longjiao.txt",
)


@pytest.fixture(scope="module")
def lines(shared_lists: Path) -> list[str]:
    return (shared_lists / "xinjiang-emin.txt").read_text(encoding="utf-8").split("\n")


@pytest.fixture(scope="module")
def laid_out(lines: list[str]) -> LaidOut:
    return read_flow(lines)


def section(laid_out: LaidOut, wanted: Section) -> list[RawRow]:
    return [row for found in laid_out.lists for row in found.rows if row.section is wanted]


def text(row: RawRow, column: Column) -> str:
    return "".join("".join(piece.text.split()) for piece in row.cells.get(column, ()))


def test_every_row_of_the_published_flow_is_found(laid_out: LaidOut) -> None:
    """Counted by hand; the numbers run without a gap in each section."""
    assert len(laid_out.lists) == 1
    for wanted, count in ((Section.BASIC, 104), (Section.COOPERATIVE, 102), (Section.RECLAIMED, 58)):
        assert [row.number for row in section(laid_out, wanted)] == [str(n) for n in range(1, count + 1)]


def test_every_character_of_the_published_flow_is_placed(lines: list[str], laid_out: LaidOut) -> None:
    """The published flow has nothing but rows, header rows and footers."""
    assert laid_out.leftovers == ()
    assert laid_out.in_rows + laid_out.furniture == sum(map(visible, lines))


def test_the_published_flow_has_twenty_one_categories(laid_out: LaidOut) -> None:
    """Its category column is three characters wide, and its longest name has seven."""
    found = Counter(row.category for row in laid_out.lists[0].rows)
    assert len(found) == 21
    assert {len(category) for category in found} <= {4, 5, 6, 7}


def test_every_cooperative_row_of_the_published_flow_has_its_four_cells(laid_out: LaidOut) -> None:
    """No cell is empty, none is drawn over its neighbour, no reading is doubtful."""
    for row in section(laid_out, Section.COOPERATIVE):
        assert row.cells.keys() == {"name", "departments", "responsibilities", "role"}
        assert row.doubts == ()
        bodies = text(row, "departments").split("、")
        assert all(re.fullmatch(r"[^。；：，\d]{2,20}[局委会部办队室院中心司]", body) for body in bodies)
        assert not re.search(r"[。；]|\d\.", text(row, "name"))
        assert text(row, "responsibilities")[-1] == text(row, "role")[-1] == "。"


def test_every_reclaimed_row_of_the_published_flow_names_who_takes_it_back(laid_out: LaidOut) -> None:
    """The last column starts with the body and goes on with the way of working."""
    for row in section(laid_out, Section.RECLAIMED):
        assert re.match(r"[^。：:]+[局会]工作方式[：:]", text(row, "method"))
        assert not text(row, "name").endswith(("局", "委员会"))


@pytest.mark.parametrize("join", ["\n", "\n\n"], ids=["no blank lines", "double spacing"])
def test_the_published_flow_reads_the_same_without_its_blank_lines(
    join: str, lines: list[str], laid_out: LaidOut
) -> None:
    """Other programs extract the text of the same PDF without blank lines."""
    other = read_flow(join.join(line for line in lines if line.strip()).split("\n"))
    for row, again in zip(laid_out.lists[0].rows, other.lists[0].rows, strict=True):
        assert {column: text(row, column) for column in row.cells} == {
            column: text(again, column) for column in again.cells
        }


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLES)
def test_published_tables_laid_out_as_flow_are_read_back(name: str, shared_lists: Path) -> None:
    """Rows of other counties, in columns of other widths: what is known cell by cell shows how well the flow is split."""
    table = read_tables(text_lines((shared_lists / name).read_text(encoding="utf-8").split("\n"))).lists[0]
    rows = {wanted: [as_flow(row) for row in table.rows if row.section is wanted] for wanted in Section}
    widths = {Section.BASIC: {**OTHER_WIDTHS, "name": 40}, Section.RECLAIMED: {**OTHER_WIDTHS, "name": 15}}
    texts = [section_text(rows[s], COLUMNS[s], widths.get(s, OTHER_WIDTHS)) for s in Section]
    laid_out = read_flow(pages(*texts))
    right: Counter[str] = Counter()
    for wanted in Section:
        found = section(laid_out, wanted)
        assert len(found) == len(rows[wanted])
        for row, expected in zip(found, rows[wanted], strict=True):
            assert row.category == expected.category
            right.update(c for c in COLUMNS[wanted][1:] if text(row, c) == cell_text(expected, c))  # type: ignore[arg-type]  # category is no cell
    cooperative = len(rows[Section.COOPERATIVE])
    assert right["name"] >= 0.99 * len(table.rows)
    assert right["departments"] >= 0.99 * cooperative
    assert right["responsibilities"] >= 0.98 * cooperative
    assert right["role"] >= 0.98 * cooperative
    assert right["method"] == len(rows[Section.RECLAIMED])


def as_flow(row: RawRow) -> FlowRow:
    """Return a table's row as paragraphs without markup and white space."""
    cells = {column: " ".join(piece.text for piece in pieces) for column, pieces in row.cells.items()}
    bodies = re.sub(r"<[^>]*>", " ", cells.get("departments", "")).split()
    return FlowRow(
        row.category,
        "".join(cells["name"].split()),
        re.sub("、+", "、", "、".join(bodies)),
        paragraphs(cells.get("responsibilities", "")),
        paragraphs(cells.get("role", "")),
        paragraphs(cells.get("method", "")),
    )


def paragraphs(cell: str) -> tuple[str, ...]:
    """Return the paragraphs of a table's cell: parted by markup, and by white space before a number or behind a stop."""
    parted = re.sub(r"</?(?:p|ol|ul|li|br)[^>]*>", "\n", cell)
    parted = re.sub(r"\s+(?=\d{1,2}[.、．]\D)|(?<=[。；：])\s+", "\n", re.sub(r"<[a-zA-Z/][^>]*>", "", parted))
    return tuple("".join(part.split()) for part in parted.split("\n") if part.strip())
