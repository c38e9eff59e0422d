"""The rules that find positions: one function a grammatical pattern, all reading the same lexicon.

A rule takes a draft and a token and yields candidates; it decides neither mood nor voice. To add a rule, write its
function and its line in RULES; its name is what `Statement.method` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.rules.adjectives import adjective
from nlp.rules.affiliations import affiliation
from nlp.rules.affixes import affix
from nlp.rules.candidate import Candidate
from nlp.rules.judgements import judgement, naming
from nlp.rules.nouns import amid, noun, received_noun
from nlp.rules.verbs import verb

RULES: dict[str, Callable[[Draft, Token], Iterator[Candidate]]] = {
    "verb": verb,
    "noun": noun,
    "received-noun": received_noun,
    "amid-noun": amid,
    "adjective": adjective,
    "affix": affix,
    "naming": naming,
    "evaluative-predicate": judgement,
    "affiliation": affiliation,
}

__all__ = ["RULES", "Candidate"]
