"""The OpenAPI document: valid, complete, and its examples are what they are examples of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.openapi.models import OpenAPI
from fastapi.routing import APIRoute

import api
from api.app import MODULES
from api.problems import TYPES
from graphkb.settings import Settings


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The document as a client gets it."""
    return json.loads(json.dumps(api.create_app(Settings(store="bolt://127.0.0.1:1")).openapi()))


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (path, operation)."""
    for path, item in document["paths"].items():
        for operation in item.values():
            yield path, operation


def test_the_document_is_openapi_31_and_holds_together(document: dict[str, Any]) -> None:
    """Generated clients fail on a reference that leads nowhere, or on two operations of one name."""
    OpenAPI.model_validate(document)
    assert document["openapi"].startswith("3.1")
    names = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)))
    assert names <= set(document["components"]["schemas"])
    ids = [operation["operationId"] for _, operation in operations(document)]
    assert len(ids) == len(set(ids))


def test_the_routes_are_these(document: dict[str, Any]) -> None:
    """A route that goes away breaks its clients: then this list changes with the version of the path."""
    assert set(document["paths"]) == {
        "/healthz",
        "/readyz",
        "/v1/catalog",
        "/v1/compare",
        "/v1/departments",
        "/v1/departments/{department}/delegations",
        "/v1/departments/{department}/reclaimed",
        "/v1/departments/{id}",
        "/v1/divisions",
        "/v1/divisions/{id}",
        "/v1/documents",
        "/v1/documents/{id}",
        "/v1/documents/{id}/load",
        "/v1/documents/{id}/report.html",
        "/v1/duties/{id}",
        "/v1/duties/{id}/elsewhere",
        "/v1/flows",
        "/v1/exports/{format}",
        "/v1/functions",
        "/v1/functions/{function}/delegations",
        "/v1/graph/columns",
        "/v1/graph/neighbours",
        "/v1/graph/paths",
        "/v1/laws",
        "/v1/laws/{law}/duties",
        "/v1/lists/{id}",
        "/v1/lists/{id}/changes",
        "/v1/matrix",
        "/v1/matters",
        "/v1/matters/{id}",
        "/v1/quality",
        "/v1/queries",
        "/v1/queries/{name}",
        "/v1/search",
        "/v1/suggest",
        "/v1/tasks/match",
        "/v1/townships/{township}",
        "/v1/townships/{township}/changes",
        "/v1/townships/{township}/differences",
        "/v1/townships/{township}/duties",
    }


def test_examples_are_accepted_by_the_models_that_they_are_examples_of(document: dict[str, Any]) -> None:
    """An example that lacks a field would be copied into clients."""
    routes = [route for module in MODULES for route in module.router.routes if isinstance(route, APIRoute)]
    models = {route.response_model.__name__: route.response_model for route in routes if route.response_model}
    seen = set()
    for _, operation in operations(document):
        for status, response in operation["responses"].items():
            answer = response.get("content", {}).get("application/json", {})
            if not status.startswith("2") or "example" not in answer:
                continue
            name = answer["schema"]["$ref"].rsplit("/", 1)[1]
            model = models[name]
            assert json.loads(model.model_validate(answer["example"]).model_dump_json()) == answer["example"]
            seen.add(name)
    assert models.keys() - seen == {"Alive", "ProblemInfo", "QueryInfos"}


def test_every_operation_tells_its_problems(document: dict[str, Any]) -> None:
    """Clients handle errors by what the document says; FastAPI's own error model must not be promised."""
    for path, operation in operations(document):
        answers_of = operation["responses"]
        assert "default" in answers_of, path
        for status, answer in answers_of.items():
            if not status.startswith("2"):
                assert set(answer["content"]) == {"application/problem+json"}, (path, status)
    assert "HTTPValidationError" not in document["components"]["schemas"]
    assert "404" in document["paths"]["/v1/duties/{id}"]["get"]["responses"]


def test_parameters_and_columns_say_what_the_query_file_says(document: dict[str, Any]) -> None:
    """One definition of each question: its header."""
    parameters = document["paths"]["/v1/departments/{department}/delegations"]["get"]["parameters"]
    assert {p["name"]: p["description"] for p in parameters} == {
        "department": "its name, one of its other plates, or its id",
        "division": "id of a division of any level, or a county's name; null: everywhere",
        "category": "only rows of this category; null: of all",
        "matter": "id: only rows that are this matter, or bundle it; null: all",
        "edition": "only lists of this edition (2025-08); null: each township's newest",
        "county": "only townships of this county; null: of all",
        "limit": "most rows to return",
        "cursor": "`next` of the page before, as it was given; without it, the first page",
    }
    columns = document["components"]["schemas"]["DelegationRow"]["properties"]
    assert columns["role"]["description"] == "what the township does, clause by clause"


def test_the_guide_names_every_route_and_every_problem(document: dict[str, Any]) -> None:
    """docs/api.md is what people read first."""
    guide = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    routes = set(re.findall(r"^\| `(/[^?`]*)", guide, re.M))
    problems = {route for route in routes if route.startswith("/problems/")}
    assert routes - problems == set(document["paths"])
    assert problems == {f"/problems/{name}" for name in TYPES}
