"""``python -m tools.write_examples``: write ``api/example_rows.json``, the example answers of the API's documentation.

They are the first rows of the answers that the golden files of ``tests/graph`` hold: what the examples of the query files give
on the bundled samples. ``tests/contract/test_reference.py`` fails when the file is stale.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from graphkb.catalogue import QUESTIONS

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "api" / "example_rows.json"
_GOLDEN = ROOT / "tests" / "graph" / "golden"
_MOST = 2
"""Entries of a list in an example: what one looks like, and that there may be several."""


def text() -> str:
    """Return the file: question → an example row."""
    rows = {
        name: json.loads((_GOLDEN / f"{name}.example.json").read_text("utf-8"))["rows"][0] for name in sorted(QUESTIONS)
    }
    return json.dumps(_shortened(rows), ensure_ascii=False, indent=1) + "\n"


def _shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shortened(inner) for key, inner in value.items()}
    return [_shortened(inner) for inner in value[:_MOST]] if isinstance(value, list) else value


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8", newline="\n")
