"""Shapes that a position may take beside verb and object: nouns with a clause, doubts, tones, gifts, lost subjects."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

AGAINST, FOR = "Helen Carrow opposes Martin Pell", "Helen Carrow supports Martin Pell"

ACCUSATIONS = [
    ("Helen Carrow’s accusation that Martin Pell had hidden the letters surprised the town.", AGAINST),
    ("Helen Carrow repeated her claim that Martin Pell was a coward.", AGAINST),
    ("Helen Carrow repeated her claim that Martin Pell lived in Leeds.", ""),
    ("The accusation that hurt Martin Pell came from a neighbour of Helen Carrow.", ""),
]
DOUBTS = [
    ("Helen Carrow does not believe Martin Pell can mend the harbour.", AGAINST),
    ("Helen Carrow questioned whether Martin Pell had read the report.", AGAINST),
    ("Helen Carrow believes Martin Pell can swim.", ""),
    ("Helen Carrow does not believe Martin Pell will lose.", ""),
    ("Helen Carrow questioned Martin Pell on Monday about the tides.", AGAINST),
]
TONES = [
    ("Helen Carrow made disparaging remarks about Martin Pell.", AGAINST),
    ("Helen Carrow posted a glowing message about Martin Pell.", FOR),
    ("Helen Carrow posted a long message about Martin Pell.", ""),
    ("Martin Pell heard harsh words about the weather from Helen Carrow.", ""),
]
GIFTS = [
    ("Helen Carrow gave Martin Pell a warm endorsement.", FOR),
    ("Helen Carrow finally gave Martin Pell the nod.", FOR),
    ("Helen Carrow gave Martin Pell a lift.", ""),
    ("Martin Pell picked up the endorsement of Helen Carrow.", FOR),
    ("Martin Pell picked up the luggage of Helen Carrow.", ""),
    ("Martin Pell is hugely popular among Conservatives.", "Conservatives supports Martin Pell"),
    ("Martin Pell was walking among Conservatives.", ""),
]
LOST_SUBJECTS = [
    (
        "Speaking in Brackmouth, Helen Carrow, without naming him, also accused Martin Pell of cowardice.",
        AGAINST,
    ),
    ("But Helen Carrow, a longtime party agent, vouched for Martin Pell.", FOR),
    ("BRACKMOUTH (AP) - Helen Carrow, who needs a win, attacked Martin Pell on Friday.", AGAINST),
    ("In a letter to Helen Carrow, a ferry company thanked the town.", ""),
]
BELONGING = [
    ("Helen Carrow is one of those who have denounced Martin Pell.", AGAINST),
    ("Helen Carrow is not the only senator to back Martin Pell.", FOR),
    (
        "Helen Carrow has joined a growing list of mayors who have slammed Martin Pell.",
        f"{AGAINST}; Mayors opposes Martin Pell",
    ),
    ("Helen Carrow is not one of those who have denounced Martin Pell.", ""),
    ("Helen Carrow is a nurse and a supporter of Martin Pell.", FOR),
    ("Helen Carrow is a nurse and a friend of the harbour.", ""),
]
OWNED = [
    ("Helen Carrow mocked Martin Pell’s spelling.", AGAINST),
    ("Helen Carrow condemned Martin Pell’s dodging of the vote.", AGAINST),
    ("Helen Carrow challenged the trustworthiness of Martin Pell.", AGAINST),
    ("Helen Carrow endorsed the re-election of Martin Pell.", FOR),
    ("Helen Carrow praised Martin Pell’s gardener.", ""),
    ("Helen Carrow admired Martin Pell’s kitchen.", ""),
]
MAKERS = [
    ("The town recalls the attacks that Helen Carrow launched on Martin Pell.", AGAINST),
    ("The town recalls the attacks that Helen Carrow survived.", ""),
    ("Helen Carrow spent a fortune on ads attacking Martin Pell.", AGAINST),
    ("Helen Carrow spent a fortune on boats.", ""),
]
MOODS = [
    ("Helen Carrow is not only Martin Pell’s ally; she is his neighbour too.", FOR),
    ("Helen Carrow might still win after calling Martin Pell a liar.", AGAINST),
    ("Helen Carrow might win if she called Martin Pell a liar.", ""),
    ("Helen Carrow is not happy with Martin Pell.", AGAINST),
    ("Helen Carrow is worried that Martin Pell is wrecking the harbour.", AGAINST),
    ("Helen Carrow challenged Martin Pell for the seat.", ""),
    ("Helen Carrow challenged Martin Pell over the harbour.", AGAINST),
    ("Helen Carrow travelled to Brack to stump for Martin Pell.", FOR),
    ("Helen Carrow wants to stump for Martin Pell.", ""),
]
NAMES = [
    ("Helen Carrow called Martin Pell’s plan for the ferries “useless”.", AGAINST),
    ("Helen Carrow called Martin Pell’s plan for the ferries “blue”.", ""),
    ("It is wrong for Martin Pell to lock the gates, Helen Carrow said.", AGAINST),
]
PHRASES = [
    ("Helen Carrow hates Martin Pell.", AGAINST),
    ("Helen Carrow hopes Martin Pell will win.", FOR),
    ("Helen Carrow hopes Martin Pell will call.", ""),
    ("Helen Carrow is working to elect Martin Pell.", FOR),
    ("Helen Carrow wants to work, Martin Pell said.", ""),
    ("Helen Carrow helped Martin Pell win the vote.", FOR),
    ("Helen Carrow helped Martin Pell move a table.", ""),
    ("Helen Carrow has no plans to endorse Martin Pell.", AGAINST),
    ("Helen Carrow has plans to endorse Martin Pell next week.", FOR),
    ("Helen Carrow expressed anger that Martin Pell had stayed.", AGAINST),
    ("Helen Carrow expressed hope that Martin Pell had stayed.", ""),
    (
        "Helen Carrow and Martin Pell have been at odds for years.",
        f"{AGAINST}; Martin Pell opposes Helen Carrow",
    ),
    ("Helen Carrow and Martin Pell have been at home for years.", ""),
]
VIEWS = [
    ("In Helen Carrow’s view, Martin Pell is a crook.", AGAINST),
    ("To Helen Carrow, Martin Pell is an honest man.", FOR),
    ("In Helen Carrow’s garden, Martin Pell is a crook.", ""),
    ("Helen Carrow disavowed Martin Pell.", AGAINST),
]
ALL = (
    VIEWS,
    PHRASES,
    ACCUSATIONS,
    DOUBTS,
    TONES,
    GIFTS,
    LOST_SUBJECTS,
    BELONGING,
    OWNED,
    MAKERS,
    MOODS,
    NAMES,
)


@pytest.mark.parametrize(
    ("text", "edges"), [row for table in ALL for row in table], ids=lambda value: value[:60]
)
def test_shapes(check, text, edges):
    check(text, edges)
