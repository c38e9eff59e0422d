from __future__ import annotations

import json

import pytest


def test_the_base_that_comes_along_is_sound(runner):
    result = runner("knowledge", "check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "sound" in result.stderr


def test_entities_are_listed_by_type(runner):
    parties = json.loads(runner("knowledge", "list", "--type", "party", "--json").stdout)
    assert {entity["type"] for entity in parties} == {"party"}
    everything = json.loads(runner("knowledge", "list", "--json").stdout)
    assert len(everything) > len(parties)
    table = runner("knowledge", "list", "--type", "party").stdout
    assert len(table.splitlines()) == len(parties) + 1


def test_an_entity_is_shown_by_name_or_id(runner):
    person = next(e for e in json.loads(runner("knowledge", "list", "--type", "person", "--json").stdout))
    by_id = json.loads(runner("knowledge", "show", person["id"], "--json").stdout)
    by_name = json.loads(runner("knowledge", "show", person["name"].upper(), "--json").stdout)
    assert by_id == by_name
    assert by_id["name"] == person["name"]
    assert by_id["memberships"]
    shown = runner("knowledge", "show", person["id"]).stdout
    assert person["name"] in shown
    assert by_id["memberships"][0]["organization"] in shown


def test_what_is_not_there_is_named(runner):
    for arguments in (["show", "Nobody Atall"], ["list", "--type", "spaceship"]):
        result = runner("knowledge", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert arguments[-1] in result.stderr


BRACKMOUTH = {
    "persons": [{"id": "ada-vela", "name": "Ada Vela", "gender": "female"}],
    "organizations": [{"id": "lanterns", "name": "Lanterns of Brackmouth", "classification": "party"}],
    "memberships": [{"person_id": "ada-vela", "organization_id": "lanterns"}],
}


def test_a_file_of_ones_own_is_kept_and_used(hustings, tmp_path):
    (tmp_path / "brackmouth.json").write_text(json.dumps(BRACKMOUTH), encoding="utf-8")
    own = {"HUSTINGS_KNOWLEDGE": str(tmp_path / "own")}
    result = hustings("knowledge", "import", tmp_path / "brackmouth.json", **own)
    assert (result.returncode, result.stdout) == (0, "")
    assert (tmp_path / "own" / "brackmouth.json").exists()
    assert "Lanterns of Brackmouth" in hustings("knowledge", "show", "Ada Vela", **own).stdout
    again = hustings("knowledge", "import", tmp_path / "brackmouth.json", **own)
    assert again.returncode == 0


FAULTY = [
    ("no JSON", "cannot be read"),
    ('{"people": []}', "holds people"),
    ('{"persons": [{"id": "x"}]}', "'name' is missing"),
    ('{"persons": null}', "'persons' is not a list"),
    ('{"organizations": null}', "'organizations' is not a list"),
    (
        '{"organizations": [{"id": "p", "name": "Pog", "classification": ["party"]}]}',
        "p: 'classification' is not",
    ),
    ("[" * 100_000, "too deep in one another"),
    ('{"persons": [{"id": "keir-starmer", "name": "Ada Vela"}]}', "keir-starmer stands 2 times"),
]


@pytest.mark.parametrize(("text", "told"), FAULTY, ids=[told for _text, told in FAULTY])
def test_a_faulty_file_is_refused_and_nothing_kept(hustings, tmp_path, text, told):
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    result = hustings("knowledge", "import", tmp_path / "bad.json", HUSTINGS_KNOWLEDGE=str(tmp_path / "own"))
    assert result.returncode == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "own").exists()
