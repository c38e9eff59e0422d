"""A drawn network made small for the way to the browser: looks that many items share are sent once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

OWN = {"id", "from", "to", "label", "title", "x", "y", "size", "count", "words", "alone", "opened"}
"""What differs from item to item; the rest is its look."""


def packed(network: dict[str, Any]) -> dict[str, Any]:
    """The network with `look`, a number, in the place of what nodes and edges share, and `looks` to find it in.

    >>> packed({"nodes": [{"id": "a", "shape": "dot"}, {"id": "b", "shape": "dot"}], "edges": []})
    {'nodes': [{'id': 'a', 'look': 0}, {'id': 'b', 'look': 0}], 'edges': [], 'looks': [{'shape': 'dot'}]}
    """
    looks: dict[str, int] = {}
    small = {kind: _items(network[kind], looks) for kind in ("nodes", "edges")}
    return {**network, **small, "looks": [json.loads(look) for look in looks]}


def _items(items: Iterable[dict[str, Any]], looks: dict[str, int]) -> list[dict[str, Any]]:
    return [_item(item, looks) for item in items]


def _item(item: dict[str, Any], looks: dict[str, int]) -> dict[str, Any]:
    look = json.dumps({name: value for name, value in item.items() if name not in OWN}, sort_keys=True)
    own = {name: value for name, value in item.items() if name in OWN}
    if opened := own.get("opened"):
        own["opened"] = _items(opened, looks)
    return {**own, "look": looks.setdefault(look, len(looks))}
