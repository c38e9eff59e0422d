"""Questions in words: the filter that each must give, and what must be said of words that are not understood."""

from __future__ import annotations

import pytest

from graph import Filter
from graph.columns_made import columns_of
from graph.totals import counted_ends
from graph.words import End
from nlp.questions import load_question_words, plural, verb_forms
from records import Entity, slug
from tests.graph.factory import statement
from workspace.question import understand
from workspace.question_heard import SETTLES, TURNS
from workspace.question_names import collect_names

NEWEST = "2031-12-09"  # a Tuesday
OUTLETS = ("Gazette", "The Quay Courier", "Lantern", "Delta News")
PEOPLE = {
    "Ada Fenn": "Reed",
    "Bo Marsh": "Reed",
    "Cy Holt": "Moor",
    "Róisín O’Hara": None,
    "Sam Holt": None,
    "Di Pier": None,
}
ROLES = {"Ada Fenn": ("Prime Minister of the Isles", "Leader")}
OTHERS = {"Moor": ("Moorites", "Moorite"), "Ada Fenn": ("Baroness Fenn",)}


DEMANDS = (
    "Public inquiry into the harbour",
    "Bo Marsh to resign",
    "Lower school tax",
    "Cross-party review",
    "National review of the old pier and the wall",
)


@pytest.fixture(scope="module")
def names():
    people = [statement(f"{who} criticised Cy Holt", actor_party=party) for who, party in PEOPLE.items()]
    parties = [statement("Reed criticised Moor"), statement("Moor backed Reed")]
    lantern = statement("Lantern backed Bo Marsh", actor_type="organization")
    groups = [
        statement("UK Government backed Bo Marsh", actor_type="organization"),
        statement("Reed MPs backed Bo Marsh", actor_type="organization", actor_party="Reed"),
    ]
    demands = [statement(f"Ada Fenn called for {thing}") for thing in DEMANDS]
    entities = {
        slug(name): Entity(
            id=slug(name), name=name, type="person", other_names=others, roles=ROLES.get(name, ())
        )
        for name, others in OTHERS.items()
    }
    found = counted_ends(columns_of([*people, *parties, lantern, *groups, *demands]))
    return collect_names(found, entities, OUTLETS, load_question_words().shorter)


def answer(names, question):
    return understand(question, names, load_question_words(), NEWEST)


ADA, BO, CY, ROISIN = (frozenset({name}) for name in ("Ada Fenn", "Bo Marsh", "Cy Holt", "Róisín O’Hara"))
REED, MOOR, BOTH = frozenset({"Reed"}), frozenset({"Moor"}), frozenset({"Ada Fenn", "Bo Marsh"})
CRITICISED, CALLED = frozenset({"criticised"}), frozenset({"called for"})

QUESTIONS = [
    # who on whom
    ("Fenn", {"people": ADA}),
    ("fenn", {"people": ADA}),
    ("Ada Fenn", {"people": ADA}),
    ("Baroness Fenn", {"people": ADA}),
    ("Dame Ada Fenn", {"people": ADA}),
    ("Fenn and Marsh", {"people": BOTH}),
    ("roisin o'hara", {"people": ROISIN}),
    ("O’Hara", {"people": ROISIN}),
    ("Reed", {"parties": REED}),
    ("Fenn on Marsh", {"actors": ADA, "targets": BO}),
    ("fenn on marsh", {"actors": ADA, "targets": BO}),
    ("Ada Fenn on marsh", {"actors": ADA, "targets": BO}),
    ("statements by Ada Fenn about Marsh", {"actors": ADA, "targets": BO}),
    ("by Fenn", {"actors": ADA}),
    ("about Fenn", {"targets": ADA}),
    ("Fenn v Marsh", {"actors": BOTH, "targets": BOTH}),
    ("Fenn vs Marsh", {"actors": BOTH, "targets": BOTH}),
    ("between Fenn and Marsh", {"actors": BOTH, "targets": BOTH}),
    ("Reed versus Moor", {"actors": REED | MOOR, "targets": REED | MOOR}),
    ("Reed MPs on the Moorites", {"actors": REED, "targets": MOOR}),
    ("What did Fenn say about Marsh?", {"actors": ADA, "targets": BO}),
    ("what have the Moorites said about Ada Fenn", {"actors": MOOR, "targets": ADA}),
    ("what has been said about Fenn by Marsh", {"actors": BO, "targets": ADA}),
    ("Fenn and Marsh on Róisín O’Hara", {"actors": BOTH, "targets": ROISIN}),
    # relations
    ("who criticised Reed", {"targets": REED, "relations": CRITICISED}),
    ("Who criticizes Moor?", {"targets": MOOR, "relations": CRITICISED}),
    ("who has Fenn criticised", {"actors": ADA, "relations": CRITICISED}),
    ("who did Fenn criticise", {"actors": ADA, "relations": CRITICISED}),
    ("who was criticised by Fenn", {"actors": ADA, "relations": CRITICISED}),
    ("was Marsh criticised by Fenn?", {"actors": ADA, "targets": BO, "relations": CRITICISED}),
    ("Marsh criticised by Fenn", {"actors": ADA, "targets": BO, "relations": CRITICISED}),
    ("Fenn hit out at Marsh", {"actors": ADA, "targets": BO, "relations": CRITICISED}),
    ("who came under fire from Fenn", {"actors": ADA, "relations": CRITICISED}),
    ("Marsh came under fire from Fenn", {"actors": ADA, "targets": BO, "relations": CRITICISED}),
    ("criticism of Marsh by Fenn", {"actors": ADA, "targets": BO, "relations": CRITICISED}),
    ("Fenn's criticism of Marsh", {"actors": ADA, "targets": BO, "relations": CRITICISED}),
    ("attacks on Reed", {"targets": REED, "relations": frozenset({"attacked"})}),
    ("who slammed Fenn", {"targets": ADA, "relations": frozenset({"attacked"})}),
    ("who praised or thanked Fenn", {"targets": ADA, "relations": frozenset({"praised", "thanked"})}),
    ("did Fenn ever praise Marsh", {"actors": ADA, "targets": BO, "relations": frozenset({"praised"})}),
    ("Fenn accused of fraud", {"targets": ADA, "relations": frozenset({"accused"})}, ["fraud"]),
    ("Fenn accused Marsh of fraud", {"actors": ADA, "targets": BO, "relations": frozenset({"accused"})}, ["fraud"]),
    ("who responded to Fenn", {"targets": ADA}),
    ("rows between Reed and Moor", {"actors": REED | MOOR, "targets": REED | MOOR, "relations": frozenset({"disagreed with"})}),
    # who is called otherwise
    ("the prime minister on Marsh", {"actors": ADA, "targets": BO}),
    ("leader on Marsh", {"targets": BO}, ["leader"]),
    ("Government's response to Fenn", {"actors": frozenset({"UK Government"}), "targets": ADA}),
    ("Reed MPs on Fenn", {"actors": REED, "targets": ADA}),
    # families
    ("supporters of Fenn", {"targets": ADA, "families": frozenset({"support"})}),
    ("Fenn's supporters", {"targets": ADA, "families": frozenset({"support"})}),
    ("critics of Marsh", {"targets": BO, "families": frozenset({"opposition"})}),
    ("who supports Reed", {"targets": REED, "families": frozenset({"support"})}),
    ("Who is opposed by Fenn?", {"actors": ADA, "families": frozenset({"opposition"})}),
    ("who is against the inquiry", {"topics": frozenset({"inquiry"}), "families": frozenset({"opposition"})}),
    # things
    ("calls for an inquiry", {"topics": frozenset({"inquiry"}), "relations": CALLED}),
    ("who called for a public inquiry", {"topics": frozenset({"public inquiry"}), "relations": CALLED}),
    ("Fenn on the inquiry", {"actors": ADA, "topics": frozenset({"inquiry"})}),
    ("calls for an inquiry from Reed", {"actors": REED, "topics": frozenset({"inquiry"}), "relations": CALLED}),
    ("inquiry into the harbour", {"topics": frozenset({"inquiry into the harbour"})}),
    ("school tax", {"topics": frozenset({"school tax"})}),
    ("Who called for Marsh to resign?", {"topics": frozenset({"marsh to resign"}), "relations": CALLED}),
    ("Who called for Marsh to sing?", {"topics": frozenset({"marsh"}), "relations": CALLED}, ["sing"]),
    ("calls for an inquiry or a school tax", {"topics": frozenset({"inquiry", "school tax"}), "relations": CALLED}),
    ("calls for an inquiry school tax", {"topics": frozenset({"inquiry"}), "relations": CALLED}, ["school tax"]),
    ("who wants an inquiry", {"topics": frozenset({"inquiry"}), "relations": CALLED}),
    ("demands made by Moor", {"actors": MOOR, "relations": CALLED}),
    ("calls for a cross-party review", {"topics": frozenset({"cross party review"}), "relations": CALLED}),
    ("calls for Marsh's resignation", {"topics": frozenset({"marsh"}), "relations": CALLED}, ["resignation"]),
    ("National review of the old pier and the wall", {"topics": frozenset({"review of the old"})}),
    ("calls for a review of the old pier", {"topics": frozenset({"review of the old"}), "relations": CALLED}),
    # outlets and voices
    ("Delta reports on Fenn", {"targets": ADA, "outlets": frozenset({"Delta News"})}),
    ("Fenn in the Gazette", {"actors": frozenset(), "people": ADA, "outlets": frozenset({"Gazette"})}),
    ("statements by Fenn in The Quay Courier", {"actors": ADA, "outlets": frozenset({"The Quay Courier"})}),
    ("statements by Fenn in Quay Courier", {"actors": ADA, "outlets": frozenset({"The Quay Courier"})}),
    ("Lantern on Marsh", {"actors": frozenset({"Lantern"}), "targets": BO}),
    ("Fenn on Marsh in Lantern", {"actors": ADA, "targets": BO, "outlets": frozenset({"Lantern"})}),
    ("reported by Lantern", {"outlets": frozenset({"Lantern"})}),
    ("quotes by Fenn about Marsh", {"actors": ADA, "targets": BO, "voices": frozenset({"direct"})}),
    # periods
    ("Fenn in January 2031", {"people": ADA, "since": "2031-01-01", "until": "2031-01-31"}),
    ("who criticised Reed in Jan 2031", {"targets": REED, "relations": CRITICISED, "since": "2031-01-01", "until": "2031-01-31"}),
    ("Fenn since March", {"people": ADA, "since": "2031-03-01"}),
    ("Fenn before June 2031", {"people": ADA, "until": "2031-05-31"}),
    ("Fenn after 5 January 2031", {"people": ADA, "since": "2031-01-06"}),
    ("Fenn until 2031-03-04", {"people": ADA, "until": "2031-03-04"}),
    ("Fenn between 5 and 8 January 2031", {"people": ADA, "since": "2031-01-05", "until": "2031-01-08"}),
    ("Fenn from 5 to 8 January 2031", {"people": ADA, "since": "2031-01-05", "until": "2031-01-08"}),
    ("Fenn between January and March 2031", {"people": ADA, "since": "2031-01-01", "until": "2031-03-31"}),
    ("Fenn from November to February 2031", {"people": ADA, "since": "2030-11-01", "until": "2031-02-28"}),
    ("Fenn in Q2 2030", {"people": ADA, "since": "2030-04-01", "until": "2030-06-30"}),
    ("Fenn in the first quarter of 2030", {"people": ADA, "since": "2030-01-01", "until": "2030-03-31"}),
    ("Fenn in 2030", {"people": ADA, "since": "2030-01-01", "until": "2030-12-31"}),
    ("Fenn last week", {"people": ADA, "since": "2031-12-01", "until": "2031-12-07"}),
    ("Fenn this month", {"people": ADA, "since": "2031-12-01", "until": "2031-12-31"}),
    ("Fenn in the last 7 days", {"people": ADA, "since": "2031-12-03", "until": "2031-12-09"}),
    ("Fenn on 1st of February 2031", {"people": ADA, "since": "2031-02-01", "until": "2031-02-01"}),
    ("Fenn in May", {"people": ADA, "since": "2031-05-01", "until": "2031-05-31"}),
    ("since March before June", {"since": "2031-03-01", "until": "2031-05-31"}),
    ("", {}),
    ("who said what about whom?", {}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "wanted", "unclear"), [(*row, [])[:3] for row in QUESTIONS])
def test_a_question_gives_this_filter(names, question, wanted, unclear):
    found = answer(names, question)
    assert (found.filter, [part.words for part in found.unclear]) == (Filter(**wanted), unclear)


UNCLEAR = [
    # question, words that are not used, with the names offered, and what is kept all the same
    ("who did not criticise Fenn", [("not", ())], {"targets": ADA, "relations": CRITICISED}),
    ("Holt on Fenn", [("Holt", ("Cy Holt", "Sam Holt"))], {"targets": ADA}),
    ("Bo on Fenn", [("Bo", ())], {"targets": ADA}),
    ("Fen on Marsh", [("Fen", ("Ada Fenn",))], {"targets": BO}),
    ("Mrash on Fenn", [("Mrash", ("Bo Marsh",))], {"targets": ADA}),
    ("Fenn on zeppelins", [("zeppelins", ())], {"actors": ADA}),
    ("Fenn v Marsh over the inquiry", [("over", ()), ("inquiry", ())], {"actors": BOTH, "targets": BOTH}),
    ("Fenn in Atlantis", [("Atlantis", ())], {"people": ADA}),
    ("Fenn on 31 February 2031", [("31", ())], {"actors": ADA, "since": "2031-02-01", "until": "2031-02-28"}),
    (
        "Fenn in 2030 in 2031",
        [("in 2031", ())],
        {"people": ADA, "since": "2030-01-01", "until": "2030-12-31"},
    ),
    ("since 2031 before 2030", [("before 2030", ())], {"since": "2031-01-01"}),
    ("may Fenn", [("may", ())], {"people": ADA}),
    ("Ada Fenn on pier", [("pier", ("Di Pier",))], {"actors": ADA}),
    ("statements by women", [("women", ())], {}),
    ("Fenn on Xara Quill", [("Xara Quill", ())], {"actors": ADA}),
    ("Fenn on Xara or Quill", [("Xara", ()), ("Quill", ())], {"actors": ADA}),
    ("'; drop <i>zebra</i>", [("drop", ()), ("i", ()), ("zebra", ()), ("i", ())], {}),
]


@pytest.mark.parametrize(("question", "unclear", "kept"), UNCLEAR)
def test_what_is_not_understood_is_said_word_by_word(names, question, unclear, kept):
    found = answer(names, question)
    assert [(part.words, part.names) for part in found.unclear] == unclear
    assert all(question[part.start : part.end] == part.words for part in found.unclear)
    assert found.filter == Filter(**kept)


def test_only_a_name_of_several_is_a_choice(names):
    assert [part.several for part in answer(names, "Holt on Fen").unclear] == [True, False]


def test_a_name_that_somebody_has_who_said_something_goes_before_others():
    ends = [(End("cy-holt", "Cy Holt", "person", ""), 2), (End("sam-holt", "Sam Holt", "person", ""), 0)]
    assert answer(collect_names(ends, {}, ()), "Holt").filter == Filter(people={"Cy Holt"})


def test_two_of_one_name_are_told_apart_by_their_ids():
    ends = [(End("ann-1", "Ann Lee", "person", "Reed"), 2), (End("ann-1", "Ann Lee", "person", ""), 1)]
    assert answer(collect_names(ends, {}, ()), "Lee").filter == Filter(people={"Ann Lee"})
    twice = collect_names([*ends, (End("ann-2", "Ann Lee", "person", ""), 1)], {}, ())
    (part,) = answer(twice, "Ann Lee").unclear
    assert (part.names, part.several) == (("ann-1", "ann-2"), True)
    assert answer(twice, "ann-2").filter == Filter(people={"ann-2"})


def test_every_list_of_words_has_its_part_in_the_grammar():
    known = {"filler", "be", "direct", "members"} | SETTLES.keys() | TURNS.keys()
    assert set(load_question_words().roles.values()) == known


FORMS = [
    ("attack", {"attack", "attacks", "attacked", "attacking"}),
    ("slam", {"slam", "slams", "slammed", "slamming"}),
    ("criticise", {"criticise", "criticises", "criticised", "criticising"}),
    ("deny", {"deny", "denies", "denied", "denying"}),
    ("credit", {"credit", "credits", "credited", "crediting"}),
    ("clash", {"clash", "clashes", "clashed", "clashing"}),
]


@pytest.mark.parametrize(("verb", "forms"), FORMS)
def test_forms_of_verbs(verb, forms):
    assert verb_forms(verb) == forms


def test_plurals():
    assert [plural(noun) for noun in ("ally", "boy", "boss")] == ["allies", "boys", "bosses"]
