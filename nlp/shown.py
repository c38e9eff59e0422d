"""What the model is shown in the place of a text that it would misread.

A `Shown` says in which order, under which words and with which sentence ends the tokens of a document are parsed. The
parse is then carried back to the document's own tokens, so that offsets and words are always those of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from spacy.tokens import Doc

CARRIED: list[Any] = ["TAG", "POS", "LEMMA", "MORPH", "DEP", "ENT_IOB", "ENT_TYPE"]
IOB = CARRIED.index("ENT_IOB")
INSIDE, OUTSIDE, BEGIN = 1, 2, 3  # spaCy's numbers


@dataclass(slots=True)
class Shown:
    """How the tokens of one document are shown, by their numbers in the document; empty: as they are."""

    moved: dict[int, list[int]] = field(default_factory=dict)  # token -> tokens that are shown before it
    words: dict[int, str] = field(default_factory=dict)  # token -> the word shown for it
    added: dict[int, str] = field(default_factory=dict)  # token -> a word shown before it
    starts: dict[int, bool] = field(default_factory=dict)  # token -> whether a sentence begins with it

    def __bool__(self) -> bool:
        return bool(self.moved or self.words or self.added or self.starts)

    def order(self, length: int) -> list[int]:
        """The document's tokens as they are shown; ~i, which is negative, for the word added before token i."""
        away = {index for group in self.moved.values() for index in group}
        order: list[int] = []
        for index in range(length):
            order += self.moved.get(index, ())
            if index not in away:
                order += [~index, index] if index in self.added else [index]
        return [*order, *self.moved.get(length, ()), *([~length] if length in self.added else [])]


def shown_doc(doc: Doc, shown: Shown) -> tuple[Doc, list[int]]:
    """The document to parse, and the order of its tokens."""
    order = shown.order(len(doc))
    tokens = list(doc)
    words, spaces, norms = [], [], []
    starts: list[bool | int | None] = []
    for index in order:
        added = index < 0
        words.append(shown.added[~index] if added else shown.words.get(index, tokens[index].text))
        spaces.append(added or bool(tokens[index].whitespace_))
        starts.append(None if added else shown.starts.get(index))
        norms.append(None if added or index in shown.words else tokens[index].norm)
    other = Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)
    own = other.to_array(["NORM"])
    meant: Any = np.array([own[i] if norm is None else norm for i, norm in enumerate(norms)], dtype="uint64")
    other.from_array(["NORM"], meant)  # "n't" is "not" to the model
    return other, order


def carry_back(parsed: Doc, doc: Doc, order: Iterable[int]) -> Doc:
    """The document with the parse of what was shown in its place."""
    order = list(order)
    place = {index: position for position, index in enumerate(order) if index >= 0}
    rows = parsed.to_array(CARRIED)[[place[index] for index in range(len(doc))]]
    rows[:, IOB] = _mended(rows[:, IOB])
    heads = np.array([_head(parsed, order, place[index]) - index for index in range(len(doc))], dtype="int64")
    table: Any = np.column_stack([rows, heads.astype("uint64")])
    doc.from_array([*CARRIED, "HEAD"], table)
    return doc


def _mended(tags: np.ndarray) -> np.ndarray:
    """The tags of entities, where one that was taken apart begins anew."""
    before = np.concatenate([[OUTSIDE], tags[:-1]])
    return np.where((tags == INSIDE) & ((before == OUTSIDE) | (before == 0)), BEGIN, tags)


def _head(parsed: Doc, order: list[int], position: int) -> int:
    """The document's token that governs the one shown at a position; nothing hangs on an added word for long."""
    head = parsed[position].head
    while order[head.i] < 0 and head.head.i != head.i:
        head = head.head
    return order[head.i] if order[head.i] >= 0 else order[position]
