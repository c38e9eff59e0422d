"""What is measured and chosen when the learned model is made; the training itself needs torch and is no test."""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import dataclass

import numpy as np
import pytest

from benchmarks.directed_sentiment import read_rows
from nlp.stance import FOLDER
from nlp.stance.encoding import Encoder
from nlp.stance.model import PIECES, StanceModel, softmax
from nlp.stance.pairs import Pair
from training import weighing
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
from training.renaming import Renaming, named_in
from training.settings import Counts, chosen_sure, enough_right, main
from training.taught import key_of, read_taught, write_taught
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
    assert (named_.part, named_.labels, named_.sure) == ("valid", {3, 4}, True)
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


def test_enough_is_right_from_a_chance_on():
    chances = np.arange(0.5, 0.99, 0.04)
    edges = [Edge("opposition", chance, chance >= 0.7, (chance >= 0.7, False)) for chance in chances]
    assert [enough_right(edges, "opposition", chance) for chance in (0.5, 0.62, 0.63, 0.9)] == [
        False,
        False,
        True,
        False,
    ]
    assert not enough_right(edges, "support", 0.5)
    assert right_of(edges) == pytest.approx(8 / 13)
    assert right_of([]) == 0
    assert next(told_of(edges)) == "opposition from 0.5 on: 13 edges, 0.62 right; of 26 sentences 0.31"


def test_what_is_added_is_counted_alone():
    alone, both = Counts(edges=40, wrong=2, hits=38, core=80), Counts(edges=60, wrong=5, hits=55, core=80)
    assert both.adds_right(alone)
    assert not Counts(edges=60, wrong=6, hits=54, core=80).adds_right(alone)
    assert not Counts(edges=44, wrong=2, hits=42, core=80).adds_right(alone)  # too few to prove anything
    assert (both.precision, both.f1) == (pytest.approx(0.917, abs=0.001), pytest.approx(0.786, abs=0.001))
    assert sum([alone, both], Counts()) == Counts(edges=100, wrong=7, hits=93, core=160)


@dataclass
class Article:
    """A gold article to which the model adds an edge at each chance, of which those below a chance are wrong."""

    right_from: float
    chances: tuple[float, ...] = tuple(n / 100 for n in range(50, 100))

    def counts(self, sure: dict[str, float]) -> Counts:
        added = [chance for chance in self.chances if chance >= sure["opposition"]]
        wrong = sum(chance < self.right_from for chance in added)
        return Counts(50 + len(added), 2 + wrong, 48 + len(added) - wrong, core=90)


LIMITS = [  # from what chance on the edges of gold articles are right, and the judged ones; the limit, 1 for none
    (0.5, 0.5, 0.5),
    (0.7, 0.5, 0.7),  # a lower one would find no more
    (0.5, 0.7, 0.65),
    (0.5, 0.96, 1),
    (0.99, 0.5, 1),
]


@pytest.mark.parametrize(("gold", "judged", "limit"), LIMITS)
def test_the_limit_finds_most_while_enough_is_right(gold, judged, limit):
    chances = Article(judged).chances
    edges = [Edge("opposition", chance, chance >= judged, (chance >= judged,)) for chance in chances]
    assert chosen_sure([Article(gold)], edges) == {"support": 1, "opposition": pytest.approx(limit)}


@pytest.mark.model
def test_what_the_word_of_the_model_counts_for_is_fitted_and_written(tmp_path, capsys):
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    said = {"a": "Ada Vela slammed Tom Orrin.", "b": "Ada Vela praised Tom Orrin."}
    articles = tmp_path / "attribution" / "train.jsonl"
    articles.parent.mkdir()
    texts = {f"{key}{number}": text for key, text in said.items() for number in range(6)}
    articles.write_text(
        "\n".join(json.dumps({"id": id, "text": text}) for id, text in texts.items()), encoding="utf-8"
    )
    families = {"a": "opposition", "b": "support"}
    rows = [f"{id},Ada Vela,{families[id[0]]},Tom Orrin,9,1" for id in texts]
    judged = tmp_path / "judged.csv"
    judged.write_text("\n".join(["document,actor,family,target,cue,right", *rows]), encoding="utf-8")
    before = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    options = ["--data", tmp_path, "--judged", judged, "--model", folder, "--write"]
    assert weighing.main([str(option) for option in options]) == 0
    assert "12 judged statements of which the model has a word" in capsys.readouterr().out
    after = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert {family: len(weights) for family, weights in after["weighing"].items()} == {
        "opposition": 3,
        "support": 3,
    }
    assert after["weighing"] != before.pop("weighing")
    assert {key: after[key] for key in before} == before


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


def test_what_larger_networks_think_is_found_by_the_pair(tmp_path):
    pair, other = Pair("Vela slammed Orrin.", (0, 4), (13, 18)), Pair("Vela slammed Orrin.", (13, 18), (0, 4))
    write_taught(tmp_path / "taught.npz", {key_of(pair): [0.1, 0, 0, 0.9, 0]})
    read = read_taught(tmp_path / "taught.npz")
    assert read[key_of(pair)] == pytest.approx([0.1, 0, 0, 0.9, 0], abs=0.005)
    assert key_of(other) not in read


OTHERS = ["ada lund", "tom pell"]

# sentence · what stands between the marks when each name is another
RENAMED = [
    (Pair("Vela slammed Orrin on Monday.", (0, 4), (13, 18)), [OTHERS, OTHERS]),
    (Pair("He slammed Orrin on Monday.", (0, 2), (11, 16)), [["he"], OTHERS]),
    (Pair("Senior Tories met Orrin.", (0, 13), (18, 23)), [["senior tories"], OTHERS]),
]


@pytest.mark.parametrize(("pair", "expected"), RENAMED)
def test_a_name_gives_way_to_another_and_the_marks_stay_around_it(pair, expected):
    encoder = Encoder(FOLDER / PIECES)
    code = encoder.encode(pair.text, (pair.first, pair.second))
    renaming = Renaming([encoder.pieces(name) for name in OTHERS], encoder.closing)
    found = renaming.renamed(code, named_in(pair), random.Random(1))
    words = encoder.vocabulary
    between = [found.ids[mark + 1 : found.ids.index(encoder.closing, mark)] for mark in found.marks]
    told = [" ".join(words[piece] for piece in pieces).replace(" ##", "") for pieces in between]
    assert [found.ids[mark] for mark in found.marks] == [encoder.opening] * 2
    assert all(name in names for name, names in zip(told, expected, strict=True))
    assert told[0] != told[1]
