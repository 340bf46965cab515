"""Whose job is it, and where: what is asked of a place that several have, or that nobody named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PICTURES, OpenPage
from tests.browser.views import go

pytestmark = [pytest.mark.browser, pytest.mark.store]


@pytest.fixture
def page(open_page: OpenPage, samples_address: str) -> Iterator[Page]:
    """A new page over the samples, which have two 石桥镇."""
    with open_page(samples_address) as page:
        yield page


def ask(page: Page, text: str, place: str) -> None:
    """Fill both fields by hand and press Enter in that of the place."""
    go(page, "#/match")
    page.get_by_label("要办的事").fill(text)
    page.get_by_role("combobox", name="在哪里").fill(place)
    page.get_by_role("combobox", name="在哪里").press("Enter")


def verdict(page: Page) -> object:
    """What the page answers."""
    return page.locator("main .note")


def test_no_place_is_answered_for_that_nobody_named(page: Page) -> None:
    """A green verdict for the first county of all was read as that of one's own."""
    go(page, "#/match?text=路灯不亮")
    expect(page.get_by_role("combobox", name="在哪里")).to_have_value("")
    expect(page.locator("#task-place-hint")).to_have_text("请写明是哪个乡镇或县区。")
    expect(verdict(page)).to_have_count(0)
    page.get_by_label("要办的事").fill("")
    page.get_by_role("button", name="查一查").click()
    expect(page.locator("#task-hint")).to_have_text("请写要办的事。")


def test_the_only_county_is_known(page: Page) -> None:
    """Where one county's lists are loaded there is nothing to ask; here the page is told of no others."""

    def answer(route: Route) -> None:
        catalog = route.fetch().json()
        route.fulfill(json={**catalog, "rows": [row for row in catalog["rows"] if row["county"] == "青禾县"]})

    page.route("**/v1/catalog*", answer)
    page.reload()
    go(page, "#/match")
    expect(page.get_by_role("combobox", name="在哪里")).to_have_value("青禾县")


def test_a_name_that_several_have_is_asked_about(page: Page) -> None:
    """Two counties have a 石桥镇."""
    ask(page, "河道有人挖沙", "石桥镇")
    hint = page.locator("#task-place-hint")
    expect(hint).to_contain_text("有 2 个地方叫“石桥镇”，请选一个")
    expect(verdict(page)).to_have_count(0)
    page.screenshot(path=PICTURES / "match-which.png")
    hint.get_by_role("link", name="青禾县 石桥镇").click()
    expect(verdict(page)).to_contain_text("县水利局")
    expect(page.get_by_role("combobox", name="在哪里")).to_have_value("青禾县 石桥镇")
    expect(page.locator("main")).to_contain_text("在 青禾县 石桥镇 的 1 份现行清单里查找")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("青禾县", "青禾县"),
        ("青禾", "青禾县"),
        ("青禾县石桥镇", "青禾县 石桥镇"),
        ("青禾县 石桥镇", "青禾县 石桥镇"),
        ("莲渡", "青禾县 莲渡镇"),
    ],
)
def test_a_place_typed_by_hand_is_understood(page: Page, typed: str, place: str) -> None:
    """Not everybody picks from a list."""
    ask(page, "河道有人挖沙", typed)
    expect(verdict(page)).to_contain_text("清单内")
    expect(page.get_by_role("combobox", name="在哪里")).to_have_value(place)


def test_an_unknown_place_keeps_form_and_sentence(page: Page) -> None:
    """A page of errors would have thrown the sentence away."""
    ask(page, "河道有人挖沙", "无名镇")
    expect(page.locator("#task-place-hint")).to_contain_text("没有载入“无名镇”的清单")
    expect(page.get_by_label("要办的事")).to_have_value("河道有人挖沙")
    expect(verdict(page)).to_have_count(0)
    go(page, "#/match?text=河道有人挖沙&township=div-00000000000000000000")
    expect(page.locator("#task-place-hint")).to_have_text("没有这个乡镇或县区，请重新选。")


def test_an_answer_goes_when_its_question_changes(page: Page) -> None:
    """The old verdict under a new sentence is a wrong answer."""
    go(page, "#/match?text=河道有人挖沙&place=青禾县")
    expect(verdict(page)).to_be_visible()
    page.get_by_label("要办的事").fill("楼上扔酒瓶")
    expect(verdict(page)).to_be_hidden()
    expect(page.get_by_text("内容已改动")).to_be_visible()
    page.get_by_label("要办的事").fill("河道有人挖沙")
    expect(verdict(page)).to_be_visible()
    page.get_by_role("combobox", name="在哪里").fill("莲渡")
    expect(verdict(page)).to_be_hidden()


def test_rows_that_do_not_fit_are_folded(page: Page) -> None:
    """Two rows fit, two share a character: four “matching” rows were counted."""
    go(page, "#/match?text=河道有人挖沙&place=青禾县石桥镇")
    expect(page.get_by_role("heading", name="相符的事项")).to_have_text("相符的事项2")
    expect(page.locator("main > div > ol.found > li")).to_have_count(2)
    folded = page.locator("details", has_text="其他沾边的事项")
    expect(folded.locator("li").first).to_be_hidden()
    go(page, "#/match?text=asdfgh qwerty 123&place=青禾县")
    expect(verdict(page)).to_contain_text("清单外")


def test_the_field_of_a_place_takes_the_next_one(page: Page) -> None:
    """Typing behind what stands there gave 临汀区石桥镇."""
    go(page, "#/match?text=河道有人挖沙&place=临汀区")
    place = page.get_by_role("combobox", name="在哪里")
    place.click()
    expect(page.get_by_role("option", name="青禾县").first).to_be_visible()
    page.keyboard.type("莲渡")
    expect(place).to_have_value("莲渡")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("在 青禾县 莲渡镇 的 1 份现行清单里查找")


def test_enter_opens_no_thing_that_shares_its_name(page: Page) -> None:
    """The first of two 石桥镇 would be opened unasked."""
    box = page.get_by_role("combobox", name="搜索")
    box.fill("石桥镇")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("“石桥镇”的搜索结果")
    expect(page.locator("ol.found > li")).to_have_count(2)
    box.fill("青禾县石桥镇")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("石桥镇")
    expect(page.locator(".path")).to_contain_text("青禾县")


def test_a_question_about_a_township_names_its_county(page: Page) -> None:
    """The form of a question, too, has to say which 石桥镇 it asks about."""
    go(page, "#/ask/township_duties")
    field = page.get_by_role("combobox", name="乡镇", exact=True)
    field.fill("石桥镇")
    offered = page.get_by_role("listbox", name="乡镇").get_by_role("option")
    expect(offered).to_have_count(2)
    field.press("Enter")
    expect(field).to_have_value("石桥镇")
    offered.filter(has_text="青禾县").click()
    expect(field).to_have_value("青禾县 石桥镇")


def test_everyday_words_find_duties(page: Page) -> None:
    """No list says 电动车."""
    go(page, "#/search?q=电动车")
    expect(page.locator("ol.found > li").first).to_contain_text("“电动车”在清单上常作“电动自行车”")
