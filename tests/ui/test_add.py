"""Add: what is found is seen before it is kept; a second time changes nothing; bad input is a notice."""

from __future__ import annotations

import pytest

from store import Store

ARTICLE = (
    "Wes Streeting criticised Elon Musk on Friday. Keir Starmer defended Jess Phillips in the Commons. "
    "The debate was <i>lively</i>."
)


def fill(page, text=ARTICLE, **facts):
    page.text_area(key="text").input(text)
    for key, value in facts.items():
        page.text_input(key=key).input(value)
    return page.button[0].click().run()


def html(page):
    return "\n".join(element.proto.body for element in page.get("html"))


def test_nothing_given_is_a_notice(open_page):
    page = open_page("add").button[0].click().run()
    assert "nothing to read" in page.error[0].value
    assert not page.exception


@pytest.mark.model
@pytest.mark.timeout(120)
def test_found_is_shown_before_it_is_kept(open_page, database):
    page = fill(open_page("add"), title="Two ministers", source_outlet="Quay Courier")
    assert not page.exception
    assert '<mark class="actor">Wes Streeting</mark>' in html(page)
    assert "&lt;i&gt;" in html(page)
    assert len(page.dataframe[0].value) >= 2
    with Store(database) as store:
        assert store.count() == 4
    page.button(key="keep").click().run()
    assert page.success[0].value == "1 article added."
    with Store(database) as store:
        kept = store.document("two-ministers")
        assert (kept.title, kept.outlet) == ("Two ministers", "Quay Courier")


@pytest.mark.model
@pytest.mark.timeout(120)
def test_a_document_seen_before_is_reported(open_page, database):
    page = fill(open_page("add"))
    page.button(key="keep").click().run()
    page = fill(page)
    assert "there already" in page.info[0].value
    page.button(key="keep").click().run()
    assert "had been there before" in page.success[0].value
    with Store(database) as store:
        assert store.count() == 5


@pytest.mark.model
@pytest.mark.timeout(120)
def test_another_language_is_a_notice(open_page):
    german = (
        "Der Minister hat gestern im Bundestag gesagt, dass er die Vorwürfe gegen seine Partei zurückweist."
    )
    page = fill(open_page("add"), text=german * 3)
    assert not page.exception
    assert page.error


@pytest.mark.model
@pytest.mark.timeout(120)
def test_upload(open_page):
    page = open_page("add")
    page.file_uploader(key="files").set_value(
        [("one.md", b"---\ntitle: One\n---\nWes Streeting criticised Elon Musk.", "text/markdown"),
         ("two.txt", b"Keir Starmer defended Jess Phillips.", "text/plain")]
    )  # fmt: skip
    page.button[0].click().run()
    assert "in 2 articles" in page.subheader[0].value
    page.button(key="discard").click().run()
    assert page.file_uploader(key="files")


@pytest.mark.model
@pytest.mark.timeout(120)
def test_what_was_typed_outlives_a_discard_but_not_a_keep(open_page):
    page = fill(open_page("add"), title="Two ministers")
    page.button(key="discard").click().run()
    assert (page.text_area(key="text").value, page.text_input(key="title").value) == (
        ARTICLE,
        "Two ministers",
    )
    page.button[0].click().run()
    page.button(key="keep").click().run()
    assert (page.text_area(key="text").value, page.text_input(key="title").value) == ("", "")


def test_a_file_that_cannot_be_read_is_a_notice(open_page):
    page = open_page("add")
    page.file_uploader(key="files").set_value(("picture.txt", b"\x00\xff" * 400, "text/plain"))
    page.button[0].click().run()
    assert page.error
    assert not page.exception
