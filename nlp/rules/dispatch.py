"""Which rules are worth trying on a word: few of them can find anything there, and asking each is dear."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Lexicon
from nlp.rules.candidate import Candidate

Find = Callable[[Draft, Token], Iterator[Candidate]]
Named = tuple[tuple[str, Find], ...]  # rules with their names
WordsOf = Callable[[Lexicon], Collection[str]]
Place = tuple[str, str, str, str]  # part of speech, label, lemma, word


@dataclass(frozen=True, slots=True)
class Triggers:
    """Where rules can find anything, by their names; a rule may stand in neither `labels` nor `words`."""

    parts: Mapping[str, frozenset[str]]  # parts of speech; every rule has some
    labels: Mapping[str, frozenset[str]]  # of dependency
    words: Mapping[str, WordsOf]  # in lower case, of which the token's lemma or the token itself is one


@dataclass(slots=True)
class Dispatch:
    """The rules for each token under one lexicon. What it keeps grows with the lexicon, not with the texts."""

    rules: Mapping[str, Find]
    triggers: Triggers
    words: Mapping[str, frozenset[str]]  # of the rules that have a trigger among words
    parts: frozenset[str] = field(init=False)  # at which any rule can fire
    named: frozenset[str] = field(init=False)  # all of these words: any other word is like the next
    tried: dict[Place, Named] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.parts = frozenset().union(*self.triggers.parts.values())
        self.named = frozenset().union(*self.words.values())

    @classmethod
    def of(cls, rules: Mapping[str, Find], triggers: Triggers, lexicon: Lexicon) -> Dispatch:
        """The dispatch of a table of rules."""
        words = {name: frozenset(words_of(lexicon)) for name, words_of in triggers.words.items()}
        return cls(rules, triggers, words)

    def at(self, token: Token, word: str) -> Named:
        """The rules to try on a token, in the order of the table; `word` is the token in lower case."""
        part = token.pos_
        if part not in self.parts:
            return ()
        lemma = token.lemma_.lower()
        place = (
            part,
            token.dep_,
            lemma if lemma in self.named else "",
            word if word in self.named else "",
        )
        found = self.tried.get(place)
        if found is None:
            found = self.tried[place] = tuple(
                (name, rule) for name, rule in self.rules.items() if self._can_fire(name, place)
            )
        return found

    def _can_fire(self, name: str, place: Place) -> bool:
        part, label, *words = place
        return (
            part in self.triggers.parts[name]
            and label in self.triggers.labels.get(name, (label,))
            and (name not in self.words or not self.words[name].isdisjoint(words))
        )
