"""Leanings: who seems to be for or against whom, by the clues around words of praise and blame."""

from __future__ import annotations

import re
import tomllib

import pytest

from benchmarks import count_leanings
from errors import LexiconError
from nlp.leanings.scale import FILE, load_scale
from records import Document
from tests.nlp.cases import missed

pytestmark = pytest.mark.model

TABLES = ("either", "positive", "negative", "agreeing", "opposing")


def leanings_in(extractor, marked):
    """The leanings among the names in brackets, and these names."""
    text, names, spans = "", [], []
    for plain, name in re.findall(r"([^\[]*)(?:\[(.*?)\])?", marked):
        text += plain
        if name:
            spans.append((len(text), len(text) + len(name)))
            names.append(name)
        text += name
    return extractor.leanings(Document(id="case", text=text), spans), names


# the two in brackets · how they lean, "" where nothing is felt
CASES = [
    ("[Vela] denounced [Orrin] on Monday.", "Vela against Orrin"),
    ("[Vela] was denounced by [Orrin] on Monday.", "Orrin against Vela"),
    ("[Vela] blamed the delay on [Orrin].", "Vela against Orrin"),
    ("[Vela]'s attack on [Orrin] surprised the council.", "Vela against Orrin"),
    ("[Vela], who despises [Orrin], left the room.", "Vela against Orrin"),
    ("[Vela], a critic of [Orrin], left the room.", "Vela against Orrin"),
    ("[Vela] is critical of [Orrin].", "Vela against Orrin"),
    ("[Vela] said that [Orrin] had failed the town.", "Vela against Orrin"),
    ('"What [Orrin] did is a disgrace," [Vela] said.', "Vela against Orrin"),
    ("[Orrin] came under attack from [Vela].", "Vela against Orrin"),
    ("[Vela] did not support [Orrin].", "Vela against Orrin"),
    ("[Vela] refused to support [Orrin].", "Vela against Orrin"),
    ("[Vela] praised the courage of [Orrin].", "Vela for Orrin"),
    ("[Vela] applauded [Orrin]'s speech.", "Vela for Orrin"),
    ("[Vela] thanked [Orrin] for help with the harbour.", "Vela for Orrin"),
    ("[Vela] said that [Orrin] was a hero.", "Vela for Orrin"),
    ("[Orrin] won the backing of [Vela].", "Vela for Orrin"),
    ("[Orrin] drew praise from [Vela] for the harbour plan.", "Vela for Orrin"),
    ("[Vela] did not criticise [Orrin].", ""),
    ("[Vela] declined to criticise [Orrin].", ""),
    ("[Vela] met [Orrin] at noon.", ""),
    ("[Vela] and [Orrin] walked to the harbour.", ""),
    ("[Vela] travelled to [Orrin] in June.", ""),
    ("The council criticised [Vela] while [Orrin] slept.", ""),
    ("Fishermen who met [Vela] and [Orrin] condemned the storm.", ""),
    ("[Vela] sits beside [Orrin] in the council that condemned the flood.", ""),
    ("In [Orrin], [Vela] opened a praised restaurant.", ""),
    missed(
        "A friend of [Vela] criticised the brother of [Orrin].", "", why="friends are taken for their friend"
    ),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_leanings(extractor, marked, expected):
    found, names = leanings_in(extractor, marked)
    lines = [
        f"{names[each.holder]} {'for' if each.sign > 0 else 'against'} {names[each.target]}" for each in found
    ]
    assert "; ".join(lines) == expected


def test_the_words_that_decided_are_told_and_the_score_is_above_nothing(extractor):
    (leaning,), _ = leanings_in(extractor, "[Vela] praised the courage of [Orrin].")
    assert leaning.words == ("praised", "courage")
    assert leaning.score > 0


def test_each_two_stretches_have_one_leaning_at_most(extractor):
    found, names = leanings_in(
        extractor, "[Vela] condemned [Orrin], and [Marek] thanked [Tolva] for the boat."
    )
    pairs = [frozenset((leaning.holder, leaning.target)) for leaning in found]
    assert len(set(pairs)) == len(pairs)
    assert {("Vela", "Orrin"), ("Marek", "Tolva")} <= {
        (names[each.holder], names[each.target]) for each in found
    }


@pytest.mark.parametrize("name", ["Vela", "Liberty", "Justice", "Champion"])
def test_a_name_is_no_word_of_praise(extractor, name):
    assert leanings_in(extractor, f"[{name}] met [Orrin] at noon.")[0] == []


@pytest.mark.parametrize("spans", [[], [(0, 4)], [(0, 4), (90, 95)], [(0, 4), (4, 4)], [(0, 4), (0, 14)]])
def test_what_is_no_pair_of_stretches_has_no_leaning(extractor, spans):
    assert extractor.leanings(Document(id="case", text="Vela denounced Orrin."), spans) == []


def test_a_leaning_is_no_statement(extractor):
    text = "Vela voiced anger at Orrin."
    assert extractor.leanings(Document(id="case", text=text), [(0, 4), (21, 26)])
    assert extractor.read(Document(id="case", text=text)).statements == ()


def test_the_scale_can_be_read_by_a_person():
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    words, clues = tables["words"], [list(tables[name]) for name in TABLES]
    assert sum(map(len, clues)) <= 1500
    assert all(group == sorted(group) for group in [*clues, *words.values()])
    assert not set(words["positive"]) & set(words["negative"])
    known = {*words["positive"], *words["negative"]}
    named = {clue.removeprefix("word ") for group in clues for clue in group if clue.startswith("word ")}
    assert named <= known
    assert all(word == word.lower() for word in known)


@pytest.mark.parametrize("text", ["", "start = ", 'start = "high"', "start = 1.0\n[words]\npositive = []"])
def test_a_broken_scale_is_told(tmp_path, text):
    path = tmp_path / "leanings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"leanings\.toml"):
        load_scale(path)


def test_counting_twice_gives_the_same_scale(tmp_path, capsys):
    rows = [
        f"[Vela] {verb} [Orrin] {when}.\tVela\tOrrin\t{label}"
        for verb, label in (("praised", 1), ("condemned", 3), ("met", 0), ("was condemned by", 4))
        for when in (
            "today",
            "in June",
            "at noon",
            "again",
            "on Monday",
            "at sea",
            "twice",
            "there",
            "in town",
        )
    ]
    train = tmp_path / "train.txt"
    train.write_text("\n".join(rows), encoding="utf-8")
    outputs = [tmp_path / "one.toml", tmp_path / "two.toml"]
    assert [count_leanings.main([str(train), "--output", str(output)]) for output in outputs] == [0, 0]
    assert outputs[0].read_text(encoding="utf-8") == outputs[1].read_text(encoding="utf-8")
    assert load_scale(outputs[0]).vocabulary == load_scale().vocabulary
    assert "macro-F1" in capsys.readouterr().out


def test_a_file_that_cannot_be_counted_is_told(tmp_path, capsys):
    assert count_leanings.main([str(tmp_path / "none.txt"), "--output", str(tmp_path / "out.toml")]) != 0
    assert "none.txt" in capsys.readouterr().err
