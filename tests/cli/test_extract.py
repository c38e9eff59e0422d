"""What the command makes of texts, good and bad; nlp and ingest have the tests of what is found and read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from records import Statement

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
TEXT = "Martha Hollis criticised Peter Grange. Peter Grange did not criticise Martha Hollis."
C3 = [
    "id",
    "document",
    "actor",
    "actor_id",
    "actor_type",
    "relation",
    "family",
    "polarity",
    "target",
    "target_id",
    "target_type",
    "voice",
    "attributed_to",
    "negated",
    "evidence",
    "start",
    "end",
    "actor_span",
    "cue_span",
    "target_span",
    "date",
    "modality",
    "confidence",
    "method",
    "status",
]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a_b.c.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_statements_are_printed_with_the_keys_of_the_contract_first(hustings, article):
    result = hustings("extract", article, "--date", "2031-05-01")
    assert result.returncode == 0, result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    keys = list(found[0])
    assert keys[: len(C3)] == C3
    assert set(keys) == {f.name for f in fields(Statement)}
    assert {(s["actor"], s["relation"], s["target"], s["negated"]) for s in found} >= {
        ("Martha Hollis", "criticised", "Peter Grange", False),
        ("Peter Grange", "criticised", "Martha Hollis", True),
    }
    assert {(s["document"], s["date"]) for s in found} == {("a_b.c", "2031-05-01")}
    assert all(TEXT[s["start"] : s["end"]] == s["evidence"] for s in found)
    assert f"{len(found)} statements in 1 document" in result.stderr


def test_no_database_is_made(hustings, article, tmp_path):
    hustings("extract", article)
    assert not (tmp_path / "data").exists()
    assert not list((tmp_path / "here").iterdir())


def test_a_table_is_for_people(hustings, article):
    result = hustings("extract", article, "--format", "table")
    assert "criticised (not)" in result.stdout
    assert result.stdout.split()[:3] == ["document", "actor", "relation"]


def test_standard_input_is_read(hustings):
    result = hustings("extract", "-", input=TEXT)
    assert result.returncode == 0
    assert "Martha Hollis" in result.stdout


def test_each_document_gets_its_file(hustings, article, tmp_path):
    twin = tmp_path / "other" / "a_b.c.txt"
    twin.parent.mkdir()
    twin.write_text("Peter Grange praised Martha Hollis.", encoding="utf-8")
    lines = [{"id": id, "text": f"{TEXT} {id}"} for id in ("plain", "../../out", "/etc/out", "..")]
    listed = tmp_path / "many.jsonl"
    listed.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    result = hustings("extract", article, twin, listed, "--output", tmp_path / "new" / "found")
    assert (result.returncode, result.stdout) == (0, "")
    names = sorted(path.name for path in (tmp_path / "new" / "found").iterdir())
    assert len(names) == 6
    assert {"a_b.c.jsonl", "plain.jsonl"} <= set(names)
    assert sum(name.startswith("a_b.c-") for name in names) == 1
    assert not [path for path in tmp_path.rglob("*.jsonl") if path.parent.name != "found" and path != listed]
    first = (tmp_path / "new" / "found" / "plain.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(first)["document"] == "plain"


def test_a_document_in_which_nothing_is_found_has_an_empty_file(hustings, tmp_path):
    (tmp_path / "dull.txt").write_text(
        "It rained on the river all day and the boats stayed in.", encoding="utf-8"
    )
    result = hustings("extract", tmp_path / "dull.txt", "--output", tmp_path / "found")
    assert result.returncode == 0
    assert (tmp_path / "found" / "dull.jsonl").read_bytes() == b""


def test_what_a_terminal_would_obey_is_not_printed(hustings, tmp_path):
    (tmp_path / "x.jsonl").write_text(json.dumps({"id": "\x1b[2J", "text": TEXT}), encoding="utf-8")
    result = hustings("extract", tmp_path / "x.jsonl", "\x1b[31mmissing", "--format", "table")
    assert "\x1b" not in result.stdout + result.stderr


def process(*arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "cli", *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.SIG_DFL
        ),  # whatever started the tests may ignore it
    )


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_an_interrupt_ends_it_quietly_with_130():
    running = process("extract", "-")
    time.sleep(1.5)  # until it waits for the text
    running.send_signal(signal.SIGINT)
    output, messages = running.communicate(timeout=30)
    assert (running.returncode, output, messages) == (130, "", "")


@pytest.mark.skipif(os.name != "posix", reason="terminals made for a test are POSIX's")
def test_a_bar_on_the_terminal_leaves_the_results_where_they_belong(article):
    import pty

    terminal, end = pty.openpty()
    with ThreadPoolExecutor() as reader:
        shown = reader.submit(_all_shown, terminal)  # a terminal that nobody reads fills up and blocks
        result = subprocess.run(
            [sys.executable, "-m", "cli", "extract", article],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=end,
            check=True,
        )
        os.close(end)
        seen = shown.result()
    assert all(json.loads(line) for line in result.stdout.splitlines())
    assert b"Martha Hollis" in result.stdout
    assert "Reading" in seen
    assert "Martha Hollis" not in seen


def _all_shown(terminal: int) -> str:
    """What was written to a terminal until the last writer closed it."""
    parts = []
    try:
        while part := os.read(terminal, 4096):
            parts.append(part)
    except OSError:  # how Linux says that the other end is gone
        pass
    os.close(terminal)
    return b"".join(parts).decode()


def test_a_reader_who_stops_early_gets_no_complaint():
    running = process("knowledge", "list", "--json")
    running.stdout.close()
    running.wait(timeout=30)
    assert running.stderr.read() == ""
    running.stdin.close()
    running.stderr.close()
