"""Web pages: what a reader of the page sees becomes lines, and what stands around the list is known as furniture."""

from __future__ import annotations

import time
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import loaders
from graphkb.errors import UnreadableInput
from graphkb.records import DutyRecord, Section
from loaders.assemble import visible
from loaders.formats import read_printed
from loaders.lines import Line, PrintedDocument
from tests.writers import FICTIONAL_DEPARTMENTS, FICTIONAL_ROWS, fictional_list
from tests.writers.html import write_html

BASIC = "<tr><td>序号</td><td>事项名称</td></tr>"
TITLE = "<h1>青禾县石桥镇履行职责事项清单</h1><h2>基本履职事项清单</h2>"


def printed(page: str | bytes) -> PrintedDocument:
    return read_printed("list.html", page if isinstance(page, bytes) else b"<!DOCTYPE html>" + page.encode())


def texts(page: str | bytes) -> list[str]:
    """The lines that are not blank."""
    return [line.text for line in printed(page).lines if line.text]


def duties(data: bytes) -> list[DutyRecord]:
    (record,) = loaders.read_bytes("list.html", data).lists
    return list(record.duties)


def test_the_fictional_list_is_read() -> None:
    """All three sections, merged cells, line breaks in cells, a row that is two printed ones."""
    reading = loaders.read_bytes("list.html", write_html(fictional_list()))
    assert [(duty.section, duty.number, duty.name) for duty in reading.lists[0].duties] == FICTIONAL_ROWS
    assert [
        [department.name for department in duty.departments] for duty in reading.lists[0].duties[3:7]
    ] == FICTIONAL_DEPARTMENTS
    assert (reading.document.format, reading.leftovers, reading.notes) == ("html", (), ())


# --- characters ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "written", "encoding"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("gbk", "gb18030", "gb18030"),
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("", "gb18030", "gb18030"),
        ("gb2312", "utf-16", "utf-16"),
        ("utf-8", "utf-8-sig", "utf-8-sig"),
    ],
)
def test_the_encoding_is_that_of_the_bytes(declared: str, written: str, encoding: str) -> None:
    """Sites declare gb2312 and print names (㛃) that only GB18030 has; pages saved again keep an old declaration."""
    text = "青禾县石桥镇履行职责事项清单，联系人㛃女士。落实河长制，巡查河道，劝阻露天焚烧，组织群众参加防汛演练。"
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    document = printed(page.encode(written))
    assert (document.encoding, [line.text for line in document.lines]) == (encoding, [text])


def test_inline_elements_join_and_blocks_part() -> None:
    """Word's pages put every run of one font into a <span>; a line of the source is no line of the page."""
    page = "<p>落实<span>河\n长制</span><b>，</b> 巡查&nbsp;&nbsp;河道</p><div>甲<p>乙</p>丙</div>丁<br/>戊<br>己"
    assert texts(page) == ["落实河 长制， 巡查 河道", "甲", "乙", "丙", "丁", "戊", "己"]


def test_what_browsers_do_not_show_is_no_text() -> None:
    """Scripts, styles, comments, templates and hidden parts; how much is hidden is remarked."""
    page = (
        "<title>标题</title><style>p{}</style><script>var 清单;</script><!-- 注释 --><p>甲</p><p hidden>乙二</p>"
        '<p style="color:red; display: none">丙</p><noscript>丁</noscript><![if !supportLists]>1.<![endif]>戊'
    )
    document = printed(page)
    assert [line.text for line in document.lines] == ["甲", "1.戊"]
    assert document.notes == ("网页中有3个字符是隐藏的，网页不显示，没有读取。",)


def test_a_hidden_tab_with_a_list_is_read() -> None:
    """Pages show the three sections as tabs, of which the script hides all but one."""
    page = f'{TITLE}<div style="display:none"><table>{BASIC}<tr><td>1</td><td>植树。</td></tr></table></div>'
    assert "1\t植树。" in texts(page)


def test_preformatted_text_keeps_its_lines_and_tabs() -> None:
    """A text file opened in a browser and saved is one <pre>: still the tab layout."""
    assert texts("<pre>序号\t事项名称\n1\t落实 河长制。\n</pre>") == ["序号\t事项名称", "1\t落实 河长制。"]


def test_text_after_the_end_of_a_page_is_kept() -> None:
    """Converters join pages of a document as one file of several <html>."""
    page = "<html><body><p>甲</p></body></html><html><head><title>页</title></head><body><p>乙</p></body></html>"
    assert texts(page) == ["甲", "乙"]


# --- lists ---------------------------------------------------------------------------------------------------------


def test_automatic_numbers_are_text() -> None:
    """A reader sees the numbers of <ol>; they part the items of a cell. Nested lists count for themselves."""
    page = "<ol start=3><li>甲<li>乙<ol type=a><li>丙</ol><li value=9>丁</ol><ul><li>戊</ul><ol style='list-style:none'><li>己</ol>"
    assert texts(page) == ["3. 甲", "4. 乙", "a. 丙", "9. 丁", "戊", "己"]


def test_an_item_with_a_number_of_its_own_gets_no_second_one() -> None:
    """Editors make <ol> of paragraphs whose numbers were typed."""
    assert texts("<ol><li>1.制定方案。<li>（2）巡查。<li>2025年底完成。</ol>") == [
        "1.制定方案。", "（2）巡查。", "3. 2025年底完成。",
    ]  # fmt: skip


def test_lists_in_cells_are_lines_of_the_cell() -> None:
    """Line breaks in a cell part its clauses; <p>, <br>, <li> and <div> all make them."""
    page = f"<table>{BASIC}<tr><td><ol><li></ol><td><p>甲</p><ol><li>乙</li><li>丙</li></ol>丁<br>戊</td></table>"
    assert texts(page) == ["序号\t事项名称", "1.\t甲\n1. 乙\n2. 丙\n丁\n戊"]


# --- tables --------------------------------------------------------------------------------------------------------


def test_merged_cells_keep_their_column() -> None:
    """A text stands once, at its first position; where a cell from above reaches is known."""
    page = (
        "<table><tr><td>1<td rowspan=2>甲<td rowspan=2 colspan=2>乙</tr><tr><td>2</tr>"
        "<tr><td>3<td>丙<td>丁<td>戊</tr><tr><td colspan=4>己</table>"
    )
    lines = [line for line in printed(page).lines if line.text]
    assert [(line.text, line.covered) for line in lines] == [
        ("1\t甲\t乙\t", frozenset()),
        ("2\t\t\t", frozenset({1, 2, 3})),
        ("3\t丙\t丁\t戊", frozenset()),
        ("己\t\t\t", frozenset()),
    ]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ("rowspan=0", ["1\t甲\t乙", "2\t\t丙", "3\t\t丁"]),
        ("rowspan=99999999999", ["1\t甲\t乙", "2\t\t丙", "3\t\t丁"]),
        ("colspan=0", ["1\t甲\t乙", "2\t丙\t", "3\t丁\t"]),
        ("colspan=99999999999", ["1\t甲\t乙", "2\t丙\t", "3\t丁\t"]),
        ("rowspan=x colspan=-3", ["1\t甲\t乙", "2\t丙\t", "3\t丁\t"]),
    ],
)
def test_bad_spans_are_read_as_browsers_read_them(spans: str, expected: list[str]) -> None:
    """Zero, huge, negative and no numbers at all; a column in which no cell begins shows nothing and is none."""
    page = f"<table><tr><td>1<td {spans}>甲<td>乙</tr><tr><td>2<td>丙</tr><tr><td>3<td>丁</table>"
    assert texts(page) == expected


def test_overlapping_spans_lose_no_cell() -> None:
    """A cell from above and one from the left reach into the same place."""
    page = "<table><tr><td>a<td>b<td rowspan=2>c</tr><tr><td colspan=3>d<td>e</tr><tr><td>f<td>g<td>h<td>i</table>"
    assert sorted("".join(texts(page)).replace("\t", "")) == list("abcdefghi")


def test_head_and_foot_stand_above_and_below() -> None:
    """HTML 4 wrote <tfoot> before <tbody>; a merged cell does not reach out of its group of rows."""
    page = (
        f"<table><caption>基本履职事项清单</caption><tfoot><tr><td>注<td>备注</tfoot><thead>{BASIC}</thead>"
        "<tbody><tr><td rowspan=9>1<td>甲</tbody><tbody><tr><td>2<td>乙</tbody></table>"
    )
    assert texts(page) == ["基本履职事项清单", "序号\t事项名称", "1\t甲", "2\t乙", "注\t备注"]


def test_a_table_that_holds_tables_arranges_the_page() -> None:
    """Sites of the first generation: navigation, list and links are cells of one large table."""
    page = (
        "<table><tr><td>首页<td>"
        f"{TITLE}<table>{BASIC}<tr><td>1<td>植树。</table>"
        f"<table>{BASIC}<tr><td>2<td>种草。</table></td></tr><tr><td colspan=2>版权所有</table>"
    )
    assert texts(page) == [
        "首页", "青禾县石桥镇履行职责事项清单", "基本履职事项清单",
        "序号\t事项名称", "1\t植树。", "序号\t事项名称", "2\t种草。", "版权所有",
    ]  # fmt: skip
    assert [(duty.number, duty.name) for duty in duties(page.encode())] == [("1", "植树。"), ("2", "种草。")]


def test_a_table_in_a_cell_of_a_list_is_text() -> None:
    """A small table in a cell: its rows are lines of the cell."""
    page = f"<table>{BASIC}<tr><td>1<td>巡查：<table><tr><td>春<td>一次<tr><td>秋<td>两次</table>完毕。</table>"
    assert texts(page) == ["序号\t事项名称", "1\t巡查：\n春 一次\n秋 两次\n完毕。"]


def test_a_table_of_one_column_is_paragraphs() -> None:
    """Frames around a title are drawn as tables of one cell."""
    assert texts("<table><tr><td><p>青禾县</p><p>石桥镇</p></td></tr><tr><td>清单</td></tr></table>") == [
        "青禾县", "石桥镇", "清单",
    ]  # fmt: skip


def test_text_in_a_table_and_outside_cells_is_kept() -> None:
    """Browsers move it before the table; <form> between <table> and <tr> is common on old sites."""
    page = "<table>甲<form><tr><td>1</td>乙<td>2</td></tr></form><td>3</td><td>4</td></table>"
    assert texts(page) == ["甲", "乙", "1\t2", "3\t4"]


def test_a_table_a_page_joins() -> None:
    """Converters make one table of each page; a row goes on in the next one, whose header row may be missing."""
    page = f"{TITLE}<table>{BASIC}<tr><td>1<td>植树，</table><p>- 1 -</p><table><tr><td><td>护林。<tr><td>2<td>种草。</table>"
    assert [(duty.number, duty.name) for duty in duties(page.encode())] == [("1", "植树，护林。"), ("2", "种草。")]


# --- furniture -----------------------------------------------------------------------------------------------------

SAVED = (
    "<html><head><title>清单_青禾县</title></head><body><div class=top>网站首页 | 政务公开</div>"
    "<div class=main><div class=crumbs>当前位置：首页 &gt; 清单</div>"
    f"<div class=text>{TITLE}<table>{BASIC}<tr><td>1<td>植树。</table><nav>上一篇</nav></div></div>"
    "<footer>主办：青禾县人民政府办公室</footer></body></html>"
)


def test_what_stands_around_the_list_is_furniture() -> None:
    """Navigation, breadcrumbs and footers of a saved page: neither lost nor taken for rows."""
    document = printed(SAVED)
    assert [line.text for line in document.lines if line.furniture] == [
        "网站首页 | 政务公开", "当前位置：首页 > 清单", "上一篇", "主办：青禾县人民政府办公室",
    ]  # fmt: skip
    assert document.notes == ("网页中清单以外的文字（导航、页脚等）共35个字符，作为页面附属文字，没有读入清单。",)
    reading = loaders.read_bytes("list.html", SAVED.encode())
    assert (reading.leftovers, reading.lists[0].place.township) == ((), "石桥镇")
    assert reading.characters.furniture + reading.characters.in_rows == sum(
        visible(line.text) for line in document.lines
    )


def test_a_later_table_without_header_is_no_furniture() -> None:
    """A table a page, each in an element of its own, and only the first repeats the header row."""
    page = f"<div><div>{TITLE}<table>{BASIC}<tr><td>1<td>植树，</table></div><div><table><tr><td><td>护林。</table></div></div>"
    assert [line.text for line in printed(f"<body><p>首页</p>{page}").lines if line.furniture] == ["首页"]


# --- web archives --------------------------------------------------------------------------------------------------


def archive(*pages: bytes, charset: str = "utf-8") -> bytes:
    message = MIMEMultipart("related")
    for page in pages:
        message.attach(MIMEText(page.decode(charset), "html", charset))
    return b"From: <Saved by Blink>\r\n" + message.as_bytes()


def test_a_web_archive_is_its_page() -> None:
    """What browsers and WPS save as one file (.mht), encoded as a mail is."""
    assert [duty.name for duty in duties(archive(SAVED.encode()))] == ["植树。"]
    reading = loaders.read_bytes("list.mht", archive(write_html(fictional_list())))
    assert len(reading.lists[0].duties) == 9


def test_all_sheets_of_a_web_archive_are_read() -> None:
    """Excel's archive holds a page of frames and a page for each sheet."""
    frames = b"<html><frameset><frame src=sheet001.htm></frameset></html>"
    second = (
        "<html><body><h2>配合履职事项清单</h2><table><tr><td>序号<td>事项名称<td>对应上级部门"
        "<tr><td>1<td>河道<td>县水利局</table>"
    )
    assert [duty.section for duty in duties(archive(frames, SAVED.encode(), second.encode()))] == [
        Section.BASIC, Section.COOPERATIVE,
    ]  # fmt: skip


# --- bad input -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'<html><frameset><frame src="sheet001.htm"></frameset></html>', "sheet001.htm"),
        (b"<html>" + b"<div>" * 5000 + "清单".encode(), "depth"),
        (b"<html><body><p>" + "落实河长制，巡查河道。".encode("gb18030") * 20 + b"\xff\xff</p>", "encoding"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--",
            "no page",
        ),
        (b"<table>" + b"<tr>" * 5000 + b"<td>x" * 5000 + b"</table>", "5000 columns"),
    ],
)
def test_a_bad_page_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    """Frames without their files, nesting without end, damaged text, an archive of images, a table without end."""
    with pytest.raises(UnreadableInput, match=r"^list\.html: ") as caught:
        read_printed("list.html", data)
    assert words in str(caught.value)


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    """A page is data of strangers."""
    page = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "甲乙">]><html><p>&a;&b;清单</p>'
    assert texts(page.encode())[-1].endswith("&a;&b;清单")


def test_reading_a_page_is_linear() -> None:
    """A row that reaches over all rows below must not make reading quadratic."""

    def seconds(rows: int) -> float:
        first = "<tr><td>1<td rowspan=60000 colspan=900>甲<td>乙</tr>"
        begin = time.process_time()
        printed(f"<table>{first}{'<tr><td>1<td><ol><li>丙</ol></tr>' * rows}</table>")
        return time.process_time() - begin

    seconds(100)
    assert seconds(4000) < 40 * max(seconds(400), 0.01)


# --- conservation --------------------------------------------------------------------------------------------------

TEXT = st.text("一二。1. \n\t&<>\xa0", max_size=6).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
INLINE = st.sampled_from(["span", "b", "a", "font", "o:p", "sup"])
BLOCKS = st.sampled_from(
    ["div", "p", "ul", "li", "h2", "center", "td", "tr", "tbody", "form", "caption", "section", "pre"]
)


def element(tag: str, attributes: str, parts: list[str]) -> str:
    return f"<{tag}{attributes}>{''.join(parts)}</{tag}>"


def nested(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    spans = st.sampled_from(["", " rowspan=2", " colspan=3", " rowspan=0 colspan=2"])
    cell = st.builds(element, st.sampled_from(["td", "th"]), spans, st.lists(parts, max_size=3))
    table_row = st.builds(element, st.just("tr"), st.just(""), st.lists(st.one_of(cell, TEXT), max_size=4))
    table = st.builds(element, st.just("table"), st.just(""), st.lists(st.one_of(table_row, cell, TEXT), max_size=4))
    return st.one_of(
        table,
        st.builds(element, st.one_of(INLINE, BLOCKS), st.just(""), st.lists(parts, max_size=4)),
        st.builds("{}<br>{}".format, parts, parts),
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(st.recursive(TEXT, nested, max_leaves=12), max_size=4))
def test_every_visible_character_is_in_a_line(parts: list[str]) -> None:
    """Nothing lost, nothing twice: however broken the markup, the lines hold the characters of the page's text."""
    page = "<!DOCTYPE html><html><body>" + "".join(parts)
    root = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))
    lines: tuple[Line, ...] = printed(page).lines
    assert sorted("".join("".join(line.text for line in lines).split())) == sorted(
        "".join("".join(root.itertext()).split())
    )
