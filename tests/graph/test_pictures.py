"""Every picture on every store, with the values of its question's example over the bundled samples."""

from __future__ import annotations

import ast
import re
from typing import Any

import pytest
from neo4j.graph import Node, Path

from graphkb.catalogue import QUESTIONS
from graphkb.catalogue.pictures import MOST_NODES, literals, pictures
from graphkb.stores import Store
from tests.graph.test_questions import samples as samples
from tools.write_browser_kit import saved_queries


def example(name: str) -> dict[str, Any]:
    """Return the values of a question's example."""
    return {
        key: None if value == "null" else ast.literal_eval(value.capitalize() if value in ("true", "false") else value)
        for key, value in literals(QUESTIONS[name]).items()
    }


def paths(store: Store, statement: str, values: dict[str, Any]) -> list[Path]:
    """Return the paths that a statement gives."""
    return [row["p"] for row in store.read(statement, values)]


def nodes_of(found: list[Path]) -> dict[str, Node]:
    """Return the nodes of paths by their id."""
    return {node["id"]: node for path in found for node in path.nodes}


@pytest.mark.parametrize("name", list(pictures()))
def test_a_picture_shows_the_rows_of_its_question(samples: Store, name: str) -> None:
    """An analyst looks at the picture, an official at the table; both must see the same rows."""
    picture, query, values = pictures()[name], QUESTIONS[name], example(name)
    found = paths(samples, picture.text, values)
    drawn = nodes_of(found)
    assert len(drawn) <= MOST_NODES
    asked = min(map(int, re.findall(r"LIMIT (\d+)", picture.text)))
    rows = query.run(samples, query.parse(values | ({"limit": asked} if "limit" in values else {}))).rows
    column = next(c for c in ("duty_id", "matter_id", "list_id", "id", "department_id") if c in query.row.model_fields)
    told = {getattr(row, column) for row in rows}
    assert told
    assert told <= drawn.keys()


def test_a_saved_query_gives_rows_without_parameters(samples: Store) -> None:
    """The first click in the Browser must not end in an error, nor in an empty frame."""
    assert {query.name for query in saved_queries() if not samples.read(query.text, {})} == set()
