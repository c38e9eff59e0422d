"""The learned second opinion: what it reads, what it adds, what it doubts, and that nothing needs it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import Extractor
from nlp.extractor import AT_ONCE
from nlp.stance import FOLDER, load_stance
from nlp.stance.encoding import WINDOW, Encoder
from nlp.stance.gate import GATE, Gate
from nlp.stance.model import PIECES, StanceModel
from nlp.stance.opinions import METHOD, SHOWN, chance_of_any
from nlp.stance.pairs import Pair
from nlp.stance.weighing import weighed
from records import Document, check_statement

pytestmark = pytest.mark.model

NAMES = ("Ada Vela", "Tom Orrin")


@pytest.fixture(scope="module")
def model() -> StanceModel:
    found = load_stance()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(FOLDER / PIECES)


@pytest.fixture(scope="module")
def both() -> Extractor:
    """Rules and model together."""
    return Extractor()


def pair(text: str, *names: str) -> Pair:
    """The names where they first stand in the text."""
    first, second = ((text.index(name), text.index(name) + len(name)) for name in names or NAMES)
    return Pair(text, first, second)


# ── what it reads ───────────────────────────────────────────────────────────────────────────────────────────────

WORDS = st.lists(
    st.sampled_from(["the", "harbour", "tide’s", "é", "🙂", "rose,", "(", "again"]), max_size=120
)


@given(before=WORDS, between=WORDS, after=WORDS)
def test_marks_stand_before_the_names_or_nothing_is_read(encoder, before, between, after):
    text = " ".join([*before, NAMES[0], *between, NAMES[1], *after])
    found = encoder.encode(text, pair(text).first and (pair(text).first, pair(text).second))
    if found is None:
        assert len(between) > WINDOW / 3  # too far apart
        return
    assert len(found.ids) <= WINDOW
    assert [found.ids[mark] for mark in found.marks] == [encoder.opening] * 2
    assert found.marks[0] < found.marks[1]


@pytest.mark.parametrize("spans", [[(0, 0), (4, 8)], [(3, 4), (9, 14)], [(90, 95), (0, 3)]])
def test_what_holds_no_word_is_not_read(encoder, spans):
    assert encoder.encode("Ada Vela met Tom Orrin", spans) is None


# ── who is worth asking about ───────────────────────────────────────────────────────────────────────────────────

# text · traits that the pair has, and that it has not
TRAITS = [
    (
        "Ada Vela attacked Tom Orrin.",
        {
            "holder stands as nsubj",
            "they meet in VERB",
            "arms nsubj, dobj",
            "holder comes first",
            "0 between",
        },
        {"holder is a pronoun", "holder is named elsewhere", "1 between"},
    ),
    (
        "Ada Vela told Mary Firth about Tom Orrin.",
        {"1 between", "target stands as pobj", "2 steps up to the target"},
        {"target is quoted by holder"},
    ),
    (
        "“Tom Orrin is a menace,” said Ada Vela.",
        {"target is quoted by holder", "only the target is quoted, by holder", "holder comes second"},
        {"target is quoted by somebody unknown"},
    ),
    (
        "“This is bad,” said Ada Vela. “Tom Orrin is a menace.”",
        {"holder is named elsewhere", "target is quoted by holder"},
        {"holder comes first", "they meet in VERB"},
    ),
]


@pytest.mark.parametrize(("text", "present", "absent"), TRAITS)
def test_how_two_stand_to_each_other(both, text, present, absent):
    found = {
        frozenset(pair.text[slice(*place)] for place in (pair.first, pair.second)): traits
        for pair, traits in both.pairs(Document(id="a", text=text))
    }[frozenset(NAMES)]
    assert present <= found
    assert not absent & found


def test_a_gate_adds_up_what_speaks_for_a_pair(tmp_path):
    (tmp_path / GATE).write_text('{"least": 0.5, "weights": {"near": 1.0, "far": -1.0}}', encoding="utf-8")
    gate = Gate(tmp_path)
    assert gate.lets({"near", "unknown"})
    assert not gate.lets({"near", "far"})
    assert not gate.lets(set())


# ── what it thinks ──────────────────────────────────────────────────────────────────────────────────────────────

SENTENCES = [
    "Ada Vela pointedly refused to be seen with Tom Orrin, whom she considers a menace.",
    "Ada Vela heaped praise on Tom Orrin.",
    "Tom Orrin, said Ada Vela, is the worst minister in living memory.",
    "Ada Vela and Tom Orrin were both in the hall.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_who_is_named_first_makes_no_difference(model, text):
    there, back = model.probabilities([pair(text), pair(text, *reversed(NAMES))])
    assert there == pytest.approx(back[[0, 2, 1, 4, 3]], abs=0.02)


def test_chances_are_probabilities_whatever_stands_beside(model):
    pairs = [pair(text) for text in SENTENCES]
    together = model.probabilities(pairs)
    alone = np.vstack([model.probabilities([each]) for each in pairs])
    assert together.shape == (len(pairs), 5)
    assert together.sum(axis=1) == pytest.approx(1)
    assert together == pytest.approx(alone, abs=0.05)  # eight bits, scaled over the batch
    assert model.probabilities([]).shape == (0, 5)


def test_what_cannot_be_read_is_neutral(model):
    [chances] = model.probabilities([Pair("", (0, 0), (0, 0))])
    assert chances[0] == pytest.approx(1)


# ── what it adds ────────────────────────────────────────────────────────────────────────────────────────────────

FRENCH = "Le ministre de la santé a vivement critiqué le maire de la ville après la publication du rapport."
AGAINST = {("Ada Vela", "opposition", "Tom Orrin")}
FOR = {("Ada Vela", "support", "Tom Orrin")}

# text · edges that only the model gives (actor, family, target)
ADDED = [
    ("Ada Vela told the crowd how proud she was of Tom Orrin.", FOR),
    (
        "Ada Vela has called on Tom Orrin to sack Mary Firth, who had blamed the crews.",
        set(),
    ),  # asked, not blamed
    ("Ada Vela tore up Tom Orrin’s letter and threw it at him in anger.", AGAINST),
    ("Ada Vela burned Tom Orrin’s portrait in anger.", set()),  # nearly sure
    ("Ada Vela’s rivalry with Tom Orrin has turned bitter.", set()),
    ("Ada Vela met Tom Orrin at the harbour on Monday.", set()),
    ("Ada Vela and Tom Orrin were both in the hall.", set()),
    ("Ada Vela wrote a letter to Tom Orrin about the ferry.", set()),
    ("A poll showed Ada Vela ahead of Tom Orrin by three points.", set()),
    ("Ada Vela said she would have a bad relationship with Tom Orrin.", set()),  # not yet
    ("“Tom Orrin is the reason I got into politics,” Ada Vela said.", set()),  # she tells it, not he
    ("Ada Vela condemned Tom Orrin’s attack on Mary Firth.", set()),  # the rules have read whose it is
]


@pytest.mark.parametrize(("text", "edges"), ADDED)
def test_opinions_become_statements(both, text, edges):
    document = Document(id="a", text=text)
    found = [s for s in both.read(document).statements if s.method == METHOD and s.makes_edge]
    assert {(s.actor, s.family, s.target) for s in found} == edges
    for statement in found:
        check_statement(statement, document)
        assert statement.confidence >= SHOWN
        assert statement.relation in ("was positive about", "was negative about")


# chances of an opinion in the sentences of a document · the chance that one at least tells of it
TOGETHER = [([0.7], 0.7), ([0.5, 0.5], 0.75), ([0.6, 0.6, 0.6], 0.936), ([], 0.0)]


@pytest.mark.parametrize(("chances", "expected"), TOGETHER)
def test_sentences_speak_together(chances, expected):
    assert chance_of_any(chances) == pytest.approx(expected)


def test_what_one_sentence_leaves_open_several_make_sure(both):
    sentences = [
        "Ada Vela walked out of Tom Orrin’s speech in disgust.",
        "Ada Vela was in tears of rage over Tom Orrin.",
    ]
    alone = [both.told(Document(id="a", text=sentence))[1] for sentence in sentences]
    [told] = both.told(Document(id="a", text=" ".join(sentences)))[1]
    assert alone == [(), ()]
    assert told.chance >= both.stance.sure["opposition"]
    assert [s.evidence for s in told.statements] == sentences
    assert all(s.confidence < told.chance for s in told.statements)  # each has its own chance


class OnlyWith:
    """A gate that lets pairs through whose sentence has a word."""

    def __init__(self, word: str) -> None:
        self.trait = f"says {word}"

    def lets(self, traits: frozenset[str]) -> bool:
        return self.trait in traits


FURTHER = [  # the sentence that the gate lets through · how many sentences are shown with it
    ("Ada Vela stormed out in protest at Tom Orrin’s conduct.", 2),
    ("Ada Vela stormed to the harbour, where Tom Orrin was.", 0),
]


@pytest.mark.parametrize(("first", "shown"), FURTHER)
def test_where_two_meet_again_is_read_if_the_first_is_promising(both, monkeypatch, first, shown):
    monkeypatch.setattr(both.stance, "gate", OnlyWith("storm"))
    reading = both.read(Document(id="a", text=f"{first} Ada Vela vented her anger about Tom Orrin."))
    assert len([s for s in reading.statements if s.method == METHOD]) == shown


def test_a_family_that_is_never_sure_stays_silent(both, monkeypatch):
    monkeypatch.setitem(both.stance.sure, "opposition", 1.0)
    text = (
        "Ada Vela stormed out in protest at Tom Orrin’s conduct. " * 30
    )  # 1 - Π(1 - p) is 1 as far as a float goes
    assert not both.told(Document(id="a", text=text))[1]


def test_rules_come_first(both):
    document = Document(id="a", text="Ada Vela slammed Tom Orrin.")
    assert [s.method for s in both.read(document).statements] == ["rule:verb"]


# rules' confidence, model's chance · whether both together are surer than the rules alone
WORDS = [(0.85, 0.95, True), (0.7, 0.95, True), (0.85, 0.02, False), (0.95, 0.1, False)]


@pytest.mark.parametrize(("rules", "chance", "surer"), WORDS)
@pytest.mark.parametrize("family", ["support", "opposition"])
def test_the_word_of_the_model_counts_for_what_rules_found(model, family, rules, chance, surer):
    assert (weighed(model.weighing[family], rules, chance) > rules) is surer


def test_what_rules_and_model_agree_on_is_surer(both):
    document = Document(id="a", text="Ada Vela slammed Tom Orrin.")
    [(statement, chance)] = both.agreement(document)
    [read] = both.read(document).statements
    assert read.confidence == weighed(both.stance.weighing["opposition"], statement.confidence, chance)
    assert read.confidence > statement.confidence


def test_beside_other_documents_it_thinks_the_same(both):
    texts = [*(text for text, _ in ADDED), FRENCH, *SENTENCES]
    documents = [Document(id=f"d{number}", text=text) for number, text in enumerate(texts * 3)]
    assert len(documents) > AT_ONCE
    good = [document for document in documents if not document.text.startswith("Le ministre")]
    readings = [reading for reading in both.readings(documents) if not reading.remarks]
    assert readings == [both.read(document) for document in good]


def test_what_fails_beside_fails_the_reading(both, monkeypatch):
    def broken(pairs):
        raise MemoryError("no room for the network")

    monkeypatch.setattr(both.stance, "probabilities", broken)
    documents = [Document(id=f"d{number}", text="Ada Vela slammed Tom Orrin.") for number in range(3)]
    with pytest.raises(MemoryError):
        list(both.readings(documents))
    monkeypatch.undo()
    assert [len(reading.statements) for reading in both.readings(documents)] == [1, 1, 1]


# ── without it ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_its_files_the_rules_work_alone(both, monkeypatch, tmp_path):
    monkeypatch.setattr("nlp.stance.FOLDER", tmp_path)
    load_stance.cache_clear()
    try:
        alone = Extractor()
    finally:
        load_stance.cache_clear()
    assert alone.stance is None
    assert alone.versions["stance"] == "none"
    assert both.versions["stance"] == both.stance.version
    document = Document(id="a", text="Ada Vela slammed Tom Orrin.")
    [by_rules], [by_both] = (each.read(document).statements for each in (alone, both))
    assert by_rules == replace(by_both, confidence=by_rules.confidence)
