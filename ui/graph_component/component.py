"""The component as the pages use it: one function that mounts it and returns what is selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

from ui.graph_component.vendor import ensure_assets
from ui.question_component import declare

HERE = Path(__file__).parent
NAME = "hustings.graph"
MANIFEST = ComponentManifest(
    name="hustings",
    version="1",
    components=[ComponentConfig(name=name, asset_dir="frontend") for name in ("graph", "names", "sight")],
)
NO_CHOICE = {"shown": "", "more": ""}


@dataclass(frozen=True, slots=True)
class Order:
    """The page's own wish to select and pin something; followed once for each number."""

    number: int
    nodes: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    pins: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def show_graph(
    network: Mapping[str, Any],
    *,
    key: str,
    label: str,
    order: Order,
    dark: bool,
    fit: str = "",
    sight: Mapping[str, Any] | None = None,
    trail: Sequence[str] = (),
    controls: Mapping[str, Any] = NO_CHOICE,
    on_expand: Callable[[], None],
    on_theme: Callable[[], None],
    on_ask: Callable[[], None] | None = None,
) -> None:
    """Shows the network; `st.session_state[key]["selection"]` then holds `{nodes, edges, pins, click}`.

    Args:
        network: `nodes` (with x and y), `edges` and `options` as `view.bundles.bundle_data` gives them,
            and `extent`: width and height of the layout that shall fit the frame at a readable size.
        label: What a screen reader says the graph is.
        order: Leave it unchanged after a click: equal data is not drawn again.
        dark: Whether the network's colours are those for a dark theme.
        fit: Whenever this changes, the view moves so that all nodes are seen.
        sight: Where the view shall be, followed once for each `number`: `at` is x, y and scale, None for all nodes.
            With it, `show_sight` is told where the reader moves the view.
        trail: Names of the centres that led here, the present one last.
        controls: What is offered around the graph; see `bar.js`.
        on_expand: Called on a double click, with the node's id in `st.session_state[key]["expand"]`.
        on_theme: Called when the reader's theme turns out to be the other one.
        on_ask: Called when the reader wants what only the page can do, with `{what, value}` in
            `st.session_state[key]["ask"]`; without it there is no search box.
    """
    data = {
        **network,
        "key": key,
        "label": label,
        "order": asdict(order),
        "dark": dark,
        "fit": fit,
        "sight": sight,
        "trail": list(trail),
        "controls": dict(controls),
        "asks": on_ask is not None,
    }
    _declare()
    _component()(
        key=key,
        data=data,
        default={"selection": {"nodes": [], "edges": [], "click": 0}},
        on_selection_change=lambda: None,
        on_expand_change=on_expand,
        on_theme_change=on_theme,
        on_ask_change=on_ask or (lambda: None),
    )


def show_names(names: Sequence[tuple[str, str, Sequence[str]]], *, key: str) -> None:
    """Hands all names over to the graph's search box: id, name, other names, the most important first.

    It takes no room. By itself, as these are many and change less often than anything else.
    """
    _declare()
    _names()(key=key, data={"names": names})


def show_sight(*, key: str) -> None:
    """Keeps the view of the graph in the address, as `at`; `st.session_state[key]["seen"]` is `{at, told, query}`.

    The query is the rest of the address that had it. It takes no room, and runs whatever fragment it stands in.
    """
    _declare()
    _sight()(
        key=key, data={}, default={"seen": {"at": "", "told": 0, "query": ""}}, on_seen_change=lambda: None
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
    declare()  # whose list under a field the search box uses


@cache
def _component() -> ComponentRenderer:
    # The style goes along inline: as a file it arrives after the canvas has taken its size.
    html, css = (
        (HERE / "frontend" / f"graph.{kind}").read_text(encoding="utf-8") for kind in ("html", "css")
    )
    return st.components.v2.component(NAME, html=html, css=css, js="graph.js")


@cache
def _names() -> ComponentRenderer:
    return st.components.v2.component("hustings.names", js="names.js")


@cache
def _sight() -> ComponentRenderer:
    return st.components.v2.component("hustings.sight", js="sight.js")
