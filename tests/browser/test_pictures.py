"""Graph, matrix and flow in Chromium: what they tell, how they are walked through, and that they fit."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from graphkb.settings import Settings
from graphkb.stores import open_store, stop
from tests.browser.conftest import PICTURES, OpenPage, served
from tests.generated import load_county
from tests.graph.test_questions import GRID, QINGHE, SHIQIAO, WATER

pytestmark = [pytest.mark.browser, pytest.mark.store]

PROVINCE = "div-137a8f730fa016fc13ab"


@pytest.fixture
def page(open_page: OpenPage, samples_address: str) -> Iterator[Page]:
    """A new page over the bundled samples."""
    with open_page(samples_address) as page:
        yield page


@pytest.fixture(scope="module")
def county_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page over a generated county of 30 townships, with as many rows of departments as a real one."""
    settings = Settings(store=f"embedded:{tmp_path_factory.mktemp('county')}")
    with open_store(settings) as store:
        load_county(store)
    with served(settings) as address:
        yield address
    stop(settings)


@pytest.fixture(scope="module")
def county(county_address: str) -> dict[str, str]:
    """Ids: of the county, of a township, and of the body of most rows."""

    def ask(path: str) -> dict[str, list[dict[str, str]]]:
        with urlopen(f"{county_address}{path}") as answer:
            found: dict[str, list[dict[str, str]]] = json.load(answer)
            return found

    body = ask("/v1/queries/department_search?limit=1")["rows"][0]["id"]
    township = ask("/v1/queries/list_catalogue?limit=1")["rows"][0]["township_id"]
    above = ask(f"/v1/graph/neighbours?id={township}&relation=PART_OF")["nodes"][1]["id"]
    return {"county": above, "township": township, "body": body}


def nodes(page: Page) -> Locator:
    """The nodes of the graph."""
    return page.locator(".graph-svg .node")


def node(page: Page, name: str) -> Locator:
    """The node whose full name begins so."""
    return page.locator(f'.graph-svg .node[aria-label^="{name}"]').first


def test_a_department_is_drawn_with_its_rows_and_townships(page: Page) -> None:
    """县水利局 hands 13 rows to three townships and takes 6 back; the table below tells the same."""
    page.goto(f"/#/graph/{WATER}")
    expect(nodes(page)).to_have_count(23)
    expect(page.locator(".facts")).to_contain_text("19 条事项（配合履职 13、上级部门收回 6）")
    expect(page.locator("main .listing").first.locator("tbody tr")).to_have_count(38)
    node(page, "乡镇 · 柳坪乡").click()
    expect(page.locator(".graph-panel h2")).to_contain_text("柳坪乡")
    expect(page.locator(".node.far")).not_to_have_count(0)
    expect(page.locator(".graph-panel")).to_contain_text("配合的事项")
    assert f"at={page.locator('.node.chosen').get_attribute('data-id')}" in page.url


def test_rows_taken_together_are_unfolded_and_the_address_keeps_it(page: Page) -> None:
    """A township's 49 rows stand as 9 categories; one of them is opened, sent on, and folded again."""
    page.goto(f"/#/graph/{SHIQIAO}")
    expect(page.locator(".facts")).to_contain_text("按类别合并")
    before = nodes(page).count()
    node(page, "类别 · 民生服务").click()
    page.get_by_role("button", name="展开：逐条显示").click()
    expect(nodes(page)).to_have_count(before + 9)
    there = page.url
    page.goto("about:blank")
    page.goto(there)
    expect(nodes(page)).to_have_count(before + 9)
    page.locator(".opened button").click()
    expect(nodes(page)).to_have_count(before)


def test_neighbours_are_counted_by_type_before_they_are_unfolded(page: Page) -> None:
    """An official chooses what to see; what is there already is not offered."""
    page.goto(f"/#/graph/{WATER}")
    node(page, "部门 · 县水利局").click()
    panel = page.locator(".graph-panel")
    expect(panel.get_by_role("listitem").filter(has_text="交办的事项")).to_contain_text("13已在图上")
    works = panel.get_by_role("listitem").filter(has_text="职能")
    works.get_by_role("button", name="展开").click()
    expect(node(page, "职能 · 水利")).to_be_visible()
    works.get_by_role("button", name="收起").click()
    expect(node(page, "职能 · 水利")).to_have_count(0)


def test_a_section_and_a_relation_narrow_the_picture(page: Page) -> None:
    """What was taken back is another story than what is delegated; the legend has one entry for both sides of each."""
    page.goto(f"/#/graph/{WATER}")
    expect(page.locator(".graph-tools .relation")).to_have_text(["交办·配合", "收回·不再承担"])
    page.locator(".graph-tools").get_by_role("button", name="收回·不再承担").click()
    expect(nodes(page)).to_have_count(17)
    assert "hide=TAKES_BACK+RELIEVED_OF" in page.url
    page.get_by_role("link", name="上级部门收回").click()
    expect(page.locator(".facts")).to_contain_text("6 条事项")


def test_the_graph_is_walked_through_by_keys_alone(page: Page) -> None:
    """Arrows go from node to node, Enter goes to what hangs on it."""
    page.goto(f"/#/graph/{WATER}")
    node(page, "部门 · 县水利局").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".node.chosen")).to_have_attribute("aria-label", re.compile("^事项"))
    page.keyboard.press("ArrowRight")
    expect(page.locator(".node.chosen")).to_have_attribute("aria-label", re.compile("^乡镇"))
    expect(page.locator("#status")).to_contain_text("乡镇 · ")
    page.keyboard.press("Enter")
    expect(page.locator(".graph-panel :focus")).to_be_visible()


def test_a_node_stays_where_it_is_put(page: Page) -> None:
    """People arrange a picture before they show it to others."""
    page.goto(f"/#/graph/{WATER}")
    box = node(page, "乡镇 · 柳坪乡").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 20, box["y"] - 90, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile("pin="))
    page.reload()
    moved = node(page, "乡镇 · 柳坪乡").bounding_box()
    assert moved is not None
    assert abs(moved["y"] - (box["y"] - 100)) < 3


def test_what_joins_two_is_found_by_their_names(page: Page) -> None:
    """docs/samples.md, question 10: one row alone joins the power company with 石桥镇."""
    page.goto("/#/graph")
    page.get_by_role("combobox", name="从哪个").fill("云岭电网")
    page.get_by_role("option").filter(has_text="云岭电网公司青禾供电分公司").first.click()
    page.get_by_role("combobox", name="到哪个").fill("石桥镇")
    page.get_by_role("option").filter(has_text="青禾县").filter(has_text="石桥镇").first.click()
    expect(page).to_have_url(re.compile(f"graph/{GRID}.*to={SHIQIAO}"))
    expect(page.locator(".facts")).to_contain_text("两者同在 1 条事项里")
    expect(nodes(page)).to_have_count(3)
    expect(node(page, "事项 · 集镇路灯、窨井盖等公用设施维修")).to_be_visible()


def test_the_matrix_leads_from_a_number_to_its_rows(page: Page) -> None:
    """Department × township: the cell's number is that of the rows behind it."""
    page.goto(f"/#/matrix/{QINGHE}")
    table = page.get_by_role("grid")
    expect(table.locator("tbody tr")).to_have_count(31)
    row = table.get_by_role("row").filter(has=page.get_by_role("link", name="县水利局", exact=True))
    expect(row.locator("td")).to_have_text(["13", "5", "3", "5"])
    page.locator(".tabs").get_by_role("link", name="两部分合计").click()
    expect(row.locator("td")).to_have_text(["19", "6", "6", "7"])
    table.get_by_role("link", name=re.compile("莲渡镇")).first.click()
    expect(page).to_have_url(re.compile("sort=div-"))
    cell = row.locator("td.heat a").first
    cell.focus()
    page.keyboard.press("ArrowRight")
    expect(row.locator("td.heat a").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#/township/.*department={WATER}"))


@pytest.mark.parametrize("tab", ["配合履职", "上级部门收回", "两部分合计"])
def test_every_number_of_a_matrix_row_opens_as_many_duties(page: Page, tab: str) -> None:
    """A 6 opened seven rows: those of the other part of the list, too."""
    page.goto(f"/#/matrix/{QINGHE}")
    page.locator(".tabs").get_by_role("link", name=tab).click()
    expect(page.locator(".tabs [aria-current]")).to_have_text(tab)
    row = page.get_by_role("grid").get_by_role("row").filter(has=page.get_by_role("link", name="县水利局", exact=True))
    there = page.url
    numbers = [int(text) for text in row.locator("td.heat").all_inner_texts()]
    assert len(numbers) >= 2
    for place, number in enumerate(numbers):
        row.locator("td.heat a").nth(place).click()
        expect(page.locator("[data-count]")).to_have_attribute("data-count", str(number))
        page.goto(there)


def test_the_flow_narrows_to_a_department(page: Page) -> None:
    """190 pairs of rows and departments in the county, 19 of the water bureau."""
    page.goto(f"/#/flow/{QINGHE}")
    expect(page.locator(".facts")).to_contain_text("交办 144 项次")
    page.locator(".tabs").get_by_role("link", name="两部分合计").click()
    expect(page.locator(".facts")).to_contain_text("共 190 项次")
    expect(page.locator("svg.flow .box")).not_to_have_count(0)
    page.locator("svg.flow a").filter(has_text="县水利局").click()
    expect(page.locator(".facts")).to_contain_text("共 19 项次")
    expect(page.get_by_role("heading", level=1)).to_contain_text("县水利局 → 青禾县")
    page.locator(".chosen a").click()
    expect(page.locator(".facts")).to_contain_text("共 190 项次")


@pytest.mark.parametrize("view", ["matrix", "flow"])
def test_names_that_several_counties_have_stand_with_their_county(page: Page, view: str) -> None:
    """In a prefecture's pictures ten bureaus of one name stood one below the other."""
    page.goto(f"/#/{view}/{PROVINCE}")
    drawn = page.locator(".matrix thead a, svg.flow a")
    expect(drawn.filter(has_text=re.compile("石桥镇 ?青禾县"))).to_have_count(1)
    expect(drawn.filter(has_text=re.compile("石桥镇 ?临汀区"))).to_have_count(1)
    page.goto(f"/#/{view}/{QINGHE}")
    expect(drawn.filter(has_text="石桥镇")).to_have_count(1)
    expect(drawn.filter(has_text="青禾县")).to_have_count(0)


@pytest.mark.parametrize("view", [f"graph/{WATER}", f"flow/{QINGHE}"])
def test_a_picture_is_taken_along_as_a_file(page: Page, view: str, tmp_path: Path) -> None:
    """Colours of the page's style would mean nothing outside of it; a PNG goes into a report."""
    page.goto(f"/#/{view}")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 SVG").click()
    download.value.save_as(tmp_path / "picture.svg")
    text = (tmp_path / "picture.svg").read_text("utf-8")
    assert "var(" not in text
    assert "县水利局" in "".join(ET.fromstring(text).itertext())
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 PNG").click()
    download.value.save_as(tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_an_empty_section_says_so(page: Page) -> None:
    """An empty picture would look like a fault."""
    page.goto(f"/#/graph/{WATER}?section=basic")
    expect(page.locator(".empty")).to_contain_text("没有可画的联系")
    page.goto("/#/graph/dept-none")
    expect(page.get_by_role("alert")).to_contain_text("没有找到")


def test_two_hundred_nodes_are_drawn_within_a_second(
    open_page: OpenPage, county_address: str, county: dict[str, str]
) -> None:
    """A whole township, row by row: 146 rows and 58 departments."""
    with open_page(county_address) as page:
        page.goto(f"/#/graph/{county['township']}?group=row")
        for count in (178, 204):
            page.get_by_role("button", name="再显示一些").click()
            expect(nodes(page)).to_have_count(count)
        took = page.evaluate("performance.getEntriesByName('graph').at(-1).duration")
        assert took < 1000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_picture_fits_its_window(
    open_page: OpenPage, county_address: str, county: dict[str, str], width: int, scheme: str
) -> None:
    """60 departments and 30 townships, on a desk and on a phone, by day and by night; the pictures are for looking at."""
    PICTURES.mkdir(exist_ok=True)
    views = {
        "matrix": (f"matrix/{county['county']}", "对照表", ".matrix td.heat"),
        "flow": (f"flow/{county['county']}", "流向图", "svg.flow .box"),
        "graph": (f"graph/{county['body']}", "县财政局", ".graph-svg rect"),
        "graph-rings": (f"graph/{county['body']}?layout=rings", "县财政局", ".graph-svg circle"),
        "graph-township": (f"graph/{county['township']}?at={county['township']}", "上溪镇", ".graph-counts li"),
        "graph-county": (f"graph/{county['county']}", "长川县", ".graph-svg rect"),
    }
    with open_page(county_address, width=width, scheme=scheme) as page:
        for name, (path, heading, drawn) in views.items():
            page.goto(f"/#/{path}")
            # On a busy machine the flow of a whole county may take seconds.
            expect(page.locator("h1").filter(has_text=heading), name).to_be_visible(timeout=15_000)
            expect(page.locator(drawn).first, name).to_be_visible(timeout=15_000)
            page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
