"""Forms of verbs: each belongs to one verb, the same on every run."""

from __future__ import annotations

import pytest
import spacy

from nlp.inflections import forms_of, teach_inflections

VERBS = ("not", "note", "hop", "hope", "retweet", "rebut")


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("form", "verb"),
    [("noted", "note"), ("hoping", "hope"), ("nots", "not"), ("hopes", "hope"), ("retweeted", "retweet")],
)
def test_a_form_is_of_the_verb_nearest_to_it(form, verb, order):
    assert forms_of(spacy.blank("en"), VERBS[::order])[form] == verb


@pytest.mark.model
def test_the_lemmatizer_learns_the_same_verb(extractor):
    table = extractor.model.get_pipe("lemmatizer").lookups.get_table("lemma_exc")["verb"]
    assert table["noted"] == ["note"]
    assert table["retweeted"] == ["retweet"]


def test_a_model_without_a_lemmatizer_is_left_as_it_is():
    model = spacy.blank("en")
    teach_inflections(model, VERBS)
    assert model.pipe_names == []
