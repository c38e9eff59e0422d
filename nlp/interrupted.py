"""Quotations that their speaker's tag interrupts: '“The bill,” said Vela, “is a disaster.”'.

The parser takes the pieces for two broken clauses. It is shown the quotation whole, with the tag behind its first
sentence: '“The bill is a disaster,” said Vela.'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.shown import Shown

MARKS = frozenset({'"', "''", "``"})  # what the model is shown for any double quotation mark
SINGLE = frozenset({"'"})
ENDS = frozenset({".", "!", "?"})
BEFORE = frozenset({*ENDS, ":", ","}) | MARKS  # what can stand before a quotation that begins a sentence
TAG = re.compile(r"""(,['"]{1,2}|['"]{1,2},)[^.!?\n"]*,\s['"]""")  # a first look: lists of tokens are dear
LONGEST_TAG = 24  # tokens of ', said Ada Vela, who chairs the committee,'


def join_interrupted(doc: Doc, cues: frozenset[str], shown: Shown) -> None:
    """Have the interrupted quotations of a document shown whole.

    Args:
        doc: Tokens only.
        cues: The forms of the verbs that report speech.
        shown: What to add to.
    """
    if not TAG.search(doc.text):
        return
    words = [token.lower_ for token in doc]
    for opening, first, second in [*_pieces(doc, words, MARKS), *_pieces(doc, words, SINGLE)]:
        before = doc[opening - 1] if opening else None
        begins = before is None or before.is_space or before.text in BEFORE
        tag = words[first + 1 : second]
        if not begins or not cues.intersection(tag) or ENDS.intersection(tag) or "\n" in "".join(tag):
            continue
        start = first - (words[first - 1] == ",")
        end = _sentence_end(words, second + 1, words[second])
        shown.moved[end] = list(range(start, second + 1))
        shown.starts.update(dict.fromkeys(range(opening + 1, end), False))
        if before is None or before.text != ",":
            shown.starts[opening] = True


def _pieces(doc: Doc, words: Sequence[str], kind: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """(mark that opens the first piece, mark that closes it, mark that opens the second), commas around the tag."""
    marks = [index for index, word in enumerate(words) if word in kind]
    for opening, first, second in zip(marks, marks[1:], marks[2:], strict=False):
        parted = "," in (words[first - 1], words[first + 1]) and words[second - 1] == ","
        short = 2 < second - first <= LONGEST_TAG and first - opening > 1
        if parted and short and not any(doc[i].whitespace_ for i in (opening, first - 1, second)):
            yield opening, first, second


def _sentence_end(words: Sequence[str], start: int, mark: str) -> int:
    """Where the first sentence of the second piece ends: at its full stop, its closing mark or the paragraph's end."""
    ends = ENDS | MARKS | {mark}
    return next((i for i in range(start, len(words)) if words[i] in ends or "\n" in words[i]), len(words))
