"""Pictures of answers: ``cypher/paths/<name>.cypher`` gives as paths what the question of that name gives as rows.

The Neo4j Browser draws paths. A picture's file begins as its question does and goes on otherwise::

    // 部门交办事项 · Everything a department delegates       the question's own title
    //
    // What the picture shows.
    MATCH …                                                as in the question, up to its line // page
    // picture
    WITH * ORDER BY key LIMIT 100
    MATCH p = …
    RETURN p AS p LIMIT 100

Its parameters are those of the question, without ``after`` and ``limit``: it has a bound of its own, so that no picture
has more than :data:`MOST_NODES` nodes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import dropwhile, takewhile
from typing import Any

from graphkb.catalogue.query import Query
from graphkb.catalogue.questions import QUESTIONS
from graphkb.cypher_files import ContractError, parameters_of, statement_names

MOST_NODES = 300
"""Nodes that the Neo4j Browser draws unless told otherwise (its setting "Initial Node Display")."""

_PAGE, _PICTURE = "\n// page\n", "\n// picture\n"
_VALUE = re.compile(r"(\w+): ('(?:\\.|[^'\\])*'|-?\d+(?:\.\d+)?|null|true|false|\[[^\]]*\])")
_PATH = re.compile(r"MATCH p = (.+?)(?: WHERE\b| RETURN\b|$)", re.M)
_BOUND = re.compile(r"\nRETURN p AS p LIMIT (\d+)\n$")


@dataclass(frozen=True)
class Picture:
    """The picture of a question: ``text`` is its statement, ``says`` what it shows."""

    query: Query[Any, Any]
    says: str
    text: str


def literals(query: Query[Any, Any]) -> dict[str, str]:
    """Return parameter → value of a question's example, spelled as in Cypher: ``'县水利局'``, ``null``, ``20``."""
    return dict(_VALUE.findall(query.file.example))


def without_header(text: str) -> str:
    """Return a query file's statement without the comment lines at its beginning."""
    return "\n".join(dropwhile(lambda line: line.startswith("//"), text.split("\n")))


def finding(query: Query[Any, Any]) -> str | None:
    """Return the part of a question's statement that finds its rows; None for one that has no pages, and so no such part."""
    found, page, _ = without_header(query.file.text).partition(_PAGE)
    return found if page else None


def current_text(query: Query[Any, Any], text: str) -> str:
    """Return the text of a picture's file with title and finding part as the question has them now."""
    _, _, rest = text.partition("\n")
    found, part, drawing = without_header(rest).partition(_PICTURE)
    header = rest.removesuffix(found + part + drawing)
    return f"{query.file.text.splitlines()[0]}\n{header}{finding(query) or found}{part}{drawing}"


@cache
def pictures() -> dict[str, Picture]:
    """Return name → picture in the order of the questions. Raises ContractError for a file that is not as told above."""
    drawn = statement_names("paths")
    if unknown := set(drawn) - set(QUESTIONS):
        raise ContractError(f"cypher/paths: there is no question {sorted(unknown)}")
    return {name: _read(query) for name, query in QUESTIONS.items() if name in drawn}


def _read(query: Query[Any, Any]) -> Picture:
    name = query.name
    text = (files("cypher") / "paths" / f"{name}.cypher").read_text("utf-8")
    if text != current_text(query, text):
        raise ContractError(
            f"paths/{name}: it begins otherwise than questions/{name}; run python -m tools.write_browser_kit"
        )
    if unknown := parameters_of(text) - {f.name for f in query.file.parameters}:
        raise ContractError(f"paths/{name}: questions/{name} has no parameters {sorted(unknown)}")
    bound = _BOUND.search(text)
    if not bound or int(bound[1]) * max(path.count("(") for path in _PATH.findall(text)) > MOST_NODES:
        raise ContractError(
            f"paths/{name}: it must end in RETURN p AS p LIMIT n, with at most {MOST_NODES} nodes in n paths"
        )
    header = takewhile(lambda line: line.startswith("//"), text.split("\n")[1:])
    return Picture(query, " ".join(filter(None, (line.removeprefix("//").strip() for line in header))), text)
