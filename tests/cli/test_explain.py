"""`hustings explain` on the command line."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.model

TEXT = "Kemi Badenoch criticised Keir Starmer. The council praised the weather."


def test_all_that_was_found_is_printed_and_why_the_rest_was_not(hustings):
    result = hustings("explain", TEXT, "--date", "2025-01-05")
    assert result.returncode == 0
    assert result.stderr == ""
    for words in ("Kemi Badenoch", "criticised", "rule:verb", "praised", "could not be resolved to an actor"):
        assert words in result.stdout


def test_as_json_it_is_one_object(hustings):
    found = json.loads(hustings("explain", TEXT, "--json").stdout)
    assert [s["relation"] for s in found["statements"]] == ["criticised"]
    assert [s["cue"] for s in found["silent"]] == ["praised"]


def test_an_empty_sentence_is_refused(hustings):
    result = hustings("explain", " ")
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1


def test_a_sentence_that_is_not_utf8_is_refused(hustings):
    result = hustings("explain", "Kemi Badenoch praised Si\udce2n.")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("SENTENCE: the words are not in UTF-8. Type them again")
    assert result.stderr.count("\n") == 1
