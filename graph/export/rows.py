"""The graph as rows of plain values: what every writer writes, in one order, free of broken characters."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from errors import GraphError
from graph.build import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from records import HALF_CHARACTERS

Value = str | int | float | bool | list[str]

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node as it is written."""

    id: str
    attributes: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An edge as it is written; `id` is "actor|relation|target"."""

    id: str
    actor: str
    target: str
    key: str
    attributes: Mapping[str, Value]


def kept(graph: nx.MultiDiGraph[str]) -> str:
    """Which statements the graph is of, for whoever reads the file: the graph's own attribute `kept`.

    >>> kept(nx.MultiDiGraph(kept="Statements by Labour."))
    'Statements by Labour.'
    """
    return str(graph.graph.get("kept", ""))


def well_formed(text: str) -> str:
    """The text with halves of surrogate pairs replaced: no encoding has a place for them."""
    return HALF_CHARACTERS.sub("\ufffd", text)


def printable(text: str) -> str:
    """The text without the characters XML 1.0 forbids, and with line breaks as its readers see them."""
    return NOT_IN_XML.sub("", well_formed(text)).replace("\r\n", "\n").replace("\r", "\n")


def nodes(graph: nx.MultiDiGraph[str], *, flat: bool) -> list[Node]:
    """All nodes by id.

    Args:
        graph: As `build_graph` returns it; further attributes may stand on it.
        flat: For formats without lists and control characters: lists become JSON texts, texts `printable`.

    Raises:
        GraphError: If two ids differ only in characters the format cannot hold, or a value is not plain.
    """
    text = _text(flat)
    rows = [
        Node(id=text(node), attributes=_plain(data, NODE_ATTRIBUTES, flat))
        for node, data in graph.nodes.items()
    ]
    rows.sort(key=lambda row: row.id)
    if len({row.id for row in rows}) < len(rows):
        raise GraphError("two ids differ only in characters that no file can hold", where="nodes")
    return rows


def edges(graph: nx.MultiDiGraph[str], *, flat: bool) -> list[Edge]:
    """All edges by actor, target and relation; see `nodes`.

    Raises:
        GraphError: If an attribute is not a plain value.
    """
    text = _text(flat)
    rows = [
        Edge(
            id=text(f"{actor}|{key}|{target}"),
            actor=text(actor),
            target=text(target),
            key=text(key),
            attributes=_plain(data, EDGE_ATTRIBUTES, flat),
        )
        for actor, target, key, data in graph.edges(keys=True, data=True)
    ]
    return sorted(rows, key=lambda row: (row.actor, row.target, row.key))


def columns(rows: Iterable[Node] | Iterable[Edge]) -> dict[str, type[Value]]:
    """Attribute -> the type that holds all its values, in the order of first appearance."""
    kinds: dict[str, type[Value]] = {}
    for row in rows:
        for name, value in row.attributes.items():
            kinds[name] = _wider(kinds.get(name, type(value)), type(value))
    return kinds


def _text(flat: bool) -> Callable[[str], str]:
    return printable if flat else well_formed


def _plain(data: Mapping[str, object], known: tuple[str, ...], flat: bool) -> dict[str, Value]:
    names = [name for name in known if name in data] + sorted(set(data) - set(known))
    return {_text(flat)(name): _value(name, data[name], flat) for name in names}


def _value(name: str, value: object, flat: bool) -> Value:
    text = _text(flat)
    if isinstance(value, list):
        items = [text(str(item)) for item in value]
        return json.dumps(items, ensure_ascii=False) if flat else items
    if isinstance(value, str):
        return text(value)
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    raise GraphError(f"{value!r} is not a plain value", where=f"attribute '{name}'")


def _wider(one: type[Value], other: type[Value]) -> type[Value]:
    if one is other:
        return one
    return float if {one, other} == {int, float} else str
