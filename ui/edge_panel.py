"""The proof of one edge: every statement behind it, its words, voice and source, and a line to cite it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from errors import InputError
from records import Document, Review, Statement
from store import Report
from ui.address import parameters
from ui.copying import copy_html, copy_link_html, listen_for_copying
from ui.how_found import glosses, how_found
from ui.judged import last_judgement, show_buttons, trust_html
from ui.reading_place import READER, link, reader_address, reading_place
from ui.selection import Selected, select
from ui.state import View, corpus, statements, workspace
from ui.style import SIGNS, chip, literal
from view.evidence import cite, highlight, reports_html, safe_url, tally_reports
from view.labels import count, day
from workspace.browsing import publications

SHOWN, MOST = 12, 100  # statements before the rest is folded away, and before the rest is left out
COUNTS_AS = {
    "support": "Counts as support",
    "opposition": "Counts as opposition",
    "demand": "Counts as a demand, which has no sign",
    "action": "Counts as an act, which has no sign",
    "affiliation": "Counts as a tie, which has no sign",
}
"""Family -> what the graph makes of it."""


Printed = Mapping[str, Sequence[Report]]
"""Statement -> its publications."""


def show_edge(view: View, actor: str, target: str, relation: str) -> None:
    """Every statement of the edge, newest first."""
    data = view.graph.edges[actor, target, relation]
    ids = data["statement_ids"]
    show_kicker(counted(ids))
    with st.container(horizontal=True, vertical_alignment="center", key="claim"):
        show_end(view, "actor", actor)
        st.html(f'<p class="claim">{chip(relation, data["family"])}</p>', width="content")
        show_end(view, "target", target)
    show_evidence(ids)


def show_evidence(ids: Sequence[str]) -> None:
    """These statements, newest first; of very many the last ones, which are the newest of their edge."""
    found = sorted(statements(ids[-MOST:]), key=lambda s: (s.date or "", s.id), reverse=True)
    printed = _printed_now(statement.id for statement in found)
    listen_for_copying("copying-here")
    for statement in found[:SHOWN]:
        show_statement(statement, printed)
    if rest := found[SHOWN:]:
        more = st.expander(f"{len(rest)} more", key=f"more-{rest[0].id}", on_change="rerun")
        for statement in rest if more.open else ():
            with more:
                show_statement(statement, printed)
    if len(ids) > MOST:
        st.caption(
            f"{MOST} of {count(len(ids), 'statement')}; the filters choose others, the exports have all."
        )


def counted(ids: Sequence[str]) -> str:
    """How often it was said and printed: "1 statement, 3 reports, 2 outlets"."""
    everywhere = {report.number: report for reports in _printed_now(ids).values() for report in reports}
    return f"{count(len(ids), 'statement')}, {tally_reports(list(everywhere.values()))}"


def _printed_now(ids: Iterable[str]) -> Printed:
    return _printed(workspace().url, workspace().revision(), tuple(ids))


@st.cache_resource(max_entries=64, show_spinner=False)
def _printed(url: str, revision: int, ids: tuple[str, ...]) -> Printed:
    """Asked anew for each state of the database."""
    return publications(workspace(), ids)


def show_kicker(text: str, close: Callable[[], None] = select) -> None:
    """The small line over a heading of the details, with the button that closes them.

    Args:
        close: What the button does; selects nothing if not given.
    """
    with st.container(horizontal=True, vertical_alignment="center", key="kicker"):
        st.html(f'<p class="kicker">{escape(text)}</p>')
        st.button("Close", icon=":material/close:", type="tertiary", on_click=close, key="close")


def show_end(view: View, role: str, id: str) -> None:
    """A name of the heading, which leads to its profile."""
    st.button(
        literal(view.graph.nodes[id]["name"]),
        type="tertiary",
        on_click=select,
        args=(Selected("node", id),),
        key=f"end-{role}",
    )


def show_statement(statement: Statement, printed: Printed | None = None) -> None:
    """One statement's words, and what there is to say of it.

    Args:
        printed: Of this and others, where they are shown together; looked up if not given.
    """
    document = find_document(statement.document)
    st.html(quote_html(statement, document))
    where = reading_place(statement.document, statement.id) | parameters()
    show_details(
        statement,
        document,
        lambda: link(READER, "Show it in the text", ":material/menu_book:", where),
        printed,
    )


def show_details(
    statement: Statement,
    document: Document | None,
    lead: Callable[[], None],
    printed: Printed | None = None,
) -> None:
    """How one statement is said and was found, who printed it, what people decided, and how to cite it.

    Args:
        lead: Shows the link to where else it stands.
    """
    reports = (printed or _printed_now([statement.id])).get(statement.id, ())
    cited = cite(statement, document, _speaker(statement)) if document else ""
    place = reader_address(statement.document, statement.id)
    st.html(
        facts_html(statement, document, last_judgement(statement))
        + (reports_html(reports) if len(reports) > 1 else "")
    )
    copies = (copy_html("Copy citation", cited) if cited else "") + copy_link_html("Copy link", place)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"judge-{statement.id}"):
        st.html(f'<p class="copies">{copies}</p>', width="content")
        lead()
        show_buttons(statement)


def statement_html(
    statement: Statement, document: Document | None, made: Review | None, context: int = 0
) -> str:
    """The evidence with who, cue and whom marked; how it is said, where, how it was found, and who has judged it.

    Args:
        made: The decision that holds.
        context: Sentences on either side.
    """
    return quote_html(statement, document, context) + facts_html(statement, document, made)


def quote_html(statement: Statement, document: Document | None, context: int = 0) -> str:
    """The evidence with who, cue and whom marked, and so many sentences on either side."""
    words = _words(statement, document, context)
    around = " around" if context else ""
    return f'<blockquote class="evidence {escape(statement.family)}{around}">{words}</blockquote>'


def facts_html(statement: Statement, document: Document | None, made: Review | None) -> str:
    """Who is meant, how it is said, where, why it counts as it does, and who has judged it."""
    source = source_html(document) if document else escape(statement.outlet or statement.document)
    meant = " · ".join(
        f"{escape(said)}: <b>{escape(name)}</b>" for said, name in glosses(statement, document)
    )
    return (
        (f'<p class="facts meant">{meant}</p>' if meant else "")
        + f'<p class="facts">{escape(_voice(statement))}. {source}</p>'
        f'<p class="facts">{escape(why_counted(statement, document))}; {trust_html(statement, made)}. '
        f"<small>{escape(statement.method)}</small></p>"
    )


def why_counted(statement: Statement, document: Document | None) -> str:
    """The sign of the statement, and the rule and the word that gave it, in words."""
    found = how_found(statement, document)
    kind, _, name = statement.method.partition(":")
    coder = name.rpartition(":")[2]  # "import:dna:NAME" says the program too
    how = {"review": f"marked by {coder}", "import": f"coded by {coder}, in an imported file"}.get(
        kind, found[:1].lower() + found[1:]
    )
    return f"{COUNTS_AS[statement.family]} ({SIGNS[statement.family]}), {how}"


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


def source_html(document: Document, titled: bool = True) -> str:
    """Title, outlet and date as HTML; a link where the address is a safe one.

    Args:
        titled: Whether the title is said; else the link says what it is.
    """
    title = escape((document.title or document.id) if titled else "the article")
    if url := safe_url(document.url):
        title = f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    elif not titled:
        title = ""
    rest = [document.outlet, day(document.date) if document.date else "undated"]
    return ", ".join(part for part in (title, escape(", ".join(part for part in rest if part))) if part)


def _voice(statement: Statement) -> str:
    outlet = statement.outlet or "the article"
    return {
        "outlet": f"Told by {outlet} in its own words",
        "direct": "First hand: quoted in their own words",
        "reported": f"Reported by {outlet} in other words",
        "nested": f"Reported by {_speaker(statement) or 'somebody quoted there'}, not first hand",
    }[statement.voice]


def _speaker(statement: Statement) -> str:
    entity = corpus().entities.get(statement.attributed_to or "")
    return entity.name if entity else statement.attributed_to or ""
