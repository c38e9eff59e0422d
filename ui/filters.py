"""The filters in the sidebar; their values live in the address, so that a view can be shared as a link."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph import Filter
from records import POLARITY, Statement
from ui.state import Corpus, view
from ui.style import literal
from view.labels import count

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
    field: str  # of Filter
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
    "person": Choice("Person or organisation", "people", _actors),
    "party": Choice("Party", "parties", _parties),
    "family": Choice("Kind of relation", "families", _in_order(POLARITY, "family"), few=True),
    "relation": Choice("Relation", "relations", lambda found: _by_count(s.relation for s in found)),
    "outlet": Choice("Outlet", "outlets", lambda found: _by_count(s.outlet for s in found)),
    "voice": Choice("Voice", "voices", _in_order(VOICES, "voice"), VOICES.__getitem__),
}
"""Name in the address -> filter."""

EMPTY: dict[str, Any] = {
    **{key: [] for key in CHOICES},
    **{"since": None, "until": None, "minimum": 1, "centre": None, "depth": 1},
}
"""Name in the address -> value that restricts nothing."""

PARTS = {
    **{choice.field: (choice.label.lower(), (key,)) for key, choice in CHOICES.items()},
    "since": ("earliest day", ("since",)),
    "until": ("latest day", ("until",)),
    "minimum_statements": ("least number of statements", ("minimum",)),
    "centre": ("surroundings", ("centre", "depth")),
}
"""Field of Filter -> what it is called, and its names in the address."""


def clear(*keys: str) -> None:
    """Empties these filters, or all of them."""
    for key in keys or EMPTY:
        st.session_state[key] = EMPTY[key]


def focus(name: str) -> None:
    """Shows only the surroundings of this node; once more on the same node, one step further out."""
    again = st.session_state.get("centre") == name
    st.session_state["depth"] = min(int(st.session_state.get("depth") or 1) + 1, 3) if again else 1
    st.session_state["centre"] = name


def choose_filter(corpus: Corpus) -> Filter:
    """The filter that the widgets say; draws them in the sidebar.

    Raises:
        InputError: If the days run backwards.
    """
    with st.sidebar:
        head, button = st.columns([3, 2], vertical_alignment="center")
        head.subheader("Filters", anchor=False)
        button.button("Show all", on_click=clear, type="tertiary", key="clear")
        fields: dict[str, Any] = {
            choice.field: _choose(key, choice, corpus.statements) for key, choice in CHOICES.items()
        }
        fields |= _choose_days(corpus) | _choose_edges(corpus)
        return Filter(**fields)


def _choose(key: str, choice: Choice, statements: Iterable[Statement]) -> list[str]:
    options = choice.options(statements)
    if choice.few:
        return st.pills(
            choice.label,
            options,
            selection_mode="multi",
            format_func=choice.words,
            key=key,
            bind="query-params",
        )
    return st.multiselect(
        choice.label, options, format_func=choice.words, placeholder="All", key=key, bind="query-params"
    )


def _choose_days(corpus: Corpus) -> dict[str, Any]:
    days = [datetime.date.fromisoformat(s.date) for s in corpus.statements if s.date]
    columns = st.columns(2)
    chosen = {
        key: column.date_input(
            label,
            None,
            min_value=min(days, default=None),
            max_value=max(days, default=None),
            format="DD/MM/YYYY",
            key=key,
            bind="query-params",
        )
        for column, key, label in zip(columns, ("since", "until"), ("From", "To"), strict=True)
    }
    return {key: day.isoformat() if isinstance(day, datetime.date) else None for key, day in chosen.items()}


def _choose_edges(corpus: Corpus) -> dict[str, Any]:
    least = st.number_input(
        "Least statements on an edge", min_value=1, step=1, key="minimum", bind="query-params"
    )
    names = _by_count(name for s in corpus.statements for name in (s.actor, s.target))
    centre = st.selectbox(
        "Only the surroundings of", names, index=None, placeholder="Nobody in particular", key="centre",
        bind="query-params",
    )  # fmt: skip
    if centre is None:
        return {"minimum_statements": least}
    # A default beside a value that focus() has set would be a contradiction to Streamlit.
    default = None if "depth" in st.session_state else 1
    depth = st.segmented_control(
        "How many steps out", [1, 2, 3], default=default, required=True, key="depth", bind="query-params"
    )
    return {"minimum_statements": least, "centre": centre, "depth": depth or 1}


def offer_to_loosen(filter: Filter) -> None:
    """Where nothing is left in view: what each part of the filter takes away, and a button to drop it."""
    st.html('<p class="name">Nothing is left in view</p>')
    parts = [name for name in filter.to_json() if name in PARTS]
    gains = [(view(without(filter, name)).statements, *PARTS[name]) for name in parts]
    useful = [gain for gain in gains if gain[0]]
    for found, label, keys in useful:
        st.button(
            f"Without the {literal(label)}: {count(len(found), 'statement')}",
            on_click=clear, args=keys, key=f"loosen-{keys[0]}", icon=":material/filter_alt_off:",
        )  # fmt: skip
    if not useful:
        st.text("No single filter is to blame. Clear them all and begin again.")
        st.button("Clear all filters", on_click=clear, key="loosen-all")


def without(filter: Filter, field: str) -> Filter:
    """The filter without one of its fields (the depth goes with the centre)."""
    dropped = {field, "depth"} if field == "centre" else {field}
    return Filter.from_json({key: value for key, value in filter.to_json().items() if key not in dropped})
