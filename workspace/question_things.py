"""The words of a question that stand in the names of things: demands, inquiries and issues."""

from __future__ import annotations

from collections.abc import Sequence

from graph.topics import LONGEST, topic_words
from nlp.questions import QuestionWords
from workspace.question_names import Names, Word

FARTHEST = 40  # words of the name of a thing that are looked at


class Things:
    """Finds things in one question; each place is that of a word."""

    def __init__(self, words: Sequence[Word], names: Names, known: QuestionWords) -> None:
        self.words, self.names, self.known = words, names, known

    def title_at(self, place: int) -> int:
        """How many words are the whole name of a thing, one that is longer than a topic; 0 if none is."""
        longest = min(FARTHEST, len(self.words) - place)
        lengths = range(longest, 2, -1)
        return next((n for n in lengths if self.names.is_title(self._as_named(place, n))), 0)

    def topic_at(self, place: int, called: bool = False) -> int:
        """How many words, at most, stand so in the name of a thing; 0 if they begin with a person's name.

        Args:
            called: Whether things are called for, which may begin with a name: "Vela to resign".
        """
        words = [word.plain for word in self.words[place : place + FARTHEST]]
        if not words or not self._is_free(words[0]) or (words[0] in self.names.people and not called):
            return 0
        most = 0
        for length, word in enumerate(words, start=1):
            if not self.names.is_thing(self._as_named(place, length)):
                break
            if self._is_free(word):
                most = length
        return most

    def topic(self, place: int, length: int) -> str:
        """As many of the words as a topic can have: those in the fewest names, with no small word at an end."""
        words = self._as_named(place, length)
        runs = [" ".join(words[i : i + LONGEST]) for i in range(max(1, len(words) - LONGEST + 1))]
        return min(runs, key=self._worth)

    def _worth(self, run: str) -> tuple[int, bool]:
        words = run.split()
        return self.names.things_with(run), not (self._is_free(words[0]) and self._is_free(words[-1]))

    def _as_named(self, place: int, length: int) -> list[str]:
        """The words as the names of things have them: "cross-party" is two."""
        words = [part for word in self.words[place : place + length] for part in topic_words(word.text)]
        possessive = words[-1:] == ["s"] and not self.names.is_thing(words)  # "Vela's resignation"
        return words[:-1] if possessive else words

    def _is_free(self, word: str) -> bool:
        """Whether a word has no part in the grammar of questions."""
        return (word,) not in self.known.roles and word not in self.known.small
