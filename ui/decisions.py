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
WANTED = "single-keys"
"""In the session's state, whether single keys decide: false for who talks to the computer, or whose hand may slip."""


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
    wanted: bool = st.session_state.setdefault(WANTED, True)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="decisions"):
        for name, (label, key, icon) in BUTTONS.items():
            cap = f" :gray-badge[{CAPS.get(key, key)}]" if wanted else ""
            st.button(
                f"{labels.get(name, label)}{cap}",
                icon=icon,
                key=button_key(name, now.seen),
                type="primary" if name == "accept" else "secondary",
                on_click=_do,
                args=(now.seen, actions.get(name)),
                disabled=name not in actions,
            )
        st.toggle(
            "Keys",
            value=wanted,
            key="switch-keys",
            help="Whether single keys press these buttons.",
            on_change=_switch,
        )
    listen({key: name for name, (_, key, _) in BUTTONS.items()} if wanted else {}, leave=NAME)


def _switch() -> None:
    st.session_state[WANTED] = st.session_state["switch-keys"]


def _do(seen: str, act: Callable[[], None] | None) -> None:
    """A second press that comes before the page has changed is about what was seen, and that is decided."""
    if act and sitting().seen == seen:
        act()
