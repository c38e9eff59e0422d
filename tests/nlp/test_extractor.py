"""What holds of every reading, whatever the text."""

from __future__ import annotations

import concurrent.futures
import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from errors import InputError, RecordError
from nlp import Extractor
from records import Document, check_statement
from tests.nlp.cases import edges_in

pytestmark = pytest.mark.model

ARTICLE = (
    "Helen Carrow’s attack on Martin Pell was “a disgrace”, Rosa Whitlock has said.\n\n"
    "The harbour minister, Declan Firth, called for a public inquiry into the ferry fire. “I condemn Martin Pell,” "
    "he said. Labour rejected George Haddow's claims, and Ms Carrow said she would not support the harbour bill.\n"
)
TEXTS_OF_OURS = Path(__file__).with_name("texts")
ARTICLES = [
    json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(TEXTS_OF_OURS.glob("*.json"))
]
PIECES = st.sampled_from(
    ["Helen Carrow", "Martin Pell", "Labour", "criticised", "said", "that", "the harbour bill", "was wrong", "she", "his", "of",
     "by", "and", "not", "who", "“", "”", '"', "’s", "'s", ",", ".", ":", "\n\n", "\r\n", "🙂", "(", ")", "1", "é", "\u200b"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
).filter(str.strip)


def sound(reading) -> bool:
    """Statements fit their document, mentions and attributions lie in it, and every entity named is listed."""
    size = len(reading.document.text)
    known = {entity.id for entity in reading.entities}
    for statement in reading.statements:
        check_statement(statement, reading.document)
        assert {statement.actor_id, statement.target_id} <= known
        assert statement.actor_id != statement.target_id
    spans = [(m.start, m.end) for m in reading.mentions]
    spans += [span for a in reading.attributions for span in (*a.source, *a.cue, *a.content)]
    assert all(0 <= start <= end <= size for start, end in spans)
    assert {m.entity_id for m in reading.mentions} <= known
    assert len({s.id for s in reading.statements}) == len(reading.statements)
    return True


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text_gives_a_sound_reading(extractor, text):
    (reading,) = extractor.readings([Document(id="any", text=text)])
    assert sound(reading)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(article=st.sampled_from(ARTICLES), chance=st.randoms(use_true_random=False))
def test_an_article_with_words_that_nobody_knows_gives_a_sound_reading(extractor, article, chance):
    words = article.split(" ")
    for place in chance.sample(range(len(words)), k=len(words) // 20):
        words[place] = chance.choice(["Hldvnpsbc", "brimmed", "Unhelpful", "wjbps,", "“Orl", "of"])
    assert sound(extractor.read(Document(id="garbled", text=" ".join(words))))


def test_an_article_gives_a_sound_reading(extractor):
    reading = extractor.read(Document(id="a", text=ARTICLE, date="2031-05-03", outlet="The Courier"))
    assert sound(reading)
    assert len([s for s in reading.statements if s.makes_edge]) >= 4
    assert {(s.document, s.date, s.outlet) for s in reading.statements} == {
        ("a", "2031-05-03", "The Courier")
    }


def test_spans_show_the_words(extractor):
    text = "On Monday Helen Carrow bitterly attacked Martin Pell."
    (statement,) = extractor.read(Document(id="a", text=text)).statements
    spans = (statement.actor_span, statement.cue_span, statement.target_span)
    assert [text[slice(*span)] for span in spans] == ["Helen Carrow", "attacked", "Martin Pell"]
    assert statement.evidence == text
    assert statement.confidence is not None
    assert 0 < statement.confidence < 1
    assert statement.method.startswith("rule:")


def test_the_same_text_twice_is_the_same_reading(extractor, knowledge_folder):
    document = Document(id="a", text=ARTICLE, date="2031-05-03")
    assert (
        extractor.read(document)
        == extractor.read(document)
        == Extractor(knowledge=knowledge_folder, stance=False).read(document)
    )


def test_ids_follow_the_text_not_its_name(extractor):
    one, other = (extractor.read(Document(id=name, text=ARTICLE)).statements for name in ("a", "b"))
    assert [s.id for s in one] == [s.id for s in other]


def test_pipe_and_readings_keep_the_order(extractor):
    texts = [
        ARTICLE,
        "Nothing was said.",
        "Labour attacked Martin Pell.",
        "Il pleut sur la ville et personne ne parle de politique.",
    ]
    documents = [Document(id=f"d{n}", text=texts[n % 4]) for n in range(70)]
    piped = list(extractor.pipe(iter(documents)))
    assert [document for document, _ in piped] == documents
    assert piped[0][1] == extractor.read(documents[0]).statements
    assert [reading.document for reading in extractor.readings(documents)] == documents


def test_reading_is_safe_in_threads(extractor):
    documents = [Document(id=f"d{n}", text=ARTICLE) for n in range(8)]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        together = list(pool.map(extractor.read, documents))
    assert together == [extractor.read(document) for document in documents]


# ── what cannot be read ─────────────────────────────────────────────────────────────────────────────────────────

FRENCH = "Le ministre de la santé a vivement critiqué le maire de la ville après la publication du rapport sur le port."
GERMAN = "Die Ministerin hat den Bürgermeister nach der Veröffentlichung des Berichts über den Hafen scharf kritisiert."


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (GERMAN, "de")])
def test_another_language_is_refused_politely(extractor, text, language):
    with pytest.raises(InputError) as caught:
        extractor.read(Document(id="foreign", text=text))
    assert caught.value.where == "foreign"
    assert language in str(caught.value) and "English" in str(caught.value)


def test_a_declared_language_counts(extractor):
    with pytest.raises(InputError, match="'fr'"):
        extractor.read(Document(id="foreign", text="Bonjour.", language="fr"))


def test_one_bad_document_does_not_stop_the_others(extractor):
    texts = [FRENCH, "Helen Carrow attacked Martin Pell.", GERMAN]
    readings = list(extractor.readings(Document(id=f"d{n}", text=text) for n, text in enumerate(texts)))
    assert [len(reading.remarks) for reading in readings] == [1, 0, 1]
    assert [len(reading.statements) for reading in readings] == [0, 1, 0]
    assert "English" in readings[0].remarks[0]


def test_a_text_that_is_too_long_is_refused_politely(extractor):
    document = Document(id="big", text="The ferry left. " * 70_000)  # 1,120,000 characters
    with pytest.raises(InputError, match="characters"):
        extractor.read(document)
    (reading,) = extractor.readings([document])
    assert "characters" in reading.remarks[0]


@pytest.mark.parametrize("text", ["", " ", "\n\t \r\n"])
def test_an_empty_document_cannot_be_made(text):
    with pytest.raises(RecordError, match="empty"):
        Document(id="empty", text=text)


@pytest.mark.parametrize(
    "text", ["…", "1 2 3", "🙂🙂🙂", "?", "Yes.", "\u200b x", "https://example.org/a?b=c"]
)
def test_texts_that_say_nothing_give_nothing(extractor, text):
    (reading,) = extractor.readings([Document(id="thin", text=text)])
    assert reading.statements == ()


def test_an_unknown_model_is_told():
    with pytest.raises(InputError, match="no_such_model"):
        Extractor(model="no_such_model")


# ── how a text is written does not matter ───────────────────────────────────────────────────────────────────────


def straight(text: str) -> str:
    """The same text as a typewriter has it."""
    return text.translate({ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"})


SPELT = {
    "straight quotation marks": straight,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "a blank line before": lambda text: f"\n\n{text}",
    "emoji before": lambda text: f"🙂 👩‍⚖️\n\n{text}",
    "two spaces after a full stop": lambda text: text.replace(". ", ".  "),
    "hard spaces": lambda text: text.replace("Helen Carrow", "Helen\u00a0Carrow"),
}


@pytest.mark.parametrize("way", SPELT)
def test_the_edges_are_those_of_the_plain_text(extractor, way):
    plain = edges_in(extractor.read(Document(id="a", text=ARTICLE)).statements)
    reading = extractor.read(Document(id="a", text=SPELT[way](ARTICLE)))
    assert sound(reading)
    assert edges_in(reading.statements) == plain


def test_a_line_break_within_a_sentence_does_not_end_it(extractor):
    text = "Helen Carrow called for a public inquiry into the ferry\nfire and criticised\nMartin Pell."
    edges = {edge.lower() for edge in edges_in(extractor.read(Document(id="a", text=text)).statements)}
    assert edges == {
        "helen carrow demands public inquiry into the ferry fire",
        "helen carrow opposes martin pell",
    }


def test_a_long_document_is_read_to_its_end(extractor):
    filler = "The ferry left at noon and came back at six. " * 2_000
    started = time.monotonic()
    reading = extractor.read(Document(id="long", text=f"{filler}\n\nHelen Carrow criticised Martin Pell."))
    assert edges_in(reading.statements) == {"Helen Carrow opposes Martin Pell"}
    assert time.monotonic() - started < 60  # seconds, for 20,000 words


def test_a_line_without_an_end_is_no_trap(extractor):
    reading = extractor.read(Document(id="line", text="Helen Carrow criticised Martin Pell and " * 3_000))
    assert sound(reading)


def test_versions_name_what_a_result_depends_on(extractor):
    assert set(extractor.versions) == {"extractor", "model", "lexicon", "knowledge", "stance"}
    assert "3.8.0" in extractor.versions["model"]
    assert all(extractor.versions.values())
