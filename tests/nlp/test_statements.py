"""Which edges the grammar of a sentence gives: verbs, nouns, adjectives, and who passes a position on."""

from __future__ import annotations

import pytest

from tests.nlp.cases import missed

pytestmark = pytest.mark.model

ACTIVE = [
    ("Helen Carrow co-sponsored the harbour bill.", "Helen Carrow supports harbour bill"),
    (
        "Helen Carrow criticised Martin Pell over the cost of the new ferry terminal.",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "Martin Pell has repeatedly attacked Rosa Whitlock in the council chamber.",
        "Martin Pell opposes Rosa Whitlock",
    ),
    ("In a speech on Tuesday, Rosa Whitlock praised Declan Firth.", "Rosa Whitlock supports Declan Firth"),
    (
        "Declan Firth endorsed Helen Carrow on Thursday, two days before the vote.",
        "Declan Firth supports Helen Carrow",
    ),
    ("Labour condemned George Haddow.", "Labour opposes George Haddow"),
    ("Republicans slammed Dana Ferris after the hearing.", "Republican Party opposes Dana Ferris"),
    ("Walt Hale is backing Dana Ferris in the primary.", "Walt Hale supports Dana Ferris"),
    ("Senator Marcia Lorne opposes the harbor tax bill.", "Marcia Lorne opposes harbor tax bill"),
    ("George Haddow had defended Priya Nandan throughout the affair.", "George Haddow supports Priya Nandan"),
    # nothing of the kind
    ("Helen Carrow met the deadline and caught the last ferry home.", ""),
    ("Martin Pell addressed about 200 members in the town hall on Monday.", ""),
    ("Rosa Whitlock succeeded Declan Firth as treasurer in 2019.", ""),
    ("Declan Firth sat next to Helen Carrow at the dinner.", ""),
]


@pytest.mark.parametrize(("text", "edges"), ACTIVE)
def test_active(check, text, edges):
    check(text, edges)


PRESENT = [  # between two names the tagger takes the verb for a part of them
    ("The Labour attacks Helen Carrow complained of were in the paper.", ""),
    ("Recent Labour attacks Helen Carrow ignored were false.", ""),
    ("Helen Carrow attacks Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow accuses Martin Pell of lying.", "Helen Carrow opposes Martin Pell"),
    ("In the letter Helen Carrow forgives Martin Pell.", "Helen Carrow supports Martin Pell"),
    ("Labour backs Helen Carrow.", "Labour supports Helen Carrow"),
    (
        "Helen Carrow praises Rosa Whitlock and attacks Martin Pell.",
        "Helen Carrow supports Rosa Whitlock; Helen Carrow opposes Martin Pell",
    ),
    ("After the Brackmouth attacks Martin Pell resigned.", ""),
    ("Helen Carrow's attacks Martin Pell ignored.", ""),
]


@pytest.mark.parametrize(("text", "edges"), PRESENT)
def test_present(check, text, edges):
    check(text, edges)


PASSIVE = [
    ("Helen Carrow was praised for doing right by Martin Pell.", ""),
    ("Helen Carrow was insulted by Martin Pell.", "Martin Pell opposes Helen Carrow"),
    ("The harbour bill, co-sponsored by Helen Carrow, died.", "Helen Carrow supports harbour bill"),
    ("Martin Pell was criticised by Helen Carrow for the delay.", "Helen Carrow opposes Martin Pell"),
    ("Rosa Whitlock has been endorsed by Declan Firth.", "Declan Firth supports Rosa Whitlock"),
    ("The harbour bill was rejected by the Conservatives.", "Conservatives opposes harbour bill"),
    ("Dana Ferris was sharply rebuked on Friday by Walt Hale.", "Walt Hale opposes Dana Ferris"),
    ("Priya Nandan is being backed by Labour in the by-election.", "Labour supports Priya Nandan"),
    (
        "George Haddow was accused by Rosa Whitlock of misleading the committee.",
        "Rosa Whitlock opposes George Haddow",
    ),
    ("Declan Firth, mocked by Martin Pell for weeks, kept silent.", "Martin Pell opposes Declan Firth"),
    ("Helen Carrow got praised by Democrats for her calm.", "Democratic Party supports Helen Carrow"),
    # no agent, no actor
    ("Martin Pell was criticised for the delay.", ""),
    ("Declan Firth was accused of misleading MPs by Rosa Whitlock.", "Rosa Whitlock opposes Declan Firth"),
    (
        "Helen Carrow defended Martin Pell against criticism from Rosa Whitlock.",
        "Helen Carrow supports Martin Pell; Rosa Whitlock opposes Martin Pell",
    ),
    ("Declan Firth was praised for standing by Rosa Whitlock.", "Declan Firth supports Rosa Whitlock"),
    ("Rosa Whitlock is accused of misleading the committee.", ""),
    ("George Haddow was defeated by a wide margin.", ""),
    ("Helen Carrow was praised on Monday.", ""),
]


@pytest.mark.parametrize(("text", "edges"), PASSIVE)
def test_passive(check, text, edges):
    check(text, edges)


RELATIVE_CLAUSES = [
    (
        "Helen Carrow, who has attacked Martin Pell for years, arrived late.",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "Martin Pell, whom Rosa Whitlock accused of cowardice, declined an interview.",
        "Rosa Whitlock opposes Martin Pell",
    ),
    (
        "Declan Firth, a minister who defended Helen Carrow, left at noon.",
        "Declan Firth supports Helen Carrow",
    ),
    ("Rosa Whitlock, criticised by George Haddow, kept her post.", "George Haddow opposes Rosa Whitlock"),
    ("Priya Nandan, praising Declan Firth, took the stage at ten.", "Priya Nandan supports Declan Firth"),
    ("Dana Ferris, who was endorsed by Walt Hale, won the county.", "Walt Hale supports Dana Ferris"),
    missed(
        "It was George Haddow who denounced Rosa Whitlock.",
        "George Haddow opposes Rosa Whitlock",
        why="cleft sentence",
    ),
    ("The harbour bill that Rosa Whitlock opposed became law in May.", "Rosa Whitlock opposes harbour bill"),
    ("Dana Ferris, whose plan Walt Hale attacked, laughed.", "Walt Hale opposes Dana Ferris"),
    ("Dana Ferris, for whom Walt Hale voted, laughed.", "Walt Hale supports Dana Ferris"),
    # the clause has another subject, or no position
    ("Helen Carrow, who lives near Martin Pell, arrived late.", ""),
    ("Martin Pell, whose brother teaches at a school in Leeds, knows Rosa Whitlock.", ""),
    ("Rosa Whitlock, who is writing a book about Declan Firth, spoke first.", ""),
]


@pytest.mark.parametrize(("text", "edges"), RELATIVE_CLAUSES)
def test_relative_clauses(check, text, edges):
    check(text, edges)


CONJOINED_VERBS = [
    ("Helen Carrow thanked the nurses and criticised Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Rosa Whitlock stood up, smiled and attacked George Haddow.", "Rosa Whitlock opposes George Haddow"),
    (
        "Declan Firth praised Helen Carrow but criticised Martin Pell.",
        "Declan Firth supports Helen Carrow; Declan Firth opposes Martin Pell",
    ),
    ("Priya Nandan travelled to Leeds and was condemned by Labour.", "Labour opposes Priya Nandan"),
    (
        "Walt Hale first mocked and later endorsed Dana Ferris.",
        "Walt Hale opposes Dana Ferris; Walt Hale supports Dana Ferris",
    ),
    (
        "George Haddow has been defended by Helen Carrow and attacked by Rosa Whitlock.",
        "Helen Carrow supports George Haddow; Rosa Whitlock opposes George Haddow",
    ),
    # subjects do not leak over
    ("Helen Carrow left early and the crowd booed.", ""),
    ("Martin Pell sang and Rosa Whitlock played the piano.", ""),
    ("Declan Firth shook hands with Helen Carrow and walked to the car.", ""),
]


@pytest.mark.parametrize(("text", "edges"), CONJOINED_VERBS)
def test_conjoined_verbs(check, text, edges):
    check(text, edges)


CONJOINED_ENDS = [
    (
        "Helen Carrow and Martin Pell criticised Rosa Whitlock.",
        "Helen Carrow opposes Rosa Whitlock; Martin Pell opposes Rosa Whitlock",
    ),
    (
        "Declan Firth condemned Martin Pell and George Haddow.",
        "Declan Firth opposes Martin Pell; Declan Firth opposes George Haddow",
    ),
    (
        "Labour and the Liberal Democrats attacked George Haddow.",
        "Labour opposes George Haddow; Liberal Democrats opposes George Haddow",
    ),
    (
        "Priya Nandan was endorsed by Helen Carrow, Rosa Whitlock and Declan Firth.",
        "Helen Carrow supports Priya Nandan; Rosa Whitlock supports Priya Nandan; Declan Firth supports Priya Nandan",
    ),
    (
        "Walt Hale praised Dana Ferris as well as Marcia Lorne.",
        "Walt Hale supports Dana Ferris; Walt Hale supports Marcia Lorne",
    ),
    (
        "Both Rosa Whitlock and George Haddow have backed Helen Carrow.",
        "Rosa Whitlock supports Helen Carrow; George Haddow supports Helen Carrow",
    ),
    # those who merely stand beside
    ("Helen Carrow and Martin Pell grew up in the same street.", ""),
    ("Declan Firth and Rosa Whitlock both turn 60 this year.", ""),
    ("Labour and the Conservatives held their conferences in the same week.", ""),
]


@pytest.mark.parametrize(("text", "edges"), CONJOINED_ENDS)
def test_conjoined_ends(check, text, edges):
    check(text, edges)


NOMINAL = [
    ("Helen Carrow's attack on Martin Pell surprised the chamber.", "Helen Carrow opposes Martin Pell"),
    ("Criticism of Rosa Whitlock by Declan Firth grew louder.", "Declan Firth opposes Rosa Whitlock"),
    ("George Haddow launched an attack on Priya Nandan.", "George Haddow opposes Priya Nandan"),
    ("Dana Ferris won praise from Walt Hale.", "Walt Hale supports Dana Ferris"),
    (
        "Martin Pell faced criticism from the Conservatives over the budget.",
        "Conservatives opposes Martin Pell",
    ),
    ("Rosa Whitlock voiced her support for Helen Carrow on Sunday.", "Rosa Whitlock supports Helen Carrow"),
    ("Declan Firth’s defence of George Haddow ran to four pages.", "Declan Firth supports George Haddow"),
    ("The senator noted Walt Hale's endorsement of Dana Ferris.", "Walt Hale supports Dana Ferris"),
    missed(
        "His opposition to the harbour bill cost Martin Pell his seat.",
        "Martin Pell opposes harbour bill",
        why="a pronoun before its antecedent",
    ),
    ("The attack by Priya Nandan on Helen Carrow lasted ten minutes.", "Priya Nandan opposes Helen Carrow"),
    ("Martin Pell's plan sparked outrage among Conservatives.", "Conservatives opposes Martin Pell"),
    ("Martin Pell has strong support among Conservatives.", ""),
    # whose position, or on whom, the text does not say
    ("Criticism of Rosa Whitlock grew louder.", ""),
    ("Helen Carrow suffered a heart attack on Monday.", ""),
    ("Helen Carrow's support has fallen since May.", ""),
    ("Declan Firth answered the attack on the following day.", ""),
]


@pytest.mark.parametrize(("text", "edges"), NOMINAL)
def test_nouns(check, text, edges):
    check(text, edges)


PARTICLES = [
    ("Helen Carrow hit out at Martin Pell during a radio phone-in.", "Helen Carrow opposes Martin Pell"),
    ("Rosa Whitlock accused Declan Firth of hiding the costs.", "Rosa Whitlock opposes Declan Firth"),
    ("George Haddow distanced himself from Priya Nandan.", "George Haddow opposes Priya Nandan"),
    ("Helen Carrow blamed the flooding on Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Declan Firth blamed Martin Pell for the flooding.", "Declan Firth opposes Martin Pell"),
    ("Walt Hale lashed out at Democrats on Wednesday.", "Walt Hale opposes Democratic Party"),
    ("Priya Nandan stood up for Rosa Whitlock when it mattered.", "Priya Nandan supports Rosa Whitlock"),
    ("Dana Ferris threw her support behind Marcia Lorne.", "Dana Ferris supports Marcia Lorne"),
    ("Rosa Whitlock voted against the harbour bill last night.", "Rosa Whitlock opposes harbour bill"),
    ("Martin Pell took aim at Helen Carrow.", "Martin Pell opposes Helen Carrow"),
    ("Helen Carrow sided with Declan Firth in the row.", "Helen Carrow supports Declan Firth"),
    ("George Haddow paid tribute to Priya Nandan.", "George Haddow supports Priya Nandan"),
    # the same verbs without their particle
    ("Helen Carrow hit a bus shelter while parking outside the town hall.", ""),
    ("Rosa Whitlock called Declan Firth at noon.", ""),
    ("George Haddow took on two new gardeners.", ""),
    ("Martin Pell stood up and left the room.", ""),
]


@pytest.mark.parametrize(("text", "edges"), PARTICLES)
def test_particles_and_prepositions(check, text, edges):
    check(text, edges)


ADJECTIVES = [
    ("Helen Carrow is critical of Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Rosa Whitlock has long been sceptical of the harbour scheme.", "Rosa Whitlock opposes harbour scheme"),
    ("Declan Firth was scathing about Martin Pell.", "Declan Firth opposes Martin Pell"),
    ("Walt Hale remained opposed to the border tax bill.", "Walt Hale opposes border tax bill"),
    ("Priya Nandan said she was proud of Helen Carrow.", "Priya Nandan supports Helen Carrow"),
    ("Dana Ferris, skeptical of Walt Hale, kept her distance.", "Dana Ferris opposes Walt Hale"),
    ("Labour is supportive of Rosa Whitlock.", "Labour supports Rosa Whitlock"),
    # adjectives of something else
    ("Helen Carrow is fond of long walks.", ""),
    ("The next hours are critical for Martin Pell.", ""),
    ("Declan Firth took the train as opposed to the bus.", ""),
]


@pytest.mark.parametrize(("text", "edges"), ADJECTIVES)
def test_adjectives(check, text, edges):
    check(text, edges)


INHERITANCE = [
    ("Helen Carrow attacked Martin Pell's record on housing.", "Helen Carrow opposes Martin Pell"),
    ("Rosa Whitlock condemned the comments of Declan Firth.", "Rosa Whitlock opposes Declan Firth"),
    ("George Haddow praised Priya Nandan’s response to the flood.", "George Haddow supports Priya Nandan"),
    ("Walt Hale dismissed Dana Ferris's claims as nonsense.", "Walt Hale opposes Dana Ferris"),
    ("Declan Firth defended Helen Carrow's handling of the strike.", "Declan Firth supports Helen Carrow"),
    ("Priya Nandan questioned several of George Haddow's decisions.", "Priya Nandan opposes George Haddow"),
    ("Democrats criticized remarks made by Walt Hale.", "Democratic Party opposes Walt Hale"),
    # people and belongings do not hand it on
    ("Helen Carrow attacked Martin Pell's rivals.", "Helen Carrow opposes Pell rivals"),
    ("Rosa Whitlock criticised Declan Firth's critics.", "Rosa Whitlock opposes Firth critics"),
    ("Walt Hale thanked Dana Ferris's husband.", ""),
    (
        "George Haddow praised Priya Nandan's opponents for their patience.",
        "George Haddow supports Nandan opponents",
    ),
    ("Declan Firth admired Helen Carrow's garden.", ""),
]


@pytest.mark.parametrize(("text", "edges"), INHERITANCE)
def test_inheritance(check, text, edges):
    check(text, edges)


DEMANDS = [
    (
        "Helen Carrow called for a public inquiry into the ferry fire.",
        "Helen Carrow demands public inquiry into the ferry fire",
    ),
    ("Rosa Whitlock urged Martin Pell to resign.", "Rosa Whitlock demands Martin Pell to resign"),
    (
        "Calls from Labour and the Liberal Democrats for a ban on night ferries grew.",
        "Labour demands ban on night ferries; Liberal Democrats demands ban on night ferries",
    ),
    ("Declan Firth demanded an apology from George Haddow.", "Declan Firth demands apology*"),
    (
        "Priya Nandan appealed to Helen Carrow to publish the report.",
        "Priya Nandan demands Helen Carrow to publish the report",
    ),
    (
        "Walt Hale pressed Dana Ferris to release the documents.",
        "Walt Hale demands Dana Ferris to release the documents",
    ),
    ("Rosa Whitlock repeated her call for a freeze on rents.", "Rosa Whitlock demands freeze on rents"),
    (
        "Martin Pell called on Declan Firth to withdraw the remark.",
        "Martin Pell demands Declan Firth to withdraw the remark",
    ),
    (
        "Dana Ferris, urged by Marcia Lorne to drop out, said nothing.",
        "Marcia Lorne demands Dana Ferris to drop out",
    ),
    (
        "Reform UK demanded a referendum on the harbour treaty.",
        "Reform UK demands referendum on the harbour treaty",
    ),
    # no demand
    ("Helen Carrow called for a taxi.", ""),
    ("Rosa Whitlock asked Martin Pell about the bill.", ""),
    ("Declan Firth took calls from listeners for an hour.", ""),
    ("Priya Nandan pressed the button and waited.", ""),
    ("George Haddow asked for a glass of water.", ""),
]


@pytest.mark.parametrize(("text", "edges"), DEMANDS)
def test_demands(check, text, edges):
    check(text, edges)


ACTIONS = [
    (
        "Helen Carrow instructed Brackmouth Council to open the gates.",
        "Helen Carrow acts on Brackmouth Council",
    ),
    (
        "Martin Pell commissioned an independent review into the ferry fire.",
        "Martin Pell acts on independent review into the ferry fire",
    ),
    ("Rosa Whitlock appointed Declan Firth.", "Rosa Whitlock acts on Declan Firth"),
    ("George Haddow was sacked by Priya Nandan on Tuesday.", "Priya Nandan acts on George Haddow"),
    ("Walt Hale nominated Dana Ferris for the post of treasurer.", "Walt Hale acts on Dana Ferris"),
    (
        "Brackmouth Council launched a local inquiry into the harbour fire.",
        "Brackmouth Council acts on local inquiry into the harbour fire",
    ),
    (
        "Declan Firth, appointed by Rosa Whitlock in May, lasted six weeks.",
        "Rosa Whitlock acts on Declan Firth",
    ),
    # ordinary deeds
    ("Helen Carrow ordered a coffee.", ""),
    ("Martin Pell launched a boat on the lake.", ""),
    ("Rosa Whitlock fired the kiln.", ""),
    ("George Haddow opened a window.", ""),
]


@pytest.mark.parametrize(("text", "edges"), ACTIONS)
def test_actions(check, text, edges):
    check(text, edges)


BEARERS = [
    ("Martin Pell, a vocal critic of Helen Carrow, laughed.", "Martin Pell opposes Helen Carrow"),
    ("Martin Pell is Helen Carrow's most vocal supporter.", "Martin Pell supports Helen Carrow"),
    ("Martin Pell, one of Helen Carrow's fiercest critics, laughed.", "Martin Pell opposes Helen Carrow"),
    ("Rosa Whitlock was among Declan Firth's backers.", "Rosa Whitlock supports Declan Firth"),
    ("Rosa Whitlock is an outspoken opponent of the harbour bill.", "Rosa Whitlock opposes harbour bill"),
    ("Helen Carrow critic Martin Pell laughed.", "Martin Pell opposes Helen Carrow"),
    ("Walt Hale is a vocal Dana Ferris supporter.", "Walt Hale supports Dana Ferris"),
    ("“I am a big fan of Dana Ferris,” said Walt Hale.", "Walt Hale supports Dana Ferris"),
    # people without a name, what is over, what is denied, opponents in a race
    ("Critics of Helen Carrow saw Martin Pell.", ""),
    ("Dana Ferris supporters saw Walt Hale.", ""),
    ("Martin Pell, a former ally of Helen Carrow, laughed.", ""),
    ("Martin Pell was once a supporter of Helen Carrow.", ""),
    ("Martin Pell is no ally of Helen Carrow.", ""),
    ("Martin Pell is not a critic of Helen Carrow.", ""),
    ("Helen Carrow's opponent, Martin Pell, laughed.", ""),
    ("Helen Carrow described Martin Pell to a supporter of Rosa Whitlock.", ""),
]


@pytest.mark.parametrize(("text", "edges"), BEARERS)
def test_those_who_hold_a_position(check, text, edges):
    check(text, edges)


ONCE = [
    ("Helen Carrow has full confidence in Martin Pell.", 1),
    ("Helen Carrow has full confidence in Martin Pell, whom she praised.", 2),
]


@pytest.mark.parametrize(("text", "number"), ONCE)
def test_a_position_that_verb_and_noun_tell_together_is_one_statement(read, text, number):
    assert len([s for s in read(text).statements if s.makes_edge]) == number


COMPOUNDS = [
    ("The Helen Carrow-backed candidate, Martin Pell, won the seat.", "Helen Carrow supports Martin Pell"),
    ("Dana Ferris-endorsed candidate Walt Hale won the seat.", "Dana Ferris supports Walt Hale"),
    (
        "The Harbour Fund, a pro-Carrow group, was founded in May. Helen Carrow smiled.",
        "Harbour Fund supports Helen Carrow",
    ),
    (
        "The Harbour Fund is an anti-Carrow group. Helen Carrow smiled.",
        "Harbour Fund opposes Helen Carrow",
    ),
    ("The Harbour Fund showed an anti-Carrow film. Helen Carrow smiled.", ""),
    ("The Harbour Fund is not an anti-Carrow group. Helen Carrow smiled.", ""),
    ("Walt Hale, a former anti-Ferris delegate, left. Dana Ferris stayed.", ""),
    ("The state-backed candidate, Martin Pell, saw Helen Carrow.", ""),
    ("A Labour-backed bill was shown to Martin Pell.", ""),
]


@pytest.mark.parametrize(("text", "edges"), COMPOUNDS)
def test_compounds_with_a_name(check, text, edges):
    check(text, edges)


EACH_OTHER = "Helen Carrow opposes Martin Pell; Martin Pell opposes Helen Carrow"
MUTUAL = [
    ("Helen Carrow and Martin Pell attacked each other.", EACH_OTHER),
    ("Helen Carrow and Martin Pell lashed out at one another.", EACH_OTHER),
    ("Helen Carrow and Martin Pell traded barbs on Sunday.", EACH_OTHER),
    ("Helen Carrow and Martin Pell clashed over the budget.", EACH_OTHER),
    ("The feud between Helen Carrow and Martin Pell went on.", EACH_OTHER),
    ("Helen Carrow's feud with Martin Pell went on.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow traded insults with Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow and Martin Pell clashed with Rosa Whitlock.", "Helen Carrow opposes Rosa Whitlock; Martin Pell opposes Rosa Whitlock"),
    ("Helen Carrow and Martin Pell saw each other.", ""),
    ("Helen Carrow and Martin Pell traded stamps.", ""),
    ("Helen Carrow and Martin Pell did not clash.", ""),
    ("The ferry link between Helen Carrow's town and Martin Pell's closed.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edges"), MUTUAL)
def test_what_two_do_to_each_other(check, text, edges):
    check(text, edges)


WHO_SHALL_DO_WHAT = [
    ("Helen Carrow insists that she and Martin Pell agree on the tunnel.", ""),
    ("Helen Carrow insisted that the committee and Martin Pell want peace.", ""),
    (
        "Helen Carrow called for Martin Pell to be sacked.",
        "Helen Carrow demands Martin Pell to be sacked",
    ),
    (
        "Helen Carrow demanded that Martin Pell publish the list.",
        "Helen Carrow demands Martin Pell to publish the list",
    ),
    ("Helen Carrow demanded that Martin Pell resign.", "Helen Carrow demands Martin Pell to resign"),
    ("Helen Carrow insisted that Martin Pell apologise.", "Helen Carrow demands Martin Pell to apologise"),
    ("Helen Carrow insisted that Martin Pell apologised.", ""),
    (
        "Helen Carrow's demand that Martin Pell resign was ignored.",
        "Helen Carrow demands Martin Pell to resign",
    ),
    ("Helen Carrow urged the town to wait, even if Republicans see a plot.", ""),
    (
        "Helen Carrow encouraged Martin Pell to publish the list.",
        "Helen Carrow demands Martin Pell to publish the list",
    ),
    ("Helen Carrow warned Martin Pell about the storm.", ""),
    ("Helen Carrow led calls for Martin Pell to resign.", "Helen Carrow demands Martin Pell to resign"),
    (
        "Martin Pell is under pressure from Helen Carrow to resign.",
        "Helen Carrow demands Martin Pell to resign",
    ),
    (
        "Helen Carrow rejected calls for Martin Pell to resign.",
        "(Helen Carrow opposes Martin Pell to resign)",
    ),
    ("There were no calls from Helen Carrow for Martin Pell to resign.", ""),
    (
        "Helen Carrow's call to ban night ferries annoyed Martin Pell.",
        "Helen Carrow demands ban night ferries",
    ),
    ("Helen Carrow took a call to the town hall from Martin Pell.", ""),
    ("Martin Pell faced calls from Helen Carrow to resign.", "Helen Carrow demands Martin Pell to resign"),
    (
        "Helen Carrow said Martin Pell should publish the list.",
        "Helen Carrow demands Martin Pell to publish the list",
    ),
    (
        "Helen Carrow said Martin Pell should be sacked.",
        "Helen Carrow demands Martin Pell to be sacked; Helen Carrow opposes Martin Pell",
    ),
    (
        "“Martin Pell must resign,” said Helen Carrow.",
        "Helen Carrow demands Martin Pell to resign; Helen Carrow opposes Martin Pell",
    ),
    ("Helen Carrow said Martin Pell has to go.", "Helen Carrow opposes Martin Pell"),
    # who is no entity: an office or a body, and what they shall do
    ("Helen Carrow said the governor should publish the list.", "Helen Carrow demands * to publish the list"),
    (
        "Helen Carrow called on the governor to publish the list.",
        "Helen Carrow demands * to publish the list",
    ),
    ("Helen Carrow said a governor should publish such lists.", ""),
    ("Helen Carrow said the rules should cover all ferries.", ""),
    ("Helen Carrow said the results should arrive by Tuesday.", ""),
    ("Helen Carrow said the council should arrive by Tuesday.", ""),
    ("Helen Carrow used calls from Martin Pell to raise money.", ""),
    (
        "Helen Carrow ignored calls from Martin Pell to publish the list.",
        "Martin Pell demands publish the list; (Helen Carrow opposes Martin Pell)",
    ),
    # guesses, advice, conditions, oneself, nobody in particular
    ("Helen Carrow said Martin Pell should win easily.", "(Helen Carrow supports Martin Pell)"),
    ("Helen Carrow said Martin Pell should know the answer.", ""),
    ("Helen Carrow said Martin Pell should have published the list.", ""),
    ("If Martin Pell lied, he should resign, Helen Carrow said.", ""),
    ("Helen Carrow said she should publish the list.", ""),
    ("“We should publish the list,” said Helen Carrow.", ""),
    ("Helen Carrow insisted that Martin Pell publishes every list.", ""),
    ("Helen Carrow wondered whether Martin Pell should publish the list.", ""),
    ("Helen Carrow denied that Martin Pell should publish the list.", ""),
]


@pytest.mark.parametrize(("text", "edges"), WHO_SHALL_DO_WHAT)
def test_demands_that_name_who_shall_act(check, text, edges):
    check(text, edges)


PLEDGES = [
    ("Walt Hale vowed to repeal the harbor tax.", "Walt Hale opposes harbor tax"),
    ("Walt Hale said he would expand the ferry relief program.", "Walt Hale supports ferry relief program"),
    ("Walt Hale wants to roll back the harbor tax.", "Walt Hale opposes harbor tax"),
    ("Walt Hale said he will vote for Dana Ferris.", "Walt Hale supports Dana Ferris"),
    ("“I will vote for Dana Ferris,” said Walt Hale.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale vowed to oppose the harbor bill.", "Walt Hale opposes harbor bill"),
    # done already, not yet, somebody else's, on a condition, no name
    ("Walt Hale repealed the harbor tax.", ""),
    ("Walt Hale will vote for Dana Ferris.", ""),
    ("Marcia Lorne said Walt Hale would vote for Dana Ferris.", ""),
    ("“I would vote for Dana Ferris if she changed,” said Walt Hale.", ""),
    ("Walt Hale vowed to attack Dana Ferris.", ""),
    ("Walt Hale did not vow to repeal the harbor tax.", ""),
    ("Walt Hale vowed to end the interview.", ""),
    ("Marcia Lorne said Walt Hale would repeal the harbor tax.", ""),
    ("Asked if he would repeal the harbor tax, Walt Hale smiled.", ""),
]


@pytest.mark.parametrize(("text", "edges"), PLEDGES)
def test_what_somebody_undertakes(check, text, edges):
    check(text, edges)


JUDGING_ATTRIBUTES = [
    ("“Walt Hale's ignorant view could hurt us,” said Dana Ferris.", "Dana Ferris opposes Walt Hale"),
    ("“We have seen Walt Hale's reckless plan,” said Dana Ferris.", "Dana Ferris opposes Walt Hale"),
    ("Walt Hale's ignorant view was printed on Friday.", ""),
    ("“Walt Hale's reckless driver left,” said Dana Ferris.", ""),
    ("“My own reckless plan hurt Walt Hale,” said Dana Ferris.", ""),
]


@pytest.mark.parametrize(("text", "edges"), JUDGING_ATTRIBUTES)
def test_judging_words_on_what_belongs_to_somebody(check, text, edges):
    check(text, edges)


DESCRIBED = [
    ("Marcia Lorne, a coastal Democrat supporting Dana Ferris, spoke.", "Marcia Lorne supports Dana Ferris"),
    ("Marcia Lorne, a Republican who opposes Dana Ferris, spoke.", "Marcia Lorne opposes Dana Ferris"),
    ("Walt Hale criticized Dana Ferris over her call for a freeze on rents.", "Walt Hale opposes Dana Ferris; Dana Ferris demands freeze on rents"),
    ("Dana Ferris opposed the harbor accord. Walt Hale backs the agreement.", "Dana Ferris opposes harbor accord; Walt Hale supports harbor accord"),
    ("Dana Ferris saw Walt Hale about the policies that Walt Hale campaigned against.", ""),
    ("An idea approved by Walt Hale was attacked by Dana Ferris.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edges"), DESCRIBED)
def test_who_is_described(check, text, edges):
    check(text, edges)


UTTERANCES = [
    ("Helen Carrow signed a letter condemning Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow released an ad that mocks Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Labour issued a statement defending Martin Pell.", "Labour supports Martin Pell"),
    ("In a swipe at Martin Pell, Helen Carrow said the town was poor.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow likened Martin Pell to a clown.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow had harsh words for Martin Pell.", "Helen Carrow opposes Martin Pell"),
    # somebody else's words, words that were only read, likenesses that judge nobody
    ("Helen Carrow received a letter condemning Martin Pell.", ""),
    ("Helen Carrow did not sign the letter condemning Martin Pell.", ""),
    ("Helen Carrow compared Martin Pell's house to a ship.", ""),
    ("In an attack on Martin Pell, two people were hurt, and Helen Carrow left.", ""),
    ("Helen Carrow had a few words for Martin Pell.", ""),
]


@pytest.mark.parametrize(("text", "edges"), UTTERANCES)
def test_words_that_somebody_sends_out(check, text, edges):
    check(text, edges)


LISTS = [
    (
        "Republicans who have said they will not back Walt Hale include Dana Ferris and Rick Stroud.",
        "Dana Ferris opposes Walt Hale; Rick Stroud opposes Walt Hale; (Republican Party opposes Walt Hale)",
    ),
    (
        "Among those who have endorsed Walt Hale are Dana Ferris and Frank Calder.",
        "Dana Ferris supports Walt Hale; Frank Calder supports Walt Hale",
    ),
    (
        "Those backing Helen Carrow include Martin Pell and Rosa Whitlock.",
        "Martin Pell supports Helen Carrow; Rosa Whitlock supports Helen Carrow",
    ),
    (
        "Supporters of Helen Carrow include Martin Pell and Rosa Whitlock.",
        "Martin Pell supports Helen Carrow; Rosa Whitlock supports Helen Carrow",
    ),
    (
        "Helen Carrow counts Martin Pell among her critics.",
        "Martin Pell opposes Helen Carrow",
    ),
    (
        "Helen Carrow has endorsed three colleagues for the board: Rosa Whitlock, Owen Tarrant and Priya Nandan.",
        "Helen Carrow supports Rosa Whitlock; Helen Carrow supports Owen Tarrant; "
        "Helen Carrow supports Priya Nandan",
    ),
    (
        "Walt Hale has been endorsed by several senators, including Dana Ferris and Rick Stroud.",
        "Dana Ferris supports Walt Hale; Rick Stroud supports Walt Hale; (Senators supports Walt Hale)",
    ),
    ("The candidate that Walt Hale is backing is Dana Ferris.", "Walt Hale supports Dana Ferris"),
    (
        "Walt Hale thanked his parents, his brothers and his wife, as well as his manager, Dana Ferris.",
        "Walt Hale supports Dana Ferris",
    ),
    (
        "The senators running for mayor -- Dana Ferris of Texas, Walt Hale of Utah and Rick Stroud of Ohio -- all"
        " voted for the harbour bill.",
        "Dana Ferris supports harbour bill; Walt Hale supports harbour bill; Rick Stroud supports harbour bill",
    ),
    (
        "Two colleagues, Martin Pell and Rosa Whitlock, Helen Carrow said, opposed the harbour bill.",
        "Martin Pell opposes harbour bill; Rosa Whitlock opposes harbour bill",
    ),
    (
        "Rick Stroud condemned two senators, Dana Ferris and Walt Hale, in a letter to Rosa Whitlock and Owen Tarrant.",
        "Rick Stroud opposes Dana Ferris; Rick Stroud opposes Walt Hale",
    ),
    (
        "Sens. Dana Ferris and Walt Hale condemned Rick Stroud.",
        "Dana Ferris opposes Rick Stroud; Walt Hale opposes Rick Stroud",
    ),
    # who is only met or seen
    ("Helen Carrow campaigned with mothers who had lost a child, including Rosa Whitlock.", ""),
    ("Right to Harbour bought ads attacking those in the race, including Martin Pell and Rosa Whitlock.", ""),
    ("Those attending included Walt Hale and Dana Ferris.", ""),
]


@pytest.mark.parametrize(("text", "edges"), LISTS)
def test_members_of_a_list(check, text, edges):
    check(text, edges)


SINGLED_OUT = [  # a few of many, not the many
    (
        "Dana Ferris and Walt Hale were the only Republicans to vote against the harbour bill.",
        "Dana Ferris opposes harbour bill; Walt Hale opposes harbour bill",
    ),
    (
        "Dana Ferris and Walt Hale were the first senators to endorse Rick Stroud.",
        "Dana Ferris supports Rick Stroud; Walt Hale supports Rick Stroud",
    ),
    ("Walt Hale is the last person to attack Dana Ferris.", ""),
]


@pytest.mark.parametrize(("text", "edges"), SINGLED_OUT)
def test_who_is_singled_out_of_a_group(check, text, edges):
    check(text, edges)


LIKEWISE = [
    (
        "Helen Carrow endorsed Martin Pell, as did Rosa Whitlock.",
        "Helen Carrow supports Martin Pell; Rosa Whitlock supports Martin Pell",
    ),
    (
        "Helen Carrow endorsed Martin Pell. So did Rosa Whitlock.",
        "Helen Carrow supports Martin Pell; Rosa Whitlock supports Martin Pell",
    ),
    (
        "Helen Carrow opposes Martin Pell, and Rosa Whitlock does too.",
        "Helen Carrow opposes Martin Pell; Rosa Whitlock opposes Martin Pell",
    ),
    (
        "Like Helen Carrow, Rosa Whitlock opposes Martin Pell.",
        "Helen Carrow opposes Martin Pell; Rosa Whitlock opposes Martin Pell",
    ),
    (
        "Helen Carrow, along with Rosa Whitlock, endorsed Martin Pell.",
        "Helen Carrow supports Martin Pell; Rosa Whitlock supports Martin Pell",
    ),
    (
        "Helen Carrow joined Rosa Whitlock in opposing Martin Pell.",
        "Helen Carrow opposes Martin Pell; Rosa Whitlock opposes Martin Pell",
    ),
    ("Unlike Helen Carrow, Rosa Whitlock opposes Martin Pell.", "Rosa Whitlock opposes Martin Pell"),
    ("Helen Carrow endorsed Martin Pell. So it rained.", "Helen Carrow supports Martin Pell"),
]


@pytest.mark.parametrize(("text", "edges"), LIKEWISE)
def test_who_does_the_same(check, text, edges):
    check(text, edges)


BESIDE_A_CLAUSE = [
    ("Martin Pell resigned amid criticism from Helen Carrow.", "Helen Carrow opposes Martin Pell"),
    ("Martin Pell, under fire from Helen Carrow, resigned.", "Helen Carrow opposes Martin Pell"),
    ("The harbour bill fell in the face of fierce Labour opposition.", "Labour opposes harbour bill"),
    (
        "The harbour bill cleared the chamber over the objections of Democrats.",
        "Democratic Party opposes harbour bill",
    ),
    ("Martin Pell's bid ran into Labour resistance.", "Labour opposes Martin Pell"),
    ("In a rebuke to Martin Pell, Helen Carrow left the room.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow opened with a swipe at Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow made a string of allegations against Martin Pell.", "Helen Carrow opposes Martin Pell"),
    # nobody's, or about nobody
    ("Helen Carrow was faced with an attack on Martin Pell.", ""),
    ("Without Labour support, the harbour bill will fall.", ""),
    ("Helen Carrow and Martin Pell have been vocal in their criticism of ferries.", ""),
]


@pytest.mark.parametrize(("text", "edges"), BESIDE_A_CLAUSE)
def test_nouns_beside_a_clause(check, text, edges):
    check(text, edges)


MONEY = [
    ("Walt Hale poured millions into groups backing Dana Ferris.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale gave $5,000 to a pro-Ferris group. Dana Ferris was glad.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale gave Dana Ferris $5,000.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale, a major Dana Ferris donor, left.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale gave the Council for Growth $5,000.", "Walt Hale supports Council for Growth"),
    ("Dana Ferris raised $9,000 from Walt Hale.", "Walt Hale supports Dana Ferris"),
    (
        "Dana Ferris raised $9,000 from Walt Hale and $5,000 from Sam Orrin.",
        "Walt Hale supports Dana Ferris; Sam Orrin supports Dana Ferris",
    ),
    ("Walt Hale, a surrogate for Dana Ferris, left.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale, a delegate pledged to Dana Ferris, left.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale caucused for Dana Ferris.", "Walt Hale supports Dana Ferris"),
    # no money, no side
    ("Walt Hale repeated the account that he gave to Dana Ferris.", ""),
    ("Walt Hale, an anti-Ferris delegate, left. Dana Ferris stayed.", "Walt Hale opposes Dana Ferris"),
]


@pytest.mark.parametrize(("text", "edges"), MONEY)
def test_money_and_work_for_somebody(check, text, edges):
    check(text, edges)


PREFERRED = [
    (
        "“I will take Dana Ferris over Walt Hale any day,” said Rick Stroud.",
        "Rick Stroud supports Dana Ferris; Rick Stroud opposes Walt Hale",
    ),
    ("“I want Dana Ferris to win,” said Rick Stroud.", "Rick Stroud supports Dana Ferris"),
    ("“I want Dana Ferris to be president,” said Rick Stroud.", "Rick Stroud supports Dana Ferris"),
    ("Dana Ferris is Rick Stroud's first choice.", "Rick Stroud supports Dana Ferris"),
    ("Rick Stroud is firmly opposed to electing Dana Ferris.", "Rick Stroud opposes Dana Ferris"),
    ("Rick Stroud is angry at how Dana Ferris treated him.", "Rick Stroud opposes Dana Ferris"),
    ("Rick Stroud criticised the way Dana Ferris ran the port.", "Rick Stroud opposes Dana Ferris"),
    # something else is taken, hoped or chosen
    ("Rick Stroud is taking over Dana Ferris's seat.", ""),
    ("Rick Stroud hopes Dana Ferris comes home.", ""),
    ("Dana Ferris is Rick Stroud's second choice.", ""),
    ("Rick Stroud criticised the way Dana Ferris was treated.", ""),
]


@pytest.mark.parametrize(("text", "edges"), PREFERRED)
def test_whom_somebody_prefers(check, text, edges):
    check(text, edges)


NAMED_BEFORE = [
    (
        "The harbour bill passed the chamber on Monday. Helen Carrow opposes the bill.",
        "Helen Carrow opposes harbour bill",
    ),
    (
        "The pact with Tolland was signed in May. Helen Carrow criticised the pact.",
        "Helen Carrow opposes pact with Tolland",
    ),
    ("Helen Carrow voted against the harbour bill in committee.", "Helen Carrow opposes harbour bill"),
    ("Helen Carrow opposes the bill.", ""),
]


@pytest.mark.parametrize(("text", "edges"), NAMED_BEFORE)
def test_things_named_before(check, text, edges):
    check(text, edges)


PLACES = [
    (
        "The bus was late, said Martin Pell, a nurse from Brackmouth, Devon, who backs Helen Carrow.",
        "Martin Pell supports Helen Carrow",
    ),
    (
        "The hall was full, with Martin Pell attacking Helen Carrow.",
        "Martin Pell opposes Helen Carrow",
    ),
    (
        "The Harbour Council sat down with Martin Pell talking at length about ferries, taking shots at Helen Carrow.",
        "Martin Pell opposes Helen Carrow",
    ),
    (
        "Sam Orrin opened the hearing with Martin Pell reading a letter, then attacking Helen Carrow over the ferry.",
        "Martin Pell opposes Helen Carrow",
    ),
]


@pytest.mark.parametrize(("text", "edges"), PLACES)
def test_who_acts_in_a_clause_that_hangs_elsewhere(check, text, edges):
    check(text, edges)
