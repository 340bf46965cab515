"""The graph as JSON-LD: W3C's ORG for bodies, schema.org, SKOS and Dublin Core where they have the word, our own for the rest.

Sources: The Organization Ontology (W3C, 2014); JSON-LD 1.1 (W3C, 2020); schema.org; SKOS Reference; DCMI Metadata Terms.
A relation without properties is one triple. One with properties (who stands first, how it is printed) is that triple and a
statement about it (RDF Schema, "Reification vocabulary"), which carries them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from graphkb.export.graph import Graph, Node, Relation

NODES = "urn:graphkb:node:"
TERMS = "urn:graphkb:terms:"

_CLASSES = {
    "Division": ["schema:AdministrativeArea", "org:Organization"],
    "Department": ["org:OrganizationalUnit"],
    "Document": ["schema:DigitalDocument"],
    "DutyList": ["schema:ItemList"],
    "Law": ["schema:Legislation"],
    "Category": ["skos:Concept"],
    "Function": ["skos:Concept"],
    "Matter": ["skos:Concept"],
}
"""What a node of this first label is in others' words, beside its own labels."""
_PROPERTIES = {"aliases": "skos:altLabel", "code": "skos:notation"}
_RELATIONS = {
    ("PART_OF", True): "org:unitOf",
    ("PART_OF", False): "schema:containedInPlace",
    ("READ_FROM", False): "dcterms:source",
    ("LISTED_IN", False): "dcterms:isPartOf",
    ("CITES", False): "schema:citation",
    ("IN_CATEGORY", False): "dcterms:subject",
}
"""Relation, and whether a department stands at its start → others' word for it."""

CONTEXT: dict[str, Any] = {
    "@vocab": TERMS,
    "kb": NODES,
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def write_jsonld(graph: Graph, file: BinaryIO) -> str:
    """Write the graph as one JSON-LD document with its context in it; return how much it is, in words."""
    departments: set[str] = set()
    counts = {"nodes": 0, "relations": 0}

    def parts() -> Iterator[dict[str, Any]]:
        for node in graph.nodes():
            if node.kind.name == "Department":
                departments.add(node.id)
            counts["nodes"] += 1
            yield _described(node)
        for relation in graph.relations():
            counts["relations"] += 1
            yield from _stated(relation, relation.start in departments)

    _write(file, parts())
    return f"{counts['nodes']} nodes, {counts['relations']} relations"


def _write(file: BinaryIO, parts: Iterable[dict[str, Any]]) -> None:
    file.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": ['.encode())
    separator = "\n"
    for part in parts:
        file.write((separator + json.dumps(part, ensure_ascii=False)).encode())
        separator = ",\n"
    file.write(b"\n]}\n")


def _described(node: Node) -> dict[str, Any]:
    values = {name: value for name, value in node.properties.items() if value is not None and value != []}
    return {
        "@id": f"kb:{node.id}",
        "@type": [*_CLASSES.get(node.kind.labels[0], ()), *node.kind.labels],
        "skos:prefLabel": node.name,
        **{_PROPERTIES.get(name, name): value for name, value in values.items()},
    }


def _stated(relation: Relation, of_department: bool) -> Iterator[dict[str, Any]]:
    word = _RELATIONS.get((relation.type, of_department), relation.type)
    yield {"@id": f"kb:{relation.start}", word: {"@id": f"kb:{relation.end}"}}
    values = {name: value for name, value in relation.properties.items() if value is not None and value != []}
    if values:
        yield {
            "@type": "rdf:Statement",
            "rdf:subject": {"@id": f"kb:{relation.start}"},
            "rdf:predicate": {"@id": word if ":" in word else TERMS + word},
            "rdf:object": {"@id": f"kb:{relation.end}"},
            **values,
        }
