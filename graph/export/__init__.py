"""The graph as files of data; pictures are made in `view`. One file a format, and its line in `FORMATS`."""

from graph.export.csv_tables import to_csv
from graph.export.cytoscape import to_cytoscape
from graph.export.formats import Format
from graph.export.gexf import to_gexf
from graph.export.graphml import to_graphml
from graph.export.node_link import to_node_link

FORMATS = {
    "gexf": Format(label="GEXF (Gephi)", suffix=".gexf", mime="application/xml", write=to_gexf),
    "graphml": Format(
        label="GraphML (yEd, igraph)", suffix=".graphml", mime="application/xml", write=to_graphml
    ),
    "json": Format(label="JSON (NetworkX, D3)", suffix=".json", mime="application/json", write=to_node_link),
    "cytoscape": Format(label="Cytoscape", suffix=".cyjs", mime="application/json", write=to_cytoscape),
    "csv": Format(
        label="Tables of nodes and edges (CSV)", suffix=".zip", mime="application/zip", write=to_csv
    ),
}

__all__ = ["FORMATS", "Format"]
