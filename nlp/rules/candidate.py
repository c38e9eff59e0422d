"""What a rule hands over: who, how, about whom, before mood and voice are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Relation
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, actors_of
from nlp.rules.belonging import one_of
from nlp.syntax import RELATIVES, VERBAL, agents, children, is_passive, subjects, with_conjuncts

PAYING = load_words()["deeds"]["paying"]
SENDING = load_words()["deeds"]["sending"]
PRODUCING = load_words()["deeds"]["producing"]
STRINGS = load_words()["groups"]["strings"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation read off one place; every actor holds it towards every target."""

    relation: Relation
    actors: tuple[Reference, ...]
    targets: tuple[Reference, ...]
    predicate: Token  # whose governors decide the mood
    cue: tuple[int, int]  # tokens [start, end)
    judged: bool = False  # the predicate's own negation is already in the relation's sign
    received: bool = (
        False  # the subject is the target: "failed to win Vela's backing" is no refusal of Vela's
    )
    presupposed: bool = False  # "Vela's attack on Orrin" took place, whatever the sentence says of it


def actors(draft: Draft, nouns: Iterable[Token]) -> tuple[Reference, ...]:
    """The actors that nouns and their conjuncts stand for, each once."""
    found = [
        r
        for noun in nouns
        for each in [*one_of(noun), *_joined(noun)]
        for r in actors_of(draft, each)
        or [a for author in _authors(draft, each) for a in actors_of(draft, author)]
    ]
    return tuple(dict.fromkeys(found))


def _authors(draft: Draft, noun: Token) -> list[Token]:
    """'*Vela* signed a letter condemning Orrin', '*Vela* released an ad that mocks him': whose words they are."""
    if noun.lower_ in RELATIVES:
        noun = next((clause.head for clause in noun.ancestors if clause.dep_ == "relcl"), noun)
    if noun.lemma_.lower() not in draft.lexicon.nouns["utterances"]:
        return []
    if named := _named_before(draft, noun):
        return named
    noun = _string_of(noun)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "via", "through") and noun.head.head.pos_ in VERBAL:
        return subjects(noun.head.head)  # '*in a speech* attacking Orrin, Vela called for change'
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "to") and noun.head.head.lemma_.lower() in PAYING:
        return subjects(noun.head.head)  # 'spent a fortune *on ads* attacking Orrin'
    if paid := [n for clause in children(noun, "relcl", "acl") for n in _payers(clause)]:
        return paid
    verb = noun.head
    uttered = noun.dep_ == "dobj" and verb.lemma_.lower() in draft.lexicon.nouns["uttering"]
    if not uttered or children(verb, "neg") or is_passive(verb):
        return []
    return subjects(verb)


def _payers(clause: Token) -> list[Token]:
    """'an ad that attacks Orrin and is *funded by Vela*', 'a letter *Vela sent* attacking him'."""
    if clause.lemma_.lower() in SENDING and clause.dep_ == "relcl" and not is_passive(clause):
        return [s for s in children(clause, "nsubj") if s.lower_ not in RELATIVES]
    verbs = [clause, *children(clause, "conj")]
    return [n for verb in verbs if verb.lemma_.lower() in PRODUCING for n in agents(verb)]


def _string_of(noun: Token) -> Token:
    """'a *series* of tweets slamming Orrin'."""
    above = noun.head.head
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_.lower() in STRINGS
    return above if counted else noun


def _named_before(draft: Draft, noun: Token) -> list[Token]:
    """'a *Vela* ad attacks Orrin', 'the *Vela* tweet that mocks him': whose name stands right before the words."""
    mention = draft.mention_at.get(noun.i - 1)
    if mention is None or draft.words[mention.start - 1 : mention.start] == ["-"]:
        return []  # 'an anti-*Vela* ad'
    name = draft.tokens[mention.end - 1]
    return [name] if name.pos_ == "PROPN" and name.head == noun else []


def _joined(noun: Token) -> list[Token]:
    """A noun with its conjuncts; of '*Labour* and Reform UK' the parser may make the first a modifier of the last."""
    named = noun.pos_ == "PROPN"  # 'Vela and Orrin *supporters*' are theirs
    before = [c for c in children(noun, "nmod", "compound") if named and children(c, "cc")]
    return [*before, *with_conjuncts(noun)]
