"""Who is meant: names, surnames, titles, offices at a date, party words, and people the text itself introduces."""

from __future__ import annotations

import pytest

from records import Document

pytestmark = pytest.mark.model

TRANSITION = "2025-01-05"

# text · date · the words · who they are (empty: nobody known)
MEANT = [
    # names and surnames
    ("Wes Streeting spoke first.", TRANSITION, "Wes Streeting", "Wes Streeting"),
    ("Wes Streeting spoke first. Then Streeting left.", TRANSITION, "Streeting", "Wes Streeting"),
    ("Jess Phillips was there. Ms Phillips spoke.", TRANSITION, "Phillips", "Jess Phillips"),
    ("Sir Keir Starmer spoke. Sir Keir then left.", TRANSITION, "Keir", "Keir Starmer"),
    ("Helen Carrow spoke. Carrow then left the hall.", None, "Carrow", "Helen Carrow"),
    ("Mr Pell left the hall before Martin Pell's brother came.", None, "Pell", "Martin Pell"),
    ("Hillary Clinton arrived. Clinton spoke for an hour.", "2016-07-01", "Clinton", "Hillary Clinton"),
    ("John Swinney spoke in Perth. Mr Swinney then left.", "2025-01-10", "Swinney", "John Swinney"),
    # possessives, curly and straight
    ("Wes Streeting's speech was short.", TRANSITION, "Wes Streeting", "Wes Streeting"),
    ("Wes Streeting’s speech was short.", TRANSITION, "Wes Streeting", "Wes Streeting"),
    ("Helen Carrow spoke. Carrow’s speech was short.", None, "Carrow", "Helen Carrow"),
    ("Jess Phillips' speech was short.", TRANSITION, "Jess Phillips", "Jess Phillips"),
    ("Jess Phillips’ speech was short.", TRANSITION, "Jess Phillips", "Jess Phillips"),
    # offices on the day of the document
    ("The health secretary spoke.", "2025-01-05", "health secretary", "Wes Streeting"),
    ("The health secretary spoke.", "2022-11-01", "health secretary", "Steve Barclay"),
    ("The Health Secretary spoke.", "2025-01-05", "Health Secretary", "Wes Streeting"),
    ("The prime minister spoke in Leeds.", "2022-09-20", "prime minister", "Liz Truss"),
    ("The prime minister spoke in Leeds.", "2024-12-01", "prime minister", "Keir Starmer"),
    ("The home secretary spoke in Leeds.", "2023-12-01", "home secretary", "James Cleverly"),
    ("The safeguarding minister spoke.", TRANSITION, "safeguarding minister", "Jess Phillips"),
    ("The Tory leader spoke in Leeds.", "2025-01-06", "Tory leader", "Kemi Badenoch"),
    (
        "Scotland's first minister spoke. John Swinney then left.",
        "2025-01-10",
        "John Swinney",
        "John Swinney",
    ),
    ("The mayor of London spoke.", "2024-01-10", "mayor of London", "Sadiq Khan"),
    # two of one surname: the one the text named; of two named, the one the given name tells
    ("Elizabeth Warren was there. Warren spoke.", "2016-05-01", "Warren", "Elizabeth Warren"),
    (
        "Bill Clinton and Hillary Clinton arrived. Mrs Clinton spoke.",
        "2016-07-01",
        "Clinton",
        "Hillary Clinton",
    ),
    ("Tom Ashby and Grace Ashby arrived. Ms Ashby spoke.", None, "Ashby", "Grace Ashby"),
    ("Tom Ashby and Grace Ashby arrived. Grace Ashby spoke.", None, "Grace Ashby", "Grace Ashby"),
    # party words
    ("The Tories met in Leeds.", TRANSITION, "Tories", "Conservatives"),
    ("The Lib Dems met in Leeds.", TRANSITION, "Lib Dems", "Liberal Democrats"),
    ("The GOP met in Ohio.", "2016-07-01", "GOP", "Republican Party"),
    ("Democrats met in Ohio.", "2016-07-01", "Democrats", "Democratic Party"),
    ("Reform UK met in Leeds.", TRANSITION, "Reform UK", "Reform UK"),
    # a word before a name that is none of its own
    ("Longtime Grayson aides left. Alan Grayson slept.", None, "Alan Grayson", "Alan Grayson"),
    # one name of two bodies: that of the country the text is about
    ("The Supreme Court ruled. Barack Obama spoke.", "2016-02-01", "Supreme Court", "US Supreme Court"),
    ("The Supreme Court ruled. Keir Starmer spoke.", TRANSITION, "Supreme Court", "UK Supreme Court"),
    # roles that the text gives
    (
        "The harbour minister, Helen Carrow, spoke. Then the minister left.",
        None,
        "minister",
        "Helen Carrow",
    ),
    ("Martin Pell, mayor of Brackmouth, spoke. Then the mayor left.", None, "mayor", "Martin Pell"),
    (
        "George Haddow, the shadow leader of the house, spoke.",
        TRANSITION,
        "shadow leader of the house",
        "George Haddow",
    ),
    (
        "George Haddow, home secretary from 1990 to 1992, spoke.",
        TRANSITION,
        "home secretary",
        "George Haddow",
    ),
    # false friends: none of these is the person, office or party
    ("Cooper, a barrel maker of the old school, spoke first.", TRANSITION, "Cooper", ""),
    ("They will reform the harbour dues.", TRANSITION, "reform", ""),
    ("Hard labour built the pier.", TRANSITION, "labour", ""),
    ("She drew a green line on the chart.", TRANSITION, "green", ""),
    ("He asked the company secretary for a key.", TRANSITION, "company secretary", ""),
    ("May was the wettest month on record.", "2018-06-01", "May", ""),
    ("The Badenoch and Strathspey hills were white.", TRANSITION, "Badenoch", ""),
]

# How people are called in short where the text never gives the whole name, and in capitals.
IN_SHORT = [
    ("Streeting said that the clinic was shut.", TRANSITION, "Streeting", "Wes Streeting"),
    ("Badenoch attacked Starmer.", TRANSITION, "Starmer", "Keir Starmer"),
    ("Phillips said that the clinic was shut.", TRANSITION, "Phillips", ""),
    ("Ms Phillips said that the clinic was shut.", TRANSITION, "Phillips", "Jess Phillips"),
    ("Mr Phillips said that the clinic was shut.", TRANSITION, "Phillips", ""),
    ("A host on Fox said so.", TRANSITION, "Fox", ""),
    ("Norway's Farage said so.", TRANSITION, "Farage", ""),
    ("WES STREETING TO SPEAK IN LEEDS\n\nA crowd is expected.", TRANSITION, "WES STREETING", "Wes Streeting"),
    ("BADENOCH ATTACKS STARMER\n\nA row broke out.", TRANSITION, "STARMER", "Keir Starmer"),
    ("A MAJOR ROW IN LEEDS\n\nSir John Major was away.", TRANSITION, "MAJOR", ""),
    ("Martin Pell spoke. Then MR PELL left.", None, "PELL", "Martin Pell"),
    ("Donald Trump arrived. The lobby of Trump Tower was full.", "2016-07-01", "Trump", ""),
    ("Thomas R. Ashby Jr. spoke. Mr Ashby then left.", None, "Ashby", "Thomas R. Ashby Jr."),
    ("Joseph R. Biden Jr. spoke.", "2022-07-01", "Biden", "Joe Biden"),
]

# Those who held an office once, and those who are somebody's.
FORMER = [
    (
        "Former health secretary George Haddow spoke. The former health secretary left.",
        TRANSITION,
        "former health secretary",
        "George Haddow",
    ),
    (
        "George Haddow, a former harbour minister, spoke. The former minister left.",
        None,
        "former minister",
        "George Haddow",
    ),
    (
        "Ex-chancellor George Haddow spoke. The ex-chancellor left.",
        TRANSITION,
        "ex-chancellor",
        "George Haddow",
    ),
    (
        "Steve Barclay spoke. The former health secretary left.",
        TRANSITION,
        "health secretary",
        "Steve Barclay",
    ),
    ("The former health secretary left.", TRANSITION, "health secretary", ""),
    ("The leader of the opposition spoke.", TRANSITION, "leader of the opposition", "Kemi Badenoch"),
    ("The president-elect spoke.", TRANSITION, "president-elect", "Donald Trump"),
    ("Keir Starmer spoke. His deputy left.", TRANSITION, "deputy", "Angela Rayner"),
    ("Keir Starmer spoke. Angela Rayner's deputy left.", TRANSITION, "deputy", ""),
    ("Kemi Badenoch spoke. Her predecessor left.", TRANSITION, "predecessor", "Rishi Sunak"),
    ("Helen Carrow met her deputy, Martin Pell. Then her deputy left.", None, "deputy", "Martin Pell"),
    ("Helen Carrow met her deputy, Martin Pell. Then Rosa Whitlock's deputy left.", None, "deputy", ""),
    ("Labour met in Leeds. The party's deputy leader spoke.", TRANSITION, "leader", "Angela Rayner"),
    ("Labour met in Leeds. The party's leader spoke.", TRANSITION, "leader", "Keir Starmer"),
]

# The party, groups and countries that act.
ACTING = [
    ("Labour met in Leeds. The party rejected the bill.", TRANSITION, "The party", "Labour"),
    ("Labour met the Tories in Leeds. The party rejected the bill.", TRANSITION, "The party", ""),
    ("Labour gave a garden party in Leeds. The party was loud.", TRANSITION, "The party", ""),
    ("Nurses' unions condemned the plan.", None, "Nurses' unions", "Nurses' unions"),
    ("House conservatives condemned the plan.", None, "House conservatives", "House conservatives"),
    ("Opposition politicians condemned the plan.", None, "Opposition politicians", "Opposition politicians"),
    ("Gun control groups condemned it.", None, "groups", "Gun control groups"),
    ("Angry campaigners condemned the plan.", None, "campaigners", "Campaigners"),
    ("Senate Republicans condemned it.", "2016-07-01", "Senate Republicans", "Senate Republicans"),
    ("The British bishops condemned it.", None, "bishops", "British bishops"),
    ("Critics condemned the plan.", None, "Critics", ""),
    ("Voters condemned the plan.", None, "Voters", ""),
    ("Several leaders condemned the plan.", None, "leaders", ""),
    ("Two senators condemned the plan.", None, "senators", ""),
    ("Focus groups disliked the plan.", None, "groups", ""),
    ("Helen Carrow's strategists wrote the plan.", None, "strategists", ""),
    ("Russia condemned the plan.", TRANSITION, "Russia", "Russian Government"),
    ("The plan was condemned by Iran.", TRANSITION, "Iran", "Iranian Government"),
    ("Martin Pell criticised China.", TRANSITION, "China", "Chinese Government"),
    ("Iran's foreign ministry rejected it.", TRANSITION, "foreign ministry", "Iranian Government"),
    ("The French foreign ministry rejected it.", TRANSITION, "foreign ministry", "French Government"),
    ("The Kremlin condemned the plan.", TRANSITION, "Kremlin", "Russian Government"),
    ("No 10 condemned the plan.", TRANSITION, "No 10", "UK Government"),
    ("Richard Alba spoke. Then Alba left.", TRANSITION, "Alba", "Richard Alba"),
    ("Labour won. The government condemned Russia.", TRANSITION, "government", "UK Government"),
    ("Labour spoke of Mexico. The government there fell.", TRANSITION, "government", ""),
    ("Labour backed the government of a small island.", TRANSITION, "government", ""),
    ("Martin Pell, a candidate, met Helen Carrow. The candidate then left.", None, "candidate", ""),
    ("Martin Pell flew to China.", TRANSITION, "China", ""),
    ("Russia is cold in March.", TRANSITION, "Russia", ""),
    ("The ship left Iran on Monday.", TRANSITION, "Iran", ""),
    ("Grace Israel spoke first. Then Israel attacked Martin Pell.", TRANSITION, "Israel", "Grace Israel"),
    ("Martin Pell drew criticism from Germany.", TRANSITION, "Germany", "German Government"),
    ("Martin Pell drew a crowd from Germany.", TRANSITION, "Germany", ""),
    ("Germany is concerned about Martin Pell.", TRANSITION, "Germany", "German Government"),
    ("Germany is cold in March.", TRANSITION, "Germany", ""),
    (
        "Martin Pell called on the United States to attack Iran.",
        TRANSITION,
        "United States",
        "US Government",
    ),
    ("Martin Pell toured the United States.", TRANSITION, "United States", ""),
    # groups by number, by whose they are, and by one word
    ("Most of the state's unions supported Martin Pell.", None, "unions", "Unions"),
    ("Fifty of the country's Catholic bishops condemned it.", None, "Fifty", "Catholic bishops"),
    ("Fifty of the boats sank.", None, "Fifty", ""),
    ("449 superdelegates supported Martin Pell.", None, "superdelegates", "Superdelegates"),
    ("Many Latinos condemned the plan.", None, "Latinos", "Latinos"),
    ("The Latino community condemned the plan.", None, "community", "Latino community"),
    ("The community condemned the plan.", None, "community", ""),
    ("Republican donors condemned the plan.", "2016-07-01", "donors", "Republican donors"),
    ("Donors condemned the plan.", None, "Donors", ""),
    ("Helen Carrow won. Carrow's rivals condemned the plan.", None, "rivals", "Carrow rivals"),
    ("Helen Carrow won. Her rivals condemned the plan.", None, "rivals", ""),
    ("Tory MPs condemned the plan.", TRANSITION, "Tory MPs", "Tory MPs"),
    ("Helen Carrow MP condemned the plan.", None, "Helen Carrow MP", "Helen Carrow"),
]

# Bodies by what the text says they are, and taken up again by that.
BODIES = [
    ("Harbour Watch, an advocacy group, met. The group condemned it.", None, "group", "Harbour Watch"),
    ("Keep the Lamp, a super PAC that backs Martin Pell, spoke.", None, "Keep the Lamp", "Keep the Lamp"),
    ("Keep the Lamp, a super PAC, met. The super PAC condemned it.", None, "PAC", "Keep the Lamp"),
    ("The Lantern Workers Union met. The union condemned it.", None, "union", "Lantern Workers Union"),
    (
        "The Brackmouth Herald, a newspaper, spoke. The paper condemned it.",
        None,
        "paper",
        "Brackmouth Herald",
    ),
    (
        "Harbour Watch, an advocacy group, and Clear Tides, a charity, met. The group spoke.",
        None,
        "group",
        "",
    ),
    ("The Lantern Workers Union met. A union of nurses met. The union condemned it.", None, "union", ""),
    ("The Lantern Workers Union met. The charity condemned it.", None, "charity", ""),
    ("Helen Carrow spoke to a group. The group condemned it.", None, "group", ""),
    ("Helen Carrow, a founder of the group, spoke.", None, "Carrow", "Helen Carrow"),
    # campaigns and who speaks for them
    ("The Helen Carrow campaign condemned it.", None, "campaign", "Carrow campaign"),
    ("The Helen Carrow presidential campaign condemned it.", None, "campaign", "Carrow campaign"),
    ("Helen Carrow spoke. The campaign was long.", None, "campaign", ""),
    ("A spokesman for Ted Cruz condemned it.", "2016-03-01", "spokesman", "Cruz campaign"),
    ("A spokesman for the Lantern Workers Union spoke.", None, "spokesman", "Lantern Workers Union"),
    ("A spokesman for Martin Pell condemned it.", None, "spokesman", ""),
    ("A former spokesman for the Lantern Workers Union spoke.", None, "spokesman", ""),
]

# People by state and description, where one of the text fits.
CALLED = [
    ("Sen. Dana Ferris of Ohio spoke. The Ohio senator left.", None, "senator", "Dana Ferris"),
    ("Sen. Dana Ferris (D-Mich.) spoke. The Michigan Democrat left.", None, "Democrat", "Dana Ferris"),
    ("Sen. Dana Ferris, R-Ohio, spoke. The Texas senator left.", None, "senator", ""),
    (
        "Sen. Dana Ferris of Ohio and Sen. Helen Carrow of Ohio spoke. The Ohio senator left.",
        None,
        "senator",
        "",
    ),
    ("Ted Cruz met Dana Ferris. The Texas senator left.", "2016-03-01", "senator", "Ted Cruz"),
    (
        "Bernie Sanders met Dana Ferris. The Vermont independent left.",
        "2016-03-01",
        "independent",
        "Bernie Sanders",
    ),
    ("Hillary Clinton met Ted Cruz. The former first lady left.", "2016-03-01", "lady", "Hillary Clinton"),
    ("Donald Trump met Ted Cruz. The real-estate mogul left.", "2016-03-01", "mogul", "Donald Trump"),
    ("Dana Ferris met Ted Cruz. The real-estate mogul left.", "2016-03-01", "mogul", ""),
    (
        "Donald Trump met Tom Ashby, a businessman. The businessman left.",
        "2016-03-01",
        "businessman",
        "Tom Ashby",
    ),
]


def meant_by(reading, words: str) -> str:
    """The name of the entity that the last occurrence of the words refers to; empty where it is nobody."""
    end = reading.document.text.rindex(words) + len(words)
    names = {entity.id: entity.name for entity in reading.entities}
    return next((names[m.entity_id] for m in reading.mentions if m.start < end <= m.end), "")


@pytest.mark.parametrize(
    ("text", "date", "words", "who"), [*MEANT, *IN_SHORT, *FORMER, *ACTING, *BODIES, *CALLED]
)
def test_who_is_meant(read, text, date, words, who):
    assert meant_by(read(text, date), words) == who


# People of whom the knowledge base has never heard, wherever they stand in a sentence.
UNKNOWN = [
    ("Nora Bexley attacked Labour's budget.", "Nora Bexley"),
    ("The Conservatives were praised by Peter Sandham.", "Peter Sandham"),
    ("“The pier is closed,” Anna Hartwell said.", "Anna Hartwell"),
    ('"The pier is closed," Anna Hartwell told reporters.', "Anna Hartwell"),
    ("“Ian Broadley is a disgrace,” said Nora Bexley.", "Ian Broadley"),
    ("Peter Sandham voiced his support for Helen Upton on Sunday.", "Helen Upton"),
    ("Nora Bexley took aim at Helen Upton.", "Helen Upton"),
    ("MARTIN SANDHAM WINS THE VOTE\n\nA crowd cheered.", "Martin Sandham"),
    ("Nora Bexley appealed to Declan Moss to publish the report.", "Declan Moss"),
    ("Peter Sandham condemned the comments of Declan Moss.", "Declan Moss"),
    ("Paul Emsworth said that Walter Greaves had misled the public.", "Walter Greaves"),
    ("Siobhan Tully’s record was attacked by Paul Emsworth.", "Siobhan Tully"),
    ("Critics of Carol Minton's plan met in Dayton.", "Carol Minton"),
    ("Senator Carol Minton voted early.", "Carol Minton"),
    ("Mohammed Farrukh, the mayor, arrived with Aoife Tully.", "Mohammed Farrukh"),
    ("Labour’s Olu Adeyinka and the Tories' Jane Prowse spoke.", "Jane Prowse"),
    ("Jean-Luc Mortimer thanked Mary O'Gara.", "Mary O'Gara"),
]


@pytest.mark.parametrize(("text", "name"), UNKNOWN)
def test_people_whom_nobody_knows_are_found(read, text, name):
    assert introduced(read(text), name).type == "person"


# text · name · a role it gives · party
INTRODUCED = [
    ("Nora Bexley, the Labour MP for Brackmouth North, spoke first.", "Nora Bexley", "MP", "Labour"),
    ("Labour MP Nora Bexley spoke first.", "Nora Bexley", "MP", "Labour"),
    ("Conservative councillor Peter Sandham spoke first.", "Peter Sandham", "councillor", "Conservatives"),
    ("Peter Sandham, a Tory councillor, spoke first.", "Peter Sandham", "councillor", "Conservatives"),
    ("Republican Senator Carol Minton spoke first.", "Carol Minton", "senator", "Republican Party"),
    (
        "Carol Minton, a Democratic congresswoman from Ohio, spoke first.",
        "Carol Minton",
        "congresswoman",
        "Democratic Party",
    ),
    ("The harbour minister, Anna Hartwell, spoke first.", "Anna Hartwell", "minister", None),
    ("Transport Secretary Ian Broadley spoke first.", "Ian Broadley", "secretary", None),
    ("Paul Emsworth, a plumber from Leeds, spoke first.", "Paul Emsworth", "", None),
]


@pytest.mark.parametrize(("text", "name", "role", "party"), INTRODUCED)
def test_the_text_itself_tells_the_party(read, text, name, role, party):
    assert introduced(read(text), name).party == party


@pytest.mark.parametrize(("text", "name", "role", "party"), [case for case in INTRODUCED if case[2]])
def test_the_text_itself_tells_the_role(read, text, name, role, party):
    assert role.lower() in " ".join(introduced(read(text), name).roles).lower()


PARTY_LETTERS = [
    ("Sen. Carol Minton (R-Ohio) spoke first.", "Carol Minton", "Republican Party"),
    ("Rep. Peter Sandham, D-Mich., spoke first.", "Peter Sandham", "Democratic Party"),
]


@pytest.mark.parametrize(("text", "name", "party"), PARTY_LETTERS)
def test_letters_in_brackets_tell_the_party(read, text, name, party):
    assert introduced(read(text), name).party == party


def introduced(reading, name: str):
    """The one entity of this name."""
    (entity,) = [entity for entity in reading.entities if entity.name == name]
    return entity


def test_known_people_carry_their_offices_on_the_day(read):
    roles = {
        date: introduced(read("Steve Barclay spoke first.", date), "Steve Barclay").roles
        for date in ("2022-11-01", "2025-01-05")
    }
    assert any("health" in role.lower() for role in roles["2022-11-01"])
    assert not any("health" in role.lower() for role in roles["2025-01-05"])


def test_known_people_carry_their_party_on_the_day(extractor):
    text = "Lee Anderson criticised Helen Carrow."
    parties = {
        date: extractor.read(Document(id="d", text=text, date=date)).statements[0].actor_party
        for date in ("2017-06-01", "2023-06-01", "2024-06-01")
    }
    assert parties == {"2017-06-01": "Labour", "2023-06-01": "Conservatives", "2024-06-01": "Reform UK"}


def test_one_person_is_one_entity_however_named(read):
    reading = read(
        "Health Secretary Wes Streeting spoke. Mr Streeting sat down. Then the health secretary left. "
        "Streeting’s aide stayed.",
        TRANSITION,
    )
    assert [e.name for e in reading.entities if e.type == "person"] == ["Wes Streeting"]
    assert len([m for m in reading.mentions if m.entity_id == "wes-streeting"]) >= 4


def test_a_mention_is_the_words_themselves(read):
    text = "The harbour minister, Helen Carrow, met Martin Pell’s aides. She thanked Mr Pell."
    reading = read(text)
    shown = {(reading.document.text[m.start : m.end], m.entity_id) for m in reading.mentions}
    assert {
        ("Helen Carrow", "helen-carrow"),
        ("Martin Pell", "martin-pell"),
        ("She", "helen-carrow"),
    } <= shown
    assert not [words for words, _ in shown if words.endswith(("’s", "'s", " ", ","))]
