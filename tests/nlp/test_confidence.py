"""Confidence: a probability for every statement, higher where less had to be resolved."""

from __future__ import annotations

import math

import pytest

from nlp.confidence import BASE, confidence, load_weights
from nlp.rules import RULES
from records import Document

KEYS = {"rule", "relation", "voice", "actor", "target", "sentence"}


def test_nothing_known_leaves_the_base():
    assert confidence(()) == pytest.approx(1 / (1 + math.exp(-load_weights()[BASE])), abs=0.005)


def test_what_has_no_weight_changes_nothing():
    assert confidence(["rule unheard-of"]) == confidence(())


def test_weights_add_up():
    heavy = max(load_weights(), key=lambda name: load_weights()[name] if name != BASE else 0)
    light = min(load_weights(), key=lambda name: load_weights()[name])
    assert confidence([light]) < confidence(()) < confidence([heavy])


@pytest.mark.parametrize("name", sorted(set(load_weights()) - {BASE}))
def test_every_weight_is_of_something_that_can_be_seen(name):
    key, _, value = name.partition(" ")
    assert key in KEYS
    assert key != "rule" or value in RULES


@pytest.mark.model
def test_every_statement_has_one_and_says_what_it_was_added_up_from(extractor):
    text = "Helen Carrow attacked Martin Pell. She might praise him. Rosa Whitlock of Labour was silent."
    found = extractor.circumstances(Document(id="a", text=text))
    assert found
    for statement, circumstances in found:
        assert statement.confidence == confidence(circumstances)
        assert f"rule {statement.method.removeprefix('rule:')}" in circumstances


@pytest.mark.model
@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        (
            "Helen Carrow attacked Martin Pell.",
            "Helen Carrow was in town with Martin Pell. She attacked him.",
        ),
        (
            "Helen Carrow attacked Martin Pell.",
            "Helen Carrow attacked Martin Pell, Rosa Whitlock said.",
        ),
    ],
)
def test_a_name_is_surer_than_a_pronoun_and_the_article_than_a_third_party(read, surer, less_sure):
    high, low = (max(s.confidence for s in read(text).statements) for text in (surer, less_sure))
    assert high > low
