"""Longer sentences as newspapers print them, each with all its edges; made-up people, real and made-up parties."""

from __future__ import annotations

import pytest

from tests.nlp.cases import missed

pytestmark = pytest.mark.model

BRITISH = [
    (
        "Speaking in Brackmouth on Thursday, Martin Pell, the Labour candidate, said he would never criticise a colleague in public.",
        "",
    ),
    (
        "Mr Pell, who was elected in 2019, has been in hospital since Tuesday after an attack in the street.",
        "",
    ),
    (
        "The row began when Rosa Whitlock, a Conservative councillor, claimed that a new harbour would cost £40m.",
        "",
    ),
    (
        "Helen Carrow, whose husband works for Martin Pell, declined to comment on the allegations against him.",
        "",
    ),
    ("Critics of Helen Carrow have accused her of wasting money.", "Carrow critics opposes Helen Carrow"),
    ("Helen Carrow, once an ally of Martin Pell, now sits with the Conservatives.", ""),
    ("Asked if Martin Pell was a liar, Helen Carrow replied that she would not use the word.", ""),
    ("Opponents say the harbour bill is a disaster.", ""),
    ("Simon Ashby fears Laura Lockett will win.", ""),
    ("Owen Tarrant has been under pressure to resign since Simon Ashby's speech.", ""),
    ("Frank Calder said he had never met Grace Dunmore, who was born in Leeds.", ""),
    (
        "Rosa Whitlock was appointed by Helen Carrow, who has since criticised her.",
        "Helen Carrow acts on Rosa Whitlock; Helen Carrow opposes Rosa Whitlock",
    ),
    (
        "Rosa Whitlock’s support for the harbour bill cost her some votes.",
        "Rosa Whitlock supports harbour bill",
    ),
    (
        "Martin Pell said he agreed with Rosa Whitlock that the ferry terminal should be rebuilt.",
        "Martin Pell supports Rosa Whitlock",
    ),
    (
        "Helen Carrow thanked Martin Pell for his work before attacking the Conservatives' record on housing.",
        "Helen Carrow supports Martin Pell; Helen Carrow opposes Conservatives",
    ),
    (
        "Both Labour and Reform UK have criticised the Liberal Democrats' handling of the ferry strike.",
        "Labour opposes Liberal Democrats; Reform UK opposes Liberal Democrats",
    ),
    (
        "The Tories, meanwhile, said Labour's budget was a disaster for farmers.",
        "Conservatives opposes *Labour*",
    ),
    ("Former Labour leader Owen Tarrant has criticised Martin Pell.", "Owen Tarrant opposes Martin Pell"),
    ("Declan Firth resigned in protest against the harbour bill.", "Declan Firth opposes harbour bill"),
    (
        "Priya Nandan described the decision by Brackmouth Council to close the pier as shameful.",
        "Priya Nandan opposes *",
    ),
    (
        "George Haddow, who was sacked by Helen Carrow last year, said she had betrayed the town.",
        "Helen Carrow acts on George Haddow; George Haddow opposes Helen Carrow",
    ),
    (
        "Simon Ashby warned that Laura Lockett's plan would be catastrophic.",
        "Simon Ashby opposes Laura Lockett",
    ),
    (
        "Frank Calder said Owen Tarrant's claim was untrue and that he had missed the ferry.",
        "Frank Calder opposes Owen Tarrant",
    ),
    (
        "Grace Dunmore mocked Frank Calder for losing his shoes, and Owen Tarrant laughed.",
        "Grace Dunmore opposes Frank Calder",
    ),
    (
        "Owen Tarrant insisted that he had full confidence in Simon Ashby.",
        "Owen Tarrant supports Simon Ashby",
    ),
    (
        "Labour has accused the Conservatives of failing to protect victims of the harbour fire.",
        "Labour opposes Conservatives",
    ),
    (
        "The letter, signed by Owen Tarrant and Grace Dunmore, calls for an independent inquiry into the harbour fire.",
        "Owen Tarrant demands *inquiry into the harbour fire; Grace Dunmore demands *inquiry into the harbour fire",
    ),
    (
        "More than 40 MPs, including Grace Dunmore, have called for an inquiry into the harbour fire.",
        "Grace Dunmore demands inquiry into the harbour fire",
    ),
    (
        "The harbour bill, which was opposed by Labour at the time, became law in May.",
        "Labour opposes harbour bill",
    ),
    (
        "Mr Pell told the council: “Rosa Whitlock has failed the people of this town.” "
        "Martin Pell, 54, was a teacher before he entered politics.",
        "Martin Pell opposes Rosa Whitlock",
    ),
    (
        "Owen Tarrant, the shadow chancellor, called the harbour budget “a betrayal of working people”.",
        "Owen Tarrant opposes harbour budget",
    ),
    (
        "“Nobody has done more for this town than Martin Pell, and I am proud of him,” said Helen Carrow.",
        "Helen Carrow supports Martin Pell",
    ),
    (
        "The inquiry came after Rosa Whitlock rejected a request for the council to lead a public inquiry into the fire "
        "– which sparked calls from the Conservatives and Reform UK for a national inquiry into harbour safety.",
        "Rosa Whitlock opposes public inquiry into the fire; Conservatives demands national inquiry into harbour safety; "
        "Reform UK demands national inquiry into harbour safety",
    ),
]


@pytest.mark.parametrize(("text", "edges"), BRITISH)
def test_british(check, text, edges):
    check(text, edges)


AMERICAN = [
    (
        "Supporters of Walt Hale booed Dana Ferris at a rally in Dayton.",
        "Hale supporters opposes Dana Ferris",
    ),
    (
        "Walt Hale told supporters that Republicans must unite to defeat Dana Ferris in November.",
        "(Walt Hale demands *)",
    ),
    ("Dana Ferris leads Walt Hale by three points, and Democrats hope to hold the seat.", ""),
    ("The senator, who has not said whom she will support, met both campaigns.", ""),
    ("A super PAC backing Walt Hale spent $2 million on television in Ohio.", ""),
    ("Dana Ferris, who would be the first woman to hold the office, grew up in Dayton.", ""),
    missed(
        "It was the first time that a senior Democrat had attacked Walt Hale over the shutdown.",
        "*Democrat* opposes Walt Hale",
        why="group in the singular (a senior Democrat, one Tory MP) is no actor",
    ),
    ("Dana Ferris said Walt Hale “has no idea” how to run a state.", "Dana Ferris opposes Walt Hale"),
    (
        "Dana Ferris said Walt Hale's comments were “deeply offensive” and urged him to apologize.",
        "Dana Ferris opposes Walt Hale; Dana Ferris demands Walt Hale to apologize",
    ),
    (
        "Walt Hale, a Republican, won the endorsement of Marcia Lorne on Monday.",
        "Marcia Lorne supports Walt Hale",
    ),
    (
        "Marcia Lorne praised Dana Ferris's response to the storm but faulted her vote on the farm bill.",
        "Marcia Lorne supports Dana Ferris; Marcia Lorne opposes Dana Ferris",
    ),
    (
        "Democrats have accused Walt Hale of lying about his tax returns.",
        "Democratic Party opposes Walt Hale",
    ),
    (
        "Walt Hale, backed by Republicans in the state senate, rejected the farm bill.",
        "Republican* supports Walt Hale; Walt Hale opposes farm bill",
    ),
    ("“Walt Hale is not fit to be governor,” said Dana Ferris, a Democrat.", "Dana Ferris opposes Walt Hale"),
    (
        "Dana Ferris on Tuesday refused to endorse her party's nominee, Rick Stroud.",
        "Dana Ferris opposes Rick Stroud",
    ),
    ("Walt Hale broke with Republicans over the farm bill.", "Walt Hale opposes Republican Party"),
]


@pytest.mark.parametrize(("text", "edges"), AMERICAN)
def test_american(check, text, edges):
    check(text, edges)


# Whole short reports.
REPORTS = [
    missed(
        "Helen Carrow has defended her decision to close the Brackmouth ferry terminal after Martin Pell "
        "called it “an act of vandalism”. The harbour minister told the BBC that the terminal had lost "
        "money for years. “Nobody likes closing things,” she said. “But Mr Pell knows that there was no "
        "alternative.” Mr Pell, the Labour mayor, said he was “deeply disappointed” in the minister.",
        "Martin Pell opposes Helen Carrow; (* *decision to close the Brackmouth ferry terminal)",
        why="“it” for a thing and the minister in short are not followed",
    ),
    (
        "Rosa Whitlock resigned from the Conservative front bench on Monday after she was accused of "
        "misleading the committee. In a letter to Declan Firth, she said she had “made mistakes” but had "
        "“never lied”. Mr Firth thanked her for her service. Labour said the resignation raised serious "
        "questions about his judgement. “He knew and he did nothing,” said George Haddow, the shadow "
        "leader of the house.",
        "Declan Firth supports Rosa Whitlock; George Haddow opposes Declan Firth; (Labour opposes Declan Firth)",
    ),
    (
        "Walt Hale spent Saturday in Dayton, where he told a crowd of 3,000 that Dana Ferris would raise "
        "their taxes. Ms. Ferris's campaign called the claim false. “Walt Hale is making things up "
        "because he is losing,” said Rick Stroud, a spokesman for Ms. Ferris. Polls give Ms. Ferris a "
        "lead of four points. Marcia Lorne, who lost the primary to Mr. Hale in May, has not said whom "
        "she will support.",
        "(Dana Ferris opposes Walt Hale); (Rick Stroud opposes Walt Hale)",
    ),
    (
        "Asked on Sunday whether he trusted Helen Carrow, Martin Pell paused. “I have known Helen for "
        "twenty years,” he said. “She is honest, but she is wrong about the ferry.” Priya Nandan, who "
        "chairs the committee, has called for both of them to give evidence. She said the public deserved "
        "answers.",
        "(Martin Pell supports Helen Carrow); Martin Pell opposes Helen Carrow; (Priya Nandan demands *)",
    ),
    (
        "The Liberal Democrats accused Labour and the Conservatives of a “stitch-up” after both parties "
        "voted down an amendment to the harbour bill. Simon Ashby, who tabled the amendment, said it had "
        "the support of 40 MPs. Grace Dunmore, for Labour, said it was “unworkable”. Frank Calder, for "
        "the Conservatives, did not speak in the debate.",
        "Liberal Democrats opposes Labour; Liberal Democrats opposes Conservatives; "
        "(* amendment to the harbour bill)",
    ),
    (
        "Owen Tarrant's attack on Laura Lockett drew criticism from both sides of the house. Simon Ashby "
        "said it was beneath him. Grace Dunmore called on him to apologise. Ms Lockett herself declined "
        "to respond, though an ally said she had been hurt by it. Mr Tarrant later deleted the post, in "
        "which he had called her a “puppet” of Frank Calder.",
        "Owen Tarrant opposes Laura Lockett; (Grace Dunmore demands Owen Tarrant to apologise); (Simon "
        "Ashby opposes Owen Tarrant)",
    ),
    (
        "Dana Ferris voted for the farm bill, breaking with Republicans who had urged her to oppose it. "
        "Walt Hale said she had betrayed her party. Democrats praised her courage. The bill, which was "
        "written by Marcia Lorne, passed by two votes and is expected to be signed by the governor on "
        "Friday.",
        "Dana Ferris supports farm bill; Dana Ferris opposes Republican Party; Republican Party demands "
        "Dana Ferris*; Walt Hale opposes Dana Ferris; Democratic Party supports Dana Ferris",
    ),
    (
        "Helen Carrow and Martin Pell both attended the memorial for the victims of the attack on "
        "Brackmouth market, in which nine people were killed. Ms Carrow condemned the attackers and "
        "praised the police. Mr Pell said the town would not be divided by hatred. Rosa Whitlock, whose "
        "brother was hurt, thanked the nurses.",
        "(* police)",
    ),
    missed(
        "The report by Julia Kemble, published on Tuesday, found that the council had failed to act on "
        "warnings about the pier. It criticised George Haddow, who led the council at the time. Mr Haddow "
        "said he accepted the findings and apologised to the families. Priya Nandan, his successor, said "
        "the report was “a damning indictment” of his leadership. She has asked the police to "
        "investigate.",
        "Priya Nandan opposes George Haddow; (Julia Kemble opposes George Haddow); (* demands *police*); "
        "(George Haddow supports *findings*)",
        why="a judgement said of a report (“a damning indictment” of his leadership) does not reach the person",
    ),
]


@pytest.mark.parametrize(("text", "edges"), REPORTS)
def test_whole_reports(check, text, edges):
    check(text, edges)


# A little of everything.
ASSORTED = [
    ("Rick Stroud rarely praises Dana Ferris.", ""),
    ("Nor did Laura Lockett condemn Simon Ashby.", ""),
    ("Not one Republican defended Walt Hale.", ""),
    ("Frank Calder rejected the suggestion that he had attacked Grace Dunmore.", ""),
    (
        "It is wrong to say that Owen Tarrant criticised Laura Lockett.",
        "",
    ),
    ("Reports that Owen Tarrant had criticised Laura Lockett proved to be false.", ""),
    ("Simon Ashby is unlikely to back Laura Lockett.", ""),
    missed(
        "Simon Ashby decided against endorsing Laura Lockett.",
        "",
        why="“against” or “rule out” before a verb of support does not negate",
    ),
    (
        "Simon Ashby ruled out backing Laura Lockett.",
        "Simon Ashby opposes Laura Lockett",
    ),
    ("Grace Dunmore would never endorse Frank Calder.", "(Grace Dunmore opposes Frank Calder)"),
    ("Labour has declined to back the tram scheme.", "Labour opposes tram scheme"),
    ("Democrats signaled they would oppose the water bill.", "(Democratic Party opposes water bill)"),
    ("The water bill has drawn fire from Democrats.", "Democratic Party opposes water bill"),
    (
        "Laura Lockett came under attack from Reform UK over school meals.",
        "Reform UK opposes Laura Lockett",
    ),
    ("Owen Tarrant has come out in support of Simon Ashby.", "Owen Tarrant supports Simon Ashby"),
    (
        "Laura Lockett rounded on Frank Calder, accusing him of cowardice.",
        "Laura Lockett opposes Frank Calder",
    ),
    ("Grace Dunmore told the committee Owen Tarrant was “a menace”.", "Grace Dunmore opposes Owen Tarrant"),
    ("“Owen Tarrant has shown real courage,” said Grace Dunmore.", "Grace Dunmore supports Owen Tarrant"),
    ("“Shame on Owen Tarrant,” said Grace Dunmore.", "Grace Dunmore opposes Owen Tarrant"),
    ("In an op-ed, Rick Stroud described Dana Ferris as a fraud.", "Rick Stroud opposes Dana Ferris"),
    (
        "Rick Stroud, who had been fired by Dana Ferris in June, endorsed Walt Hale.",
        "Dana Ferris acts on Rick Stroud; Rick Stroud supports Walt Hale",
    ),
    (
        "Frank Calder and Owen Tarrant were both accused by Simon Ashby of bullying.",
        "Simon Ashby opposes Frank Calder; Simon Ashby opposes Owen Tarrant",
    ),
    (
        "The Tories called for the resignation of Laura Lockett.",
        "Conservatives demands resignation of Laura Lockett",
    ),
    ("Laura Lockett must resign, Frank Calder said.", "Frank Calder * Laura Lockett*"),
    (
        "Frank Calder tabled a motion of no confidence in Laura Lockett.",
        "(Frank Calder opposes Laura Lockett); (Frank Calder * motion*)",
    ),
    missed(
        "Union leaders welcomed the tram scheme, but Frank Calder called it a waste of money.",
        "Frank Calder opposes tram scheme",
        why="“it” for a thing is not followed across a conjunction",
    ),
    (
        "Simon Ashby thanked Laura Lockett, whom he called a true friend of the town.",
        "Simon Ashby supports Laura Lockett",
    ),
    ("Mr Ashby, of the Lib Dems, attacked Simon Ashby's namesake.", ""),
    ("After Dana Ferris had spoken, Rick Stroud attacked the press.", "Rick Stroud opposes Press"),
    ("Between Laura Lockett and Frank Calder sat Owen Tarrant, who praised the weather.", ""),
    (
        "Owen Tarrant, asked about Laura Lockett's attack on Frank Calder, said nothing.",
        "Laura Lockett opposes Frank Calder",
    ),
    ("Laura Lockett’s allies fear that Frank Calder will attack her.", ""),
    ("What Laura Lockett said about Frank Calder was kind.", ""),
    ("A poster accusing Laura Lockett of lying was taken down by Frank Calder.", ""),
    ("Frank Calder took down a poster that accused Laura Lockett of lying.", ""),
    ("Laura Lockett won the debate against Frank Calder.", ""),
    (
        "Laura Lockett and Frank Calder attacked each other.",
        "Laura Lockett opposes Frank Calder; Frank Calder opposes Laura Lockett",
    ),
    ("Frank Calder apologised for calling Laura Lockett a liar.", "Frank Calder opposes Laura Lockett"),
]


@pytest.mark.parametrize(("text", "edges"), ASSORTED)
def test_assorted(check, text, edges):
    check(text, edges)
