"""The kit in the real Neo4j Browser (classic, 5.24), on a real Neo4j and on the embedded store."""

from __future__ import annotations

import base64
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect
from pydantic import SecretStr

import api
from graphkb.settings import Settings
from graphkb.stores import apply_schema, open_store, start, stop
from tests.browser.conftest import PICTURES
from tests.conftest import skip_or_fail
from tools.neo4j import neo4j_local
from tools.samples import load_samples
from tools.write_browser_kit import FOLDERS, KIT

pytestmark = [pytest.mark.browser, pytest.mark.store, pytest.mark.slow]

SHOWN = ("部门交办事项", "乡镇事项", "职能交办事项", "明减暗增", "联合交办事项", "乡镇对照")

# Playwright cannot drag a file from outside into a page.
_DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const dropped = new DataTransfer();
  dropped.items.add(new File([bytes], name));
  for (const type of ["dragenter", "dragover", "drop"])
    document.querySelector(".filedrop").dispatchEvent(
      new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: dropped}));
}"""


@dataclass(frozen=True)
class Login:
    """A store that the Browser's page connects to."""

    address: str
    user: str
    password: str


@pytest.fixture(scope="module")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[neo4j_local.Server]:
    """A Neo4j LTS with the Browser and the bundled samples."""
    try:
        server = neo4j_local.start(
            neo4j_local.LTS, tmp_path_factory.mktemp("neo4j"), http_port=0, java_options=neo4j_local.SHORT_LIVED
        )
    except neo4j_local.Neo4jUnavailable as error:
        skip_or_fail(str(error))
    try:
        fill(Settings(store=server.uri, user=neo4j_local.USER, password=SecretStr(server.password)))
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="module", params=["neo4j", "embedded"])
def login(
    request: pytest.FixtureRequest, neo4j_server: neo4j_local.Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Login]:
    """Neo4j itself, and the embedded store's own Bolt port."""
    if request.param == "neo4j":
        yield Login(f"127.0.0.1:{neo4j_server.bolt_port}", neo4j_local.USER, neo4j_server.password)
        return
    folder = tmp_path_factory.mktemp("embedded")
    settings = Settings(store=f"embedded:{folder}")
    status = start(settings)
    try:
        fill(settings)
        yield Login(f"127.0.0.1:{status.bolt_port}", "root", (folder / "host" / "password").read_text("utf-8").strip())
    finally:
        stop(settings)


@pytest.fixture(scope="module")
def guide() -> Iterator[str]:
    """The guide's address under the only name of this machine that the Browser allows by default: localhost."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(api.create_app(Settings(store="bolt://127.0.0.1:1")), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://localhost:{listening.getsockname()[1]}/browser-guide/guide.html"
        server.should_exit = True
        thread.join()


def fill(settings: Settings) -> None:
    """Load the bundled lists."""
    with open_store(settings) as store:
        apply_schema(store)
        load_samples(store)


@pytest.fixture
def page(browser: Browser, neo4j_server: neo4j_local.Server, login: Login) -> Iterator[Page]:
    """The Browser's page, connected, with the kit dropped on it."""
    with browser.new_context(viewport={"width": 1500, "height": 1100}) as context:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{neo4j_server.http_port}/browser/")
        page.get_by_test_id("bolt-scheme-select").select_option("bolt://", timeout=60_000)
        page.get_by_test_id("boltaddress").fill(login.address)
        page.get_by_test_id("username").fill(login.user)
        page.get_by_test_id("password").fill(login.password)
        page.get_by_test_id("connect").click()
        expect(page.get_by_text("You are connected as user")).to_be_visible(timeout=30_000)
        drop(page, "style.grass")
        expect(page.get_by_text("node.CooperativeDuty")).to_be_visible()
        drop(page, "saved-cypher.zip")
        if login.user == "root":
            # Its ids are beyond what the Browser's own query for further relations can spell.
            run(page, ":config autoComplete: false")
        page.get_by_test_id("navigationFavorites").click()
        yield page


def drop(page: Page, name: str) -> None:
    """Drop a file of the kit on the page."""
    page.evaluate(_DROP, [name, base64.b64encode((KIT / name).read_bytes()).decode()])


def run(page: Page, command: str) -> None:
    """Type a command and run it."""
    page.get_by_test_id("activeEditor").locator(".view-lines").click()
    page.keyboard.type(command)
    page.keyboard.press("Control+Enter")


def test_a_click_on_a_saved_query_draws_its_picture(page: Page, login: Login) -> None:
    """What an analyst does first: import, open the folder, click. Look at the pictures, too: tests/browser/pictures."""
    PICTURES.mkdir(exist_ok=True)
    page.get_by_test_id(f"expandFolder-{FOLDERS['pictures']}").click()
    for title in SHOWN:
        named = page.locator(f'[data-testid^="scriptTitle-{title}(图)"]')
        item = page.get_by_test_id("savedScriptListItem").filter(has=named)
        item.hover()
        item.get_by_test_id("savedScriptsButton-Run").click()
        frame = page.get_by_test_id("frame").first
        expect(frame).to_contain_text(f"// {title}(图)", timeout=30_000)
        expect(frame.get_by_text("Displaying")).to_contain_text("nodes", timeout=30_000)
        page.wait_for_timeout(2_000)  # the dots find their places
        frame.screenshot(path=PICTURES / f"neo4j-browser-{login.user}-{title}.png")


def test_the_guide_opens_and_a_click_puts_its_statement_in_the_editor(page: Page, guide: str, login: Login) -> None:
    """The Browser fetches it from another origin, with headers that need leave."""
    run(page, f":guide {guide}")
    expect(page.get_by_text("Every dot is a body")).to_be_visible(timeout=15_000)
    page.get_by_text("Next", exact=True).click()
    page.locator("pre.runnable").first.click()
    page.get_by_test_id("editor-Run").click()
    expect(page.get_by_test_id("frame").first.get_by_text("Displaying")).to_contain_text("nodes", timeout=30_000)
    page.screenshot(path=PICTURES / f"neo4j-browser-{login.user}-guide.png")
