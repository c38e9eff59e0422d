"""The row of buttons under whatever is to be judged on Review, each with its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from ui.coder import NAME, Coder
from ui.keys import button_key, listen
from ui.sitting import Sitting, sitting, undo

BUTTONS = {
    "accept": ("Accept", "a", ":material/check:"),
    "reject": ("Reject", "r", ":material/close:"),
    "flip": ("Flip", "f", ":material/swap_vert:"),
    "undo": ("Undo", "u", ":material/undo:"),
    "back": ("Back", "ArrowLeft", ":material/arrow_back:"),
    "next": ("Next", "ArrowRight", ":material/arrow_forward:"),
}
"""Name -> its label, its key, its icon."""
CAPS = {"ArrowLeft": "←", "ArrowRight": "→"}


def show_decisions(now: Sitting, who: Coder, decisions: dict[str, Callable[[], None]], **labels: str) -> None:
    """The row of buttons, each with its key.

    Args:
        decisions: Name in BUTTONS -> what it does; those missing cannot be done.
        labels: Name in BUTTONS -> what it is called here.
    """
    actions: dict[str, Callable[[], None]] = {
        **decisions,
        "undo": partial(undo, who),
        "back": partial(now.move, -1),
        "next": partial(now.move, 1),
    }
    with st.container(horizontal=True, gap="small", key="decisions"):
        for name, (label, key, icon) in BUTTONS.items():
            st.button(
                f"{labels.get(name, label)} :gray-badge[{CAPS.get(key, key)}]",
                icon=icon,
                key=button_key(name, now.seen),
                type="primary" if name == "accept" else "secondary",
                on_click=_do,
                args=(now.seen, actions.get(name)),
                disabled=name not in actions,
            )
    listen({key: name for name, (_, key, _) in BUTTONS.items()}, leave=NAME)


def _do(seen: str, act: Callable[[], None] | None) -> None:
    """A second press that comes before the page has changed is about what was seen, and that is decided."""
    if act and sitting().seen == seen:
        act()
