from __future__ import annotations

import json


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
