"""Groups, kinds of people, bodies and things: what stands for whom, and what is nobody.

The rows of each table come in pairs: an expression that names somebody, and one close to it that does not.
"""

from __future__ import annotations

import pytest

from records import Document

pytestmark = pytest.mark.model

DESCRIBED = [  # a relative clause behind what somebody is
    ("Clear Tides, a charity that backs Helen Carrow, met.", "Clear Tides supports Helen Carrow"),
    ("The charity that backs Helen Carrow met.", ""),
    ("Keep the Lamp, the super PAC supporting Helen Carrow, met.", "Keep the Lamp supports Helen Carrow"),
    (
        "Owen Tarrant, founder of a hedge fund who backed Helen Carrow, spoke.",
        "Owen Tarrant supports Helen Carrow",
    ),
    ("Owen Tarrant is a man who attacked Helen Carrow.", "Owen Tarrant opposes Helen Carrow"),
    ("Owen Tarrant is no man who attacked Helen Carrow.", ""),
]

COMMITTEES = [
    ("Our Lantern PAC attacked Helen Carrow.", "Our Lantern PAC opposes Helen Carrow"),
    ("Our Lantern PAC met. Our Lantern attacked Helen Carrow.", "Our Lantern PAC opposes Helen Carrow"),
    ("The Owen Tarrant PAC attacked Helen Carrow.", ""),
    ("A super PAC attacked Helen Carrow.", ""),
]

OWNED = [
    ("Owen Tarrant thanked his supporters.", "Owen Tarrant supports Tarrant supporters"),
    ("Owen Tarrant thanked supporters.", ""),
    ("Owen Tarrant's supporters booed Helen Carrow.", "Tarrant supporters opposes Helen Carrow"),
    ("Owen Tarrant's former supporters booed Helen Carrow.", ""),
    ("Supporters of Owen Tarrant booed Helen Carrow.", "Tarrant supporters opposes Helen Carrow"),
    ("Former supporters of Owen Tarrant booed Helen Carrow.", ""),
    ("Members of the Lantern Party attacked Helen Carrow.", "Lantern Party members opposes Helen Carrow"),
    ("Members of the crowd attacked Helen Carrow.", ""),
]

LISTED = [  # by name behind a word for them
    ("Groups like Clear Tides attacked Helen Carrow.", "Clear Tides opposes Helen Carrow"),
    ("Groups such as the Lantern Party attacked Helen Carrow.", "Lantern Party opposes Helen Carrow"),
    (
        "Groups like Clear Tides and the Lamp Society attacked Helen Carrow.",
        "Clear Tides opposes Helen Carrow; Lamp Society opposes Helen Carrow",
    ),
    ("Groups close to the Lantern Party attacked Helen Carrow.", ""),
]

KINDS = [
    ("Helen Carrow insulted reporters.", "Helen Carrow opposes Reporters"),
    ("Helen Carrow insulted the reporters.", ""),
    ("Helen Carrow insulted two reporters.", ""),
    ("Helen Carrow praised police officers.", "Helen Carrow supports Police officers"),
    ("Helen Carrow praised the officers who came.", ""),
    ("Economists criticised Helen Carrow.", "Economists opposes Helen Carrow"),
    ("Two economists criticised Helen Carrow.", ""),
]

OF_A_PARTY = [  # the words before it say which of them
    ("Latino Republicans criticised Walt Hale.", "Latino Republicans opposes Walt Hale"),
    ("Anti-Ferris Republicans criticised Walt Hale.", "Anti-Ferris Republicans opposes Walt Hale"),
    ("Tea Party Republicans criticised Walt Hale.", "Tea Party Republicans opposes Walt Hale"),
    ("Republicans criticised Walt Hale.", "Republican Party opposes Walt Hale"),
    ("Former Labour ministers criticised Walt Hale.", "Former Labour ministers opposes Walt Hale"),
    ("Former ministers criticised Walt Hale.", "Former ministers opposes Walt Hale"),
    ("Ex-ministers criticised Walt Hale.", "Ex-ministers opposes Walt Hale"),
]

MEASURED = [
    ("A growing number of Lantern Party donors oppose Helen Carrow.", "*donors opposes Helen Carrow"),
    ("A growing number of people oppose Helen Carrow.", ""),
    ("Owen Tarrant opposes a number of gun laws.", "Owen Tarrant opposes gun laws"),
    ("Owen Tarrant condemned passage of the harbour bill.", "Owen Tarrant opposes harbour bill"),
]

FAMILIES = [
    ("Helen Carrow. Owen Tarrant criticised the Carrows.", "Owen Tarrant opposes Carrows"),
    ("Owen Tarrant criticised the Ostrow brothers.", "Owen Tarrant opposes Ostrow brothers"),
    ("Owen Tarrant criticised the brothers.", ""),
]

QUALITIES = [
    ("Owen Tarrant criticised Helen Carrow's ruthlessness.", "Owen Tarrant opposes Helen Carrow"),
    ("Owen Tarrant criticised Helen Carrow's university.", ""),
    ("Owen Tarrant praised Helen Carrow's accomplishments.", "Owen Tarrant supports Helen Carrow"),
    ("Owen Tarrant praised Helen Carrow's witness.", ""),
]

THINGS = [
    ("Owen Tarrant has condemned racism.", "Owen Tarrant opposes Racism"),
    ("Owen Tarrant has condemned rain.", ""),
    ("Owen Tarrant supported Proposition 226.", "Owen Tarrant supports Proposition 226"),
    ("Owen Tarrant supported the proposition.", ""),
    ("Owen Tarrant admires a great deal of what she did.", ""),
]

AGAIN = [
    (
        "Helen Carrow proposed a fuel tax. Owen Tarrant rejected the idea.",
        "Helen Carrow supports fuel tax; Owen Tarrant opposes fuel tax",
    ),
    ("Helen Carrow left. Owen Tarrant rejected the idea.", ""),
    (
        "Helen Carrow proposed a fuel tax, but Owen Tarrant rejected that.",
        "Helen Carrow supports fuel tax; Owen Tarrant opposes fuel tax",
    ),
    (
        "Helen Carrow proposed a fuel tax and a window tax. Owen Tarrant rejected the idea.",
        "Helen Carrow supports fuel tax; Helen Carrow supports window tax",
    ),
    ("Helen Carrow called for repealing the fuel tax.", "Helen Carrow demands repealing the fuel tax; *"),
]

AMBIGUOUS = [  # each with a twin that says whom or what
    (
        "Owen Tarrant defended Helen Carrow over her criticism of Martin Pell's response.",
        "Owen Tarrant supports Helen Carrow; Helen Carrow opposes Martin Pell",
    ),
    ("Helen Carrow called the vote an act of cowardice. Owen Tarrant condemned the amendment.", ""),
    (
        "Helen Carrow, the harbour minister, wrote. Martin Pell backed the minister.",
        "Martin Pell supports Helen Carrow",
    ),
    (
        "Helen Carrow, the harbour minister, wrote. Owen Tarrant, the schools minister, spoke. "
        "Martin Pell backed the minister.",
        "",
    ),
    (
        "Helen Carrow called for a ban on ferries. Owen Tarrant backed it too.",
        "Helen Carrow demands ban on ferries",
    ),
    ("It was the right decision. Owen Tarrant welcomed the decision.", ""),
]

ALL = (
    DESCRIBED,
    COMMITTEES,
    OWNED,
    LISTED,
    KINDS,
    OF_A_PARTY,
    MEASURED,
    FAMILIES,
    QUALITIES,
    THINGS,
    AGAIN,
    AMBIGUOUS,
)


@pytest.mark.parametrize(("text", "edges"), [row for table in ALL for row in table])
def test_who_and_what_is_meant(check, text, edges):
    check(text, edges)


# text · the name, in full · whether it is a person
INTRODUCED = [
    ("Orsk Trell, a retired nurse, spoke.", "Orsk Trell", True),
    ("Orsk Trell, 59, spoke.", "Orsk Trell", True),
    ("Rep. Orsk Trell spoke.", "Orsk Trell", True),
    ("In Hilton Harbor, a nurse spoke.", "Hilton Harbor", False),
    ("Hilton Harbor, a town of brick, slept.", "Hilton Harbor", False),
]


@pytest.mark.parametrize(("text", "name", "person"), INTRODUCED)
def test_the_text_itself_shows_who_is_a_person(read, text, name, person):
    people = {entity.name for entity in read(text).entities if entity.type == "person"}
    assert (name in people) is person


def test_the_candidate_is_the_one_person_who_stands(extractor):
    text = "Donald Trump spoke in Ohio. The candidate left."
    reading = extractor.read(Document(id="one", text=text, date="2016-09-01"))
    at = text.index("candidate")
    assert [m.entity_id for m in reading.mentions if m.start == at] == ["donald-trump"]


def test_the_candidate_is_nobody_between_two(extractor):
    text = "Donald Trump met Hillary Clinton. The candidate left."
    reading = extractor.read(Document(id="two", text=text, date="2016-09-01"))
    at = text.index("candidate")
    assert not [m for m in reading.mentions if m.start == at]
