from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from view.labels import LABEL_LENGTH, count, day, kind, plain, shorten


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Ann \n\t Archer ", "Ann Archer"),
        ("Ann\x00\x1b[31m", "Ann[31m"),
        ("safe\u202egpj.exe", "safegpj.exe"),  # right-to-left override
        ("a\ud800b", "ab"),
        ("👩\u200d🚒 محمد", "👩\u200d🚒 محمد"),
    ],
)
def test_plain(text, line):
    assert plain(text) == line


@given(st.text(alphabet=st.characters()))
def test_a_label_is_one_printable_line_of_bounded_length(text):
    label = shorten(text)
    assert len(label) <= LABEL_LENGTH
    assert label == plain(label)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in label)
    label.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ann Archer", "Ann Archer"),
        ("a full public inquiry into the quay contracts", "a full public inquiry into the…"),
        ("x" * 40, "x" * 31 + "…"),
        ("x" * 32, "x" * 32),
        ("", ""),
    ],
)
def test_shorten(text, label):
    assert shorten(text) == label


@pytest.mark.parametrize(
    ("date", "words"),
    [("2025-01-05", "5 January 2025"), ("2024-12-31", "31 December 2024"), ("spring", "spring"), ("", ""),
     ("2008-10", "October 2008"), ("2008-13", "2008-13"), ("2002", "2002")],
)  # fmt: skip
def test_day(date, words):
    assert day(date) == words


@pytest.mark.parametrize(("number", "words"), [(0, "0 replies"), (1, "1 reply"), (1204, "1,204 replies")])
def test_count(number, words):
    assert count(number, "reply", "replies") == words


@pytest.mark.parametrize(("type", "word"), [("organization", "organisation"), ("person", "person"), ("", "")])
def test_types_are_spelt_as_the_pages_spell(type, word):
    assert kind(type) == word
