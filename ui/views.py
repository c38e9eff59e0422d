"""Sharing: the link to what is seen, short where the address is long, and views saved under names."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import parse_qs, urlencode

import streamlit as st

from errors import HustingsError, InputError
from review.roles import ADMIN, ALLOWED, check_allowed
from store.kept import SavedView
from ui.address import PAGE, VIEW, everything, forget_saved, open_saved
from ui.coder import coder, role
from ui.copying import copy_link_html, listen_for_copying
from ui.notices import show_error
from ui.state import workspace
from ui.style import literal
from view.labels import count

LONG = 1_500  # characters of an address; some mail programs cut longer ones
LONGEST_NAME = 80  # characters
NAME, FAULT, ASKED = "view_name", "view_fault", "view_asked"  # keys of the session
SAVING = "save views"  # as `review.roles` calls it


def show_sharing(pages: Mapping[str, st.Page], here: str) -> None:
    """The button with all of it.

    Args:
        pages: Path in the address -> page.
        here: Path of this page.
    """
    with st.popover("Share", icon=":material/share:", type="tertiary", key="share"):
        _show_link(here)
        if may_save():
            _show_form(here)
        if saved := named_views():
            st.html(f'<p class="kicker">{count(len(saved), "saved view")}</p>')
            for view in saved:
                _show_saved(view, pages, here)
        listen_for_copying()


def address_of(here: str, query: Mapping[str, list[str]]) -> str:
    """A place in the app, from any page of it."""
    text = urlencode(query, doseq=True)
    return f"{here or './'}{'?' if text else ''}{text}"


def may_save() -> bool:
    """Whether whoever sits here may keep views."""
    return SAVING in ALLOWED[role()]


def may_change(view: SavedView) -> bool:
    """Whether it is theirs, or they may change what is others'."""
    who = coder()
    return role() == ADMIN or (may_save() and who is not None and who.name == view.owner)


def named_views() -> list[SavedView]:
    """What people have saved, by name; views without one are what short links lead to."""
    return [view for view in workspace().store.views() if view.name]


def save(name: str, here: str) -> SavedView:
    """Keeps what the address says.

    Raises:
        InputError: If whoever sits here may not.
    """
    check_allowed(role(), SAVING)
    who = coder()
    query = urlencode({**everything(), PAGE: [here]}, doseq=True)
    return workspace().store.save_view(name.strip(), who.name if who and name else "", query)


def _show_link(here: str) -> None:
    address = address_of(here, everything())
    st.html(copy_link_html("Copy link", address))
    if len(address) > LONG:
        st.caption(f"The address has {len(address):,} characters, too many for some programs.")
    if may_save():
        if st.button("Make a short link", icon=":material/link:", type="tertiary", key="shorten"):
            st.session_state[ASKED] = ("short", save("", here).id)
        kind, id = st.session_state.get(ASKED, ("", ""))
        if kind == "short":
            short = address_of(here, {VIEW: [id]})
            st.html(f"<code>{escape(short)}</code> {copy_link_html('Copy short link', short)}")


def _show_form(here: str) -> None:
    with st.form("save_view", border=False, clear_on_submit=True):
        st.text_input(
            "Save this view as", key=NAME, max_chars=LONGEST_NAME, placeholder="Such as: spring campaign"
        )
        st.form_submit_button("Save", icon=":material/bookmark_add:", on_click=_save, args=(here,))
    if fault := st.session_state.pop(FAULT, None):
        show_error(fault)


def _save(here: str) -> None:
    name = str(st.session_state.get(NAME) or "").strip()
    try:
        if not name:
            raise InputError("a view needs a name", mend="Type one")
        if any(view.name == name for view in named_views()):
            raise InputError(
                f"there is a view named '{name}'", mend="Choose another name, or delete that one"
            )
        save(name, here)
    except HustingsError as error:
        st.session_state[FAULT] = error


def _show_saved(view: SavedView, pages: Mapping[str, st.Page], here: str) -> None:
    """One saved view: its link, and what can be done with it."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"view-{view.id}"):
        path = parse_qs(view.query).get(PAGE, [""])[0]
        label = literal(view.name) + (f" · {literal(view.owner)}" if view.owner else "")
        icon = ":material/bookmark:"
        if path == here or path not in pages:  # a link to the page where one is does nothing
            st.button(
                label, icon=icon, type="tertiary", on_click=_open, args=(view.id,), key=f"open-{view.id}"
            )
        else:
            st.page_link(pages[path], label=label, icon=icon, query_params={VIEW: view.id})
        if may_change(view):
            for kind, icon in (("rename", ":material/edit:"), ("delete", ":material/delete:")):
                st.button(
                    kind.capitalize(),
                    icon=icon,
                    type="tertiary",
                    on_click=_ask,
                    args=(kind, view.id),
                    key=f"{kind}-{view.id}",
                )
    if st.session_state.get(ASKED) == ("rename", view.id):
        st.text_input(
            "New name",
            view.name,
            key=f"name-{view.id}",
            max_chars=LONGEST_NAME,
            on_change=_rename,
            args=(view.id,),
        )
    elif st.session_state.get(ASKED) == ("delete", view.id):
        st.warning("Links to it will lead nowhere.", icon=":material/delete:")
        st.button("Delete it", on_click=_delete, args=(view.id,), key=f"sure-{view.id}")


def _open(id: str) -> None:
    open_saved(id)
    st.rerun()  # the whole page, with the filters beside it


def _ask(kind: str, id: str) -> None:
    again = st.session_state.get(ASKED) == (kind, id)
    st.session_state[ASKED] = ("", "") if again else (kind, id)


def _rename(id: str) -> None:
    name = str(st.session_state.get(f"name-{id}") or "").strip()
    st.session_state[ASKED] = ("", "")
    try:
        _check_mine(id)
        if name:
            workspace().store.rename_view(id, name)
    except HustingsError as error:
        st.session_state[FAULT] = error


def _delete(id: str) -> None:
    st.session_state[ASKED] = ("", "")
    try:
        _check_mine(id)
        workspace().store.delete_view(id)
        forget_saved()
    except HustingsError as error:
        st.session_state[FAULT] = error


def _check_mine(id: str) -> None:
    if not may_change(workspace().store.view(id)):
        raise InputError("this view is somebody else's", mend="Ask an admin to change it")
