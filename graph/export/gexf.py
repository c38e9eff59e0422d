"""GEXF 1.3 for Gephi. NetworkX's own writer puts today's date and its version into the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar
from xml.etree.ElementTree import Element, SubElement

import networkx as nx

from graph.export.rows import Edge, Node, Value, columns, edges, kept, nodes, printable
from graph.export.xml import as_xml, xml_value

TYPES: Mapping[type[Value], str] = {str: "string", int: "long", float: "double", bool: "boolean"}
T = TypeVar("T")
KEY = "networkx_key"  # the attribute by which NetworkX tells parallel edges apart


def to_gexf(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph with all attributes; `weight` is GEXF's own, lists are JSON texts.

    Raises:
        GraphError: If an attribute is not a plain value.
    """
    node_rows, edge_rows = nodes(graph, flat=True), edges(graph, flat=True)
    root = Element("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "Hustings"
    if kept(graph):
        SubElement(meta, "description").text = printable(kept(graph))
    body = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    _declare(body, "node", columns(node_rows))
    _declare(body, "edge", {KEY: str, **_without_weight(columns(edge_rows))})
    _add_nodes(SubElement(body, "nodes"), node_rows)
    _add_edges(SubElement(body, "edges"), edge_rows)
    return as_xml(root)


def _declare(body: Element, kind: str, types: Mapping[str, type[Value]]) -> None:
    attributes = SubElement(body, "attributes", {"class": kind, "mode": "static"})
    for name, type_ in types.items():
        SubElement(attributes, "attribute", {"id": name, "title": name, "type": TYPES[type_]})


def _add_nodes(parent: Element, rows: Iterable[Node]) -> None:
    for row in rows:
        label = str(row.attributes.get("name", row.id))
        _add_values(SubElement(parent, "node", {"id": row.id, "label": label}), row.attributes)


def _add_edges(parent: Element, rows: Iterable[Edge]) -> None:
    for row in rows:
        ends = {"id": row.id, "source": row.actor, "target": row.target, "label": row.key}
        weight = {"weight": xml_value(row.attributes["weight"])} if "weight" in row.attributes else {}
        edge = SubElement(parent, "edge", ends | weight)
        _add_values(edge, {KEY: row.key, **_without_weight(row.attributes)})


def _add_values(parent: Element, values: Mapping[str, Value]) -> None:
    holder = SubElement(parent, "attvalues")
    for name, value in values.items():
        SubElement(holder, "attvalue", {"for": name, "value": xml_value(value)})


def _without_weight(attributes: Mapping[str, T]) -> dict[str, T]:
    return {name: value for name, value in attributes.items() if name != "weight"}
