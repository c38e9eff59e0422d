"""What the corrections say: how often the machine is right, how far coders agree, and what does not fit."""

from __future__ import annotations

import csv
import io
from functools import partial
from html import escape

import streamlit as st

from errors import HustingsError
from review.coding import MACHINE
from review.coefficients import Measured
from ui.coder import Coder
from ui.judged import link_to_review
from ui.notices import show_error
from ui.review_forms import entry_html, take_back
from ui.review_statement import claim_html
from ui.rows import show_rows
from ui.state import workspace
from view.labels import count
from workspace import Workspace, reviewing
from workspace.reviewing import Compared

SHARE = st.column_config.ProgressColumn("Right", format="%d %%", min_value=0, max_value=100)


def show_results(who: Coder) -> None:
    """All of them."""
    _show_trust()
    _show_agreement()
    _show_unapplied(who)
    _show_circular()


def _show_trust() -> None:
    st.subheader("How often the machine was right", anchor=False)
    shares = reviewing.report(workspace())
    if not shares:
        st.caption("Nobody has judged a statement yet.")
        return
    show_rows(
        {
            "Of": ["all" if s.aspect == "all" else s.aspect for s in shares],
            "Value": ["" if s.aspect == "all" else s.value or "unknown" for s in shares],
            "Right": [round(100 * s.right / s.judged) for s in shares],
            "95 % interval": [f"{s.low:.0%} to {s.high:.0%}" for s in shares],
            "Judged": [s.judged for s in shares],
        },
        {"Right": SHARE},
        key="shares",
        alt="Share of right statements by relation, rule and outlet",
    )
    st.caption(
        "Of what people have judged. Doubtful statements are judged first: the machine is better than it looks here."
    )
    st.download_button(
        "Rows to train with",
        partial(_rows, workspace()),  # made when they are asked for
        "judged.txt",
        "text/plain",
        help="What was judged of two actors in one sentence: the sentence, both, and who is for or against whom",
        on_click="ignore",
        icon=":material/download:",
        key="download-rows",
    )


def _rows(kept: Workspace) -> bytes:
    return reviewing.rows(kept).to_bytes()


def _show_agreement() -> None:
    st.subheader("How far coders agree", anchor=False)
    coders = sorted({review.coder for review in workspace().content().journal})
    if not coders:
        st.caption("Two coders who have judged the same statements are compared here.")
        return
    with st.container(horizontal=True):
        chosen = [
            st.selectbox(label, [*coders, MACHINE], index=number, key=f"coder-{number}", width=220)
            for number, label in enumerate(("Coder", "and"))
        ]
    try:
        compared = reviewing.compare(workspace(), list(dict.fromkeys(chosen)))
    except HustingsError as error:
        show_error(error)
        return
    _show_compared(compared)


def _show_compared(compared: Compared) -> None:
    if not compared.agreements:
        st.caption("The two have read no passage in common.")
        return
    show_rows(
        {
            "Variable": [a.variable for a in compared.agreements],
            "Units": [a.units for a in compared.agreements],
            "Agree": ["" if a.share is None else f"{a.share:.0%}" for a in compared.agreements],
            "Cohen’s κ": [_measure(a.kappa) for a in compared.agreements],
            "Krippendorff’s α": [_measure(a.alpha) for a in compared.agreements],
        },
        key="agreements",
        alt="Agreement of two coders by variable",
    )
    st.caption(f"{count(len(compared.disagreements), 'disagreement')}; intervals of 95 %")
    if compared.disagreements:
        names = list(dict.fromkeys(name for d in compared.disagreements for name in d.values))
        show_rows(
            {
                "Passage": [d.unit for d in compared.disagreements],
                "Variable": [d.variable for d in compared.disagreements],
                **{name: [d.values.get(name, "") for d in compared.disagreements] for name in names},
            },
            key="disagreements",
            alt="What the two say differently",
        )
    text = io.StringIO()
    csv.writer(text).writerows(compared.rows)
    st.download_button(
        "Raw table", text.getvalue(), "codings.csv", "text/csv", on_click="ignore", icon=":material/download:"
    )


def _measure(measured: Measured) -> str:
    if measured.value is None:
        return "undefined"
    interval = measured.interval
    return f"{measured.value:.2f}" + (f" ({interval[0]:.2f} to {interval[1]:.2f})" if interval else "")


def _show_unapplied(who: Coder) -> None:
    st.subheader("Corrections that fit no more", anchor=False)
    lost = reviewing.unapplied(workspace())
    if not lost:
        st.caption("Every correction fits what is read now.")
    for entry in lost:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(entry_html(entry.review), width="content")
            st.text(entry.reason)
            take_back(entry.review, who)


def _show_circular() -> None:
    if found := reviewing.circular(workspace()):
        st.subheader("Statements of a name about itself", anchor=False)
        st.caption("Two names in each were made one: either they are not, or the statement is wrong.")
        for statement in found:
            st.html(claim_html(statement) + f'<p class="facts">{escape(statement.evidence)}</p>')
            link_to_review(statement, "Judge it")
