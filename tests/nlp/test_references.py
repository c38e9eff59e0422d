"""Who "he", "the minister", "Sir Tom", "the Tories" and "senior Democrats" are, seen through the edges."""

from __future__ import annotations

import pytest

from tests.nlp.cases import missed
from tests.nlp.test_mentions import meant_by

pytestmark = pytest.mark.model

SAME_SENTENCE = [
    (
        "Helen Carrow arrived at noon and said she opposed the harbour bill.",
        "Helen Carrow opposes harbour bill",
    ),
    ("Martin Pell said he supported Rosa Whitlock.", "Martin Pell supports Rosa Whitlock"),
    ("After she resigned, Helen Carrow attacked Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Martin Pell thanked his staff before he criticised Helen Carrow.", "Martin Pell opposes Helen Carrow"),
    (
        "Rosa Whitlock met voters in Leeds, where she condemned Declan Firth.",
        "Rosa Whitlock opposes Declan Firth",
    ),
    (
        "Helen Carrow spoke after Martin Pell, and she called him a coward.",
        "Helen Carrow opposes Martin Pell",
    ),
    ("Labour said they would wait, but they condemned George Haddow.", "Labour opposes George Haddow"),
    # two who could be meant, or nobody
    ("Martin Pell dined with Declan Firth, and later he was criticised by voters.", ""),
    ("He criticised her.", ""),
    ("Helen Carrow said it was late.", ""),
]


@pytest.mark.parametrize(("text", "edges"), SAME_SENTENCE)
def test_pronouns_of_the_same_sentence(check, text, edges):
    check(text, edges)


NEXT_SENTENCE = [
    ("Helen Carrow arrived at noon. She attacked Martin Pell.", "Helen Carrow opposes Martin Pell"),
    (
        "Martin Pell spoke for an hour on Monday. He criticised Rosa Whitlock.",
        "Martin Pell opposes Rosa Whitlock",
    ),
    ("Rosa Whitlock took the stage in Leeds. Martin Pell praised her.", "Martin Pell supports Rosa Whitlock"),
    (
        "Declan Firth gave his view on Sunday. His support for Helen Carrow was plain.",
        "Declan Firth supports Helen Carrow",
    ),
    (
        "The Conservatives met on Monday. They rejected the harbour bill.",
        "Conservatives opposes harbour bill",
    ),
    (
        "Dana Ferris entered the race in May. Walt Hale endorsed her in June.",
        "Walt Hale supports Dana Ferris",
    ),
    (
        "Helen Carrow read Rosa Whitlock's letter. She criticised Martin Pell.",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "Rosa Whitlock spoke after Martin Pell. He said he opposed the harbour bill.",
        "Martin Pell opposes harbour bill",
    ),
    # the pronoun of another gender, or of a thing
    ("Helen Carrow spoke on Monday. He criticised the plan.", ""),
    ("The storm reached the coast at noon. It destroyed the pier.", ""),
    ("Rosa Whitlock owns a boat. She sails at weekends.", ""),
]


@pytest.mark.parametrize(("text", "edges"), NEXT_SENTENCE)
def test_pronouns_of_the_next_sentence(check, text, edges):
    check(text, edges)


ROLES = [
    (
        "The harbour minister, Helen Carrow, arrived at noon. The minister criticised Martin Pell.",
        "Helen Carrow opposes Martin Pell",
    ),
    (
        "Martin Pell, the mayor of Brackmouth, spoke first. Rosa Whitlock praised the mayor.",
        "Rosa Whitlock supports Martin Pell",
    ),
    (
        "Transport Secretary Declan Firth opened the debate. The transport secretary attacked George Haddow.",
        "Declan Firth opposes George Haddow",
    ),
    (
        "Helen Carrow, leader of the Lantern Party, spoke on Friday. The Lantern leader condemned Martin Pell.",
        "Helen Carrow opposes Martin Pell",
    ),
    ("Helen Carrow, mayor of Brackmouth, spoke. The Selby mayor condemned Martin Pell.", ""),
    ("The health secretary criticised Rosa Whitlock.", "Wes Streeting opposes Rosa Whitlock"),
    ("Rosa Whitlock praised the home secretary.", "Rosa Whitlock supports Yvette Cooper"),
    ("Tory leader Kemi Badenoch attacked George Haddow.", "Kemi Badenoch opposes George Haddow"),
    (
        "Dana Ferris, a senator from Ohio, arrived late. Walt Hale mocked the senator.",
        "Walt Hale opposes Dana Ferris",
    ),
    (
        "George Haddow, the home secretary, arrived early. The home secretary attacked Martin Pell.",
        "George Haddow opposes Martin Pell",
    ),
    ("Former health secretary George Haddow attacked Martin Pell.", "George Haddow opposes Martin Pell"),
    # an office that nobody is named for, of somebody else, or of two who could be meant
    (
        "Jess Phillips arrived with Martin Pell, the harbour minister. Rosa Whitlock praised the minister.",
        "",
    ),
    ("The harbourmaster criticised a skipper.", ""),
    ("The former health secretary criticised a nurse.", ""),
    ("The minister of a small church praised a choir.", ""),
]


@pytest.mark.parametrize(("text", "edges"), ROLES)
def test_roles(check, text, edges):
    check(text, edges, date="2025-01-05")


TITLES = [
    # of one surname: the bare one stays whose it was; a relative who is named in between has a whole name
    (
        "Alan Grayson arrived. Ann Pell spoke. Grayson left. Grayson slept. There was a book on Lolita Grayson. Then Grayson attacked Ann Pell.",
        "Alan Grayson opposes Ann Pell",
    ),
    (
        "Alan Grayson arrived. Ann Pell slept. Grayson left. Grayson slept. Lolita Grayson spoke. Grayson attacked Ann Pell.",
        "",
    ),
    ("Sir Tom Ashby spoke on Monday. Helen Carrow praised Sir Tom.", "Helen Carrow supports Tom Ashby"),
    ("Helen Carrow opened the debate. Ms Carrow condemned Martin Pell.", "Helen Carrow opposes Martin Pell"),
    ("Martin Pell arrived early. Mr. Pell attacked Rosa Whitlock.", "Martin Pell opposes Rosa Whitlock"),
    (
        "Dr Priya Nandan chaired the panel. George Haddow thanked Dr Nandan.",
        "George Haddow supports Priya Nandan",
    ),
    ("Sen. Dana Ferris voted early. Walt Hale criticized Sen. Ferris.", "Walt Hale opposes Dana Ferris"),
    ("Lord Kemble rose to speak. Rosa Whitlock backed Lord Kemble.", "Rosa Whitlock supports *Kemble"),
    (
        "Dame Julia Kemble gave evidence. Declan Firth commended Dame Julia.",
        "Declan Firth supports Julia Kemble",
    ),
    # titles without a person in the text, and things that look like titles
    ("A knight of the realm praised a squire.", ""),
    ("The lord mayor's show drew a large crowd.", ""),
    ("Judge for yourself, said the poster.", ""),
]


@pytest.mark.parametrize(("text", "edges"), TITLES)
def test_titles(check, text, edges):
    check(text, edges)


PARTIES_AND_GROUPS = [
    ("The Tories attacked Rosa Whitlock.", "Conservatives opposes Rosa Whitlock"),
    ("Reform UK criticised the Liberal Democrats.", "Reform UK opposes Liberal Democrats"),
    ("Senior Democrats condemned Walt Hale.", "*Democrat* opposes Walt Hale"),
    ("Labour MPs voted against the harbour bill.", "Labour* opposes harbour bill"),
    ("Republican senators praised Dana Ferris.", "Republican* supports Dana Ferris"),
    ("Walt Hale blamed Republicans for the shutdown.", "Walt Hale opposes Republican Party"),
    ("The Lantern Party, led by Helen Carrow, condemned Martin Pell.", "Lantern Party opposes Martin Pell"),
    ("The GOP rejected the border tax bill.", "Republican Party opposes border tax bill"),
    missed(
        "A Labour source criticised Martin Pell.",
        "*Labour* opposes Martin Pell",
        why="group in the singular (a senior Democrat, one Tory MP) is no actor",
    ),
    missed(
        "One Tory MP called Martin Pell a liar.",
        "* opposes Martin Pell",
        why="group in the singular (a senior Democrat, one Tory MP) is no actor",
    ),
    ("Some Labour MPs have criticised Martin Pell.", "Labour* opposes Martin Pell"),
    ("Martin Pell was attacked by the Lib Dems.", "Liberal Democrats opposes Martin Pell"),
    # words that are no party here
    ("The reform of the harbour dues took years.", ""),
    ("The labour of many hands built the pier.", ""),
    ("A conservative estimate puts the cost at £2m.", ""),
    ("Green shoots appeared on the lawn.", ""),
]


@pytest.mark.parametrize(("text", "edges"), PARTIES_AND_GROUPS)
def test_parties_and_groups(check, text, edges):
    check(text, edges)


# text · the pronoun or noun, where it stands last in the text · who is meant (empty: nobody)
REFERENCES = [
    # the pronoun before its name
    ("In his first speech, Martin Pell attacked Labour.", "his", "Martin Pell"),
    ("Despite her criticism of Declan Firth, Helen Carrow stayed.", "her", "Helen Carrow"),
    # those one attacks as one's own
    ("Martin Pell mocked his critics.", "his", "Martin Pell"),
    ("Martin Pell mocked his record.", "his", ""),
    ("Martin Pell accused Declan Firth and his friends.", "his", "Declan Firth"),
    # somebody without a name may be meant
    ("Martin Pell watched as a man raised his arm.", "his", ""),
    ("Martin Pell thanked his wife before she spoke.", "she", ""),
    ("Martin Pell left. Helen Carrow thanked the Vermont senator because he stayed.", "he", ""),
    # a sentence that is none must not hold the reader up
    ("Martin Pell left. As for him.", "him", "Martin Pell"),
    # groups
    ("Campaigners met in Leeds. They condemned the plan.", "They", "Campaigners"),
    ("Campaigners met farmers in Leeds. They condemned the plan.", "They", ""),
    ("Labour won. Many people said they were glad.", "they", ""),
    ("Helen Carrow and Martin Pell met. Farmers said they were glad.", "they", ""),
    ("Campaigners said Martin Pell had mocked them.", "them", "Campaigners"),
    ("Campaigners kept two of them.", "them", ""),
    # organizations
    ("Labour said it opposed the plan.", "it", "Labour"),
    ("Labour said it was time to go.", "it", ""),
    ("Labour said it would cost too much.", "it", ""),
    ("Labour published its plan.", "its", "Labour"),
    ("The plan had its day.", "its", ""),
    # writings
    (
        "In a letter to staff, Helen Carrow attacked Labour. The letter warned of cuts.",
        "letter",
        "Helen Carrow",
    ),
    ("Labour issued a statement. The statement condemned the plan.", "statement", "Labour"),
    ("A letter seen by Labour reached the mayor. The letter warned of cuts.", "letter", ""),
    ("Helen Carrow wrote a letter. The letter of 1924 warned of cuts.", "letter", ""),
]


@pytest.mark.parametrize(("text", "words", "who"), REFERENCES)
def test_references(read, text, words, who):
    assert meant_by(read(text), words) == who


# text · the plural, where it stands last in the text · who are meant (empty: nobody)
SEVERAL = [
    ("Helen Carrow and Martin Pell met. Both left.", "Both", "helen-carrow martin-pell"),
    ("Helen Carrow met Martin Pell. The two left.", "two", "helen-carrow martin-pell"),
    ("Helen Carrow met Martin Pell. The two men left.", "men", "helen-carrow martin-pell"),
    ("Helen Carrow met Martin Pell. They left.", "They", "helen-carrow martin-pell"),
    ("Helen Carrow met Martin Pell. They both left.", "They", "helen-carrow martin-pell"),
    (
        "Helen Carrow debated Martin Pell and Tom Ashby. All three candidates left.",
        "candidates",
        "helen-carrow martin-pell tom-ashby",
    ),
    ("Helen Carrow debated Martin Pell. All three candidates left.", "candidates", ""),
    ("Helen Carrow met Martin Pell. Two senators left.", "senators", ""),
    ("Helen Carrow met Martin Pell. Neither of the two left.", "two", ""),
    ("Helen Carrow met Martin Pell. Farmers were glad. Both left.", "Both", ""),
    ("Helen Carrow met Martin Pell. Both houses voted.", "houses", ""),
    ("Helen Carrow left. Martin Pell said farmers were angry. They left.", "They", ""),
]


@pytest.mark.parametrize(("text", "words", "who"), SEVERAL)
def test_several_are_as_many_as_are_counted(read, text, words, who):
    reading = read(text)
    end = reading.document.text.rindex(words) + len(words)
    assert sorted({m.entity_id for m in reading.mentions if m.start < end <= m.end}) == who.split()


def test_a_letter_is_that_of_all_who_signed_it(read):
    reading = read("Helen Carrow and Martin Pell signed a letter. The letter warned of cuts.")
    at = reading.document.text.rindex("letter")
    assert {m.entity_id for m in reading.mentions if m.start == at} == {"helen-carrow", "martin-pell"}
