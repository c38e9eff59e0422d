"""Other names in the place of the two of a pair, so that less is learned of who is usually against whom."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nlp.knowledge import load_knowledge
from nlp.stance.encoding import WINDOW, Encoded, Encoder
from nlp.stance.pairs import Pair

NAME = re.compile(r"[A-Z][\w.'-]+( [A-Z][\w.'-]+)*")
NO_NAME = re.compile(
    r"(He|She|They|It|We|I|You|His|Her|Their|Him|Who|This|That|The|Our|My|These|Those|Its|Many|Some|Both|Them|Us|"
    r"Senior|Most|Other|All|Several|One|No)\b"
)
LONGEST = 8  # pieces of words

Pieces = tuple[int, ...]


def named_in(pair: Pair) -> tuple[bool, bool]:
    """Whether the first, and the second, is shown by a name."""
    one, other = (is_name(pair.text[slice(*span)]) for span in (pair.first, pair.second))
    return one, other


def is_name(words: str) -> bool:
    """Whether all words are capitalised and the first is no pronoun or the like.

    >>> [is_name(words) for words in ("Ada Vela", "They", "Vela's aides")]
    [True, False, False]
    """
    return NAME.fullmatch(words) is not None and NO_NAME.match(words) is None


@dataclass(frozen=True, slots=True)
class Renaming:
    """Names to choose from."""

    names: Sequence[Pieces]
    closing: int  # the mark behind a name

    @classmethod
    def of(cls, codes: Iterable[tuple[Encoded, tuple[bool, ...]]], encoder: Encoder) -> Renaming:
        """The names that are marked in sentences, and those of the knowledge base.

        Args:
            codes: Sentences, each with whether its two are shown by names.
            encoder: What has read them.
        """
        known = load_knowledge()
        names = [encoder.pieces(entity.name) for entity in known.entities.values() if is_name(entity.name)]
        for code, named in codes:
            names += [
                _marked(code, mark, encoder.closing)
                for mark, is_one in zip(code.marks, named, strict=True)
                if is_one
            ]
        return cls(sorted({name for name in names if 0 < len(name) <= LONGEST}), encoder.closing)

    def renamed(self, code: Encoded, named: tuple[bool, ...], chance: random.Random) -> Encoded:
        """The sentence with another name for each of the two.

        Args:
            code: The sentence.
            named: Whether each of the two is shown by a name; who is not keeps the words.
            chance: Draws the names.
        """
        for number, name in enumerate(chance.sample(self.names, len(named))):
            if named[number]:
                code = self._with(code, number, name)
        return code

    def _with(self, code: Encoded, number: int, name: Pieces) -> Encoded:
        start = code.marks[number] + 1
        end = start + len(_marked(code, start - 1, self.closing))
        longer = len(name) - (end - start)
        if end == start or len(code.ids) + longer > WINDOW:
            return code
        ids = [*code.ids[:start], *name, *code.ids[end:]]
        return replace(code, ids=ids, marks=[mark + longer * (mark >= end) for mark in code.marks])


def _marked(code: Encoded, mark: int, closing: int) -> Pieces:
    """The pieces behind an opening mark; none where the window has cut off the closing one."""
    behind = code.ids[mark + 1 :]
    return tuple(behind[: behind.index(closing)]) if closing in behind else ()
