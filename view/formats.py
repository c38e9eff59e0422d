"""Every form in which a graph leaves the house: the data formats of `graph.export`, and pictures."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx

from graph.export import FORMATS as DATA_FORMATS
from graph.export import Format
from graph.layout import lay_out
from view.network import Positions
from view.page import to_html
from view.picture import to_png, to_svg

TITLE = "Who said what about whom"


def _laid_out(
    draw: Callable[[nx.MultiDiGraph[str], Positions, str], bytes],
) -> Callable[[nx.MultiDiGraph[str]], bytes]:
    """A writer that needs only the graph; its places come from the one layout all pictures share."""
    return lambda graph: draw(graph, lay_out(graph), TITLE)


FORMATS: dict[str, Format] = {
    **DATA_FORMATS,
    "html": Format(
        label="Interactive page (HTML, offline)", suffix=".html", mime="text/html", write=_laid_out(to_html)
    ),
    "svg": Format(label="Picture (SVG)", suffix=".svg", mime="image/svg+xml", write=_laid_out(to_svg)),
    "png": Format(label="Picture (PNG)", suffix=".png", mime="image/png", write=_laid_out(to_png)),
}
"""Key of the format -> how it is named and written."""
