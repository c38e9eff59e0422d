"""The component as the pages use it: one function that mounts it and returns what is selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

from ui.graph_component.vendor import ensure_assets

HERE = Path(__file__).parent
NAME = "hustings.graph"
MANIFEST = ComponentManifest(
    name="hustings", version="1", components=[ComponentConfig(name="graph", asset_dir="frontend")]
)


@dataclass(frozen=True, slots=True)
class Order:
    """The page's own wish to select something; followed once for each number."""

    number: int
    nodes: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()


def show_graph(
    network: Mapping[str, Any],
    *,
    key: str,
    label: str,
    order: Order,
    dark: bool,
    fit: str = "",
    on_expand: Callable[[], None],
    on_theme: Callable[[], None],
) -> None:
    """Shows the network; `st.session_state[key]["selection"]` then holds `{nodes, edges, click}`.

    Args:
        network: `nodes` (with x and y), `edges` and `options` as `view.network.component_data` gives them,
            and `extent`: width and height of the layout that shall fit the frame at a readable size.
        label: What a screen reader says the graph is.
        order: Leave it unchanged after a click: equal data is not drawn again.
        dark: Whether the network's colours are those for a dark theme.
        fit: Whenever this changes, the view moves so that all nodes are seen.
        on_expand: Called on a double click, with the node's id in `st.session_state[key]["expand"]`.
        on_theme: Called when the reader's theme turns out to be the other one.
    """
    data = {**network, "key": key, "label": label, "order": asdict(order), "dark": dark, "fit": fit}
    _declare()
    _component()(
        key=key,
        data=data,
        default={"selection": {"nodes": [], "edges": [], "click": 0}},
        on_selection_change=lambda: None,
        on_expand_change=on_expand,
        on_theme_change=on_theme,
    )


def _declare() -> None:
    """Makes the component's folder known to the running server.

    Streamlit itself finds a manifest only beside a package that is called like its distribution; ours is
    "hustings", which has none. So the same manifest is handed over here, once for each server.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        ensure_assets()
        manager.register_from_manifest(MANIFEST, HERE)


@cache
def _component() -> ComponentRenderer:
    # The style goes along inline: as a file it arrives after the canvas has taken its size.
    html, css = (
        (HERE / "frontend" / f"graph.{kind}").read_text(encoding="utf-8") for kind in ("html", "css")
    )
    return st.components.v2.component(NAME, html=html, css=css, js="graph.js")
