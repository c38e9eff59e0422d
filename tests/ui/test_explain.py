"""Explain: how a sentence is read, why the rest of it gave nothing, and that nothing of it is kept."""

from __future__ import annotations

import pytest

from workspace import Workspace

pytestmark = pytest.mark.model

TEXT = "Kemi Badenoch criticised Keir Starmer. The council praised the <b>weather</b>."


@pytest.fixture
def explained(open_page):
    """The page after a sentence was given."""

    def asked(text, date=""):
        page = open_page("explain")
        page.text_area(key="sentence").input(text)
        page.text_input(key="sentence_date").input(date)
        return page.button[0].click().run(timeout=60)

    return asked


def _tables(page):
    return [table.value.to_dict("list") for table in page.dataframe]


def test_statements_mentions_and_silences_stand_in_tables(explained):
    page = explained(TEXT, "5 January 2025")
    statements, mentions, *_, silent = _tables(page)
    assert statements["relation"] == ["− criticised"]
    assert mentions["Who"] == ["Kemi Badenoch", "Keir Starmer"]
    assert silent["Cue"] == ["praised"]
    assert "could not be resolved to an actor" in silent["Why nothing came out"][0]


def test_the_rule_is_told_in_words_and_by_name(explained):
    page = explained(TEXT)
    told = " ".join(html.proto.body for html in page.get("html"))
    assert "Read from the verb “criticised” (rule:verb)" in told


def test_the_text_is_escaped(explained):
    told = " ".join(html.proto.body for html in explained(TEXT).get("html"))
    assert "&lt;b&gt;weather" in told
    assert "<b>weather" not in told


@pytest.mark.parametrize(
    ("text", "date", "said"),
    [
        (" ", "", "empty"),
        ("Der Minister hat die Abgeordneten gestern im Parlament scharf kritisiert.", "", "language"),
        (TEXT, "5/3/2025", "cannot be read as a day"),
        ("Vela spoke. " * 2_000, "", "more than 20"),
    ],
)
def test_what_cannot_be_explained_is_a_notice(explained, text, date, said):
    page = explained(text, date)
    assert not page.exception
    assert said in page.error[0].value


def test_nothing_is_kept(explained, database):
    before = Workspace(database).revision()
    explained(TEXT)
    assert Workspace(database).revision() == before
