"""A name chosen by typing its beginning: the page never holds a list of all."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from records import Entity
from ui.address import change
from ui.state import View, corpus
from ui.style import literal
from view.labels import count
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
    weights = (
        first
        if first is not None and not typed
        else {id: int(data["statements"]) for id, data in shown.graph.nodes(data=True)}
    )
    found = suggest(typed, _known(corpus().revision, types), weights, OFFERED)
    if not found:
        st.html('<p class="facts" role="status">Nobody and nothing in view is called so.</p>')
    for entity, statements in found:
        st.button(
            f"**{literal(entity.name)}** · {literal(_what(entity))} · {count(statements, 'statement')}",
            key=f"choose-{parameter}-{entity.id}",
            type="tertiary",
            on_click=_take,
            args=(parameter, entity.id),
        )


def _what(entity: Entity) -> str:
    return entity.party if entity.party and entity.type == "person" else entity.type


def _take(parameter: str, id: str) -> None:
    st.session_state[f"typed-{parameter}"] = ""
    change({parameter: [id]})


@st.cache_resource(max_entries=8, show_spinner=False)
def _known(revision: int, types: frozenset[str]) -> tuple[Known, ...]:
    return known(entity for entity in corpus().entities.values() if entity.type in types)
