"""Answers as officials take them along: what tables say, what their files hold, and how they print."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.views import go

pytestmark = [pytest.mark.browser, pytest.mark.store]


def test_rows_that_only_look_alike_are_not_called_the_same(open_page: OpenPage, samples_address: str) -> None:
    """就是这件事 stood beside 待核实 9 %, and an edition without a date was called undated."""
    with open_page(samples_address) as page:
        go(page, "#/ask/reclaimed_yet_delegated")
        expect(page.get_by_role("heading", level=2)).to_have_text(["判为同一件事的2", "待核实23"])
        expect(page.locator(".note")).to_contain_text("不能据此认定为明减暗增")
        judged, table = page.locator("main table").nth(0), page.locator("main table").nth(1)
        expect(judged.locator("tbody tr")).to_have_count(2)
        expect(judged).to_contain_text("就是这件事")
        expect(table).to_contain_text("50%，都有“经营行为的处罚”")
        for wrong in ("就是这件事", "undated", "同一件事", "很可靠"):
            expect(table).not_to_contain_text(wrong)
        page.get_by_label("包括只是相似的").uncheck()
        page.get_by_role("button", name="提问").click()
        expect(page.get_by_role("heading", level=2)).to_have_text(["判为同一件事的2"])


def test_where_nothing_taken_back_came_again_the_page_says_so(open_page: OpenPage, samples_address: str) -> None:
    """A list of look-alikes under 明减暗增 reads as an accusation."""
    with open_page(samples_address) as page:
        go(page, "#/ask/reclaimed_yet_delegated?division=塔林旗")
        expect(page.get_by_role("heading", level=2).first).to_have_text("判为同一件事的0")
        expect(page.locator(".empty")).to_contain_text("没有判为同一件事的")


@pytest.mark.parametrize("width", [1280, 390])
def test_both_printed_rows_stand_beside_each_other(open_page: OpenPage, samples_address: str, width: int) -> None:
    """Whether work came back under another name is seen in the texts alone, and on which lines they are printed."""
    with open_page(samples_address, width=width) as page:
        go(page, "#/ask/reclaimed_yet_delegated?division=塔林旗")
        button = page.get_by_role("button", name="对照原文").first
        button.click()
        texts = page.locator("tr.unfolded section")
        expect(texts).to_have_count(2)
        back, now = texts.all()
        expect(back).to_contain_text("收回原文")
        expect(back).to_contain_text("依据《无证无照经营查处办法》第十三条责令停止经营并处罚")
        expect(now).to_contain_text("配合原文")
        expect(now).to_contain_text(re.compile(r"第 \d+ 行"))
        button.click()
        expect(page.locator("tr.unfolded")).to_have_count(0)


def excel(page: Page, folder: Path) -> list[list[object]]:
    """Save the table of the page as Excel, and return the rows of its first sheet."""
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Excel").first.click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    assert zipfile.ZipFile(target).testzip() is None
    first, about = openpyxl.load_workbook(target).worksheets
    assert "http" in str([cell.value for row in about.iter_rows() for cell in row])
    return [[cell.value for cell in row] for row in first.iter_rows()]


def test_changes_between_editions_are_taken_along(open_page: OpenPage, samples_address: str, tmp_path: Path) -> None:
    """A clerk reports what the new list changed: from whom to whom, in which lines, and what 取消 of 收回 means."""
    with open_page(samples_address) as page:
        go(page, "township:石桥镇?tab=changes")
        table = page.locator("main table").last
        expect(table.locator("tbody tr", has_text="不再列为收回")).to_have_count(1)
        expect(table.locator("tbody tr", has_text="新列为收回")).to_have_count(1)
        expect(table.locator("tbody tr", has_text="新增")).to_have_count(1)
        renamed = table.locator("tbody tr", has_text="名称改动较大")
        expect(renamed).to_have_count(1)
        expect(renamed).to_contain_text("综合利用")
        expect(renamed).to_contain_text("条文改动")
        renamed.get_by_role("button", name="对照原文").click()
        was, now = page.locator(".unfolded section").nth(0), page.locator(".unfolded section").nth(1)
        expect(was).to_contain_text("协助推广秸秆回收利用")
        expect(now).to_contain_text("引导农户交售秸秆")
        renamed.get_by_role("button", name="对照原文").click()
        bodies = table.locator("tbody tr", has_text="占道经营").locator("td").nth(6)
        expect(bodies).to_have_text("县市场监督管理局、县公安局、−县综合行政执法局、+县住房和城乡建设局")
        expect(bodies.locator("del")).to_have_text("−县综合行政执法局")
        head, *rows = excel(page, tmp_path)
        assert head[:3] == ["变化", "事项", "原来的名称"]
        assert "县市场监督管理局、县公安局、−县综合行政执法局、+县住房和城乡建设局" in [row[-1] for row in rows]
        assert ["名称改动较大、条文改动", "秸秆露天焚烧管控和综合利用", "露天焚烧秸秆管控"] in [row[:3] for row in rows]
        assert all(str(value).startswith("第 ") for row in rows for value in (row[4], row[6]) if value)


@pytest.mark.parametrize("width", [1280, 390])
def test_names_that_are_offered_leave_the_button_free(open_page: OpenPage, samples_address: str, width: int) -> None:
    """The list lay over 提问: the click took a township that nobody meant."""
    with open_page(samples_address, width=width) as page:
        go(page, "#/ask/unique_duties")
        page.get_by_role("combobox", name="县区或乡镇").press_sequentially("石桥镇")
        expect(page.get_by_role("option", name="石桥镇")).to_have_count(2)
        button = page.get_by_role("button", name="提问").bounding_box()
        assert button
        page.mouse.click(button["x"] + button["width"] / 2, button["y"] + button["height"] / 2)
        expect(page).to_have_url(re.compile(r"division=%E7%9F%B3%E6%A1%A5%E9%95%87$"))


def test_changes_are_among_the_questions(open_page: OpenPage, samples_address: str) -> None:
    """Nobody looked for them behind a township's fourth tab."""
    with open_page(samples_address) as page:
        go(page, "#/ask")
        page.get_by_role("link", name="新旧清单的变化").click()
        page.locator("#field-township").fill("石桥镇")
        page.get_by_role("option", name="石桥镇").filter(has_text="青禾县").click()
        page.get_by_role("button", name="提问").click()
        expect(page.locator("main")).to_contain_text("2025-08 到 2026-05 的变化")


@pytest.mark.parametrize(
    ("where", "heading"),
    [("division:青禾县", "名称"), ("matter:防汛抗旱和", "县区"), ("#/ask/reclaimed_yet_delegated", "县区")],
)
def test_every_table_is_saved_as_excel_as_it_is_seen(
    open_page: OpenPage, samples_address: str, tmp_path: Path, where: str, heading: str
) -> None:
    """No ids, no words of the program, every row."""
    with open_page(samples_address) as page:
        go(page, where)
        head, *rows = excel(page, tmp_path)
        assert head[0] == heading
        assert len(rows) == page.locator("main .listing").first.locator("tbody tr").count()
        assert not [cell for row in rows for cell in row if str(cell).startswith(("duty-", "div-", "alike", "undated"))]


def test_tags_of_a_document_are_read_as_lines_and_nothing_is_lost(open_page: OpenPage, samples_address: str) -> None:
    """<p>…</p> stood in 原文; the text as it is can be unfolded."""
    with open_page(samples_address) as page:
        go(page, "duty:河道巡查和乱占")
        printed = page.get_by_label("整理与原文对照").locator(".printed", has_text="县水利局：").last
        assert "<p>" not in printed.inner_text()
        printed.get_by_text("按原样").click()
        expect(printed.locator(".exact")).to_contain_text("<p>县水利局：</p>")


def test_a_wide_table_prints_on_its_side_without_forms(open_page: OpenPage, samples_address: str) -> None:
    """On A4 upright the eleven columns of 明减暗增 were a character wide, and the form was printed."""
    with open_page(samples_address, width=1048) as page:
        go(page, "#/ask/reclaimed_yet_delegated")
        page.emulate_media(media="print")
        expect(page.locator(".form")).to_be_hidden()
        expect(page.get_by_role("button", name="导出 Excel")).to_be_hidden()
        assert page.locator("main").evaluate("main => getComputedStyle(main).page") == "wide"
        widths = page.locator("main th").evaluate_all("heads => heads.map(head => head.offsetWidth)")
        assert min(widths) >= 38


def test_a_county_s_comparison_is_saved_with_a_column_a_township(
    open_page: OpenPage, samples_address: str, tmp_path: Path
) -> None:
    """The file had the ids of rows in one cell; matters are named in the county's own words."""
    with open_page(samples_address) as page:
        go(page, "division:青禾县?tab=compare")
        head, *rows = excel(page, tmp_path)
        assert head == ["同一件事", "柳坪乡", "石桥镇", "莲渡镇"]
        assert ["城乡居民医保参保扩面", "基本履职", "配合履职", "上级部门收回"] in rows
        assert {cell for row in rows for cell in row[1:]} <= {
            "基本履职",
            "配合履职",
            "上级部门收回",
            "—",
            "基本履职、配合履职",
            "配合履职、上级部门收回",
        }


def test_a_county_s_comparison_is_narrowed_to_a_kind_of_difference(open_page: OpenPage, samples_address: str) -> None:
    """Work in other sections and work that some lack are two stories; 77 rows of both are no answer to either."""
    with open_page(samples_address) as page:
        go(page, "division:青禾县?tab=compare")
        rows = page.locator("main tbody tr")
        everywhere = rows.filter(has_text="城乡居民医保参保扩面")  # in three sections, missing nowhere
        lacking = rows.filter(has_text="人口、经济、农业普查和抽样调查")  # in one section, missing in one township
        expect(everywhere).to_have_count(1)
        expect(lacking).to_have_count(1)
        page.get_by_role("link", name="分属不同部分的").click()
        expect(lacking).to_have_count(0)
        expect(everywhere).to_have_count(1)
        page.get_by_role("link", name="有的乡镇没有的").click()
        expect(everywhere).to_have_count(0)
        expect(lacking).to_have_count(1)


def test_counts_beside_categories_follow_the_chosen_township(open_page: OpenPage, samples_address: str) -> None:
    """The bureau hands six rows of a category to the county and two of them to 石桥镇; it has none of another there."""
    with open_page(samples_address) as page:
        go(page, "department:县水利局")
        categories = page.locator(".facet").filter(has_text="类别").get_by_role("listitem")
        expect(categories).to_have_text(["应急管理及消防6", "生态环保5", "乡村振兴1", "民生服务1"])
        page.locator(".facet").get_by_role("link", name="石桥镇").click()
        expect(categories).to_have_text(["应急管理及消防2", "生态环保1"])


def test_a_number_of_shared_rows_leads_to_them(open_page: OpenPage, samples_address: str) -> None:
    """How often two departments stand side by side says nothing of where it is printed."""
    with open_page(samples_address) as page:
        go(page, "department:县水利局?tab=partners")
        page.get_by_role("row").filter(has_text="县应急管理局").get_by_role("link", name="6").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("联合交办事项")
        expect(page.locator("main tbody tr")).to_have_count(6)


def test_with_many_townships_a_question_waits_for_a_place(open_page: OpenPage, samples_address: str) -> None:
    """Of 1,000 townships a ranking took half a minute, and nobody had asked for all of them; here the page is told of so many."""

    def many(route: Route) -> None:
        answer = route.fetch().json()
        answer["dataset"]["townships"] = 1000
        route.fulfill(json=answer)

    with open_page(samples_address) as page:
        page.route("**/v1/catalog*", many)
        page.reload()
        go(page, "#/ask/delegators")
        expect(page.locator(".empty")).to_contain_text("请先填写县区等条件")
        expect(page.locator("main tbody tr")).to_have_count(0)
        page.get_by_role("button", name="提问").click()
        expect(page.locator("main tbody tr")).not_to_have_count(0)
