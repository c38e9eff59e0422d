"""What is measured and chosen when the learned model is made; the training itself needs torch and is no test."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest

from benchmarks.directed_sentiment import read_rows
from nlp.stance import FOLDER
from nlp.stance.model import StanceModel, softmax
from training.biases import named
from training.measures import (
    calibration_error,
    chosen_temperature,
    f1s,
    held_out_labels,
    intervals,
    mean_with_interval,
    recall_at,
)
from training.settings import main

GOLD = np.array([0, 0, 1, 2, 3, 4])


def test_the_f1_of_each_class():
    assert f1s(GOLD, GOLD) == pytest.approx([1] * 5)
    assert f1s(GOLD, np.zeros(6, dtype=int)) == pytest.approx([0.5, 0, 0, 0, 0])


def test_an_interval_holds_its_figure():
    found = np.array([0, 1, 1, 2, 3, 3])
    for interval in intervals(GOLD, found):
        assert interval.low <= interval.value <= interval.high
    steady = mean_with_interval(np.full(20, 0.25))
    assert (steady.low, steady.value, steady.high) == pytest.approx((0.25, 0.25, 0.25))


def test_too_sure_a_model_is_cooled():
    draw = np.random.default_rng(1)
    gold = draw.integers(5, size=2000)
    honest = draw.normal(size=(2000, 5))
    honest[np.arange(2000), gold] += 1
    assert chosen_temperature(honest * 1.8, gold) > 1.4
    assert calibration_error(softmax(honest * 1.8), gold) > calibration_error(softmax(honest), gold)


def test_calibration_error_is_the_gap_between_sure_and_right():
    probabilities = np.tile([0.9, 0.1, 0, 0, 0], (10, 1))
    assert calibration_error(probabilities, np.zeros(10, dtype=int)) == pytest.approx(0.1)
    assert calibration_error(probabilities, np.array([0] * 9 + [1])) == pytest.approx(0)


# chances of the opinion, best first · whether it is right · precision wanted · recall and threshold
RECALLS = [
    ([0.9, 0.8, 0.7, 0.6], [1, 1, 1, 1], 0.9, (1.0, 0.6)),
    ([0.9, 0.8, 0.7, 0.6], [1, 1, 0, 0], 0.9, (0.5, 0.8)),
    ([0.9, 0.8, 0.7, 0.6], [0, 0, 0, 0], 0.9, (0.0, 1.0)),
    ([0.9, 0.8, 0.7, 0.6], [1, 1, 0, 1], 0.75, (0.75, 0.6)),
]


@pytest.mark.parametrize(("sure", "right", "precision", "expected"), RECALLS)
def test_recall_at_a_precision(sure, right, precision, expected):
    probabilities = np.array([[1 - p, p, 0, 0, 0] for p in sure])
    gold = np.array([1 if r else 2 for r in right])
    assert recall_at(probabilities, gold, precision, least=1) == pytest.approx(expected)


def test_offsets_are_chosen_on_other_rows():
    draw = np.random.default_rng(2)
    gold = np.repeat(np.arange(5), 60)
    scores = draw.normal(size=(300, 5))
    scores[np.arange(300), gold] += 3
    assert f1s(gold, held_out_labels(scores, gold)).mean() > 0.8


@pytest.mark.model
def test_an_actor_is_named_anew_in_its_place(tmp_path):
    path = tmp_path / "rows.txt"
    path.write_text("[Vela] slammed [Orrin] at noon.\tVela\tOrrin\t3\n", encoding="utf-8")
    model = StanceModel(FOLDER)
    one, other = named(model, read_rows(path), "Mary Collins")
    assert one.argmax() == 3  # she slammed Orrin
    assert other.argmax() == 4  # she, named first, was slammed by Vela


@pytest.mark.model
def test_settings_are_chosen_and_written(tmp_path, capsys):
    folder = tmp_path / "model"
    folder.mkdir()
    for path in FOLDER.iterdir():
        shutil.copy(path, folder)
    data = tmp_path / "directed_sentiment"
    data.mkdir()
    rows = ["[Vela] met [Orrin].\tVela\tOrrin\t0", "[Vela] slammed [Orrin].\tVela\tOrrin\t3"] * 10
    (data / "valid.txt").write_text("\n".join(rows), encoding="utf-8")
    gold = tmp_path / "gold.json"
    text = "Ada Vela’s rivalry with Tom Orrin has turned bitter."
    gold.write_text(json.dumps({"id": "a", "text": text, "entities": {}, "statements": []}), encoding="utf-8")
    assert main(["--data", str(tmp_path), "--gold", str(gold), "--model", str(folder)]) == 0
    assert "rules alone: precision" in capsys.readouterr().out
    found = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert found["sure"] == {"support": 1.0, "opposition": 1.0}  # nothing right was added
    assert found["version"] == StanceModel(FOLDER).version
