"""Loaded words: words of praise or blame, whose they are and whom they are about, seen from one pair of stretches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nlp.leanings.pairs import NAMES, Pair
from nlp.leanings.vocabulary import Vocabulary
from nlp.syntax import VERBAL, agents, children, is_passive, objects, prepositional, subjects

ABOUT = ("on", "against", "of", "for", "to", "at", "with", "toward", "towards", "about", "over", "in")
NAMED = NAMES | {"FAC", "LOC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"}  # "Liberty", "the Justice Act"
INNER = ("poss", "compound", "amod", "nmod", "appos", "conj")
CLOSE = 4  # tokens

Clue = tuple[int, str]  # +1 or -1: the sign of the loaded word behind it, 0: none; then what is seen


@dataclass(frozen=True, slots=True)
class Loaded:
    """A word of praise (+1) or blame (-1) in its sentence."""

    token: Token
    lemma: str
    sign: int  # 0: negated blame, which is no praise
    holders: tuple[Token, ...]
    targets: tuple[Token, ...]


def loaded_words(doc: Doc, vocabulary: Vocabulary) -> list[Loaded]:
    """Every loaded word of a text, in order; "did not support" is blame, and "did not attack" is nothing."""
    words = ((token, vocabulary.signs.get(_lemma(token), 0)) for token in doc)
    return [word for token, sign in words if sign and (word := _loaded(token, sign, vocabulary)).sign]


def clues_of(word: Loaded, pair: Pair) -> Iterator[Clue]:
    """What one loaded word says about a pair: 'word praise', 'by holder about target', 'close before second', …"""
    yield word.sign, f"word {word.lemma}"
    holder = _whose(word.holders, pair)
    target = _whose(word.targets, pair)
    yield word.sign, f"by {holder} about {target}"
    if holder in _ENDS:
        yield word.sign, f"by {holder}"
    if target in _ENDS:
        yield word.sign, f"about {target}"
    yield from ((word.sign, f"{place}, {pair.order}") for place in _places(word.token, pair))


def clues_of_all(words: Iterable[Loaded], pair: Pair) -> Iterator[Clue]:
    """What all loaded words together say: their balance between the two, and in what the holder or target says."""
    start, end = pair.gap
    words = list(words)
    balances = [(f"between, {pair.order}", [word for word in words if start <= word.token.i < end])]
    for name, stretch in (("holder", pair.holder), ("target", pair.target)):
        content = {token.i for token in stretch.content or ()}
        balances.append((f"said by {name}", [word for word in words if word.token.i in content]))
    for name, group in balances:
        if balance := sum(word.sign for word in group):
            sign = 1 if balance > 0 else -1
            yield sign, f"{min(3, abs(balance))} {name}" if name.startswith("between") else name


def _lemma(token: Token) -> str:
    """The word that counts: none for names, so that nobody is judged by being named."""
    named = token.pos_ == "PROPN" or (token.ent_type_ in NAMED and token.pos_ not in ("VERB", "ADJ"))
    return "" if named else token.lemma_.lower()


def _loaded(token: Token, sign: int, vocabulary: Vocabulary) -> Loaded:
    if _reversed(token, vocabulary):
        sign = min(0, -sign)
    holders, targets = _arguments(token, vocabulary.receiving)
    return Loaded(token, token.lemma_.lower(), sign, tuple(holders), tuple(targets))


def _reversed(token: Token, vocabulary: Vocabulary) -> bool:
    """'did not *support*', 'refused to *support*', but not 'did not refuse to *support*'."""
    negated = any(child.dep_ == "neg" for word in (token, token.head) for child in word.children)
    return negated != (token.dep_ == "xcomp" and token.head.lemma_.lower() in vocabulary.reversing)


def _arguments(word: Token, receiving: frozenset[str]) -> tuple[list[Token], list[Token]]:
    if word.pos_ in VERBAL:
        return _of_verb(word)
    if word.pos_ == "NOUN":
        verb = _verb_above(word)
        received = verb is not None and verb.lemma_.lower() in receiving
        return _of_received(word, verb) if received and verb is not None else _of_noun(word)
    return _of_adjective(word) if word.pos_ == "ADJ" else ([], [])


def _of_verb(verb: Token) -> tuple[list[Token], list[Token]]:
    """'Vela *praised* Orrin', 'Orrin was *praised* by Vela', 'Vela *hopes* Orrin wins'."""
    if is_passive(verb):
        return agents(verb), subjects(verb)
    found = objects(verb)
    if not found:
        found = [noun for name in ABOUT for noun in prepositional(verb, name)]
        found += [
            noun
            for clause in children(verb, "xcomp", "ccomp")
            for noun in children(clause, "nsubj", "nsubjpass")
        ]
    return subjects(verb), found


def _of_noun(noun: Token) -> tuple[list[Token], list[Token]]:
    """'Vela's *praise* for Orrin', 'the *attack* on Orrin by Vela', 'Vela voiced *anger* at Orrin'."""
    holders = children(noun, "poss") + prepositional(noun, "by") + prepositional(noun, "from")
    holders += [child for child in children(noun, "compound", "amod", "nmod") if child.ent_type_]
    return holders or _doers(noun), _about(noun)


def _of_received(noun: Token, verb: Token) -> tuple[list[Token], list[Token]]:
    """'Orrin won the *backing* of Vela', 'Orrin came under *attack* from Vela'."""
    givers = [
        giver for word in (noun, verb) for name in ("by", "from", "of") for giver in prepositional(word, name)
    ]
    return givers + children(noun, "poss"), subjects(verb)


def _doers(noun: Token) -> list[Token]:
    """'*Vela* voiced anger', '*Vela* spoke in anger', '*Vela*, a critic'."""
    if verb := _verb_above(noun):
        return subjects(verb)
    return [noun.head] if noun.dep_ == "appos" else []


def _verb_above(noun: Token) -> Token | None:
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return above if noun.dep_ in ("dobj", "attr", "pobj") and above.pos_ in VERBAL else None


def _of_adjective(word: Token) -> tuple[list[Token], list[Token]]:
    """'Vela is *critical* of Orrin', '*reckless* Orrin'."""
    if word.dep_ in ("acomp", "oprd"):
        return subjects(word.head), _about(word)
    return [], _about(word) or ([word.head] if word.dep_ == "amod" else [])


def _about(word: Token) -> list[Token]:
    return [noun for name in ABOUT for noun in prepositional(word, name)]


_ENDS = ("holder", "target", "holder's", "target's")
_RANK = (*_ENDS, "pronoun", "name", "noun")


def _whose(arguments: Iterable[Token], pair: Pair) -> str:
    found = {_identity(token, pair) for token in arguments}
    return next((name for name in _RANK if name in found), "nobody")


def _identity(token: Token, pair: Pair) -> str:
    for name, stretch in (("holder", pair.holder), ("target", pair.target)):
        if token in stretch:
            return name
    for name, stretch in (("holder's", pair.holder), ("target's", pair.target)):
        if any(inner in stretch for inner in _inner(token)):
            return name
    if token.pos_ == "PRON":
        return "pronoun"
    return "name" if token.ent_type_ in NAMES or token.pos_ == "PROPN" else "noun"


def _inner(token: Token) -> Iterator[Token]:
    """'*Vela*'s plan', 'the plan of *Vela*', '*Vela*'s party's plan'."""
    for child in token.children:
        if child.dep_ in INNER:
            yield child
            yield from children(child, "poss", "compound", "amod")
        elif child.dep_ == "prep":
            yield from child.children


def _places(token: Token, pair: Pair) -> Iterator[str]:
    start, end = pair.gap
    if start <= token.i < end:
        if end - token.i <= CLOSE:
            yield "close before second"
        if token.i - start < CLOSE:
            yield "close behind first"
    elif 0 < pair.first.tokens[0].i - token.i <= CLOSE:
        yield "close before first"
    elif 0 < token.i - pair.second.tokens[-1].i <= CLOSE:
        yield "close behind second"
