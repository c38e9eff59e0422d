"""How a statement was found is told in words, and a pronoun or role is told with the name it stands for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.rules import RULES as REAL
from records import Document, Statement
from ui.how_found import RULES, glosses, how_found


def statement(text, actor, cue, target, **more):
    places = {}
    for role, words in (("actor", actor), ("cue", cue), ("target", target)):
        start = text.index(words)
        places[f"{role}_span"] = (start, start + len(words))
    facts = {
        "id": "s", "document": "d", "actor": "Ada Brook", "actor_id": "ada", "actor_type": "person",
        "relation": "praised", "family": "support", "polarity": 1, "target": "Ben Carter", "target_id": "ben",
        "target_type": "person", "evidence": text, "start": 0, "end": len(text), "method": "rule:verb",
    }  # fmt: skip
    return Statement(**{**facts, **places, **more})


def test_every_rule_has_its_words():
    assert RULES.keys() == REAL.keys()


@pytest.mark.parametrize(
    ("actor", "target", "told"),
    [
        ("She", "his", [("She", "Ada Brook"), ("his", "Ben Carter")]),
        ("Ms Brook", "Ben", []),
        ("The harbour minister", "Carter’s", [("The harbour minister", "Ada Brook")]),
    ],
)
def test_who_is_meant(actor, target, told):
    assert list(glosses(statement(f"{actor} praised {target} plan.", actor, "praised", target), None)) == told


def test_a_thing_needs_no_gloss():
    s = replace(statement("She praised it.", "She", "praised", "it"), target="a port", target_type="issue")
    assert [words for words, _ in glosses(s, None)] == ["She"]


def test_words_of_another_sentence_come_from_the_document():
    text = "He spoke. Praise for Ben."
    s = replace(
        statement(text, "He", "Praise", "Ben", method="rule:noun"),
        evidence="Praise for Ben.",
        start=10,
        end=25,
    )
    assert list(glosses(s, None)) == []
    assert list(glosses(s, Document(id="d", text=text))) == [("He", "Ada Brook")]
    assert how_found(s, None) == "Read from the noun “Praise”"


def test_an_unknown_rule_is_told_by_its_words_alone():
    assert (
        how_found(statement("A praised B", "A", "praised", "B", method="rule:x"), None)
        == "Read from “praised”"
    )


def test_the_learned_model_is_told_from_the_rules():
    s = statement("A praised B", "A", "praised", "B", method="model:stance")
    assert (
        how_found(s, None)
        == "Judged by the learned model from all sentences in which the two meet; here it leans on “praised”"
    )
