"""The filters in the sidebar: they show what the address says, and a change of one is written there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph import Filter
from records import POLARITY, Statement
from ui.address import FIELDS, change, read
from ui.period import choose_period, forget_typed, typed_period
from ui.selection import Selected, parameter
from ui.state import Corpus

VOICES = {
    "outlet": "told by the article",
    "direct": "quoted speech",
    "reported": "reported speech",
    "nested": "told by others",
}
"""Voice of a statement -> what it is, in words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter that keeps one or more of the words that occur in the corpus."""

    label: str
    options: Callable[[Iterable[Statement]], list[str]]
    words: Callable[[str], str] = str
    few: bool = False  # shown side by side, not in a list to search


def _by_count(names: Iterable[str | None]) -> list[str]:
    counted = Counter(name for name in names if name)
    return sorted(counted, key=lambda name: (-counted[name], name))


def _actors(statements: Iterable[Statement]) -> list[str]:
    ends = (((s.actor, s.actor_type), (s.target, s.target_type)) for s in statements)
    return _by_count(name for pair in ends for name, type in pair if type in {"person", "organization"})


def _parties(statements: Iterable[Statement]) -> list[str]:
    listed = list(statements)
    members = [party for s in listed for party in (s.actor_party, s.target_party)]
    return _by_count(
        members
        + [s.actor for s in listed if s.actor_type == "party"]
        + [s.target for s in listed if s.target_type == "party"]
    )


def _in_order(order: Iterable[str], attribute: str) -> Callable[[Iterable[Statement]], list[str]]:
    def options(statements: Iterable[Statement]) -> list[str]:
        present = {getattr(s, attribute) for s in statements}
        return [word for word in order if word in present]

    return options


CHOICES = {
    "person": Choice("Person or organisation", _actors),
    "party": Choice("Party", _parties),
    "family": Choice("Kind of relation", _in_order(POLARITY, "family"), few=True),
    "relation": Choice("Relation", lambda found: _by_count(s.relation for s in found)),
    "outlet": Choice("Outlet", lambda found: _by_count(s.outlet for s in found)),
    "voice": Choice("Voice", _in_order(VOICES, "voice"), VOICES.__getitem__),
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
    depth = min(now.depth + 1, STEPS[-1]) if now.centre == name else 1
    selection = parameter(what) if what else {}
    change({"centre": [name], "depth": [str(depth)] if depth > 1 else [], **selection})
    st.rerun()


def show_filters(corpus: Corpus) -> None:
    """The widgets, in the sidebar; `ui.address.read` says what they are set to."""
    now = read().filter
    with st.sidebar:
        head, button = st.columns([3, 2], vertical_alignment="center")
        head.subheader("Filters", anchor=False)
        button.button("Show all", on_click=clear, type="tertiary", key="clear")
        for key, choice in CHOICES.items():
            _choose(key, choice, corpus.statements, sorted(getattr(now, FIELDS[key])))
        choose_period(corpus, _take)
        _choose_edges(corpus, now)


def _choose(key: str, choice: Choice, statements: Iterable[Statement], chosen: list[str]) -> None:
    # What nothing in the corpus has may be chosen too, by a link: it is shown, so that it can be dropped.
    options = _with(choice.options(statements), chosen)
    if set(st.session_state.get(key) or ()) != set(chosen):
        st.session_state[key] = chosen
    if choice.few:
        st.pills(
            choice.label, options, selection_mode="multi", format_func=choice.words, key=key, on_change=_take
        )
    else:
        st.multiselect(
            choice.label, options, format_func=choice.words, placeholder="All", key=key, on_change=_take
        )


def _choose_edges(corpus: Corpus, now: Filter) -> None:
    _set("minimum", now.minimum_statements)
    st.number_input("Least statements on an edge", min_value=1, step=1, key="minimum", on_change=_take)
    _set("confidence", now.minimum_confidence)
    st.segmented_control(
        "Least confidence", _with(CONFIDENCES, [] if now.minimum_confidence is None else [now.minimum_confidence]),
        format_func="{:.0%}".format, key="confidence", on_change=_take,
        help="How likely a statement is to be read rightly, measured on statements that people judged",
    )  # fmt: skip
    names = _by_count(name for s in corpus.statements for name in (s.actor, s.target))
    _set("centre", now.centre)
    st.selectbox(
        "Only the surroundings of", _with(names, [now.centre] if now.centre else []),
        index=None, placeholder="Nobody in particular", key="centre", on_change=_take,
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
    texts = {key: _texts(value) for key, value in said.items()}
    for key in ("minimum", "depth"):
        if texts.get(key) == ["1"]:
            texts[key] = []
    if not texts.get("centre"):
        texts["depth"] = []
    change(texts)


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [str(item) for item in values if item not in (None, "")]
