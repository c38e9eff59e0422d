"""What can be read: texts in a language that has a lexicon, of a length that the parser takes. Others are refused."""

from __future__ import annotations

import functools

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from errors import InputError
from records import LONGEST_TEXT, Document

READ = frozenset({"en"})
SHORTEST = 60  # characters: below that the guess is too often wrong to refuse anybody
SURE = 0.9
SAMPLE = 4_000  # characters whose language is looked at


@functools.cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def check_readable(document: Document) -> None:
    """Let English of a fair length pass.

    Raises:
        InputError: If the document is too long, says that it is in another language, or surely is in one
            (langid, Lui and Baldwin 2012).
    """
    if len(document.text) > LONGEST_TEXT:
        raise InputError(
            f"the text has {len(document.text):,} characters, more than {LONGEST_TEXT:,}",
            where=document.id,
            mend="Split it into articles",
        )
    sample = document.text[:SAMPLE]
    guess, probability = _identifier().classify(sample)
    surely_other = len(sample) >= SHORTEST and guess not in READ and probability >= SURE
    if document.language not in READ or surely_other:
        language = document.language if document.language not in READ else guess
        raise InputError(
            f"the text is in another language ('{language}')",
            where=document.id,
            mend="Only English can be read so far",
        )
