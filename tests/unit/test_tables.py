"""The tab-separated layout: rows over pages, headings in all their places, several townships in one file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkb.records import Section
from loaders.lines import Line, text_lines
from loaders.raw import LaidOut
from loaders.tables import has_numbered_paragraphs, read_tables
from tests.table_rows import BASIC, COOPERATIVE, RECLAIMED, SMALL, accounted, cell, cooperative, laid_out, rows, visible


def test_a_small_list_is_read_whole() -> None:
    """Title in two lines, contents list, three sections, categories with their counts, no newline at the end."""
    out = laid_out(SMALL)
    (raw,) = out.lists
    assert raw.place.model_dump() == {
        "province": "云岭省", "prefecture": "澜川市", "county": "青禾县", "township": "白杨镇",
    }  # fmt: skip
    assert raw.title == "云岭省澜川市青禾县白杨镇履行职责事项清单"
    assert [(row.section.value, row.category, row.number) for row in raw.rows] == [
        ("basic", "党的建设", "1"), ("basic", "党的建设", "2"), ("basic", "生态环保", "3"),
        ("cooperative", "生态环保", "1"), ("cooperative", "生态环保", "2"), ("reclaimed", "城乡建设", "1"),
    ]  # fmt: skip
    assert [(count.section.value, count.category, count.declared, count.line) for count in raw.declared] == [
        ("basic", "党的建设", 2, 13), ("basic", "生态环保", 1, 18),
        ("cooperative", "生态环保", 2, 24), ("reclaimed", "城乡建设", 1, 31),
    ]  # fmt: skip
    assert cell(raw.rows[3], "departments") == ["县水利局"]
    assert cell(raw.rows[3], "responsibilities") == ["<p>1.制定方案。</p>"]
    assert cell(raw.rows[5], "method") == ["县住建局：每季度检查。"]
    assert (raw.first_line, raw.last_line) == (1, 32)
    assert out.leftovers == ()
    assert accounted(out) == visible(SMALL)


def test_a_row_goes_on_over_three_pages() -> None:
    """Pages end in mid-sentence, mid-name and mid-tag; with a header row or without; empty cells lead."""
    (row,) = rows(
        cooperative(
            "1\t河道巡查\t县水利局 县生态\t<p>1.制定方\t1.巡河。",
            "",
            COOPERATIVE,
            "\t和保护\t环境局\t案。</p> <o\t2.上报。",
            "",
            '\t\t\tl start="2">查处。\t',
        )
    )
    assert cell(row, "name") == ["河道巡查", "和保护"]
    assert cell(row, "departments") == ["县水利局 县生态", "环境局"]
    assert cell(row, "responsibilities") == ["<p>1.制定方", "案。</p> <o", 'l start="2">查处。']
    assert cell(row, "role") == ["1.巡河。", "2.上报。"]
    assert [piece.page_break for piece in row.cells["responsibilities"]] == [False, True, True]
    assert [piece.line for piece in row.cells["responsibilities"]] == [6, 9, 11]
    assert (row.first_line, row.last_line) == (6, 11)


def test_a_missing_header_leaves_the_columns_as_they_are() -> None:
    """Converters drop header rows, in the end all of them; the model form's columns hold then, and a note says so."""
    text = SMALL.replace(f"{COOPERATIVE}\n", "")
    out = laid_out(text)
    assert cell(out.lists[0].rows[3], "role") == ["1.每月巡河一次。"]
    assert out.notes == ("第24行起的表格没有表头，按通用格式的列读取。",)


def test_a_decayed_header_changes_nothing() -> None:
    """Of a repeated header only its last titles, its last title or its first two may be left."""
    for decayed in ("\t\t\t上级部门职责\t镇配合职责", "镇配合职责", "序号\t事项名称", "上级部门职责\t镇配合职责"):
        (first, second) = rows(
            cooperative("1\t甲\t县水利局\t职责。\t巡河。", "", decayed, "2\t乙\t县财政局\t拨款。\t核对。")
        )
        assert cell(first, "role") == ["巡河。"], decayed
        assert cell(second, "departments") == ["县财政局"], decayed
        assert cell(second, "role") == ["核对。"], decayed


def test_a_section_begins_by_its_header_row_alone() -> None:
    """Section titles are lost; the columns tell, and a note says that they did."""
    out = laid_out(SMALL.replace("\n配合履职事项清单\n", "\n").replace("\n上级部门收回事项清单\n", "\n"))
    assert [row.section.value for row in out.lists[0].rows] == ["basic"] * 3 + ["cooperative"] * 2 + ["reclaimed"]
    assert [note.partition("行")[0] for note in out.notes] == ["第22", "第28"]


def test_category_headings_in_every_place() -> None:
    """As a row, as a bare line, at a page's foot with the header after it, before a row of dashes, without count."""
    text = cooperative(
        "一、经济发展（1项）\t\t\t\t",
        "1\t甲\t县财政局\t拨款。\t核对。",
        "",
        "二、民生服务（1项）",
        "",
        "2\t乙\t县民政局\t发放。\t初审。",
        "----\t--\t------\t---\t---",
        "",
        COOPERATIVE,
        "三、平安法治(1项)",
        "",
        COOPERATIVE,
        "3\t丙\t县公安局\t查处。\t上报。",
        "四、乡村振兴\t\t\t\t",
        "4\t丁\t县农业农村局\t指导。\t统计。",
    )
    out = laid_out(text)
    (raw,) = out.lists
    assert [row.category for row in raw.rows] == ["经济发展", "民生服务", "平安法治", "乡村振兴"]
    assert [(count.category, count.declared) for count in raw.declared] == [
        ("经济发展", 1),
        ("民生服务", 1),
        ("平安法治", 1),
    ]
    assert out.leftovers == ()


def test_a_heading_repeated_at_a_pages_head_declares_once() -> None:
    """Both section titles and category rows are repeated as page headers."""
    text = cooperative(
        "一、经济发展（2项）\t\t\t\t",
        "1\t甲\t县财政局\t拨款。\t核对。",
        "",
        "配合履职事项清单",
        "",
        COOPERATIVE,
        "一、经济发展（2项）（续）\t\t\t\t",
        "2\t乙\t县财政局\t拨款。\t核对。",
    )
    (raw,) = laid_out(text).lists
    assert [row.category for row in raw.rows] == ["经济发展", "经济发展"]
    assert len(raw.declared) == 1


def test_a_sections_total_on_its_own_line() -> None:
    """The title's second line is the count of the whole section."""
    text = f"青禾县白杨镇基本履职事项清单\n\n(2项)\n\n{BASIC}\n1\t甲\n2\t乙"
    (raw,) = laid_out(text).lists
    assert [(count.section, count.category, count.declared, count.line) for count in raw.declared] == [
        (Section.BASIC, None, 2, 3)
    ]


def test_each_title_starts_a_townships_list() -> None:
    """A county's volume: its own cover, dated, then a title a township; numbering restarts in each category."""
    text = "\n".join(
        [
            "云岭省澜川市青禾县 苏木镇履行职责事项清单", "", "2025 年 8 月", "",
            "云岭省澜川市青禾县 白杨镇履行职责事项清单", "",
            "青禾县白杨镇基本履职事项清单", "(1项)", BASIC, "一、党的建设（1项）\t", "1\t甲", "",
            "青禾县白杨镇收回履职事项清单 (1项)", "", RECLAIMED, "1\t乙\t县住建局：检查。", "",
            "云岭省澜川市青禾县", "", "石桥镇履行职责事项清单", "",
            "青禾县石桥镇基本履职事项清单", "(1项)", BASIC, "1\t丙",
            "柳坪乡履行职责事项清单", "基本履职事项清单", BASIC, "1\t丁",
        ]
    )  # fmt: skip
    out = laid_out(text)
    assert [(raw.place.county, raw.place.township, raw.edition, len(raw.rows)) for raw in out.lists] == [
        ("青禾县", "白杨镇", "2025-08", 2), ("青禾县", "石桥镇", "2025-08", 1), ("青禾县", "柳坪乡", "2025-08", 1),
    ]  # fmt: skip
    assert {raw.place.province for raw in out.lists} == {"云岭省"}
    assert [raw.rows[0].category for raw in out.lists] == ["党的建设", "", ""]
    assert out.title == "云岭省澜川市青禾县苏木镇履行职责事项清单"
    assert out.leftovers == ()


def test_sections_that_begin_again_start_a_list() -> None:
    """Where the second township's title is lost, two lists must not become one with every number twice."""
    out = laid_out(SMALL + "\n\n基本履职事项清单\n\n" + BASIC + "\n1\t另一个镇的事项")
    assert [len(raw.rows) for raw in out.lists] == [6, 1]
    assert out.lists[1].place.county == "青禾县"
    assert out.lists[1].place.township is None
    assert "没有写明乡镇名称" in out.notes[0]


def test_townships_of_the_same_name_in_two_counties_are_two() -> None:
    """城关镇 occurs 88 times in the country."""
    first = f"云岭省澜川市青禾县城关镇履行职责事项清单\n基本履职事项清单\n{BASIC}\n1\t甲"
    second = f"临汀区城关镇履行职责事项清单\n基本履职事项清单\n{BASIC}\n1\t乙"
    out = laid_out(f"{first}\n\n{second}")
    assert [(raw.place.prefecture, raw.place.county, len(raw.rows)) for raw in out.lists] == [
        ("澜川市", "青禾县", 1), ("澜川市", "临汀区", 1),
    ]  # fmt: skip
    assert out.notes == ("第6行起的标题没有写全城关镇的上级区划，沿用此前标题写明的。",)


def test_a_title_repeated_as_page_header_starts_nothing() -> None:
    """Township and section are printed at the head of each page."""
    text = SMALL.replace(
        f"\n{BASIC}\n二、", f"\n青禾县白杨镇履行职责事项清单\n\n白杨镇\n\n基本履职事项清单\n{BASIC}\n二、"
    )
    out = laid_out(text)
    assert [len(raw.rows) for raw in out.lists] == [6]
    assert (out.leftovers, out.notes) == ((), ())


def test_numbers_are_what_is_printed_and_no_key() -> None:
    """Numbers repeat, leave gaps, stand with a dot or a mark; the rows are counted all the same."""
    text = cooperative(
        "1\t甲\t县财政局\t拨款。\t核对。", "1.\t乙\t县财政局\t拨款。\t核对。", "★4\t丙\t县财政局\t拨款。\t核对。"
    )
    first, second, third = rows(text)
    assert [row.number for row in (first, second, third)] == ["1", "1", "4"]
    assert cell(third, "name") == ["★", "丙"]


def test_a_row_without_number_is_a_row_where_the_sequence_says_so() -> None:
    """An empty number cell means "goes on" at a page's head, and a lost number where 2 is left out."""
    first, second, third = rows(
        cooperative(
            "1\t甲\t县财政局\t拨款。\t核对。", "\t乙\t县民政局\t发放。\t初审。", "3\t丙\t县公安局\t查处。\t上报。"
        )
    )
    assert (second.number, cell(second, "name"), second.doubts) == ("", ["乙"], ("没有印出序号。",))
    assert (cell(first, "name"), third.number) == (["甲"], "3")


def test_a_line_break_inside_a_cell_goes_on_in_that_cell() -> None:
    """A cell's own line break makes a table row end early; the next line has the rest of its tabs."""
    first, second = rows(
        cooperative("1\t甲\t县财政局\t1.拨款；", "2.审计。\t核对。", "2\t乙\t县民政局\t发放。\t初审，", "上报。")
    )
    assert cell(first, "responsibilities") == ["1.拨款；", "2.审计。"]
    assert [piece.page_break for piece in first.cells["responsibilities"]] == [False, False]
    assert cell(first, "role") == ["核对。"]
    assert cell(second, "role") == ["初审，", "上报。"]


def test_a_continuation_with_too_few_cells_stands_under_the_last_columns() -> None:
    """Leading empty cells are cut off; sentences never belong to the department column, and a doubt says so."""
    (row,) = rows(cooperative("1\t甲\t县财政局\t1.拨款；\t1.核对；", "", COOPERATIVE, "\t2.审计。\t2.上报。"))
    assert cell(row, "responsibilities") == ["1.拨款；", "2.审计。"]
    assert cell(row, "role") == ["1.核对；", "2.上报。"]
    assert row.doubts == ("第9行只有3格，而表格有5列。",)


def test_more_cells_than_columns_are_kept() -> None:
    """A tab inside a cell must not cost its text."""
    (row,) = rows(cooperative("1\t甲\t县财政局\t拨款。\t核对。\t上报。"))
    assert cell(row, "role") == ["核对。", "上报。"]
    assert len(row.doubts) == 1


def test_an_unknown_column_is_reported_with_its_texts() -> None:
    """Some counties add 备注; nothing of it may end in another column, or nowhere."""
    out = laid_out(f"青禾县白杨镇基本履职事项清单\n\n{BASIC}\t备注\n1\t甲\t暂缓执行\n2\t乙\t")
    assert [(leftover.line, leftover.text) for leftover in out.leftovers] == [(4, "暂缓执行")]
    assert "备注" in out.leftovers[0].reason
    assert out.notes == ("第3行的表头有未知的列“备注”，其内容作为未归位的文字列出。",)


def test_a_category_column_is_read_where_it_is_printed() -> None:
    """事项类别 as a column; an empty cell is a merged one."""
    text = "青禾县白杨镇基本履职事项清单\n\n序号\t事项类别\t事项名称\n1\t党的建设\t甲\n2\t\t乙\n3\t平安法治\t丙"
    assert [(row.category, cell(row, "name")) for row in rows(text)] == [
        ("党的建设", ["甲"]), ("党的建设", ["乙"]), ("平安法治", ["丙"]),
    ]  # fmt: skip


def test_a_remark_outside_the_table_is_left_over() -> None:
    """A text that no rule places is reported with its line, and not guessed into the row above it."""
    out = laid_out(SMALL + "\n\n注：本清单自印发之日起施行。\n\n最终解释权归县委编办")
    assert [(leftover.line, leftover.text) for leftover in out.leftovers] == [
        (34, "注：本清单自印发之日起施行。"), (36, "最终解释权归县委编办"),
    ]  # fmt: skip
    assert len(out.lists[0].rows) == 6


def test_page_numbers_between_rows_are_furniture() -> None:
    """Page numbers stand bare, between dashes, or in words, before the next page's header."""
    for number in ("12", "— 12 —", "第 12 页，共 69 页"):
        text = cooperative(
            "1\t甲\t县财政局\t拨款。\t核对。", "", number, "", COOPERATIVE, "2\t乙\t县民政局\t发放。\t初审。"
        )
        out = laid_out(text)
        assert [len(raw.rows) for raw in out.lists] == [2], number
        assert out.leftovers == (), number
        assert out.lists[0].rows[0].doubts == ()


def test_a_table_indented_by_tabs_has_the_same_columns() -> None:
    """Pasted from a sheet, every line begins with an empty column."""
    text = "\n".join("\t" + line if "\t" in line else line for line in SMALL.split("\n"))
    assert [row.cells for row in rows(text)] == [row.cells for row in rows(SMALL)]


def test_columns_may_stand_before_the_number() -> None:
    """Some counties print 事项类别 first, its cells merged over the rows."""
    text = (
        "青禾县白杨镇基本履职事项清单\n\n事项类别\t序号\t事项名称\n党的建设\t1\t甲\n\t2\t乙\n平安法治\t3\t丙，\n\t\t丁"
    )
    assert [(row.number, row.category, cell(row, "name")) for row in rows(text)] == [
        ("1", "党的建设", ["甲"]), ("2", "党的建设", ["乙"]), ("3", "平安法治", ["丙，", "丁"]),
    ]  # fmt: skip


def test_a_date_after_the_last_row_is_the_lists() -> None:
    """Documents are dated at their end as often as on the cover."""
    assert [raw.edition for raw in laid_out(SMALL + "\n\n2025年8月1日").lists] == ["2025-08-01"]


def test_a_count_under_the_title_is_of_no_section() -> None:
    """The title counts the whole list; taken for the count of the section before, it would disagree for nothing."""
    text = SMALL + f"\n\n青禾县石桥镇履行职责事项清单\n（共1项）\n\n基本履职事项清单\n\n{BASIC}\n1\t甲"
    out = laid_out(text)
    assert [len(raw.declared) for raw in out.lists] == [4, 0]
    assert "（1项）" in out.notes[0]


def test_text_before_any_section_is_left_over() -> None:
    """A preface is no duty."""
    out = laid_out("前言：为规范履职，制定本清单，现予公布施行。\n\n" + SMALL)
    assert [leftover.line for leftover in out.leftovers] == [1]
    assert len(out.lists[0].rows) == 6


FRAGMENTS = st.sampled_from(
    ["", "\t", BASIC, COOPERATIVE, "\t\t\t\t", "二、平安法治（9项）", "白杨镇", "(3项)", "12", "一、", "----\t--", "★",
     "\t\t甲局\t乙。", "3\t丙", "\u200b", "\u3000", "基本履职事项清单", "2025年8月", "1.\t甲\t乙\t丙\t丁\t戊",
     "序号\t事项名称\t备注", "7 丙\t甲局\t乙\t丁", "注：略", "\t\t部门\t\t职责", "二\t其他", "其他\t其他", "青禾县人民政府"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.data())
def test_every_character_ends_in_exactly_one_place(data: st.DataObject) -> None:
    """Nothing lost, nothing counted twice, whatever a converter has done to the lines."""
    lines = SMALL.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        position = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["drop", "double", "insert", "split", "join", "swap"]))
        if change == "drop" and len(lines) > 1:
            del lines[position]
        elif change == "double":
            lines.insert(position, lines[position])
        elif change == "insert":
            lines.insert(position, data.draw(FRAGMENTS))
        elif change == "split":
            cut = data.draw(st.integers(0, len(lines[position])))
            lines[position : position + 1] = [lines[position][:cut], lines[position][cut:]]
        elif change == "join" and position + 1 < len(lines):
            lines[position : position + 2] = [
                lines[position] + data.draw(st.sampled_from(["", "\t"])) + lines[position + 1]
            ]
        else:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[position], lines[other] = lines[other], lines[position]
    out = read_tables(text_lines(lines))
    assert accounted(out) == visible("".join(lines))
    in_cells = sum(
        visible(piece.text) for raw in out.lists for row in raw.rows for ps in row.cells.values() for piece in ps
    )
    assert in_cells <= out.in_rows
    assert read_tables(text_lines(lines)) == out


def merged(*rows: tuple[str, set[int]]) -> LaidOut:
    """Lay out rows of a table of which some cells are covered by a merged cell above."""
    lines = [Line(text, number, number, frozenset(covered)) for number, (text, covered) in enumerate(rows, start=1)]
    return read_tables(lines)


def test_a_merged_department_is_of_every_row_that_it_reaches() -> None:
    """A spreadsheet prints the body once beside three duties; its characters are counted once."""
    out = merged(
        (COOPERATIVE, set()),
        ("1\t河道采砂管理\t县水利局\t1.制定方案。\t巡河。", set()),
        ("2\t水库管护\t\t1.检查水库。\t值守。", {2}),
        ("3\t防汛演练\t\t1.编制预案。\t参演。", set()),
    )
    rows = out.lists[0].rows
    assert [[piece.text for piece in row.cells.get("departments", ())] for row in rows] == [
        ["县水利局"],
        ["县水利局"],
        [],
    ]
    assert [(row.first_line, row.last_line) for row in rows] == [(2, 2), (3, 3), (4, 4)]
    assert out.in_rows == visible(
        "1河道采砂管理县水利局1.制定方案。巡河。2水库管护1.检查水库。值守。3防汛演练1.编制预案。参演。"
    )


def test_a_row_whose_number_is_merged_over_lines_is_one_row() -> None:
    """Each body has a line of its own beside the duty's merged number and name; no page breaks its sentences."""
    out = merged(
        (COOPERATIVE, set()),
        ("1\t河道采砂管理\t县水利局\t1.制定方案。\t巡河。", set()),
        ("\t\t县公安局\t1.打击违法采砂。\t", {0, 1, 4}),
    )
    (row,) = out.lists[0].rows
    assert [(piece.text, piece.page_break) for piece in row.cells["departments"]] == [
        ("县水利局", False),
        ("县公安局", False),
    ]
    assert (row.last_line, row.doubts, out.leftovers) == (3, (), ())


def test_what_the_format_knows_as_furniture_is_furniture() -> None:
    """Running headers of a Word file and the navigation of a web page stand among the rows."""
    lines = [
        Line(COOPERATIVE, 1, 1),
        Line("首页 政务公开", 2, 2, furniture=True),
        Line("1\t采砂\t县水利局\t1.查。\t巡。", 3, 3),
    ]
    out = read_tables(lines)
    assert (len(out.lists[0].rows), out.leftovers) == (1, ())
    assert out.furniture == visible(COOPERATIVE + "首页政务公开")


PARAGRAPHS = """\
青禾县白杨镇履行职责事项清单

基本履职事项清单（3项）

一、党的建设（2项）
1.组织党员学习，做好
两项工作：
1.学习；
★2、做好发展党员工作。

二、生态环保（1项）
３．落实河长制。
"""


def test_numbered_paragraphs_of_the_basic_section_are_rows() -> None:
    """Web pages print the basic section, whose rows have one text, as paragraphs; the other sections need tables."""
    text = f"{PARAGRAPHS}\n配合履职事项清单\n\n{COOPERATIVE}\n1\t河道巡查\t县水利局\t制定方案。\t巡河。"
    found = laid_out(text)
    assert [(row.section, row.category, row.number, "".join(cell(row, "name"))) for row in rows(text)] == [
        (Section.BASIC, "党的建设", "1", "组织党员学习，做好两项工作：1.学习；"),
        (Section.BASIC, "党的建设", "2", "★做好发展党员工作。"),
        (Section.BASIC, "生态环保", "3", "落实河长制。"),
        (Section.COOPERATIVE, "", "1", "河道巡查"),
    ]
    assert (found.leftovers, found.notes) == ((), ("第6行起的基本履职事项不在表格中，按编号的段落读取。",))


def test_a_list_of_paragraphs_alone_is_told_from_a_text_flow() -> None:
    """No tab anywhere; a flow prints a header row of blanks before its first number."""
    assert has_numbered_paragraphs(PARAGRAPHS.split("\n"))
    assert not has_numbered_paragraphs(["基本履职事项清单", "", "序号 事项类别 事项名称", "1. 党的建设", "2. 组织学习"])
    assert not has_numbered_paragraphs(["目录", "1.基本履职事项清单", "2.配合履职事项清单", "1.植树。"])


def test_titles_in_the_first_cell_of_a_tables_row_are_titles() -> None:
    """In sheets and in Word, title, count and date are often rows of the table, merged over its columns."""
    text = "\n".join(
        ["青禾县石桥镇履行职责事项清单\t", "2025年8月\t", "基本履职事项清单\t", "（共1项）\t", BASIC, "1\t甲",
         "青禾县柳坪乡履行职责事项清单\t", "基本履职事项清单\t", BASIC, "1\t乙"]
    )  # fmt: skip
    out = laid_out(text)
    assert [(raw.place.township, raw.edition, len(raw.declared)) for raw in out.lists] == [
        ("石桥镇", "2025-08", 1),
        ("柳坪乡", "2025-08", 0),
    ]
    assert out.leftovers == ()


def test_tables_of_one_document_may_begin_with_other_columns() -> None:
    """The category stands before the number in one section, and the number first in the next."""
    text = cooperative("1\t乙\t县水利局\t1.查。\t1.报。")
    first, second = rows(f"青禾县白杨镇基本履职事项清单\n事项类别\t序号\t事项名称\n党的建设\t1\t甲\n\n{text}")
    assert (first.category, first.number, cell(first, "name")) == ("党的建设", "1", ["甲"])
    assert (second.number, cell(second, "name"), cell(second, "role")) == ("1", ["乙"], ["1.报。"])


def test_a_name_of_a_sheet_is_a_heading() -> None:
    """It says as little as 配合, or a category without a count."""
    lines = [
        Line("石桥镇-基本", 1, 1, heading=True),
        Line("三、党的建设", 2, 2, heading=True),
        Line(BASIC, 3, 3),
        Line("1\t甲", 4, 4),
        Line("柳坪乡", 5, 5, heading=True),
        Line("表1", 6, 6, furniture=True),
        Line("基本履职事项清单\t", 7, 7),
        Line("1\t乙", 8, 8),
    ]
    out = read_tables(lines)
    assert [(raw.place.township, raw.rows[0].category) for raw in out.lists] == [("石桥镇", "党的建设"), ("柳坪乡", "")]
    assert out.leftovers == ()


def test_the_numbers_column_may_move_from_table_to_table() -> None:
    """One table has the category before the number, the next one behind the name (found by the fuzz run)."""
    found = rows(
        "基本履职事项清单\n类别\t序号\t事项名称\n党建\t1\t甲\n序号\t事项名称\t类别\n2\t乙\t农业\n类别\t序号\t事项名称\n党建\t3\t丙"
    )
    assert [(row.number, row.category, cell(row, "name")) for row in found] == [
        ("1", "党建", ["甲"]),
        ("2", "农业", ["乙"]),
        ("3", "党建", ["丙"]),
    ]
