"""What the graph asks the page for, written into the address: surroundings, names to draw, how to draw."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.groups import GROUPINGS
from ui.address import Parameters, change, get, get_all, read
from ui.look import LIMITS, read_look
from ui.selection import GRAPH, Selected, parameter
from ui.state import corpus, view

FARTHEST = 3  # steps around a name that a double click leads to


def expand() -> None:
    """On a double click: a group opens or closes, of a name only the surroundings are shown."""
    id = str(st.session_state[GRAPH].get("expand") or "")
    if id in corpus().entities or id in view(read().filter).graph:
        go_to(id)
    elif id:
        opened = get_all("open")
        change({"open": [one for one in opened if one != id] if id in opened else [*opened, id]})


def go_to(id: str) -> None:
    """Shows only the surroundings of the name; where that is the case already, one step further out."""
    filter, name = read().filter, _name(id)
    if filter.centre in {id, name}:
        wanted: Parameters = {"depth": [str(min(filter.depth + 1, FARTHEST))]}
    else:
        trail = [*read_look()[0].trail, filter.centre] if filter.centre else []
        wanted = {"centre": [name], "depth": [], "trail": trail, "detail": _names_only()}
    change(wanted | parameter(Selected("node", id)))
    st.rerun()  # the whole page: the sidebar shows the centre too


def answer() -> None:
    """On whatever else the graph asks for."""
    wish = st.session_state[GRAPH].get("ask") or {}
    if work := ANSWERS.get(str(wish.get("what"))):
        change(work(str(wish.get("value", ""))))
        st.rerun()  # the whole page: the sidebar shows the centre too


def _find(id: str) -> Parameters:
    also = get_all("also")
    return {"also": also if id in also else [*also, id], "detail": _names_only()} | parameter(
        Selected("node", id)
    )


def _back(place: str) -> Parameters:
    """To the centre at that place of the trail; 0 is everyone."""
    trail = list(read_look()[0].trail)
    at = int(place) if place.isdecimal() else 0
    if not 0 < at <= len(trail):
        return {"centre": [], "depth": [], "trail": []}
    return {"centre": [trail[at - 1]], "depth": [], "trail": trail[: at - 1]}


def _more(_: str) -> Parameters:
    now = read_look()[0].names
    return {"names": [str(next((limit for limit in LIMITS if limit > now), LIMITS[-1]))]}


def _names_only() -> list[str]:
    """What is drawn, unless that is groups, in which a name cannot be seen."""
    detail = get("detail")
    return [detail] if detail and detail not in GROUPINGS else []


ANSWERS: dict[str, Callable[[str], Parameters]] = {
    "find": _find,
    "back": _back,
    "more": _more,
    "draw": lambda value: {"detail": [value] if value != "top" else [], "open": []},
    "size": lambda value: {"size": [value] if value != "statements" else []},
}
"""What the graph may ask for -> what becomes of the address."""


def _name(id: str) -> str:
    entity = corpus().entities.get(id)
    return entity.name if entity else str(view(read().filter).graph.nodes[id].get("name", id))
