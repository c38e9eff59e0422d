from __future__ import annotations

import csv
import json

import pytest

from records import Review
from store import Store
from workspace import Workspace


@pytest.fixture
def review(runner, filled):
    """Runs `hustings review` on the database with two statements; gives what it printed as JSON where asked."""

    def run(*arguments):
        return runner("review", *arguments, "--database", filled)

    return run


@pytest.fixture
def journal(filled):
    def read() -> list[Review]:
        with Store(filled) as store:
            return store.reviews()

    return read


def ids(result):
    return [row["id"] for row in json.loads(result.stdout)]


def now(database):
    """Id -> the statement in words, as it is after all corrections."""
    with Workspace(database) as workspace:
        return {s.id: f"{s.actor} {s.relation} {s.target}, {s.status}" for s in workspace.statements()}


DECISIONS = [
    # what is decided                                                    what becomes of the statement
    (["accept", "one-1"],                                                "Ada Quill criticised Bo Marsh, accepted"),
    (["reject", "one-1", "--note", "ironic"],                            "Ada Quill criticised Bo Marsh, rejected"),
    (["flip", "one-1"],                                                  "Ada Quill praised Bo Marsh, accepted"),
    (["flip", "one-1", "--relation", "cheered"],                         "Ada Quill cheered Bo Marsh, accepted"),
    (["relate", "one-1", "accused"],                                     "Ada Quill accused Bo Marsh, accepted"),
    (["relate", "one-1", "snubbed", "--family", "opposition"],           "Ada Quill snubbed Bo Marsh, accepted"),
    (["retarget", "one-1", "target", "Cy Reed"],                         "Ada Quill criticised Cy Reed, accepted"),
    (["retarget", "one-1", "target", "cy-reed"],                         "Ada Quill criticised Cy Reed, accepted"),
    (["retarget", "one-1", "actor", "Dee Vale", "--type", "person"],     "Dee Vale criticised Bo Marsh, accepted"),
    (["merge", "Cy Reed", "Bo Marsh"],                                   "Ada Quill criticised Bo Marsh, proposed"),
    (["split", "Bo Marsh", "Bo Marsh the younger", "one-1"],             "Ada Quill criticised Bo Marsh the younger, proposed"),
    (["rename", "Bo Marsh", "Robert Marsh"],                             "Ada Quill criticised Robert Marsh, proposed"),
    (["note", "one-1", "ask her"],                                       "Ada Quill criticised Bo Marsh, proposed"),
    (["note", "Bo Marsh", "two of this name"],                           "Ada Quill criticised Bo Marsh, proposed"),
    (["note", "one", "scanned"],                                         "Ada Quill criticised Bo Marsh, proposed"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "after"), DECISIONS, ids=lambda value: " ".join(value)[:40])
def test_a_decision_is_kept_seen_and_undone(review, journal, filled, arguments, after):
    before = now(filled)["one-1"]
    result = review(*arguments, "--coder", "Ines")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"Entry 1 by Ines: {arguments[0]}" in result.stderr
    assert now(filled)["one-1"] == after
    assert [entry.coder for entry in journal()] == ["Ines"]
    assert review("undo", "1").exit_code == 0
    assert now(filled)["one-1"] == before


REFUSED = [
    (["accept", "nope"], "no statement 'nope'"),
    (["accept", "one-1", "nope"], "no statement 'nope'"),
    (["relate", "one-1", "snubbed"], "'snubbed' is unknown"),
    (["relate", "one-1", "snubbed", "--family", "love"], "not a family"),
    (["relate", "one-1", "criticised"], "already"),
    (["retarget", "one-1", "cue", "Cy Reed"], "has no 'cue'"),
    (["retarget", "one-1", "target", "Dee Vale"], "called 'Dee Vale'"),
    (["retarget", "one-1", "target", "Dee Vale", "--type", "ghost"], "not a type"),
    (["merge", "Bo Marsh", "bo-marsh"], "into itself"),
    (["split", "Cy Reed", "Cy Reed II", "one-1"], "does not name Cy Reed"),
    (["rename", "Bo Marsh", "Bo Marsh"], "already"),
    (["note", "one-1", " "], "empty"),
    (["note", "nothing", "x"], "called 'nothing'"),
    (["undo", "7"], "no entry '7'"),
    (["list", "everything"], "no list 'everything'"),
    (["agreement", "Ines", "Otto"], "judged nothing"),
    (["accept", "one-1", "--coder", " "], "'coder' is not a text"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED, ids=lambda value: " ".join(value)[:40])
def test_what_cannot_be_meant_ends_with_2_and_writes_nothing(review, journal, arguments, told):
    result = review(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert journal() == []


def test_lists(review):
    assert set(ids(review("list", "--json"))) == {"one-1", "two-1"}
    assert ids(review("list", "--json", "--person", "Cy Reed")) == ["two-1"]
    assert ids(review("list", "--json", "--limit", "1")) == ids(review("list", "--json"))[:1]
    review("reject", "one-1", "--coder", "Ines")
    assert ids(review("list", "--json")) == ["two-1"]
    assert ids(review("list", "decided", "--json")) == ["one-1"]
    assert "rejected by Ines" in review("list", "decided").stdout
    assert json.loads(review("list", "disputed", "--json").stdout) == []
    review("accept", "one-1", "--coder", "Otto")
    assert "Ines: reject, Otto: accept" in review("list", "disputed").stdout
    assert "every correction fits" in review("list", "unapplied").stderr


def test_what_fits_no_more_is_told_and_listed_with_the_reason(review):
    review("merge", "Cy Reed", "Bo Marsh", "--coder", "Ines")
    review("undo", "1")
    review("undo", "1")  # there is nothing left that it could undo, which is no error
    assert review("flip", "one-1").exit_code == 0
    review("accept", "one-1")
    review("undo", "4")
    [row] = json.loads(review("list", "unapplied", "--json").stdout)
    assert (row["action"], row["reason"]) == ("accept", "the statement says 'criticised' now")


def test_statements_whose_ends_have_become_one_are_listed(review):
    review("merge", "Cy Reed", "Bo Marsh")
    assert ids(review("list", "circular", "--json")) == ["two-1"]
    review("undo", "1")
    assert ids(review("list", "circular", "--json")) == []


def test_entities_that_may_be_one_are_listed_with_reasons(review, filled):
    review("rename", "Cy Reed", "Marsh")
    [pair] = json.loads(review("list", "merges", "--json").stdout)
    assert {pair["entity"], pair["into"]} == {"cy-reed", "bo-marsh"}
    assert "name within the other" in pair["reasons"]
    assert "one speaks of the other" in pair["against"]


def test_the_journal_is_printed_with_what_was_undone(review):
    review("reject", "one-1", "--coder", "Ines", "--note", "ironic")
    review("undo", "1", "--coder", "Otto")
    review("accept", "two-1", "--coder", "Otto")
    table = review("log").stdout
    assert "(reject)" in table
    assert "ironic" in table
    assert [e["action"] for e in json.loads(review("log", "--by", "Otto", "--json").stdout)] == [
        "undo",
        "accept",
    ]
    assert [e["number"] for e in json.loads(review("log", "--about", "one-1", "--json").stdout)] == [1]


def test_agreement_of_two_coders(review, tmp_path):
    for coder, action in (("Ines", "accept"), ("Otto", "reject")):
        review(action, "one-1", "--coder", coder)
        review("accept", "two-1", "--coder", coder)
    found = json.loads(review("agreement", "Ines", "Otto", "--json").stdout)
    measures = {row["variable"]: row for row in found["agreements"]}
    assert measures["found"]["units"] == 2
    assert measures["found"]["share"] == 0.5
    assert measures["found"]["kappa"]["value"] == 0
    [differing] = found["disagreements"]
    assert differing["values"] == {"Ines": "yes", "Otto": "no"}
    file = tmp_path / "codings.csv"
    printed = review("agreement", "Ines", "Otto", "--csv", str(file))
    assert "1 disagreement" in printed.stderr
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert {row["coder"] for row in rows} == {"Ines", "Otto"}
    assert review("agreement", "Ines", "machine", "--csv", "-").stdout.startswith(
        "unit,coder,variable,value\n"
    )


def test_the_share_of_right_statements(review):
    assert "Nobody has judged" in review("report").stderr
    review("accept", "one-1")
    review("flip", "two-1")
    shares = {(s["aspect"], s["value"]): s for s in json.loads(review("report", "--json").stdout)}
    assert (shares["all", "all"]["right"], shares["all", "all"]["judged"]) == (1, 2)
    assert shares["relation", "criticised"]["right"] == 1
    assert shares["relation", "praised"]["right"] == 0
    assert 0 < shares["all", "all"]["low"] < 0.5 < shares["all", "all"]["high"] < 1
    assert "9% to 91%" in review("report").stdout


def test_several_at_once_are_all_or_none(review, journal):
    assert review("accept", "one-1", "two-1", "one-1").exit_code == 0
    assert [entry.subject for entry in journal()] == ["one-1", "two-1"]


def test_entries_as_json(review):
    [entry] = json.loads(review("accept", "one-1", "--coder", "Ines", "--json").stdout)
    assert Review.from_json(entry).coder == "Ines"


def test_without_a_name_the_users_is_taken(review, journal, monkeypatch):
    monkeypatch.setenv("LOGNAME", "otto")
    review("accept", "one-1")
    assert journal()[0].coder == "otto"


def test_an_export_and_a_snapshot_hold_what_was_corrected(review, runner, filled, tmp_path):
    from graph.snapshot import verify_snapshot

    review("flip", "one-1", "--coder", "Ines")
    review("reject", "two-1", "--coder", "Ines")
    graph = json.loads(runner("export", "json", "--output", "-", "--database", filled).stdout)
    assert [edge["relation"] for edge in graph["edges"]] == ["praised"]
    file = tmp_path / "s.hustings.zip"
    assert runner("snapshot", "create", "--output", str(file), "--database", filled).exit_code == 0
    counts = verify_snapshot(file).counts
    assert (counts["reviews"], counts["statements"], counts["edges"]) == (2, 2, 1)
