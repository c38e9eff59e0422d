"""The HTML with which a browser begins, for every address of ours; Streamlit's own would do, but for two things.

Opened at any page but the first, it asks for the server's parts below that page's path before it finds them, which
leaves two errors in the console; and an address that no page has opens the first page under a dialog.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

import streamlit as st
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from view import palette

INDEX = Path(st.__file__).parent / "static" / "index.html"
ROOT = '<script>window.__streamlit = { BACKEND_BASE_URL: new URL("./", location.href).href };</script>'
"""Tells Streamlit where its server is: beside every page of ours, whatever a proxy has put before."""


class _Word(StringConvertor):
    """One word: no file, and none of Streamlit's own addresses, which have a dot, a digit or a second part."""

    regex = "[A-Za-z-]+"


def routes() -> list[Route]:
    """What is answered here, before Streamlit's own routes."""
    register_url_convertor("word", _Word())
    index = INDEX.read_text(encoding="utf-8")
    begun = index.replace("<head>", f"<head>{ROOT}", 1).replace("<title>Streamlit<", "<title>Hustings<", 1)

    def begin(_: Request) -> Response:
        return HTMLResponse(begun, headers={"Cache-Control": "no-cache"})

    def open_page(request: Request) -> Response:
        from ui.pages import PAGES  # now, as what the pages keep in memory wants a server that runs

        name = request.path_params["name"]
        if name == next(iter(PAGES)):  # the first page has the address without a name
            return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")
        if name in PAGES:
            return begin(request)
        titles = {path: page.title for path, page in PAGES.items()}
        return HTMLResponse(_lost(name, titles), status_code=404)

    return [Route("/", begin), Route("/{name:word}", open_page)]


def _lost(name: str, titles: Mapping[str, str]) -> str:
    links = "\n".join(f'<a href="./{path}">{escape(title)}</a>' for path, title in titles.items())
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>No such page · Hustings</title><style>
:root {{ color-scheme: light dark; background: light-dark({palette.SURFACE.light}, {palette.SURFACE.dark}) }}
body {{ margin: 18vh auto 0; padding: 0 1.5rem; max-width: 34rem; font: 1rem/1.6 system-ui, sans-serif;
  color: light-dark({palette.INK.light}, {palette.INK.dark}) }}
h1 {{ font: 600 1.6rem/1.25 Georgia, serif; overflow-wrap: anywhere }}
a {{ color: inherit; display: inline-block; padding: .3rem 0; margin-right: 1.25rem }}
</style></head><body><main><h1>There is no page “{escape(name)}”</h1>
<p>The address may be misspelt or cut short. These are the pages of Hustings:</p>
<nav>{links}</nav></main></body></html>"""
