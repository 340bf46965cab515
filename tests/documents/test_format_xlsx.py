"""Excel workbooks: what a reader of the sheets sees, and nothing that they do not show."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from graphkb.errors import UnreadableInput
from graphkb.records import Reading
from loaders import read_bytes
from loaders.formats import read_printed
from loaders.lines import Line, PrintedDocument
from tests.writers import COOPERATIVE, Cell, Paragraph, Table, fictional_list, row
from tests.writers.xlsx import saved, write_sheets, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"


def sheet(fill: Callable[[Worksheet], None], name: str = "Sheet1") -> bytes:
    """Return a workbook of one sheet that ``fill`` has written."""
    workbook = Workbook()
    written = workbook.worksheets[0]
    written.title = name
    fill(written)
    return saved(workbook)


def printed(data: bytes) -> PrintedDocument:
    return read_printed("list.xlsx", data)


def rows(data: bytes) -> list[Line]:
    """Return the lines without the names of sheets."""
    return [line for line in printed(data).lines if line.cells or not line.text]


def texts(data: bytes) -> list[str]:
    return [line.text for line in rows(data)]


def with_part(data: bytes, name: str, change: Callable[[str], str | bytes]) -> bytes:
    """Return the workbook with one of its parts changed, or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for part in {*source.namelist(), name}:
            old = source.read(part) if part in source.namelist() else b""
            target.writestr(part, change(old.decode()) if part == name else old)
    return stream.getvalue()


def with_sheet(cells: str, after: str = "") -> bytes:
    """Return a workbook whose one sheet has this XML for its rows, and after them."""
    return with_part(
        sheet(lambda written: None),
        SHEET,
        lambda old: re.sub(r"<sheetData\s*/>|<sheetData>.*</sheetData>", f"<sheetData>{cells}</sheetData>{after}", old),
    )


def test_the_fictional_list_is_read_whole() -> None:
    """All three sections on one sheet, titles merged over its columns, merged departments and duties."""
    reading = read_bytes("list.xlsx", write_xlsx(fictional_list()))
    (read,) = reading.lists
    assert (reading.document.format, reading.leftovers, reading.notes) == ("xlsx", (), ())
    assert (read.place.county, read.place.township, read.edition) == ("青禾县", "石桥镇", "2025")
    assert [(duty.section.value, duty.number, duty.source.cells) for duty in read.duties] == [
        ("basic", "1", "'Sheet1'!A5:B5"),
        ("basic", "2", "'Sheet1'!A6:B6"),
        ("basic", "3", "'Sheet1'!A8:B8"),
        ("cooperative", "1", "'Sheet1'!A12:E12"),
        ("cooperative", "2", "'Sheet1'!A13:E13"),
        ("cooperative", "3", "'Sheet1'!A14:E14"),
        ("cooperative", "4", "'Sheet1'!A15:E16"),
        ("reclaimed", "1", "'Sheet1'!A20:C20"),
        ("reclaimed", "2", "'Sheet1'!A21:C21"),
    ]
    assert [[body.name for body in duty.departments] for duty in read.duties[3:7]] == [
        ["县水利局", "县公安局"],
        ["县水利局"],
        ["县水利局"],
        ["县农业农村局", "市生态环境局青禾分局"],
    ]
    assert [item.text for item in read.duties[3].safeguards] == ["配备巡河车辆。"]
    assert [count.declared for count in read.declared] == [2, 1, 4, 2]


# --- sheets and their names ------------------------------------------------------------------------------------------

BASIC_TABLE = Table((row("序号", "事项名称"), row("1", "落实河长制。"), row("2", "巡查山塘。")))
COOPERATIVE_TABLE = Table((COOPERATIVE, row("1", "防汛演练", "县水利局", "1.编制预案。", "1.参加演练。")))
RECLAIMED_TABLE = Table((row("序号", "事项名称", "承接部门及工作方式"), row("1", "燃气检查", "县住建局：每季度检查。")))


def sections(reading: Reading) -> list[tuple[str | None, list[str]]]:
    """Return township and sections of each list."""
    return [(read.place.township, [duty.section.value for duty in read.duties]) for read in reading.lists]


def test_a_sheet_named_after_a_section_needs_no_heading() -> None:
    """The tab says 配合履职, the sheet begins with its header row; without notes that a heading is missing."""
    reading = read_bytes(
        "list.xlsx",
        write_sheets(
            {
                "基本履职": [Paragraph("青禾县石桥镇履行职责事项清单"), BASIC_TABLE],
                "配合履职事项清单": [COOPERATIVE_TABLE],
                "3.上级收回": [RECLAIMED_TABLE],
            }
        ),
    )
    assert sections(reading) == [("石桥镇", ["basic", "basic", "cooperative", "reclaimed"])]
    assert (reading.notes, reading.leftovers) == ((), ())


def test_sheets_named_after_townships_are_lists_of_their_own() -> None:
    """A county's workbook: a sheet a township, each with its sections below each other."""
    blocks = [
        Paragraph("基本履职事项清单"),
        BASIC_TABLE,
        Paragraph("配合履职事项清单"),
        COOPERATIVE_TABLE,
    ]
    reading = read_bytes("list.xlsx", write_sheets({"石桥镇": blocks, "柳坪乡": blocks}))
    assert sections(reading) == [(name, ["basic", "basic", "cooperative"]) for name in ("石桥镇", "柳坪乡")]
    assert reading.leftovers == ()


def test_sheets_may_be_named_after_township_and_section() -> None:
    """石桥镇-配合: the name says both."""
    reading = read_bytes(
        "list.xlsx",
        write_sheets(
            {
                "石桥镇-基本": [BASIC_TABLE],
                "石桥镇-配合": [COOPERATIVE_TABLE],
                "柳坪乡-基本": [BASIC_TABLE],
                "柳坪乡-配合": [COOPERATIVE_TABLE],
            }
        ),
    )
    assert sections(reading) == [(name, ["basic", "basic", "cooperative"]) for name in ("石桥镇", "柳坪乡")]
    assert reading.leftovers == ()


def test_a_name_that_says_nothing_new_is_furniture() -> None:
    """Sheet1, or the heading that the sheet prints itself."""
    blocks = [Paragraph("基本履职事项清单"), BASIC_TABLE]
    for name in ("Sheet1", "工作表2", "基本履职", "事项清单"):
        (line, *_) = printed(write_xlsx(blocks, name)).lines
        assert (line.text, line.furniture) == (name, True)


def test_a_name_that_contradicts_its_sheet_is_remarked() -> None:
    """Copied sheets keep their old names; what is printed counts."""
    reading = read_bytes("list.xlsx", write_xlsx([Paragraph("青禾县石桥镇基本履职事项清单"), BASIC_TABLE], "配合履职"))
    assert sections(reading) == [("石桥镇", ["basic", "basic"])]
    assert reading.notes == ("工作表名“配合履职”与表内的标题不一致，按表内的标题读取。",)


def test_a_name_that_is_not_understood_is_remarked() -> None:
    """A sheet a category, named without ordinal or count: the category is not read, and somebody must know."""
    reading = read_bytes(
        "list.xlsx",
        write_sheets({"基本履职": [BASIC_TABLE], "党的建设": [BASIC_TABLE], "二、民生服务": [BASIC_TABLE]}),
    )
    assert "工作表名“党的建设”没有作为标题读取。" in reading.notes
    assert [duty.category for duty in reading.lists[0].duties] == ["", "", "", "", "民生服务", "民生服务"]


# --- what is not shown -----------------------------------------------------------------------------------------------


def test_hidden_sheets_rows_and_columns_are_not_read_and_not_silent() -> None:
    """They are not printed; whether they were to be published, a person must say."""
    workbook = Workbook()
    written = workbook.worksheets[0]
    written.title = "基本履职"
    for cells in (["序号", "内部", "事项名称"], [1, "不公开", "甲"], [2, "", "乙"], [3, "", "丙"]):
        written.append(cells)
    written.row_dimensions[3].hidden = True
    written.column_dimensions["B"].hidden = True
    other = workbook.create_sheet("草稿")
    other["A1"] = "草稿"
    other.sheet_state = "hidden"
    document = printed(saved(workbook))
    assert [line.text for line in document.lines] == ["基本履职", "序号\t事项名称", "1\t甲", "3\t丙"]
    assert document.notes == (
        "工作表“草稿”是隐藏的，没有读取。",
        "工作表“基本履职”有1行隐藏的内容（共2字，首行为第3行），没有读取。",
        "工作表“基本履职”有1列隐藏的内容（B列，共5字），没有读取。",
    )


def test_a_merged_cell_whose_first_row_is_hidden_shows_its_text_below() -> None:
    """Excel shows the text in what is left of the merged cell."""

    def fill(written: Worksheet) -> None:
        for cells in (["序号", "事项名称"], ["1", "甲"], ["2", None], ["3", None]):
            written.append(cells)
        written.merge_cells("B2:B4")
        written.row_dimensions[2].hidden = True

    assert [(line.text, line.covered) for line in rows(sheet(fill))] == [
        ("序号\t事项名称", frozenset()),
        ("2\t甲", frozenset()),
        ("3\t", frozenset({1})),
    ]


def test_text_under_a_merged_cell_is_reported() -> None:
    """Other programs keep the texts that merging hides."""
    data = with_sheet(
        '<row r="1"><c r="A1" t="str"><v>标题</v></c><c r="B1" t="str"><v>其下</v></c></row>',
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    )
    document = printed(data)
    assert [line.text for line in document.lines] == ["Sheet1", "标题"]
    assert document.notes == ("工作表“Sheet1”的合并单元格之下另有不显示的文字（2字），没有读取。",)


def test_comments_are_not_printed() -> None:
    """Notes of whoever drew the list up are no part of it."""

    def fill(written: Worksheet) -> None:
        written["A1"] = "甲"
        written["A1"].comment = Comment("请核实", "某人")

    assert texts(sheet(fill)) == ["甲"]


# --- cells -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1.0, "General", "1"),
        (1.1, "General", "1.1"),
        (0.1 + 0.2, "General", "0.3"),
        (123456789012, "General", "123456789012"),
        (3, "00", "03"),
        (3, '"第"0"项"', "第3项"),
        (3, '0"."', "3."),
        (0.5, "0%", "50%"),
        (0.125, "0.0%", "12.5%"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (-2, "0_);[Red](0)", "(2)"),
        (1.5, "# ?/?", "1.5"),
        (True, "General", "TRUE"),
        (datetime.date(2025, 8, 1), "yyyy-mm-dd", "2025-08-01"),
        (datetime.date(2025, 8, 1), 'yyyy"年"m"月"', "2025年8月"),
        (datetime.date(2025, 8, 1), "[$-F800]yyyy\\年m\\月d\\日;@", "2025年8月1日"),
        (datetime.date(2025, 8, 1), "mm-dd-yy", "2025/8/1"),
        (datetime.datetime(2025, 8, 1, 9, 5), "yyyy/m/d h:mm", "2025/8/1 9:05"),
        (datetime.datetime(2025, 8, 1, 15, 5), "上午/下午h:mm", "下午3:05"),
        (datetime.timedelta(hours=30), "[h]:mm", "30:00"),
        ("001", "@", "001"),
    ],
)
def test_values_are_read_as_their_cells_show_them(value: object, code: str, shown: str) -> None:
    """A number column holds 1.0 and shows 1; the edition is a date that shows its month."""

    def fill(written: Worksheet) -> None:
        written["A1"] = value
        written["A1"].number_format = code

    assert texts(sheet(fill)) == [shown]


def test_dates_of_chinese_office_have_formats_that_no_file_spells_out() -> None:
    """Format 57 is 2025年8月 in Office in Chinese, and in no other."""
    data = with_part(
        with_sheet('<row r="1"><c r="A1" s="0"><v>45870</v></c></row>'),
        "xl/styles.xml",
        lambda old: re.sub(r'(<cellXfs[^>]*><xf [^>]*?numFmtId=")\d+', r"\g<1>57", old),
    )
    assert texts(data) == ["2025年8月"]


def test_dates_of_the_other_epoch() -> None:
    """Workbooks of old Macs count their days from 1904."""
    workbook = Workbook()
    workbook.epoch = datetime.datetime(1904, 1, 1)
    workbook.worksheets[0]["A1"] = datetime.date(2025, 8, 1)
    assert texts(saved(workbook)) == ["2025-08-01"]


def test_shared_texts_keep_their_runs_and_lose_their_reading_aids() -> None:
    """Bold words make runs of a text; pinyin above it is no text of the cell; line breaks are the cell's own."""
    part = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>甲</t></si><si><r><rPr><b/></rPr>'
        '<t xml:space="preserve">县水利局： </t></r><r><t>1.查。&#10;2.报_x000D_。</t></r><rPh sb="0" eb="1"><t>xian</t></rPh>'
        "</si></sst>"
    )
    data = with_part(
        with_sheet('<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>'), "xl/sharedStrings.xml", lambda _: part
    )
    relation = (
        '<Relationship Id="rIdX" Target="sharedStrings.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )
    data = with_part(data, "xl/_rels/workbook.xml.rels", lambda old: old.replace("</Relationships>", relation))
    assert texts(data) == ["县水利局： 1.查。\n2.报\n。\t甲"]


def test_a_formula_is_read_by_its_saved_value_or_reported() -> None:
    """Numbers made by =ROW()-1: programs that compute nothing save no value."""
    data = with_sheet(
        '<row r="1"><c r="A1"><f>ROW()</f><v>1</v></c><c r="B1" t="str"><f>C1</f><v>甲</v></c></row>'
        '<row r="2"><c r="A2"><f>ROW()</f></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="3"><c r="A3" t="str"><f>""</f><v></v></c></row>'
    )
    assert texts(data) == ["1\t甲", "\t#DIV/0!"]
    assert printed(data).notes == (
        "工作表“Sheet1”有1个公式没有保存计算结果（首个在A2），其内容没有读到；请用Excel或WPS打开后重新保存。",
    )


# --- the grid --------------------------------------------------------------------------------------------------------


def test_columns_that_only_carry_merged_cells_further_are_none() -> None:
    """Tables below each other share the sheet's columns: a narrow one merges them to the width of the widest."""
    blocks = [
        Table(
            (
                (Cell("序号"), Cell("事项名称", across=4)),
                (Cell("1"), Cell("甲", across=4)),
            )
        ),
        Table(((Cell("序号"), Cell("事项名称", across=2), Cell("承接部门及工作方式", across=2)),)),
        Table(((Cell("1"), Cell("乙", across=2), Cell("县住建局：检查。", across=2)),)),
    ]
    assert [(line.text, line.cells) for line in rows(write_xlsx(blocks))] == [
        ("序号\t事项名称", "'Sheet1'!A1:E1"),
        ("1\t甲", "'Sheet1'!A2:E2"),
        ("序号\t事项名称\t承接部门及工作方式", "'Sheet1'!A3:E3"),
        ("1\t乙\t县住建局：检查。", "'Sheet1'!A4:E4"),
    ]


def test_headers_may_stand_in_any_row_and_column() -> None:
    """A title centred by hand, empty rows, an empty first column, a remark far to the right of nothing."""

    def fill(written: Worksheet) -> None:
        written["D2"] = "青禾县石桥镇基本履职事项清单"
        for line, cells in enumerate((["序号", "事项名称"], [1, "甲"], [2, "乙"]), start=5):
            written.cell(line, 3, cells[0])
            written.cell(line, 5, cells[1])

    data = sheet(fill)
    assert [(line.text, line.cells) for line in rows(data)] == [
        ("青禾县石桥镇基本履职事项清单", "'Sheet1'!D2:D2"),
        ("", None),
        ("序号\t事项名称", "'Sheet1'!C5:E5"),
        ("1\t甲", "'Sheet1'!C6:E6"),
        ("2\t乙", "'Sheet1'!C7:E7"),
    ]
    assert sections(read_bytes("list.xlsx", data)) == [("石桥镇", ["basic", "basic"])]


def test_titles_merged_over_the_table_start_lists_amid_a_sheet() -> None:
    """A county's volume on one sheet: title, count and date of each township are merged rows between the tables."""
    blocks = [
        block
        for township in ("石桥镇", "柳坪乡")
        for block in (
            Paragraph(f"云岭省南屏市青禾县{township}履行职责事项清单"),
            Paragraph("2025年8月"),
            Paragraph("基本履职事项清单"),
            Paragraph("（共2项）"),
            BASIC_TABLE,
            Paragraph("配合履职事项清单"),
            COOPERATIVE_TABLE,
        )
    ]
    reading = read_bytes("list.xlsx", write_xlsx(blocks))
    assert sections(reading) == [(name, ["basic", "basic", "cooperative"]) for name in ("石桥镇", "柳坪乡")]
    assert [(read.edition, [count.declared for count in read.declared]) for read in reading.lists] == [
        ("2025-08", [2]),
        ("2025-08", [2]),
    ]
    assert (reading.leftovers, reading.notes) == ((), ())


def test_names_of_sheets_are_quoted_in_ranges() -> None:
    """As a formula writes them, so that the range can be typed into Excel."""
    assert [line.cells for line in rows(write_xlsx([Paragraph("甲")], "Mao's 表"))] == ["'Mao''s 表'!A1:A1"]


def test_a_sheet_formatted_to_its_last_row_is_as_long_as_its_text() -> None:
    """A format or a stray text in the last row of the sheet makes neither a million lines nor 16 384 cells a row."""

    def fill(written: Worksheet) -> None:
        for cells in (["序号", "事项名称"], [1, "甲"]):
            written.append(cells)
        written["XFD1048576"] = "注"
        written["E1048575"].number_format = "0%"

    assert [(line.text, line.cells) for line in rows(sheet(fill))] == [
        ("序号\t事项名称\t", "'Sheet1'!A1:XFD1"),
        ("1\t甲\t", "'Sheet1'!A2:XFD2"),
        ("", None),
        ("\t\t注", "'Sheet1'!A1048576:XFD1048576"),
    ]


# --- bad input -------------------------------------------------------------------------------------------------------

GOOD = write_xlsx([Paragraph("基本履职事项清单"), BASIC_TABLE])
ENTITIES = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def bomb() -> bytes:
    return with_part(GOOD, SHEET, lambda old: old.replace("</sheetData>", f"</sheetData>{' ' * 20_000_000}"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (GOOD[: len(GOOD) // 2], "damaged"),
        (GOOD.replace(b"\x03\x04\x14", b"\x03\x04\x15", 1)[:-30], "damaged"),
        (with_part(GOOD, SHEET, lambda old: old[:-60]), "xl/worksheets/sheet1.xml is no XML"),
        (with_part(GOOD, "xl/workbook.xml", lambda old: ENTITIES + old), "declares a document type"),
        (with_part(GOOD, "xl/workbook.xml", lambda old: (ENTITIES + old).encode("utf-16")), "declares a document type"),
        (with_part(GOOD, SHEET, lambda old: ENTITIES + old), "declares a document type"),
        (bomb(), "times its size"),
        (with_sheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), "there is no row 1048577"),
        (with_sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "there is no column 16385"),
        (with_sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "sheet Sheet1, near row 1"),
        (with_sheet('<row r="1"><c r="A1"><v>eins</v></c></row>'), "sheet Sheet1, near row 1"),
        (with_sheet('<row r="1"><c r="A1"><v>nan</v></c></row>'), "sheet Sheet1, near row 1"),
    ],
)
def test_a_bad_workbook_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    """Broken downloads, attacks, and what no program writes: file, fault and remedy, and no traceback of a parser."""
    with pytest.raises(UnreadableInput) as caught:
        printed(data)
    assert str(caught.value).startswith("list.xlsx: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_binary_workbook_is_named() -> None:
    """An .xlsb has the same package and none of the XML."""
    data = with_part(GOOD, "_rels/.rels", lambda old: old.replace("workbook.xml", "workbook.bin"))
    with pytest.raises(UnreadableInput, match=r"binary Excel workbook .*save it as \.xlsx"):
        printed(data)


def test_overlapping_merged_cells_cost_no_time() -> None:
    """Each range is small in the file and reaches over the whole sheet."""
    cells = "".join(f'<row r="{line}"><c r="A{line}"><v>{line}</v></c></row>' for line in range(1, 2001))
    merged = "".join(f'<mergeCell ref="A1:XFD{1_000_000 + extra}"/>' for extra in range(2000))
    with pytest.raises(UnreadableInput, match="its merged cells overlap"):
        printed(with_sheet(cells, f"<mergeCells>{merged}</mergeCells>"))


def test_an_empty_workbook_holds_no_list() -> None:
    """The sentence is the same as for a text without a list."""
    with pytest.raises(UnreadableInput, match="no duty list found"):
        read_bytes("list.xlsx", saved(Workbook()))
