"""The views of the explorer over the bundled samples, and how to come to them."""

from __future__ import annotations

import json

from playwright.sync_api import Page

VIEWS: dict[str, tuple[str, str]] = {
    "home": ("#/", "谁把什么事交给了哪个乡镇"),
    "search": ("#/search?q=水利", "“水利”的搜索结果"),
    "department": ("department:县水利局", "县水利局"),
    "department-names": ("department:区住建局?tab=names", "区住建局"),
    "department-partners": ("department:县水利局?tab=partners", "县水利局"),
    "department-reclaimed": ("department:县水利局?tab=reclaimed", "县水利局"),
    "township": ("township:石桥镇", "石桥镇"),
    "township-departments": ("township:石桥镇?tab=departments", "石桥镇"),
    "township-differences": ("township:石桥镇?tab=differences", "石桥镇"),
    "township-changes": ("township:石桥镇?tab=changes", "石桥镇"),
    "duty": ("duty:河道巡查和乱占", "河道巡查"),
    "division": ("division:青禾县", "青禾县"),
    "division-departments": ("division:青禾县?tab=departments", "青禾县"),
    "compare": ("division:青禾县?tab=compare", "青禾县"),
    "matter": ("matter:防汛抗旱和", "防汛抗旱"),
    "function": ("#/function/water", "水利"),
    "law": ("law:水法", "《水法》"),
    "ask": ("#/ask", "问答"),
    "question": ("#/ask/delegators", "交办排行"),
    "match": ("#/match?text=路灯不亮&place=青禾县", "这件事在清单上吗"),
    "load": ("#/load", "载入文件"),
    "graph": ("#/graph/dept-66dd8e07f3b81cec6fc2?at=dept-66dd8e07f3b81cec6fc2", "县水利局"),
    "graph-path": ("#/graph/dept-66dd8e07f3b81cec6fc2?to=dept-34424b6e53876f8776ea", "之间"),
    "matrix": ("#/matrix/div-aa1e9da89aa681b48b88", "对照表"),
    "flow": ("#/flow/div-aa1e9da89aa681b48b88", "流向图"),
}
"""View → where it is (an address, or kind:name[?parameters] of a thing in 青禾县), and a part of its heading in Chinese."""

COUNTY = "青禾县"


def go(page: Page, where: str) -> None:
    """Show the view and wait until it stands."""
    address = where if where.startswith("#") else _address(page, where)
    page.evaluate("hash => { location.hash = hash }", address)
    # What stands on the page says which address it is the view of.
    page.locator(f"main[data-shown={json.dumps(page.evaluate('location.hash'))}]").wait_for()


def _address(page: Page, where: str) -> str:
    """Return the address of kind:name?parameters, found by its name."""
    kind, _, rest = where.partition(":")
    name, _, parameters = rest.partition("?")
    asked = {"q": name, "kind": "county" if kind == "division" else kind, "limit": 50}
    rows = page.request.get("/v1/search", params=asked).json()["rows"]
    ids = [row["id"] for row in rows if COUNTY in (row["place"] or "") or row["name"] == COUNTY]
    return f"#/{kind}/{ids[0] if ids else rows[0]['id']}{'?' if parameters else ''}{parameters}"
