"""Cytoscape JSON, as Cytoscape and Cytoscape.js read it."""

from __future__ import annotations

import networkx as nx

from graph.export.formats import as_json
from graph.export.rows import edges, kept, nodes, well_formed


def to_cytoscape(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph with all attributes; edges carry an id, `interaction` is Cytoscape's word for the relation.

    Raises:
        GraphError: If an attribute is not a plain value.
    """
    node_data = [{**row.attributes, "id": row.id} for row in nodes(graph, flat=False)]
    edge_data = [
        {
            **row.attributes,
            "id": row.id,
            "source": row.actor,
            "target": row.target,
            "interaction": row.key,
        }
        for row in edges(graph, flat=False)
    ]
    about = {"kept": well_formed(kept(graph))} if kept(graph) else {}
    return as_json(
        {
            "data": {"name": "Hustings", **about},
            "elements": {
                "nodes": [{"data": data} for data in node_data],
                "edges": [{"data": data} for data in edge_data],
            },
        }
    )
