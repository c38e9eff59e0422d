"""The lexicon of policies: `policies.toml` of one language as frozen tables. Its form is described at its top."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.lexicon import Frame, Lexicon, Relation, Words, load_lexicon
from nlp.lexicon.faults import key_faults
from nlp.lexicon.files import read_tables

FILE = "policies.toml"
FRAMES: Mapping[str, tuple[str, str]] = {
    "ending": ("to_things", "opposed"),
    "making": ("to_things", "backed"),
    "hurting": ("to_actors", "opposed"),
    "helping": ("to_actors", "backed"),
    "done_against": ("done", "opposed"),
    "done_for": ("done", "backed"),
}
"""List of verbs -> the table of frames that it goes into, and the relation of whoever is for such a deed."""
LISTS: Mapping[str, tuple[str, ...]] = {
    "": (*FRAMES, "issues", "measures", "assets", "people", "empty", "never", "fewer", "crowd"),
    "complements": ("with", "against", "along"),
    "idioms": ("fight", "sign"),
    "measured": ("nouns", "cut", "increase"),
    "commitment": (
        *("plans", "proposing", "to", "promising", "ing", "with_ing", "against_ing", "against"),
        *("through", "ready", "promises", "firm"),
    ),
    "demand": (
        "obliging",
        "everybody",
        "wanting",
        "no_deeds",
        "common_deeds",
        "own_deeds",
        "needing",
        "efforts",
        "urging",
    ),
    "stances": ("relations",),
}
"""Table of the file -> the lists it must hold."""
APART = ("complements", "idioms", "measured")  # tables whose lists keep their table's name


@dataclass(frozen=True, slots=True)
class Policies:
    """Everything the rules for policies know of one language."""

    frames: Mapping[str, Mapping[str, tuple[Frame, ...]]]  # table -> lemma -> frames, most words first
    words: Mapping[str, Words]  # the other lists, by name
    tables: Mapping[str, Mapping[str, Words]]  # the tables of APART
    examples: tuple[tuple[str, str], ...]  # text, edges

    def __getitem__(self, name: str) -> Words:
        return self.words[name]


@functools.lru_cache(maxsize=4)
def load_policies(language: str = "en", folder: Path | None = None) -> Policies:
    """The lexicon of policies of a language.

    Raises:
        LexiconError: Listing every list that is missing or that nothing reads.
    """
    tables = read_tables(FILE, _faults, language, folder)
    lexicon = load_lexicon(language)
    words = {
        name: frozenset(_table(tables, key)[name])
        for key, names in LISTS.items()
        for name in names
        if key not in APART and name not in FRAMES
    }
    return Policies(
        frames=_frames(lexicon, tables),
        words=words,
        tables={key: {name: frozenset(tables[key][name]) for name in LISTS[key]} for key in APART},
        examples=tuple((example["text"], example["find"]) for example in tables["examples"]),
    )


def _table(tables: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return tables.get(key, {}) if key else tables


def _faults(tables: Mapping[str, Any]) -> list[str]:
    faults = []
    for key, names in LISTS.items():
        found = set(_table(tables, key)) - (set() if key else {*LISTS, "examples"})
        faults += key_faults(found, names, key)
    return faults


def _frames(lexicon: Lexicon, tables: Mapping[str, Any]) -> dict[str, dict[str, tuple[Frame, ...]]]:
    """'roll back @' -> to_things: roll: the frame of being against what is rolled back."""
    groups: dict[str, dict[str, list[Frame]]] = defaultdict(lambda: defaultdict(list))
    for name, (table, relation) in FRAMES.items():
        for frame in _read(lexicon.relations[relation], tables[name]):
            groups[table][frame.head].append(frame)
    return {
        table: {head: tuple(sorted(group, key=lambda f: -len(f.words))) for head, group in heads.items()}
        for table, heads in groups.items()
    }


def _read(relation: Relation, entries: Iterable[str]) -> Iterable[Frame]:
    for entry in entries:
        head, *words = entry.split()
        if words[-1:] == ["@"] and len(words) > 1:
            words.pop()  # the object follows the last word anyway
        yield Frame(relation, "phrases" if words else "verbs", head, tuple(words))
