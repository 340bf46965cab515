"""The loaded graph of every store against the one list of what may stand in it."""

from __future__ import annotations

from graphkb.ingest import load_list
from graphkb.stores import Store
from graphkb.vocabulary import NODES, RELATIONS, allowed_triples
from tests.builders import LIUPING, SHIQIAO, document, duty, duty_list, small_list

_KINDS = {kind.labels[1] if kind.labels[0] in ("Division", "Duty") else kind.labels[0]: kind for kind in NODES}


def specific(labels: list[str]) -> str:
    """Return the label that tells the kind of a node."""
    found = set(labels) & set(_KINDS)
    assert len(found) == 1, labels
    return found.pop()


def load_some_of_everything(store: Store) -> None:
    """Load lists that bring every kind of node and relation: two whole ones, and a matter that is renamed."""
    load_list(store, document("a"), small_list())
    load_list(store, document("b"), small_list(LIUPING))
    for content, name in (("c", "做好犬只登记备案工作"), ("d", "养犬登记")):
        place = SHIQIAO.model_copy(update={"township": f"{content}镇"})
        load_list(store, document(content), duty_list(place, [duty(place, "basic", 1, name)]))


def test_every_node_has_the_labels_and_properties_of_its_kind(store: Store) -> None:
    """A property that no list of properties knows is found by nobody."""
    load_some_of_everything(store)
    rows = store.read("MATCH (n) RETURN DISTINCT labels(n) AS labels, keys(n) AS keys")
    kinds = {specific(row["labels"]) for row in rows}
    assert kinds == set(_KINDS)
    for row in rows:
        kind = _KINDS[specific(row["labels"])]
        assert set(row["labels"]) == set(kind.labels)
        assert set(row["keys"]) <= set(kind.properties), kind.labels
        assert kind.key in row["keys"]


def test_every_relation_joins_what_it_may_join(store: Store) -> None:
    """DELEGATES between a department and a township would invent pairs that no list contains."""
    load_some_of_everything(store)
    rows = store.read(
        "MATCH (a)-[r]->(b) RETURN DISTINCT labels(a) AS start, type(r) AS type, labels(b) AS end, keys(r) AS keys"
    )
    triples = {(specific(row["start"]), row["type"], specific(row["end"])) for row in rows}
    assert triples <= allowed_triples()
    assert {kind.name for kind in RELATIONS} == {row["type"] for row in rows}
    properties = {kind.name: set(kind.properties) for kind in RELATIONS}
    for row in rows:
        assert set(row["keys"]) == properties[row["type"]], row["type"]


def test_every_key_is_unique_by_constraint(store: Store) -> None:
    """Two nodes for one body would halve every answer about it."""
    constraints = store.read("SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN labelsOrTypes, properties")
    unique = {(row["labelsOrTypes"][0], row["properties"][0]) for row in constraints}
    assert {(kind.labels[0], kind.key) for kind in NODES} <= unique
    assert {("Division", "path"), ("Document", "sha256"), ("Category", "name"), ("Law", "title")} <= unique
