"""Positions on policies and demands: what somebody undertakes, stands for, or says must be done."""

from __future__ import annotations

import pytest

from errors import LexiconError
from nlp.lexicon import FOLDER
from nlp.lexicon.policies import FILE, load_policies

pytestmark = pytest.mark.model

PLEDGES = [
    ("Helen Carrow promised to repeal the fuel tax.", "Helen Carrow opposes fuel tax"),
    ("Helen Carrow pledged Monday to shut down private detention centers.", "Helen Carrow opposes private detention centers"),
    ("Helen Carrow wants to ban assault weapons and expand abortion rights.",
     "Helen Carrow opposes assault weapons; Helen Carrow supports abortion rights"),
    ("Helen Carrow proposed raising the minimum wage.", "Helen Carrow supports minimum wage"),
    ("Helen Carrow promised to begin building a wall on the northern border.",
     "Helen Carrow supports wall on the northern border"),
    ("Helen Carrow would ban assault weapons if elected.", "Helen Carrow opposes assault weapons"),
    ("Helen Carrow said she would ban assault weapons.", "Helen Carrow opposes assault weapons"),
    ('"I will ban assault weapons," Helen Carrow said.', "Helen Carrow opposes assault weapons"),
    ("Helen Carrow's plan to ban assault weapons failed.", "Helen Carrow opposes assault weapons"),
    ("Helen Carrow introduced a bill that would ban assault weapons.",
     "Helen Carrow opposes assault weapons; (Helen Carrow supports *bill*)"),
    ("Helen Carrow campaigned on abolishing the death penalty.", "Helen Carrow opposes death penalty"),
    ("Helen Carrow is in favor of restoring the death penalty.", "Helen Carrow supports death penalty"),
    ("Helen Carrow supports defunding charter schools.", "Helen Carrow opposes charter schools"),
    ("Helen Carrow has fought to expand abortion rights.", "Helen Carrow supports abortion rights"),
    ("Helen Carrow wants the fuel tax scrapped.", "Helen Carrow opposes fuel tax"),
    ("Helen Carrow said the fuel tax should be repealed.", "Helen Carrow opposes fuel tax"),
    ("Helen Carrow repeated her promises: rebuilding the military, cutting taxes and banning assault weapons.",
     "Helen Carrow supports military; Helen Carrow supports tax cuts; Helen Carrow opposes assault weapons"),
    ("Helen Carrow promised to build a wall along the border.", "Helen Carrow supports wall along the border"),
    ("Helen Carrow promised to repeal much of the Harbour Act.", "Helen Carrow opposes Harbour Act"),
    ("Helen Carrow wants to deport immigrants.", "Helen Carrow opposes immigrants"),
    ("Helen Carrow promised to raise taxes on the wealthy.", "Helen Carrow supports tax increases on the wealthy"),
    ("Helen Carrow vowed to defeat Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ('"We must stop Martin Pell," Helen Carrow said.', "Helen Carrow opposes Martin Pell; (Helen Carrow demands stop Martin Pell)"),
]  # fmt: skip

TURNED = [
    ("Helen Carrow promised not to cut pension benefits.", "Helen Carrow supports pension benefits"),
    ("Helen Carrow would not repeal the fuel tax.", "Helen Carrow supports fuel tax"),
    ("Helen Carrow opposes banning assault weapons.", "Helen Carrow supports assault weapons"),
    ('"I will never raise taxes," Helen Carrow said.', "Helen Carrow opposes tax increases"),
]

STANCES = [
    ("Helen Carrow supports charter schools.", "Helen Carrow supports charter schools"),
    ("Helen Carrow opposes abortion.", "Helen Carrow opposes abortion"),
    ("Voters remember Helen Carrow's fight for quality child care.",
     "Helen Carrow supports quality child care"),
    ("Helen Carrow's opposition to private prisons is known.", "Helen Carrow opposes private prisons"),
    ("Helen Carrow is for gun control.", "Helen Carrow supports gun control"),
    ("Helen Carrow, an opponent of abortion, laughed.", "Helen Carrow opposes abortion"),
    ("Helen Carrow does not want foreign troops in Brackland.",
     "Helen Carrow opposes foreign troops in Brackland"),
    ("Helen Carrow, who has backed paid family leave for years, laughed.",
     "Helen Carrow supports paid family leave"),
    ("Helen Carrow opposed the minimum wage increase from the start.",
     "Helen Carrow opposes minimum wage increase"),
    ("Helen Carrow would never accept amnesty for people who came illegally.",
     "Helen Carrow opposes amnesty for people"),
    ("Helen Carrow called the travel ban divisive and wrong.", "Helen Carrow opposes travel ban"),
]  # fmt: skip

DEMANDS = [
    ("Helen Carrow wants Congress to repeal the fuel tax.", "Helen Carrow demands US Congress to repeal the fuel tax"),
    ("Helen Carrow would like Martin Pell to publish the report.",
     "Helen Carrow demands Martin Pell to publish the report"),
    ('"We need to rebuild our roads," Helen Carrow said.', "Helen Carrow demands rebuild our roads"),
    ('"We need universal health care," Helen Carrow said.', "Helen Carrow demands universal health care"),
    ("Helen Carrow said Martin Pell needs to release his tax returns.",
     "Helen Carrow demands Martin Pell to release his tax returns"),
    ("Helen Carrow called on Martin Pell to publish the report and repay the money.",
     "Helen Carrow demands Martin Pell to publish the report; Helen Carrow demands Martin Pell to repay the money"),
    ("Helen Carrow's call for free college was mocked.", "Helen Carrow demands free college"),
    ("Helen Carrow called on attendees to oppose bigotry.", "Helen Carrow demands attendees to oppose bigotry; (Helen Carrow opposes bigotry)"),
    ("Helen Carrow called for the camps in Brackland to be closed.",
     "Helen Carrow demands camps in Brackland to be closed"),
    ("Helen Carrow called for more flexibility for advisers in Brackland.",
     "Helen Carrow demands flexibility for advisers in Brackland"),
]  # fmt: skip

SILENT = [
    "Helen Carrow may repeal the fuel tax.",
    "Helen Carrow will probably repeal the fuel tax.",
    "Helen Carrow might ban assault weapons if elected.",
    "If Helen Carrow would ban assault weapons, nobody would mind.",
    "Would Helen Carrow ban assault weapons?",
    "Critics say Helen Carrow would ban assault weapons.",
    '"Helen Carrow wants to raise taxes," said a voter.',
    "Nobody knows how Helen Carrow would ban assault weapons.",
    "Helen Carrow would have banned assault weapons.",
    "Helen Carrow would no longer fight the fuel tax.",
    "Helen Carrow promised to end the meeting at noon.",
    "Helen Carrow promised to keep a plan.",
    "Helen Carrow supports immigrants.",
    "Helen Carrow wants change and more jobs.",
    "Helen Carrow wants to cut ties and close ranks.",
    "Helen Carrow promised to secure the nomination.",
    "Helen Carrow wants less federal regulation.",
    "Helen Carrow opposes the tax.",
    "Helen Carrow's victory would end the trade deal.",
    "Helen Carrow fought a civil war.",
    '"I should say that we must be careful," Helen Carrow said.',
    '"We have to win," Helen Carrow said.',
    "Helen Carrow urged voters to vote for her.",
    "Helen Carrow wants voters to remember.",
    "Most Lantern voters want the fuel tax scrapped.",
    "Helen Carrow called before noon for help.",
    '"He is a man we should elect," Helen Carrow said.',
    "Martin Pell needs to rest, Helen Carrow said.",
    "Helen Carrow said Martin Pell has yet to release his tax returns.",
]


@pytest.mark.parametrize(("text", "edges"), [*PLEDGES, *TURNED, *STANCES, *DEMANDS])
def test_positions_on_policies(check, text, edges):
    check(text, edges)


@pytest.mark.parametrize("text", SILENT)
def test_no_position(check, text):
    check(text, "")


@pytest.mark.parametrize(("text", "edges"), load_policies().examples)
def test_examples_of_the_lexicon_hold(check, text, edges):
    check(text, edges)


def test_a_list_that_is_missing_or_unread_is_told(tmp_path):
    (tmp_path / "en").mkdir()
    text = (FOLDER / "en" / FILE).read_text(encoding="utf-8").replace("issues = [", "isues = [")
    (tmp_path / "en" / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match="'issues' is missing; nothing reads 'isues'"):
        load_policies("en", tmp_path)
