"""The check report in Chromium, opened from disk: its filters, and what must hold of it at every width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import loaders
from graphkb.check import Tally, reconcile
from graphkb.check.page import open_pages
from graphkb.records import Reading

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).resolve().parents[2] / "graphkb" / "samples"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report on two samples: 101 rows, of which 4 are to be looked at."""
    target = tmp_path_factory.mktemp("report") / "report.html"
    tally = Tally()
    with open_pages(target) as pages:
        for reading in loaders.read_inputs([SAMPLES / "linting-beipo.txt", SAMPLES / "qinghe-liuping.2025-08.txt"]):
            assert isinstance(reading, Reading)
            checked = reconcile(reading)
            tally.add(checked)
            pages.add(reading, checked)
        pages.finish(tally.totals(failed=0), [])
    return target.as_uri()


@pytest.fixture(params=[1280, 390])
def page(request: pytest.FixtureRequest, browser: Browser, report: str) -> Iterator[Page]:
    """The report on a desk and on a phone; afterwards it must have had no trouble, and have asked for itself alone."""
    troubles: list[str] = []
    asked: list[str] = []
    with browser.new_context(viewport={"width": request.param, "height": 900}) as context:
        opened = context.new_page()
        opened.on("console", lambda message: troubles.append(message.text))
        opened.on("pageerror", lambda error: troubles.append(str(error)))
        opened.on("request", lambda asking: asked.append(asking.url))
        opened.goto(report)
        yield opened
        assert troubles == []
        assert asked == [report]
        assert opened.evaluate("document.documentElement.scrollWidth") <= request.param


def test_the_filters_narrow_the_rows(page: Page) -> None:
    """By section, by what is to be looked at, and by words of the original text; together they narrow further."""
    shown = page.locator("details.row:visible")
    expect(page.locator("output")).to_have_text("显示 101 / 101 项")
    page.get_by_label("只看待核对").check()
    expect(shown).to_have_count(4)
    page.get_by_label("部分").select_option("上级收回")
    expect(shown).to_have_count(1)
    expect(page.locator("output")).to_have_text("显示 1 / 101 项")
    page.get_by_label("只看待核对").uncheck()
    page.get_by_label("查找").fill("没有这样的词")
    expect(shown).to_have_count(0)


def test_rows_to_look_at_are_unfolded_and_linked(page: Page) -> None:
    """A link to a row shows it, whatever the filters say; all rows fold and unfold at once."""
    expect(page.locator("details.row[open]")).to_have_count(4)
    page.get_by_role("button", name="全部收起").click()
    page.get_by_label("查找").fill("没有这样的词")
    expect(page.locator("details.row:visible")).to_have_count(0)
    link = page.locator("td a[href^='#d1-1-cooperative']").first
    link.click()
    row = page.locator(str(link.get_attribute("href")))
    expect(row).to_be_visible()
    expect(row.locator(".printed").first).to_be_visible()
    page.get_by_label("查找").fill("")
    expect(page.locator("output")).to_have_text("显示 101 / 101 项")
    page.get_by_role("button", name="全部展开").click()
    expect(page.locator("details.row[open]")).to_have_count(101)


def test_without_script_everything_can_be_read(browser: Browser, report: str) -> None:
    """Mail programs and strict offices show pages without their scripts."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(report)
        expect(page.locator("form")).to_be_hidden()
        row = page.locator("details.row").first
        row.locator("summary").click()
        expect(row.locator(".printed").first).to_be_visible()
