"""A name chosen by typing its beginning: the page never holds a list of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from records import Entity
from ui.absent import offer_filters
from ui.address import change
from ui.state import View, corpus, view
from ui.style import literal
from view.labels import count, kind
from workspace.suggest import Known, known, suggest

OFFERED = 8


def choose(
    label: str,
    parameter: str,
    types: frozenset[str],
    shown: View,
    first: Mapping[str, int] | None = None,
) -> None:
    """A field and, under it, the names that go with what is typed; a click writes one into the address.

    Args:
        parameter: Name in the address.
        types: Of the entities offered.
        first: Id -> statements of those that are offered while nothing is typed; all in view if None.
    """
    typed = st.text_input(
        label, key=f"typed-{parameter}", live=True, placeholder="Type a name", icon=":material/search:"
    )
    names = _known(corpus().revision, types)
    found = suggest(typed, names, first if first is not None and not typed else _weights(shown), OFFERED)
    if not found:
        _say_nothing(typed, names)
    for entity, statements in found:
        st.button(
            f"**{literal(entity.name)}** · {literal(_what(entity))} · {count(statements, 'statement')}",
            key=f"choose-{parameter}-{entity.id}",
            type="tertiary",
            on_click=_take,
            args=(parameter, entity.id),
        )


def _weights(shown: View) -> Mapping[str, int]:
    return {id: int(data["statements"]) for id, data in shown.nodes.items()}


def _say_nothing(typed: str, names: Sequence[Known]) -> None:
    """That no name goes with what is typed, and which filters hide those that would."""
    words = "Nobody and nothing in view is called so." if typed else "Nobody and nothing is left in view."
    st.html(f'<p class="facts" role="status">{words}</p>')
    offer_filters(lambda filter: len(suggest(typed, names, _weights(view(filter)), len(names))), "name")


def _what(entity: Entity) -> str:
    return entity.party if entity.party and entity.type == "person" else kind(entity.type)


def _take(parameter: str, id: str) -> None:
    st.session_state[f"typed-{parameter}"] = ""
    change({parameter: [id]})


@st.cache_resource(max_entries=8, show_spinner=False)
def _known(revision: int, types: frozenset[str]) -> tuple[Known, ...]:
    return known(entity for entity in corpus().entities.values() if entity.type in types)
