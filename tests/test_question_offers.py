"""What the question bar offers: names with type and count, relations that occur, and questions that are understood."""

from __future__ import annotations

import pytest

from graph import Filter
from graph.columns_made import columns_of
from graph.totals import counted_ends, totals
from nlp.questions import load_question_words
from records import Entity
from tests.graph.factory import statement
from workspace import question_offers
from workspace.question import understand
from workspace.question_names import collect_names
from workspace.question_offers import collect_offers

MADE = (
    statement("Ada Fenn criticised Bo Marsh", actor_party="Reed", outlet="Gazette", date="2031-03-01"),
    statement("Ada Fenn backed Cy Holt", actor_party="Reed", outlet="Gazette", date="2031-03-09"),
    statement("Reed criticised Moor", outlet="Gazette", date="2031-04-01"),
    statement("Bo Marsh called for Public inquiry into the old harbour wall", outlet="Lantern", date=None),
    statement("Bo Marsh backed Cy Holt", relation="zapped", outlet="Lantern", date=None),
)
WORDS = load_question_words()


def offers(*made):
    columns = columns_of(list(made))
    entities = {
        "ada-fenn": Entity(id="ada-fenn", name="Ada Fenn", type="person", other_names=("Baroness Fenn",))
    }
    return collect_offers(columns, entities, totals(columns).words, WORDS)


def test_names_come_with_type_and_count_the_most_statements_first():
    named = {name: (type, times, tuple(others)) for name, type, times, others in offers(*MADE).names}
    assert named["Ada Fenn"] == ("person", 2, ("Baroness Fenn",))
    assert named["Public inquiry into the old harbour wall"] == ("demand", 1, ())
    assert named["Gazette"] == ("outlet", 3, ())
    assert named["Reed"][:2] == ("party", 5)  # with who belongs to it, each statement once
    counted = [times for _, _, times, _ in offers(*MADE).names]
    assert counted == sorted(counted, reverse=True)


def test_names_are_cut_at_a_number(monkeypatch):
    monkeypatch.setattr(question_offers, "MOST", 2)
    assert len(offers(*MADE).names) == 2


def test_relations_that_occur_lead_on_to_names_or_things_and_unknown_ones_are_left_out():
    words = {word: (following, place) for word, following, place, _ in offers(*MADE).words}
    assert words["criticised"] == ("name", "both")
    assert words["called for"] == ("thing", "both")
    assert "zapped" not in words and "defended" not in words


def test_months_are_those_of_statements_the_newest_first():
    assert offers(*MADE).times == ("April 2031", "March 2031")


def test_questions_for_an_empty_bar_have_the_most_frequent_names():
    starts = offers(*MADE).starts
    assert "who criticised Reed in March 2031" in starts
    assert "Ada Fenn on Cy Holt" in starts


@pytest.mark.parametrize("number", [0, 1, len(MADE)])
def test_whatever_is_offered_is_understood(number):
    made = MADE[:number]
    found, columns = offers(*made), columns_of(list(made))
    names = collect_names(counted_ends(columns), {}, totals(columns).words["outlets"], WORDS.shorter)
    ready = [
        question.replace("{}", name)
        for name, type, _, _ in found.names
        for question in found.ready.get(type, ())
    ]
    for question in [*found.starts, *ready, *(name for name, *_ in found.names)]:
        answer = understand(question, names, WORDS, "2031-12-09")
        assert (question, answer.unclear) == (question, ())
        assert answer.filter != Filter()
