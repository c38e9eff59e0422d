"""The component as the pages use it: one function that mounts it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

HERE = Path(__file__).parent
NAME = "hustings.reader"
MANIFEST = ComponentManifest(
    name="hustings", version="1", components=[ComponentConfig(name="reader", asset_dir="frontend")]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What the component is told besides the text."""

    label: str  # what a screen reader says the text is
    language: str = "en"  # ISO 639-1, for the voice of a screen reader and for hyphens
    layers: Sequence[str] = ("statements",)  # that are underlined
    chosen: str = ""  # id of a statement; followed once for each number
    number: int = 0
    links: Mapping[str, str] = field(default_factory=dict)  # id of a statement -> address of its edge
    marking: bool = False  # whether words may be marked for a new statement
    round: int = 0  # comes back with what is marked; whenever it changes, that is forgotten


def show_reader(
    article: Mapping[str, Any],
    reader: Reader,
    *,
    key: str,
    on_choose: Callable[[], None],
    on_layers: Callable[[], None],
    on_mark: Callable[[], None],
    on_open: Callable[[], None],
) -> None:
    """Shows the text; what the reader does in it stands in `st.session_state[key]`.

    Args:
        article: As `ui.reader.article_data` gives it.
        on_choose: Called when a statement is chosen: its id is in `chosen`.
        on_layers: Called when other layers are: their names are in `layers`.
        on_mark: Called when words are marked: `marked` holds the `round`, and of "evidence", "actor", "cue" and
            "target" what is marked so far: [start, end) in characters as Python counts them.
        on_open: Called when a statement is to be shown in the graph: its id is in `opened`, in this run only.
    """
    _declare()
    _component()(
        key=key,
        data={**article, **_told(reader), "key": key},
        default={"chosen": "", "layers": list(reader.layers), "marked": {}},
        on_chosen_change=on_choose,
        on_layers_change=on_layers,
        on_marked_change=on_mark,
        on_opened_change=on_open,
    )


def _told(reader: Reader) -> dict[str, Any]:
    return {
        "label": reader.label,
        "language": reader.language,
        "layers": list(reader.layers),
        "order": {"number": reader.number, "chosen": reader.chosen},
        "links": dict(reader.links),
        "marking": reader.marking,
        "round": reader.round,
    }


def _declare() -> None:
    """Makes the component's folder known to the running server; see `ui.graph_component.component`."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        manager.register_from_manifest(MANIFEST, HERE)


@cache
def _component() -> ComponentRenderer:
    html, css = (
        (HERE / "frontend" / f"reader.{kind}").read_text(encoding="utf-8") for kind in ("html", "css")
    )
    # Part of the page itself and not in a shadow of it: there browsers do not tell what is selected.
    return st.components.v2.component(NAME, html=html, css=css, js="reader.js", isolate_styles=False)
