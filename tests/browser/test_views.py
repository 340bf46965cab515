"""Every view over the bundled samples: how it looks, who can use it, how soon it stands, and the journeys of an official."""

from __future__ import annotations

import time
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graphkb.keys import Keys, Scope
from graphkb.settings import Settings
from tests.browser.conftest import PICTURES, OpenPage
from tests.browser.views import VIEWS, go

pytestmark = [pytest.mark.browser, pytest.mark.store]

AXE = Path(__file__).parent / "axe-core" / "axe.min.js"
SERIOUS = ("serious", "critical")


def heading(page: Page) -> object:
    """The heading of the view that is shown."""
    return page.get_by_role("heading", level=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_view_fits_its_window(open_page: OpenPage, samples_address: str, width: int, scheme: str) -> None:
    """On a desk and on a phone, by day and by night; the pictures are for looking at."""
    PICTURES.mkdir(exist_ok=True)
    with open_page(samples_address, width=width, scheme=scheme) as page:
        for name, (where, title) in VIEWS.items():
            go(page, where)
            expect(heading(page)).to_contain_text(title)
            page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_keeps_anybody_out(browser: Browser, samples_address: str, scheme: str) -> None:
    """axe-core finds nothing serious: contrast, names of fields, order of headings, what a screen reader is told."""
    found: dict[str, list[str]] = {}
    # The page's own policy would keep axe-core out, too.
    with browser.new_context(
        viewport={"width": 1280, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]  # the parameter is one of the literals
        base_url=samples_address,
        bypass_csp=True,
    ) as context:
        page = context.new_page()
        page.goto("/")
        for name, (where, title) in VIEWS.items():
            go(page, where)
            expect(heading(page)).to_contain_text(title)
            page.evaluate(AXE.read_text(encoding="utf-8"))
            violations = page.evaluate("axe.run().then(({violations}) => violations)")
            found[name] = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations if v["impact"] in SERIOUS]
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_every_view_speaks_english(open_page: OpenPage, samples_address: str) -> None:
    """The switch is kept; what lists print stays as it is."""
    with open_page(samples_address) as page:
        page.get_by_role("button", name="English").click()
        expect(heading(page)).to_have_text("Who hands what to which township")
        for name, (where, _) in VIEWS.items():
            go(page, where)
            expect(page.locator("html")).to_have_attribute("lang", "en")
            expect(page.get_by_role("navigation", name="Main pages")).to_contain_text("Load")
            page.screenshot(path=PICTURES / f"{name}-en.png")
        page.reload()
        page.get_by_role("button", name="中文").click()
        expect(page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_in_four_actions_from_a_department_to_the_printed_line(open_page: OpenPage, samples_address: str) -> None:
    """What does 县水利局 hand to 石桥镇, and where is it printed? Type, Enter, choose the township, open a row."""
    with open_page(samples_address) as page:
        page.get_by_role("combobox", name="搜索").fill("县水利局")  # 1
        page.get_by_role("combobox", name="搜索").press("Enter")  # 2
        expect(heading(page)).to_contain_text("县水利局")
        page.get_by_role("complementary").or_(page.locator(".rail")).get_by_role("link", name="石桥镇").click()  # 3
        rows = page.locator("tbody tr")
        expect(rows).to_have_count(3)
        expect(rows.first).to_contain_text("行")
        expect(rows.first).to_contain_text("qinghe-shiqiao.2026-05.txt")
        with page.expect_download() as download:
            page.get_by_role("button", name="导出 Excel").click()
        assert download.value.suggested_filename == "县水利局-石桥镇-交办事项.xlsx"
        rows.first.get_by_role("link").first.click()  # 4
        expect(page.get_by_label("整理与原文对照").locator(".printed").first).to_be_visible()
        expect(page.locator(".facts")).to_contain_text("印在")


def test_a_department_and_a_township_typed_together_lead_to_the_rows_between_them(
    open_page: OpenPage, samples_address: str
) -> None:
    """Typed in the order of the question, and Enter: one of the two 石桥镇 has a 县水利局."""
    with open_page(samples_address) as page:
        box = page.get_by_role("combobox", name="搜索")
        box.fill("水利局 石桥镇")
        expect(page.get_by_role("option")).to_have_text("县水利局 交给 石桥镇 的 3 条青禾县")
        page.screenshot(path=PICTURES / "pair-offered.png")
        box.press("Enter")
        expect(heading(page)).to_contain_text("县水利局")
        expect(page.locator(".chosen")).to_contain_text("石桥镇")
        expect(page.locator("tbody tr")).to_have_count(3)
        go(page, "#/search?q=县水利局给石桥镇派了哪些事")
        pair = page.get_by_role("list", name="部门与乡镇之间")
        expect(pair.get_by_role("link")).to_have_text(
            ["县水利局 交给 石桥镇 的 3 条", "县水利局 从 石桥镇 收回的 3 条"]
        )
        page.screenshot(path=PICTURES / "pair-found.png")
        pair.get_by_role("link").last.click()
        expect(page.locator("tbody tr")).to_have_count(3)


def test_what_is_only_perhaps_the_same_work_stands_apart(open_page: OpenPage, samples_address: str) -> None:
    """An appraisal that another county took back stood as a fact beside the checks of this one, nearly every word struck out."""
    with open_page(samples_address) as page:
        go(page, "duty:既有农村房屋安全隐患评估")
        expect(page.get_by_role("heading", name="其他乡镇的同一件事2")).to_be_visible()
        expect(page.get_by_role("heading", name="可能是同一件事3")).to_be_visible()
        same, perhaps = page.locator(".wording").nth(0), page.locator(".wording").nth(2)
        expect(same).to_contain_text("写法相近 较可靠 92%")
        expect(same.locator("del")).to_have_text(["农村房屋"])
        expect(perhaps).to_contain_text("临汀区 北坡乡")
        expect(perhaps.locator(".both").nth(1)).to_contain_text("农村房屋安全等级鉴定")
        expect(perhaps.locator("ins, del")).to_have_count(0)


def test_the_page_of_a_matter_keeps_the_words_that_one_came_by(open_page: OpenPage, samples_address: str) -> None:
    """A click in a county's table opened a page that another county's wording was the title of."""
    with open_page(samples_address) as page:
        go(page, "division:青禾县?tab=compare")
        page.get_by_role("link", name="农村集中供水工程日常管护", exact=True).click()
        expect(heading(page)).to_contain_text("农村集中供水工程日常管护")
        expect(page.locator(".facts")).to_contain_text("又称“牧区集中供水点管护”")
        page.evaluate("location.hash = location.hash.replace(/as=[^&]*/, 'as=随便写的')")
        expect(heading(page)).to_contain_text("牧区集中供水点管护")


def test_the_same_journey_by_keyboard_alone(open_page: OpenPage, samples_address: str) -> None:
    """Without a mouse: / searches, Enter opens, Tab and Enter choose."""
    with open_page(samples_address) as page:
        keys = page.keyboard
        keys.press("/")
        keys.type("县水利局")
        expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
        keys.press("Enter")
        expect(heading(page)).to_be_focused()
        tab_to(page, "石桥镇")
        keys.press("Enter")
        expect(page.locator("tbody tr")).to_have_count(3)
        # The focus stays on the filter that was chosen.
        assert "石桥镇" in str(page.evaluate("document.activeElement.textContent"))
        tab_to(page, "河道巡查")
        keys.press("Enter")
        expect(heading(page)).to_be_focused()
        expect(heading(page)).to_contain_text("河道巡查")


def tab_to(page: Page, text: str) -> None:
    """Press Tab until what has the focus holds the text; fails after 60 times."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if text in str(page.evaluate("document.activeElement.textContent")):
            return
    raise AssertionError(f"no way to {text} by Tab")


def test_a_document_is_checked_before_it_is_loaded(
    open_page: OpenPage, samples: Settings, samples_address: str
) -> None:
    """A list that is loaded already, so that the other tests' store stays as it is: two numbers in it are wrong."""
    key = Keys(Path(samples.keys)).create("browser", (Scope.LOAD,))[1]
    name = "qinghe-liuping.2025-08.txt"
    with as_file(files("graphkb") / "samples" / name) as path, open_page(samples_address) as page:
        go(page, "#/load")
        page.get_by_label("把文件拖到这里").set_input_files(path)
        expect(page.get_by_role("alert")).to_contain_text("需要密钥")
        page.get_by_label("密钥").fill("gkb_wrong")
        page.get_by_role("button", name=f"用上面的密钥上传“{name}”").click()
        expect(page.get_by_role("alert")).to_contain_text("密钥不对")
        # A browser cannot send such a key at all: that is no trouble with the server.
        page.get_by_label("密钥").fill("错的密钥")
        page.get_by_role("button", name=f"用上面的密钥上传“{name}”").click()
        expect(page.get_by_role("alert")).to_contain_text("密钥不对")
        expect(page.get_by_role("button", name=f"用上面的密钥上传“{name}”")).to_be_visible()
        page.get_by_label("把文件拖到这里").set_input_files(path)
        expect(page.get_by_role("alert")).to_contain_text("密钥不对")
        page.get_by_label("密钥").fill(key)
        page.get_by_label("密钥").press("Enter")
        expect(page.locator(".note").first).to_have_text("文件与自身有 2 处不一致，请先核对；全部文字都已读入。")
        expect(page.get_by_role("row", name="编号重复 9")).to_contain_text("第 68 行")
        with page.expect_popup() as report:
            page.get_by_role("link", name="打开核对报告").click()
        expect(report.value.locator("details.row")).to_have_count(48)
        load = page.get_by_role("button", name="看过不一致之处，仍然载入")
        faults = page.get_by_role("row", name="编号重复 9").bounding_box()
        button = load.bounding_box()
        assert faults
        assert button
        assert button["y"] > faults["y"], "what the button says was seen stands above it"
        load.click()
        expect(page.locator(".note.good")).to_contain_text("已载入")
        expect(page.get_by_role("row", name="青禾县 柳坪乡")).to_contain_text("与已载入的相同")
        expect(page.get_by_role("link", name="与上一版相比有什么变化")).to_have_count(0)
        page.get_by_role("link", name="看青禾县 柳坪乡的清单").click()
        expect(heading(page)).to_contain_text("柳坪乡")


def test_views_stand_soon(open_page: OpenPage, samples_address: str) -> None:
    """Usable within 1 s, other views 0.5 s after the API's answer; measured with room, since the tests' machine has other work."""
    with open_page(samples_address) as page:
        page.reload()
        expect(page.get_by_role("combobox", name="搜索")).to_be_visible()
        ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        print(f"\nstart: {ready:.0f} ms")
        assert ready < 3_000
        for name, (where, title) in VIEWS.items():
            page.goto("about:blank")
            page.goto("/")
            expect(heading(page)).to_be_visible()
            page.evaluate("performance.clearResourceTimings()")
            began = time.perf_counter()
            go(page, where)
            expect(heading(page)).to_contain_text(title)
            whole = (time.perf_counter() - began) * 1000
            asked = page.evaluate("Math.max(0, ...performance.getEntriesByType('resource').map(e => e.duration))")
            print(f"{name}: {whole:.0f} ms, of which the slowest answer {asked:.0f} ms")
            assert whole - asked < 2_500, name
