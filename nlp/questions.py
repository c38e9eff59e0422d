"""The words of questions: which of them express a relation, a family, a role or a period.

Needs no language model: the forms of verbs are the regular ones, and those that `lexicon/questions` lists.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nlp.lexicon import FOLDER, PLACES, Frame, Lexicon, Relation, load_lexicon

Words = tuple[str, ...]
VOWELS = frozenset("aeiou")
TABLES = frozenset({"alone", "passive"})  # lists of words that are no role of grammar


@dataclass(frozen=True, slots=True)
class Sense:
    """What some words of a question ask for."""

    kind: str  # "verb", "noun", "bearer" (a critic of), "receives" (the subject is the target)
    relations: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    demanding: bool = False  # things come next, not people


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of one language, all in lower case."""

    phrases: Mapping[Words, Sense]
    roles: Mapping[Words, str]  # what a word does: "filler", "be", "actor", "target", "outlet", …
    titles: frozenset[str]  # before a name: "sir"
    small: frozenset[str]  # words that name nothing: "over"
    passive: frozenset[str]  # behind these verbs are passive: "accused *of*"
    shorter: Mapping[str, Any]  # the table as `lexicon/questions` has it
    period: Mapping[str, Any]  # likewise
    offers: Mapping[str, Any]  # likewise


@lru_cache(maxsize=4)
def load_question_words(language: str = "en") -> QuestionWords:
    """The words of questions in a language."""
    text = (FOLDER / "questions" / f"{language}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    lexicon = load_lexicon(language)
    lists = {name: words for name, words in tables.items() if isinstance(words, list) and name not in TABLES}
    return QuestionWords(
        phrases=_phrases(lexicon, tables),
        roles={tuple(entry.split()): name for name, words in lists.items() for entry in words},
        titles=lexicon.all_titles,
        small=lexicon.speech["small"],
        passive=frozenset(tables["passive"]),
        shorter=tables["shorter"],
        period=tables["period"],
        offers=tables["offers"],
    )


def _phrases(lexicon: Lexicon, tables: Mapping[str, Any]) -> dict[Words, Sense]:
    """Words -> sense; of two frames with the same words the first is meant, as the longest are listed first."""
    irregular: dict[str, list[str]] = {}
    for form, verb in tables["irregular"].items():
        irregular.setdefault(verb, []).append(form)
    families = {verb: family for family, verbs in tables["families"].items() for verb in verbs}
    found: dict[Words, Sense] = {}
    for frame in _frames(lexicon.verb_frames):
        if PLACES.isdisjoint(frame.words):
            sense = _verb_sense(frame, families)
            for form in verb_forms(frame.head, irregular.get(frame.head, ())):
                found.setdefault((form, *frame.words), sense)
    for frame in _frames(lexicon.bearer_frames):
        _add_nouns(found, frame, Sense("bearer", families=frozenset({frame.relation.family})))
    for frame in _frames(lexicon.noun_frames):
        alone = frame.head in tables["alone"]
        _add_nouns(found, frame, _relation_sense("noun", frame.relation), alone)
    _add_of_questions(found, lexicon, tables)
    names = {tuple(name.split()): _relation_sense("verb", each) for name, each in lexicon.relations.items()}
    return names | found


def _add_of_questions(found: dict[Words, Sense], lexicon: Lexicon, tables: Mapping[str, Any]) -> None:
    """The verbs and phrases that only questions use."""
    for verb, relation in tables["verbs"].items():
        for form in verb_forms(verb):
            found.setdefault((form,), _relation_sense("verb", lexicon.relations[relation]))
    for family, phrases in tables["phrases"].items():
        found |= {tuple(phrase.split()): Sense("verb", families=frozenset({family})) for phrase in phrases}


def _frames(frames: Mapping[str, Iterable[Frame]]) -> Iterator[Frame]:
    return (frame for group in frames.values() for frame in group)


def _verb_sense(frame: Frame, families: Mapping[str, str]) -> Sense:
    kind = "receives" if frame.kind == "receives" else "verb"
    if not frame.words and frame.head in families:
        return Sense(kind, families=frozenset({families[frame.head]}))
    return _relation_sense(kind, frame.relation)


def _relation_sense(kind: str, relation: Relation) -> Sense:
    return Sense(kind, relations=frozenset({relation.name}), demanding=relation.family == "demand")


def _add_nouns(found: dict[Words, Sense], frame: Frame, sense: Sense, alone: bool = False) -> None:
    for noun in (frame.head, plural(frame.head)):
        for preposition in frame.words:
            words = (noun,) if preposition == "'s" else (noun, preposition)  # "Vela's critics"
            found.setdefault(words, sense)
        if alone:
            found.setdefault((noun,), sense)


def verb_forms(verb: str, irregular: Iterable[str] = ()) -> frozenset[str]:
    """The forms of a verb: -s, -ed, -ing, and those given.

    >>> sorted(verb_forms("slam"))
    ['slam', 'slammed', 'slamming', 'slams']
    """
    if verb.endswith("e"):
        regular = {verb + "s", verb + "d", verb[:-1] + "ing"}
    elif verb.endswith("y") and verb[-2:-1] not in VOWELS:
        regular = {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    else:
        stem = verb + verb[-1] if _doubles(verb) else verb
        regular = {plural(verb), stem + "ed", stem + "ing"}
    return frozenset({verb, *regular, *irregular})


def _doubles(verb: str) -> bool:
    """Whether its last letter is doubled: "slam", "rebut", "label"; not "attack", "reveal", "audit"."""
    vowels = sum(sign in VOWELS for sign in verb)
    closed = len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in VOWELS and verb[-3] not in VOWELS
    return closed and (vowels == 1 or verb[-1] == "l" or verb.endswith(("mit", "but", "cur")))


def plural(noun: str) -> str:
    """The regular plural, which is also a verb's form with -s.

    >>> plural("ally"), plural("attack"), plural("clash")
    ('allies', 'attacks', 'clashes')
    """
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")
