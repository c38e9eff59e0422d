"""Words that somebody pastes are found where they stand, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import InputError
from records import Document
from review.passages import find_passage, sentences

TEXT = (
    "Ada Quill came. “It’s a\n harbour tax,” she said. Bo Marsh came.\nNo sign ends this line\nCy Holt went!"
)
PAPER = Document(id="gazette-1", text=TEXT)

FOUND = [
    ("Ada Quill", "Ada Quill"),
    ("  Ada\n  Quill ", "Ada Quill"),
    ("a harbour tax", "a\n harbour tax"),
    ('"It\'s a harbour tax," she said.', "“It’s a\n harbour tax,” she said."),
    ("Bo Marsh came.", "Bo Marsh came."),
]


@pytest.mark.parametrize(("words", "found"), FOUND)
def test_words_are_found_whatever_the_white_space_and_the_quotation_marks(words, found):
    assert TEXT[slice(*find_passage(PAPER, words))] == found


REFUSED = [
    ("", None, "no words"),
    ("Di Lund", None, "does not stand in the document"),
    ("ada quill", None, "does not stand in the document"),
    ("came.", None, "stands there 2 times"),
    ("Bo Marsh", (0, 15), "does not stand in the passage"),
]


@pytest.mark.parametrize(("words", "within", "told"), REFUSED)
def test_what_does_not_stand_there_once_is_refused(words, within, told):
    with pytest.raises(InputError, match=told):
        find_passage(PAPER, words, within)


def test_what_stands_twice_is_found_within_a_passage():
    assert find_passage(PAPER, "came.", (0, 15)) == (10, 15)


def test_sentences_end_at_their_signs_and_at_the_end_of_a_line():
    assert [TEXT[slice(*span)] for span in sentences(PAPER)] == [
        "Ada Quill came.",
        "“It’s a",
        "harbour tax,” she said.",
        "Bo Marsh came.",
        "No sign ends this line",
        "Cy Holt went!",
    ]


@given(st.text(alphabet="ab .!\n'\"”", min_size=1).filter(str.strip))
def test_sentences_hold_everything_but_white_space(text):
    spans = sentences(Document(id="x", text=text))
    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
