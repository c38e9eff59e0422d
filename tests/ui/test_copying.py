"""What is copied is escaped, and two parts of a page may both ask for the buttons to work."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from ui.copying import copy_html, copy_link_html


def test_text_and_address_are_escaped():
    assert 'data-copy="&quot;&gt;&lt;b&gt;"' in copy_html("Copy", '"><b>')
    assert 'data-copy-link="read?a=1&amp;b=2"' in copy_link_html("Copy", "read?a=1&b=2")
    assert "&lt;i&gt;" in copy_html("<i>", "")


def test_a_page_may_ask_twice():
    asked = "from ui.copying import listen_for_copying\n" + 2 * "listen_for_copying('here')\n"
    page = AppTest.from_string(asked).run()
    assert not page.exception
    assert len(page.get("bidi_component")) == 1
