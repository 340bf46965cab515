"""Things by their ids, and what hangs on them: every kind has a list and a page of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import api
from graphkb.settings import Settings
from graphkb.stores import open_store, stop
from tests.api.lists import PROJECTS, load_lists

pytestmark = pytest.mark.store

UNKNOWN = "00000000000000000000"


def rows(client: TestClient, path: str) -> list[dict[str, Any]]:
    """Return the rows of a list."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["rows"]
    return found


def whole(client: TestClient, path: str) -> dict[str, Any]:
    """Return one thing."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert "truncated" not in answer.json()
    found: dict[str, Any] = answer.json()
    return found


def test_a_department_is_whole(client: TestClient) -> None:
    """The page of a body: who it is, and what it has townships do."""
    id = rows(client, "/v1/departments?text=水务")[0]["id"]
    department = whole(client, f"/v1/departments/{id}")
    assert (department["id"], department["name"]) == (id, "县水利局")
    assert client.get(f"/v1/departments/{id}/reclaimed").json()["count"] == 0


def test_what_a_department_takes_back(client: TestClient) -> None:
    """The other half of the list."""
    assert [row["name"] for row in rows(client, "/v1/departments/县住建局/reclaimed")] == ["出具房屋安全鉴定意见"]


def test_divisions_lead_from_province_to_township(client: TestClient) -> None:
    """People click their way down."""
    province = rows(client, "/v1/divisions?level=province")[0]
    prefecture = rows(client, f"/v1/divisions?parent={province['id']}")[0]
    counties = rows(client, f"/v1/divisions?parent={prefecture['id']}")
    assert {county["name"] for county in counties} == {"青禾县", "白河县"}
    county = next(county for county in counties if county["name"] == "青禾县")
    division = whole(client, f"/v1/divisions/{county['id']}")
    assert {below["name"] for below in division["children"]} == {"石桥镇", "柳坪乡"}


def test_a_filter_by_division_covers_all_below_it(client: TestClient) -> None:
    """One filter for a province as for a township."""
    county = next(row for row in rows(client, "/v1/divisions?level=county") if row["name"] == "白河县")
    delegated = rows(client, f"/v1/departments/县水利局/delegations?division={county['id']}")
    assert [row["name"] for row in delegated] == ["防汛抗旱"]


def test_a_township_at_a_glance(client: TestClient) -> None:
    """The first page that its clerk opens."""
    id = next(row for row in rows(client, "/v1/divisions?level=township") if row["name"] == "临江镇")["id"]
    township = whole(client, f"/v1/townships/{id}")
    assert {section["section"]: section["found"] for section in township["sections"]} == {
        "basic": PROJECTS,
        "cooperative": 1,
        "reclaimed": 0,
    }


def test_a_matter_and_where_townships_differ(client: TestClient) -> None:
    """河道管护 stands in two lists; what else they have, the other one lacks."""
    matter = next(row for row in rows(client, "/v1/matters") if row["title"] == "河道管护")
    assert len(whole(client, f"/v1/matters/{matter['id']}")["rows"]) == 2
    assert client.get("/v1/compare?division=青禾县&differing=true").json()["total"] > 0
    assert rows(client, "/v1/townships/石桥镇/differences")


def test_laws_and_who_cites_them(client: TestClient) -> None:
    """A law changes: which duties rest on it?"""
    law = rows(client, "/v1/laws?text=青禾河")[0]
    cited = rows(client, f"/v1/laws/{law['id']}/duties")
    assert {(row["township"], row["name"]) for row in cited} == {("石桥镇", "河道管护"), ("柳坪乡", "河道管护")}


def test_a_list_and_its_changes(client: TestClient) -> None:
    """The list of one edition; there is no other of this one to compare it with."""
    id = rows(client, "/v1/catalog")[0]["list_id"]
    assert whole(client, f"/v1/lists/{id}")["id"] == id
    assert client.get(f"/v1/lists/{id}/changes").json()["type"] == "/problems/not-found"


def test_functions_and_quality(client: TestClient) -> None:
    """By line of work over all counties; and what is to be mended."""
    assert "water" in {row["slug"] for row in rows(client, "/v1/functions")}
    assert client.get("/v1/functions/water/delegations").json()["total"] == 4
    assert rows(client, "/v1/quality")


@pytest.mark.parametrize(
    "path",
    [
        f"/v1/departments/dept-{UNKNOWN}",
        f"/v1/departments/dept-{UNKNOWN}/delegations",
        f"/v1/departments/dept-{UNKNOWN}/reclaimed",
        f"/v1/divisions/div-{UNKNOWN}",
        f"/v1/townships/div-{UNKNOWN}",
        f"/v1/townships/div-{UNKNOWN}/duties",
        f"/v1/townships/div-{UNKNOWN}/differences",
        f"/v1/townships/div-{UNKNOWN}/changes",
        f"/v1/duties/duty-{UNKNOWN}",
        f"/v1/matters/matter-{UNKNOWN}",
        f"/v1/laws/law-{UNKNOWN}/duties",
        f"/v1/lists/list-{UNKNOWN}",
        f"/v1/lists/list-{UNKNOWN}/changes",
        "/v1/functions/nothing/delegations",
        "/v1/departments/县水利局",
        "/v1/townships/石桥镇",
    ],
)
def test_an_id_that_nothing_has_is_a_404(client: TestClient, path: str) -> None:
    """A link that has become wrong must not look like a department that delegates nothing."""
    answer = client.get(path)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/not-found")


def test_a_thing_of_another_kind_is_a_404(client: TestClient) -> None:
    """The id of a department is none of a matter."""
    id = rows(client, "/v1/departments")[0]["id"]
    assert client.get(f"/v1/matters/{id}").status_code == 404


def test_a_former_id_leads_to_the_present_one(tmp_path: Path) -> None:
    """A link in a document outlives the merging of two bodies."""
    settings = Settings(store=f"embedded:{tmp_path / 'store'}")
    former = f"dept-{UNKNOWN}"
    try:
        with open_store(settings) as store:
            load_lists(store)
            with TestClient(api.create_app(settings), base_url="http://localhost", follow_redirects=False) as client:
                now = rows(client, "/v1/departments?text=水务")[0]["id"]
                query = "MATCH (b:Department {id: $now}) CREATE (:FormerId {id: $former, at: '2026-03-02T08:15:00Z'})-[:NOW]->(b)"
                store.write(lambda tx: tx.run(query, now=now, former=former).consume())
                for path in ("", "/delegations?limit=1&county=%E9%9D%92%E7%A6%BE%E5%8E%BF"):
                    answer = client.get(f"/v1/departments/{former}{path}")
                    assert (answer.status_code, answer.headers["location"]) == (308, f"/v1/departments/{now}{path}")
                for path in ("neighbours?depth=2&id={}", "columns?id={}", "paths?from={}&to=water"):
                    answer = client.get("/v1/graph/" + path.format(former))
                    assert (answer.status_code, answer.headers["location"]) == (308, "/v1/graph/" + path.format(now))
    finally:
        stop(settings)
