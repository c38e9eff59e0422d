"""Two tables with the headers that Gephi's spreadsheet import looks for, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from graph.export.formats import as_zip
from graph.export.rows import Value, columns, edges, nodes

FORMULA = re.compile("'*[=+\\-@\t\n＝＋－＠]")


def to_csv(graph: nx.MultiDiGraph[str]) -> bytes:
    """A zip of nodes.csv and edges.csv, UTF-8, with headers; lists are JSON texts.

    A text that a spreadsheet would run as a formula gets an apostrophe in front; so does one that has
    apostrophes there already, so that taking one away always gives the text back.

    Raises:
        GraphError: If an attribute is not a plain value.
    """
    node_rows, edge_rows = nodes(graph, flat=True), edges(graph, flat=True)
    node_columns = [name for name in columns(node_rows) if name != "name"]
    edge_columns = [name for name in columns(edge_rows) if name not in ("relation", "weight")]
    people = [
        {"Id": row.id, "Label": row.attributes.get("name", row.id), **row.attributes} for row in node_rows
    ]
    links = [
        {
            "Source": row.actor,
            "Target": row.target,
            "Type": "Directed",
            "Id": row.id,
            "Label": row.key,
            "Weight": row.attributes.get("weight", 1),
            **row.attributes,
        }
        for row in edge_rows
    ]
    return as_zip(
        {
            "nodes.csv": table(["Id", "Label", *node_columns], people),
            "edges.csv": table(["Source", "Target", "Type", "Id", "Label", "Weight", *edge_columns], links),
        }
    )


def table(header: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> bytes:
    """Rows as CSV in UTF-8; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(header)
    writer.writerows([_cell(row.get(name, "")) for name in header] for row in rows)
    return buffer.getvalue().encode()


def _cell(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value
