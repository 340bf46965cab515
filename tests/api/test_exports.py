"""Files over HTTP: the same as the command writes."""

from __future__ import annotations

import csv
import io
import json

import networkx
import openpyxl
import pytest
from fastapi.testclient import TestClient

pytestmark = pytest.mark.store


def test_a_place_is_had_as_a_workbook(client: TestClient) -> None:
    """An official presses a button and has the county in Excel."""
    answer = client.get("/v1/exports/xlsx", params={"county": "青禾县"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats")
    assert "filename*=UTF-8''%E9%9D%92%E7%A6%BE%E5%8E%BF" in answer.headers["content-disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content))["事项"]
    duties = client.get("/v1/exports/jsonl", params={"county": "青禾县"}).text.splitlines()
    assert sheet.max_row - 1 == len(duties) > 0
    assert {json.loads(line)["county"] for line in duties} == {"青禾县"}


@pytest.mark.parametrize("format", ["csv", "graphml", "gexf", "jsonld"])
def test_every_format_is_served(client: TestClient, format: str) -> None:
    """The page offers them side by side."""
    answer = client.get(f"/v1/exports/{format}")
    assert answer.status_code == 200
    if format == "graphml":
        assert len(networkx.parse_graphml(answer.content)) > 10
    if format == "jsonld":
        assert "@context" in answer.json()


def test_what_is_seen_on_a_page_is_had_whole(client: TestClient) -> None:
    """All rows of the answer, not the hundred of the page."""
    answer = client.get("/v1/exports/csv", params={"question": "list_catalogue"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == client.get("/v1/queries/list_catalogue").json()["total"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/exports/neo4j", 422),
        ("/v1/exports/csv?county=没有的县", 404),
        ("/v1/exports/csv?section=other", 422),
        ("/v1/exports/csv?colour=red", 422),
        ("/v1/exports/gexf?question=list_catalogue", 422),
        ("/v1/exports/csv?question=no_such", 422),
    ],
)
def test_what_cannot_be_exported_is_a_problem(client: TestClient, path: str, status: int) -> None:
    """Never half a file, and never another place's."""
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
