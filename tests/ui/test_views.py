"""Saved views: what the address says under a name and a short id, the same after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from store import Store
from ui.views import address_of

APP = Path(__file__).parents[2] / "app.py"
VIEW = {"party": ["Northern Union"], "since": ["2025-03-01"], "selected": ["node:ada-brook"]}


def address(page):
    """What the address says."""
    return {
        name: [value] if isinstance(value, str) else list(value) for name, value in page.query_params.items()
    }


def open_app(**query):
    app = AppTest.from_file(str(APP), default_timeout=30)
    for name, values in query.items():
        app.query_params[name] = values
    return app.run()


def lead(app):
    return next(element.proto.body for element in app.get("html") if 'class="lead"' in element.proto.body)


def save(app, name):
    app.text_input(key="view_name").set_value(name)
    return next(button for button in app.button if button.label == "Save").click().run()


@pytest.fixture
def saved(database):
    """The id under which a view of the app was saved."""
    save(open_app(**VIEW), "Spring")
    with Store(database) as store:
        (view,) = store.views()
    assert (view.name, len(view.id)) == ("Spring", 8)
    return view.id


def test_a_saved_view_opens_the_same_after_a_restart(saved):
    st.cache_resource.clear()
    app = open_app(view=saved)
    assert lead(app) == lead(open_app(**VIEW))
    assert address(app) == {"view": [saved]}


def test_the_first_change_writes_the_view_out(saved):
    app = open_app(view=saved)
    app.multiselect(key="outlet").set_value(["Lantern"]).run()
    assert address(app) == {**VIEW, "outlet": ["Lantern"]}


def test_what_stands_beside_the_view_goes_before_it(saved):
    assert "from 2025-05-01" in lead(open_app(view=saved, since="2025-05-01"))


def test_a_view_that_is_not_there_is_told(database):
    app = open_app(view="ab12cd34")
    assert ["there is no saved view" in error.value for error in app.error] == [True]
    assert "All statements" in lead(app)


def test_a_view_is_renamed_and_its_link_stays(saved, database):
    app = open_app()
    app.button(key=f"rename-{saved}").click().run()
    app.text_input(key=f"name-{saved}").set_value("Summer").run()
    with Store(database) as store:
        assert [(view.id, view.name) for view in store.views()] == [(saved, "Summer")]


def test_a_view_is_deleted_only_when_one_is_sure(saved, database):
    app = open_app()
    app.button(key=f"delete-{saved}").click().run()
    with Store(database) as store:
        assert len(store.views()) == 1
    app.button(key=f"sure-{saved}").click().run()
    with Store(database) as store:
        assert store.views() == []
    assert "All statements" in lead(open_app(view=saved))


@pytest.mark.parametrize(("name", "message"), [("", "needs a name"), ("Spring", "there is a view named")])
def test_a_name_that_cannot_be_is_told(saved, name, message):
    app = save(open_app(), name)
    assert any(message in error.value for error in app.error)


def test_a_short_link_keeps_a_view_without_a_name(database):
    app = open_app(**VIEW)
    app.button(key="shorten").click().run()
    with Store(database) as store:
        (view,) = store.views()
    assert view.name == ""
    assert any(f"view={view.id}" in element.proto.body for element in app.get("html"))
    assert lead(open_app(view=view.id)) == lead(app)


def test_whoever_may_only_read_keeps_nothing(database, monkeypatch):
    monkeypatch.setattr("ui.views.role", lambda: "reader")
    app = open_app(**VIEW)
    assert not [button for button in app.button if button.key == "shorten" or button.label == "Save"]
    assert any("Copy link" in element.proto.body for element in app.get("html"))


ADDRESSES = [
    ("", {}, "./"),
    ("", {"party": ["A & B"]}, "./?party=A+%26+B"),
    ("export", {"party": ["A", "B"]}, "export?party=A&party=B"),
]


@pytest.mark.parametrize(("here", "query", "wanted"), ADDRESSES)
def test_addresses(here, query, wanted):
    assert address_of(here, query) == wanted
