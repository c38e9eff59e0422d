"""Node-link JSON, as `networkx.node_link_graph` and D3 read it."""

from __future__ import annotations

import networkx as nx

from graph.export.formats import as_json
from graph.export.rows import edges, kept, nodes, well_formed


def to_node_link(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph with all attributes.

    Raises:
        GraphError: If an attribute is not a plain value.
    """
    return as_json(
        {
            "directed": True,
            "multigraph": True,
            "graph": {"kept": well_formed(kept(graph))} if kept(graph) else {},
            "nodes": [{**row.attributes, "id": row.id} for row in nodes(graph, flat=False)],
            "edges": [
                {**row.attributes, "source": row.actor, "target": row.target, "key": row.key}
                for row in edges(graph, flat=False)
            ],
        }
    )
