"""The filters in the sidebar: they show what the address says, and a change of one is written there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph import Filter
from ui.address import FIELDS, change, get_all, read
from ui.offered import VOICES, Offered, offered
from ui.period import choose_period, forget_typed, typed_period
from ui.selection import Selected, parameter


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter that keeps one or more of the words that occur in the database."""

    label: str
    options: Callable[[Offered], Sequence[str]]
    words: Callable[[str], str] = str
    few: bool = False  # shown side by side, not in a list to search
    typed: bool = False  # whether other words may be typed: the list holds the frequent ones only


CHOICES = {
    "who": Choice("Who acts", lambda found: found.actors, typed=True),
    "whom": Choice("About whom or what", lambda found: found.targets, typed=True),
    "topic": Choice("Words in what it is about", lambda found: (), typed=True),
    "person": Choice("Person or organisation", lambda found: found.people, typed=True),
    "party": Choice("Party", lambda found: found.parties),
    "family": Choice("Kind of relation", lambda found: found.families, few=True),
    "relation": Choice("Relation", lambda found: found.relations),
    "outlet": Choice("Outlet", lambda found: found.outlets),
    "voice": Choice("Voice", lambda found: found.voices, VOICES.__getitem__),
}
"""Name in the address -> filter."""

CONFIDENCES = (0.5, 0.7, 0.8, 0.9)  # offered; an address may say more
EDGES = ("minimum", "confidence", "centre", "depth")
STEPS = (1, 2, 3)  # offered; an address may say more


def clear(*names: str) -> None:
    """Empties the filters of these names in the address, or all of them."""
    forget_typed()
    change({name: [] for name in names or FIELDS})
    st.rerun()  # the whole page: the button may stand in a part that runs without the sidebar


def focus(name: str, what: Selected | None = None) -> None:
    """Shows only the surroundings of this node; once more on the same node, one step further out.

    Args:
        what: Is selected in the same step, if given.
    """
    now = read().filter
    again = now.centre == name
    depth = min(now.depth + 1, STEPS[-1]) if again else 1
    before = [*get_all("trail"), now.centre] if now.centre else []
    trail = {} if again else {"trail": before}
    selection = parameter(what) if what else {}
    change({"centre": [name], "depth": [str(depth)] if depth > 1 else [], **trail, **selection})
    st.rerun()


def show_filters() -> None:
    """The widgets, in the sidebar; `ui.address.read` says what they are set to."""
    now = read().filter
    with st.sidebar:
        with st.container(horizontal=True, vertical_alignment="center", key="filters"):
            st.subheader("Filters", anchor=False)
            st.button("Show all", on_click=clear, type="tertiary", key="clear")
        for key, choice in CHOICES.items():
            _choose(key, choice, sorted(getattr(now, FIELDS[key])))
        choose_period(_take)
        _choose_edges(now)


def _choose(key: str, choice: Choice, chosen: list[str]) -> None:
    # What nothing in the database has may be chosen too, by a link: it is shown, so that it can be dropped.
    options = _with(choice.options(offered()), chosen)
    if set(st.session_state.get(key) or ()) != set(chosen):
        st.session_state[key] = chosen
    if choice.few:
        st.pills(
            choice.label, options, selection_mode="multi", format_func=choice.words, key=key, on_change=_take
        )
    else:
        st.multiselect(
            choice.label,
            options,
            format_func=choice.words,
            placeholder="All",
            accept_new_options=choice.typed,
            filter_mode="contains",  # Enter takes the first that has what was typed
            select_all=False,
            key=key,
            on_change=_take,
        )


def _choose_edges(now: Filter) -> None:
    _set("minimum", now.minimum_statements)
    st.number_input("Least statements on an edge", min_value=1, step=1, key="minimum", on_change=_take)
    _set("confidence", now.minimum_confidence)
    st.segmented_control(
        "Least confidence", _with(CONFIDENCES, [] if now.minimum_confidence is None else [now.minimum_confidence]),
        format_func="{:.0%}".format, key="confidence", on_change=_take,
        help="How likely a statement is to be read rightly, measured on statements that people judged",
    )  # fmt: skip
    _set("centre", now.centre)
    st.selectbox(
        "Only the surroundings of", _with(offered().everybody, [now.centre] if now.centre else []),
        index=None, placeholder="Nobody in particular", accept_new_options=True, filter_mode="contains",
        key="centre", on_change=_take,
    )  # fmt: skip
    if now.centre:
        _set("depth", now.depth)
        steps = _with(STEPS, [now.depth])
        st.segmented_control("How many steps out", steps, required=True, key="depth", on_change=_take)


def _set(key: str, value: Any) -> None:
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def _with(options: Iterable[Any], chosen: Sequence[Any]) -> list[Any]:
    offered = list(options)
    return offered + [value for value in chosen if value not in offered]


def _take() -> None:
    """Writes what the widgets say; all of them, as another may have changed a moment ago."""
    said: dict[str, Any] = {key: st.session_state[key] for key in CHOICES if key in st.session_state}
    said |= typed_period()
    said |= {key: st.session_state[key] for key in EDGES if key in st.session_state}
    if "centre" in said:
        said["centre"] = _named(said["centre"])
    texts = {key: _texts(value) for key, value in said.items()}
    for key in ("minimum", "depth"):
        if texts.get(key) == ["1"]:
            texts[key] = []
    if not texts.get("centre"):
        texts["depth"] = []
    change(texts)


def _named(centre: str | None) -> str | None:
    """Whoever is called so, or the first in whose name the words stand: Enter takes what was typed as it is."""
    everybody = offered().everybody
    if not centre or centre in everybody:
        return centre
    words = set(centre.casefold().split())
    return next((name for name in everybody if words <= set(name.casefold().split())), centre)


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [str(item) for item in values if item not in (None, "")]
