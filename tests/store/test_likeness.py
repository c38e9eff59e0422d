"""Near-duplicates are found among many texts, and nothing else is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.likeness import BANDS, NEAR, bands, jaccard, shingles

LEXICON = [f"word{number}" for number in range(3000)]


def story(seed: int, size: int = 400) -> list[str]:
    return random.Random(seed).choices(LEXICON, k=size)


def cut(words: list[str], share: float) -> list[str]:
    """The end left out, as for want of space."""
    return words[: int(len(words) * share)]


def edited(words: list[str], share: float) -> list[str]:
    """So many of the words replaced, here and there."""
    chance = random.Random(5)
    return [chance.choice(LEXICON) if chance.random() < share else word for word in words]


CASES = [
    # what was made of a text                                       whether it is a report of it
    (lambda words: words, True),
    (lambda words: ["NEWPORT", "(Bell)", "–", *words, "ENDS"], True),
    (lambda words: [word.upper() for word in words], True),
    (lambda words: cut(words, 0.8), True),
    (lambda words: edited(words, 0.05), True),
    (lambda words: words[100:] + words[:100], True),
    (lambda words: cut(words, 0.4), False),
    (lambda words: edited(words, 0.4), False),
    (lambda words: cut(words, 0.3) + story(99, 280), False),
    (lambda words: story(99), False),
]


@pytest.mark.parametrize(("change", "near"), CASES)
@pytest.mark.parametrize("seed", range(3))
def test_a_report_is_told_from_another_text(change, near, seed):
    text, other = " ".join(story(seed)), " ".join(change(story(seed)))
    assert (jaccard(shingles(text), shingles(other)) >= NEAR) is near
    if near:
        assert set(bands(text)) & set(bands(other))


def test_hardly_any_two_other_texts_need_comparing():
    keys = [set(bands(" ".join(story(seed)))) for seed in range(60)]
    pairs = [(one, other) for place, one in enumerate(keys) for other in keys[:place]]
    assert sum(bool(one & other) for one, other in pairs) == 0


def test_short_texts_are_never_near():
    assert bands("I condemn this attack in the strongest terms. " * 2) == ()
    assert bands("") == ()


KNOWN = (
    5903623518122950739,
    4932585980878202588,
    5561760843163385986,
)  # changes only with a migration that computes all bands anew


def test_what_is_stored_is_the_same_on_every_machine():
    assert bands(" ".join(story(0)))[:3] == KNOWN


@given(st.text(), st.text())
def test_likeness_is_mutual_and_between_0_and_1(one, other):
    found = jaccard(shingles(one), shingles(other))
    assert found == jaccard(shingles(other), shingles(one))
    assert 0 <= found <= 1


@given(st.lists(st.sampled_from(LEXICON), min_size=60, max_size=90, unique=True))
def test_there_is_one_number_for_each_band(words):
    keys = bands(" ".join(words))
    assert len(set(keys)) == BANDS
    assert all(-(2**63) <= key < 2**63 for key in keys)
