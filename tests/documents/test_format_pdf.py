"""PDF documents: ruled tables over pages, tables without rules, page furniture, and what cannot be read."""

from __future__ import annotations

import io
import sys
import zlib
from collections import Counter
from collections.abc import Callable

import pdfplumber
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from graphkb.errors import UnreadableInput
from graphkb.records import Reading, Section
from loaders import read_bytes
from loaders.formats import read_printed
from loaders.formats.pdf_content import normalised
from loaders.lines import Line
from tests.writers import COOPERATIVE, Paragraph, Table, fictional_list, row
from tests.writers.pdf import FONT, write_pdf


def drawn(draw: Callable[[Canvas], None], size: tuple[float, float] = A4, rotate: int = 0) -> bytes:
    """Return a page on which ``draw`` has drawn, y upwards."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    canvas.setFont(FONT, 10)
    draw(canvas)
    if rotate:
        canvas.setPageRotation(rotate)
    canvas.save()
    return out.getvalue()


def lines(data: bytes) -> tuple[Line, ...]:
    return tuple(line for line in read_printed("清单.pdf", data).lines if line.text)


def texts(data: bytes) -> list[str]:
    return [line.text for line in lines(data)]


def names(reading: Reading, section: Section) -> list[tuple[str, str, list[str]]]:
    return [
        (duty.number, duty.name, [body.name for body in duty.departments])
        for listed in reading.lists
        for duty in listed.duties
        if duty.section is section
    ]


# --- lists -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ruled", [True, False])
def test_a_list_is_read_with_and_without_rules(ruled: bool) -> None:
    """Columns are told by rules, or by the titles of the header row and the white space below them."""
    reading = read_bytes("list.x", write_pdf(fictional_list(), ruled=ruled))
    (listed,) = reading.lists
    assert (listed.place.county, listed.place.township, listed.edition) == ("青禾县", "石桥镇", "2025")
    assert names(reading, Section.BASIC) == [
        ("1", "组织党员学习，开好“三会一课”。", []),
        ("2", "做好发展党员工作，教育、管理、监督党员。", []),
        ("3", "落实河长制，依据《中华人民共和国水法》第三十七条巡查河道。", []),
    ]
    assert names(reading, Section.COOPERATIVE) == [
        ("1", "河道采砂管理", ["县水利局", "县公安局"]),
        ("2", "水库管护", ["县水利局"]),
        ("3", "防汛演练", ["县水利局"] if ruled else []),  # no rule shows that the cell above reaches into this row
        ("4", "秸秆禁烧", ["县农业农村局", "市生态环境局青禾分局"]),
    ]
    assert names(reading, Section.RECLAIMED) == [
        ("1", "对擅自占用道路的处罚", ["县城管局"]),
        ("2", "对占用林地的处罚", []),
    ]
    assert not reading.leftovers


def long_list(rows: int) -> list[Paragraph | Table]:
    """A list whose cells wrap and whose table goes on over pages."""
    name = "开展辖区内河道、水库、山塘等水利设施的日常巡查，发现问题及时处置"
    duty = "组织编制年度巡查方案，明确巡查的范围、频次和责任人，督促整改巡查中发现的各类安全隐患，建立台账。"
    return [
        Paragraph("青禾县石桥镇履行职责事项清单"),
        Paragraph("配合履职事项清单"),
        Table((COOPERATIVE, *(row(str(i), name, "县水利局", f"1.{duty}\n2.{duty}", duty) for i in range(1, rows + 1)))),
    ]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("pagesize", [A4, (A4[1], A4[0])])
def test_text_wrapped_by_the_width_of_a_cell_is_one_text(ruled: bool, pagesize: tuple[float, float]) -> None:
    """A printed line of a cell ends anywhere; what the writer parted stays parted."""
    reading = read_bytes("list.x", write_pdf(long_list(12), ruled=ruled, pagesize=pagesize))
    duties = reading.lists[0].duties
    assert [duty.number for duty in duties] == [str(number) for number in range(1, 13)]
    sentence = "组织编制年度巡查方案，明确巡查的范围、频次和责任人，督促整改巡查中发现的各类安全隐患，建立台账。"
    for duty in duties:
        assert duty.name == "开展辖区内河道、水库、山塘等水利设施的日常巡查，发现问题及时处置"
        assert [item.text for clause in duty.responsibilities for item in clause.items] == [sentence, sentence]
        assert [item.text for item in duty.role] == [sentence]


def test_each_row_knows_its_page_and_place() -> None:
    """Who checks a row wants to see it on its page."""
    reading = read_bytes("list.x", write_pdf(long_list(12)))
    pages = [duty.source.page for duty in reading.lists[0].duties]
    assert pages[0] == 1
    assert pages[-1] == 3
    assert pages == sorted(pages)
    (region,) = reading.lists[0].duties[0].source.regions
    assert (region.page, round(region.left), round(region.right)) == (1, 50, 792)
    assert 50 < region.top < region.bottom < 250


@pytest.mark.parametrize("ruled", [True, False])
def test_every_character_is_in_one_line(ruled: bool) -> None:
    """Nothing lost, nothing twice: page numbers, merged cells and cells over pages included."""
    data = write_pdf([*fictional_list(), *long_list(9)], ruled=ruled)
    with pdfplumber.open(io.BytesIO(data)) as document:
        printed = Counter(char["text"] for page in document.pages for char in page.chars if not char["text"].isspace())
    assert Counter("".join("".join(texts(data)).split())) == printed


def test_page_numbers_and_repeated_heads_are_furniture() -> None:
    """The first of a repeated line stays, as it may be the heading of a section."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(1, 4):
        canvas.setFont(FONT, 10)
        canvas.drawString(60, 800, "石桥镇基本履职事项清单")
        canvas.drawString(60, 500, "其他文字" * number)
        canvas.drawString(60, 400, "另一些文字" * number)
        canvas.drawString(280, 30, f"第 {number} 页 共 3 页")
        canvas.showPage()
    canvas.save()
    known = [(line.text.strip(), line.furniture) for line in lines(out.getvalue())]
    assert [furniture for text, furniture in known if text.startswith("石桥镇")] == [False, True, True]
    assert [furniture for text, furniture in known if text.startswith("第")] == [True, True, True]
    assert not any(furniture for text, furniture in known if "文字" in text)


# --- tables as programs draw them --------------------------------------------------------------------------------


def grid(canvas: Canvas, columns: tuple[int, ...], rows: tuple[int, ...]) -> None:
    for x in columns:
        canvas.line(x, rows[0], x, rows[-1])
    for y in rows:
        canvas.line(columns[0], y, columns[-1], y)


def fill(canvas: Canvas, columns: tuple[int, ...], rows: tuple[int, ...]) -> None:
    for number, y in enumerate(rows[1:], start=1):
        canvas.drawString(columns[0] + 4, y + 6, str(number))
        canvas.drawString(columns[1] + 4, y + 6, "巡查河道")


COLUMNS, ROWS = (60, 100, 300), (760, 740, 720, 700)


def plain(canvas: Canvas) -> None:
    grid(canvas, COLUMNS, ROWS)


def open_sides(canvas: Canvas) -> None:
    canvas.line(100, ROWS[0], 100, ROWS[-1])
    for y in ROWS:
        canvas.line(60, y, 300, y)


def cut_by_the_page(canvas: Canvas) -> None:
    for x in COLUMNS:
        canvas.line(x, ROWS[0], x, ROWS[-1])
    for y in ROWS[1:-1]:
        canvas.line(60, y, 300, y)


def dashed(canvas: Canvas) -> None:
    for x in COLUMNS:
        canvas.line(x, ROWS[0], x, ROWS[-1])
    for y in ROWS:
        for x in range(60, 300, 6):
            canvas.line(x, y, x + 3, y)


def doubled(canvas: Canvas) -> None:
    grid(canvas, COLUMNS, ROWS)
    grid(canvas, tuple(x + 2 for x in COLUMNS), tuple(y - 2 for y in ROWS))


def thin_rectangles(canvas: Canvas) -> None:
    for x in COLUMNS:
        canvas.rect(x, ROWS[-1], 0.6, ROWS[0] - ROWS[-1], stroke=0, fill=1)
    for y in ROWS:
        canvas.rect(60, y, 240, 0.6, stroke=0, fill=1)


def filled_cells(canvas: Canvas) -> None:
    canvas.setFillGray(0.8)
    canvas.rect(62, 742, 20, 16, stroke=0, fill=1)  # behind the text of one cell
    canvas.rect(0, 0, *A4, stroke=0, fill=1)  # the paper
    canvas.setFillGray(0)
    for x, width in ((60, 40), (100, 200)):
        for y in ROWS[1:]:
            canvas.rect(x, y, width, 20, stroke=1, fill=0)


@pytest.mark.parametrize("rules", [plain, open_sides, cut_by_the_page, dashed, doubled, thin_rectangles, filled_cells])
def test_rules_are_told_however_a_program_draws_them(rules: Callable[[Canvas], None]) -> None:
    """Lines, rectangles a hair wide, dashes, two lines for one; sides left open, a row cut by the page's end."""

    def draw(canvas: Canvas) -> None:
        rules(canvas)
        fill(canvas, COLUMNS, ROWS)

    assert texts(drawn(draw)) == ["1\t巡查河道", "2\t巡查河道", "3\t巡查河道"]


def test_a_table_directly_below_another_is_one_of_its_own() -> None:
    """The last rule of one table may be the first of the next, whose columns stand elsewhere."""

    def draw(canvas: Canvas) -> None:
        grid(canvas, (60, 100, 150, 200, 300), (760, 740, 720))
        grid(canvas, (60, 120, 170, 230, 300), (720, 700, 680))
        for y in (746, 726):
            for x, text in zip((62, 102, 152, 202), "甲乙丙丁", strict=True):
                canvas.drawString(x, y, text)
        for y in (706, 686):
            for x, text in zip((62, 122, 172, 232), "子丑寅卯", strict=True):
                canvas.drawString(x, y, text)

    assert texts(drawn(draw)) == ["甲\t乙\t丙\t丁"] * 2 + ["子\t丑\t寅\t卯"] * 2


def test_merged_cells_cover_the_positions_that_they_reach_into() -> None:
    """A category that is printed once beside several rows, its characters one below the other."""

    def draw(canvas: Canvas) -> None:
        for x in (60, 80, 120, 300):
            canvas.line(x, 760, x, 700)
        for y, left in ((760, 60), (740, 80), (720, 80), (700, 60)):
            canvas.line(left, y, 300, y)
        for index, character in enumerate("生态环保"):
            canvas.drawString(65, 746 - 13 * index, character)
        fill(canvas, (80, 120, 300), ROWS)

    found = lines(drawn(draw))
    assert [line.text for line in found] == ["生态环保\t1\t巡查河道", "\t2\t巡查河道", "\t3\t巡查河道"]
    assert [sorted(line.covered) for line in found] == [[], [0], [0]]


def test_a_turned_cell_and_a_turned_page_are_read_along_their_lines() -> None:
    """Categories are turned to save width; wide tables stand sideways on a page, with and without saying so."""

    def turned_cell(canvas: Canvas) -> None:
        grid(canvas, COLUMNS, (760, 700, 640))
        for y, text in ((705, "平安法治"), (645, "乡村振兴")):
            canvas.saveState()
            canvas.translate(85, y)
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
            canvas.drawString(110, y + 20, "巡查河道，防范化解")

    def sideways(canvas: Canvas) -> None:
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        grid(canvas, (60, 100, 300), (460, 440, 420, 400))
        fill(canvas, (60, 100, 300), (460, 440, 420, 400))

    assert texts(drawn(turned_cell)) == ["平安法治\t巡查河道，防范化解", "乡村振兴\t巡查河道，防范化解"]
    expected = ["1\t巡查河道", "2\t巡查河道", "3\t巡查河道"]
    assert texts(drawn(sideways)) == expected
    assert texts(drawn(sideways, rotate=90)) == expected
    region = lines(drawn(sideways))[0].region
    assert region is not None
    assert 0 <= region.left < region.right <= A4[0]
    assert 0 <= region.top < region.bottom <= A4[1]


def test_a_watermark_is_furniture() -> None:
    """Large oblique words lie over the cells; they are in none of them."""

    def draw(canvas: Canvas) -> None:
        plain(canvas)
        fill(canvas, COLUMNS, ROWS)
        canvas.translate(80, 690)
        canvas.rotate(30)
        canvas.drawString(0, 0, "内部资料")

    found = lines(drawn(draw))
    assert [line.text for line in found if not line.furniture] == ["1\t巡查河道", "2\t巡查河道", "3\t巡查河道"]
    assert [line.text for line in found if line.furniture] == ["内部资料"]


def test_a_list_without_known_titles_falls_back_to_the_text_flow() -> None:
    """No rules, no header row: lines in the order of the document, a form feed where a page begins."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for page in ("一", "二"):
        canvas.setFont(FONT, 10)
        canvas.drawString(60, 700, f"第{page}段文字")
        canvas.drawString(60, 686, "接着的一行")
        canvas.drawString(60, 640, "隔开的一行")
        canvas.showPage()
    canvas.save()
    assert [line.text for line in read_printed("a", out.getvalue()).lines] == [
        "\f第一段文字", "接着的一行", "", "隔开的一行", "\f第二段文字", "接着的一行", "", "隔开的一行",
    ]  # fmt: skip


# --- bad input ---------------------------------------------------------------------------------------------------


def many_pages(count: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(count):
        canvas.drawString(60, 700, "1")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def encrypted() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt="secret")
    canvas.drawString(60, 700, "1")
    canvas.save()
    return out.getvalue()


def bomb() -> bytes:
    packed = zlib.compress(bytes(400 * 2**20), 9)
    head = b"%PDF-1.4\n1 0 obj\n<</Length " + str(len(packed)).encode() + b"/Filter/FlateDecode>>\nstream\n"
    return head + packed + b"\nendstream\nendobj\n"


UNMAPPED = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 51>> stream
BT /F 12 Tf 60 700 Td <004100420043004400450046> Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>> endobj
6 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>
/FontDescriptor 7 0 R>> endobj
7 0 obj <</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1000 1000]/Ascent 800/Descent -200>> endobj
trailer <</Root 1 0 R>>
"""


def test_a_font_that_names_no_characters_needs_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some programs embed a font without saying which character each shape is: the page looks well and says nothing."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(UnreadableInput, match=r"^list: the text is an image .*install graphkb with the extra ocr"):
        read_printed("list", UNMAPPED)


def overdrawn() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "1")
        path = canvas.beginPath()
        for index in range(210_000):
            path.rect(index % 500, 1, 1, 1)
        canvas.drawPath(path)

    return drawn(draw)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (encrypted, r"list: the PDF is protected by a password; save it without one\."),
        (lambda: write_pdf(fictional_list())[:700], r"list: the PDF is damaged; get an undamaged copy\."),
        (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 20, r"list: the PDF is damaged; get an undamaged copy\."),
        (
            lambda: many_pages(501),
            r"list: the PDF has 501 pages, more than the 500 .*; split it into one file a list\.",
        ),
        (bomb, r"list: the PDF unpacks to more than 300 MB, which no list needs; print it to a new PDF\."),
        pytest.param(
            overdrawn, r"list: page 1 holds more drawing than a list has; give the pages", marks=pytest.mark.slow
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: Callable[[], bytes], sentence: str) -> None:
    """The file, the fault, the remedy; never a traceback of a PDF library, and no memory or hours lost."""
    with pytest.raises(UnreadableInput, match=f"^{sentence}"):
        read_printed("list", data())


def test_radicals_are_read_as_the_characters_drawn_alike() -> None:
    """Browsers print 门 and 民 as ⻔ and ⺠ where a font draws both with one glyph."""
    assert normalised("⻔") == "门"
    assert normalised("⺠") == "民"
    assert normalised("\u2f3e") == "户"
    assert normalised("⽣") == "生"
    assert normalised("門") == "門"
