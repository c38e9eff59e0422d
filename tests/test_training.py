"""What is measured and chosen when the learned model is made; the training itself needs torch and is no test."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest

from benchmarks.directed_sentiment import read_rows
from nlp.stance import FOLDER
from nlp.stance.model import StanceModel, softmax
from training.annotations import annotated
from training.biases import named
from training.judged import Edge, right_of, told_of
from training.measures import (
    calibration_error,
    chosen_temperature,
    f1s,
    intervals,
    mean_with_interval,
    recall_at,
)
from training.settings import lowest_chance, main
from training.written import written

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


@pytest.mark.model
def test_an_actor_is_named_anew_in_its_place(tmp_path):
    path = tmp_path / "rows.txt"
    path.write_text("[Vela] slammed [Orrin] at noon.\tVela\tOrrin\t3\n", encoding="utf-8")
    model = StanceModel(FOLDER)
    one, other = named(model, read_rows(path), "Mary Collins")
    assert one.argmax() == 3  # she slammed Orrin
    assert other.argmax() == 4  # she, named first, was slammed by Vela


ARTICLE = "Polls were open. Ada Vela stormed out in protest at Tom Orrin’s conduct. “Orrin is a menace.”"
COLUMNS = "part article start end speaker first first_end second second_end labels sure stands_for"


def annotations(tmp_path, *rows: str):
    """A folder of data and a file of annotations."""
    for name, text in (
        ("attribution/train.jsonl", json.dumps({"id": "a", "text": ARTICLE})),
        ("directed_sentiment/train.txt", "[Vela] met [Orrin].\tVela\tOrrin\t0\n"),
        ("target_sentiment/train.jsonl", json.dumps({"sentence_normalized": "Lund thanked Vela."})),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = tmp_path / "annotations.tsv"
    lines = [COLUMNS.split(), *(row.split(" ") for row in rows)]
    found.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path, found


def span(words: str, after: int = 0) -> str:
    return f"{ARTICLE.index(words, after)} {ARTICLE.index(words, after) + len(words)}"


RIVALS = f"valid a {span('Ada Vela stormed out in protest at Tom Orrin’s conduct.')}  {span('Ada Vela')} {span('Tom Orrin')}"
QUOTED = f"train a {span('“Orrin is a menace.”')} Vela   {span('Orrin', 60)} 3 no 2.5"


def test_annotated_pairs_get_their_words_from_the_articles(tmp_path):
    named_, quoted = annotated(*annotations(tmp_path, f"{RIVALS} 3,4 yes 1", QUOTED))
    assert (named_.part, named_.labels, named_.sure, named_.stands_for) == ("valid", {3, 4}, True, 1)
    pair = named_.pair
    assert pair.text == "Ada Vela stormed out in protest at Tom Orrin's conduct."  # as the program reads it
    assert [pair.text[slice(*place)] for place in (pair.first, pair.second)] == ["Ada Vela", "Tom Orrin"]
    pair = quoted.pair
    assert pair.text == 'Vela: "Orrin is a menace."'
    assert [pair.text[slice(*place)] for place in (pair.first, pair.second)] == ["Vela", "Orrin"]


def test_annotated_sentences_may_stand_alone(tmp_path):
    rows = [
        "train directed_sentiment/0 0 15  0 4 9 14 0 yes 1",
        "train target_sentiment/0 0 18  0 4 13 17 1 yes 1",
    ]
    pairs = [found.pair for found in annotated(*annotations(tmp_path, *rows))]
    words = [[pair.text[slice(*place)] for place in (pair.first, pair.second)] for pair in pairs]
    assert words == [["Vela", "Orrin"], ["Lund", "Vela"]]


def test_written_sentences_give_every_two_actors(tmp_path):
    path = tmp_path / "written.tsv"
    path.write_text(
        "[1 Vela] said [2 Orrin] had attacked “[3 the crews]”.\t2-3:against 3-1:for\n", encoding="utf-8"
    )
    found = {
        tuple(pair.text[slice(*place)] for place in (pair.first, pair.second)): labels
        for pair, labels in written(path)
    }
    assert found == {("Vela", "Orrin"): {0}, ("Vela", "the crews"): {2}, ("Orrin", "the crews"): {3}}
    assert next(pair.text for pair, _ in written(path)) == 'Vela said Orrin had attacked "the crews".'


@pytest.mark.parametrize("told", ["1-3:for", "1-2:loves", "for", "none\tnone"])
def test_a_faulty_line_is_named(tmp_path, told):
    path = tmp_path / "written.tsv"
    path.write_text(f"[1 Vela] met [2 Orrin].\tnone\n[1 Vela] met [2 Orrin].\t{told}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"written\.tsv, line 2"):
        list(written(path))


def test_the_written_sentences_are_well_formed():
    labels = [labels for _, labels in written()]
    assert {0, 1, 2, 3, 4} == set().union(*labels)


def test_a_threshold_is_the_lowest_from_which_on_enough_is_right():
    chances = np.arange(0.5, 0.99, 0.04)
    edges = [Edge("opposition", chance, chance >= 0.7, (chance >= 0.7, False)) for chance in chances]
    assert lowest_chance(edges, "opposition") == pytest.approx(0.63)
    assert lowest_chance(edges, "support") == 1
    assert right_of(edges) == pytest.approx(8 / 13)
    assert right_of([]) == 0
    assert next(told_of(edges)) == "opposition from 0.5 on: 13 edges, 0.62 right; of 26 sentences 0.31"


@pytest.mark.model
def test_settings_are_chosen_and_written(tmp_path, capsys):
    folder = tmp_path / "model"
    folder.mkdir()
    for path in FOLDER.iterdir():
        shutil.copy(path, folder)
    _, found = annotations(tmp_path, f"{RIVALS} 0 yes 1")
    rows = ["[Vela] met [Orrin].\tVela\tOrrin\t0", "[Vela] slammed [Orrin].\tVela\tOrrin\t3"] * 10
    (tmp_path / "directed_sentiment" / "valid.txt").write_text("\n".join(rows), encoding="utf-8")
    gold = tmp_path / "gold.json"
    text = "Ada Vela stormed out in protest at Tom Orrin’s conduct."
    gold.write_text(json.dumps({"id": "a", "text": text, "entities": {}, "statements": []}), encoding="utf-8")
    options = ["--data", tmp_path, "--gold", gold, "--model", folder, "--annotations", found]
    assert main([str(option) for option in options]) == 0
    told = capsys.readouterr().out
    assert "rules alone: precision" in told
    assert "opposition from 0.5 on: 1 edges, 0.00 right" in told
    chosen = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert chosen["sure"] == {"support": 1.0, "opposition": 1.0}  # nothing right was added
    assert chosen["version"] == StanceModel(FOLDER).version
