"""A sentence with two marked stretches as numbers that the model reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from records import Span

OPENING, CLOSING, PADDING = "[unused1]", "[unused2]", "[PAD]"
WINDOW = 96  # pieces of words that the model reads at most


@dataclass(frozen=True, slots=True)
class Encoded:
    """Pieces of words by number, and where the opening mark of each stretch stands among them."""

    ids: list[int]
    marks: list[int]


class Encoder:
    """Cuts text into the pieces of words that a model was trained on.

    Args:
        file: A tokenizer.json with BERT's unused pieces, two of which mark the stretches.
    """

    def __init__(self, file: Path) -> None:
        self._pieces = Tokenizer.from_file(str(file))
        self._pieces.no_truncation()
        self._pieces.no_padding()
        self.opening, self.closing = self._number(OPENING), self._number(CLOSING)
        self.padding = self._number(PADDING)
        first, *_, last = self._pieces.encode("a").ids
        self._ends = (first, last)  # what every text begins and ends with

    def encode(self, text: str, spans: Sequence[Span]) -> Encoded | None:
        """The text with its stretches marked, cut down to what stands nearest around them.

        Args:
            text: Any length.
            spans: Characters [start, end) of each stretch; they do not overlap.

        Returns:
            None where a stretch holds no word, or the stretches stand too far apart.
        """
        pieces = self._pieces.encode(text, add_special_tokens=False)
        before: dict[int, list[int]] = {}
        after: dict[int, int] = {}
        for number, span in enumerate(spans):
            covered = [i for i, (a, b) in enumerate(pieces.offsets) if a < span[1] and b > span[0]]
            if not covered:
                return None
            before.setdefault(covered[0], []).append(number)
            after[covered[-1]] = after.get(covered[-1], 0) + 1
        ids: list[int] = []
        marks = [0] * len(spans)
        for place, piece in enumerate(pieces.ids):
            for number in before.get(place, ()):
                marks[number] = len(ids)
                ids.append(self.opening)
            ids.append(piece)
            ids += [self.closing] * after.get(place, 0)
        return self._windowed(ids, marks)

    def pieces(self, text: str) -> tuple[int, ...]:
        """The text without marks and without what every text begins and ends with."""
        return tuple(self._pieces.encode(text, add_special_tokens=False).ids)

    @property
    def vocabulary(self) -> list[str]:
        """Every piece, in the order of their numbers."""
        numbers = self._pieces.get_vocab()
        return sorted(numbers, key=numbers.__getitem__)

    def _windowed(self, ids: list[int], marks: list[int]) -> Encoded | None:
        room = WINDOW - len(self._ends)
        if max(marks) - min(marks) > room - 2:
            return None
        middle = (max(marks) + min(marks)) // 2
        start = max(0, min(middle - room // 2, len(ids) - room))
        first, last = self._ends
        return Encoded([first, *ids[start : start + room], last], [mark - start + 1 for mark in marks])

    def _number(self, piece: str) -> int:
        number = self._pieces.token_to_id(piece)
        if number is None:
            raise ValueError(f"the tokenizer lacks the piece {piece}")
        return int(number)
