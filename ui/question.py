"""The question bar: words become filters, shown as chips that can be changed; what is not understood is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from graph import Filter
from nlp.questions import load_question_words
from ui.address import change, of_filter, read
from ui.chips import show_chips
from ui.offered import offered
from ui.question_component import show_offers
from ui.state import corpus, ends, view
from ui.style import literal
from workspace.question import Answer, understand
from workspace.question_heard import Unclear
from workspace.question_names import Names, collect_names
from workspace.question_offers import collect_offers

ASKED, ANSWERED = "question", "answered"  # keys: of the field, and of what was made of it
EXAMPLE = "who criticised Labour in January 2025"
LONGEST = 300  # characters


@dataclass(frozen=True, slots=True)
class _Answered:
    question: str
    answer: Answer


def show_question() -> None:
    """The bar, what it did not understand of the last question, and the filters in view as chips."""
    st.text_input(
        "Ask about who said what",
        key=ASKED,
        placeholder=f"Ask: {EXAMPLE}",
        icon=":material/search:",
        max_chars=LONGEST,
        label_visibility="collapsed",
        on_change=_ask,
    )
    answered = st.session_state.get(ANSWERED)
    # Both are always there: what comes and goes above the graph would make the browser draw all below anew.
    with st.container(key="unclear"):
        if answered and answered.answer.unclear and _still_holds(answered):
            _show_unclear(answered)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="chips"):
        show_chips()


def offer_words() -> None:
    """Lets the bar offer names and words while one types; once for a page, apart from what a click runs."""
    show_offers(_offers(corpus().revision), field=ASKED, key="offers")


def _ask() -> None:
    question = str(st.session_state.get(ASKED) or "")
    if not question.strip():
        st.session_state.pop(ANSWERED, None)
        return
    answer = understand(question, names(), load_question_words(), offered().last)
    st.session_state[ANSWERED] = _Answered(question, answer)
    if answer.filter != Filter():
        change(of_filter(answer.filter))
        st.rerun()  # the whole page, with the filters beside it


def _still_holds(answered: _Answered) -> bool:
    """Whether the view is still the one that was asked for."""
    return answered.answer.filter in (Filter(), read().filter)


def _show_unclear(answered: _Answered) -> None:
    if answered.answer.filter == Filter():
        st.html(
            '<p class="facts" role="status">Nothing of this was understood, so the view stays as it was.</p>'
        )
    for number, part in enumerate(answered.answer.unclear):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(_words_about(part), width="content")
            for name in part.names:
                st.button(
                    literal(name),
                    key=f"meant-{number}-{name}",
                    type="tertiary",
                    on_click=_replace,
                    args=(answered.question, part, name),
                )


def _words_about(part: Unclear) -> str:
    words = f"“{literal(part.words)}”"
    if part.several:
        return f"{words} may be several. Which?"
    return f"Not understood: {words}." + (" Did you mean one of these?" if part.names else "")


def _replace(question: str, part: Unclear, name: str) -> None:
    st.session_state[ASKED] = question[: part.start] + name + question[part.end :]
    _ask()


def names() -> Names:
    """The names that a question can mean, in the whole database."""
    return _names(corpus().revision)


@st.cache_resource(max_entries=2, show_spinner=False)
def _names(revision: int) -> Names:
    return collect_names(ends(), corpus().entities, offered().outlets, load_question_words().shorter)


@st.cache_resource(max_entries=2, show_spinner=False)
def _offers(revision: int) -> Mapping[str, Any]:
    """As the component takes them; the same object at each run, so that it is not sent anew."""
    found, columns = corpus(), view(Filter()).columns
    return asdict(collect_offers(columns, found.entities, found.totals.words, load_question_words()))
