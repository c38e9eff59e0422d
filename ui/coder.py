"""Who reviews, and what that person may do."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from review.roles import ADMIN, READER
from workspace.reviewing import default_coder

NAME = "coder"  # key of the field for the name


@dataclass(frozen=True, slots=True)
class Coder:
    """Whoever sits at the page."""

    name: str  # as it stands in the journal
    role: str  # see `review.roles`


def coder() -> Coder | None:
    """Whoever reviews: by log-in where one is set up, else by the name given; None while that is unknown."""
    logged_in = st.user.get("is_logged_in")
    if logged_in:
        email = str(st.user.get("email") or "")
        return Coder(str(st.user.get("name") or email), role())
    name = str(st.session_state.get(NAME) or "").strip()
    # Without a log-in the app runs on its user's own computer, and whoever sits there may correct.
    return Coder(name, role()) if logged_in is None and name else None


def role() -> str:
    """What whoever sits at the page may do; without a log-in it is their own computer, and they may do all."""
    logged_in = st.user.get("is_logged_in")
    if logged_in is None:
        return ADMIN
    return _role_of(str(st.user.get("email") or "")) if logged_in else READER


def ask_coder() -> None:
    """The field for the name, or the button to log in or out where the app has that."""
    logged_in = st.user.get("is_logged_in")
    if logged_in is None:
        st.text_input(
            "Your name",
            key=NAME,
            placeholder=f"such as {default_coder()}",
            max_chars=60,
            persist_state="session",
            width=200,
            help="It stands beside each of your decisions.",
        )
    elif logged_in:
        st.button(f"Log out {st.user.get('name') or ''}".strip(), on_click=st.logout, key="logout")
    else:
        st.button("Log in", on_click=st.login, type="primary", key="login")


def _role_of(email: str) -> str:
    """By the table `[roles]` of the app's secrets; who is not in it may look, and no more."""
    return str(st.secrets.get("roles", {}).get(email, READER))
