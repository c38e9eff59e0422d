"""A sentence with two stretches in square brackets: one line that is read back as it was written.

The form is that of Park, Pan and Joo (2021), which `benchmarks.directed_sentiment.read_rows` reads: the sentence, the
words of the first stretch, those of the second, and a label, separated by tabs.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from records import Span

WHITE = re.compile(r"\s+")  # breaks lines and columns
WORD = re.compile(r"\w")
ROUND = str.maketrans("[]", "()")


class Marked(NamedTuple):
    """The sentence in five pieces."""

    before: str
    first: str
    between: str
    second: str
    after: str

    @property
    def text(self) -> str:
        """The sentence without brackets."""
        return "".join(self)

    def line(self, label: int) -> str:
        """The row, without a line end."""
        sentence = f"{self.before}[{self.first}]{self.between}[{self.second}]{self.after}"
        return f"{sentence}\t{self.first}\t{self.second}\t{label}"


def marked(text: str, first: Span, second: Span) -> Marked | None:
    """The text in one line: white space as single spaces, brackets of its own made round.

    Args:
        first: Characters [start, end) of the text.
        second: Likewise; starts where the first ends, or later.

    Returns:
        None where a stretch holds no word, or ends within one: such a word would be read as all of it.
    """
    before, one, between, other, after = (
        _plain(text[start:end]) for start, end in pairwise((0, *first, *second, len(text)))
    )
    if not (one.strip() and other.strip()) or WORD.match(between) or WORD.match(after):
        return None
    return Marked(before.lstrip(), one, between, other, after.rstrip())


def _plain(piece: str) -> str:
    written = piece.encode("utf-8", "replace").decode("utf-8")  # half a character is none in a file
    return WHITE.sub(" ", written).translate(ROUND)
