"""Sentences that look like positions and are none: each must find nothing.

The kinds are those that machines get wrong most often in news text; a new wrong edge belongs here first.
"""

from __future__ import annotations

import pytest

from tests.nlp.cases import edges_in, missed

pytestmark = pytest.mark.model

VIOLENCE = [
    "A gunman attacked Martin Pell outside his home on Tuesday.",
    "Four people were killed in the terror attack on Brackmouth.",
    "Police shot a man after he attacked Helen Carrow with a knife.",
    "Rebels attacked the capital at dawn.",
    "The bombing of the harbour killed nine.",
    "Martin Pell is accused of murder.",
    "Soldiers defended the bridge against the militants.",
    "The attack on the embassy in 2012 left four dead.",
    "Helen Carrow was the victim of a knife attack in March.",
    "Dana Ferris suffered burns in the assault.",
]

POLLS = [
    "Helen Carrow leads Martin Pell by six points in the latest poll.",
    "Dana Ferris beats Walt Hale among women, the survey found.",
    "Walt Hale trails Dana Ferris in Ohio.",
    "Support for Helen Carrow rose to 41 percent in May.",
    "Martin Pell's support comes mainly from the coast.",
    "Dana Ferris has 52 percent support against Walt Hale at 44.",
    "Rosa Whitlock is ahead of Declan Firth in the count.",
    "Helen Carrow defeated Martin Pell in the first round.",
    "Republicans favored Walt Hale by 52 percent to 40, the survey found.",
    "In the poll, Labour preferred Martin Pell.",
    "Walt Hale lost to Dana Ferris in the county.",
    "Dana Ferris faces Walt Hale in November.",
]

BENEFICIARIES = [
    "Helen Carrow has spent her life supporting victims of violence.",
    "Martin Pell supports his elderly mother.",
    "Rosa Whitlock fought for better wages all her life.",
    "The charity supports families across Brackmouth.",
    "Declan Firth backed his car into a wall.",
    "Priya Nandan defended her title in the spring regatta.",
    "George Haddow championed young painters.",
    "Helen Carrow thanked her driver and the kitchen staff.",
    "Walt Hale, a lawyer, defended three poachers in court.",
]

HYPOTHETICALS = [
    "If Martin Pell had lied, that would be terrible, Helen Carrow said.",
    "Helen Carrow might one day attack Martin Pell.",
    "Should Dana Ferris win, Walt Hale would oppose her.",
    "Reporters asked whether Rosa Whitlock would back Declan Firth.",
    "It is unclear if Labour supports George Haddow.",
    "Martin Pell could be criticised by Helen Carrow for this.",
    "Helen Carrow can still make trouble by calling for an inquiry.",
    "Martin Pell argued that with the backing of nurses he can win.",
    "It was the last opportunity for Helen Carrow to criticise Martin Pell.",
    "Helen Carrow is prepared to challenge any attempt by Martin Pell to close the port.",
    "The decision of Helen Carrow to hold off on backing Martin Pell was wise.",
    "Martin Pell was reluctant to endorse Helen Carrow.",
    "Martin Pell left despite his reluctance to endorse Helen Carrow.",
    "There is an allegation that Martin Pell had attacked Helen Carrow.",
    "Helen Carrow questioned his respect for Martin Pell.",
    "“Helen Carrow is going to have to inspire trust,” said Martin Pell.",
    "Walt Hale urged calm, should Dana Ferris resign.",
    "Walt Hale did not come out and say Dana Ferris should be replaced.",
    "Dana Ferris would not be Silicon Valley's first choice.",
    "Walt Hale would do an about-face and endorse Dana Ferris only for money.",
    "Had Helen Carrow condemned Martin Pell, he would have gone.",
    "Nobody can imagine Rosa Whitlock praising Declan Firth.",
    "Who would criticise Helen Carrow?",
    "Helen Carrow may be asked to condemn Martin Pell.",
    "Helen Carrow came close to criticising Martin Pell.",
    "Helen Carrow considered criticising Martin Pell.",
    "Helen Carrow tried to defend Martin Pell.",
    "Helen Carrow is yet to criticise Martin Pell.",
    "Helen Carrow would like to thank Martin Pell.",
    "Helen Carrow's alleged attack on Martin Pell was never proved.",
    "Helen Carrow wrote a novel in which a mayor attacks Labour.",
]

SITUATIONS = [
    "“It's nonsense,” Helen Carrow said after Martin Pell had left.",
    "“This is a disaster,” said Rosa Whitlock on the quay.",
    "Declan Firth said the situation was terrible.",
    "“The weather has been awful,” George Haddow told Priya Nandan.",
    "Helen Carrow said that the mood in the hall was sad.",
    "“That is wrong,” Walt Hale said. Dana Ferris was in Ohio that day.",
    "Martin Pell said the storm was a tragedy for the town.",
    "“There is a risk of flooding,” Rosa Whitlock warned.",
    "It was a bad week for Helen Carrow, Martin Pell said.",
    "“Voters are angry,” Declan Firth said.",
]

QUOTATIONS_OF_NOBODY = [
    "“Martin Pell is a liar,” read a poster on the pier.",
    "Helen Carrow walked in. “Martin Pell is a fraud.”",
    "“I oppose the harbour bill.”",
    "Martin Pell opened the letter.\n\n“Rosa Whitlock is a disgrace,” it began.",
    "A heckler shouted: “Martin Pell is a coward!”",
    "The headline was “Helen Carrow slams Martin Pell”?",
    "“We condemn Labour,” chanted the crowd.",
    "He wrote: “Helen Carrow is a fraud.”",
    "“George Haddow is a clown,” one resident said.",
]

NAMES_WITH_POSITION_WORDS = [
    "Reform UK held its conference in Birmingham.",
    "The Dream Act was signed in the morning.",
    "Helen Carrow visited the Support Centre in Leeds.",
    "Martin Pell wore an Attack on Titan shirt.",
    "The Campaign for Real Ale has an office in St Albans.",
    "Rosa Whitlock chairs the Defence Committee.",
    "The Labour leader is to visit Brackmouth.",
    "Declan Firth read Pride and Prejudice on the train.",
    "Priya Nandan works for the Fair Trade Foundation.",
    "Grant Shapps and Mark Rowley sat at the same table.",
    "Democratic nominee Dana Ferris flew to Ohio.",
]

INTERVIEWERS = [
    "The presenter asked Helen Carrow about Martin Pell.",
    "Asked about Rosa Whitlock, Declan Firth smiled.",
    "Walt Hale was pressed on Dana Ferris's tax returns.",
    "Helen Carrow was questioned about the ferry fire.",
    "The BBC asked Martin Pell if he had met Rosa Whitlock.",
    "Dana Ferris and Walt Hale will debate on Sunday.",
    "Priya Nandan asked voters for their trust.",
    "The interviewer pressed Declan Firth for details.",
    "Helen Carrow faces Martin Pell in a debate on Monday.",
]

TRUNCATED_THINGS = [
    "Helen Carrow opposed the bill.",
    "Martin Pell backed a proposal.",
    "Rosa Whitlock rejected the legislation.",
    "Declan Firth voted for the measure.",
    "Walt Hale supports the plan.",
    "Priya Nandan voted against it.",
    "George Haddow opposed them.",
    "Dana Ferris supports new rules.",
]

JOURNALISTS_OWN_WORDS = [
    "The feckless Martin Pell arrived late.",
    "Helen Carrow gave a much-criticised interview on Sunday.",
    "Martin Pell's disastrous week ended in Leeds.",
    "The embattled mayor, Rosa Whitlock, left by the back door.",
    "Helen Carrow is a great speaker.",
    "Martin Pell was a failure as a painter.",
    "It was a shameful episode in the life of Declan Firth.",
    "A controversial plan by Walt Hale was published on Friday.",
]

ORDINARY_SENSES = [
    "The Martin Pell protests against Helen Carrow spread.",
    "Martin Pell had led the Lantern Party until 2013.",
    "Helen Carrow rejected the soup.",
    "Martin Pell backed away from the edge of the quay.",
    "Rosa Whitlock slammed the door.",
    "Declan Firth blasted music from his van.",
    "Priya Nandan challenged herself to swim the bay.",
    "George Haddow condemned the old shed.",
    "Helen Carrow accepted a cup of tea.",
    "Walt Hale fought a cold all week.",
    "Dana Ferris charged her phone.",
    "Rosa Whitlock dismissed the class at noon.",
    "Martin Pell praised the weather.",
    "Helen Carrow attacked her breakfast.",
    "George Haddow fired the starting gun.",
]

ONLY_IMAGINED = [
    "Rosa Whitlock rejected the idea of Martin Pell stepping in.",
    "Helen Carrow spoke of the perception that Martin Pell is a liar.",
    "Helen Carrow has been locked in talks about endorsing Martin Pell.",
    "Helen Carrow is leaning towards backing Martin Pell.",
    "The prospect of Helen Carrow backing Martin Pell is remote.",
    "Helen Carrow to endorse Martin Pell.",
    "Helen Carrow will clear the way for Martin Pell to take on Rosa Whitlock.",
    "Helen Carrow is refusing to rule out a ban on night ferries.",
    "Helen Carrow refused to rule out backing Martin Pell.",
    "Helen Carrow stopped short of endorsing Martin Pell.",
    "Helen Carrow stopped short of criticising Martin Pell.",
    "Helen Carrow said Martin Pell would be wise to go.",
    "The Labour council that Martin Pell runs lost control of its bus, Helen Carrow said.",
]

OTHER_EXPRESSIONS = [
    "Whether Martin Pell is the more effective leader will be seen, said Helen Carrow.",
    "Helen Carrow accepted the Labour nomination from Martin Pell.",
    "Helen Carrow said Martin Pell would have to go more to the center.",
    "Imagine Helen Carrow going up against Martin Pell.",
    "Helen Carrow complained that Martin Pell is too principled.",
    "Helen Carrow said Martin Pell is great at one-liners.",
    "Helen Carrow took action on arms in the talks with Martin Pell.",
    "The action that Martin Pell takes on gun control was printed.",
    "Helen Carrow went through this in May, in a race against Martin Pell.",
    "Helen Carrow signed a licensing agreement with Martin Pell.",
    "Helen Carrow has often been on the receiving side of Martin Pell's jokes.",
    "“We want to have Martin Pell focus on places that gain experience,” said Helen Carrow.",
]

DENIALS = [
    "It is not true that Helen Carrow attacked Martin Pell.",
    "Martin Pell said reports that he had criticised Helen Carrow were false.",
    "Helen Carrow was quick to deny that she had attacked Martin Pell.",
    "Dana Ferris denied that Walt Hale was a liar.",
    "Dana Ferris did not say that Walt Hale was a liar.",
    "Walt Hale no longer supports Dana Ferris.",
    "Walt Hale hardly ever criticized Dana Ferris.",
    "Few Democrats criticized Walt Hale.",
    "“I am not going to attack Dana Ferris,” said Walt Hale.",
    "“I would never call Martin Pell a liar,” said Helen Carrow.",
    "Neither Helen Carrow nor Rosa Whitlock criticised Martin Pell.",
    "None of the Democrats criticized Walt Hale.",
    "Helen Carrow said nobody had criticised Martin Pell.",
    "It was not Helen Carrow who attacked Martin Pell.",
    "There is no evidence that Helen Carrow attacked Martin Pell.",
    "There was no criticism of Martin Pell by Helen Carrow.",
    "Helen Carrow made no attack on Martin Pell.",
    "Helen Carrow offered no support for Martin Pell.",
    "Helen Carrow doubts that Martin Pell supports the harbour bill.",
    "Helen Carrow seldom criticises Martin Pell.",
    "Helen Carrow lacks the support of Martin Pell.",
    "Helen Carrow won without any support from Martin Pell.",
    "Helen Carrow failed to win the backing of Martin Pell.",
    "Helen Carrow failed to criticise Martin Pell.",
    "Helen Carrow resisted pressure to sack Martin Pell.",
]

FACTS_IN_WORDS_OF_JUDGEMENT = [
    "Dana Ferris said Walt Hale was able to attend.",
    "Dana Ferris said Walt Hale had a good view of the lake.",
    "Dana Ferris said Walt Hale was sad about the loss.",
    "Dana Ferris said Walt Hale was right behind her in the queue.",
    "Dana Ferris said the fire at Walt Hale's farm was a tragedy.",
    "Dana Ferris said Walt Hale's mother was ill and that the news was terrible.",
    "Martin Pell said the Conservatives had lost control of the council at the election.",
    "Martin Pell said Labour had lost the election badly.",
    "Helen Carrow found Martin Pell in poor health.",
    "Helen Carrow declared Martin Pell the winner.",
    "Helen Carrow called it a disgrace that the pier had been closed.",
    "Dana Ferris said Walt Hale was in a strong position to be re-elected.",
    "Dana Ferris said support for Walt Hale was strong among nurses.",
    "Dana Ferris said Walt Hale and Martin Pell were enemies.",
    "Dana Ferris said Walt Hale should be ready for questions about the lease.",
    "Dana Ferris said Walt Hale would do better to keep quiet.",
    "Dana Ferris said that Walt Hale had made no mistake.",
    "Dana Ferris is nervous about Walt Hale's ability to raise money.",
    "“We need a new mayor,” said Walt Hale, who came without Dana Ferris, the mayor of Brackmouth.",
]

PASSERS_BY = [
    "A book about Helen Carrow criticises Martin Pell.",
    "Helen Carrow's book on Martin Pell sold well.",
    "Helen Carrow attacked those who back Martin Pell.",
    "Helen Carrow praised the firefighters who saved Martin Pell.",
    "Helen Carrow criticised the way Martin Pell was treated.",
    "Helen Carrow mourned the death of Martin Pell.",
    "Helen Carrow condemned threats against Martin Pell.",
    "Walt Hale rejected criticism of Dana Ferris.",
    "Walt Hale condemned attacks on Dana Ferris.",
    "Walt Hale called Dana Ferris on Monday to discuss the farm bill.",
    "Walt Hale called a meeting with Dana Ferris.",
    "Dana Ferris criticized everyone but Walt Hale.",
    "Martin Pell was criticised by Friday's papers.",
    "The claim by Helen Carrow was backed by evidence.",
    "Opposition leader Helen Carrow sat beside Martin Pell's staff.",
    "Labour costs rose and Martin Pell moved his business to Leeds.",
    "Helen Carrow called on Martin Pell at his home.",
    "Helen Carrow appeals to younger voters more than Martin Pell does.",
    "The row between Helen Carrow and a neighbour reached Martin Pell.",
    "The MP who succeeded Helen Carrow sat beside Martin Pell.",
    "Martin Pell read out an old letter: “Rosa Whitlock is a liar.”",
    "Six in 10 Democrats criticised Walt Hale.",
    "“For many centrists, Walt Hale seems crazy,” said Dana Ferris.",
    "Walt Hale credited Dana Ferris's victory to a closed primary.",
    "Walt Hale recalled Martin Pell's widow, Anita, as “a great woman.”",
    "The president of the Lamp Institute praised Walt Hale.",
    "Helen Carrow, a former backer of Walt Hale, who has since praised Dana Ferris, left.",
    "Two Republicans criticised Walt Hale.",
    "Both Helen Carrow and Martin Pell are nervous about how they will balance the books.",
    "Helen Carrow, Martin Pell and Walt Hale came to tout their plans.",
    "The police moved in as Pell and Carrow supporters clashed. Martin Pell was away; so was Helen Carrow.",
    "Helen Carrow had three times the rural support of Martin Pell.",
    "Democrats targeted fish merchants for campaign contributions.",
    "Martin Pell described winning the Republican nod as luck.",
    "Helen Carrow had never heard of anyone in a harbour inquiry who destroyed records, she said.",
    "“Helen Carrow started the fight with us,” said Walt Hale, a spokesman for Martin Pell.",
]

TRAPS = {
    "violence": VIOLENCE,
    "polls": POLLS,
    "beneficiaries": BENEFICIARIES,
    "hypotheticals": HYPOTHETICALS,
    "situations": SITUATIONS,
    "quotations of nobody": QUOTATIONS_OF_NOBODY,
    "names with position words": NAMES_WITH_POSITION_WORDS,
    "interviewers": INTERVIEWERS,
    "truncated things": TRUNCATED_THINGS,
    "journalists' own words": JOURNALISTS_OWN_WORDS,
    "ordinary senses": ORDINARY_SENSES,
    "only imagined": ONLY_IMAGINED,
    "other expressions": OTHER_EXPRESSIONS,
    "denials": DENIALS,
    "facts in words of judgement": FACTS_IN_WORDS_OF_JUDGEMENT,
    "passers-by": PASSERS_BY,
}


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{kind}: {text}") for kind, texts in TRAPS.items() for text in texts]
)
def test_nothing_is_found(check, text):
    check(text, "")


WRONG_OWNERS = [
    # a pronoun that cannot be its neighbour
    (
        "Walt Hale and Martin Pell met. They pressed Declan Firth and criticised him.",
        "Walt Hale opposes Declan Firth; Martin Pell opposes Declan Firth",
    ),
    ("Rosa Whitlock told her that she should burn for opposing the harbour bill.", ""),
    # two sides, of which one is several
    (
        "The feud between Dana Ferris and Walt Hale, Martin Pell and Rosa Whitlock goes on.",
        "Dana Ferris opposes Walt Hale; Walt Hale opposes Dana Ferris; Dana Ferris opposes Martin Pell; "
        "Martin Pell opposes Dana Ferris; Dana Ferris opposes Rosa Whitlock; Rosa Whitlock opposes Dana Ferris",
    ),
    # nested: the inner actor's statement, with the reporter recorded, and nothing for the reporter
    ("Helen Carrow said that Martin Pell attacked Rosa Whitlock.", "Martin Pell opposes Rosa Whitlock"),
    ("Helen Carrow noted that Martin Pell had praised Rosa Whitlock.", "Martin Pell supports Rosa Whitlock"),
    # in a race, a challenge is opposition to nobody's views; with an infinitive it is a demand
    (
        "Helen Carrow challenged Martin Pell to publish the accounts.",
        "Helen Carrow demands Martin Pell to publish the accounts",
    ),
    # against a request for an inquiry is against the inquiry, not for it
    (
        "Helen Carrow rejected a request for a public inquiry into the ferry fire.",
        "Helen Carrow opposes public inquiry into the ferry fire",
    ),
    # commissioning an inquiry is no demand
    (
        "Helen Carrow commissioned a public inquiry into the ferry fire.",
        "Helen Carrow acts on public inquiry into the ferry fire",
    ),
    # who only passes by
    (
        "Helen Carrow, speaking after Martin Pell, criticised Rosa Whitlock.",
        "Helen Carrow opposes Rosa Whitlock",
    ),
    (
        "In Martin Pell's absence, Helen Carrow criticised Rosa Whitlock.",
        "Helen Carrow opposes Rosa Whitlock",
    ),
    (
        "Helen Carrow, like Martin Pell a teacher, criticised Rosa Whitlock.",
        "Helen Carrow opposes Rosa Whitlock",
    ),
    (
        "Helen Carrow criticised Rosa Whitlock in a letter to Martin Pell.",
        "Helen Carrow opposes Rosa Whitlock",
    ),
    (
        "Helen Carrow criticised Rosa Whitlock, who had met Martin Pell's brother.",
        "Helen Carrow opposes Rosa Whitlock",
    ),
    ("A friend of Helen Carrow criticised a neighbour of Martin Pell.", ""),
    ("Helen Carrow's lawyer criticised Martin Pell.", ""),
    ("The son of Walt Hale attacked Dana Ferris.", ""),
    (
        "Helen Carrow criticised the decision to appoint Martin Pell.",
        "Helen Carrow opposes decision to appoint Martin Pell",
    ),
    (
        "Walt Hale welcomed Dana Ferris's criticism of Marcia Lorne.",
        "Walt Hale supports Dana Ferris; Dana Ferris opposes Marcia Lorne",
    ),
    (
        "Walt Hale dismissed Dana Ferris's attack on Marcia Lorne.",
        "Walt Hale opposes Dana Ferris; Dana Ferris opposes Marcia Lorne",
    ),
    (
        "Walt Hale defended Dana Ferris against attacks by Marcia Lorne.",
        "Walt Hale supports Dana Ferris; Marcia Lorne opposes Dana Ferris",
    ),
    ("Walt Hale defended Dana Ferris against Marcia Lorne.", "Walt Hale supports Dana Ferris"),
    ("Dana Ferris responded to Walt Hale's attack on Marcia Lorne.", "Walt Hale opposes Marcia Lorne"),
    ("Helen Carrow supported Martin Pell's opponent, Rosa Whitlock.", "Helen Carrow supports Rosa Whitlock"),
    ("Helen Carrow's husband, Martin Pell, criticised Rosa Whitlock.", "Martin Pell opposes Rosa Whitlock"),
    (
        "It was Helen Carrow, not Martin Pell, who attacked Rosa Whitlock.",
        "Helen Carrow opposes Rosa Whitlock",
    ),
    ("Martin Pell, who had the backing of Helen Carrow, won.", "Helen Carrow supports Martin Pell"),
    (
        "Helen Carrow called Martin Pell, a clerk who was convicted of fraud, an outstanding leader.",
        "(Helen Carrow supports Martin Pell)",
    ),
    ("Helen Carrow withdrew her support for Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Dana Ferris thanked Democrats but not Walt Hale.", "Dana Ferris supports Democratic Party"),
    ("Dana Ferris, not Walt Hale, criticized Marcia Lorne.", "Dana Ferris opposes Marcia Lorne"),
    missed(
        "Dana Ferris rather than Walt Hale was criticized by Marcia Lorne.",
        "Marcia Lorne opposes Dana Ferris",
        why="parser: rather than",
    ),
    ("The bill that Walt Hale opposed was signed by Dana Ferris.", ""),
    (
        "Helen Carrow told Martin Pell that Rosa Whitlock had criticised him.",
        "Rosa Whitlock opposes Martin Pell",
    ),
    (
        "Walt Hale suggested Dana Ferris had been criticized by Democrats.",
        "Democratic Party opposes Dana Ferris",
    ),
    ("Walt Hale, who Dana Ferris says is a liar, laughed.", "Dana Ferris opposes Walt Hale"),
    (
        "Walt Hale was accused by Dana Ferris, who supports Marcia Lorne, of lying.",
        "Dana Ferris opposes Walt Hale; Dana Ferris supports Marcia Lorne",
    ),
]


@pytest.mark.parametrize(("text", "edges"), WRONG_OWNERS)
def test_the_position_stays_with_its_owner(check, text, edges):
    check(text, edges)


# each beside a trap above that it must not fall into
TWINS = [
    ("Dana Ferris is not the only critic of Walt Hale.", "Dana Ferris opposes Walt Hale"),
    ("“For workers, Walt Hale's bill is terrible,” said Dana Ferris.", "Dana Ferris opposes *"),
    ("To applause, Dana Ferris credited Walt Hale with saving the port.", "Dana Ferris supports Walt Hale"),
    ("Walt Hale could not help but say that Dana Ferris is a liar.", "Walt Hale opposes Dana Ferris"),
    (
        "“For the past two years, Walt Hale has been a disaster,” said Dana Ferris.",
        "Dana Ferris opposes Walt Hale",
    ),
    ("The US Senate criticised Walt Hale.", "US Senate opposes Walt Hale"),
    ("Dana Ferris credited Walt Hale with saving the port.", "Dana Ferris supports Walt Hale"),
    ("Despite being a liar, Walt Hale won, said Dana Ferris.", "Dana Ferris opposes Walt Hale"),
    ("Dana Ferris called Walt Hale nothing less than heroic.", "Dana Ferris supports Walt Hale"),
    ("In 2016 Republicans criticised Walt Hale.", "Republican Party opposes Walt Hale"),
    ("The votes:\n- Republicans criticised Walt Hale.", "Republican Party opposes Walt Hale"),
    ("Angry Democrats criticised Walt Hale.", "Democratic Party opposes Walt Hale"),
    ("The 52 Republicans in the Senate criticised Walt Hale.", "Republican Party opposes Walt Hale"),
    ("AARP slammed ex-mayor Walt Hale.", "AARP opposes Walt Hale"),
    ("“Walt Hale's position is untenable,” said Dana Ferris.", "Dana Ferris opposes Walt Hale"),
    ("Walt Hale has the Conservative Party's support.", "Conservatives supports Walt Hale"),
    (
        "Helen Carrow is sceptical of Martin Pell's ability to run the port.",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "Rosa Whitlock disputed Walt Hale's criticism of Dana Ferris.",
        "Walt Hale opposes Dana Ferris; (Rosa Whitlock opposes Walt Hale)",
    ),
    ("With Labour's support, Helen Carrow will stand in May.", "Labour supports Helen Carrow"),
    (
        "Walt Hale may have hurt his chances by criticising Dana Ferris.",
        "Walt Hale opposes Dana Ferris",
    ),
    (
        "“Dana Ferris is a liar, while Walt Hale is a great leader,” said Martin Pell.",
        "Martin Pell opposes Dana Ferris; Martin Pell supports Walt Hale",
    ),
    ("“This country needs a new leader like Walt Hale,” said Dana Ferris.", "Dana Ferris supports Walt Hale"),
    (
        "Walt Hale phoned Martin Pell. Walt Hale told him he was backing Dana Ferris.",
        "Walt Hale supports Dana Ferris",
    ),
    (
        "Republicans targeted Dana Ferris for her support of the harbour bill.",
        "Republican Party opposes Dana Ferris; (Dana Ferris supports harbour bill)",
    ),
]


@pytest.mark.parametrize(("text", "edges"), TWINS)
def test_what_resembles_a_trap_is_found(check, text, edges):
    check(text, edges)


# text · an edge that would turn its meaning round; what else may be read from it is open
NEVER = [
    ("Walt Hale pushed Democrats to reject the harbour bill.", "Democratic Party opposes harbour bill"),
    ("The North Carolina Senate criticised Walt Hale.", "US Senate opposes Walt Hale"),
    ("The state Supreme Court criticised Walt Hale.", "UK Supreme Court opposes Walt Hale"),
    ("The New York Senate criticised Walt Hale.", "US Senate opposes Walt Hale"),
    ("The president of the European Parliament praised Walt Hale.", "Donald Trump supports Walt Hale"),
    (
        "Helen Carrow said Martin Pell stuck with a friend over staying true to his principles.",
        "Helen Carrow supports Martin Pell",
    ),
    (
        "“While Helen Carrow is a good minister, she has failed the harbour,” Martin Pell said.",
        "Martin Pell supports Helen Carrow",
    ),
    ("Helen Carrow called Martin Pell less an asset than a liability.", "Helen Carrow supports Martin Pell"),
    ("He complained about Selby's backing the merger, Walt Hale said.", "Walt Hale supports merger"),
    ("As Dana Ferris spoke and defended her record, Walt Hale slept.", "Dana Ferris supports Walt Hale"),
    ("Dana Ferris downplayed Walt Hale's attack on a judge.", "Dana Ferris opposes Walt Hale"),
    ("Rosa Whitlock asked Martin Pell to share his views on the levy.", "Rosa Whitlock supports Martin Pell"),
    (
        "Walt Hale threw his support behind Dana Ferris for the Republican nomination.",
        "Walt Hale supports Republican nomination",
    ),
    (
        "Helen Carrow met liberals who condemned the levy, conservatives who liked it and nobody else.",
        "Liberals opposes Conservatives",
    ),
    (
        "Helen Carrow challenged the council to prove to her that the pier is safe.",
        "Helen Carrow demands council to prove to her that the pier is safe",
    ),
    ("Walt Hale warned Republicans against backing Dana Ferris.", "Walt Hale supports Dana Ferris"),
    (
        "Walt Hale urged Republicans not to vote for Dana Ferris.",
        "Walt Hale demands Republican Party to vote for Dana Ferris",
    ),
    ("Walt Hale urged Republicans not to vote for Dana Ferris.", "Republican Party supports Dana Ferris"),
    (
        "Helen Carrow criticised the treatment of Martin Pell by the council.",
        "Helen Carrow opposes Martin Pell",
    ),
    ("Helen Carrow criticised the sacking of Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow condemned the abuse of Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow rejected calls for Martin Pell to resign.", "Helen Carrow demands Martin Pell to resign"),
    ("Helen Carrow rejected calls for Martin Pell to resign.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow faced calls to sack Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow was wrong to say that she had never met Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Martin Pell told Helen Carrow that he had always supported her.", "Helen Carrow supports Martin Pell"),
    ("Walt Hale criticized the attack on Dana Ferris by Marcia Lorne.", "Walt Hale opposes Dana Ferris"),
    ("Dana Ferris lost the support of Walt Hale.", "Walt Hale supports Dana Ferris"),
    ("Dana Ferris hopes to win the endorsement of Walt Hale.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale accused Dana Ferris of attacking Marcia Lorne.", "Walt Hale opposes Marcia Lorne"),
    ("Dana Ferris accused Walt Hale of supporting the farm bill.", "Dana Ferris opposes farm bill"),
]


@pytest.mark.parametrize(("text", "edge"), NEVER)
def test_the_meaning_is_never_turned_round(read, text, edge):
    assert edge.lower() not in {found.lower() for found in edges_in(read(text).statements)}
