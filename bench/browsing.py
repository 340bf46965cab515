"""``python -m bench.browsing --address http://127.0.0.1:8000``: how soon each view of the explorer stands in a browser.

The server is one that runs, over whatever store it has; places, bodies and works to look at are those it tells of first.
Each view is gone to from another one. What is told: ms from going there until it is drawn, of the slowest answer of the API, and
from the last answer until it is drawn; requests, KB of JSON and elements of the page. The first visit to a view is told where the
API has not answered the same before (its memory is empty after a start); ``--visits`` tells medians of several.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

GOING = """async hash => {
  const main = document.getElementById("main");
  performance.clearResourceTimings();
  const start = performance.now();
  await new Promise(resolve => {
    new MutationObserver((_changes, observer) => {
      if (main.dataset.shown !== location.hash) return;
      observer.disconnect();
      resolve();
    }).observe(main, {attributes: true, attributeFilter: ["data-shown"]});
    location.hash = hash;
  });
  // The second frame begins when the first is on the screen.
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const drawn = performance.now();
  const answers = performance.getEntriesByType("resource").filter(one => new URL(one.name).pathname.startsWith("/v1/"));
  const last = Math.max(start, ...answers.map(one => one.responseEnd));
  return {
    usable: drawn - start,
    slowest: Math.max(0, ...answers.map(one => one.duration)),
    after: drawn - last,
    requests: answers.length,
    kilobytes: answers.reduce((sum, one) => sum + one.decodedBodySize, 0) / 1024,
    elements: main.querySelectorAll("*").length,
    trouble: main.querySelector("[role=alert]")?.textContent ?? "",
  };
}"""
"""Goes to an address; returns the figures of the row once the view is drawn (``trouble``: what it says instead)."""
STARTED = """async () => {
  const main = document.getElementById("main");
  while (main.dataset.shown === undefined) await new Promise(resolve => setTimeout(resolve, 5));
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now();
}"""
TYPED = """async text => {
  const input = document.querySelector("header [role=combobox]");
  input.value = text;
  const start = performance.now();
  input.dispatchEvent(new Event("input", {bubbles: true}));
  const list = document.getElementById(input.getAttribute("aria-controls"));
  await new Promise(resolve => new MutationObserver(resolve).observe(list, {childList: true}));
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const offered = performance.now() - start;
  input.dispatchEvent(new Event("blur"));
  return offered;
}"""
ELSEWHERE = "#/ask"
"""A view that is gone to between two others."""


def views(page: Page) -> dict[str, str]:
    """Return what is looked at: a view's name → its address, made of what the server's lists begin with."""

    def first(path: str, **parameters: str | int) -> dict[str, Any]:
        rows: list[dict[str, Any]] = page.request.get(f"/v1/{path}", params={"limit": 1, **parameters}).json()["rows"]
        return rows[0]

    body = first("departments")
    county, above = first("divisions", level="county"), first("divisions", level="prefecture")
    township = first("divisions", level="township", parent=county["id"])
    duty = first(f"townships/{township['id']}/duties", section="cooperative")
    law = first("laws")
    whole = page.request.get(f"/v1/duties/{duty['duty_id']}").json()
    found = {
        "search": "#/search?q=水",
        "search, a township's name": f"#/search?q={township['name']}",
        "department": f"#/department/{body['id']}",
        **{
            f"department, {tab}": f"#/department/{body['id']}?tab={tab}"
            for tab in ("reclaimed", "townships", "partners", "names")
        },
        "township": f"#/township/{township['id']}",
        **{
            f"township, {tab}": f"#/township/{township['id']}?tab={tab}"
            for tab in ("departments", "differences", "changes")
        },
        "duty": f"#/duty/{duty['duty_id']}",
        "law": f"#/law/{law['id']}",
        "line of work": "#/function/water",
        "match in a county": f"#/match?text=路灯不亮&county={county['id']}",
        "match in a township": f"#/match?text=路灯不亮&township={township['id']}",
        "graph of a department": f"#/graph/{body['id']}",
        "graph of a township": f"#/graph/{township['id']}",
        "graph of a duty": f"#/graph/{duty['duty_id']}",
        "load": "#/load",
    }
    for matter in whole["matters"][:1]:
        found["matter"] = f"#/matter/{matter['id']}"
        found["graph of a matter"] = f"#/graph/{matter['id']}"
    for place in (county, above):
        found[place["level"]] = f"#/division/{place['id']}"
        found[f"{place['level']}, departments"] = f"#/division/{place['id']}?tab=departments"
        found[f"matrix of a {place['level']}"] = f"#/matrix/{place['id']}"
        found[f"flow of a {place['level']}"] = f"#/flow/{place['id']}"
    found["flow of a prefecture, 60 departments"] = f"#/flow/{above['id']}?departments=60&townships=60"
    found["county, compared"] = f"#/division/{county['id']}?tab=compare"
    given = {
        "division": county["id"],
        "department": body["id"],
        "township": township["id"],
        "function": "water",
        "law": law["id"],
        "duty": duty["duty_id"],
    }
    for question in page.request.get("/v1/queries").json()["rows"]:
        names = {one["name"] for one in question["parameters"]}
        needed = {one["name"] for one in question["parameters"] if one["required"]}
        if needed <= given.keys():
            asked = needed or ({"division"} & names)  # of a county, where a place may be given
            sent = "&".join(f"{name}={given[name]}" for name in sorted(asked))
            found[f"ask {question['name']}"] = f"#/ask/{question['name']}{'?' if sent else ''}{sent}"
    return found


@contextlib.contextmanager
def opened(address: str) -> Iterator[Page]:
    """A page of 1280 × 900 in Chromium, with the start page of the server."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900}, base_url=address)
        page.set_default_timeout(120_000)
        page.goto("/")
        yield page
        browser.close()


def main() -> None:
    """Measure and print; see the module."""
    parser = argparse.ArgumentParser(prog="python -m bench.browsing", description=__doc__)
    parser.add_argument("--address", default="http://127.0.0.1:8000")
    parser.add_argument("--visits", type=int, default=1, help="visits to each view; medians of all are told")
    parser.add_argument("--only", default="", help="only views whose name has this")
    parser.add_argument("--pictures", type=Path, help="a folder for a picture of each view")
    options = parser.parse_args()
    with opened(options.address) as page:
        print(f"start page: {page.evaluate(STARTED):.0f} ms from the request until it is drawn")
        for text in ("水", "shuiliju", "slj", "镇"):
            print(f"typed {text}: {page.evaluate(TYPED, text):.0f} ms until names are offered")
        print("| view | drawn, ms | slowest answer, ms | drawn after the last answer, ms | requests | KB | elements |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for name, address in views(page).items():
            if options.only in name:
                print(_row(name, [_visit(page, address) for _ in range(options.visits)]), flush=True)
                if options.pictures:
                    picture = options.pictures / f"{name.replace(' ', '-').replace(',', '')}.png"
                    page.screenshot(path=picture, full_page=True)


def _visit(page: Page, address: str) -> dict[str, Any]:
    page.evaluate(GOING, ELSEWHERE)
    figures: dict[str, Any] = page.evaluate(GOING, address)
    return figures


def _row(name: str, visits: list[dict[str, Any]]) -> str:
    keys = ("usable", "slowest", "after", "requests", "kilobytes", "elements")
    cells = [f"{statistics.median(visit[key] for visit in visits):.0f}" for key in keys]
    return f"| {name} | {' | '.join(cells)} | {visits[-1]['trouble']}"


if __name__ == "__main__":
    main()
