"""One key, one button: for pages where somebody does the same a hundred times.

Streamlit's own shortcuts keep "R" to themselves, so this listens before Streamlit does, and clicks the button that a
key stands for. While somebody types, and in an open dialog, keys mean what they always mean. A key that is held
down, or pressed twice by mistake, counts once.

What is to be judged and its buttons arrive one after the other. So the page says in the HTML of what is seen, as
`data-seen`, which buttons belong to it: a key is always about what the reader sees, and waits for its button.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

SCRIPT = """
const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";
const MOVING = "[role=tablist], [role=radiogroup], [role=listbox], [role=menu], [role=slider], [role=grid], canvas";
const PATIENCE = 2000;  // milliseconds
const TWICE = 400;  // milliseconds: nobody reads the next statement in so short a time

let names = {};
let last = { key: "", time: 0 };

function press(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const seen = document.querySelector("[data-seen]")?.dataset.seen;
  if (!seen || !(key in names) || event.ctrlKey || event.metaKey || event.altKey) return;
  const where = event.composedPath()[0];
  if (where.closest?.(TYPING) || document.querySelector("[role=dialog]")) return;
  if (key.startsWith("Arrow") && where.closest?.(MOVING)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const again = !key.startsWith("Arrow") && key === last.key && event.timeStamp - last.time < TWICE;
  last = { key, time: event.timeStamp };
  if (event.repeat || again) return;
  click(`.st-key-do-${names[key]}-${CSS.escape(seen)} button`, performance.now() + PATIENCE);
}

function click(selector, until) {
  const button = document.querySelector(selector);
  if (button) button.click();  // nothing happens where it is disabled
  else if (performance.now() < until) requestAnimationFrame(() => click(selector, until));
}

export default function ({ data }) {
  names = data.names;
  document.querySelector(`.st-key-${CSS.escape(data.leave)} input:focus`)?.blur();
  window.addEventListener("keydown", press, true);
  return () => window.removeEventListener("keydown", press, true);
}
"""


def listen(names: Mapping[str, str], leave: str) -> None:
    """Lets keys click buttons.

    Args:
        names: Keys as browsers call them ("a", "ArrowLeft") -> name of a button, as `button_key` takes it.
        leave: Key of a field in which somebody has just answered, and which shall not swallow the keys.
    """
    _component()(key="keys", data={"names": dict(names), "leave": leave}, height="content")


def button_key(name: str, seen: str) -> str:
    """The key in Streamlit of the button of this name that belongs to what is seen."""
    return f"do-{name}-{_plain(seen)}"


def seen_html(seen: str) -> str:
    """What says that this is seen, to stand in the HTML that shows it."""
    return f'<span data-seen="{_plain(seen)}"></span>'


def _plain(seen: str) -> str:
    """Letters, digits and hyphens, of which Streamlit makes a class as they are."""
    return re.sub(r"[^A-Za-z0-9]", "-", seen)


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("hustings_keys", html="<span></span>", js=SCRIPT)
