"""Who says it: the voice of a statement, and who speaks a quotation."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

# text · voice of its one statement · id of whoever reports it
VOICES = [
    ("Helen Carrow criticised Martin Pell.", "outlet", None),
    ("Martin Pell was attacked by Helen Carrow on Monday.", "outlet", None),
    ("“I condemn Martin Pell,” Helen Carrow said.", "direct", None),
    ("“Martin Pell is a coward,” said Helen Carrow.", "direct", None),
    ('Helen Carrow said: "Martin Pell is a coward."', "direct", None),
    ("Helen Carrow said the harbour scheme was “shameful”.", "direct", None),
    ("“I believe Martin Pell is a coward,” Helen Carrow said.", "direct", None),
    ("Helen Carrow said that Martin Pell was a coward.", "reported", None),
    ("Helen Carrow said she opposed the harbour bill.", "reported", None),
    ("Martin Pell was a coward, Helen Carrow said.", "reported", None),
    ("Rosa Whitlock said that Helen Carrow had criticised Martin Pell.", "nested", "rosa-whitlock"),
    ("“Helen Carrow attacked Martin Pell,” Rosa Whitlock said.", "nested", "rosa-whitlock"),
    ("According to Rosa Whitlock, Helen Carrow attacked Martin Pell.", "nested", "rosa-whitlock"),
    ("Rosa Whitlock told the inquest that Helen Carrow backed Martin Pell.", "nested", "rosa-whitlock"),
]


@pytest.mark.parametrize(("text", "voice", "by"), VOICES)
def test_voice(read, text, voice, by):
    statements = [s for s in read(text).statements if s.makes_edge]
    assert [(s.actor, s.voice, s.attributed_to) for s in statements] == [("Helen Carrow", voice, by)]


# text · for each quotation its speaker's id, None where the text names nobody
SPEAKERS = [
    ("“The pier is closed,” Helen Carrow said.", ["helen-carrow"]),
    ("“The pier is closed,” said Helen Carrow.", ["helen-carrow"]),
    ('"The pier is closed," Helen Carrow told reporters in Leeds.', ["helen-carrow"]),
    ("Helen Carrow said: “The pier is closed.”", ["helen-carrow"]),
    ("Helen Carrow said the pier was “closed for good”.", ["helen-carrow"]),
    ("“The pier,” Helen Carrow said, “is closed.”", ["helen-carrow", "helen-carrow"]),
    ("“The pier is closed,” Helen Carrow said. “It will stay closed.”", ["helen-carrow", "helen-carrow"]),
    ("“The pier is closed,” she said. Helen Carrow then left.", [None]),
    ("Helen Carrow arrived. “The pier is closed,” she said.", ["helen-carrow"]),
    ("“The pier is closed,” Helen Carrow said.\n\n“It will stay closed.”", ["helen-carrow", "helen-carrow"]),
    ("Helen Carrow said: “The pier is closed.\n\n“It will stay closed.”", ["helen-carrow", "helen-carrow"]),
    (
        "“The pier is closed,” Helen Carrow said.\n\n“It is open,” said Martin Pell.",
        ["helen-carrow", "martin-pell"],
    ),
    ("“The pier is closed,” said Helen Carrow, the harbour minister.", ["helen-carrow"]),
    ("“The pier is closed.”", [None]),
    ("“The pier is closed,” read a sign.", [None]),
    ("Helen Carrow walked along the pier. Its motto is “Open to all”.", [None]),
    ("Helen Carrow left.\n\nThe sign at the gate was new.\n\n“The pier is closed.”", [None]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_speakers_of_quotations(read, text, speakers):
    reading = read(text)
    quoted = [speaker_of(reading, quotation) for quotation in sorted(quotations(reading.document.text))]
    assert quoted == speakers


def speaker_of(reading, quotation):
    """Whose content the quotation is, or is part of: what a cue interrupts or continues is one attribution."""
    start, end = quotation
    for attribution in reading.attributions:
        if attribution.direct and any(a <= start and end <= b for a, b in attribution.content):
            return attribution.entity_id
    return None


def quotations(text: str) -> list[tuple[int, int]]:
    """The characters between quotation marks; one that is never closed runs to the end of its paragraph."""
    spans, opened = [], None
    for place, mark in enumerate(text):
        if mark == "“" or (mark == '"' and opened is None):
            opened = place + 1
        elif opened is not None and (mark in '”"' or mark == "\n"):
            spans.append((opened, place))
            opened = None
    return spans


# text · (source, cue, content) of its one reported clause
REPORTED = [
    ("Helen Carrow said that the pier was closed.", ("Helen Carrow", "said", "that the pier was closed")),
    ("Martin Pell believes the pier is safe.", ("Martin Pell", "believes", "the pier is safe")),
    ("The mayor warned that the pier might fall.", ("The mayor", "warned", "that the pier might fall")),
]


@pytest.mark.parametrize(("text", "parts"), REPORTED)
def test_reported_clauses(read, text, parts):
    (attribution,) = read(text).attributions
    shown = (attribution.source[0], attribution.cue[0], attribution.content[0])
    assert tuple(text[start:end] for start, end in shown) == parts
    assert not attribution.direct


def test_the_evidence_of_a_quotation_reaches_its_speaker(read):
    text = "“Martin Pell is a coward. He misled the public,” Helen Carrow said on Monday."
    for statement in read(text).statements:
        assert "Helen Carrow" in statement.evidence
        assert text[slice(*statement.actor_span)] == "Helen Carrow"


def test_a_quotation_inside_a_report_belongs_to_the_inner_speaker(check):
    check(
        "Rosa Whitlock said that Helen Carrow had called Martin Pell “a coward”.",
        "Helen Carrow opposes Martin Pell",
    )


TURNS = [
    (
        "Helen Carrow: I condemn Martin Pell.\n\nMartin Pell: I thank Helen Carrow.",
        ["helen-carrow", "martin-pell"],
    ),
    ("MR PELL: The pier is closed.\n\nMartin Pell: It will stay closed.", ["martin-pell", "martin-pell"]),
    ("Helen Carrow spoke at noon: the pier is closed.", []),
]


@pytest.mark.parametrize(("text", "speakers"), TURNS)
def test_turns_of_a_transcript_are_their_speakers(read, text, speakers):
    assert [a.entity_id for a in read(text).attributions if a.direct] == speakers


def test_first_person_in_a_transcript_is_its_speaker(check):
    check(
        "Helen Carrow: I condemn Martin Pell.\n\nMartin Pell: I thank Helen Carrow.",
        "Helen Carrow opposes Martin Pell; Martin Pell supports Helen Carrow",
    )
