"""Pages: nothing is lost or twice between them, and totals are true."""

from __future__ import annotations

import base64
import re

import pytest
from fastapi.testclient import TestClient

from tests.api.lists import PROJECTS

pytestmark = pytest.mark.store

DUTIES = "/v1/townships/临江镇/duties?limit=50"


def test_pages_hold_every_row_once_and_each_tells_the_total(client: TestClient) -> None:
    """A program walks along rel=next; an official sees how far it goes."""
    path, names, totals, counts = DUTIES, [], set(), []
    while path:
        answer = client.get(path)
        body = answer.json()
        names += [row["name"] for row in body["rows"]]
        totals.add(body["total"])
        counts.append(body["count"])
        link = re.fullmatch(r'<([^>]+)>; rel="next"', answer.headers.get("link", ""))
        assert (link is not None) is body["truncated"] is (body["next"] is not None)
        path = link[1] if link else ""
        assert not path or (path.startswith("/v1/townships/%E4%B8%B4") and "limit=50" in path)
    assert counts == [50, 50, 31]
    assert totals == {PROJECTS + 1}
    assert len(set(names)) == PROJECTS + 1


def test_next_is_given_back_as_cursor_by_route_and_by_question(client: TestClient) -> None:
    """One definition of the question, two doors, one cursor."""
    first = client.get(DUTIES).json()
    by_route = client.get(DUTIES, params={"limit": 50, "cursor": first["next"]}).json()
    asked = {"township": "临江镇", "limit": 50, "cursor": first["next"]}
    by_name = client.get("/v1/queries/township_duties", params=asked).json()
    assert by_route == by_name
    assert by_route["rows"][0]["name"] == "第51号产业项目的日常服务"


def test_filters_narrow_the_total(client: TestClient) -> None:
    """The total is of what was asked for, not of what is there."""
    body = client.get("/v1/townships/临江镇/duties?limit=10&section=basic").json()
    assert (body["count"], body["total"]) == (10, PROJECTS)


@pytest.mark.parametrize(
    "cursor", ["x", "====", "bnVsbA", base64.b64encode(b"[" * 2000).decode(), "é", "W10", "eyJhIjoxfQ"]
)
def test_what_is_no_cursor_is_refused(client: TestClient, cursor: str) -> None:
    """Beginning again in its place would show the first rows as the next."""
    answer = client.get("/v1/catalog", params={"cursor": cursor})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")


def test_a_cursor_is_of_its_question_and_filters(client: TestClient) -> None:
    """Behind which row of another list should the answer go on?"""
    cursor = client.get(DUTIES).json()["next"]
    for path in ("/v1/townships/石桥镇/duties", "/v1/departments"):
        assert client.get(path, params={"cursor": cursor}).status_code == 422


def test_a_ranked_answer_that_was_cut_says_so_without_a_total(client: TestClient) -> None:
    """Best hits first: nobody turns to the ninth page of them."""
    body = client.get("/v1/search?q=项目&limit=5").json()
    assert (body["count"], body["truncated"], body["total"], body["next"]) == (5, True, None, None)
