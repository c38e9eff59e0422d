"""Export: every format has its button, and each button holds the file of the current filter."""

from __future__ import annotations

import pytest

from ui.address import FIELDS
from ui.export import PURPOSES
from view.formats import FORMATS


@pytest.mark.parametrize("key", [*FORMATS, "snapshot"])
def test_format_has_its_button(open_page, key):
    assert open_page("export").get_by_key(f"download-{key}")


def test_every_format_says_what_it_is_for():
    assert PURPOSES.keys() == FORMATS.keys()


def test_the_filter_is_said_and_can_be_changed(open_page):
    page = open_page("export", party="Northern Union")
    assert "the party Northern Union" in page.get("html")[0].proto.body
    assert all(key in page.session_state for key in FIELDS if key != "depth")
    page.multiselect(key="party").unselect("Northern Union").run()
    assert "All statements" in page.get("html")[0].proto.body


def test_nothing_in_view_offers_no_files(open_page):
    page = open_page("export", party="Northern Union", relation="called for")
    assert not page.get("download_button")
    assert page.button(key="loosen-party")
