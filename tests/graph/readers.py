"""Reads each exported file back by means that are not ours, into one comparable form."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable

import networkx as nx

Picture = tuple[dict[str, dict], dict[tuple[str, str, str], dict]]  # nodes; edges by actor, target, relation


def picture(graph: nx.MultiDiGraph, text: Callable[[str], str] = str) -> Picture:
    """The graph itself in the form that the readers return, its texts passed through `text`."""
    nodes = {text(node): _plain(data, text) for node, data in graph.nodes(data=True)}
    edges = {
        (text(actor), text(target), text(key)): _plain(data, text)
        for actor, target, key, data in graph.edges(keys=True, data=True)
    }
    return nodes, edges


def read_gexf(data: bytes) -> Picture:
    graph = nx.MultiDiGraph(nx.read_gexf(io.BytesIO(data)))
    nodes = dict(graph.nodes(data=True))
    for values in nodes.values():
        assert values.pop("label") == values["name"]
    edges = {}
    for actor, target, values in graph.edges(data=True):
        assert values.pop("label") == values["relation"]
        assert values.pop("id") == f"{actor}|{values['relation']}|{target}"
        values.pop("networkx_key", None)
        edges[actor, target, values["relation"]] = _with_ids(values)
    return nodes, edges


def read_graphml(data: bytes) -> Picture:
    graph = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    edges = {}
    for actor, target, key, values in graph.edges(keys=True, data=True):
        assert values.pop("key") == key
        edges[actor, target, key] = _with_ids(values)
    return dict(graph.nodes(data=True)), edges


def read_node_link(data: bytes) -> Picture:
    graph = nx.node_link_graph(json.loads(data), edges="edges")
    assert isinstance(graph, nx.MultiDiGraph)
    return picture(graph)


def read_cytoscape(data: bytes) -> Picture:
    elements = json.loads(data)["elements"]
    nodes = {node["data"].pop("id"): node["data"] for node in elements["nodes"]}
    edges = {}
    for edge in elements["edges"]:
        values = edge["data"]
        actor, target, relation = values.pop("source"), values.pop("target"), values.pop("interaction")
        assert values.pop("id") == f"{actor}|{relation}|{target}"
        edges[actor, target, relation] = values
    return nodes, edges


def read_csv(data: bytes) -> Picture:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        people, links = (_table(archive.read(name)) for name in ("nodes.csv", "edges.csv"))
    nodes = {}
    for row in people:
        values = {"name": row["Label"], "type": row["type"], "party": row["party"]}
        values["statements"] = int(row["statements"])
        nodes[row["Id"]] = values | ({"wikidata": row["wikidata"]} if row.get("wikidata") else {})
    edges = {}
    for row in links:
        assert row["Type"] == "Directed"
        assert row["Id"] == f"{row['Source']}|{row['Label']}|{row['Target']}"
        values = {"relation": row["Label"], "weight": int(row["Weight"])}
        values |= {name: row[name] for name in ("family", "first", "last", "statement_ids")}
        values |= {name: int(row[name]) for name in ("polarity", "reports", "outlets")}
        edges[row["Source"], row["Target"], row["Label"]] = _with_ids(values)
    return nodes, edges


READERS = {
    "gexf": read_gexf,
    "graphml": read_graphml,
    "json": read_node_link,
    "cytoscape": read_cytoscape,
    "csv": read_csv,
}


def _table(data: bytes) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
    return [{name: _unguarded(value) for name, value in row.items()} for row in rows]


def _unguarded(value: str) -> str:
    """The text as it was before a spreadsheet's apostrophe: one is taken away where a formula follows."""
    start = value.lstrip("'")
    return value[1:] if value[:1] == "'" and start[:1] and start[0] in "=+-@\t\n＝＋－＠" else value


def _plain(data: dict, text: Callable[[str], str]) -> dict:
    return {name: _through(value, text) for name, value in data.items()}


def _through(value: object, text: Callable[[str], str]) -> object:
    if isinstance(value, list):
        return [text(item) for item in value]
    return text(value) if isinstance(value, str) else value


def _with_ids(values: dict) -> dict:
    return values | {"statement_ids": json.loads(values["statement_ids"])}
