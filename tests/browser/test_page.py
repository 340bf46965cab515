"""The page in Chromium, served by uvicorn: journeys, and what must hold of every view."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.lists import HOSTILE, PATROL, PROJECTS
from tests.browser.conftest import PICTURES

pytestmark = [pytest.mark.browser, pytest.mark.store]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A new page at the start; afterwards it must have had no trouble, and have asked nobody but its server."""
    troubles: list[str] = []
    asked: set[str] = set()
    with browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address) as context:
        opened = context.new_page()
        opened.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        opened.on("pageerror", lambda error: troubles.append(str(error)))
        opened.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
        opened.goto("/")
        yield opened
        # The browser itself reports an answer of 4xx or 5xx; what the page says of it is tested.
        assert [t for t in troubles if not t.startswith("Failed to load resource")] == []
        assert asked <= {urlsplit(address).netloc}


def search(page: Page, words: str) -> None:
    """Type the words into the search box and press Enter."""
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")


def test_from_a_department_to_the_printed_lines(page: Page) -> None:
    """What does the water bureau hand to this township, and where is it printed? Search, department, duty."""
    search(page, "水利局")
    page.get_by_role("row", name="青禾县").get_by_role("link", name="县水利局").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("县水利局又名 县水务局")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("石桥镇")
    expect(rows.nth(1)).to_contain_text(PATROL)
    expect(rows.nth(1)).to_contain_text("第 10–11 行 青禾县石桥镇清单.txt")
    rows.nth(1).get_by_role("link", name="河道管护").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("河道管护")
    reading = page.get_by_label("整理与原文对照")
    expect(reading).to_contain_text("履职保障（县水利局、县农业农村局）")
    expect(reading.locator(".printed").nth(1)).to_have_text("县水利局\n（县水务局）\n县农业农村局")
    expect(page.locator("dl")).to_contain_text("第 10–11 行")


def test_a_view_can_be_sent_on_and_gone_back_to(page: Page, address: str) -> None:
    """The whole state stands in the address."""
    search(page, "巡河")
    page.get_by_role("link", name="河道管护").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("河道管护")
    there = page.url
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("“巡河”的搜索结果")
    expect(page.get_by_role("searchbox")).to_have_value("巡河")
    page.goto("about:blank")
    page.goto(there)
    expect(page.get_by_role("heading", level=1)).to_have_text("河道管护")


def test_a_county_narrows_the_search(page: Page) -> None:
    """Every county has a water bureau."""
    search(page, "水利")
    expect(page.get_by_role("link", name="县水利局")).to_have_count(2)
    page.get_by_label("限定县").select_option("白河县")
    expect(page.get_by_role("link", name="县水利局")).to_have_count(1)
    assert "county=" in page.url


def test_a_cut_answer_says_so_and_can_be_had_whole(page: Page) -> None:
    """130 rows hold the words, 100 are shown first."""
    search(page, "产业项目")
    expect(page.locator(".note")).to_contain_text("还有更多：这里只显示前 100 条。")
    page.get_by_role("link", name="显示更多").click()
    expect(page.locator("tbody tr")).to_have_count(PROJECTS)
    expect(page.locator(".note")).to_have_count(0)


def test_a_township_by_section(page: Page) -> None:
    """The lists' own three parts; what nobody does any more is marked."""
    page.get_by_role("link", name="石桥镇").click()
    expect(page.locator("tbody tr")).to_have_count(6)
    page.get_by_role("link", name="上级部门收回").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.get_by_role("row", name="办理流动人口婚育证明")).to_contain_text("不再开展")


def test_nothing_found_says_what_to_do(page: Page) -> None:
    """An empty page would look like a fault."""
    search(page, "没有这样的词")
    expect(page.locator(".empty")).to_contain_text("请换短一些的词")


def test_a_duty_that_is_gone_is_told_in_chinese(page: Page) -> None:
    """Links are kept longer than lists."""
    page.goto("/#/duty/duty-00000000000000000000")
    expect(page.get_by_role("alert")).to_contain_text("没有找到")
    expect(page.get_by_role("button", name="重试")).to_be_visible()


def test_text_of_documents_is_never_markup(page: Page) -> None:
    """A list that holds tags is shown with its tags."""
    search(page, "有害信息")
    page.get_by_role("link", name="网络").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    expect(page.get_by_label("整理与原文对照")).to_contain_text("负责处置<script>alert(1)</script>等有害信息。")
    expect(page.locator("main img, main script, main b")).to_have_count(0)


def test_the_documentation_of_the_api_works_offline(page: Page) -> None:
    """Swagger UI from own files; it draws the routes and tries one out."""
    page.goto("/docs")
    expect(page.locator(".opblock")).to_have_count(11)
    page.locator("#operations-health-healthz_healthz_get .opblock-summary").click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    expect(page.locator(".live-responses-table tbody .response-col_status")).to_contain_text("200")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_view_fits_its_window(browser: Browser, address: str, width: int, scheme: str) -> None:
    """On a desk and on a phone, by day and by night; the pictures are for looking at."""
    PICTURES.mkdir(exist_ok=True)
    height = 900 if width > 800 else 844
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]  # the parameter is one of the literals
        base_url=address,
    )
    with context:
        page = context.new_page()
        views = {
            "home": (lambda: page.goto("/"), "乡镇履行职责事项清单"),
            "search": (lambda: search(page, "水利局"), "“水利局”的搜索结果"),
            "department": (lambda: page.get_by_role("link", name="县水利局").first.click(), "县水利局又名 县水务局"),
            "duty": (lambda: page.get_by_role("link", name="河道管护").first.click(), "河道管护"),
            "township": (lambda: page.locator("main .facts a").click(), "青禾县 柳坪乡"),
        }
        for name, (go, heading) in views.items():
            go()
            expect(page.get_by_role("heading", level=1)).to_have_text(heading)
            page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
