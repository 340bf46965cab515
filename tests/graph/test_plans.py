"""How Neo4j goes about each question: from an index, never by reading through all nodes of a kind, unless that is argued here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from graphkb.catalogue import LOOKUPS, QUESTIONS
from graphkb.settings import Settings
from graphkb.stores import Store
from tools.samples import load_samples
from tools.wipe import wipe

NAMES = "all names, read once for the index of typeahead"
EVERYWHERE = "without a division, of the whole country: a ranking or an overview, not a lookup"
WHOLE = "a catalogue of all there are"
PART_OF_NAME = "a part of a name can stand anywhere in it; the stores share no index for that"
ALIAS = "other names are a list on the body, which the stores share no index for; an id asks that branch nothing"

READ_THROUGH = {
    "bodies": WHOLE,
    "category_names": NAMES,
    "county_summary": EVERYWHERE,
    "dataset": WHOLE,
    "delegators": EVERYWHERE,
    "department_delegations": ALIAS,
    "department_names": NAMES,
    "department_reclaimed": ALIAS,
    "department_search": PART_OF_NAME,
    "division_names": NAMES,
    "divisions": WHOLE,
    "exported_lists": WHOLE,
    "function_names": NAMES,
    "functions": WHOLE,
    "joint_delegations": ALIAS,
    "law_names": NAMES,
    "laws": PART_OF_NAME,
    "list_catalogue": WHOLE,
    "matter_names": NAMES,
    "matters": WHOLE,
    "partners": EVERYWHERE,
    "quality": EVERYWHERE,
    "reclaimed_yet_delegated": EVERYWHERE,
    "reclaimers": EVERYWHERE,
    "starred_duties": EVERYWHERE,
    "vague_verbs": EVERYWHERE,
    "vague_verbs_by_department": EVERYWHERE,
    "without_safeguards": EVERYWHERE,
}
"""Questions whose plan reads all nodes of a label, by name, each with the reason."""


@pytest.fixture(scope="module")
def session(session_store: Store, store_settings: Settings) -> Iterator[neo4j.Session]:
    """A session with Neo4j, which tells its plans; the bundled samples are loaded."""
    wipe(session_store)
    load_samples(session_store)
    password = store_settings.password.get_secret_value() if store_settings.password else ""
    with (
        neo4j.GraphDatabase.driver(
            store_settings.store,
            auth=(store_settings.user or "", password),
            notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
        ) as driver,
        driver.session() as opened,
    ):
        # A plan kept from another test's data, of another size, would be told again.
        opened.run("CALL db.clearQueryCaches()").consume()
        yield opened


def starts(plan: dict[str, Any]) -> Iterator[str]:
    """Yield the operators that a plan begins with."""
    below = plan.get("children") or []
    if not below:
        yield plan["operatorType"].partition("@")[0]
    for child in below:
        yield from starts(child)


# The embedded store tells no plans.
@pytest.mark.parametrize("store_settings", ["neo4j-5.26", "neo4j-2026"], indirect=True)
@pytest.mark.parametrize("name", sorted(QUESTIONS | LOOKUPS))
def test_a_question_starts_from_an_index(session: neo4j.Session, name: str) -> None:
    """With ten lists nobody notices; with a province's, such a question takes minutes."""
    query = (QUESTIONS | LOOKUPS)[name]
    given = session.run(f"RETURN {query.file.example.removeprefix(':params') or '{}'} AS given").single(strict=True)[
        "given"
    ]
    plan = session.run("EXPLAIN " + query.file.text, query.parse(given).to_cypher()).consume().plan
    assert plan is not None
    scans = [operator for operator in starts(plan) if "Scan" in operator]
    assert not scans or name in READ_THROUGH, scans
