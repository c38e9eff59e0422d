from __future__ import annotations

import csv
import json

import pytest

from benchmarks.directed_sentiment import read_rows
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
        return {s.id: in_words(s) for s in workspace.statements()}


def in_words(s):
    hidden = "" if s.makes_edge or s.status == "rejected" else ", not drawn"
    return f"{s.actor} {s.relation} {s.target}, {s.status}{hidden}"


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
    (["hold", "one-1", "negated"],                                       "Ada Quill criticised Bo Marsh, accepted, not drawn"),
    (["hold", "one-1", "possible"],                                      "Ada Quill criticised Bo Marsh, accepted, not drawn"),
    (["distinct", "Cy Reed", "Bo Marsh"],                                "Ada Quill criticised Bo Marsh, proposed"),
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


HALF = "Marsh \udcff"  # what the shell hands over for a byte that is not UTF-8

NOT_UTF8 = [
    # what is decided                                  what the message begins with
    (["accept", HALF],                                 "statements: the words are not in UTF-8. Type"),
    (["accept", "one-1", "--note", HALF],              "--note: the words are not in UTF-8. Type"),
    (["accept", "one-1", "--coder", HALF],             "--coder: the words are not in UTF-8. Type"),
    (["rename", "Bo Marsh", HALF],                     "name: the words are not in UTF-8. Type"),
    (["merge", "Cy Reed", HALF],                       "into: the words are not in UTF-8. Type"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "told"), NOT_UTF8, ids=lambda value: ascii(value)[:40])
def test_words_that_are_not_utf8_never_reach_the_journal(review, journal, arguments, told):
    result = review(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(told)
    assert len(result.stderr.splitlines()) == 1
    assert journal() == []


REFUSED = [
    (["accept", "nope"], "no statement 'nope'"),
    (["accept", "one-1", "nope"], "no statement 'nope'"),
    (["relate", "one-1", "snubbed"], "'snubbed' is unknown"),
    (["relate", "one-1", "snubbed", "--family", "love"], "not a family"),
    (["relate", "one-1", "criticised"], "already"),
    (["retarget", "one-1", "cue", "Cy Reed"], "has no 'cue'"),
    (["retarget", "one-1", "target", "Dee Vale"], "called 'Dee Vale'"),
    (["retarget", "one-1", "target", "Dee Vale", "--type", "ghost"], "not a type"),
    (["hold", "one-1", "shouted"], "cannot be 'shouted'"),
    (["hold", "one-1", "asserted"], "asserted already"),
    (["distinct", "Bo Marsh", "bo-marsh"], "is itself"),
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


MISSED = {"--evidence": "criticised Bo", "--actor": "Bo Marsh", "--relation": "backed", "--target": "Cy Reed"}


def missed(document="one", **changes):
    """Arguments of `add`; `changes` name options, None leaves one out."""
    options = MISSED | {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    return [
        "add",
        document,
        *(word for option, value in options.items() if value is not None for word in (option, value)),
    ]


ADDED = [
    # what is added -> the statement, and what is marked in "Ada Quill criticised Bo Marsh."
    (missed(), "Bo Marsh backed Cy Reed, accepted", ("", "criticised Bo", "")),
    (missed(evidence="Ada Quill  criticised Bo Marsh."), "Bo Marsh backed Cy Reed, accepted", ("Bo Marsh", "Ada Quill criticised Bo Marsh.", "")),
    (missed(relation="criticised"), "Bo Marsh criticised Cy Reed, accepted", ("", "criticised", "")),
    (missed(cue="criticised"), "Bo Marsh backed Cy Reed, accepted", ("", "criticised", "")),
    (missed(relation="snubbed", family="opposition"), "Bo Marsh snubbed Cy Reed, accepted", ("", "criticised Bo", "")),
    (missed(target="the pier", target_type="issue"), "Bo Marsh backed the pier, accepted", ("", "criticised Bo", "")),
    (missed(actor="Dee Vale", actor_type="person"), "Dee Vale backed Cy Reed, accepted", ("", "criticised Bo", "")),
    (missed(how="negated"), "Bo Marsh backed Cy Reed, accepted, not drawn", ("", "criticised Bo", "")),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "after", "marked"), ADDED)
def test_a_statement_is_added_and_taken_back(review, filled, arguments, after, marked):
    assert review(*arguments, "--coder", "Ines").exit_code == 0
    with Workspace(filled) as workspace:
        [added] = [s for s in workspace.statements() if s.method == "review:Ines"]
        text = workspace.document("one").text
    assert in_words(added) == after
    assert (
        tuple(text[slice(*getattr(added, f"{role}_span"))] for role in ("actor", "cue", "target")) == marked
    )
    assert review("undo", "1").exit_code == 0
    assert set(now(filled)) == {"one-1", "two-1"}


NOT_ADDED = [
    (missed("nope"), "no document 'nope'"),
    (missed(evidence="criticised him"), "does not stand in the document"),
    (missed(evidence="a"), "stands there 2 times"),
    (missed(cue="Marsh"), "does not stand in the passage"),
    (missed(actor="Dee Vale"), "--actor-type person"),
    (missed(target="Dee Vale"), "--target-type person"),
    (missed(actor="Dee Vale", actor_type="issue"), "takes no position"),
    (missed(target="Bo Marsh"), "both actor and target"),
    (missed(relation="snubbed"), "'snubbed' is unknown"),
    (missed(how="shouted"), "cannot be 'shouted'"),
    (missed(actor="Ada Quill", relation="criticised", target="Bo Marsh"), "Accept the statement one-1"),
]


@pytest.mark.parametrize(("arguments", "told"), NOT_ADDED)
def test_what_cannot_be_added_ends_with_2_and_writes_nothing(review, journal, arguments, told):
    result = review(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert journal() == []


DISPUTES = [
    # what is decided in turn -> whether the statement is disputed in the end
    ("Ines accept", False),
    ("Ines reject, Otto reject", False),
    ("Ines reject, Otto accept", True),
    ("Ines reject, Otto accept, Ines accept", False),
    ("Ines flip, Otto accept", False),  # Otto has seen what Ines made of it
    ("Ines flip, Otto relate accused", True),
    ("Ines hold negated, Otto accept", False),
    ("Ines hold negated, Otto hold asserted", True),
    ("Ines retarget target cy-reed, Otto accept", False),
    ("Ines retarget target cy-reed, Otto retarget target bo-marsh", True),
    ("Ines reject, Otto accept, Vera accept", True),
    ("Ines reject, Otto accept, Vera accept --settle", False),
    ("Ines reject, Otto accept, Otto accept --settle, Ines reject", True),
    ("Ines merge cy-reed bo-marsh --settle", False),
    ("Ines accept, Otto merge bo-marsh cy-reed, Otto accept", False),
]


@pytest.mark.parametrize(("decided", "disputed"), DISPUTES)
def test_a_dispute_lasts_until_it_is_settled(review, decided, disputed):
    for decision in decided.split(", "):
        coder, verb, *rest = decision.split()
        subject = [] if verb == "merge" else ["one-1"]
        assert review(verb, *subject, *rest, "--coder", coder).exit_code == 0
    assert ids(review("list", "disputed", "--json")) == ["one-1"] * disputed


def test_an_acceptance_against_anothers_flip_is_a_dispute_and_not_lost(review, filled):
    from review import entries
    from review.claims import Hand
    from workspace.reviewing import shown

    review("flip", "one-1", "--coder", "Otto")
    with Workspace(filled) as workspace:  # as the second coding shows it: without what Otto did
        workspace.decide([entries.accept(shown(workspace, "one-1", "Ines"), Hand("Ines"))], "coder")
    assert ids(review("list", "disputed", "--json")) == ["one-1"]
    assert "every correction fits" in review("list", "unapplied").stderr


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
    review("distinct", pair["entity"], pair["into"])
    assert json.loads(review("list", "merges", "--json").stdout) == []
    review("undo", "2")
    assert len(json.loads(review("list", "merges", "--json").stdout)) == 1


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


PLAIN, KIND = (
    "[Ada Quill] criticised [Bo Marsh].\tAda Quill\tBo Marsh\t",
    "[Bo Marsh] praised [Cy Reed].\tBo Marsh\tCy Reed\t",
)

ROWS = [
    # what is decided                                    the rows          what is told
    (["accept two-1", "accept one-1"],                   [f"{PLAIN}3", f"{KIND}1"], "2 rows"),
    (["flip one-1"],                                     [f"{PLAIN}1"],    "1 first for second: 1"),
    (["reject one-1"],                                   [f"{PLAIN}0"],    "0 neutral: 1"),
    (["hold one-1 negated"],                             [f"{PLAIN}0"],    "0 neutral: 1"),
    (["retarget one-1 target cy-reed"],                  [],               "1 statement left out: not said in one sentence with both actors"),
    (["reject one-1", "undo 1"],                         [],               "Nobody has judged"),
    (["accept one-1 --coder Ines", "reject one-1 --coder Otto"], [],       "1 statement left out: judged in two ways"),
    (["accept one-1 --coder Ines", "reject one-1 --coder Otto --settle"], [f"{PLAIN}0"], "1 row\n"),
]  # fmt: skip


@pytest.mark.parametrize(("decided", "written", "told"), ROWS)
def test_what_was_judged_is_written_as_rows(review, tmp_path, decided, written, told):
    for decision in decided:
        assert review(*decision.split()).exit_code == 0
    file = tmp_path / "judged.txt"
    result = review("rows", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert told in result.stderr
    assert file.read_text(encoding="utf-8").splitlines() == written
    assert [row.label for row in read_rows(file)] == [int(line[-1]) for line in written]


def test_what_was_added_is_a_row_too(review):
    whole = missed(evidence="Ada Quill criticised Bo Marsh.", target="Ada Quill")
    assert review(*whole).exit_code == 0
    assert review("rows", "-").stdout == f"{PLAIN}2\n"
    review("accept", "one-1")
    result = review("rows", "-")
    assert result.stdout == ""
    assert "2 statements left out: judged in two ways" in result.stderr


def test_an_earlier_file_of_rows_is_replaced_and_that_is_told(review, tmp_path):
    review("accept", "one-1")
    assert "replaced" not in review("rows", str(tmp_path / "judged.txt")).stderr
    review("flip", "one-1")
    assert "judged.txt: replaced" in review("rows", str(tmp_path / "judged.txt")).stderr
    assert (tmp_path / "judged.txt").read_text(encoding="utf-8") == f"{PLAIN}1\n"
    assert review("rows", str(tmp_path / "nowhere" / "judged.txt")).exit_code == 1


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
