"""What the OpenAPI document says beyond what FastAPI finds in the routes.

Titles, questions and the meanings of parameters and columns come from the headers of the query files.
"""

from __future__ import annotations

import json
import re
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from api.problems import MEDIA_TYPE, TYPES, Problem
from graphkb.catalogue import LOOKUPS, QUESTIONS, Query

QUESTION = "x-query"
"""Where an operation tells which question of the catalogue it answers."""
_SCHEMAS = "#/components/schemas"


def answering(query: Query[Any, Any], example: BaseModel | None, *problems: str) -> dict[str, Any]:
    """Return the arguments of a route that answers ``query``: its texts, an example answer, its problems."""
    return {
        "summary": query.file.title,
        "description": f"{query.file.title_en}. {query.file.question}",
        "responses": {
            **({200: answer_example(example)} if example is not None else {}),
            **problem_responses("invalid-request", "store-failure", "store-unavailable", *problems),
        },
        "openapi_extra": {QUESTION: query.name},
    }


def answer_example(example: BaseModel) -> dict[str, Any]:
    """Return the entry of ``responses`` for an answer with this example."""
    # As text, which describe() turns back: FastAPI drops what is null in an example, required or not.
    return {"content": {"application/json": {"example": example.model_dump_json()}}}


def problem_responses(*names: str) -> dict[int | str, dict[str, Any]]:
    """Return the argument ``responses`` of a route that may answer with these problems."""
    responses: dict[int | str, dict[str, Any]] = {}
    for problem in sorted((TYPES[name] for name in names), key=lambda problem: problem.status):
        example = {
            "type": f"/problems/{problem.name}",
            "title": problem.title,
            "status": problem.status,
            "detail": problem.detail or "What is wrong, in a sentence.",
            "instance": "/v1/…",
        }
        content = {"schema": {"$ref": f"{_SCHEMAS}/{Problem.__name__}"}, "example": example}
        responses[problem.status] = {"description": problem.title, "content": {MEDIA_TYPE: content}}
    return responses


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of ``app``."""
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, tags=app.openapi_tags, routes=app.routes
    )
    schemas = document["components"]["schemas"]
    problem = Problem.model_json_schema(ref_template=f"{_SCHEMAS}/{{model}}")
    schemas.update(problem.pop("$defs"))
    schemas[Problem.__name__] = problem
    for query in (QUESTIONS | LOOKUPS).values():
        _fill(schemas.get(query.row.__name__, {}).get("properties", {}), {f.name: f.says for f in query.file.columns})
    other = {"schema": {"$ref": f"{_SCHEMAS}/{Problem.__name__}"}}
    for path in document["paths"].values():
        for operation in path.values():
            operation["responses"]["default"] = {"description": "其他问题", "content": {MEDIA_TYPE: other}}
            for status, response in operation["responses"].items():
                answer = response.get("content", {}).get("application/json", {}) if status.startswith("2") else {}
                if "example" in answer:
                    answer["example"] = json.loads(answer["example"])
            asked = QUESTIONS.get(operation.get(QUESTION, ""))
            if asked is not None:
                parameters = {parameter["name"]: parameter for parameter in operation.get("parameters", ())}
                _fill(parameters, {f.name: f.says for f in asked.file.parameters})
                for name, value in _example_of(asked.file.example).items():
                    if name in parameters and name != "limit":
                        parameters[name].setdefault("example", value)
    return document


def _example_of(line: str) -> dict[str, str]:
    """Return the texts of an example line of a query file: ':params {text: '水', county: null}' → {text: 水}."""
    return {name: value for name, value in re.findall(r"(\w+): '([^']+)'", line)}


def _fill(described: dict[str, Any], says: dict[str, str]) -> None:
    """Give each parameter or property that has no description of its own what the query file says about it."""
    for name, schema in described.items():
        if name in says:
            schema.setdefault("description", says[name])
