"""The tab-separated layout as counties vary it: columns, headings, numbers, signatures."""

from __future__ import annotations

from loaders.lines import Line
from loaders.tables import read_tables
from tests.table_rows import (
    BASIC,
    COOPERATIVE,
    SMALL,
    accounted,
    basic,
    cell,
    cooperative,
    laid_out,
    reclaimed,
    rows,
    visible,
)


def test_receiving_bodies_and_method_may_be_two_columns() -> None:
    """承接部门 and 工作方式 side by side; also with the township's part beside them."""
    (row,) = rows(reclaimed("承接部门\t收回后工作措施\t镇配合职责", "1\t甲\t县水利局\t巡查。\t上报。"))
    assert {column: cell(row, column) for column in row.cells} == {
        "name": ["甲"], "departments": ["县水利局"], "method": ["巡查。"], "role": ["上报。"],
    }  # fmt: skip


def test_departments_alone_make_no_cooperative_table_of_what_is_taken_back() -> None:
    """The heading says what the section is; only the township's role would contradict it."""
    header = "对应上级部门\t上级部门职责"
    page = f"序号\t事项名称\t{header}"
    out = laid_out(reclaimed(header, "1\t甲\t县水利局\t巡查。", "", page, "2\t乙\t县公安局\t查处。"))
    assert [row.section.value for row in out.lists[0].rows] == ["reclaimed", "reclaimed"]
    assert cell(out.lists[0].rows[1], "method") == ["查处。"]
    assert out.notes == ()


def test_the_legal_basis_is_a_column_of_its_own() -> None:
    """Some counties print 设定依据: its laws are the row's."""
    (row,) = rows(f"青禾县白杨镇基本履职事项清单\n\n{BASIC}\t设定依据\n1\t甲\t《水法》第三条")
    assert cell(row, "basis") == ["《水法》第三条"]


def test_a_header_row_may_go_on_in_the_next_line() -> None:
    """Titles break in their cells, or stand below a common title; repeated pages break them again."""
    for first, second in (
        ("序号\t事项名称\t对应上级\t上级部门职责\t镇配合", "\t\t部门\t\t职责"),
        ("序号\t事项名称\t上级部门\t\t镇配合职责", "\t\t部门名称\t部门职责\t"),
    ):
        lines = [
            "青禾县白杨镇履行职责事项清单",
            "",
            "配合履职事项清单",
            "",
            first,
            second,
            "1\t甲\t县财政局\t拨款。\t核对。",
        ]
        out = laid_out("\n".join([*lines, "", first, second, "2\t乙\t县民政局\t发放。\t初审。"]))
        assert [cell(row, "departments") for row in out.lists[0].rows] == [["县财政局"], ["县民政局"]], second
        assert [cell(row, "role") for row in out.lists[0].rows] == [["核对。"], ["初审。"]], second
        assert (out.leftovers, out.notes) == ((), ()), second


def test_numbers_may_stand_in_brackets() -> None:
    """（1）, 2） and 1-1 number rows; they are kept without brackets."""
    assert [row.number for row in rows(basic("（1）\t甲", "2）\t乙", "3-1\t丙", "03\t丁"))] == ["1", "2", "3-1", "03"]


def test_categories_without_ordinal_or_count() -> None:
    """A merged row with nothing but the category, a bare line with a name that lists use everywhere, an ordinal in the
    number's column, and a heading that a converter repeats in every merged cell.
    """
    text = basic(
        "党的建设\t", "1\t甲", "", "平安法治", "", "2\t乙", "三\t水利建设", "3\t丙", "四、其他（1项）\t四、其他（1项）",
        "4\t丁",
    )  # fmt: skip
    out = laid_out(text)
    assert [row.category for row in out.lists[0].rows] == ["党的建设", "平安法治", "水利建设", "其他"]
    assert [row.cells["name"][0].text for row in out.lists[0].rows] == ["甲", "乙", "丙", "丁"]
    assert out.leftovers == ()


def test_ordinal_and_count_in_a_category_column_are_no_part_of_the_name() -> None:
    """党的建设（2项） in a merged cell beside its rows declares as a heading does."""
    text = "青禾县白杨镇基本履职事项清单\n\n序号\t类别\t事项名称\n1\t一、党的建设（2项）\t甲\n2\t\t乙"
    (raw,) = laid_out(text).lists
    assert [row.category for row in raw.rows] == ["党的建设", "党的建设"]
    assert [(count.category, count.declared) for count in raw.declared] == [("党的建设", 2)]


def test_signatures_and_a_date_close_the_list() -> None:
    """The issuing bodies sign below the last row, with a blank line or without, and date the list."""
    signed = ["中共青禾县白杨镇委员会", "青禾县白杨镇人民政府（盖章）", "2025年8月1日印发"]
    for blank in ([], [""]):
        out = laid_out("\n".join([SMALL, *blank, *signed]))
        assert cell(out.lists[0].rows[-1], "method") == ["县住建局：每季度检查。"]
        assert ([raw.edition for raw in out.lists], out.leftovers) == (["2025-08-01"], ())


def test_text_below_a_remark_is_no_text_of_the_row() -> None:
    """What follows a line that is left over does not continue the cell above both."""
    out = laid_out(SMALL + "\n\n注：本清单由县委编办解释。\n各镇遵照执行")
    assert [leftover.line for leftover in out.leftovers] == [34, 35]


def test_marks_of_continued_pages_are_furniture() -> None:
    """（续表） above the repeated header row."""
    out = laid_out(basic("1\t甲", "", "（续表）", BASIC, "2\t乙"))
    assert (len(out.lists[0].rows), out.leftovers) == (2, ())


def test_a_sum_below_the_rows_declares() -> None:
    """合计 is a count of the section, and no category."""
    (raw,) = laid_out(basic("1\t甲", "2\t乙", "合计\t2项")).lists
    assert [(count.category, count.declared) for count in raw.declared] == [(None, 2)]
    assert len(raw.rows) == 2


def test_a_title_may_stand_in_the_table() -> None:
    """Pasted from a sheet, the first merged row is the title."""
    (raw,) = laid_out(f"青禾县白杨镇履行职责事项清单\t\n基本履职事项清单\t\n{BASIC}\n1\t甲").lists
    assert (raw.place.county, raw.place.township) == ("青禾县", "白杨镇")


def test_what_is_cancelled_may_have_a_table_of_its_own() -> None:
    """（二）取消事项 follows 收回事项 with the reason in the place of the method; the section goes on."""
    text = reclaimed(
        "承接部门及工作方式",
        "1\t甲\t县水利局：巡查。",
        "（二）取消事项（1项）",
        "序号\t事项名称\t取消原因",
        "1\t乙\t依据已废止",
    )
    assert [(row.section.value, cell(row, "method")) for row in rows(text)] == [
        ("reclaimed", ["县水利局：巡查。"]), ("reclaimed", ["依据已废止"]),
    ]  # fmt: skip


def test_a_second_level_of_categories_is_reported() -> None:
    """A row has one category: 主项 beside 事项类别 is left over with its texts, and not lost."""
    out = laid_out("青禾县白杨镇基本履职事项清单\n\n序号\t事项类别\t主项名称\t子项名称\n1\t党的建设\t甲\t乙")
    (row,) = out.lists[0].rows
    assert (row.category, cell(row, "name")) == ("党的建设", ["乙"])
    assert [leftover.text for leftover in out.leftovers] == ["甲"]


def test_a_row_without_number_may_open_a_page() -> None:
    """Every column begins again and every sentence above has ended: no row goes on so, though the numbers leave no gap."""
    page = "序号\t事项名称\t承接部门及工作方式"
    text = reclaimed(
        "承接部门及工作方式",
        "1\t甲\t县水利局：巡查。",
        "",
        page,
        "\t乙\t县公安局：查处。",
        "2\t丙\t县公安局：查处，",
        "",
        page,
        "\t丁\t移送。",
    )
    assert [(row.number, cell(row, "name")) for row in rows(text)] == [("1", ["甲"]), ("", ["乙"]), ("2", ["丙", "丁"])]


ONE_TABLE = """\
清单类型\t序号\t事项名称\t对应上级部门\t镇配合职责\t承接部门及工作方式
基本履职\t1\t甲\t\t\t
基本履职\t2\t乙\t\t\t
配合履职事项\t1\t丙\t县水利局\t巡河。\t
上级部门收回\t1\t丁\t\t\t县公安局：查处。"""


def test_a_column_may_name_the_section_of_each_row() -> None:
    """County offices keep all three lists in one sheet; by its header row alone all of it would be taken back."""
    out = laid_out(ONE_TABLE)
    (found,) = out.lists
    assert [(row.section.value, row.number, cell(row, "name")) for row in found.rows] == [
        ("basic", "1", ["甲"]),
        ("basic", "2", ["乙"]),
        ("cooperative", "1", ["丙"]),
        ("reclaimed", "1", ["丁"]),
    ]
    assert (out.notes, out.leftovers, accounted(out)) == ((), (), visible(ONE_TABLE))


def test_the_column_of_sections_may_have_a_title_of_categories() -> None:
    """类型 names the section here; the category is the next column that can be one."""
    text = "序号\t类型\t领域\t事项名称\t镇配合职责\n1\t基本履职\t党的建设\t甲\t\n1\t配合履职\t生态环保\t丙\t巡河。"
    found = [(row.section.value, row.category, cell(row, "name")) for row in laid_out(text).lists[0].rows]
    assert found == [("basic", "党的建设", ["甲"]), ("cooperative", "生态环保", ["丙"])]


def test_a_merged_cell_names_the_section_of_all_rows_that_it_reaches() -> None:
    """The section's cell is merged: its text stands in the first of the rows alone."""
    text = ONE_TABLE.replace("基本履职\t2", "\t2")
    assert [row.section.value for row in laid_out(text).lists[0].rows] == ["basic", "basic", "cooperative", "reclaimed"]


def test_a_signature_dates_the_list_above_it_and_not_the_next() -> None:
    """Two townships in one file, each list signed and dated below its last row; a telephone number may follow."""
    second = SMALL.replace("白杨镇", "石桥镇")
    first_signed = f"{SMALL}\n\n中共白杨镇委员会\n白杨镇人民政府\n2025年8月1日"
    out = laid_out(f"{first_signed}\n\n{second}\n\n石桥镇人民政府\n2025年8月3日\n联系电话：12345")
    assert [(found.place.township, found.edition) for found in out.lists] == [
        ("白杨镇", "2025-08-01"),
        ("石桥镇", "2025-08-03"),
    ]
    assert [left.text for left in out.leftovers] == ["联系电话：12345"]


def test_the_circular_before_the_list_dates_it() -> None:
    """A Word file without blank lines: the circular's signature and date stand directly below its text."""
    circular = ("关于印发《白杨镇履行职责事项清单》的通知", "请认真执行。", "白杨镇人民政府", "2025年6月30日", "附件")
    out = laid_out("\n".join([*circular, "青禾县白杨镇履行职责事项清单", "基本履职事项清单", BASIC, "1\t甲"]))
    assert [(found.place.township, found.edition) for found in out.lists] == [("白杨镇", "2025-06-30")]
    assert [left.text for left in out.leftovers] == ["请认真执行。"]


def test_a_table_without_numbers_has_a_row_a_line() -> None:
    """Sheets that a township typed itself have no 序号; nothing else would tell a row from a cell that goes on."""
    table = (
        "事项名称\t对应上级部门\t镇配合职责",
        "一、生态环保（2项）\t\t",
        "采砂\t县水利局\t巡河",
        "禁烧\t县公安局\t劝阻",
    )
    out = laid_out("\n".join(["青禾县白杨镇配合履职事项清单", "", *table, "\t\t上报"]))
    found = [(row.number, cell(row, "name"), cell(row, "departments"), cell(row, "role")) for row in out.lists[0].rows]
    assert found == [("", ["采砂"], ["县水利局"], ["巡河"]), ("", ["禁烧"], ["县公安局"], ["劝阻", "上报"])]
    assert out.notes == ("第3行的表头没有序号列，每行作为一项读取。",)


def test_a_header_row_that_lost_the_numbers_title_keeps_the_numbers() -> None:
    """The title 序号 is lost on a further page with its cell; the rows below have their numbers."""
    first, second = rows(cooperative("1\t甲\t县水利局\t查。\t报。", COOPERATIVE[3:], "2\t乙\t县公安局\t管。\t劝。"))
    assert [(row.number, cell(row, "name"), cell(row, "role")) for row in (first, second)] == [
        ("1", ["甲"], ["报。"]),
        ("2", ["乙"], ["劝。"]),
    ]


def test_a_merged_department_is_of_every_row_of_a_table_without_numbers() -> None:
    """The department's cell reaches over two rows, of which nothing but their names tells that they are two."""
    lines = [
        Line("青禾县白杨镇配合履职事项清单", 1, 1),
        Line("事项名称\t对应上级部门\t镇配合职责", 2, 2),
        Line("采砂\t县水利局\t巡河", 3, 3),
        Line("禁烧\t\t劝阻", 4, 4, covered=frozenset({1})),
    ]
    found = read_tables(lines).lists[0].rows
    assert [(cell(row, "name"), cell(row, "departments")) for row in found] == [
        (["采砂"], ["县水利局"]),
        (["禁烧"], ["县水利局"]),
    ]
