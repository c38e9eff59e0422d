"""The component as the page uses it: one function that mounts it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

HERE = Path(__file__).parent
NAME = "hustings.question"
MANIFEST = ComponentManifest(
    name="hustings", version="1", components=[ComponentConfig(name="question", asset_dir="frontend")]
)


def show_offers(offers: Mapping[str, Any], *, field: str, key: str) -> None:
    """Lets a text field of the page offer words while one types; nothing comes back from it.

    It takes no room, and is best shown apart from what runs at every click: these are many names.

    Args:
        offers: `names`, `words`, `times`, `starts`, `ready` and `small`; see `workspace.question_offers`.
        field: Key of the text field.
    """
    declare()
    _component()(key=key, data={"field": field, **offers}, height="content")


def declare() -> None:
    """Makes the component's folder known to the running server; see `ui.graph_component.component`.

    Other components may import its `combobox.js` from there.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        manager.register_from_manifest(MANIFEST, HERE)


@cache
def _component() -> ComponentRenderer:
    css = (HERE / "frontend" / "question.css").read_text(encoding="utf-8")
    # Part of the page itself and not in a shadow of it: the list hangs under a field that Streamlit draws.
    return st.components.v2.component(
        NAME, html="<span></span>", css=css, js="question.js", isolate_styles=False
    )
