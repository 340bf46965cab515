"""What is read from every sample, and from one list in every format and layout, held line by line.

Rewrite with ``REWRITE_GOLDEN=1 pytest tests/documents/test_golden_records.py`` and read the diff.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import loaders
from graphkb.records import Reading
from tests.aligned_pages import AT_TOP, NEXT_PAGE
from tests.documents.test_every_format import WRITERS
from tests.writers import fictional_list
from tests.writers.pdf import write_pdf

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = sorted((Path(__file__).parents[2] / "graphkb" / "samples").glob("*.txt"))


def _written(name: str) -> Callable[[], bytes]:
    return lambda: WRITERS[name](fictional_list())


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    **{path.name: path.read_bytes for path in SAMPLES},
    **{f"fictional.{name}": _written(name) for name in sorted(WRITERS)},
    "fictional.unruled.pdf": lambda: write_pdf(fictional_list(), ruled=False),
    "fictional.aligned.txt": f"{AT_TOP}{NEXT_PAGE}".encode,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_as_before(name: str) -> None:
    """A rule that mends one list must not change another unseen: every changed field shows in the diff of a file."""
    path = GOLDEN / f"{name}.jsonl"
    found = list(_lines(loaders.read_bytes(name, DOCUMENTS[name]())))
    if os.environ.get("REWRITE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    assert found == path.read_text("utf-8").splitlines()


def test_every_golden_file_is_of_a_document() -> None:
    """A file that nothing is compared with is there by mistake."""
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}.jsonl" for name in DOCUMENTS}


def _lines(reading: Reading) -> Iterator[str]:
    """Yield one line for the document, one for each list and one for each of its rows."""
    yield _line(reading.model_dump(mode="json", include={"leftovers", "characters", "notes"}))
    for record in reading.lists:
        yield _line(record.model_dump(mode="json", exclude={"duties"}))
        for duty in record.duties:
            # What is printed stands in the document itself; where on a page it stands depends on the fonts at hand.
            plain = duty.model_dump(mode="json", exclude={"place", "printed"}, exclude_defaults=True)
            plain["source"].pop("regions", None)
            yield _line(plain)


def _line(plain: dict[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False)
