"""Which edges come from how people judge each other: denials, deeds, names, feelings, ballots, answers."""

from __future__ import annotations

import pytest

from nlp.lexicon.judging import load_judging

pytestmark = pytest.mark.model

OPPOSES = "Helen Carrow opposes Martin Pell"
SUPPORTS = "Helen Carrow supports Martin Pell"

DENIALS = [  # what is denied or doubted
    ("Helen Carrow said Martin Pell was “not fit” to govern.", OPPOSES),
    ("Martin Pell was “not fit” for office, Helen Carrow said.", OPPOSES),
    ("“I don't think Martin Pell is fit to lead,” Helen Carrow said.", OPPOSES),
    ("Helen Carrow doubts that Martin Pell is fit to lead.", OPPOSES),
    ("Helen Carrow questioned whether Martin Pell was fit to lead.", OPPOSES),
    ("“Martin Pell cannot be trusted with the nuclear codes,” Helen Carrow said.", OPPOSES),
    ("“Martin Pell is not a racist,” Helen Carrow said.", SUPPORTS),
    ("“Martin Pell is no liar,” Helen Carrow insisted.", SUPPORTS),
    ("“Martin Pell did nothing wrong,” Helen Carrow said.", SUPPORTS),
    ("Helen Carrow denied saying that Martin Pell was a liar.", ""),
    ("Helen Carrow denied that Martin Pell was a good candidate.", ""),
    ("“Martin Pell is not a lawyer,” Helen Carrow said.", ""),
    ("Helen Carrow asked whether Martin Pell was a liar.", ""),
    ("“If Martin Pell lied, he should go,” Helen Carrow said.", ""),
    ("“Martin Pell is no doubt in Leeds,” Helen Carrow said.", ""),
]
PREDICATES = [  # judging predicates
    ("“Martin Pell is too weak to lead,” Helen Carrow said.", OPPOSES),
    ("“Martin Pell will say anything to get elected,” Helen Carrow said.", OPPOSES),
    ("“Martin Pell should be ashamed of himself,” Helen Carrow said.", OPPOSES),
    ("“Martin Pell must be honest with the town,” Helen Carrow said.", ""),
    ("“Martin Pell must answer honestly,” Helen Carrow said.", "Helen Carrow demands *"),
    ("“Martin Pell should be commended,” Helen Carrow said.", "Helen Carrow demands *"),
    (
        "“Martin Pell must stay,” Helen Carrow said.",
        "Helen Carrow demands *; Helen Carrow supports Martin Pell",
    ),
    ("Helen Carrow said Martin Pell's plan will do more harm than good.", OPPOSES),
    ("Martin Pell's plan, which Helen Carrow said would wreck the harbour, passed.", OPPOSES),
    ("“He's a nice man, but he is a terrible mayor,” Helen Carrow said of Martin Pell.", OPPOSES),
    ("“Martin Pell gets it,” said Helen Carrow.", SUPPORTS),
    ("“Martin Pell is a man of integrity,” Helen Carrow said.", SUPPORTS),
    ("“Martin Pell has a good heart,” Helen Carrow said.", SUPPORTS),
    ("“Martin Pell tells it like it is,” Helen Carrow said.", SUPPORTS),
    ("“Martin Pell could hurt himself,” Helen Carrow said.", ""),
    ("“The judge is Welsh, which is great,” Helen Carrow said of Martin Pell.", ""),
]
GERUNDS = [  # what is done to somebody is judged, not they
    ("Helen Carrow said eliminating delegates would be discriminatory.", ""),
    ("Helen Carrow said attacking Martin Pell was wrong.", ""),
]
DEEDS = [  # what somebody did
    ("“What Martin Pell did was wrong,” Helen Carrow said.", OPPOSES),
    ("“It's outrageous what Martin Pell said,” Helen Carrow said.", OPPOSES),
    ("“It is shameful that Martin Pell voted for this,” Helen Carrow said.", OPPOSES),
    ("“It is shameful that Martin Pell has lost,” Helen Carrow said.", ""),
    ("“What Martin Pell did was in Leeds,” Helen Carrow said.", ""),
]
ATTRIBUTES = [  # what is somebody's, and what stands beside a name
    ("“Martin Pell's lies have hurt this town,” Helen Carrow said.", OPPOSES),
    ("Helen Carrow said Martin Pell's failed policies had cost jobs.", OPPOSES),
    ("“Martin Pell, a liar and a cheat, will not stop,” Helen Carrow said.", OPPOSES),
    ("“We have had enough of a liar like Martin Pell,” Helen Carrow said.", OPPOSES),
    ("“The real extremist is Martin Pell,” Helen Carrow said.", OPPOSES),
    ("“Crooked Martin Pell is at it again,” Helen Carrow tweeted.", OPPOSES),
    ("“Lyin' Martin Pell had a bad night,” Helen Carrow said.", OPPOSES),
    ("“Martin Pell's reckless driver left,” Helen Carrow said.", ""),
    ("Stars like Martin Pell were there, Helen Carrow said.", ""),
    ("“Little Martin Pell was then a boy of six,” his aunt said.", ""),
]
NAMES = [
    ("Helen Carrow said of Martin Pell: “A bully and a coward.”", OPPOSES),
    ("Helen Carrow said of Martin Pell: “A lawyer and a dentist.”", ""),
    ("Helen Carrow has labelled the harbour bill a licence to rob.", "Helen Carrow opposes harbour bill"),
    (
        "Helen Carrow, whom Martin Pell once dubbed “the queen of muddle”, left.",
        "Martin Pell opposes Helen Carrow",
    ),
    (
        "George Haddow was there for Helen Carrow's calling Martin Pell a coward.",
        OPPOSES,
    ),  # what somebody is called
    ("Helen Carrow considers Martin Pell untrustworthy.", OPPOSES),
    ("Helen Carrow thinks Martin Pell a fool.", OPPOSES),
    ("Helen Carrow labelled Martin Pell “the king of muddle”.", OPPOSES),
    ("Helen Carrow referred to Martin Pell as “Crooked Martin”.", OPPOSES),
    ("Helen Carrow portrayed Martin Pell as out of touch.", OPPOSES),
    ("“Martin Pell's remark can only be described as arrogant,” Helen Carrow said.", OPPOSES),
    ("Helen Carrow called Martin Pell just before noon.", ""),
    ("Helen Carrow labelled the boxes for Martin Pell.", ""),
    ("Helen Carrow called Martin Pell an old friend.", ""),
]
FEELINGS = [  # whom people like, trust and fear
    ("“I like Martin Pell,” Helen Carrow said.", SUPPORTS),
    ("Helen Carrow trusts Martin Pell.", SUPPORTS),
    ("“I have a lot of respect for Martin Pell,” Helen Carrow said.", SUPPORTS),
    ("“I don't trust Martin Pell,” Helen Carrow said.", OPPOSES),
    ("“I have no faith in Martin Pell,” Helen Carrow said.", OPPOSES),
    ("“I can't stand Martin Pell,” Helen Carrow said.", OPPOSES),
    ("“I'm no fan of Martin Pell,” Helen Carrow said.", OPPOSES),
    ("“Martin Pell scares me,” Helen Carrow said.", OPPOSES),
    ("“Martin Pell inspires me,” Helen Carrow said.", SUPPORTS),
    ("“Shame on Martin Pell,” said Helen Carrow.", OPPOSES),
    ("“Thank God for Martin Pell,” Helen Carrow said.", SUPPORTS),
    ("“I would like Martin Pell to come,” Helen Carrow said.", ""),
    ("Helen Carrow would not say whether she trusted Martin Pell.", ""),
    ("“Do you trust Martin Pell?” asked Helen Carrow.", ""),
    ("“We are late, thanks to Martin Pell,” Helen Carrow said.", ""),
]
COMPARISONS = [  # comparisons
    ("“I would be a better mayor than Martin Pell,” Helen Carrow said.", OPPOSES),
    ("“Nobody is more qualified than Martin Pell,” Helen Carrow said.", SUPPORTS),
    ("“Leeds is better than Martin Pell thinks,” Helen Carrow said.", ""),
]
BALLOTS = [  # who should be chosen or stopped
    ("“Vote for Martin Pell,” Helen Carrow said.", SUPPORTS),
    ("“Don't vote for Martin Pell,” Helen Carrow said.", OPPOSES),
    ("“Let's elect Martin Pell,” Helen Carrow said.", SUPPORTS),
    ("“We must stop Martin Pell,” Helen Carrow said.", OPPOSES + "; (Helen Carrow demands *)"),
    ("Helen Carrow called on voters to reject Martin Pell.", OPPOSES + "; (Helen Carrow demands *)"),
    ("Helen Carrow urged voters to back Martin Pell.", SUPPORTS + "; (Helen Carrow demands *)"),
    ("“Martin Pell needs to be stopped,” Helen Carrow said.", OPPOSES + "; (Helen Carrow demands *)"),
    ("“We cannot let Martin Pell win,” Helen Carrow said.", OPPOSES),
    ("“We need Martin Pell,” Helen Carrow said.", SUPPORTS),
    ("“Martin Pell should never be president,” Helen Carrow said.", OPPOSES),
    ("“Martin Pell should be in prison,” Helen Carrow said.", OPPOSES),
    ("“If you vote for Martin Pell, ring me,” Helen Carrow said.", ""),
    ("“We have to meet Martin Pell,” Helen Carrow said.", ""),
    ("“Back in Leeds, Martin Pell slept,” Helen Carrow said.", ""),
    ("“That is why Martin Pell should be in the room,” Helen Carrow said.", ""),
    ("Helen Carrow would urge voters to back Martin Pell.", ""),
]
HELD_AGAINST = [  # what is held against somebody
    ("Helen Carrow charged that Martin Pell hid the documents.", OPPOSES),
    ("Helen Carrow complained that Martin Pell had ignored the islands.", OPPOSES),
    ("“Martin Pell's plan will hurt working families,” Helen Carrow said.", OPPOSES),
    ("Helen Carrow warned that Martin Pell would wreck the economy.", OPPOSES),
    ("Helen Carrow complained that it was raining in Leeds.", ""),
    ("Helen Carrow complained that Martin Pell was too tall.", ""),
    ("“Martin Pell will destroy ISIS,” Helen Carrow said.", ""),
    ("Helen Carrow said Martin Pell had lost his phone.", ""),
]
ADDRESSED = [  # “you” and “it”
    ("“You lied to us,” Helen Carrow said, turning to Martin Pell.", OPPOSES),
    ("“You have no idea what you are talking about,” Helen Carrow said to Martin Pell.", OPPOSES),
    (
        "“The ferry levy is a tax on islanders, and it is wrong,” said Helen Carrow.",
        "Helen Carrow opposes ferry levy",
    ),
    ("“The harbour is cold,” said Helen Carrow. “It is a disgrace.”", ""),
    ("“It is wrong to say so of Martin Pell,” Helen Carrow said.", ""),
]
RIPOSTES = [  # answers that name nobody
    ("Martin Pell said that the ferry was safe. Helen Carrow scoffed.", OPPOSES),
    ("Martin Pell promised to resign in May. Helen Carrow hit back within the hour.", OPPOSES),
    ("Martin Pell sat beside George Haddow. Helen Carrow hit back.", ""),
    ("It rained. Helen Carrow scoffed.", ""),
]


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        *DENIALS,
        *PREDICATES,
        *DEEDS,
        *GERUNDS,
        *ATTRIBUTES,
        *NAMES,
        *FEELINGS,
        *COMPARISONS,
        *BALLOTS,
        *HELD_AGAINST,
        *ADDRESSED,
        *RIPOSTES,
    ],
)
def test_judgements(check, text, edges):
    check(text, edges)


LETTERS = (
    "What readers say.\n\nLETTERS.\n\nMartin Pell is a disgrace.\n\nAda Wenlock.\n\nBrackmouth.\n\n"
    "Martin Pell is a great mayor. He tells it like it is.\n\n@quayside7.\n"
)


def test_whoever_signs_a_letter_speaks_in_it(check):
    check(LETTERS, "Ada Wenlock opposes Martin Pell; @quayside7 supports Martin Pell")


def test_a_list_of_names_is_no_page_of_letters(check):
    check("Martin Pell is a disgrace.\n\nThose present.\n\nAda Wenlock.", "")


BODIES = [
    ("Helen Carrow attacked the mainstream media.", "Helen Carrow opposes Mainstream media"),
    ("“The media are dishonest,” Helen Carrow said.", "Helen Carrow opposes Media"),
    ("Helen Carrow attacked a press conference on social media.", ""),
    (
        "Martin Pell read it in The Lantern on Friday. The newspaper had chided Martin Pell for his lateness.",
        "The Lantern opposes Martin Pell",
    ),
]


@pytest.mark.parametrize(("text", "edges"), BODIES)
def test_bodies_that_are_one_by_habit(check, text, edges):
    check(text, edges)


def test_the_examples_of_the_lexicon_are_read_so(check):
    for text, edges in load_judging().examples:
        known = text.replace("Tom Orrin", "Martin Pell").replace("Ada Vela", "Helen Carrow")
        check(known, edges.replace("Tom Orrin", "Martin Pell").replace("Ada Vela", "Helen Carrow"))
