"""The lexicon proves itself: its examples hold, its faults are told all at once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from errors import LexiconError
from nlp.lexicon import FOLDER, LISTS, WORD_LISTS, load_lexicon
from tests.nlp.cases import VERBS

pytestmark = pytest.mark.model

LEXICON = load_lexicon()
EXAMPLES = [
    pytest.param(relation.name, example, id=f"{relation.name}: {example.text}")
    for relation in LEXICON.relations.values()
    for example in relation.examples
]


@pytest.mark.parametrize(("relation", "example"), EXAMPLES)
def test_examples_hold(read, relation, example):
    found = {
        f"{s.actor} -> {s.target}".lower()
        for s in read(example.text).statements
        if s.relation == relation and (s.makes_edge or s.family == "affiliation")
    }
    assert found == {line.lower() for line in example.find}


def frames():
    tables = (
        LEXICON.verb_frames,
        LEXICON.noun_frames,
        LEXICON.bearer_frames,
        LEXICON.adjective_frames,
    )
    return [frame for table in tables for group in table.values() for frame in group]


def test_it_is_large_enough_and_every_family_has_relations():
    assert len({(frame.kind, frame.head, frame.words) for frame in frames()}) >= 120
    assert {relation.family for relation in LEXICON.relations.values()} == {*VERBS, "affiliation"}
    assert {frame.kind for frame in frames()} == set(WORD_LISTS)


SPELLINGS = [
    ("criticise", "criticize"), ("demonise", "demonize"), ("ridicule", "ridicule"), ("honour", "honor"),
    ("favour", "favor"), ("organise", "organize"), ("idolise", "idolize"), ("sympathise", "sympathize"),
    ("pressurise", "pressurize"), ("apologise", "apologize"), ("satirise", "satirize"),
]  # fmt: skip
NOUN_SPELLINGS = [("defence", "defense"), ("clamour", "clamor")]


@pytest.mark.parametrize(("british", "american"), [*SPELLINGS, *NOUN_SPELLINGS])
def test_british_and_american_spelling(british, american):
    def relations_of(head):
        return {(frame.relation.name, frame.kind, frame.words) for frame in frames() if frame.head == head}

    assert relations_of(british) == relations_of(american) != set()


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("criticised", "criticized"),
        ("honoured", "honored"),
        ("ridiculed", "ridiculed"),
        ("favoured", "favored"),
    ],
)
def test_both_spellings_are_read(read, british, american):
    edges = [
        {(s.relation, s.actor, s.target) for s in read(f"Helen Carrow {verb} Martin Pell.").statements}
        for verb in (british, american)
    ]
    assert edges[0] == edges[1] != set()


def test_every_label_reads_as_a_past_event_or_a_role():
    for name in LEXICON.relations:
        assert re.fullmatch(r"[a-z]+( [a-z]+)*", name), name


# ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────────

GOOD = 'examples = [{ text = "Ada ran.", find = ["Ada -> Bob"] }, { text = "Ada sat.", find = [] }]'
ONLY_FOUND = 'examples = [{ text = "Ada ran.", find = ["Ada -> Bob"] }]'

# what is added to relations.toml · the words its reader sees
FAULTS = [
    (f'[zapped]\nfamily = "opposition"\ntarget = "actor"\nverb = ["zap"]\n{GOOD}', ["[zapped]", "'verb'"]),
    (f'[zapped]\nfamily = "hatred"\ntarget = "actor"\nverbs = ["zap"]\n{GOOD}', ["[zapped]", "'hatred'"]),
    (f'[zapped]\nfamily = "opposition"\ntarget = "who"\nverbs = ["zap"]\n{GOOD}', ["[zapped]", "'who'"]),
    (f'[zapped]\ntarget = "actor"\nverbs = ["zap"]\n{GOOD}', ["[zapped]", "family"]),
    (
        f'[zapped]\nfamily = "opposition"\ntarget = "actor"\nverbs = ["zap"]\n{ONLY_FOUND}',
        ["[zapped]", "example"],
    ),
    ('[zapped]\nfamily = "opposition"\ntarget = "actor"\nverbs = ["zap"]', ["[zapped]", "example"]),
    (
        f'[zapped]\nfamily = "support"\ntarget = "either"\nverbs = ["criticise"]\n{GOOD}',
        ["[zapped]", "[criticised]", "'criticise'"],
    ),
    ("[zapped\nfamily = 1", ["relations.toml"]),
    (f'[zapped]\nfamily = "opposition"\ntarget = "actor"\nverbs = [7]\n{GOOD}', ["[zapped]", "7"]),
    (f'[zapped]\nfamily = "opposition"\ntarget = "actor"\nverbs = "zap"\n{GOOD}', ["[zapped]", "verbs"]),
    (f'[zapped]\nfamily = "opposition"\ntarget = "actor"\nverbs = [""]\n{GOOD}', ["[zapped]"]),
    (
        '[zapped]\nfamily = "opposition"\ntarget = "actor"\nverbs = ["zap"]\n'
        'examples = [{ find = ["Ada -> Bob"] }, { text = "Ada sat.", find = [] }]',
        ["[zapped]", "text"],
    ),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the lexicon that a test may spoil."""
    shutil.copytree(FOLDER / "en", tmp_path / "en")
    return tmp_path


@pytest.mark.parametrize(("addition", "words"), FAULTS)
def test_faults_are_told(folder, addition, words):
    relations = folder / "en" / "relations.toml"
    relations.write_text(f"{relations.read_text(encoding='utf-8')}\n{addition}\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_lexicon(folder=folder)
    assert [word for word in words if word not in str(caught.value)] == []


def test_all_faults_are_told_at_once(folder):
    relations = folder / "en" / "relations.toml"
    faulty = (
        f'[zapped]\nfamily = "hatred"\ntarget = "who"\nverb = ["zap"]\n{ONLY_FOUND}\n'
        f'[zipped]\nfamily = "support"\ntarget = "actor"\nnoun = ["zip of"]\n{GOOD}\n'
    )
    relations.write_text(f"{relations.read_text(encoding='utf-8')}\n{faulty}", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_lexicon(folder=folder)
    for words in ("'hatred'", "'who'", "'verb'", "[zapped] needs", "[zipped]", "'noun'"):
        assert words in str(caught.value)


@pytest.mark.parametrize("name", sorted(f"{name}.toml" for name in ("relations", *LISTS)))
def test_a_missing_file_is_told(folder, name):
    (folder / "en" / name).unlink()
    with pytest.raises(LexiconError, match=re.escape(name)):
        load_lexicon(folder=folder)


def test_another_language_without_a_folder_is_told(tmp_path):
    with pytest.raises(LexiconError, match="missing"):
        load_lexicon("xx", folder=tmp_path)


@pytest.mark.parametrize("name", ["relations.toml", "words.toml"])
def test_the_version_changes_with_the_words(folder, name):
    before = load_lexicon().version
    with (folder / "en" / name).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert load_lexicon(folder=folder).version != before


def test_a_list_that_nothing_reads_is_a_fault(tmp_path):
    shutil.copytree(FOLDER / "en", tmp_path / "en")
    with (tmp_path / "en" / "nouns.toml").open("a", encoding="utf-8") as file:
        file.write('\ncolectives = ["mp"]\n')
    with pytest.raises(LexiconError, match=r"nouns\.toml: nothing reads 'colectives'"):
        load_lexicon(folder=tmp_path)
