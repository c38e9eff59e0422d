"""Several names at once: what is said among them, and how two of them are connected."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

import streamlit as st

from graph import Filter
from graph.bundles import key_of
from graph.paths import Chain, Step, connections
from ui.address import change
from ui.edge_panel import show_kicker
from ui.look import read_look
from ui.selection import Selected, select, several
from ui.state import View, view, workspace
from ui.style import literal
from view.bundles import edge_id
from view.labels import count
from view.palette import family as style_of

SIGNS = {1: "sign +", -1: "sign −", 0: "no sign"}
"""Sign of a chain -> its words. It is arithmetic: nobody has reported that the two are friends or foes."""
CHAINS = 5


def show_connected(view: View, ids: Sequence[str]) -> None:
    """The names, their links, and for two of them the ways between them."""
    show_kicker(f"{len(ids)} names selected")
    for id in ids:
        _show_name(view, id)
    among = view.graph.subgraph(ids)
    links, weight = among.number_of_edges(), sum(data["weight"] for *_, data in among.edges(data=True))
    told = (
        f"{count(links, 'link')} among them, from {count(weight, 'statement')}"
        if links
        else "No link among them"
    )
    st.html(f'<p class="facts">{told}</p>')
    if len(ids) == 2:
        _show_chains(view, ids[0], ids[1])
    else:
        st.html('<p class="facts">Select just two to see how they are connected.</p>')


def lit_chain(view: View) -> list[Selected]:
    """The nodes and bundles of the chain that the address asks for; empty where it asks for none."""
    ids = [one.id for one in several() if one.kind == "node"]
    number = read_look()[0].chain
    if not number or len(ids) != 2:
        return []
    return [
        one
        for chain in _chains(view, *ids)[number - 1 : number]
        for one in (
            *(Selected("node", node) for node in chain.nodes),
            *(Selected("edge", edge_id(s.actor, key_of(s.family), s.target)) for s in chain.steps),
        )
    ]


def _show_name(view: View, id: str) -> None:
    st.button(
        literal(view.graph.nodes[id]["name"]),
        key=f"several-{id}",
        type="tertiary",
        icon=":material/person:",
        on_click=select,
        args=(Selected("node", id),),
    )


def _show_chains(view: View, one: str, other: str) -> None:
    st.html('<p class="kicker">How they are connected</p>')
    chains = _chains(view, one, other)
    if not chains:
        st.text("Nothing in view connects them.")
        return
    shown = read_look()[0].chain
    for number, chain in enumerate(chains, start=1):
        steps = count(len(chain.steps), "step")
        label = f"{steps}, {SIGNS[chain.sign]}"
        wanted = 0 if number == shown else number
        st.button(
            f"**{literal(label)}**" if number == shown else literal(label),
            key=f"chain-{number}",
            type="tertiary",
            icon=":material/route:",
            on_click=change,
            args=({"chain": [str(wanted)] if wanted else []},),
            help="Show only this way" if wanted else "Show everything again",
        )
        st.html("".join(_step_html(view, step) for step in chain.steps))
    st.caption(
        "The shortest ways through what was reported, along or against the arrows. The sign is the product of the "
        "signs of the steps, so that two oppositions make a plus; nobody has reported it."
    )


def _step_html(view: View, step: Step) -> str:
    names = [escape(str(view.graph.nodes[end]["name"])) for end in (step.actor, step.target)]
    verb = escape(step.relations[0] if len(step.relations) == 1 else style_of(step.family).label)
    chip = f'<span class="chip {escape(step.family)}">{verb}</span>'
    return f'<p class="facts">{names[0]} {chip} {names[1]} · {step.weight}</p>'


def _chains(shown: View, one: str, other: str) -> Sequence[Chain]:
    return _found(workspace().revision(), json.dumps(shown.filter.to_json(), sort_keys=True), one, other)


@st.cache_resource(max_entries=64, show_spinner=False)
def _found(revision: int, filter_json: str, one: str, other: str) -> Sequence[Chain]:
    return connections(view(Filter.from_json(json.loads(filter_json))).graph, one, other, CHAINS)
