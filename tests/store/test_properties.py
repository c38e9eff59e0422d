"""Whatever a record may hold, the store gives back; whatever the order of adding, it says the same."""

from __future__ import annotations

from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from records import (
    ACTOR_TYPES,
    ENTITY_TYPES,
    MODALITIES,
    POLARITY,
    STATUSES,
    VOICES,
    Document,
    Entity,
    Reading,
    Statement,
)
from store.entities import merge
from store.schema import documents

# PostgreSQL keeps no zero in a text; `ingest` takes control characters out.
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
NAMES = WORDS.filter(str.strip)
DAYS = st.none() | st.dates().map(lambda day: day.isoformat())
SPANS = st.tuples(st.integers(0, 9**9), st.integers(0, 9**9)).map(lambda pair: tuple(sorted(pair)))


@st.composite
def statements(draw, document: Document) -> Statement:
    family = draw(st.sampled_from(sorted(POLARITY)))
    voice = draw(st.sampled_from(sorted(VOICES)))
    start = draw(st.integers(0, len(document.text)))
    end = draw(st.integers(start, len(document.text)))
    return Statement(
        id=draw(NAMES),
        document=document.id,
        actor=draw(NAMES),
        actor_id=draw(NAMES),
        actor_type=draw(st.sampled_from(sorted(ACTOR_TYPES))),
        actor_party=draw(st.none() | WORDS),
        relation=draw(NAMES),
        family=family,
        polarity=POLARITY[family],
        target=draw(NAMES),
        target_id=draw(NAMES),
        target_type=draw(st.sampled_from(sorted(ENTITY_TYPES))),
        target_party=draw(st.none() | WORDS),
        voice=voice,
        attributed_to=draw(WORDS) if voice == "nested" else None,
        negated=draw(st.booleans()),
        evidence=document.text[start:end],
        start=start,
        end=end,
        actor_span=draw(SPANS),
        cue_span=draw(SPANS),
        target_span=draw(SPANS),
        date=draw(DAYS),
        modality=draw(st.sampled_from(sorted(MODALITIES))),
        confidence=draw(st.none() | st.floats(0, 1)),
        method=draw(WORDS),
        status=draw(st.sampled_from(sorted(STATUSES))),
        outlet=draw(WORDS),
    )


@st.composite
def entities(draw, ids=NAMES) -> Entity:
    return Entity(
        id=draw(ids),
        name=draw(NAMES),
        type=draw(st.sampled_from(sorted(ENTITY_TYPES))),
        party=draw(st.none() | WORDS),
        roles=tuple(draw(st.lists(WORDS, max_size=3))),
        gender=draw(st.none() | WORDS),
        wikidata=draw(st.none() | WORDS),
        other_names=tuple(draw(st.lists(WORDS, max_size=3))),
    )


@st.composite
def readings(draw) -> Reading:
    document = Document(
        id=draw(NAMES), text=draw(NAMES), title=draw(WORDS), date=draw(DAYS), outlet=draw(WORDS)
    )
    found = draw(st.lists(statements(document), max_size=3, unique_by=lambda statement: statement.id))
    named = draw(st.lists(entities(), max_size=3, unique_by=lambda entity: entity.id))
    return Reading(document=document, statements=tuple(found), entities=tuple(named))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings())
def test_a_reading_comes_back_as_it_went_in(store, reading):
    with store._writing() as connection:
        connection.execute(delete(documents))
    assert store.add(reading, {})
    assert store.reading(reading.document.id) == reading
    assert not store.add(reading, {})
    assert store.statements() == list(reading.statements)
    store.replace(reading, {"extractor": "2"})
    assert store.reading(reading.document.id) == reading


DESCRIPTIONS = st.tuples(
    st.sampled_from(["", "2031-01-01", "2031-01-02"]), entities(st.sampled_from(["x", "y"]))
)


@settings(max_examples=40)
@given(st.lists(DESCRIPTIONS, max_size=4))
def test_the_order_of_adding_is_no_matter(descriptions):
    merged = merge(descriptions)
    assert all(merge(order) == merged for order in permutations(descriptions))
    assert set(merged) == {entity.id for _day, entity in descriptions}
