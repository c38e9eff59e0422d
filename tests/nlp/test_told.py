"""Positions told of everybody, asked of others, or written in a headline: the rules' own tables."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

EVERYBODY = [
    ("“We can't afford Martin Pell,” said Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ("“You can't trust Martin Pell,” said Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ("“Nobody trusts Martin Pell,” said Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ("Walt Hale said the city deserves better than Dana Ferris.", "Walt Hale opposes Dana Ferris"),
    ("“We can do better than Dana Ferris,” said Walt Hale.", "Walt Hale opposes Dana Ferris"),
    (
        "“We can't afford four more years of Dana Ferris,” Walt Hale said.",
        "Walt Hale opposes Dana Ferris",
    ),
    ("“We can't afford a new roof,” Walt Hale told Dana Ferris.", ""),
    ("Dana Ferris can't afford Walt Hale, the mayor's office found.", ""),
    ("“We met Dana Ferris four years ago,” Walt Hale said.", ""),
]
OWN_CHOICE = [
    ("“I would choose Martin Pell,” said Helen Carrow.", "Helen Carrow supports Martin Pell"),
    ("“I'm with Martin Pell,” said Helen Carrow.", "Helen Carrow supports Martin Pell"),
    ("“I've been with Martin Pell twice,” said Helen Carrow.", ""),
    ("“I would choose Martin Pell if he ran,” said Helen Carrow.", ""),
    ("Helen Carrow was with Martin Pell in Brack.", ""),
]
UNMATCHED = [
    (
        "“Nobody has done more for veterans than Dana Ferris,” said Walt Hale.",
        "Walt Hale supports Dana Ferris",
    ),
    (
        "“There has never been a man or a woman more qualified than Dana Ferris,” said Walt Hale.",
        "Walt Hale supports Dana Ferris",
    ),
    ("“Nobody has done more to hurt veterans than Dana Ferris,” said Walt Hale.", "(* * *)"),
    ("“Nobody has seen more of the coast than Dana Ferris's dog,” said Walt Hale.", ""),
]
ASKED = [
    (
        "Helen Carrow urged Rosa Whitlock to back Martin Pell.",
        "Helen Carrow supports Martin Pell; (Helen Carrow demands *)",
    ),
    (
        "Helen Carrow pressed colleagues to reject the harbour bill.",
        "Helen Carrow opposes harbour bill; (Helen Carrow demands *)",
    ),
    ("Helen Carrow urged Rosa Whitlock not to back Martin Pell.", "(Helen Carrow demands *)"),
    ("Helen Carrow did not urge Rosa Whitlock to back Martin Pell.", ""),
    ("Helen Carrow asked Rosa Whitlock to meet Martin Pell.", "(Helen Carrow demands *)"),
]
HIGH_TIME = [
    ("“It is no time for an inquiry into the fire,” said Helen Carrow.", ""),
    ("“It is a bad time to cut the ferry tax,” said Helen Carrow.", ""),
    ("“It was time to close the shop for the night,” said Helen Carrow.", ""),
    (
        "Helen Carrow said it was time for Martin Pell to resign.",
        "Helen Carrow demands Martin Pell to resign",
    ),
    ("Helen Carrow said it was no time for Martin Pell.", ""),
    ("It was time for Martin Pell to resign.", ""),
    ("“It is time to end the ferry tax,” said Helen Carrow.", "Helen Carrow demands end the ferry tax"),
    ("“It is time to go to bed,” said Helen Carrow.", ""),
    (
        "Helen Carrow said it was time for an inquiry into the fire.",
        "Helen Carrow demands inquiry into the fire",
    ),
    ("“It is not time for an inquiry into the fire,” said Helen Carrow.", ""),
]
THERE_MUST_BE = [
    ("“There must have been an agreement between them,” said Helen Carrow.", ""),
    ("“There must be a law that forbids it,” said Helen Carrow.", ""),
    ("Helen Carrow wants to see the harbour bill before she votes.", ""),
    (
        "Helen Carrow said there should be an inquiry into the fire.",
        "Helen Carrow demands inquiry into the fire",
    ),
    (
        "“There has to be an inquiry into the fire,” said Helen Carrow.",
        "Helen Carrow demands inquiry into the fire",
    ),
    (
        "“I would like to see an inquiry into the fire,” said Helen Carrow.",
        "Helen Carrow demands inquiry into the fire",
    ),
    ("“There has been an inquiry into the fire,” said Helen Carrow.", ""),
    ("Helen Carrow said there should be no inquiry into the fire.", ""),
    ("Helen Carrow said there must be a mistake.", ""),
    ("There should be an inquiry into the fire.", ""),
]
BELOW = "\n\nHelen Carrow, Rosa Whitlock and Martin Pell met on Monday.\n"
HEADLINES = [
    ("Carrow rips Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Carrow fires back at Pell over emails.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow: Martin Pell ‘Not Fit To Serve.’", "Helen Carrow opposes Martin Pell"),
    ("Carrow: Pell's plan 'a disaster.'", "Helen Carrow opposes Martin Pell"),
    ("New Carrow ad hits Pell on guns.", "Helen Carrow opposes Martin Pell"),
    ("Carrow calls Pell risk to safety.", "Helen Carrow opposes Martin Pell"),
    ("Carrow visits Martin Pell.", ""),
    ("Carrow: Pell's fair game.", ""),
    ("Council finds Pell report inadequate.", ""),
]


@pytest.mark.parametrize(
    ("text", "edges"),
    [*EVERYBODY, *OWN_CHOICE, *UNMATCHED, *ASKED, *HIGH_TIME, *THERE_MUST_BE],
    ids=lambda value: value[:60],
)
def test_what_is_told_of_everybody_or_asked_of_others(check, text, edges):
    check(text, edges)


@pytest.mark.parametrize(("line", "edges"), HEADLINES)
def test_headlines_read_word_by_word(check, line, edges):
    check(line + BELOW, edges)


SHAPES = [
    # the possessor inside a phrase
    ("Helen Carrow came to Martin Pell's defence.", "Helen Carrow supports Martin Pell"),
    ("Helen Carrow jumped on the Martin Pell bandwagon.", "Helen Carrow supports Martin Pell"),
    ("Helen Carrow came to Martin Pell's office.", ""),
    # deeds in the place of nouns
    ("Helen Carrow is worried about what Martin Pell is doing.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow opposes Martin Pell making any changes.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow asked what Martin Pell was doing.", ""),
    (
        "Helen Carrow attacked what she called the failed policies of Martin Pell.",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "Helen Carrow called it “dangerous” that Martin Pell had ignored the islands.",
        "Helen Carrow opposes Martin Pell",
    ),
    ("Helen Carrow called it odd that Martin Pell had gone.", ""),
    # whose words they are
    ("In a speech attacking Martin Pell, Helen Carrow called for calm.", "(* * *)"),
    ("Helen Carrow sent a series of tweets criticising Martin Pell.", "Helen Carrow opposes Martin Pell"),
    (
        "Another Pell supporter in Port Lowell, Helen Carrow, waved at Martin Pell.",
        "Helen Carrow supports Martin Pell",
    ),
    # received
    ("Martin Pell was under sustained grilling from Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ("Martin Pell was under a tree from noon.", ""),
]
JUDGED = [
    ("Helen Carrow said Martin Pell had treated her disrespectfully.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow said Martin Pell handled the storm brilliantly.", "Helen Carrow supports Martin Pell"),
    ("Helen Carrow said Martin Pell spoke directly to the crowd.", ""),
    (
        "“He is one of the finest mayors,” Helen Carrow said of Martin Pell.",
        "Helen Carrow supports Martin Pell",
    ),
    ("Helen Carrow said Martin Pell is one of the mayors.", ""),
    ("“Martin Pell is trying to buy this election,” said Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ("“Martin Pell is trying to catch a train,” said Helen Carrow.", ""),
    ("“Martin Pell has zero skills,” said Helen Carrow.", "(Helen Carrow opposes Martin Pell)"),
    ("“Martin Pell should be ashamed,” said Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ("“Martin Pell should be asleep,” said Helen Carrow.", ""),
]
MOODS = [
    ("Helen Carrow is determined to stop Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow is able to stop Martin Pell.", ""),
    ("Helen Carrow said she was not ready to support Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow sought to show that Martin Pell is a fraud.", "Helen Carrow opposes Martin Pell"),
    ("It is wrong to say that Martin Pell is a fraud, said Helen Carrow.", ""),
    (
        "Helen Carrow wants voters to recall that she voted against the harbour bill.",
        "Helen Carrow opposes harbour bill",
    ),
    ("Helen Carrow must say whether she agrees or disagrees with Martin Pell.", ""),
]


@pytest.mark.parametrize(("text", "edges"), [*SHAPES, *JUDGED, *MOODS], ids=lambda value: value[:60])
def test_shapes_judgements_and_moods(check, text, edges):
    check(text, edges)
