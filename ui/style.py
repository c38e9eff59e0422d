"""The look of the pages beyond the theme, and small pieces of HTML and Markdown that several pages show."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import streamlit as st

from view import palette

STYLE = Path(__file__).with_name("style.css")
KEYBOARD = Path(__file__).with_name("keyboard.js")
SIGNS = {"support": "+", "opposition": "−", "demand": "→", "action": "▸", "affiliation": "•"}
"""Family -> the sign that stands beside its colour."""
TEXT_COLOURS = {"support": "green", "opposition": "orange", "demand": "violet"}
"""Family -> the name under which .streamlit/config.toml has its colour; the others are in ink."""

_MARK = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 148 32" width="148" height="32">
<g fill="none" stroke="{ink}" stroke-width="2.2"><path d="M11 10.5 22 7.5" stroke-dasharray="3.5 2.5"/>
<path d="M11 13.5 21 22.5"/></g><circle cx="7" cy="12" r="5" fill="{ink}"/>
<circle cx="26" cy="7" r="3.6" fill="{red}"/><circle cx="24" cy="25" r="3.6" fill="{green}"/>
<text x="40" y="23" font-family="'Source Serif 4', Georgia, 'Times New Roman', serif" font-size="23"
 font-weight="600" textLength="102" lengthAdjust="spacingAndGlyphs" fill="{ink}">Hustings</text></svg>"""
ICON = (
    _MARK.replace("0 0 148 32", "0 0 32 32")
    .replace('width="148"', 'width="32"')
    .format(
        ink=palette.MUTED.light,
        red=palette.FAMILIES["opposition"].tone.light,
        green=palette.FAMILIES["support"].tone.light,
    )
)
"""The mark alone, for the browser's tab: an SVG of ours, as Streamlit fetches its own icons from afar."""
LOGO = {
    dark: _MARK.format(
        ink=palette.INK.on(dark),
        red=palette.FAMILIES["opposition"].tone.on(dark),
        green=palette.FAMILIES["support"].tone.on(dark),
    )
    for dark in (False, True)
}
"""Whether the theme is dark -> the product's name, as SVG."""
_BEFORE_PRINT = """
addEventListener("beforeprint", () => {
  const page = document.documentElement, app = document.querySelector(".stApp");
  page.style.setProperty("--address", `"${location.href.replace(/["\\\\]/g, "\\\\$&")}"`);
  page.dataset.drawn = app ? getComputedStyle(app).colorScheme : "light";
  const add = (part, kind, texts) => part.insertRow().append(...texts.map((text) =>
    Object.assign(document.createElement(kind), { textContent: text })));
  for (const table of document.querySelectorAll("table[data-rows]")) {
    const [titles, ...rows] = JSON.parse(table.dataset.rows);
    table.replaceChildren();
    add(table.createTHead(), "th", titles);
    const body = table.createTBody();
    rows.forEach((row) => add(body, "td", row));
  }
});"""
"""What the style sheet cannot know by itself: the address, in which theme the pictures were drawn, and the rows of
tables (see `ui.rows`)."""

_SCHEME = """
window.hustingsScheme ||= (() => {
  const app = document.querySelector(".stApp");
  const tell = () => (document.documentElement.dataset.scheme = getComputedStyle(app).colorScheme);
  tell();
  return new MutationObserver(tell).observe(app, { attributeFilter: ["class"] }) ?? true;
})();"""
"""Lists and panels that unfold hang outside the app's element, the only one that has the theme's colour scheme."""

_FIRST_PAGE = """
for (const kind of ["pointerdown", "focusin"]) addEventListener(kind, (event) => {
  const link = event.composedPath().find((node) => node.tagName === "A");
  const where = link?.getAttribute("href");
  if (where === "" || where?.startsWith("?")) link.setAttribute("href", `./${where}`);
}, true);"""
"""Streamlit gives its first page no path: opened in a new tab, a link to it would lead to the page that it is on."""


def apply_style() -> None:
    """Puts the style sheet on the page, with the palette's colours for both themes as CSS variables."""
    tones = {
        "surface": palette.SURFACE,
        "ink": palette.INK,
        "muted": palette.MUTED,
        "line": palette.LINE,
        "raised": palette.RAISED,
        **{family: style.tone for family, style in palette.FAMILIES.items()},
    }
    variables = "".join(f"--{name}:light-dark({tone.light},{tone.dark});" for name, tone in tones.items())
    st.html(f"<style>:root{{{variables}}}\n{STYLE.read_text(encoding='utf-8')}</style>")
    scripts = "".join((_BEFORE_PRINT, _SCHEME, _FIRST_PAGE, KEYBOARD.read_text(encoding="utf-8")))
    st.html(f'<span class="unseen"></span><script>{scripts}</script>', unsafe_allow_javascript=True)


def literal(text: str) -> str:
    """The text for a Markdown label, every sign in it meant as such.

    >>> literal("[a](b) *c*")
    '\\\\[a\\\\]\\\\(b\\\\) \\\\*c\\\\*'
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def sign(family: str) -> str:
    """The family's sign in its colour, for a Markdown label."""
    colour = TEXT_COLOURS.get(family)
    return f":{colour}[**{SIGNS[family]}**]" if colour else f"**{SIGNS[family]}**"


def chip(relation: str, family: str) -> str:
    """A relation as HTML: its sign and its word in the family's colour."""
    mark = f'<b aria-hidden="true">{SIGNS[family]}</b>'
    return f'<span class="chip {escape(family)}">{mark} {escape(relation)}</span>'


def swatch(colour: str) -> str:
    """A small disc in the colour of a party, as HTML."""
    return f'<i class="swatch" style="background:{escape(colour)}"></i>'
