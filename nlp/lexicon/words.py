"""The words that single rules ask for: `words.toml` of one language as frozen sets."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from nlp.lexicon import Words
from nlp.lexicon.faults import is_word_list, key_faults
from nlp.lexicon.files import read_tables

FILE = "words.toml"
LISTS = {
    topic: frozenset(names.split())
    for topic, names in {
        "things": "laws accords inquiries nameless empty emphasis settings beginnings resisting amounts ideas",
        "bodies": "after_people acting general no_mass places",
        "people": "no_subjects particles seats peers offices candidates campaigning speakers former past leaders "
        "no_leaders unreal private leading speaking_for own_bodies",
        "groups": "several abbreviated heading listing counting joined strings carrying followings nationwide",
        "speech": "telling remarking answering views thinking expecting regarding "
        "calling scorning alleging holding_against "
        "factive gestures own_words headline_adverbs",
        "moods": "false ready intending resolved awaited scant ripe friends done_once limiting questioning",
        "judging": "seeming persons doing blaming content better anybody evils standing strong "
        "chosen_over conceding fearing strengths both_ways",
        "elections": "contested years terms electing preferring wishing winning losing choosing ending_up ending_up_as "
        "choices lesser aiming reaching urging pressing",
        "deeds": "making deciding suffered own_deeds perceiving undergoing circumstances paying sending producing "
        "money shifting transitive loose tied opposition fire wanted",
    }.items()
}
"""Topic -> the lists it must hold, and no more; each is read once, where a module names it."""


@functools.lru_cache(maxsize=4)
def load_words(language: str = "en", folder: Path | None = None) -> Mapping[str, Mapping[str, Words]]:
    """The word lists of a language, by topic and name.

    Raises:
        LexiconError: Listing every list that is missing or empty, or that nothing reads.
    """
    tables = read_tables(FILE, _faults, language, folder)
    return MappingProxyType(
        {
            topic: MappingProxyType({name: frozenset(words) for name, words in lists.items()})
            for topic, lists in tables.items()
        }
    )


def _faults(tables: Mapping[str, Any]) -> Iterator[str]:
    yield from key_faults(tables, LISTS)
    for topic in sorted(set(tables) & set(LISTS)):
        if not isinstance(tables[topic], Mapping):
            yield f"'{topic}' is not a table"
            continue
        yield from key_faults(tables[topic], LISTS[topic], topic)
        for name in sorted(set(tables[topic]) & LISTS[topic]):
            if not is_word_list(tables[topic][name]):
                yield f"'{topic}.{name}' is not a list of words"
