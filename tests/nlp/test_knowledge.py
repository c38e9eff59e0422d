"""The knowledge base: sound as it stands, its faults told, offices and parties right on their days."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from errors import KnowledgeError
from nlp.knowledge import check_knowledge, load_knowledge
from nlp.knowledge_check import LISTS_OF, SHAPES

pytestmark = pytest.mark.model


def test_the_projects_own_base_has_no_fault():
    assert check_knowledge() == []


def test_it_is_large_enough():
    knowledge = load_knowledge()
    assert len(knowledge.persons) >= 120
    kinds = [entity.type for entity in knowledge.entities.values()]
    assert kinds.count("party") >= 12
    assert kinds.count("inquiry") >= 8


# office in lower case · day · who held it, around handovers
HOLDERS = [
    ("prime minister", "2022-07-01", "boris-johnson"),
    ("prime minister", "2022-09-20", "liz-truss"),
    ("prime minister", "2022-11-01", "rishi-sunak"),
    ("prime minister", "2024-07-04", "rishi-sunak"),
    ("prime minister", "2024-07-06", "keir-starmer"),
    ("health secretary", "2022-11-01", "steve-barclay"),
    ("health secretary", "2023-11-14", "victoria-atkins"),
    ("health secretary", "2025-01-05", "wes-streeting"),
    ("home secretary", "2023-11-12", "suella-braverman"),
    ("home secretary", "2023-11-14", "james-cleverly"),
    ("home secretary", "2025-01-05", "yvette-cooper"),
    ("home secretary", "2025-09-10", "shabana-mahmood"),
    ("foreign secretary", "2023-12-01", "david-cameron"),
    ("tory leader", "2024-10-01", "rishi-sunak"),
    ("tory leader", "2024-11-03", "kemi-badenoch"),
    ("labour leader", "2020-04-03", "jeremy-corbyn"),
    ("labour leader", "2023-01-01", "keir-starmer"),
    ("us president", "2025-01-19", "joe-biden"),
    ("us president", "2025-01-21", "donald-trump"),
    ("us president", "2016-06-01", "barack-obama"),
    ("scottish first minister", "2023-03-27", "nicola-sturgeon"),
    ("scottish first minister", "2023-04-01", "humza-yousaf"),
    ("scottish first minister", "2024-06-01", "john-swinney"),
    ("safeguarding minister", "2025-01-05", "jess-phillips"),
    ("mayor of london", "2024-01-01", "sadiq-khan"),
]


@pytest.mark.parametrize(("office", "day", "holder"), HOLDERS)
def test_holders_of_an_office(office, day, holder):
    assert load_knowledge().holders(office, day) == [holder]


def test_an_office_that_nobody_knows_has_no_holder():
    assert load_knowledge().holders("keeper of the harbour bell", "2025-01-05") == []
    assert load_knowledge().holders("prime minister", "1066-10-14") == []


# who · day · party
PARTIES = [
    ("wes-streeting", "2025-01-05", "Labour"),
    ("lee-anderson", "2017-06-01", "Labour"),
    ("lee-anderson", "2024-03-01", "Conservatives"),
    ("lee-anderson", "2024-03-20", "Reform UK"),
    ("natalie-elphicke", "2024-05-01", "Conservatives"),
    ("natalie-elphicke", "2024-05-20", "Labour"),
    ("christian-wakeford", "2022-01-10", "Conservatives"),
    ("christian-wakeford", "2022-02-01", "Labour"),
    ("tulsi-gabbard", "2016-05-01", "Democratic Party"),
    ("tulsi-gabbard", "2025-05-01", "Republican Party"),
    ("jeremy-corbyn", "2019-01-01", "Labour"),
    ("jeremy-corbyn", "2024-08-01", None),
    ("hillary-clinton", "2016-05-01", "Democratic Party"),
    ("elon-musk", "2025-01-05", None),
    ("labour", "2025-01-05", "Labour"),
    ("nobody-of-this-name", "2025-01-05", None),
]


@pytest.mark.parametrize(("who", "day", "party"), PARTIES)
def test_parties_on_a_day(who, day, party):
    assert load_knowledge().party_of(who, day) == party


# ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────────


def base() -> dict[str, list[dict[str, object]]]:
    """A small base without a fault."""
    return {
        "persons": [{"id": "ada-vela", "name": "Ada Vela"}, {"id": "tom-orrin", "name": "Tom Orrin"}],
        "organizations": [
            {"id": "lantern", "name": "Lantern Party", "classification": "party"},
            {"id": "town", "name": "Brackmouth Council", "classification": "council"},
        ],
        "posts": [{"id": "mayor", "label": "Mayor of Brackmouth", "organization_id": "town"}],
        "memberships": [
            {
                "person_id": "ada-vela",
                "organization_id": "town",
                "post_id": "mayor",
                "start_date": "2020-05-04",
                "end_date": "2024-05-04",
            },
            {
                "person_id": "tom-orrin",
                "organization_id": "town",
                "post_id": "mayor",
                "start_date": "2024-05-04",
            },
        ],
    }


def write(folder: Path, content: object) -> Path:
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / "base.json").write_text(text, encoding="utf-8")
    return folder


def test_a_handover_on_one_day_is_no_fault(tmp_path):
    assert check_knowledge(write(tmp_path, base())) == []


# list · row · what is changed in it (None: taken out) · words of the message
FAULTS = [
    ("persons", 0, {"name": None}, ["ada-vela", "'name' is missing"]),
    ("persons", 0, {"name": ""}, ["ada-vela", "name"]),
    ("persons", 0, {"name": 7}, ["ada-vela", "name"]),
    ("persons", 0, {"nmae": "Ada"}, ["ada-vela", "'nmae'"]),
    ("persons", 1, {"id": "ada-vela"}, ["ada-vela", "2 times"]),
    ("persons", 1, {"name": "Ada Vela"}, ["Ada Vela", "tom-orrin"]),
    ("persons", 0, {"gender": "feminine"}, ["ada-vela", "feminine"]),
    ("persons", 0, {"other_names": "Ada"}, ["ada-vela", "other_names"]),
    ("organizations", 0, {"classification": "club"}, ["lantern", "'club'"]),
    ("organizations", 0, {"color": "red"}, ["lantern", "red"]),
    ("organizations", 0, {"parent_id": "nowhere"}, ["lantern", "'nowhere'"]),
    ("organizations", 0, {"founding_date": "2020", "dissolution_date": "2010"}, ["lantern", "before"]),
    ("posts", 0, {"organization_id": "nowhere"}, ["mayor", "'nowhere'"]),
    ("posts", 0, {"holders": "two"}, ["mayor", "two"]),
    ("memberships", 0, {"person_id": "nobody"}, ["nobody", "persons"]),
    ("memberships", 0, {"post_id": "warden"}, ["warden", "posts"]),
    ("memberships", 0, {"start_date": "2020-02-31"}, ["ada-vela", "2020-02-31"]),
    ("memberships", 0, {"start_date": "4 May 2020"}, ["ada-vela", "4 May 2020"]),
    ("memberships", 0, {"end_date": "2019-01-01"}, ["ada-vela", "before"]),
    ("memberships", 0, {"end_date": "2025-01-01"}, ["mayor", "ada-vela", "tom-orrin"]),
    ("memberships", 0, {"end_date": None}, ["mayor", "ada-vela", "tom-orrin"]),
]


@pytest.mark.parametrize(("kind", "row", "change", "words"), FAULTS)
def test_faults_are_told(tmp_path, kind, row, change, words):
    rows = base()
    entry = {**rows[kind][row], **change}
    rows[kind][row] = {key: value for key, value in entry.items() if value is not None}
    faults = check_knowledge(write(tmp_path, rows))
    assert [fault for fault in faults if all(word in fault for word in words)] != [], faults
    with pytest.raises(KnowledgeError):
        load_knowledge(tmp_path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "base.json"),
        ([], "list"),
        ({"people": []}, "people"),
        ({"persons": ["Ada Vela"]}, "not an object"),
        ({"persons": [None]}, "not an object"),
        ({"persons": {"id": "ada-vela"}}, "'persons' is not a list"),
        ({"persons": None}, "'persons' is not a list"),
        ({"persons": 5}, "'persons' is not a list"),
        ({"posts": "abc"}, "'posts' is not a list"),
        ({"memberships": True}, "'memberships' is not a list"),
        ("[" * 100_000, "too deep"),
        ('{"persons": [{"name": "Ada", "id": ' + "[" * 900 + "]" * 900 + "}]}", "'id' is not a text"),
    ],
)
def test_files_that_are_no_base_are_told(tmp_path, content, words):
    (fault, *_) = check_knowledge(write(tmp_path, content))
    assert words in fault


WRONG = (7, True, [], {}, ["party", 7], {"name": "x"}, [None], [7], [[]], [{}], [{"name": 7}], "Ad\ud800")
"""Of no field the right type, each a list or object that holds the wrong thing, or half a character."""


@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_a_value_of_a_wrong_type_is_told_in_every_field(tmp_path, value):
    for kind, (required, optional) in SHAPES.items():
        for key in sorted(required | optional):
            if value == [] and key in LISTS_OF:
                continue
            rows = base()
            rows[kind][0] = {**rows[kind][0], key: value}
            faults = check_knowledge(write(tmp_path, rows))
            assert [fault for fault in faults if f"'{key}' is not a" in fault] != [], (kind, key, faults)


NESTED = [
    # field, what stands in its list               whether that is a fault
    ("identifiers", {"identifier": "Q1"}, True),
    ("identifiers", {"identifier": "Q1", "scheme": None}, True),
    ("identifiers", {"identifier": "Q1", "scheme": "wikidata"}, False),
    ("other_names", {"name": "Vela", "note": ["short"]}, True),
    ("other_names", {"name": "Vela", "note": None}, False),
    ("other_names", {"name": "Vela"}, False),
]


@pytest.mark.parametrize(("key", "entry", "fault"), NESTED)
def test_objects_in_a_list_have_the_texts_that_are_read(tmp_path, key, entry, fault):
    rows = base()
    rows["persons"][0][key] = [entry]
    told = check_knowledge(write(tmp_path, rows))
    assert [line for line in told if f"'{key}' is not a list of objects" in line] == told
    assert bool(told) is fault
    if not fault:
        load_knowledge(tmp_path)


def test_nothing_in_the_place_of_a_text_that_may_be_left_out_is_no_crash(tmp_path):
    for kind, (_required, optional) in SHAPES.items():
        for key in sorted(optional):
            rows = base()
            rows[kind][0] = {**rows[kind][0], key: None}
            if not check_knowledge(write(tmp_path, rows)):
                load_knowledge.cache_clear()
                load_knowledge(tmp_path)


def test_several_faults_are_told_at_once(tmp_path):
    rows = base()
    rows["persons"][0] = {"id": "ada-vela"}
    rows["organizations"][0]["classification"] = "club"
    rows["memberships"][0]["rank"] = "first"
    assert len(check_knowledge(write(tmp_path, rows))) == 3


def test_the_files_of_a_folder_are_one_base(tmp_path):
    rows = base()
    for name, kinds in (("a.json", ("persons",)), ("b.json", ("organizations", "posts", "memberships"))):
        (tmp_path / name).write_text(json.dumps({kind: rows[kind] for kind in kinds}), encoding="utf-8")
    assert check_knowledge(tmp_path) == []
    assert load_knowledge(tmp_path).holders("mayor of brackmouth", "2021-01-01") == ["ada-vela"]
