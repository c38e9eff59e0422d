"""The proof of one edge: every statement behind it, its words, voice and source, and a line to cite it."""

from __future__ import annotations

from html import escape

import streamlit as st

from errors import InputError
from records import Document, Review, Statement
from ui.how_found import glosses, how_found
from ui.judged import last_judgement, show_buttons, trust_html
from ui.selection import Selected, select
from ui.state import View, workspace
from ui.style import chip, literal
from view.evidence import cite, highlight, safe_url
from view.labels import count, day

SHOWN = 12  # statements before the rest is folded away


def show_edge(view: View, actor: str, target: str, relation: str) -> None:
    """Every statement of the edge, newest first."""
    data = view.graph.edges[actor, target, relation]
    show_kicker(f"{count(data['weight'], 'statement')} in {count(data['reports'], 'document')}")
    with st.container(horizontal=True, vertical_alignment="center", key="claim"):
        _show_end(view, "actor", actor)
        st.html(f'<p class="claim">{chip(relation, data["family"])}</p>', width="content")
        _show_end(view, "target", target)
    found = [view.statements[id] for id in data["statement_ids"] if id in view.statements]
    found.sort(key=lambda s: (s.date or "", s.id), reverse=True)
    for statement in found[:SHOWN]:
        show_statement(statement)
    if rest := found[SHOWN:]:
        with st.expander(f"{len(rest)} more"):
            for statement in rest:
                show_statement(statement)


def show_kicker(text: str) -> None:
    """The small line over a heading of the details, with the button that closes them."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.html(f'<p class="kicker">{escape(text)}</p>', width="content")
        st.button(
            "Close",
            icon=":material/close:",
            type="tertiary",
            on_click=select,
            args=(Selected(),),
            key="close",
        )


def _show_end(view: View, role: str, id: str) -> None:
    """A name of the heading, which leads to its profile."""
    st.button(
        literal(view.graph.nodes[id]["name"]),
        type="tertiary",
        on_click=select,
        args=(Selected("node", id),),
        key=f"end-{role}",
    )


def show_statement(statement: Statement) -> None:
    """One statement's evidence, what people have decided about it, and how to cite it."""
    document = find_document(statement.document)
    st.html(statement_html(statement, document, last_judgement(statement)))
    show_buttons(statement)
    if document:
        with st.expander("Cite", icon=":material/format_quote:"):
            st.code(cite(statement, document, _speaker(statement)), language=None, wrap_lines=True)


def statement_html(
    statement: Statement, document: Document | None, made: Review | None, context: int = 0
) -> str:
    """The evidence with who, cue and whom marked; how it is said, where, how it was found, and who has judged it.

    Args:
        made: The decision that holds.
        context: Sentences on either side.
    """
    source = source_html(document) if document else escape(statement.outlet or statement.document)
    words = _words(statement, document, context)
    meant = " · ".join(
        f"{escape(said)}: <b>{escape(name)}</b>" for said, name in glosses(statement, document)
    )
    return (
        f'<blockquote class="evidence {escape(statement.family)}{" around" if context else ""}">{words}</blockquote>'
        + (f'<p class="facts meant">{meant}</p>' if meant else "")
        + f'<p class="facts">{escape(_voice(statement))}. {source}</p>'
        f'<p class="facts">{escape(how_found(statement, document))}, {trust_html(statement, made)}. '
        f"<small>{escape(statement.method)}</small></p>"
    )


def _words(statement: Statement, document: Document | None, context: int) -> str:
    """What is shown of the text as HTML; the proof itself stands out where there is more."""
    proof = highlight(statement, document)
    if not context:
        return proof
    whole = highlight(statement, document, context)
    return whole.replace(proof, f'<span class="proof">{proof}</span>', 1)


def find_document(id: str) -> Document | None:
    """The document, or None where it has been removed since."""
    try:
        return workspace().document(id)
    except InputError:
        return None


def source_html(document: Document) -> str:
    """Title, outlet and date as HTML; a link where the address is a safe one."""
    title = escape(document.title or document.id)
    if url := safe_url(document.url):
        title = f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    rest = [document.outlet, day(document.date) if document.date else "undated"]
    return f"{title}, {escape(', '.join(part for part in rest if part))}"


def _voice(statement: Statement) -> str:
    if statement.voice == "nested":
        return f"According to {_speaker(statement)}"
    return {
        "outlet": "In the article’s own words",
        "direct": "In their own words, quoted",
        "reported": f"Reported by {statement.outlet or 'the article'} in other words",
    }[statement.voice]


def _speaker(statement: Statement) -> str:
    entity = workspace().entities().get(statement.attributed_to or "")
    return entity.name if entity else statement.attributed_to or ""
