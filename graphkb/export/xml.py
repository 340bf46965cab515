"""GraphML and GEXF for Gephi and its like, written node by node.

Formats: GraphML Primer (graphdrawing.org); GEXF 1.2 draft primer (gexf.net). networkx reads both, and Gephi.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO

from lxml import etree

from graphkb.export.graph import Graph, Node, Relation, joined
from graphkb.vocabulary import NODES, RELATIONS, TYPES

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://www.gexf.net/1.2draft"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write ("Char"); such characters become U+FFFD, the replacement character."""

# Columns of all nodes and of all relations: name and type.
_ABOUT_NODES = {"kind": "string", "name": "string", "place": "string"}
_OF_NODES = _ABOUT_NODES | {
    name: TYPES.get(name, "string") for kind in NODES for name in kind.properties if name != "id"
}
_ABOUT_RELATIONS = {"relation": "string"}
_OF_RELATIONS = _ABOUT_RELATIONS | {name: TYPES.get(name, "string") for kind in RELATIONS for name in kind.properties}


def write_graphml(graph: Graph, file: BinaryIO) -> str:
    """Write the graph as GraphML; return how much it is, in words."""
    types = {"boolean": "boolean", "integer": "long", "float": "double"}
    with _document(file, "graphml", _GRAPHML) as xml:
        for prefix, owner, columns in (("n", "node", _OF_NODES), ("e", "edge", _OF_RELATIONS)):
            for name, type_ in columns.items():
                given = {"id": prefix + name, "for": owner, "attr.name": name, "attr.type": types.get(type_, "string")}
                xml.write(etree.Element("key", given))
        with xml.element("graph", {"edgedefault": "directed"}):

            def node(node: Node) -> etree._Element:
                return _filled(etree.Element("node", {"id": node.id}), "n", _values(node))

            def edge(number: int, relation: Relation) -> etree._Element:
                ends = {"id": str(number), "source": relation.start, "target": relation.end}
                return _filled(etree.Element("edge", ends), "e", {"relation": relation.type, **relation.properties})

            nodes = _write_all(xml, graph.nodes(), node)
            edges = _write_all(xml, enumerate(graph.relations()), lambda pair: edge(*pair))
    return f"{nodes} nodes, {edges} relations"


def write_gexf(graph: Graph, file: BinaryIO) -> str:
    """Write the graph as GEXF; return how much it is, in words."""
    types = {"boolean": "boolean", "integer": "long", "float": "double"}
    with _document(file, "gexf", _GEXF, version="1.2") as xml, xml.element("graph", {"defaultedgetype": "directed"}):
        for owner, columns in (("node", _OF_NODES), ("edge", _OF_RELATIONS)):
            with xml.element("attributes", {"class": owner}):
                for name, type_ in columns.items():
                    given = {"id": owner[0] + name, "title": name, "type": types.get(type_, "string")}
                    xml.write(etree.Element("attribute", given))

        def node(node: Node) -> etree._Element:
            return _valued(etree.Element("node", {"id": node.id, "label": _text(node.name)}), "n", _values(node))

        def edge(number: int, relation: Relation) -> etree._Element:
            ends = {"id": str(number), "source": relation.start, "target": relation.end, "label": relation.type}
            return _valued(etree.Element("edge", ends), "e", {"relation": relation.type, **relation.properties})

        with xml.element("nodes"):
            nodes = _write_all(xml, graph.nodes(), node)
        with xml.element("edges"):
            edges = _write_all(xml, enumerate(graph.relations()), lambda pair: edge(*pair))
    return f"{nodes} nodes, {edges} relations"


@contextmanager
def _document(file: BinaryIO, root: str, namespace: str, **attributes: str) -> Iterator[Any]:
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(root, attributes, nsmap={None: namespace}):
            yield xml


def _write_all(xml: Any, items: Iterator[Any], element: Callable[[Any], etree._Element]) -> int:
    written = 0
    for item in items:
        xml.write(element(item), pretty_print=True)
        written += 1
    return written


def _values(node: Node) -> dict[str, Any]:
    return {**node.properties, "kind": node.kind.name, "name": node.name, "place": node.place}


def _filled(element: etree._Element, prefix: str, values: Mapping[str, Any]) -> etree._Element:
    """Return the element with a ``data`` child a value (GraphML)."""
    for name, value in values.items():
        if value is not None and name != "id":
            etree.SubElement(element, "data", {"key": prefix + name}).text = _text(value)
    return element


def _valued(element: etree._Element, prefix: str, values: Mapping[str, Any]) -> etree._Element:
    """Return the element with an ``attvalue`` a value (GEXF)."""
    inner = etree.SubElement(element, "attvalues")
    for name, value in values.items():
        if value is not None and name != "id":
            etree.SubElement(inner, "attvalue", {"for": prefix + name, "value": _text(value)})
    return element


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _NOT_XML.sub("\ufffd", str(joined(value)))
