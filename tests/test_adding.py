"""What people have coded in a document reaches it, whether the document is new or known already."""

from __future__ import annotations

from dataclasses import replace

import pytest

from records import Document, Reading
from store import Store
from tests.review.factory import document, entity, read
from workspace.adding import Added, unknown

PAPER = document()
CODED = tuple(
    replace(s, id=f"coded-{s.id}", method="import:dna:Otto", status="accepted") for s in read(PAPER)[:2]
)
PEOPLE = tuple(map(entity, ("Ada Quill", "Ada M. Quill", "Bo Marsh", "Cy Holt")))
BY_HAND = Reading(document=PAPER, statements=CODED, entities=PEOPLE)
MOVED = replace(PAPER, text=PAPER.text.replace("\n", "\n\n"))


@pytest.fixture
def store(tmp_path):
    """A database in which the machine has read the document."""
    with Store(f"sqlite:///{tmp_path}/h.db") as opened:
        opened.add(
            Reading(document=PAPER, statements=tuple(read(PAPER)), entities=PEOPLE), {"extractor": "1"}
        )
        yield opened


def given(item, store):
    """What is still to be read of the item, and what became of it."""
    result = Added()
    return list(unknown([item], store, result)), result


ITEMS = [
    # item -> known, coded
    (PAPER, 1, 0),
    (replace(BY_HAND, statements=()), 1, 0),
    (BY_HAND, 1, 2),
    (replace(BY_HAND, statements=CODED[:1]), 1, 1),
    (replace(BY_HAND, statements=(*read(PAPER), *CODED)), 1, 2),
]


@pytest.mark.parametrize(("item", "known", "coded"), ITEMS)
def test_what_was_coded_in_a_known_document_is_kept_once(store, item, known, coded):
    left, result = given(item, store)
    assert (left, result.known, result.coded) == ([], known, coded)
    assert (result.coders, result.coded_in) == (({"Otto"}, 1) if coded else (set(), 0))
    assert len(store.statements()) == 5 + coded
    assert given(item, store)[1].coded == 0


def test_it_outlives_a_better_reading(store):
    given(BY_HAND, store)
    store.replace(Reading(document=PAPER), {"extractor": "2"})
    assert store.statements() == list(CODED)


def test_where_the_white_space_has_moved_the_codings_are_refused_and_not_lost_in_silence(store):
    [failure], result = given(replace(BY_HAND, document=MOVED), store)
    assert "white space" in failure.error.what and failure.source == PAPER.id
    assert (result.known, result.coded, len(store.statements())) == (0, 0, 5)


def test_what_is_new_is_still_to_be_read(store):
    other = Document(id="gazette-2", text="Another text.")
    assert given(other, store)[0] == [other]
