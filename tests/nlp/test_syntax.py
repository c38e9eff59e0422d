"""The dependents of a token are those that spaCy gives, in the same order."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from nlp.syntax import child_labels, children

VOCAB = spacy.blank("en").vocab
WORDS = ["Vela", "and", "Orrin", "criticised", "the", "plan"]
LABELS = ["nsubj", "cc", "conj", "ROOT", "det", "dobj"]


@pytest.mark.parametrize(
    ("heads", "index", "labels", "found"),
    [
        ([3, 0, 0, 3, 5, 3], 3, ("nsubj", "dobj"), ["Vela", "plan"]),
        ([3, 0, 0, 3, 5, 3], 3, ("conj",), []),
        ([3, 0, 0, 3, 5, 3], 3, (), []),
        ([3, 0, 0, 3, 5, 3], 0, ("conj", "cc"), ["and", "Orrin"]),
        (
            [3, 0, 3, 3, 0, 3],
            0,
            ("det", "cc"),
            ["and", "the"],
        ),  # lines that cross, as what is carried back may have
        ([3, 0, 0, 3, 5, 3], 4, ("det",), []),
    ],
)
def test_children(heads, index, labels, found):
    doc = Doc(VOCAB, WORDS, heads=heads, deps=LABELS)
    assert [child.text for child in children(doc[index], *labels)] == found


@pytest.mark.model
def test_they_are_spacy_s_own(extractor):
    (doc,) = extractor.parse(
        ["“The bill,” said Ada Vela, “is a disaster.” She wants it gone.\n\nOrrin, a friend, agreed."]
    )
    for token in doc:
        assert child_labels(token) == [child.dep_ for child in token.children]
        assert children(token, *child_labels(token)) == list(token.children)
