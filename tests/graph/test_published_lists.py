"""The published lists, loaded into every store: rows are all there, and the users' own question is answered with lines."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import loaders
from graphkb.catalogue import DEPARTMENT_DELEGATIONS, LIST_CATALOGUE
from graphkb.ingest import load_reading
from graphkb.records import Place, Reading
from graphkb.stores import Store
from tools.wipe import wipe

WHERE_NOT_PRINTED = Place(province="新疆维吾尔自治区", prefecture="塔城地区", county="额敏县", township="某乡")
ROWS = {
    "龙角镇": (115, 88, 80),
    "西郊乡": (95, 144, 51),
    "巴彦高勒镇": (86, 75, 45),
    "渡口镇": (83, 73, 46),
    "补隆淖镇": (81, 71, 47),
    "吉尔孟乡": (106, 119, 140),
    "某乡": (104, 102, 58),
}


@pytest.fixture(scope="module")
def published(session_store: Store, shared_lists: Path) -> Store:
    """The store with all published lists; the place completes the one that names none."""
    wipe(session_store)
    for reading in loaders.read_inputs([shared_lists], WHERE_NOT_PRINTED):
        assert isinstance(reading, Reading), reading
        list(load_reading(session_store, reading))
    return session_store


def test_every_row_of_every_list_is_in_the_store(published: Store) -> None:
    """The counts are those that people took from the documents."""
    rows = LIST_CATALOGUE.run(published, LIST_CATALOGUE.params()).rows
    assert {row.township: (row.basic, row.cooperative, row.reclaimed) for row in rows} == ROWS
    stored = published.read(
        "MATCH (d:Duty)-[:LISTED_IN]->(:DutyList)-[:LIST_OF]->(t:Township) "
        "RETURN t.name AS township, d.section AS section, count(d) AS n"
    )
    found = {(row["township"], row["section"]): row["n"] for row in stored}
    sections = ("basic", "cooperative", "reclaimed")
    assert found == {(name, s): n for name, counts in ROWS.items() for s, n in zip(sections, counts, strict=True)}


def test_what_the_water_bureau_delegates_is_what_its_column_prints(published: Store, shared_lists: Path) -> None:
    """Every row of the document whose department column holds the bureau, at the line where it stands, and no other."""
    params = DEPARTMENT_DELEGATIONS.parse({"department": "县水利局", "county": "磴口县"})
    answer = DEPARTMENT_DELEGATIONS.run(published, params)
    lines = (shared_lists / "neimenggu-dengkou.txt").read_text("utf-8").split("\n")
    printed = {
        n
        for n, line in enumerate(lines, 1)
        if len(cells := line.split("\t")) == 5 and "县水利局" in cells[2].replace(" ", "")
    }
    assert not answer.truncated
    assert len(answer.rows) == 22
    assert all(any(row.first_line <= n <= row.last_line for n in printed) for row in answer.rows)
    assert all(any(row.first_line <= n <= row.last_line for row in answer.rows) for n in printed)
    assert set(Counter(row.township for row in answer.rows)) == {"巴彦高勒镇", "渡口镇", "补隆淖镇"}
    assert all(row.role for row in answer.rows)
