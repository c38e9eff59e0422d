"""The benchmarks say what they claim to say, on small made-up data."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from benchmarks import attribution, calibrate, directed_sentiment, memory, scale, speed, statements

pytestmark = pytest.mark.model

SHARED = Path(__file__).parents[2] / "shared"
TEXT = """Ada Vela criticised Tom Orrin. Tom Orrin praised the harbour bill. Ada Vela said the tide was high.
Tom Orrin did not criticise Ada Vela. If Tom Orrin backs Ada Vela, she will resign."""
GOLD = {
    "id": "made-up",
    "date": "2025-01-05",
    "text": TEXT,
    "entities": {"Ada Vela": ["vela"], "Tom Orrin": ["orrin"], "Harbour Bill": ["harbour bill"]},
    "statements": [
        {"actor": "Ada Vela", "family": "opposition", "target": "Tom Orrin", "core": True},
        {"actor": "Tom Orrin", "family": "support", "target": "Ada Vela|Harbour Bill", "core": True},
        {"actor": "Tom Orrin", "family": "demand", "target": "lighthouse", "core": True},
        {"actor": "Ada Vela", "family": "support", "target": "tide", "core": False},
    ],
}

SCALED = ("insert", "opening", "one party", "ego graph of rank 1500", "ego graph of rank 10 ", "peak memory")


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "made-up.json"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    return path


def test_statements_are_scored_as_edges(gold, tmp_path, capsys):
    assert statements.main([str(gold), "--output", str(tmp_path / "out"), "--verbose"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "made-up: 2 of 3 core edges found, 0 wrong"
    assert printed[1] == "  missed: Tom Orrin --demand--> lighthouse"
    assert printed[2] == "precision 1.000 recall 0.667 f1 0.800 (3 core edges)"


def test_the_figures_are_those_of_the_common_scorer(gold, tmp_path, capsys):
    scorer = SHARED / "bench" / "score_statements.py"
    if not scorer.exists():
        pytest.skip(f"the common scorer is not at {scorer}")
    statements.main([str(gold), "--output", str(tmp_path / "out")])
    ours = capsys.readouterr().out
    command = [sys.executable, str(scorer), str(gold), "--predictions", str(tmp_path / "out")]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert ours == theirs


@pytest.fixture
def annotated(tmp_path):
    """The same article without its words, and the file that has them."""
    annotations, texts = tmp_path / "annotated.jsonl", tmp_path / "texts.jsonl"
    row = {name: value for name, value in GOLD.items() if name != "text"}
    place = {"at": [TEXT.index("If Tom"), len(TEXT)]}
    row["statements"] = [edge | place for edge in GOLD["statements"]]
    annotations.write_text(json.dumps(row), encoding="utf-8")
    texts.write_text(json.dumps({"id": "made-up", "text": TEXT}), encoding="utf-8")
    return annotations, texts


def test_annotations_without_words_are_scored_on_their_texts(annotated, capsys):
    annotations, texts = map(str, annotated)
    assert statements.main([annotations, "--texts", texts, "--verbose"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "made-up: 2 of 3 core edges found, 0 wrong"
    assert printed[1].endswith("lighthouse   If Tom Orrin backs Ada Vela, she will resign.")


def test_a_text_that_is_nowhere_is_told(annotated, capsys):
    assert statements.main([str(annotated[0])]) == 2
    told = capsys.readouterr().err
    assert "annotated.jsonl: made-up: lacks text" in told
    assert "Name the file that holds its text" in told


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('{"id": "no"}', "lacks entities, statements, text"),
        ("{", "cannot be read as gold"),
        ("[]", "holds no article"),
    ],
)
def test_a_gold_file_that_is_none_is_told(tmp_path, capsys, content, fault):
    path = tmp_path / "no.json"
    path.write_text(content, encoding="utf-8")
    assert statements.main([str(path)]) == 2
    assert fault in capsys.readouterr().err


def test_attributions_keep_order_and_form(tmp_path, capsys):
    data, output = tmp_path / "data.jsonl", tmp_path / "out.jsonl"
    rows = [
        {"id": "a", "text": "Ada Vela said the tide was high."},
        {"id": "b", "text": "The tide was high."},
    ]
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert attribution.main([str(data), "--output", str(output)]) == 0
    first, second = (json.loads(line) for line in output.read_text(encoding="utf-8").splitlines())
    [found] = first["attributions"]
    pieces = {name: [rows[0]["text"][a:b] for a, b in found[name]] for name in ("source", "cue", "content")}
    assert pieces == {"source": ["Ada Vela"], "cue": ["said"], "content": ["the tide was high"]}
    assert second == {"id": "b", "attributions": []}
    assert capsys.readouterr().out == "2 articles, 1 attributions\n"


def test_speed_prints_a_ratio(tmp_path, capsys):
    data = tmp_path / "data.jsonl"
    data.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    assert speed.main([str(data), "--repeat", "1"]) == 0
    assert "ratio " in capsys.readouterr().out


def test_directed_sentiment_labels_both_ways(tmp_path, capsys):
    data, output = tmp_path / "data.txt", tmp_path / "labels.txt"
    rows = [
        "[Vel]a praised [Orrin].\tVel\tOrrin\t1",
        "[Vela] was condemned by [Orrin].\tVela\tOrrin\t4",
        "[Vela] met [Orrin] at noon.\tVela\tOrrin\t0",
    ]
    data.write_text("\n".join(rows), encoding="utf-8")
    assert directed_sentiment.main([str(data), "--output", str(output)]) == 0
    assert output.read_text(encoding="utf-8").split() == ["1", "4", "0"]
    assert capsys.readouterr().out == "macro-F1 0.600 (1.00 1.00 0.00 0.00 1.00)\n"


def test_calibration_weighs_what_was_right_and_what_was_wrong(tmp_path, capsys):
    texts, judged, weights = (tmp_path / name for name in ("texts.jsonl", "judged.csv", "weights.toml"))
    rows = [
        {"id": f"t{n}", "text": "Ada Vela attacked Tom Orrin. Tom Orrin praised Ada Vela."} for n in range(8)
    ]
    texts.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    verdicts = [
        f"{row['id']},{verdict}\n"
        for row in rows
        for verdict in ("Ada Vela,opposition,Tom Orrin,9,1", "Tom Orrin,support,Ada Vela,39,0")
    ]
    judged.write_text("document,actor,family,target,cue,right\n" + "".join(verdicts), encoding="utf-8")
    assert calibrate.main([str(judged), str(texts), "--output", str(weights)]) == 0
    found = tomllib.loads(weights.read_text(encoding="utf-8"))["weights"]
    assert found["relation attacked"] > 0 > found["relation praised"]
    assert "16 judged statements, 0.50 of them right" in capsys.readouterr().out


def test_reliability_counts_each_band():
    lines = list(calibrate.reliability(np.array([0.95, 0.92, 0.6]), np.array([1.0, 0.0, 1.0])))
    assert lines == [
        "0.5 to 0.7: 1 statements, mean confidence 0.60, right 1.00",
        "0.9 to 1.0: 2 statements, mean confidence 0.94, right 0.50",
    ]


def test_memory_is_printed_along_the_way(tmp_path, capsys):
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    assert memory.main([str(texts), "--articles", "20"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("resident") == 10
    assert "articles 20 resident" in printed
    assert "growth" in printed


def test_scale_prints_one_table(tmp_path, capsys):
    assert scale.main(["--statements", "200", "--database", f"sqlite:///{tmp_path}/scale.db"]) == 0
    title, rule, *rows = [
        [*map(str.strip, line.split("|")[1:-1])] for line in capsys.readouterr().out.splitlines()
    ]
    assert (title[0], rule) == ("200 statements", ["---"] * 3)
    for (name, passed, busy), beginning in zip(rows, SCALED, strict=True):
        assert name.startswith(beginning)
        assert float(passed.replace(",", "")) > 0 or name.endswith("ms")
        assert busy or "memory" in name
