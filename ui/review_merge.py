"""Two entities that may be one: what speaks for it, what against it, and where each is spoken of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from errors import HustingsError
from records import Entity, Review, Statement
from review import entries
from review.claims import Hand
from review.twins import Twins
from ui.coder import Coder
from ui.decisions import show_decisions
from ui.edge_panel import find_document, source_html
from ui.keys import seen_html
from ui.sitting import Sitting, sitting, work, write
from ui.state import workspace
from view.evidence import highlight
from view.labels import count, kind
from workspace.named import find_entity, spoken_of

SHOWN = 3  # statements of each


def pair_id(pair: Twins) -> str:
    """What a pair is called in a sitting."""
    return f"{pair.entity.id}|{pair.into.id}"


def show_pair(now: Sitting, who: Coder) -> None:
    """The pair that is looked at, side by side."""
    gone, _, into = now.id.partition("|")
    known = workspace().entities()
    if gone not in known or into not in known:
        st.html(seen_html(now.seen))
        st.info("One of the two is not there any more: it was merged already.", icon=":material/merge:")
        show_decisions(now, who, {})
        return
    st.html(seen_html(now.seen) + _reasons(now))
    show_decisions(
        now,
        who,
        {
            "accept": partial(_write, entries.merge, gone, into, who),
            "reject": partial(_write, entries.distinct, gone, into, who),
            "flip": partial(_write, entries.merge, into, gone, who),
        },
        accept="Make them one",
        reject="Not the same",
        flip="One, under the other name",
    )
    for column, entity, role in zip(
        st.columns(2, gap="large"), (known[into], known[gone]), ("Stays", "Would go into it"), strict=True
    ):
        with column:
            show_entity(entity, role)


def _reasons(now: Sitting) -> str:
    pair = now.pairs.get(now.id)
    if pair is None:
        return ""
    columns = {"For it": pair.reasons, "Against it": pair.against or ("nothing known",)}
    return '<div class="reasons">{}</div>'.format(
        "".join(
            f"<div><b>{heading}</b><ul>{''.join(f'<li>{escape(reason)}</li>' for reason in reasons)}</ul></div>"
            for heading, reasons in columns.items()
        )
    )


def show_entity(entity: Entity, role: str) -> None:
    """Who it is, and where it is spoken of."""
    spoken = spoken_of(workspace(), entity.id, SHOWN)
    facts = [
        kind(entity.type),
        entity.party or "",
        *entity.roles,
        f"also {', '.join(entity.other_names)}" if entity.other_names else "",
        f"Wikidata {entity.wikidata}" if entity.wikidata else "",
        count(spoken.statements, "statement")
        + (f", {spoken.first} to {spoken.last}" if spoken.first else ""),
    ]
    st.html(
        f'<p class="kicker">{role}</p><p class="name">{escape(entity.name)}</p>'
        + "".join(f'<p class="facts">{escape(fact)}</p>' for fact in facts if fact)
        + "".join(map(_evidence, spoken.shown))
    )


def _evidence(statement: Statement) -> str:
    document = find_document(statement.document)
    source = f'<p class="facts">{source_html(document)}</p>' if document else ""
    words = highlight(statement, document)
    return f'<blockquote class="evidence {escape(statement.family)}">{words}</blockquote>{source}'


def _write(make: Callable[[Entity, Entity, Hand], Review], gone: str, into: str, who: Coder) -> None:
    try:
        one, other = find_entity(workspace(), gone), find_entity(workspace(), into)
        review = make(one, other, Hand(who.name))
    except HustingsError as error:
        work().error = error
        return
    if write([review], who):
        sitting().finish()
