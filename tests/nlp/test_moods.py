"""Which edges negation, refusal, conditions, the future and questions take away or turn round."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

NEGATION = [
    ("Helen Carrow did not criticise Martin Pell.", ""),
    ("Rosa Whitlock has never attacked Declan Firth.", ""),
    ("George Haddow denied criticising Priya Nandan.", ""),
    ("Walt Hale stopped short of criticizing Dana Ferris.", ""),
    ("Declan Firth left without attacking Helen Carrow.", ""),
    ("Priya Nandan neither praised nor condemned George Haddow.", ""),
    ("Marcia Lorne has yet to endorse Dana Ferris.", ""),
    ("Nobody in the chamber criticised Martin Pell.", ""),
    ("Dana Ferris refused to condemn Walt Hale.", ""),
    ("Helen Carrow declined to criticise Rosa Whitlock.", ""),
    ("Declan Firth insisted he had not accused Martin Pell of anything.", ""),
    ("No Labour member voted against the harbour bill.", ""),
    ("Helen Carrow is not critical of Martin Pell.", ""),
    ("Helen Carrow's failure to denounce Martin Pell was noted.", ""),
    ("Helen Carrow isn’t impressed by Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow would be pleased if Martin Pell did nothing.", ""),
    ("“Labour changed that and I don’t blame them, they just don’t want trouble,” said Helen Carrow.", ""),
    ("Helen Carrow endorsed neither Martin Pell nor Declan Firth.", ""),
    ("Helen Carrow had no praise for Martin Pell.", ""),
    ("Helen Carrow expressed little support for Martin Pell.", ""),
    ("Helen Carrow had few kind words for Martin Pell.", ""),
    ("There was scant praise for Martin Pell from Helen Carrow.", ""),
    # the position stands
    ("Helen Carrow is one of the few critics of Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow's nasty little attack on Martin Pell was shown.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow did not hesitate to criticise Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Not only Helen Carrow criticised Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow had a few kind words for Martin Pell.", "Helen Carrow supports Martin Pell"),
    ("Helen Carrow had little praise for Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow was on the wrong side of Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Helen Carrow gave short shrift to Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Rosa Whitlock attacked Declan Firth for not answering.", "Rosa Whitlock opposes Declan Firth"),
    ("Walt Hale did not only criticize Dana Ferris, he sang about it.", "Walt Hale opposes Dana Ferris"),
    ("Priya Nandan, who did not stay long, praised George Haddow.", "Priya Nandan supports George Haddow"),
    ("The Tories, unmoved, criticised George Haddow.", "Conservatives opposes George Haddow"),
]


@pytest.mark.parametrize(("text", "edges"), NEGATION)
def test_negation(check, text, edges):
    check(text, edges)


REFUSED_SUPPORT = [
    ("Helen Carrow refused to back Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Walt Hale declined to endorse Dana Ferris.", "Walt Hale opposes Dana Ferris"),
    ("Rosa Whitlock would not support the harbour bill.", "Rosa Whitlock opposes harbour bill"),
    ("Declan Firth said he could not support George Haddow.", "Declan Firth opposes George Haddow"),
    (
        "Priya Nandan's refusal to endorse Helen Carrow annoyed the party.",
        "Priya Nandan opposes Helen Carrow",
    ),
    ("Marcia Lorne refuses to support Walt Hale.", "Marcia Lorne opposes Walt Hale"),
    ("Marcia Lorne does not support Walt Hale.", "Marcia Lorne opposes Walt Hale"),
    ("Marcia Lorne made it clear that she is not voting for Walt Hale.", "Marcia Lorne opposes Walt Hale"),
    ("“I am not going to vote for Walt Hale,” said Marcia Lorne.", "Marcia Lorne opposes Walt Hale"),
    ("Marcia Lorne has ruled out backing Walt Hale.", "Marcia Lorne opposes Walt Hale"),
    ("Marcia Lorne is no fan of Walt Hale.", "Marcia Lorne opposes Walt Hale"),
    # no position is no opposition
    ("Helen Carrow did not say whom she backs.", ""),
    ("Walt Hale has not yet endorsed Dana Ferris.", ""),
    ("Rosa Whitlock refused to answer Martin Pell.", ""),
    ("Walt Hale did not endorse Dana Ferris.", ""),
    ("Walt Hale does not endorse Dana Ferris from the pulpit.", ""),
    ("Walt Hale does not always agree with Dana Ferris.", ""),
    ("Walt Hale, who has not ruled out backing Dana Ferris, left.", ""),
    ("Voters chose Walt Hale, not because they agree with Dana Ferris.", ""),
]


@pytest.mark.parametrize(("text", "edges"), REFUSED_SUPPORT)
def test_refused_support(check, text, edges):
    check(text, edges)


MODALITY = [
    ("If Helen Carrow attacked Martin Pell, the deal would collapse.", ""),
    ("Rosa Whitlock would criticise Declan Firth for that.", ""),
    ("George Haddow will condemn Priya Nandan on Monday.", ""),
    ("Walt Hale was asked whether he would endorse Dana Ferris.", ""),
    ("Will Helen Carrow back Martin Pell?", ""),
    ("Did Rosa Whitlock criticise Declan Firth?", ""),
    ("Declan Firth may yet endorse Helen Carrow.", ""),
    ("Unless Dana Ferris condemns Walt Hale, donors will leave.", ""),
    ("Martin Pell is expected to criticise Rosa Whitlock.", ""),
    ("Reporters asked Helen Carrow if she supported George Haddow.", ""),
    ("Should Walt Hale attack Dana Ferris, her team is ready.", ""),
    ("Members wondered whether Labour had rejected the harbour bill.", ""),
    ("Helen Carrow regretted supporting Martin Pell.", ""),
    ("Helen Carrow dropped her plan to oppose Martin Pell.", ""),
    ("Walt Hale's endorsement of Dana Ferris is expected on Friday.", ""),
    ("Any attack by Walt Hale on Dana Ferris would be news.", ""),
    # it happened, or is what somebody is after
    ("Helen Carrow's criticism of Martin Pell is likely to fade.", "Helen Carrow opposes Martin Pell"),
    ("Walt Hale's attack on Dana Ferris was planned for weeks.", "Walt Hale opposes Dana Ferris"),
    ("Walt Hale's endorsement of Dana Ferris was announced on Friday.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale stated his intention to vote for Dana Ferris.", "Walt Hale supports Dana Ferris"),
    ("Walt Hale is trying to stop Dana Ferris.", "Walt Hale opposes Dana Ferris"),
    ("Walt Hale joined the campaign to oust Dana Ferris.", "Walt Hale opposes Dana Ferris"),
    ("Walt Hale held a press conference to denounce Dana Ferris.", "Walt Hale opposes Dana Ferris"),
    ("Walt Hale is proud to support Dana Ferris.", "Walt Hale supports Dana Ferris"),
    ("Helen Carrow began attacking Martin Pell in March.", "Helen Carrow opposes Martin Pell"),
    ("Rosa Whitlock went on to praise Declan Firth.", "Rosa Whitlock supports Declan Firth"),
    ("George Haddow continued to defend Priya Nandan.", "George Haddow supports Priya Nandan"),
    ("When Walt Hale attacked Dana Ferris, the room fell silent.", "Walt Hale opposes Dana Ferris"),
    ("Declan Firth used the interview to attack Helen Carrow.", "Declan Firth opposes Helen Carrow"),
    ("Asked about the budget, Priya Nandan criticised George Haddow.", "Priya Nandan opposes George Haddow"),
    ("Although Labour backed Rosa Whitlock, she lost.", "Labour supports Rosa Whitlock"),
]


@pytest.mark.parametrize(("text", "edges"), MODALITY)
def test_modality(check, text, edges):
    check(text, edges)


MOODS = [
    ("Helen Carrow did not criticise Martin Pell.", "asserted", True),
    ("If Helen Carrow attacked Martin Pell, the deal would collapse.", "hypothetical", False),
    ("Helen Carrow will criticise Martin Pell on Monday.", "future", False),
    ("Has Helen Carrow criticised Martin Pell?", "question", False),
    ("Helen Carrow criticised Martin Pell.", "asserted", False),
]


@pytest.mark.parametrize(("text", "modality", "negated"), MOODS)
def test_what_makes_no_edge_is_kept_with_its_reason(read, text, modality, negated):
    (statement,) = read(text).statements
    assert (statement.actor, statement.target) == ("Helen Carrow", "Martin Pell")
    assert (statement.modality, statement.negated) == (modality, negated)
