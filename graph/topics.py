"""The words of names: as they are looked for, and the runs of words by which a thing can be found."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 4  # words of a topic


def folded(text: str) -> str:
    """The text in lower case and without accents, as names are looked for.

    >>> folded("Sinn Féin")
    'sinn fein'
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@lru_cache(maxsize=100_000)
def topics(name: str) -> frozenset[str]:
    """Every run of up to LONGEST words in a name, folded.

    >>> sorted(topics("Café tax"))
    ['cafe', 'cafe tax', 'tax']
    """
    words = topic_words(name)
    lengths = range(1, LONGEST + 1)
    return frozenset(" ".join(words[i : i + n]) for n in lengths for i in range(len(words) - n + 1))


def topic_words(name: str) -> list[str]:
    """The words of a name, folded."""
    return re.findall(r"\w+", folded(name))
