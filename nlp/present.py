"""The present tense between two names: the tagger takes "Ada Vela attacks Tom Orrin" for one long name.

The model is shown "Ada Vela attacked Tom Orrin", which it reads as it should. In running text that is rare; in short
texts, standfirsts and what people type it is the plainest sentence there is.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from nlp.lexicon.words import load_words
from nlp.shown import Shown
from nlp.wording import Wording

BETWEEN = re.compile(r"(?<=\w) ([a-z]+s)(?= [A-Z])")  # a first look: lists of tokens are dear
LONGEST = 4  # words of a name
NO_SUBJECTS = load_words()["people"]["no_subjects"]


def plain_presents(doc: Doc, wording: Wording, shown: Shown) -> None:
    """Have verbs of the third person that stand between two names shown in the past tense.

    Args:
        doc: Tokens only.
        wording: The words that tell names from others, and the forms of verbs.
        shown: What to add to.
    """
    for found in BETWEEN.finditer(doc.text):
        past = wording.past_of.get(found[1])
        span = doc.char_span(*found.span(1)) if past is not None else None
        if span is not None and past is not None and _is_named(doc, span.start, wording):
            shown.words.setdefault(span.start, past)


def _is_named(doc: Doc, end: int, wording: Wording) -> bool:
    """Whether somebody's name ends before a token: '*Ada Vela*', '*Labour*'; not 'the *Labour* attacks'."""
    start = end
    while start > max(0, end - LONGEST) and doc[start - 1].text.istitle() and doc[start - 1].is_alpha:
        start -= 1
    whole = end - start > 1 or (end > start and doc[start].text in wording.names)
    beside = doc[max(0, start - 1) : end]
    return whole and not any(token.lower_ in NO_SUBJECTS for token in beside)
