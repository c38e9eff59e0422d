"""The links between the pages hold the view: also after a click that runs a part of the page only."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from ui.pages import PAGES

APP = Path(__file__).parents[2] / "app.py"
VIEW = {"party": ["Northern Union", "No Such Party"], "since": ["2025-03-01"], "selected": ["node:ada-brook"]}


@pytest.fixture
def app(database):
    app = AppTest.from_file(str(APP), default_timeout=30)
    for name, values in VIEW.items():
        app.query_params[name] = values
    return app.run()


def links(app):
    """Title of each page -> the query of the link to it; the details have links of their own."""
    titles = {page.title for page in PAGES.values()}
    protos = [link.proto for link in app.get("page_link")]
    return {proto.label: parse_qs(proto.query_string) for proto in protos if proto.label in titles}


def test_every_page_is_linked_with_the_view(app):
    found = links(app)
    assert {page.title: found[page.title] for page in PAGES.values()} == dict.fromkeys(
        (page.title for page in PAGES.values()), VIEW
    )


def test_a_selection_goes_into_the_links(app):
    app.session_state["graph"] = {"selection": {"nodes": ["ben-carter"], "edges": [], "click": 1}}
    app.run()
    assert links(app)["Export"]["selected"] == ["node:ben-carter"]


def test_dropping_the_filters_empties_the_links(app):
    app.button(key="clear").click().run()
    assert links(app)["Export"] == {"selected": VIEW["selected"]}
