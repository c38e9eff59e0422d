"""The graph as one HTML file that works offline: pyvis fills our template, scripts inline, nothing loaded."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import networkx as nx
import pyvis
from jinja2 import Environment, FileSystemLoader

from graph.detail import most_named
from view.caption import caption
from view.labels import plain
from view.legend import legend_html
from view.network import Positions, component_data, draw_network

TEMPLATES = Path(__file__).parent / "templates"
LIBRARY = Path(str(pyvis.__file__)).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
DRAWING = TEMPLATES / "drawing.js"  # sizes and names of the graph on a canvas; the app serves it too

PAGE_LIMIT = 1000  # nodes; above, a canvas is neither smooth nor legible


def to_html(
    graph: nx.MultiDiGraph[str], positions: Positions, title: str, *, limit: int = PAGE_LIMIT
) -> bytes:
    """A page to open, send or archive: graph to explore, legend, caption, table of all links; light and dark.

    It loads nothing from anywhere: its content security policy forbids that, and runs no script but the two
    whose hashes it names. Every name is escaped or inert data. The same graph gives the same bytes.

    Raises:
        GraphError: If a node has no position.
    """
    drawn = most_named(graph, limit)
    network = draw_network(drawn, positions, limit=limit)
    network.heading = plain(title)
    library, script = _script(LIBRARY), _script(DRAWING) + "\n" + _script(TEMPLATES / "page.js")
    network.path = "page.html"
    network.templateEnv = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    network.templateEnv.globals.update(
        policy=_policy(library, script),
        library=library,
        script=script,
        style=(TEMPLATES / "page.css").read_text("utf-8"),
        caption=caption(drawn, len(graph)),
        legend=legend_html(drawn),
        dark_legend=legend_html(drawn, dark=True),
        rows=_rows(drawn),
        light_options=network.options,
        dark_data=component_data(draw_network(drawn, positions, dark=True, limit=limit)),
    )
    return str(network.generate_html()).encode("utf-8")


def _script(path: Path) -> str:
    return path.read_text("utf-8").strip()


def _policy(*scripts: str) -> str:
    """Nothing but inline styles, images within the text, and these very scripts."""
    digests = (hashlib.sha256(script.encode("utf-8")).digest() for script in scripts)
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _rows(graph: nx.MultiDiGraph[str]) -> list[tuple[str, ...]]:
    """The table's cells: actor, relation, target, statements, first and last day."""
    names = {node: plain(graph.nodes[node].get("name", node)) for node in graph}
    return [
        (
            names[actor],
            plain(str(data.get("relation", relation))),
            names[target],
            str(data.get("weight", 1)),
            plain(str(data.get("first", ""))),
            plain(str(data.get("last", ""))),
        )
        for actor, target, relation, data in sorted(graph.edges(keys=True, data=True), key=lambda e: e[:3])
    ]
