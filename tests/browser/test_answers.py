"""Answers as officials take them along: what tables say, what their files hold, and how they print."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.views import go

pytestmark = [pytest.mark.browser, pytest.mark.store]


def test_rows_that_only_look_alike_are_not_called_the_same(open_page: OpenPage, samples_address: str) -> None:
    """就是这件事 stood beside 待核实 9 %, and an edition without a date was called undated."""
    with open_page(samples_address) as page:
        go(page, "#/ask/reclaimed_yet_delegated")
        table = page.locator("main table")
        expect(table).to_contain_text("只是字面相似，需核实")
        expect(table).to_contain_text("名称相同 50%")
        for wrong in ("就是这件事", "undated", "同一件事", "待核实"):
            expect(table).not_to_contain_text(wrong)
        page.get_by_label("包括只是相似的").uncheck()
        page.get_by_role("button", name="提问").click()
        expect(page.locator("main")).to_contain_text("没有确认的。勾选“包括只是相似的”可看字面相似的，需人工核实。")
