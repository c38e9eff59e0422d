"""The records: what they refuse, and that they come back from JSON as they went."""

from __future__ import annotations

import json
import re
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import RecordError
from records import (
    ACTOR_TYPES,
    ENTITY_TYPES,
    MODALITIES,
    POLARITY,
    STATUSES,
    VOICES,
    Attribution,
    Document,
    Entity,
    Mention,
    Statement,
    check_statement,
    checked_date,
    digest,
    slug,
)

TEXT = "Marta Quill criticised Owen Tarrow over the harbour plan."
DOCUMENT = Document(id="plan", text=TEXT, date="2024-03-12", outlet="The Tidewater Post")
STATEMENT = Statement(
    id="plan-1", document="plan", actor="Marta Quill", actor_id="marta-quill", actor_type="person",
    relation="criticised", family="opposition", polarity=-1,
    target="Owen Tarrow", target_id="owen-tarrow", target_type="person",
    evidence=TEXT, start=0, end=len(TEXT), actor_span=(0, 11), cue_span=(12, 22), target_span=(23, 34),
)  # fmt: skip

EXAMPLE = """
{"id": "s1", "document": "d1", "actor": "Wes Streeting", "actor_id": "wes-streeting", "actor_type": "person",
 "relation": "criticised", "family": "opposition", "polarity": -1,
 "target": "Elon Musk", "target_id": "elon-musk", "target_type": "person",
 "voice": "direct", "attributed_to": null, "negated": false,
 "evidence": "", "start": 0, "end": 0,
 "actor_span": [0, 0], "cue_span": [0, 0], "target_span": [0, 0],
 "date": "2025-01-05", "modality": "asserted", "confidence": 0.93, "method": "rule:evaluative-predicate", "status": "proposed"}
"""

words = st.text(min_size=1, max_size=30).filter(str.strip)
maybe = st.none() | st.text(max_size=20)
days = st.none() | st.dates().map(str)
spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: tuple(sorted(pair)))
pieces = st.lists(spans, max_size=3).map(tuple)

documents = st.builds(
    Document,
    id=words,
    text=words,
    title=st.text(),
    date=days,
    outlet=st.text(),
    url=st.text(),
    source=st.text(),
)
entities = st.builds(
    Entity, id=words, name=words, type=st.sampled_from(sorted(ENTITY_TYPES)), party=maybe,
    roles=st.lists(words).map(tuple), gender=maybe, wikidata=maybe, other_names=st.lists(words).map(tuple),
)  # fmt: skip
mentions = spans.flatmap(
    lambda span: st.builds(Mention, start=st.just(span[0]), end=st.just(span[1]), entity_id=words)
)
attributions = st.builds(
    Attribution, source=pieces, cue=pieces, content=pieces, entity_id=maybe, direct=st.booleans()
)


@st.composite
def statements(draw) -> Statement:
    family = draw(st.sampled_from(sorted(POLARITY)))
    voice = draw(st.sampled_from(sorted(VOICES)))
    evidence, start = draw(st.text(max_size=40)), draw(st.integers(0, 500))
    choices = {
        "actor_type": ACTOR_TYPES,
        "target_type": ENTITY_TYPES,
        "modality": MODALITIES,
        "status": STATUSES,
    }
    return Statement(
        **{
            name: draw(words)
            for name in ("id", "document", "actor", "actor_id", "relation", "target", "target_id")
        },
        **{name: draw(st.sampled_from(sorted(values))) for name, values in choices.items()},
        **{name: draw(spans) for name in ("actor_span", "cue_span", "target_span")},
        family=family,
        polarity=POLARITY[family],
        voice=voice,
        attributed_to=draw(words) if voice == "nested" else None,
        negated=draw(st.booleans()),
        evidence=evidence,
        start=start,
        end=start + len(evidence),
        date=draw(days),
        confidence=draw(st.none() | st.floats(0, 1)),
        method=draw(st.text()),
        actor_party=draw(maybe),
        target_party=draw(maybe),
        outlet=draw(st.text()),
    )


@given(documents | entities | mentions | attributions | statements())
def test_every_record_comes_back_from_json(record):
    assert type(record).from_json(json.loads(json.dumps(record.to_json()))) == record


@given(statements())
def test_json_holds_the_names_and_types_of_the_contract(statement):
    example = json.loads(EXAMPLE)
    written = statement.to_json()
    assert set(example) <= set(written)
    assert all(isinstance(written[name], list) for name in ("actor_span", "cue_span", "target_span"))


def test_the_contracts_example_is_a_statement():
    statement = Statement.from_json(json.loads(EXAMPLE))
    assert (statement.actor_id, statement.relation, statement.target_id) == (
        "wes-streeting",
        "criticised",
        "elon-musk",
    )
    assert statement.actor_span == (0, 0) and statement.confidence == 0.93 and statement.makes_edge


CONTRADICTIONS = [
    ({"polarity": 1},                       "polarity 1 does not fit family 'opposition'.*It is -1"),
    ({"family": "support"},                 "polarity -1 does not fit family 'support'.*It is 1"),
    ({"family": "hatred"},                  "family 'hatred' is unknown.*Use one of: action, affiliation"),
    ({"actor_type": "issue"},               "actor_type 'issue' is unknown.*Use one of: organization, party, person"),
    ({"target_type": "idea"},               "target_type 'idea' is unknown"),
    ({"voice": "rumour"},                   "voice 'rumour' is unknown"),
    ({"modality": "perhaps"},               "modality 'perhaps' is unknown"),
    ({"status": "maybe"},                   "status 'maybe' is unknown"),
    ({"voice": "nested"},                   "'attributed_to' goes with voice 'nested'"),
    ({"attributed_to": "ann"},              "'attributed_to' goes with voice 'nested'"),
    ({"confidence": 1.01},                  "confidence 1.01 is not between 0 and 1"),
    ({"confidence": -0.1},                  "confidence -0.1 is not between 0 and 1"),
    ({"date": "2025-02-31"},                "'2025-02-31' is not a date.*year-month-day"),
    ({"evidence": "Marta"},                 "evidence and its span differ in length"),
    ({"start": -1},                         "evidence span -1–57 does not run forwards from 0"),
    ({"actor_span": (5, 2)},                "actor_span span 5–2 does not run forwards"),
    ({"cue_span": (-1, 2)},                 "cue_span span -1–2 does not run forwards"),
    ({"target_span": (9, 8)},               "target_span span 9–8 does not run forwards"),
]  # fmt: skip


@pytest.mark.parametrize("changes, message", CONTRADICTIONS)
def test_a_statement_that_contradicts_itself(changes, message):
    with pytest.raises(RecordError, match=f"plan-1: {message}"):
        replace(STATEMENT, **changes)


FAULTS = [
    (lambda: Document(id="", text="Ann."),                          "a document needs an id"),
    (lambda: Document(id="a", text=" \n"),                          "a: the document is empty. Give a text"),
    (lambda: Document(id="a", text="Ann.", date="31 May"),          "a: '31 May' is not a date"),
    (lambda: Entity(id="", name="Ann", type="person"),              "an entity needs an id and a name"),
    (lambda: Entity(id="ann", name="", type="person"),              "an entity needs an id and a name"),
    (lambda: Entity(id="ann", name="Ann", type="body"),             "ann: type 'body' is unknown"),
    (lambda: Mention(start=3, end=2, entity_id="ann"),              "ann: mention span 3–2 does not run forwards"),
    (lambda: Attribution(source=(), cue=((2, 1),), content=()),     "cue span 2–1 does not run forwards"),
    (lambda: Document.from_json({"id": "a"}),                       "Document: .*missing.*text"),
    (lambda: Document.from_json({"id": "a", "text": "Ann.", "x": 1, "b": 2}), "Document: unknown field b, x"),
]  # fmt: skip


@pytest.mark.parametrize("make, message", FAULTS, ids=[message for _, message in FAULTS])
def test_a_record_that_cannot_be(make, message):
    with pytest.raises(RecordError, match=message):
        make()


def test_records_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        DOCUMENT.text = "Another text."


EDGES = [
    ({}, True),
    ({"negated": True}, False),
    ({"modality": "hypothetical"}, False),
    ({"modality": "future"}, False),
    ({"modality": "question"}, False),
    ({"status": "accepted"}, True),
    ({"status": "rejected"}, False),
]


@pytest.mark.parametrize("changes, drawn", EDGES)
def test_what_makes_an_edge(changes, drawn):
    assert replace(STATEMENT, **changes).makes_edge is drawn


def test_a_statement_that_fits_its_document():
    check_statement(STATEMENT, DOCUMENT)


MISFITS = [
    (
        STATEMENT,
        replace(DOCUMENT, text="Marta Quill"),
        "target_span ends behind the text of 11 characters|cue_span ends",
    ),
    (
        STATEMENT,
        replace(DOCUMENT, text=TEXT.replace("Marta", "Wanda")),
        "the evidence is not what the document says",
    ),
]


@pytest.mark.parametrize("statement, document, message", MISFITS)
def test_a_statement_that_does_not_fit_its_document(statement, document, message):
    with pytest.raises(RecordError, match=message):
        check_statement(statement, document)


@given(words, st.sampled_from([" ", "\n", "\t ", " \n\n"]))
def test_white_space_does_not_make_another_document(text, space):
    one = Document(id="a", text=f"{text} Ann spoke.")
    two = Document(id="b", text=f"{space}{text}{space}Ann{space}spoke.{space}")
    assert one.hash == two.hash


def test_other_words_make_another_document():
    assert DOCUMENT.hash != replace(DOCUMENT, text=TEXT.lower()).hash


SLUGS = [
    ("Marta Quill", "marta-quill"),
    ("  Síle O’Hara-Ní  ", "sile-ohara-ni"),
    ("Órla O'Hara", "orla-ohara"),
    ("Ministry of Ports & Docks", "ministry-of-ports-docks"),
]


@pytest.mark.parametrize("name, expected", SLUGS)
def test_slug(name, expected):
    assert slug(name) == expected


@given(st.text())
def test_a_slug_is_never_empty_and_stays_itself(text):
    name = slug(text)
    assert name and slug(name) == name


def test_digest():
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert len(digest("half \ud83d")) == 64


@given(st.dates())
def test_days_stay_as_they_are(day):
    assert checked_date(day.isoformat(), "here") == day.isoformat()


KINDS = [
    (Document, {"id": "a", "text": 5}, "'text' cannot be 5"),
    (Document, {"id": "a", "text": "b", "title": 5}, "'title' cannot be 5"),
    (Document, {"id": "a", "text": "b", "language": None}, "'language' cannot be None"),
    (Entity, {"id": "a", "name": "A", "type": "person", "roles": "x"}, "'roles' cannot be 'x'"),
    (Mention, {"start": 0.5, "end": 1, "entity_id": "a"}, "'start' cannot be 0.5"),
    (Attribution, {"source": [[0, 1, 2]], "cue": [], "content": []}, "'source' cannot be"),
]


@pytest.mark.parametrize(("record", "data", "told"), KINDS)
def test_a_value_of_another_kind_is_told(record, data, told):
    with pytest.raises(RecordError, match=re.escape(told)):
        record.from_json(data)
