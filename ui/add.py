"""Add: paste or upload an article, see what is found in it, and only then keep it."""

from __future__ import annotations

import streamlit as st

from errors import HustingsError, InputError
from ui.found import FOUND, REFUSED, Found, show_found, show_kept
from ui.given import ask
from ui.job import Job, start
from ui.notices import show_errors

JOB = "reading"  # key of the job that reads; it goes on while other pages are visited
GLANCE = 0.25  # seconds between two looks at it


def page() -> None:
    """The page."""
    st.html(
        '<p class="lead"><b>Add an article.</b> Nothing is kept until you have seen what was found in it. '
        "The text stays on this computer.</p>"
    )
    if job := st.session_state.get(JOB):
        _watch(job)
    elif found := st.session_state.get(FOUND):
        show_found(found)
    else:
        show_kept()
        _ask()


def _ask() -> None:
    show_errors(st.session_state.pop(REFUSED, []))
    given = ask()
    if not st.button("Read it", type="primary", icon=":material/search:", key="read"):
        return
    if given.tasks:
        st.session_state[JOB] = start(given.tasks)
        st.session_state[REFUSED] = given.errors
        st.rerun()
    nothing = InputError("there is nothing to read", mend="Paste a text, or choose a file")
    show_errors(given.errors or [nothing])


def _watch(job: Job) -> None:
    """Shows how far it is until it is done; whoever leaves the page finds it again."""
    bar = st.progress(*job.progress())
    st.button("Stop", icon=":material/stop:", on_click=_stop, args=(job,), key="stop")
    st.caption("You can look at other pages meanwhile.")
    while not job.wait(GLANCE):
        bar.progress(*job.progress())
    errors: list[HustingsError] = [*st.session_state.pop(REFUSED, []), *job.errors]
    if job.broken:
        errors.append(
            HustingsError(
                "reading broke off", where=job.present, mend="The terminal says why; please report it"
            )
        )
    if job.readings:
        st.session_state[FOUND] = Found(job.readings, frozenset(job.known), errors, job.coded)
    else:
        st.session_state[REFUSED] = errors
    del st.session_state[JOB]
    st.rerun()


def _stop(job: Job) -> None:
    job.stop()
    st.session_state.pop(REFUSED, None)
    st.session_state.pop(JOB, None)
