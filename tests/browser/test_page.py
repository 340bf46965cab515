"""The explorer in Chromium over three small lists: what must hold of its parts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.api.lists import HOSTILE, PATROL, PROJECTS
from tests.browser.conftest import OpenPage
from tests.browser.views import go

pytestmark = [pytest.mark.browser, pytest.mark.store]


@pytest.fixture
def page(open_page: OpenPage, address: str) -> Iterator[Page]:
    """A new page at the start."""
    with open_page(address) as page:
        yield page


def search(page: Page, words: str) -> None:
    """Type the words into the search box and have all that matches listed."""
    page.get_by_role("combobox", name="搜索").fill(words)
    page.get_by_role("combobox", name="搜索").press("Escape")
    page.goto(f"/#/search?q={words}")


def heading(page: Page) -> object:
    """The heading of the view that is shown."""
    return page.get_by_role("heading", level=1)


def test_the_search_box_offers_what_a_text_may_mean(page: Page) -> None:
    """Kinds are told apart; a name is taken by Enter, a bureau that two counties have, or words of a duty, lead to the results."""
    box = page.get_by_role("combobox", name="搜索")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("水利局")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("县水利局")
    expect(options.first.get_by_role("img", name="部门")).to_be_visible()
    expect(options.first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("“水利局”的搜索结果")
    page.keyboard.press("/")
    page.keyboard.type("青禾县水利局")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text("县水利局")
    expect(heading(page)).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("巡河")
    expect(options).to_have_count(0)
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("“巡河”的搜索结果")


def test_a_view_can_be_sent_on_and_gone_back_to(page: Page) -> None:
    """The whole state stands in the address."""
    search(page, "巡河")
    page.locator("main").get_by_role("link", name="河道管护").first.click()
    expect(heading(page)).to_contain_text("河道管护")
    there = page.url
    page.go_back()
    expect(heading(page)).to_have_text("“巡河”的搜索结果")
    expect(page.get_by_role("combobox", name="搜索")).to_have_value("巡河")
    page.goto("about:blank")
    page.goto(there)
    expect(heading(page)).to_contain_text("河道管护")


def test_a_long_list_goes_on_below_and_is_exported_whole(page: Page) -> None:
    """130 rows and more: 100 are shown first; the file has all; the address remembers how many were shown."""
    page.goto("/#/search?q=临江镇")
    page.locator("main").get_by_role("link", name="临江镇").first.click()
    expect(page.locator("tbody tr")).to_have_count(100)
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 CSV").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["部分", "类别", "序号", "事项", "上级部门", "印在"]
    assert len(rows) == 1 + PROJECTS + 1
    page.get_by_role("button", name="再显示").click()
    expect(page.locator("tbody tr")).to_have_count(PROJECTS + 1)
    expect(page.get_by_role("button", name="再显示")).to_have_count(0)
    page.reload()
    expect(page.locator("tbody tr")).to_have_count(PROJECTS + 1)


def test_rows_are_ordered_by_their_heads(page: Page) -> None:
    """By name, and back; the order stands in the address."""
    page.goto("/#/search?q=石桥镇")
    page.locator("main").get_by_role("link", name="石桥镇").first.click()
    names = page.locator("tbody td.main")
    expect(names.first).to_contain_text("落实“第一议题”学习制度")
    page.get_by_role("button", name="事项", exact=True).click()
    expect(names.first).to_contain_text("办理流动人口婚育证明")
    expect(page.get_by_role("columnheader", name="事项")).to_have_attribute("aria-sort", "ascending")
    page.reload()
    expect(names.first).to_contain_text("办理流动人口婚育证明")


def test_nothing_found_says_what_to_do(page: Page) -> None:
    """An empty page would look like a fault."""
    search(page, "没有这样的词")
    expect(page.locator(".empty")).to_contain_text("请换短一些的词")


def test_a_text_that_is_too_long_is_cut(page: Page) -> None:
    """Whole paragraphs are pasted into the box: no request may fail for that."""
    refused: list[str] = []
    page.on("response", lambda response: refused.append(response.url) if response.status >= 400 else None)
    box = page.get_by_role("combobox", name="搜索")
    box.fill("没有这样的词" * 50)
    expect(box).to_have_attribute("maxlength", "100")
    box.press("Enter")
    expect(page.locator(".empty")).to_be_visible()
    page.goto(f"/#/search?q={'巡河' * 150}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("巡河巡河")
    assert refused == []


def test_a_duty_leads_to_each_division_that_it_lies_in(page: Page) -> None:
    """From a row to the others of its prefecture and province."""
    search(page, "巡河")
    page.locator("main").get_by_role("link", name="河道管护").first.click()
    expect(page.locator(".path").get_by_role("link")).to_have_text(
        ["云岭省", "南屏市", "青禾县", re.compile("石桥镇|柳坪乡")]
    )


def test_a_duty_that_is_gone_is_told_in_chinese(page: Page) -> None:
    """Links are kept longer than lists."""
    page.goto("/#/duty/duty-00000000000000000000")
    expect(page.get_by_role("alert")).to_contain_text("没有找到")
    expect(page.get_by_text("duty-00000000000000000000")).to_be_hidden()  # the server's English
    expect(page.get_by_role("button", name="重试")).to_be_visible()


def test_a_duty_shows_the_printed_row_beside_the_reading(page: Page) -> None:
    """Who reads must be able to check what was read."""
    search(page, "巡河")
    page.locator("main").get_by_role("link", name="河道管护").first.click()
    reading = page.get_by_label("整理与原文对照")
    expect(reading).to_contain_text("履职保障（县水利局、县农业农村局）")
    expect(reading).to_contain_text(PATROL)
    expect(reading.locator(".printed").nth(1)).to_have_text("县水利局\n（县水务局）\n县农业农村局")


def test_text_of_documents_is_never_markup(page: Page) -> None:
    """A list that holds tags is shown with its tags."""
    search(page, "有害信息")
    page.locator("main").get_by_role("link", name="网络").click()
    expect(heading(page)).to_contain_text(HOSTILE)
    expect(page.get_by_label("整理与原文对照")).to_contain_text("负责处置<script>alert(1)</script>等有害信息。")
    expect(page.locator("main img, main script, main h1 b")).to_have_count(0)


def test_the_documentation_of_the_api_works_offline(page: Page) -> None:
    """Swagger UI from own files; it draws the routes and tries one out."""
    paths = page.request.get("/openapi.json").json()["paths"].values()
    page.goto("/docs")
    expect(page.locator(".opblock")).to_have_count(sum(len(operations) for operations in paths))
    page.locator("#operations-health-healthz_healthz_get .opblock-summary").click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    expect(page.locator(".live-responses-table tbody .response-col_status")).to_contain_text("200")


@pytest.mark.parametrize(
    ("question", "label", "typed", "view"),
    [("duty", "事项", "河道", "#/duty/duty-"), ("department", "部门", "水利", "#/department/dept-")],
)
def test_a_question_about_one_thing_leads_to_its_page(
    page: Page, question: str, label: str, typed: str, view: str
) -> None:
    """Nobody knows an id: the thing is chosen by its name, and has a page that shows more than a table's row."""
    go(page, f"#/ask/{question}")
    page.locator("main").get_by_role("combobox", name=label).fill(typed)
    page.locator("main").get_by_role("option").first.click()
    page.get_by_role("button", name="提问").click()
    expect(page).to_have_url(re.compile(re.escape(view)))
