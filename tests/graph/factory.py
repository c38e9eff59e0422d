"""Statements and graphs of people who do not exist."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import networkx as nx
from hypothesis import strategies as st

from graph import build_graph
from records import POLARITY, Document, Statement, slug

PARTIES = {"Ada Fenn": "Reed", "Bo Marsh": "Reed", "Cy Holt": "Moor", "Di Lund": None}
FAMILIES = {
    "criticised": "opposition",
    "attacked": "opposition",
    "backed": "support",
    "called for": "demand",
    "appointed": "action",
    "leads": "affiliation",
}

NASTY = (
    'Ann "The Axe" O’Neill',
    "Lord, of Commas",
    "two\nlines",
    "carriage\rreturn",
    "\r\nboth",
    "bell\x07 and null\x00",
    "\ud800 half a pair",
    "😀 smile",
    "שלום ‮ rtl",
    "=cmd()|' /C calc'!A0",
    "-1+1",
    "@SUM(A1)",
    "'=quoted already",
    "'tis fine",
    "\t=tab",
    "<script>alert(1)</script>",
    "]]> & &amp;",
    "  spaces  ",
    "\ufffe not a character",
)


def statement(line: str = "Ada Fenn criticised Cy Holt", **changes: object) -> Statement:
    """'Actor Name relation Target Name', with everything else made up; `changes` replace fields."""
    relation = next(relation for relation in FAMILIES if f" {relation} " in line)
    actor, target = line.split(f" {relation} ")
    family = FAMILIES[relation]
    made = Statement(
        id=slug(f"{line} {sorted(changes.items())}"),
        document="gazette-1",
        actor=actor,
        actor_id=slug(actor),
        actor_type="party" if actor in ("Reed", "Moor") else "person",
        actor_party=PARTIES.get(actor),
        relation=relation,
        family=family,
        polarity=POLARITY[family],
        target=target,
        target_id=slug(target),
        target_type=_target_type(target, family),
        target_party=PARTIES.get(target),
        evidence=f"{line}.",
        start=0,
        end=len(line) + 1,
        actor_span=(0, len(actor)),
        cue_span=(len(actor) + 1, len(actor) + 1 + len(relation)),
        target_span=(len(line) - len(target), len(line)),
        date="2031-05-01",
        outlet="Gazette",
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def document(
    id: str = "gazette-1", text: str = "Ada Fenn criticised Cy Holt.", **changes: object
) -> Document:
    return Document(id=id, text=text, date="2031-05-02", outlet="Gazette", **changes)  # type: ignore[arg-type]


def feud(lines: str) -> nx.MultiDiGraph[str]:
    """The graph of statements given as 'a criticised b; b backed c'."""
    return build_graph([statement(line.strip()) for line in lines.split(";")])


def brawl(lines: str) -> nx.MultiDiGraph[str]:
    """As `feud`, but what is written twice was said twice."""
    return build_graph(
        [statement(line.strip(), id=f"s{n}") for n, line in enumerate(lines.split(";")) if line]
    )


def ring(size: int) -> nx.MultiDiGraph[str]:
    return build_graph([statement(f"N{i} criticised N{(i + 1) % size}") for i in range(size)])


def _target_type(target: str, family: str) -> str:
    if target in ("Reed", "Moor"):
        return "party"
    return "demand" if family == "demand" else "person"


PLAIN_NAMES = st.sampled_from(sorted(PARTIES))
NASTY_NAMES = st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=12))


@st.composite
def statements(draw: st.DrawFn, names: st.SearchStrategy[str] = PLAIN_NAMES) -> list[Statement]:
    """Up to a dozen statements among a few entities, each entity with one drawn name."""
    people = [(f"p{i}", name) for i, name in enumerate(draw(st.lists(names, min_size=2, max_size=5)))]
    return [_drawn(draw, people, number) for number in range(draw(st.integers(0, 12)))]


def _drawn(draw: st.DrawFn, people: Iterable[tuple[str, str]], number: int) -> Statement:
    (actor_id, actor), (target_id, target) = (draw(st.sampled_from(list(people))) for _ in range(2))
    relation = draw(st.sampled_from(sorted(FAMILIES)))
    return statement(
        f"Ada Fenn {relation} Cy Holt",
        id=f"s{number}",
        document=f"d{draw(st.integers(1, 3))}",
        actor=actor,
        actor_id=actor_id,
        actor_party=draw(st.sampled_from([None, "Reed", "Moor"])),
        target=target,
        target_id=target_id,
        target_party=None,
        date=draw(st.sampled_from([None, "2031-01-01", "2031-06-30", "2032-01-01"])),
        outlet=draw(st.sampled_from(["", "Gazette", "Courier"])),
        negated=draw(st.booleans()) and draw(st.booleans()),
        confidence=draw(st.sampled_from([None, 0.2, 0.9])),
    )
