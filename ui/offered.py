"""What the filters offer: the words that occur in the database, the most frequent first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

import streamlit as st

from records import POLARITY
from ui.state import corpus

MOST = 1_000  # names that a list holds; others are typed

VOICES = {
    "outlet": "told by the article",
    "direct": "quoted speech",
    "reported": "reported speech",
    "nested": "told by others",
}
"""Voice of a statement -> what it is, in words."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """Words by what they are; names of people and things are cut at MOST."""

    actors: Words  # who acts, and the parties they belong to
    targets: Words  # whom or what statements are about, and their parties
    people: Words  # people and organisations, on either side
    parties: Words
    everybody: Words  # whatever is in the graph
    families: Words
    relations: Words
    outlets: Words
    voices: Words
    first: str  # ISO day of the oldest statement; "" where nothing is dated
    last: str


def offered() -> Offered:
    """What there is to choose from now."""
    return _offered(corpus().revision)


@st.cache_resource(max_entries=2, show_spinner=False)
def _offered(revision: int) -> Offered:
    found = corpus().totals
    return Offered(
        actors=_frequent(found.words["actors"]),
        targets=_frequent(found.words["targets"]),
        people=_frequent(found.words["people"]),
        parties=_frequent(found.words["parties"]),
        everybody=_frequent(found.words["names"]),
        families=tuple(family for family in POLARITY if family in found.words["families"]),
        relations=_frequent(found.words["relations"]),
        outlets=_frequent(found.words["outlets"]),
        voices=tuple(voice for voice in VOICES if voice in found.words["voices"]),
        first=found.first,
        last=found.last,
    )


def _frequent(counted: Mapping[str, int]) -> Words:
    return tuple(islice(counted, MOST))
