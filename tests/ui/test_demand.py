"""The page of a demand: who called for it, who opposed it, who granted it, and other wordings of it."""

from __future__ import annotations

import dataclasses

import pytest
import streamlit as st

from records import Document, Entity, Reading
from store import Store
from tests.ui import conftest
from tests.ui.charts import drawn

SAID = (
    # who          relation       family        what                        day
    ("Ben Carter", "called for", "demand", "End of the bridge toll", "2025-04-01"),
    ("Ada Brook", "rejected", "opposition", "End of the bridge toll", "2025-04-02"),
    ("Cara Dunne", "called for", "demand", "An end to bridge tolls", "2025-04-03"),
    ("Harbour Board", "granted", "action", "An end to bridge tolls", "2025-04-04"),
)
TOLL, TOLLS = "end-of-the-bridge-toll", "an-end-to-bridge-tolls"


@pytest.fixture
def tolls(database):
    """Four more reports, each with one of the statements above."""
    (sample,) = conftest.reading("board").statements
    with Store(database) as store:
        for number, (actor, relation, family, target, date) in enumerate(SAID):
            text = f"{actor} {relation} {target}"
            where = (len(actor) + 1, len(actor) + 1 + len(relation))
            statement = dataclasses.replace(
                sample, id=f"toll-{number}", document=f"toll-{number}", date=date, evidence=text, start=0, end=len(text),
                actor=actor, actor_id=conftest.slug(actor), actor_type=conftest.TYPES.get(actor, "person"), actor_party=None,
                relation=relation, family=family, polarity=-1 if family == "opposition" else 0,
                target=target, target_id=conftest.slug(target), target_type="demand", target_party=None,
                actor_span=(0, len(actor)), cue_span=where, target_span=(where[1] + 1, len(text)),
            )  # fmt: skip
            document = Document(id=f"toll-{number}", text=text, date=date, title=f"Toll {number}")
            entities = (conftest.entity(actor), Entity(id=conftest.slug(target), name=target, type="demand"))
            store.add(
                Reading(document=document, statements=(statement,), entities=entities), {"extractor": "test"}
            )
    st.cache_resource.clear()


def html(page):
    return "\n".join(element.proto.body for element in page.get("html"))


def marks(page):
    return [(row["date"], row["family"]) for row in drawn(page)]


def test_who_called_for_it_and_who_opposed_it(tolls, open_page):
    page = open_page("demand", demand=TOLL)
    assert not page.exception
    assert "Called for it · 1" in html(page)
    assert "Rejected or opposed it · 1" in html(page)
    assert "Nothing in view says that it was granted" in html(page)
    assert marks(page) == [("2025-04-01", "demand"), ("2025-04-02", "opposition")]
    assert html(page).count("<blockquote") == 2


def test_who_granted_it_and_when(tolls, open_page):
    page = open_page("demand", demand=TOLLS)
    assert "<b>Harbour Board granted it</b>, reported on 4 April 2025" in html(page)
    assert "Granted it, or acted on it · 1" in html(page)


def test_another_wording_is_counted_along_only_when_chosen(tolls, open_page):
    page = open_page("demand", demand=TOLL)
    page.multiselect(key="alike").set_value([TOLLS]).run()
    assert page.query_params["alike"] == TOLLS
    assert "Called for it · 2" in html(page)
    assert "Harbour Board granted it" in html(page)
    assert len(marks(open_page("demand", **page.query_params))) == 4


def test_a_click_on_a_mark_shows_its_proof(tolls, open_page):
    page = open_page("demand", demand=TOLL)
    page.session_state["fate-0"] = {"selection": {"chosen": [{"date": "2025-04-02", "family": "opposition"}]}}
    page.run()
    assert page.query_params["picked"] == "2025-04-02|opposition"
    assert html(page).count("<blockquote") == 1


def test_it_follows_the_filter(tolls, open_page):
    page = open_page("demand", demand=TOLL, family="opposition")
    assert "Called for it · 0" in html(page)
    assert "Nobody in view" in html(page)


def test_a_demand_is_chosen_by_typing(tolls, open_page):
    page = open_page("demand")
    page.text_input(key="typed-demand").set_value("toll").run()
    page.button(key=f"choose-demand-{TOLLS}").click().run()
    assert page.query_params["demand"] == TOLLS
    assert "An end to bridge tolls" in html(page)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"demand": "nothing-such"}, "There is no demand"),
        ({"demand": TOLL, "until": "2025-03-31"}, "Nothing in view"),
    ],
)
def test_what_is_not_in_view(tolls, open_page, query, says):
    page = open_page("demand", **query)
    assert not page.exception
    assert says in html(page) + "".join(notice.value for notice in page.warning)
