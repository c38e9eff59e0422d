from __future__ import annotations

import pytest

from records import Entity, Reading
from store import Store
from store.entities import merge


def ada(**facts) -> Entity:
    return Entity(**{"id": "ada", "name": "Ada Quill", "type": "person", **facts})


CASES = [
    # what the documents say, by day                                              what is known in the end
    ([("2031-01-01", ada(party="Lanterns")), ("2031-01-02", ada())], ada(party="Lanterns")),
    ([("2031-01-01", ada(party="Lanterns")), ("2031-01-02", ada(party="Anchors"))], ada(party="Anchors")),
    ([("2031-01-02", ada(party="Lanterns")), ("", ada(party="Anchors"))], ada(party="Lanterns")),
    ([("2031-01-01", ada(roles=("mayor",))), ("2031-01-02", ada(roles=("MP",)))], ada(roles=("MP",))),
    ([("2031-01-01", ada(roles=("mayor",))), ("2031-01-01", ada(roles=("MP",)))], ada(roles=("MP", "mayor"))),
    ([("2031-01-01", ada(roles=("mayor",))), ("2031-01-02", ada())], ada(roles=("mayor",))),
    (
        [("2031-01-01", ada(name="Ada")), ("2031-01-02", ada(other_names=("A. Q.",)))],
        ada(other_names=("Ada", "A. Q.")),
    ),
    ([("2031-01-01", ada(wikidata="Q0", gender="female")), ("", ada())], ada(wikidata="Q0", gender="female")),
]


@pytest.mark.parametrize(("descriptions", "known"), CASES)
def test_the_latest_that_is_known_counts(descriptions, known):
    assert merge(descriptions) == {"ada": known}


def test_the_store_merges_by_the_date_of_the_document(url, make_reading):
    later = make_reading(id="later", date="2031-02-01")
    earlier = make_reading(id="earlier", text="Ada Quill criticised Bo Marsh once more.", date="2031-01-01")
    earlier = Reading(
        document=earlier.document, entities=(ada(id="ada-quill", party="Anchors", roles=("MP",)),)
    )
    with Store(url) as store:
        for reading in (later, earlier):
            store.add(reading, {})
        found = store.entities()
    assert list(found) == ["ada-quill", "bo-marsh"]
    assert (found["ada-quill"].party, found["ada-quill"].roles) == ("Lanterns", ("mayor",))
