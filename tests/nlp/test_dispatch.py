"""Trying only the rules that can fire loses nothing, and spares most of the work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp.lexicon import load_lexicon
from nlp.rules import RULES, TRIGGERS, Dispatch
from nlp.rules.dispatch import Triggers
from records import Document
from tests.nlp.classes import table

LEXICON = load_lexicon()
VOCAB = Vocab()
TEXTS = [
    json.loads(path.read_text(encoding="utf-8"))["text"]
    for path in sorted((Path(__file__).parent / "texts").glob("*.json"))
]
ROWS = [row.text for row in table.load_rows()][::3]  # each is read twice
ONLY_PARTS = Triggers(TRIGGERS.parts, {}, {})  # which part of speech a rule is for decides what it finds


@pytest.fixture(scope="module")
def dispatch() -> Dispatch:
    return Dispatch.of(RULES, TRIGGERS, LEXICON)


@pytest.mark.model
def test_nothing_is_lost(extractor, monkeypatch):
    texts = [*TEXTS, *("\n\n".join(rows) for rows in (ROWS[i : i + 40] for i in range(0, len(ROWS), 40)))]
    documents = [Document(id=str(number), text=text) for number, text in enumerate(texts)]
    quick = list(extractor.readings(documents))
    monkeypatch.setattr(extractor, "rules", Dispatch.of(RULES, ONLY_PARTS, LEXICON))
    assert quick == list(extractor.readings(documents))


def one_word(text: str, part: str, label: str, lemma: str):
    """A token with these attributes."""
    doc = Doc(VOCAB, [text], pos=[part], deps=[label], lemmas=[lemma])
    return doc[0]


@pytest.mark.parametrize(
    ("text", "part", "label", "lemma", "rule", "tried"),
    [
        ("Criticised", "VERB", "ROOT", "criticise", "verb", True),
        ("ate", "VERB", "ROOT", "eat", "verb", False),
        ("criticised", "NOUN", "ROOT", "criticise", "verb", False),
        ("praise", "NOUN", "dobj", "praise", "received-noun", True),
        ("praise", "NOUN", "nsubj", "praise", "received-noun", False),
        ("Crooked", "PROPN", "compound", "Crooked", "nickname", True),
        ("Harbour", "PROPN", "compound", "Harbour", "nickname", False),
        ("ate", "VERB", "ROOT", "eat", "evaluative-predicate", True),  # has no words of its own
        ("quickly", "ADV", "advmod", "quickly", "evaluative-predicate", False),
    ],
)
def test_a_rule_is_tried_where_it_can_fire(dispatch, text, part, label, lemma, rule, tried):
    names = [name for name, _ in dispatch.at(one_word(text, part, label, lemma), text.lower())]
    assert (rule in names) == tried


def test_rules_are_tried_in_the_order_of_the_table(dispatch):
    names = [name for name, _ in dispatch.at(one_word("support", "NOUN", "dobj", "support"), "support")]
    assert len(names) > 1
    assert names == [name for name in RULES if name in names]


def test_what_is_kept_does_not_grow_with_the_text(dispatch):
    for number in range(1000):
        dispatch.at(one_word(f"word{number}", "NOUN", "dobj", f"word{number}"), f"word{number}")
    assert sum(place[:2] == ("NOUN", "dobj") and not any(place[2:]) for place in dispatch.tried) == 1
    assert len(dispatch.tried) < 50


@pytest.mark.parametrize("names", [TRIGGERS.parts, TRIGGERS.labels, TRIGGERS.words])
def test_triggers_are_those_of_rules(names):
    assert names.keys() <= RULES.keys()
