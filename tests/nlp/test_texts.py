"""Whole made-up texts with every position in them (form: benchmarks/statements.py), scored as the gold articles are.

News, transcripts, press releases, headlines, a wire report, a digest: annotated from the text alone, before the engine
had read them. The floors lie a little under what is measured (docs/benchmarks.md); raise them when it rises.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.statements import document_of, score

FILES = sorted((Path(__file__).parent / "texts").glob("*.json"))
PRECISION = 0.93
RECALL = 0.41


def load(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.model
def test_precision_and_recall_stay_above_their_floors(extractor):
    golds = [load(path) for path in FILES]
    readings = extractor.readings(document_of(gold) for gold in golds)
    scores = [score(gold, reading.statements) for gold, reading in zip(golds, readings, strict=True)]
    hits, wrong, core = (sum(getattr(one, name) for one in scores) for name in ("hits", "wrong", "core"))
    remarks = "\n".join(remark for one in scores for remark in one.remarks)
    assert hits / (hits + wrong) >= PRECISION, remarks
    assert hits / core >= RECALL, remarks


def test_there_are_at_least_ten_texts():
    assert len(FILES) >= 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_annotations_are_well_formed(path):
    gold = load(path)
    edges = [(row["actor"], row["family"], row["target"]) for row in gold["statements"]]
    assert gold["id"] == path.stem
    assert set(gold["entities"]) >= {actor for actor, _, _ in edges}
    assert {family for _, family, _ in edges} <= {"support", "opposition", "demand"}
    assert len(set(edges)) == len(edges)
