"""Every page opens, from the navigation and by itself, and shows an error of ours as a notice."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.pages import PAGES

APP = Path(__file__).parents[2] / "app.py"


def test_the_app_opens_on_the_first_page(database):
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not app.exception
    assert app.get("bidi_component")


@pytest.mark.parametrize("name", PAGES)
def test_page_opens(open_page, name):
    page = open_page(name)
    assert not page.exception
    assert not page.error


def test_a_database_that_cannot_be_opened_is_a_notice(database, tmp_path, monkeypatch):
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all" * 100)
    monkeypatch.setenv("HUSTINGS_DATABASE_URL", f"sqlite:///{broken}")
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not app.exception
    assert "broken" in app.error[0].value
