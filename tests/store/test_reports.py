"""Statements, reports and outlets are counted apart: the same text published again adds reports, not statements."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from records import Document, Reading, Statement
from store import Store
from store.newcomers import CROWD

REST = " ".join(f"word{number}" for number in random.Random(2).sample(range(999), 60))
FIRST = "Ada Quill criticised Bo Marsh over the harbour plan."
SECOND = "Cy Reed praised Ada Quill on Sunday."


def said(document: Document, sentence: str, relation: str, number: int) -> Statement:
    start = document.text.index(sentence)
    family, polarity = ("opposition", -1) if relation == "criticised" else ("support", 1)
    actor, target = ("Ada Quill", "Bo Marsh") if relation == "criticised" else ("Cy Reed", "Ada Quill")
    return Statement(
        id=f"{document.id}-{number}", document=document.id, outlet=document.outlet,
        actor=actor, actor_id=actor.lower(), actor_type="person",
        target=target, target_id=target.lower(), target_type="person",
        relation=relation, family=family, polarity=polarity,
        evidence=sentence, start=start, end=start + len(sentence),
        actor_span=(start, start + 1), cue_span=(start, start + 1), target_span=(start, start + 1),
    )  # fmt: skip


def article(id: str, outlet: str, *sentences: str, url: str = "") -> Reading:
    """The sentences among the same other words; the word of each tells its relation."""
    document = Document(id=id, text=f"{' '.join(sentences)} {REST}", outlet=outlet, url=url)
    found = [
        said(document, s, "praised" if "praised" in s else "criticised", n) for n, s in enumerate(sentences)
    ]
    return Reading(document=document, statements=tuple(found))


EDITED = FIRST.replace("over the harbour plan", "over her harbour plan")
OTHER = "In May Ada Quill criticised Bo Marsh and all that he had ever stood for."

CASES = [
    # the second article                                             statements, then reports and outlets of the first
    ("the same words",       article("b", "Post", FIRST),            ["a-0"],        {"1": "Bell", "2": "Post"}),
    ("an edited sentence",   article("b", "Post", EDITED),           ["a-0"],        {"1": "Bell", "2": "Post"}),
    ("one sentence more",    article("b", "Post", FIRST, SECOND),    ["a-0", "b-1"], {"1": "Bell", "2": "Post"}),
    ("another sentence",     article("b", "Post", OTHER),            ["a-0", "b-0"], {"1": "Bell"}),
    ("the same outlet",      article("b", "Bell", FIRST, SECOND),    ["a-0", "b-1"], {"1": "Bell", "2": "Bell"}),
    ("said once more",       article("b", "Post", FIRST, EDITED),    ["a-0", "b-1"], {"1": "Bell", "2": "Post"}),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "second", "statements", "reports"), CASES, ids=[case[0] for case in CASES])
def test_one_statement_may_have_several_reports(store, _what, second, statements, reports):
    store.add(article("a", "Bell", FIRST), {})
    store.add(second, {})
    assert [statement.id for statement in store.statements()] == statements
    assert store.published()["a-0"] == reports
    assert [report.outlet for report in store.reports("a")] == ["Bell", second.document.outlet]


def test_a_text_of_its_own_is_nobody_elses_report(store):
    store.add(article("a", "Bell", FIRST), {})
    other = Document(id="b", text=f"{FIRST} {' '.join(reversed(REST.split()))}", outlet="Post")
    store.add(Reading(document=other, statements=(said(other, FIRST, "criticised", 0),)), {})
    assert [statement.id for statement in store.statements()] == ["a-0", "b-0"]
    assert store.published() == {}
    assert [report.document for report in store.reports("b")] == ["b"]


def test_every_report_can_be_read_whole(store):
    first, second = article("a", "Bell", FIRST), article("b", "Post", FIRST, SECOND)
    store.add(first, {})
    store.add(second, {})
    assert store.reading("b") == second
    (_, report) = store.reports("b")
    assert (report.document, report.text, report.outlet) == ("b", "a", "Post")
    assert 0.6 <= report.likeness < 1


PUBLICATIONS = [
    # outlet, address of the same words again     whether that is another report
    ("Bell", "https://bell.example/1", False),
    ("Bell", "", False),
    ("", "", False),
    ("Post", "", True),
    ("Bell", "https://bell.example/2", True),
    ("", "https://post.example/1", True),
]


@pytest.mark.parametrize(("outlet", "address", "new"), PUBLICATIONS)
def test_the_same_words_elsewhere_are_a_report(store, outlet, address, new):
    store.add(article("a", "Bell", FIRST, url="https://bell.example/1"), {})
    before = store.revision()
    again = article("b", outlet, FIRST, url=address)
    for _ in range(2):
        assert not store.add(again, {})
        assert store.report(again.document)
        assert len(store.reports("a")) == 1 + new
    assert (store.revision() > before) is new
    assert store.count() == 1


def test_words_that_are_not_kept_are_no_report(store):
    assert not store.report(article("a", "Bell", FIRST).document)
    assert store.count() == 0


def test_a_new_reading_finds_its_repetitions_again(store):
    first, second = article("a", "Bell", FIRST), article("b", "Post", FIRST, SECOND)
    store.add(first, {})
    store.add(second, {})
    store.replace(replace(first, statements=()), {})
    assert [statement.id for statement in store.statements()] == ["b-0", "b-1"]
    renamed = replace(first, statements=(replace(first.statements[0], id="a-new"),))
    store.replace(renamed, {})
    assert [statement.id for statement in store.statements()] == ["a-new", "b-1"]
    assert store.published()["a-new"] == {"1": "Bell", "2": "Post"}
    assert store.reading("b") == second


def test_wire_copy_in_many_outlets_is_one_statement(url):
    with Store(url) as store:
        for number in range(30):
            store.add(article(f"n{number:02}", f"Outlet {number}", f"Edition {number}. {FIRST}"), {})
        assert [statement.id for statement in store.statements()] == ["n00-0"]
        assert len(set(store.published()["n00-0"].values())) == 30


def test_reports_added_at_once_or_one_by_one_come_to_the_same(new_url):
    """Among them one that says twice what the first says once, and the same words in two outlets."""
    read = [
        article("a", "Bell", FIRST),
        article("b", "Post", FIRST, EDITED),
        article("c", "Quay", EDITED, SECOND),
        article("d", "Pier", FIRST, EDITED, SECOND),
        article("e", "Mole", FIRST, EDITED),
        article("f", "Dune", "Short."),
    ]
    ways = {
        "one by one": lambda store: [store.add(reading, {}) for reading in read],
        "at once": lambda store: store.add_all(read, {}),
        "in two parts": lambda store: (store.add_all(read[:2], {}), store.add_all(read[2:], {})),
        "and found anew": lambda store: (store.add_all(read, {}), store.replace(store.reading("a"), {})),
    }
    found = {}
    for way, add in ways.items():
        with Store(new_url()) as store:
            add(store)
            found[way] = (
                [statement.id for statement in store.statements()],
                store.published(),
                store.reports("a"),
            )
    assert all(state == found["one by one"] for state in found.values())
    assert found["at once"][0] == ["a-0", "b-1", "c-1", "f-0"]


def test_copies_beyond_counting_stay_reports_of_the_first(store):
    """More of them than a band names."""
    read = [article(f"n{n:03}", f"Outlet {n}", f"Edition {n}. {FIRST}") for n in range(3 * CROWD)]
    store.add_all(read[:CROWD], {})
    store.add_all(read[CROWD:-1], {})
    store.add(read[-1], {})
    assert [statement.id for statement in store.statements()] == ["n000-0"]
    assert len(store.reports("n000")) == 3 * CROWD
