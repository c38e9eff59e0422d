from __future__ import annotations

import io
import json
import zipfile

import networkx as nx
import pytest

from view.formats import FORMATS

FILTERS = [
    ([], 2),
    (["--who", "Ada Quill"], 1),
    (["--whom", "Ada Quill"], 0),
    (["--topic", "quill"], 0),
    (["--person", "Ada Quill"], 1),
    (["--person", "ada-quill", "--person", "cy-reed"], 2),
    (["--party", "Lanterns"], 1),
    (["--family", "support"], 1),
    (["--relation", "criticised"], 1),
    (["--outlet", "The Bugle"], 0),
    (["--voice", "outlet"], 2),
    (["--since", "2031-02-01"], 1),
    (["--until", "2031-02-01"], 1),
    (["--min-statements", "2"], 0),
    (["--centre", "Ada Quill"], 1),
    (["--centre", "Ada Quill", "--depth", "2"], 2),
]


@pytest.mark.parametrize(("options", "edges"), FILTERS)
def test_what_the_filters_keep_is_written(runner, filled, tmp_path, options, edges):
    target = tmp_path / "x.gexf"
    result = runner("export", "gexf", *options, "--output", str(target), "--database", filled)
    assert result.exit_code == 0, result.stderr
    assert nx.read_gexf(target).number_of_edges() == edges
    assert f"{edges} edge" in result.stderr
    assert result.stdout == ""


MISSED = [
    (["--party", "Nobody"], "No party here is called 'Nobody'."),
    (["--person", "Ada Quill", "--person", "Dee Vole"], "Nobody here is called 'Dee Vole'."),
    (["--who", "Nobody"], "Nobody called 'Nobody' acts here."),
    (["--topic", "ferry"], "Nothing here is about a thing with 'ferry' in its name."),
    (["--relation", "foo"], "Nothing here says 'foo'."),
    (["--family", "demand"], "Nothing here is of the kind 'demand'."),
    (["--outlet", "The Bugle"], "Nothing here was printed by 'The Bugle'."),
    (["--voice", "nested"], "Nothing here is in the voice 'nested'."),
    (["--centre", "Foo"], "Nobody here is called 'Foo'."),
    (["--since", "2040-01-01"], "Nothing here is dated from '2040-01-01'."),
    (["--until", "2020-01-01"], "Nothing here is dated up to '2020-01-01'."),
]


@pytest.mark.parametrize(("options", "sentence"), MISSED)
def test_a_value_that_nothing_has_is_told(runner, filled, tmp_path, options, sentence):
    target = tmp_path / "x.gexf"
    result = runner("export", "gexf", *options, "--output", str(target), "--database", filled)
    assert result.exit_code == 0
    lines = result.stderr.splitlines()
    assert sentence in lines
    empty = nx.read_gexf(target).number_of_edges() == 0
    assert ("Nothing matches, so the file holds an empty graph." in lines) is empty


@pytest.mark.parametrize(("options", "sentence"), MISSED)
def test_a_snapshot_tells_what_an_export_tells(runner, filled, tmp_path, options, sentence):
    target, database = ["--output", str(tmp_path / "x")], ["--database", filled]
    exported = runner("export", "gexf", *options, *target, *database).stderr.splitlines()
    made = runner("snapshot", "create", *options, *target, *database)
    assert made.exit_code == 0
    first, *rest = made.stderr.splitlines()
    assert first.startswith("Snapshot written. ")
    assert sentence in rest
    assert rest == exported[1:]


def test_a_filter_that_matches_is_told_in_one_line(runner, filled, tmp_path):
    options = ["--centre", "ada-quill", "--since", "2031-01-05"]
    target = str(tmp_path / "x.gexf")
    result = runner("export", "gexf", *options, "--output", target, "--database", filled)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("key", FORMATS)
def test_every_format_is_written(runner, filled, tmp_path, key):
    target = tmp_path / f"x{FORMATS[key].suffix}"
    assert runner("export", key, "--output", str(target), "--database", filled).exit_code == 0
    assert target.stat().st_size > 100


def test_help_names_every_format(runner):
    text = " ".join(runner("export", "--help").stdout.replace("│", " ").split())
    assert f"{', '.join(list(FORMATS)[:-1])} or {list(FORMATS)[-1]}." in text


def test_standard_output_takes_the_bytes(hustings, filled):
    result = hustings("export", "json", "--output", "-")
    assert result.returncode == 0
    assert {node["id"] for node in json.loads(result.stdout)["nodes"]} == {"ada-quill", "bo-marsh", "cy-reed"}


def test_the_database_may_be_named_before_the_verb_or_behind_it(hustings, filled):
    for arguments in (["--database", filled, "export", "json"], ["export", "json", "--database", filled]):
        result = hustings(*arguments, "--output", "-", HUSTINGS_DATABASE_URL="sqlite:////nowhere/at/all.db")
        assert result.returncode == 0, result.stderr
        assert len(json.loads(result.stdout)["nodes"]) == 3


BAD = [
    (["export", "word", "--output", "x"], "there is no format 'word'. Use one of: gexf"),
    (["export", "gexf", "--output", "x", "--since", "2031-02-31"], "'2031-02-31' is not a date"),
    (["export", "gexf", "--output", "x", "--family", "love"], "love. Use"),
    (["export", "gexf", "--output", "x", "--depth", "0"], "depth"),
    (["export", "gexf", "--output", "x", "--database", "h.db"], "not the address of a database"),
    (["snapshot", "create", "--output", "x", "--until", "yesterday"], "'yesterday' is not a date"),
    (["snapshot", "verify", "nowhere.zip"], "nowhere.zip"),
]


@pytest.mark.parametrize(("arguments", "message"), BAD)
def test_what_cannot_be_meant_is_one_message_and_2(hustings, filled, tmp_path, arguments, message):
    result = hustings(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not list((tmp_path / "here").iterdir())


def test_a_place_that_cannot_be_written_is_one_message_and_1(hustings, filled):
    result = hustings("export", "gexf", "--output", "no/such/folder/x.gexf")
    assert result.returncode == 1
    assert result.stderr.startswith("no/such/folder/x.gexf: cannot be written")
    assert len(result.stderr.splitlines()) == 1


def test_a_snapshot_is_the_same_bytes_and_verifies(runner, filled, tmp_path):
    for name in ("a.zip", "b.zip"):
        result = runner(
            "snapshot",
            "create",
            "--party",
            "Lanterns",
            "--output",
            str(tmp_path / name),
            "--database",
            filled,
        )
        assert result.exit_code == 0, result.stderr
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    result = runner("snapshot", "verify", str(tmp_path / "a.zip"), "--json")
    manifest = json.loads(result.stdout)
    assert (manifest["counts"]["edges"], manifest["versions"]) == (1, {"model": "m 1"})
    assert "sound" in runner("snapshot", "verify", str(tmp_path / "a.zip")).stdout


def test_texts_go_into_a_snapshot_only_when_asked(runner, filled, tmp_path):
    for options, inside in (([], False), (["--with-text"], True)):
        runner("snapshot", "create", *options, "--output", str(tmp_path / "x.zip"), "--database", filled)
        archive = zipfile.ZipFile(io.BytesIO((tmp_path / "x.zip").read_bytes()))
        assert (b'"text"' in archive.read("documents.jsonl")) is inside


TEXTS = [
    # options                                     whether all texts are told of
    (["--party", "Lanterns", "--with-text"],      True),
    (["--with-text"],                             False),
    (["--party", "Lanterns"],                     False),
]  # fmt: skip


@pytest.mark.parametrize(("options", "told"), TEXTS)
def test_texts_that_the_filters_leave_out_are_told_of(runner, filled, tmp_path, options, told):
    target = str(tmp_path / "x.zip")
    result = runner("snapshot", "create", *options, "--output", target, "--database", filled)
    sentence = "All texts of the database are in it (2 documents), those too that the filters leave out."
    assert (sentence in result.stderr.splitlines()) is told


def test_help_says_whose_texts_go_into_a_snapshot(runner):
    text = " ".join(runner("snapshot", "create", "--help").stdout.replace("│", " ").split())
    assert "of all documents in the database, whatever the filters keep" in text


READING = [
    ["export", "gexf", "--output", "-"],
    ["snapshot", "create", "--output", "-"],
    ["review", "list"],
    ["review", "log"],
    ["review", "agreement", "Ines", "machine"],
    ["review", "report"],
    ["review", "rows", "-"],
    ["review", "accept", "222511618b3af5ae", "--coder", "Ines"],
]


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_database_that_is_not_there_is_not_made_to_read_it(runner, tmp_path, arguments):
    result = runner(*arguments, "--database", f"sqlite:///{tmp_path}/dta/h.db")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{tmp_path}/dta/h.db: there is no database. Check its address\n"
    assert not (tmp_path / "dta").exists()


HALF = "Quill \udcff"  # what the shell hands over for a byte that is not UTF-8
WORDS = [
    "who",
    "whom",
    "topic",
    "person",
    "party",
    "family",
    "relation",
    "outlet",
    "voice",
    "since",
    "centre",
]


@pytest.mark.parametrize("option", WORDS)
@pytest.mark.parametrize("verb", [["export", "gexf"], ["snapshot", "create"]], ids=" ".join)
def test_words_that_are_not_utf8_are_one_message(runner, filled, tmp_path, verb, option):
    target = tmp_path / "x"
    result = runner(*verb, f"--{option}", HALF, "--output", str(target), "--database", filled)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"--{option}: the words are not in UTF-8. Type them again")
    assert len(result.stderr.splitlines()) == 1
    assert not target.exists()


def test_an_altered_snapshot_is_told_of(hustings, filled, tmp_path):
    path = tmp_path / "x.zip"
    hustings("snapshot", "create", "--output", path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("statements.jsonl.bak", "{}")
    result = hustings("snapshot", "verify", path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "statements.jsonl.bak" in result.stderr
