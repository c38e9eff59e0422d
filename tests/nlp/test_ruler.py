"""The quick ruler sets exactly what the model's own attribute ruler sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from nlp.parsing import DEFAULT_MODEL, load_model
from nlp.ruler import QuickRuler

VOCAB = spacy.blank("en").vocab
SET = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
TEXTS = [
    json.loads(path.read_text(encoding="utf-8"))["text"]
    for path in sorted((Path(__file__).parent / "texts").glob("*.json"))
]
SLANG = "Ain't nothin' doin', y'all? We gotta go. Let's c'm on,  'nuff said; I can't, he'd gone.\n\n And there is."

DOC = {
    "words": ["The", "Mayor", "isn", "t", "gon", "na", "go"],
    "tags": ["DT", "NN", "VBZ", "RB", "VBG", "TO", "VB"],
    "deps": ["det", "nsubj", "aux", "neg", "ROOT", "aux", "xcomp"],
    "heads": [1, 4, 4, 4, 4, 6, 4],
}


@pytest.mark.model
def test_the_same_is_set_as_by_the_model():
    model = spacy.load(DEFAULT_MODEL)
    own, quick = model.get_pipe("attribute_ruler"), QuickRuler(model.get_pipe("attribute_ruler"))
    for text in [*TEXTS, SLANG, " "]:
        first, second = model.make_doc(text), model.make_doc(text)
        for doc in (first, second):
            for name in ("tok2vec", "tagger", "parser"):
                model.get_pipe(name)(doc)
        assert (own(first).to_array(SET) == quick(second).to_array(SET)).all()
    assert quick.simple
    assert len(quick.rest)


@pytest.mark.model
def test_it_stands_in_for_the_model_s_own():
    assert "hustings_ruler" in load_model().pipe_names
    assert "attribute_ruler" not in load_model().pipe_names


@pytest.mark.parametrize(
    ("patterns", "index", "set_on"),
    [
        ([[{"TAG": "NN"}]], 0, [1]),
        ([[{"TAG": "NN", "LOWER": "mayor"}]], 0, [1]),
        ([[{"TAG": "NN", "LOWER": "harbour"}]], 0, []),
        ([[{"LOWER": {"IN": ["the", "go"]}}]], 0, [0, 6]),
        ([[{"LOWER": {"NOT_IN": ["the", "mayor", "isn", "t"]}}]], 0, [4, 5, 6]),
        ([[{"TAG": {"IN": ["TO", "VB"]}, "DEP": {"NOT_IN": ["aux"]}}]], 0, [6]),
        ([[{"IS_SPACE": True}]], 0, []),
        ([[{"IS_SPACE": False, "TAG": "NN"}]], 0, [1]),
        ([[{"LOWER": "gon"}, {"LOWER": "na"}]], 1, [5]),
        ([[{"LOWER": "gon"}, {"LOWER": "na"}]], -2, [4]),
        ([[{"LOWER": {"REGEX": "^m"}}]], 0, [1]),
        ([[{"TAG": "DT"}], [{"TAG": "RB"}]], 0, [0, 3]),
    ],
)
def test_every_form_of_pattern(patterns, index, set_on):
    ruler = AttributeRuler(VOCAB)
    ruler.add(patterns, {"LEMMA": "set"}, index)
    own, quick = ruler(Doc(VOCAB, **DOC)), QuickRuler(ruler)(Doc(VOCAB, **DOC))
    assert [token.i for token in quick if token.lemma_ == "set"] == set_on
    assert (own.to_array(SET) == quick.to_array(SET)).all()


def test_of_several_patterns_the_last_wins():
    ruler = AttributeRuler(VOCAB)
    ruler.add([[{"LOWER": "gon"}, {"LOWER": "na"}]], {"LEMMA": "first"})
    ruler.add([[{"LOWER": "gon"}]], {"LEMMA": "second"})
    assert QuickRuler(ruler)(Doc(VOCAB, **DOC))[4].lemma_ == "second"
