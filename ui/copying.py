"""Buttons that copy a text or a link: they stand in the HTML they belong to, and one script listens to them all."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from html import escape

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer
from streamlit.errors import StreamlitDuplicateElementKey

SCRIPT = """
const SAID = 3000;  // milliseconds

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");  // no clipboard without https, but on this computer
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("not copied");
}

// Where the graph is moved to, the address tells, but nothing runs that would write the link to this page anew.
function complete(link) {
  const url = new URL(link, document.baseURI);
  const moved = new URLSearchParams(window.location.search).get("at");
  if (url.pathname === window.location.pathname && !url.searchParams.has("view")) {
    if (moved) url.searchParams.set("at", moved);
    else if (url.searchParams.has("at")) url.searchParams.delete("at");
  }
  return url.href;
}

async function press(event) {
  const button = event.target.closest?.("[data-copy], [data-copy-link]");
  if (!button || event.defaultPrevented) return;
  event.preventDefault();  // another one may listen too
  const { copy: text, copyLink: link } = button.dataset;
  const label = button.dataset.label ??= button.textContent;
  try {
    await copy(text ?? complete(link));
    button.textContent = "Copied";
  } catch {
    button.textContent = "The browser does not allow it";
  }
  setTimeout(() => (button.textContent = label), SAID);
}

export default function () {
  document.addEventListener("click", press);
  return () => document.removeEventListener("click", press);
}
"""


def copy_html(label: str, text: str) -> str:
    """A button that copies the text."""
    return f'<button type="button" class="copy" aria-live="polite" data-copy="{escape(text)}">{escape(label)}</button>'


def copy_link_html(label: str, address: str) -> str:
    """A button that copies the whole address of a place in the app, given from any page of it."""
    return (
        f'<button type="button" class="copy" aria-live="polite" data-copy-link="{escape(address)}">'
        f"{escape(label)}</button>"
    )


def listen_for_copying(key: str = "copying") -> None:
    """Lets the buttons on the page work; a part of it that may stand alone listens under a key of its own."""
    with suppress(StreamlitDuplicateElementKey):  # two lists on one page: the first has asked for both
        _component()(key=key, data={}, height="content")


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("hustings_copying", html="<span></span>", js=SCRIPT)
