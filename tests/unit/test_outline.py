"""Lines outside the rows: what is a heading, a count, a date, a page number, and what only looks like one."""

from __future__ import annotations

import pytest

from graphkb.records import Section
from loaders import outline
from loaders.outline import CategoryHeading, SectionHeading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("基本履职事项清单", (Section.BASIC, "", None)),
        ("青禾县白杨镇基本履职事项清单", (Section.BASIC, "青禾县白杨镇", None)),
        ("青禾县白杨镇配合履职事项清单 (75项)", (Section.COOPERATIVE, "青禾县白杨镇", 75)),
        ("一、基本履职事项（86项）", (Section.BASIC, "", 86)),
        ("（三）上级部门收回事项清单", (Section.RECLAIMED, "", None)),
        ("上级部门收回履职事项清单（共１２项）", (Section.RECLAIMED, "", 12)),
        ("白杨镇收回履职事项清单 (45项)", (Section.RECLAIMED, "白杨镇", 45)),
        ("配 合 履 职 事 项 清 单", (Section.COOPERATIVE, "", None)),
        ("配合履职事项清单（5类86项）", (Section.COOPERATIVE, "", 86)),
        ("附件2：配合履职事项清单", (Section.COOPERATIVE, "", None)),
        ("基本履职事项清单（续）", (Section.BASIC, "", None)),
        ("第一部分 基本履职事项清单", (Section.BASIC, "", None)),
        ("表三 县级部门收回事项清单", (Section.RECLAIMED, "", None)),
        ("上级部门收回或取消事项清单（3项）", (Section.RECLAIMED, "", 3)),
        ("由上级部门承担的事项清单", (Section.RECLAIMED, "", None)),
        ("上收事项", (Section.RECLAIMED, "", None)),
        ("三、上级部门收回事项清单：", (Section.RECLAIMED, "", None)),
        ("配合上级部门履职事项清单", (Section.COOPERATIVE, "", None)),
        ("第二张清单：配合履职", (Section.COOPERATIVE, "", None)),
        ("一、本级履职事项清单", (Section.BASIC, "", None)),
        ("（一）基本职责清单", (Section.BASIC, "", None)),
        ("（二）配合职责清单", (Section.COOPERATIVE, "", None)),
    ],
)
def test_section_headings_with_all_their_ornaments(text: str, expected: tuple[Section, str, int | None]) -> None:
    """Ordinal, place, count, brackets of either width, blanks and appendix marks vary from county to county."""
    assert outline.section_heading(text) == SectionHeading(*expected)


@pytest.mark.parametrize(
    "text",
    [
        "基本履职",
        "收回",
        "一、城建配合事项（3项）",
        "承担的事项",
        "做好配合履职事项的登记",
        "按照清单，配合履职事项清单",
        "上级部门职责",
        "履行职责事项清单",
    ],
)
def test_a_sentence_with_a_sections_words_is_no_heading(text: str) -> None:
    """Cells speak of 配合履职 and 收回, too."""
    assert outline.section_heading(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、党的建设（12项）", (1, "党的建设", 12)),
        ("七、文化和旅游(2项)", (7, "文化和旅游", 2)),
        ("十三、应急管理与消防（10项）", (13, "应急管理与消防", 10)),
        ("（二）经济发展【共 9 项】", (2, "经济发展", 9)),
        ("三、平安法治（十九项）", (3, "平安法治", 19)),
        ("四、乡村振兴", (4, "乡村振兴", None)),
        ("生态环保（5项）", (None, "生态环保", 5)),
        ("六、城乡建设 8项", (6, "城乡建设", 8)),
        ("一、党的建设（12项）（续）", (1, "党的建设", 12)),
        ("第一类 党的建设（12项）", (1, "党的建设", 12)),
        ("第2章、经济发展", (2, "经济发展", None)),
        ("类别三：民生服务（共4项）", (3, "民生服务", 4)),
    ],
)
def test_category_headings_lose_ordinal_and_count(text: str, expected: tuple[int | None, str, int | None]) -> None:
    """The name alone is the category, so that the same one in two lists is one."""
    assert outline.category_heading(text) == CategoryHeading(*expected)


@pytest.mark.parametrize(
    "text",
    ["党的建设", "1.制定方案。", "一、县水利局：负责河道巡查；", "二、对违法行为进行查处，并报告", "3项", "（一）"],
)
def test_clauses_with_an_ordinal_are_no_category(text: str) -> None:
    """Responsibilities have headings with 一、 of their own."""
    assert outline.category_heading(text) is None


def test_an_ordinal_in_the_numbers_column_heads_a_category() -> None:
    """A merged heading row splits at the column's border: 一 | 党的建设（12项）."""
    assert outline.category_of_row("二", "生态环保（14项）") == CategoryHeading(2, "生态环保", 14)
    assert outline.category_of_row("2", "生态环保（14项）") is None


@pytest.mark.parametrize("text", ["（续表）", "续上表", "第一部分", "附件1"])
def test_marks_of_parts_and_pages_are_furniture(text: str) -> None:
    """They stand above a section or a page."""
    assert outline.is_attachment(text)


def test_a_count_on_a_line_of_its_own() -> None:
    """Section titles are set in two lines, the count below."""
    assert outline.lone_count("(86项)") == 86
    assert outline.lone_count("（共计 一百零三 项）") == 103
    assert outline.lone_count("86") is None
    assert outline.lone_count("86项任务") is None


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("2025 年 8 月", "2025-08"),
        ("2025年8月1日", "2025-08-01"),
        ("二〇二五年八月", "2025-08"),
        ("二○二五年十二月二十一日印发", "2025-12-21"),
        ("（2025年版）", "2025"),
        ("2025-08-01", "2025-08-01"),
        ("2025年13月", None),
        ("2025年8月完成整改", None),
        ("1.2.3", None),
    ],
)
def test_dates_become_editions(text: str, edition: str | None) -> None:
    """The edition is part of a list's key, so one date must have one form; a sentence with a date is none."""
    assert outline.edition(text) == edition


def test_titles_give_place_and_edition() -> None:
    """The place may stand on the line before, the year in a bracket behind."""
    title = outline.title("云岭省澜川市青禾县 白杨镇履行职责事项清单（2025年版）")
    assert title is not None
    assert (title.place, title.edition) == ("云岭省澜川市青禾县白杨镇", "2025")
    bare = outline.title("履行职责事项清单")
    assert bare is not None
    assert bare.place == ""
    first = outline.title("2025年青禾县白杨镇履行职责事项清单")
    assert first is not None
    assert (first.place, first.edition) == ("青禾县白杨镇", "2025")
    assert outline.title("按照履行职责事项清单开展工作") is None


@pytest.mark.parametrize(
    "text",
    [
        "关于印发《青禾县白杨镇履行职责事项清单》的通知",
        "青禾县白杨镇履行职责“三张清单”",
        "青禾县白杨镇“基本履职、配合履职、上级收回”事项清单",
    ],
)
def test_titles_in_other_words_give_the_place(text: str) -> None:
    """Lists are titled by their notice or by the names of their sections, too."""
    title = outline.title(text)
    assert title is not None
    assert title.place.rstrip("“") == "青禾县白杨镇"


@pytest.mark.parametrize(
    "text",
    [
        "1. 基本履职事项清单\t1",
        "1... 基本履职事项清单 1",
        "2. 配合履职事项清单·····12",
        "一、党的建设（12项）……………3",
        "青禾县白杨镇履行职责事项清单 - 5",
    ],
)
def test_contents_entries_end_in_a_page_number(text: str) -> None:
    """Taken for headings they would open sections without rows."""
    assert outline.contents_entry(text)


@pytest.mark.parametrize("text", ["基本履职事项清单", "一、党的建设（12项）", "1. 制定方案 12", "12"])
def test_headings_themselves_are_no_contents_entries(text: str) -> None:
    """Taken for contents entries, sections would be lost."""
    assert not outline.contents_entry(text)


def test_page_numbers_and_rules() -> None:
    """Both are page furniture in every form that converters leave."""
    assert all(map(outline.is_page_number, ("第 53 页，共 69 页", "- 12 -", "—12—", "第3页", "3/40", "Page 3 of 40")))
    assert not any(map(outline.is_page_number, ("12", "第三条", "1.2", "2025-08")))
    assert all(map(outline.is_rule, ("----\t--\t-------------------", "————————", "======", "|---|:--|")))
    assert not any(map(outline.is_rule, ("-", "……", "1-2", "、、")))


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("两百", 200)]
)
def test_chinese_numerals(text: str, value: int) -> None:
    """Ordinals and counts are printed in either."""
    assert outline.number_of(text) == value


@pytest.mark.parametrize(
    ("name", "section", "place"),
    [
        ("基本履职", Section.BASIC, ""),
        ("1.基本", Section.BASIC, ""),
        ("配合履职事项清单", Section.COOPERATIVE, ""),
        ("表2 配合履职", Section.COOPERATIVE, ""),
        ("石桥镇-配合", Section.COOPERATIVE, "石桥镇"),
        ("配合履职（石桥镇）", Section.COOPERATIVE, "石桥镇"),
        ("上级收回", Section.RECLAIMED, ""),
        ("石桥镇_收回2", Section.RECLAIMED, "石桥镇"),
    ],
)
def test_names_of_sheets_say_a_section_and_a_place(name: str, section: Section, place: str) -> None:
    """There is no room on a tab for 青禾县石桥镇配合履职事项清单."""
    assert outline.sheet_heading(name) == outline.SectionHeading(section, place, None)


@pytest.mark.parametrize("name", ["Sheet1", "基本情况", "党的建设", "石桥镇", "目录", "配合单位名单"])
def test_other_names_of_sheets_say_no_section(name: str) -> None:
    """A word of a section's name is not yet its name."""
    assert outline.sheet_heading(name) is None
