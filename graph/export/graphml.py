"""GraphML for yEd, igraph and others. NetworkX's writer gives parallel edges of different nodes one id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

import networkx as nx

from graph.export.rows import Edge, Node, Value, columns, edges, kept, nodes, printable
from graph.export.xml import as_xml, xml_value

TYPES: Mapping[type[Value], str] = {str: "string", int: "long", float: "double", bool: "boolean"}
Keys = Mapping[str, str]  # attribute -> id of its declaration


def to_graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph with all attributes; lists are JSON texts, `key` tells parallel edges apart.

    Raises:
        GraphError: If an attribute is not a plain value.
    """
    node_rows, edge_rows = nodes(graph, flat=True), edges(graph, flat=True)
    root = Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    node_keys = _declare(root, "node", columns(node_rows))
    edge_keys = _declare(root, "edge", {"key": str, **columns(edge_rows)})
    body = SubElement(root, "graph", {"edgedefault": "directed"})
    if kept(graph):
        SubElement(body, "desc").text = printable(kept(graph))
    _add_nodes(body, node_rows, node_keys)
    _add_edges(body, edge_rows, edge_keys)
    return as_xml(root)


def _declare(root: Element, kind: str, types: Mapping[str, type[Value]]) -> Keys:
    keys = {name: f"{kind}{number}" for number, name in enumerate(types)}
    for name, id in keys.items():
        SubElement(root, "key", {"id": id, "for": kind, "attr.name": name, "attr.type": TYPES[types[name]]})
    return keys


def _add_nodes(body: Element, rows: Iterable[Node], keys: Keys) -> None:
    for row in rows:
        _add_values(SubElement(body, "node", {"id": row.id}), row.attributes, keys)


def _add_edges(body: Element, rows: Iterable[Edge], keys: Keys) -> None:
    for row in rows:
        edge = SubElement(body, "edge", {"source": row.actor, "target": row.target})
        _add_values(edge, {"key": row.key, **row.attributes}, keys)


def _add_values(parent: Element, values: Mapping[str, Value], keys: Keys) -> None:
    for name, value in values.items():
        SubElement(parent, "data", {"key": keys[name]}).text = xml_value(value)
