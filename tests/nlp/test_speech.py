"""Which edges what somebody says gives: judgements, names called, quotations, first person."""

from __future__ import annotations

import pytest

from tests.nlp.cases import missed

pytestmark = pytest.mark.model

SAID_THAT = [
    ("Helen Carrow said that Martin Pell was unfit for office.", "Helen Carrow opposes Martin Pell"),
    ("Rosa Whitlock said Declan Firth's comments were ill-judged.", "Rosa Whitlock opposes Declan Firth"),
    ("George Haddow argued that Priya Nandan had done a great job.", "George Haddow supports Priya Nandan"),
    ("Walt Hale's plan is reckless, Dana Ferris said.", "Dana Ferris opposes Walt Hale"),
    ("Declan Firth told reporters that Helen Carrow was a liar.", "Declan Firth opposes Helen Carrow"),
    ("Labour said that George Haddow had misled the public.", "Labour opposes George Haddow"),
    ("Dana Ferris believes Marcia Lorne is the best candidate.", "Dana Ferris supports Marcia Lorne"),
    ("Priya Nandan said Martin Pell should resign.", "Priya Nandan * Martin Pell*"),
    ("The harbour bill, Rosa Whitlock warned, is a disaster.", "Rosa Whitlock opposes harbour bill"),
    # a mere report, or a judgement of nobody in particular
    ("Helen Carrow said that Martin Pell was in Leeds.", ""),
    ("Rosa Whitlock said it was a disaster.", ""),
    ("George Haddow said that the weather had been terrible.", ""),
    ("Declan Firth said Helen Carrow would arrive at six.", ""),
    ("Walt Hale noted that Dana Ferris was born in Ohio.", ""),
]


@pytest.mark.parametrize(("text", "edges"), SAID_THAT)
def test_said_that(check, text, edges):
    check(text, edges)


NAMING = [
    ("Helen Carrow called Martin Pell a coward.", "Helen Carrow opposes Martin Pell"),
    ("Rosa Whitlock described the harbour scheme as shameful.", "Rosa Whitlock opposes harbour scheme"),
    ("Walt Hale branded Dana Ferris a hypocrite.", "Walt Hale opposes Dana Ferris"),
    ("Declan Firth labelled George Haddow's plan “a disgrace”.", "Declan Firth opposes George Haddow"),
    ("Priya Nandan, calling Martin Pell a fraud, walked out.", "Priya Nandan opposes Martin Pell"),
    ("Dana Ferris was called a liar by Walt Hale.", "Walt Hale opposes Dana Ferris"),
    (
        "George Haddow described Rosa Whitlock as a brilliant minister.",
        "George Haddow supports Rosa Whitlock",
    ),
    ("Marcia Lorne called Dana Ferris a hero.", "Marcia Lorne supports Dana Ferris"),
    # neutral names
    ("Helen Carrow called Martin Pell by his first name.", ""),
    ("Rosa Whitlock described the harbour as a busy place.", ""),
    ("Walt Hale called his daughter from the station.", ""),
    ("Declan Firth named his dog after George Haddow.", ""),
]


@pytest.mark.parametrize(("text", "edges"), NAMING)
def test_naming(check, text, edges):
    check(text, edges)


QUOTATIONS = [
    ("“Martin Pell is a disgrace,” Helen Carrow said.", "Helen Carrow opposes Martin Pell"),
    ("“Martin Pell is a disgrace,” said Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ('"Dana Ferris has done a great job," Walt Hale told reporters.', "Walt Hale supports Dana Ferris"),
    ("Rosa Whitlock said: “Declan Firth misled the public.”", "Rosa Whitlock opposes Declan Firth"),
    ("Priya Nandan wrote: “George Haddow's plan is wrong.”", "Priya Nandan opposes George Haddow"),
    ("“The harbour bill,” said Declan Firth, “is a disaster.”", "Declan Firth opposes harbour bill"),
    (
        "“He is a coward,” Helen Carrow said of Martin Pell.",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "Walt Hale criticized Dana Ferris on Friday. “She is a fraud,” he said.",
        "Walt Hale opposes Dana Ferris",
    ),
    (
        "“He is a fraud,” Helen Carrow said when asked about Martin Pell.",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "“He is a fraud,” said Helen Carrow when questioned about Martin Pell on Friday.",
        "Helen Carrow opposes Martin Pell",
    ),
    ("Asked about Martin Pell, Helen Carrow said he was a disgrace.", "Helen Carrow opposes Martin Pell"),
    (
        "Asked about Martin Pell's comments, Helen Carrow said they were shameful.",
        "Helen Carrow opposes Martin Pell",
    ),
    ("“She is a fraud,” Helen Carrow said when asked about Martin Pell.", ""),
    ("“He is a fraud,” Helen Carrow said when asked about the ferry.", ""),
    ("Asked about Martin Pell, Helen Carrow said she was a failure.", ""),
    ("Helen Carrow said of Martin Pell: “He is a disgrace.”", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow on Martin Pell: “He is a disgrace.”", "Helen Carrow opposes Martin Pell"),
    (
        "Helen Carrow was scathing in her reply: “Martin Pell is a disgrace.”",
        "Helen Carrow opposes Martin Pell",
    ),
    ("Helen Carrow issued a statement: “Martin Pell is a liar.”", "Helen Carrow opposes Martin Pell"),
    ("According to Helen Carrow, “Martin Pell is a liar. He must go.”", "Helen Carrow * Martin Pell*"),
    (
        "“Martin Pell is a liar,” Helen Carrow, who has chaired the harbour committee in Brackmouth since 2019, said.",
        "Helen Carrow opposes Martin Pell",
    ),
    ("“Martin Pell is a liar,” boomed Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow received a letter: “Martin Pell is a liar.”", ""),
    ("Helen Carrow was attacked in a statement: “Martin Pell is a liar.”", ""),
    ("“Martin Pell is a liar” – Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ('Helen Carrow called the harbour plan "a disaster for" the town.', "Helen Carrow opposes harbour plan"),
    ("Owen Tarrant said he was “appalled by” Simon Ashby's comments.", "Owen Tarrant opposes Simon Ashby"),
    ("“You are a liar,” Martin Pell told Helen Carrow.", "Martin Pell opposes Helen Carrow"),
    ("Asked about Martin Pell, Helen Carrow said: “He is a fraud.”", "Helen Carrow opposes Martin Pell"),
    (
        "“I condemn Martin Pell,” said Rosa Whitlock. “He has lied,” added Helen Carrow.",
        "Rosa Whitlock opposes Martin Pell; Helen Carrow opposes Martin Pell",
    ),
    # a quotation of facts, of a situation, or of nobody
    ("“Martin Pell arrived at six,” Helen Carrow said.", ""),
    ("“It is a disaster,” said Rosa Whitlock.", ""),
    ("“The people are tired and angry,” Declan Firth said.", ""),
    ("“Martin Pell is a disgrace.”", ""),
]


@pytest.mark.parametrize(("text", "edges"), QUOTATIONS)
def test_quotations(check, text, edges):
    check(text, edges)


FIRST_PERSON = [
    ("“I support Helen Carrow,” Rosa Whitlock said.", "Rosa Whitlock supports Helen Carrow"),
    ("“We oppose the harbour bill,” said Declan Firth.", "Declan Firth opposes harbour bill"),
    ("“I have always admired Priya Nandan,” George Haddow said.", "George Haddow supports Priya Nandan"),
    ("Dana Ferris said: “I stood up against Walt Hale.”", "Dana Ferris opposes Walt Hale"),
    ("“I condemn Martin Pell's remarks,” said Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    (
        "“I am calling for an inquiry into the ferry fire,” Rosa Whitlock said.",
        "Rosa Whitlock demands inquiry into the ferry fire",
    ),
    missed(
        "“We urge Martin Pell to resign,” a Labour statement said.",
        "Labour demands Martin Pell to resign",
        why="a statement does not speak for the party before it",
    ),
    ("“I disagree with Declan Firth,” George Haddow wrote.", "George Haddow opposes Declan Firth"),
    # somebody else's first person, or no position
    ("Helen Carrow spoke first. “I condemn Martin Pell,” said a voice from the gallery.", ""),
    ("Helen Carrow spoke first.\n\n“I condemn Martin Pell.”\n\nRosa Whitlock spoke next.", ""),
    ("“I support Helen Carrow,” read a banner on the pier.", ""),
    ("“I grew up next to Helen Carrow,” Rosa Whitlock said.", ""),
    ("“I met my wife here,” Declan Firth said.", ""),
    ("“I hate Mondays,” said George Haddow.", ""),
]


@pytest.mark.parametrize(("text", "edges"), FIRST_PERSON)
def test_first_person(check, text, edges):
    check(text, edges)
