"""``python -m tools.write_reference``: write docs/reference/ from the vocabulary, the questions and the settings.

``tests/contract/test_reference.py`` fails when a page is stale.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic_core import PydanticUndefined

from graphkb.catalogue import QUESTIONS
from graphkb.cypher_files import Field
from graphkb.settings import Settings
from graphkb.vocabulary import NODES, RELATIONS
from tools.schema_picture import svg

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
_HEAD = "<!-- written by python -m tools.write_reference -->\n"


def pages() -> dict[str, str]:
    """Return file name → text of every page."""
    return {"schema.md": _schema(), "schema.svg": svg(), "questions.md": _questions(), "settings.md": _settings()}


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"


def _schema() -> str:
    nodes = [("`:" + ":".join(k.labels) + "`", k.says, ", ".join(f"`{p}`" for p in k.properties)) for k in NODES]
    relations = [
        (
            f"`{k.name}`",
            "<br>".join(f"{start} → {end}" for start, end in k.joins),
            k.says,
            ", ".join(f"`{p}`" for p in k.properties),
        )
        for k in RELATIONS
    ]
    return (
        f"{_HEAD}# What stands in the graph\n\n"
        "Every node has a unique `id` that is derived from its content and survives reloads.\n\n"
        "![labels as boxes, relations as arrows](schema.svg)\n\n"
        f"## Nodes\n\n{_table(('labels', 'one is', 'properties'), nodes)}\n"
        f"## Relations\n\n{_table(('type', 'joins', 'says', 'properties'), relations)}"
    )


def _fields(fields: tuple[Field, ...]) -> str:
    rows = [(f"`{f.name}`", f.type + (", may be null" if f.nullable else ""), f.says) for f in fields]
    return _table(("name", "type", "meaning"), rows)


def _questions() -> str:
    parts = [
        f"{_HEAD}# The questions\n\nEach is one file of `cypher/questions/`, asked by `graphkb query NAME --param key=value`, by "
        "`/v1/queries/NAME?key=value`, or pasted in the Neo4j Browser after its `:params` line.\n"
    ]
    for query in QUESTIONS.values():
        file = query.file
        parts.append(f"\n## {query.name}\n\n{file.title} · {file.title_en}. {file.question}\n")
        if file.parameters:
            parts.append(f"\nParameters:\n\n{_fields(file.parameters)}\n```\n{file.example}\n```\n")
        parts.append(f"\nColumns:\n\n{_fields(file.columns)}")
    return "".join(parts)


def _settings() -> str:
    def default(value: Any) -> str:
        return "" if value is None or value is PydanticUndefined else f"`{value}`"

    rows = [
        (f"`GRAPHKB_{name.upper()}`", default(field.default), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    return f"{_HEAD}# Settings\n\nEnvironment variables.\n\n{_table(('variable', 'default', 'meaning'), rows)}"


def main() -> None:
    """Write every page."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
