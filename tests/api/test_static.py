"""The files that a browser gets: own files only, nothing inline, vendored code unchanged."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import api
from graphkb.settings import Settings

STATIC = Path(api.__file__).parent / "static"
VENDORED = STATIC / "vendor" / "swagger-ui"
AXE = Path(__file__).parents[1] / "browser" / "axe-core"
"""No part of what is served: the tests of the page look with it."""
OWN = sorted(path for path in STATIC.rglob("*") if path.is_file() and "vendor" not in path.parts)


@pytest.fixture(scope="module")
def files() -> TestClient:
    """A client for what needs no store."""
    return TestClient(api.create_app(Settings(store="bolt://127.0.0.1:1")), base_url="http://localhost")


@pytest.mark.parametrize("page", ["/", "/docs"])
def test_a_page_refers_to_own_files_and_they_are_there(files: TestClient, page: str) -> None:
    """The machines that this runs on often have no way to the internet."""
    addresses = re.findall(r'(?:src|href)="([^"]+)"', files.get(page).text)
    assert any(address.endswith(".js") for address in addresses)
    for address in addresses:
        assert re.match(r"/(?!/)|#\w", address), address
        assert files.get(address).status_code == 200, address


@pytest.mark.parametrize("path", [path for path in OWN if path.suffix == ".js"], ids=lambda path: path.name)
def test_imports_lead_to_files(path: Path) -> None:
    """Without a bundler nobody else would notice."""
    for target in re.findall(r'from "(\./[^"]+)"', path.read_text(encoding="utf-8")):
        assert (path.parent / target).is_file(), target


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_own_files_name_no_other_host(path: Path) -> None:
    """No font, script or picture from elsewhere; names of formats (XML namespaces) are no addresses."""
    namespaces = r"http://(www\.w3\.org/2000/svg|schemas\.openxmlformats\.org/)"
    text = re.sub(namespaces, "", path.read_text(encoding="utf-8"))
    assert not re.search(r"https?://|[\"'(]//\w", text)


@pytest.mark.parametrize("path", [p for p in OWN if p.suffix == ".html"], ids=lambda path: path.name)
def test_pages_have_nothing_inline(path: Path) -> None:
    """The content security policy would block it, and the page would be dead."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\son\w+=|javascript:", text)


@pytest.mark.parametrize("path", [path for path in OWN if path.suffix == ".js"], ids=lambda path: path.name)
def test_scripts_never_parse_markup(path: Path) -> None:
    """Texts come from documents that anybody may have written."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function", text
    )


@pytest.mark.parametrize(
    ("folder", "package", "licence"),
    [(VENDORED, "swagger-ui-dist", "Apache-2.0"), (AXE, "axe-core", "MPL-2.0")],
    ids=["swagger-ui", "axe-core"],
)
def test_vendored_files_are_those_of_the_manifest(folder: Path, package: str, licence: str) -> None:
    """A changed or added file would be code that nobody looked at; line ends changed by git would show here too."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    del found["manifest.json"]
    assert found == manifest["sha256"]
    assert (manifest["package"], manifest["license"]) == (package, licence)


def test_vendored_files_ask_for_no_source_map() -> None:
    """Browsers with open tools would get a 404 for each."""
    for path in VENDORED.iterdir():
        assert "sourceMappingURL=" not in path.read_text(encoding="utf-8")


def test_the_explorer_is_small() -> None:
    """County offices have slow lines: at most 400 KB in all, as a proxy compresses them; the API's documentation is extra."""
    explorer = [path for path in STATIC.rglob("*") if path.is_file() and VENDORED not in path.parents]
    assert sum(len(gzip.compress(path.read_bytes())) for path in explorer) <= 400 * 1024
