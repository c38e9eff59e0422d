"""Styles of writing: headlines, transcripts, press releases, interrupted quotations, single quotation marks."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

BODY = "\n\nHelen Carrow, Martin Pell and Rosa Whitlock spoke in Brackmouth on Friday."
AMERICAN = "\n\nDana Ferris, Walt Hale and Rick Stroud spoke in Dayton on Friday."

# A headline over a text that names its people in full.
HEADLINES = [
    ("Carrow slams Pell over leak", "Helen Carrow opposes Martin Pell"),
    ("Carrow Slams Pell Over Leak", "Helen Carrow opposes Martin Pell"),
    ("Carrow hits back at Pell", "Helen Carrow opposes Martin Pell"),
    ("Carrow Hits Back At Pell", "Helen Carrow opposes Martin Pell"),
    ("Labour backs Carrow for mayor", "Labour supports Helen Carrow"),
    ("Tories attack Labour over budget", "Conservatives opposes Labour"),
    ("Carrow calls for inquiry into ferry fire", "Helen Carrow demands inquiry into ferry fire"),
    ("Carrow Calls for Inquiry Into Ferry Fire", "Helen Carrow demands inquiry into ferry fire"),
    ("Carrow calls Pell a ‘liar’", "Helen Carrow opposes Martin Pell"),
    (
        "Carrow Backs Whitlock, Slams Pell",
        "Helen Carrow supports Rosa Whitlock; Helen Carrow opposes Martin Pell",
    ),
    # without "is"
    ("Carrow criticised by Pell over harbour plan", "Martin Pell opposes Helen Carrow"),
    ("Carrow Criticised By Pell Over Harbour Plan", "Martin Pell opposes Helen Carrow"),
    ("Carrow backed by Labour for mayor", "Labour supports Helen Carrow"),
    ("Harbour bill ‘a disgrace’, says Carrow", "Helen Carrow opposes harbour bill"),
    ("Pell ‘a disgrace’, says Carrow", "Helen Carrow opposes Martin Pell"),
    ("Carrow’s attack on Pell ‘shameful’, says Whitlock", "Helen Carrow opposes Martin Pell; * Helen Carrow"),
    # past tenses that are no such thing
    ("Carrow refused to back Pell", "Helen Carrow opposes Martin Pell"),
    ("Carrow asked for help by letter", "(Helen Carrow demands help*)"),
    ("Carrow fired back at Pell", "Helen Carrow opposes Martin Pell"),
    # with the speaker before a colon or behind a dash
    ("Carrow: Pell must go", "Helen Carrow * Martin Pell*"),
    ("Carrow: ‘Pell is a liar’", "Helen Carrow opposes Martin Pell"),
    ("Carrow on Pell: ‘He is a liar’", "Helen Carrow opposes Martin Pell"),
    ("Pell must resign – Carrow", "Helen Carrow * Martin Pell*"),
    ("Pell must resign, says Carrow", "Helen Carrow * Martin Pell*"),
    ("‘Pell is a liar’ – Carrow", "Helen Carrow opposes Martin Pell"),
    ("‘Pell is a liar’: Carrow hits out", "Helen Carrow opposes Martin Pell"),
    ("‘Pell is a liar’: Carrow faces anger", ""),
    ("‘Pell is a liar’: Carrow takes office", ""),
    ("‘Pell is a liar’: Carrow warns town", "Helen Carrow opposes Martin Pell"),
    # without any verb
    ("Pell under fire from Carrow over leak", "Helen Carrow opposes Martin Pell"),
    ("Carrow attack on Pell draws boos", "Helen Carrow opposes Martin Pell"),
    ("Carrow accused of lying by Pell", "Martin Pell opposes Helen Carrow"),
    # nobody is named who says it
    ("Pell under fire over leak", ""),
    ("Carrow accused of misleading MPs", ""),
    ("Carrow Accused Of Misleading MPs", ""),
    ("Pell urged to quit over leak", ""),
    ("Pell told to apologise", ""),
    ("Carrow attacked over harbour plan", ""),
    ("Carrow Attacked Over Harbour Plan", ""),
    ("Carrow warned over spending", ""),
    ("Carrow to oppose harbour bill", ""),
    ("Pell ‘a disgrace’", ""),
    ("Carrow Wins Brackmouth Seat", ""),
    ("Brackmouth: Pell is a liar", ""),
]


@pytest.mark.parametrize(("line", "edges"), HEADLINES)
def test_headlines(check, line, edges):
    check(line + BODY, edges)


@pytest.mark.parametrize(
    ("line", "edges"),
    [
        ("Ferris Rips Hale for Vote on Farm Bill", "Dana Ferris opposes Walt Hale"),
        ("Hale Backs Ferris for Governor", "Walt Hale supports Dana Ferris"),
        ("Ferris Defends Hale Amid Storm", "Dana Ferris supports Walt Hale"),
        ("Stroud Meets Voters in Dayton as Hale Rests", ""),
    ],
)
def test_american_headlines(check, line, edges):
    check(line + AMERICAN, edges)


def test_a_headline_may_stand_alone(check):
    check("Helen Carrow Slams Martin Pell Over Leak", "Helen Carrow opposes Martin Pell")


def test_a_headline_ends_without_a_full_stop(check):
    text = "Council leader turns on harbour chief\n\nRosa Whitlock, the leader of Brackmouth Council, attacked Martin Pell."
    check(text, "Rosa Whitlock opposes Martin Pell; (Rosa Whitlock * Brackmouth Council)")


def test_what_is_shown_to_the_model_never_shows_in_the_evidence(read):
    text = "Carrow Slams Pell Over Leak" + BODY
    (statement,) = read(text).statements
    assert statement.evidence == "Carrow Slams Pell Over Leak"
    assert text[slice(*statement.cue_span)] == "Slams"


INTERRUPTED = [
    ("“The harbour bill,” said Declan Firth, “is a disaster.”", "Declan Firth opposes harbour bill"),
    ('"The harbour bill," said Declan Firth, "is a disaster."', "Declan Firth opposes harbour bill"),
    ("‘The harbour bill,’ said Declan Firth, ‘is a disaster.’", "Declan Firth opposes harbour bill"),
    ("“He has,” Helen Carrow said of Martin Pell, “betrayed this town.”", "Helen Carrow opposes Martin Pell"),
    (
        "“I cannot,” said Helen Carrow, the harbour minister, “support the harbour bill.”",
        "Helen Carrow opposes harbour bill",
    ),
    ("“Martin Pell's plan”, said Grace Dunmore, “is shameful.”", "Grace Dunmore opposes Martin Pell"),
    (
        "Martin Pell resigned. “He was,” said Helen Carrow, “a brilliant minister. We will miss him.”",
        "Helen Carrow supports Martin Pell",
    ),
    ("“I condemn,” said Helen Carrow, “the actions of Martin Pell.”", "Helen Carrow opposes Martin Pell"),
    # no position, or one that is only supposed
    ("“My friend,” said Helen Carrow, “is waiting for Martin Pell.”", ""),
    ("“If Martin Pell,” said Helen Carrow, “were a liar, I would say so.”", ""),
    ("“The bridge,” Helen Carrow said, “was opened by Martin Pell.”", ""),
    ("“Martin Pell,” read the sign, “is a disgrace.”", ""),
]


@pytest.mark.parametrize(("text", "edges"), INTERRUPTED)
def test_interrupted_quotations(check, text, edges):
    check(text, edges)


def test_an_interrupted_quotation_is_one_content_of_two_pieces(read):
    text = "“The harbour bill,” said Declan Firth, “is a disaster.”"
    (attribution,) = read(text).attributions
    pieces = [text[start:end] for start, end in attribution.content]
    assert pieces == ["The harbour bill,", "is a disaster."]


SINGLE = [
    ("‘Martin Pell is a disgrace,’ said Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow said: ‘I condemn Martin Pell’s remarks.’", "Helen Carrow opposes Martin Pell"),
    ("'I condemn Martin Pell,' said Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    # apostrophes
    ("The voters’ friend Martin Pell arrived. The pilots’ union laughed, said Helen Carrow.", ""),
    ("Helen Carrow praised the '60s, and the miners' leader, Martin Pell, smiled.", ""),
]


@pytest.mark.parametrize(("text", "edges"), SINGLE)
def test_single_quotation_marks(check, text, edges):
    check(text, edges)


TRANSCRIPTS = [
    ("Helen Carrow (Lab): I condemn Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Q1. Helen Carrow (Brackmouth) (Lab): I condemn Martin Pell.", "Helen Carrow opposes Martin Pell"),
    (
        "Helen Carrow (Brackmouth North) (Con)\nI condemn Martin Pell.\n\nI support the harbour bill.",
        "Helen Carrow opposes Martin Pell; Helen Carrow supports harbour bill",
    ),
    (
        "The Minister for Harbours (Helen Carrow): I oppose the harbour bill.",
        "Helen Carrow opposes harbour bill",
    ),
    (
        "Helen Carrow: We meet again.\n\nMartin Pell: I thank the mayor.\n\nHelen Carrow: I was wrong.\n\n"
        "I oppose the harbour bill.\n\nMartin Pell: I have finished.",
        "Helen Carrow opposes harbour bill",
    ),
    (
        "Helen Carrow (Lab): I oppose the harbour bill.\n\nSeveral hon. Members rose—\n\n"
        "Mr Speaker: I condemn Martin Pell.",
        "Helen Carrow opposes harbour bill",
    ),
    ("MARTIN PELL: I am here.\n\nHELEN CARROW: I condemn Martin Pell.", "Helen Carrow opposes Martin Pell"),
    # the hon. Lady
    (
        "Helen Carrow: I oppose the harbour bill.\n\nMartin Pell: The hon. Lady is wrong.",
        "Helen Carrow opposes harbour bill; Martin Pell opposes Helen Carrow",
    ),
    (
        "Helen Carrow: I oppose the harbour bill.\n\nMartin Pell: I congratulate the right hon. Lady.",
        "Helen Carrow opposes harbour bill; Martin Pell supports Helen Carrow",
    ),
    (
        "Helen Carrow: I oppose the harbour bill.\n\nMartin Pell: The hon. Gentleman is wrong.",
        "Helen Carrow opposes harbour bill",
    ),
    (
        "Martin Pell: I congratulate my hon. Friend the Member for Pierside (Rosa Whitlock).",
        "Martin Pell supports Rosa Whitlock",
    ),
    ("Martin Pell: The hon. Lady is wrong.", ""),
    # interviews
    (
        "An interview with Helen Carrow\n\nThe mayor spoke in Brackmouth.\n\nQ: Do you support Martin Pell?\n\n"
        "A: I condemn Martin Pell.\n\nQ: Why?\n\nA: He has betrayed this town.",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "Martin Pell and Helen Carrow spoke.\n\nQ: Do you support Martin Pell?\n\nA: I condemn Martin Pell.",
        "",
    ),
    # somebody named before the speaker, and two speakers
    ("Martin Pell and Helen Carrow: “Rosa Whitlock is a liar.”", ""),
    ("Martin Pell's aide: I condemn Helen Carrow.", ""),
    # one label does not make a transcript
    ("Helen Carrow: a life.\n\nMartin Pell is a liar.\n\nI condemn Rosa Whitlock.", ""),
]


@pytest.mark.parametrize(("text", "edges"), TRANSCRIPTS)
def test_transcripts(check, text, edges):
    check(text, edges)


RELEASES = [
    (
        "Commenting, Helen Carrow, the Lantern spokesperson, said:\n\n“Martin Pell is a disgrace.\n\n"
        "“I oppose the harbour bill.”\n\nENDS",
        "Helen Carrow opposes Martin Pell; Helen Carrow opposes harbour bill",
    ),
    (
        "Commenting, Helen Carrow, the Lantern spokesperson, said:\n\nMartin Pell is a disgrace.\n\n"
        "I oppose the harbour bill.\n\nENDS\n\nNotes to editors\n\nRosa Whitlock is a liar.",
        "Helen Carrow opposes Martin Pell; Helen Carrow opposes harbour bill",
    ),
    (
        "Responding to the budget, Helen Carrow said:\n\n“Martin Pell has failed this town.”\n\n-ENDS-",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "Helen Carrow said:\n\nThe pier is old.\n\nRosa Whitlock, the mayor, added:\n\n"
        "Martin Pell is a disgrace.\n\nENDS",
        "Rosa Whitlock opposes Martin Pell",
    ),
    ("Helen Carrow added:\n\n“Martin Pell has failed this town.”", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow said:\n\nThe pier is old.\n\nMartin Pell is a liar.", ""),
    ("The facts are these:\n\n“Martin Pell is a liar.”", ""),
]


@pytest.mark.parametrize(("text", "edges"), RELEASES)
def test_press_releases(check, text, edges):
    check(text, edges)
