"""Word documents: what Word prints becomes lines, automatic numbers included."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loaders
from graphkb.errors import UnreadableInput
from graphkb.records import DutyRecord
from loaders.formats import read_printed
from loaders.formats.numbers import number_text
from loaders.lines import PrintedDocument
from tests.writers import FICTIONAL_DEPARTMENTS, FICTIONAL_ROWS, fictional_list
from tests.writers.docx import write_docx

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PARTS = ("numbering", "styles", "header", "footer", "footnotes", "endnotes")


def package(
    body: str, parts: Mapping[str, str] | None = None, *, strict: bool = False, main: str = "document"
) -> bytes:
    """A document with this body, and parts by the last word of their relation."""
    space, relations = (STRICT, STRICT_RELATIONS) if strict else (TRANSITIONAL, RELATIONS)
    names = {f"{kind}.xml": kind for kind in parts or {}}

    def part(root: str, content: str) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{space}">{content}</w:{root}>'

    def related(targets: Mapping[str, str]) -> str:
        entries = "".join(
            f'<Relationship Id="r{index}" Type="{relations}/{kind}" Target="{target}"/>'
            for index, (target, kind) in enumerate(targets.items())
        )
        return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", related({f"word/{main}.xml": "officeDocument"}))
        archive.writestr(f"word/_rels/{main}.xml.rels", related(names))
        archive.writestr(f"word/{main}.xml", part("document", f"<w:body>{body}</w:body>"))
        for kind, content in (parts or {}).items():
            archive.writestr(f"word/{kind}.xml", part(kind, content))
    return stream.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def row(*texts: str) -> str:
    return "".join(map(cell, texts))


def printed(body: str, parts: Mapping[str, str] | None = None) -> PrintedDocument:
    return read_printed("list.docx", package(body, parts))


def texts(body: str, parts: Mapping[str, str] | None = None) -> list[str]:
    """The lines that are not blank."""
    return [line.text for line in printed(body, parts).lines if line.text]


def duties(data: bytes) -> list[DutyRecord]:
    (record,) = loaders.read_bytes("list.docx", data).lists
    return list(record.duties)


def test_the_fictional_list_is_read() -> None:
    """All three sections, merged cells, paragraphs in cells, a row that is two printed ones."""
    reading = loaders.read_bytes("list.docx", write_docx(fictional_list()))
    assert [(duty.section, duty.number, duty.name) for duty in reading.lists[0].duties] == FICTIONAL_ROWS
    assert [
        [department.name for department in duty.departments] for duty in reading.lists[0].duties[3:7]
    ] == FICTIONAL_DEPARTMENTS
    assert (reading.document.format, reading.leftovers, reading.notes) == ("docx", (), ())


# --- text ----------------------------------------------------------------------------------------------------------


def test_all_that_word_prints_is_text() -> None:
    """Links, content controls, tracked insertions, smart tags, fields' results, line breaks, tabs, symbols."""
    body = (
        "<w:p><w:hyperlink><w:r><w:t>县</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>水</w:t></w:r></w:sdtContent></w:sdt><w:ins><w:r><w:t>利</w:t></w:r></w:ins>"
        "<w:smartTag><w:r><w:t>局</w:t></w:r></w:smartTag><w:r><w:br/><w:t>第</w:t><w:noBreakHyphen/><w:softHyphen/>"
        '<w:t>页</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> DATE </w:instrText><w:fldChar w:fldCharType="separate"/>'
        '<w:t>8月</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert texts(body + table(row("1", "2"))) == ["县水利局", "第-页 ★8月", "1\t2"]
    assert texts(body) == ["县水利局", "第-页\t★8月"]


def test_what_word_does_not_print_is_no_text() -> None:
    """Tracked deletions and moves, comments, hidden text; how much is hidden is remarked."""
    body = (
        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>丙</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>丁</w:t></w:r></w:moveTo>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>戊己</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>庚</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    assert texts(body) == ["甲丁庚"]
    assert printed(body).notes == ("文档中有2个字符是隐藏文字，打印时不显示，没有读取。",)


def test_a_deleted_paragraph_end_joins_paragraphs() -> None:
    """Tracked changes delete the mark at the end of a paragraph, too."""
    body = paragraph("落实", "<w:rPr><w:del/></w:rPr>") + paragraph("河长制") + paragraph("植树")
    assert texts(body) == ["落实河长制", "植树"]


def test_text_boxes_are_read_once() -> None:
    """Covers stand in text boxes, which newer and older programs find in two forms of the same."""
    box = f"<w:txbxContent>{paragraph('青禾县石桥镇')}{paragraph('清单')}</w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>封面</w:t><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p><w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>"
    )
    assert texts(body) == ["封面", "青禾县石桥镇", "清单", "青禾县石桥镇", "清单"]


def test_running_headers_are_furniture_and_notes_stand_at_the_end() -> None:
    """A header is printed on every page and read once; the lines above footnotes are notes of a type of their own."""
    parts = {
        "header": paragraph("石桥镇清单") + paragraph("石桥镇清单"),
        "footer": "<w:p><w:r><w:t>第</w:t><w:pgNum/><w:t>页</w:t></w:r></w:p>",
        "footnotes": f'<w:footnote w:type="separator">{paragraph("—")}</w:footnote><w:footnote>{paragraph("注释")}</w:footnote>',
    }
    document = printed('<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="1"/></w:r></w:p>', parts)
    assert [(line.text, line.furniture) for line in document.lines] == [
        ("石桥镇清单", True), ("正文", False), ("注释", False), ("第页", True),
    ]  # fmt: skip


# --- automatic numbers ---------------------------------------------------------------------------------------------


def level(index: int, style: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> dict[str, str]:
    return {"numbering": f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'}


def item(text: str, index: int = 0, num: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{num}"/></w:numPr>')


def test_automatic_numbers_are_printed() -> None:
    """一、 over （一） over 1.: lower levels begin anew, and the text of a level may name those above."""
    parts = numbering(
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCountingThousand", "（%2）", '<w:suff w:val="nothing"/>'),
        level(2, "decimal", "%1.%3", "<w:isLgl/>"),
    )
    body = (
        item("党的建设")
        + item("组织", 1)
        + item("学习", 2)
        + item("考核", 2)
        + item("宣传", 1)
        + item("生态环保")
        + item("巡查", 1)
    )
    assert texts(body, parts) == [
        "一、 党的建设", "（一）组织", "1.1 学习", "1.2 考核", "（二）宣传", "二、 生态环保", "（一）巡查",
    ]  # fmt: skip


def test_numbers_in_a_number_cell_make_rows() -> None:
    """The number column of many lists is numbered by Word: its cells hold an empty paragraph."""
    body = paragraph("青禾县石桥镇履行职责事项清单") + table(
        row("序号", "事项名称"),
        cell(item("")) + cell("植树。"),
        cell(item("")) + cell(item("制定方案；", num=2) + item("组织实施。", num=2)),
    )
    nums = "".join(f'<w:num w:numId="{num}"><w:abstractNumId w:val="{num - 1}"/></w:num>' for num in (1, 2))
    second = f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}</w:abstractNum>'
    parts = numbering(level(0, "decimal", "%1"), nums=second + nums)
    assert texts(body, parts)[1:] == ["序号\t事项名称", "1\t植树。", "2\t1. 制定方案；\n2. 组织实施。"]
    assert [duty.number for duty in duties(package(body, parts))] == ["1", "2"]


def test_numberings_restart_where_they_say_so() -> None:
    """Lists of one abstract numbering count on; one that overrides the start begins anew, once."""
    start = '<w:startOverride w:val="5"/>'
    overrides = ["", "", start, level(0, "upperRoman", "%1)")]
    nums = "".join(
        f'<w:num w:numId="{num}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{override}</w:lvlOverride></w:num>'
        for num, override in enumerate(overrides, start=1)
    )
    parts = numbering(
        level(0, "decimal", "%1."), level(1, "lowerLetter", "%2.", '<w:lvlRestart w:val="0"/>'), nums=nums
    )
    body = "".join(item("项", index, num) for index, num in [(0, 1), (0, 2), (0, 3), (1, 3), (0, 3), (1, 3), (0, 4)])
    assert texts(body, parts) == ["1. 项", "2. 项", "5. 项", "a. 项", "6. 项", "b. 项", "VII) 项"]


def test_a_style_may_number() -> None:
    """Headings are numbered by their styles, which may be based on others; numId 0 takes the number away."""
    parts = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", '<w:pStyle w:val="h2"/>'))
    parts["styles"] = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="h1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="circle"><w:basedOn w:val="circle"/></w:style>'
    )
    body = "".join(
        paragraph(style, f'<w:pStyle w:val="{style}"/>{more}')
        for style, more in [
            ("h1", ""),
            ("h2", ""),
            ("own", ""),
            ("own", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
            ("circle", ""),
        ]
    )
    assert texts(body, parts) == ["1. h1", "1.1 h2", "2. own", "own", "circle"]


def test_bullets_and_unknown_numberings_print_no_number() -> None:
    """A bullet says nothing that the line does not; a numbering that the file lacks is none."""
    parts = numbering(level(0, "bullet", "\uf0b7"))
    assert texts(item("甲") + item("乙", num=9) + item("丙", 7), parts) == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (10, "chineseCounting", "十"), (11, "chineseCountingThousand", "十一"), (20, "japaneseCounting", "二十"),
        (103, "chineseCountingThousand", "一百零三"), (110, "taiwaneseCountingThousand", "一百一十"),
        (2025, "ideographDigital", "二〇二五"), (1003, "chineseLegalSimplified", "壹仟零叁"), (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "11"), (12, "ideographZodiac", "亥"), (14, "upperRoman", "XIV"), (9, "lowerRoman", "ix"),
        (27, "lowerLetter", "aa"), (26, "upperLetter", "Z"), (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"), (2, "decimalEnclosedParen", "⑵"), (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"), (0, "lowerLetter", "0"), (5, "unheardOf", "5"),
    ],
)  # fmt: skip
def test_numbers_look_as_their_format_says(number: int, style: str, printed: str) -> None:
    """The formats that Chinese documents use, and what they print where they have no sign."""
    assert number_text(number, style) == printed


# --- tables --------------------------------------------------------------------------------------------------------

RESTART, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_merged_cells_keep_their_column() -> None:
    """A text stands once, at its first position; where a cell from above reaches is known, what it hides is not read."""
    body = table(
        cell("1") + cell("甲", RESTART) + cell("乙", RESTART + '<w:gridSpan w:val="2"/>'),
        cell("2") + cell("藏", GO_ON) + cell("", GO_ON + '<w:gridSpan w:val="2"/>'),
        row("3", "丙", "丁", "戊"),
        cell("己", '<w:gridSpan w:val="4"/>'),
    )
    document = printed(body)
    assert [(line.text, line.covered) for line in document.lines if line.text] == [
        ("1\t甲\t乙\t", frozenset()),
        ("2\t\t\t", frozenset({1, 2, 3})),
        ("3\t丙\t丁\t戊", frozenset()),
        ("己\t\t\t", frozenset()),
    ]
    assert document.notes == ("文档中有1个字符是隐藏文字，打印时不显示，没有读取。",)


def test_columns_are_what_a_reader_sees() -> None:
    """Tables drawn by hand, or joined from two pages, have edges that differ a little from row to row."""
    body = table(
        cell("序号")
        + cell("事项名称", '<w:gridSpan w:val="2"/>')
        + cell("承接部门及工作方式", '<w:gridSpan w:val="2"/>'),
        cell("1", '<w:gridSpan w:val="2"/>') + cell("甲", '<w:gridSpan w:val="2"/>') + cell("乙"),
        cell("类", '<w:gridSpan w:val="5"/>'),
    )
    assert texts(body) == ["序号\t事项名称\t承接部门及工作方式", "1\t甲\t乙", "类\t\t"]


def test_rows_that_begin_or_end_inside_keep_their_column() -> None:
    """A row may leave columns out on the left and on the right; a merge without a beginning is none."""
    body = table(
        row("1", "甲", "乙"),
        '<w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>' + cell("丙"),
        cell("2", GO_ON) + cell("丁") + cell("戊"),
    )
    assert texts(body) == ["1\t甲\t乙", "\t丙\t", "2\t丁\t戊"]


def test_rows_in_content_controls_and_deleted_rows() -> None:
    """Forms repeat rows by content controls; a tracked deletion takes a whole row."""
    controlled = f"<w:sdt><w:sdtContent><w:tr>{row('2', '乙')}</w:tr></w:sdtContent></w:sdt>"
    body = f"<w:tbl><w:tr>{row('1', '甲')}</w:tr>{controlled}<w:tr><w:trPr><w:del/></w:trPr>{row('3', '丙')}</w:tr></w:tbl>"
    assert texts(body) == ["1\t甲", "2\t乙"]


def test_a_table_in_a_cell_is_text() -> None:
    """A small table in a cell: its rows are lines of the cell."""
    body = table(
        row("序号", "事项名称"), cell("1") + cell(paragraph("巡查：") + table(row("春", "一次"), row("秋", "两次")))
    )
    assert texts(body) == ["序号\t事项名称", "1\t巡查：\n春 一次\n秋 两次"]


def test_a_table_a_page_joins() -> None:
    """Documents made from pages have a table on each, with or without its header row; a row goes on in the next."""
    head = row("序号", "事项名称")
    body = (
        paragraph("青禾县石桥镇履行职责事项清单")
        + paragraph("基本履职事项清单")
        + table(head, row("1", "植树，"))
        + paragraph("")
        + table(row("", "护林。"), row("2", "种草。"))
        + table(head, row("3", "养花。"))
    )
    assert [(duty.number, duty.name) for duty in duties(package(body))] == [
        ("1", "植树，护林。"), ("2", "种草。"), ("3", "养花。"),
    ]  # fmt: skip


def test_a_document_without_tables_keeps_its_tabs() -> None:
    """A text file that was pasted into Word: still the tab layout."""
    body = "".join(
        f"<w:p><w:r><w:t>{left}</w:t><w:tab/><w:t>{right}</w:t></w:r></w:p>"
        for left, right in [("序号", "事项名称"), ("1", "植树。"), ("2", "种草。")]
    )
    assert [duty.name for duty in duties(package(paragraph("石桥镇履行职责事项清单") + body))] == ["植树。", "种草。"]


@pytest.mark.parametrize("main", ["document", "document2"])
def test_strict_files_and_other_names_of_parts(main: str) -> None:
    """Word saves "Strict Open XML" under other namespaces, and cloud editors name the main part otherwise."""
    data = package(table(row("1", "甲")), numbering(level(0, "decimal", "%1.")), strict=True, main=main)
    assert [line.text for line in read_printed("list.docx", data).lines] == ["", "1\t甲", ""]


def test_reading_a_large_table_is_linear() -> None:
    """A volume of a county has thousands of rows in one table."""

    def seconds(rows: int) -> float:
        data = package(table(*[row("1", "甲", "乙", "丙", "丁")] * rows))
        begin = time.process_time()
        read_printed("list.docx", data)
        return time.process_time() - begin

    seconds(20)
    assert seconds(2000) < 40 * max(seconds(200), 0.01)


# --- bad input -----------------------------------------------------------------------------------------------------

ENTITIES = '<!DOCTYPE w:document [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;">]>'


def rewritten(changes: Mapping[str, bytes | None]) -> bytes:
    """A document whose parts are replaced, or missing where there is ``None``."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package(paragraph("甲")))) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            if (data := changes.get(name, source.read(name))) is not None:
                archive.writestr(name, data)
        for name in changes.keys() - set(source.namelist()):
            archive.writestr(name, changes[name] or b"")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (package(paragraph("甲"))[:-200], "damaged"),
        (rewritten({"word/document.xml": None, "word/x.xml": b""}), "no word/document.xml"),
        (rewritten({"word/document.xml": b"<w:document"}), "damaged"),
        (rewritten({"word/document.xml": f"{ENTITIES}<w:document>&b;</w:document>".encode()}), "document type"),
        (rewritten({"word/media/image1.bmp": bytes(30_000_000)}), "times its size"),
        (rewritten({"word/document.xml": b"<a>" * 5000}), "damaged"),
        (rewritten({"word/styles.xml": b"<", "word/_rels/document.xml.rels": b"<x"}), "damaged"),
    ],
)  # fmt: skip
def test_a_bad_document_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    """Truncated, without its main part, no XML, entities that expand, a zip bomb, nesting without end."""
    with pytest.raises(UnreadableInput, match=r"^list\.docx: ") as caught:
        read_printed("list.docx", data)
    assert words in str(caught.value)


def test_a_document_protected_by_zip_is_refused() -> None:
    """Members of an archive can be encrypted one by one; Word does not do it, archivers do."""
    data = bytearray(package(paragraph("甲")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = data.find(signature)
        while position >= 0:
            data[position + offset] |= 1
            position = data.find(signature, position + 4)
    with pytest.raises(UnreadableInput, match="password"):
        read_printed("list.docx", bytes(data))


def test_parts_that_are_named_but_missing_are_no_fault() -> None:
    """WPS keeps relations to parts that it did not write."""
    relation = f'<Relationship Id="r1" Type="{RELATIONS}/styles" Target="NULL"/>'
    data = rewritten({"word/_rels/document.xml.rels": f"<Relationships>{relation}</Relationships>".encode()})
    assert [line.text for line in read_printed("list.docx", data).lines] == ["甲"]


# --- conservation --------------------------------------------------------------------------------------------------

TEXTS = st.builds(paragraph, st.text("一二。1.（ ★", max_size=5))


def containers(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    many = st.lists(parts, min_size=1, max_size=3).map("".join)
    spans = st.sampled_from(["", '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="99999"/>', RESTART])
    cells = st.lists(st.builds(cell, many, spans), max_size=4).map("".join)
    return st.one_of(
        st.lists(cells, max_size=4).map(lambda rows: table(*rows)),
        many.map("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format),
        many.map("<w:ins>{}</w:ins>".format),
        many.map("<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>".format),
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(st.recursive(TEXTS, containers, max_leaves=10), max_size=4))
def test_every_printed_character_is_in_a_line(parts: list[str]) -> None:
    """Nothing lost, nothing twice, however tables, controls and text boxes stand in each other."""
    body = "".join(parts)
    expected = "".join("".join(re.findall(r"<w:t>([^<]*)</w:t>", body)).split())
    assert sorted("".join("".join(line.text for line in printed(body).lines).split())) == sorted(expected)
