"""The names that a question can mean: who and what is in the graph, its parties and outlets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from graph.topics import LONGEST as MOST_WORDS
from graph.topics import folded, topic_words
from graph.words import End
from records import Entity

WORD = re.compile(r"\d{4}-\d{2}-\d{2}|[^\W_]+(?:[.&'’/-][^\W_]+)*")
MOST = 6  # names suggested
LONGEST = 9  # words of a name that are looked at
SHORTEST = 3  # letters that names are suggested for
WORDED = frozenset({"demand", "issue"})  # whose names are phrases, to be found by their words only
THINGS = WORDED | {"inquiry"}

Words = tuple[str, ...]
Shorter = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question; [start, end) are its characters."""

    text: str
    plain: str  # as it is looked for
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody, something, a party or an outlet that words can mean."""

    kind: str  # "entity", "party" or "outlet"
    name: str  # as a filter holds it: the id where two have the same name
    label: str  # as it is offered, and understood when it comes back
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """All names, found by their words in lower case without accents."""

    whole: Mapping[Words, Sequence[Name]]  # names and other names, and the surnames of people
    by_word: Sequence[tuple[str, Name]]  # sorted; each word of a name, for the beginning of one
    people: frozenset[str]  # words in the names of people
    things: str  # the names of what is demanded or at issue, folded, a line each, a blank around every word
    titles: frozenset[str]  # those of these names that are longer than a topic

    def at(self, words: Sequence[str]) -> tuple[int, list[Name]]:
        """How many of the words, at most, begin a name, and whose; who has statements goes first and alone."""
        for length in range(min(LONGEST, len(words)), 0, -1):
            if found := self.whole.get(tuple(words[:length])):
                seen = [name for name in found if name.statements] or list(found)
                return length, sorted(seen, key=lambda name: (-name.statements, name.label))
        return 0, []

    def is_thing(self, words: Sequence[str]) -> bool:
        """Whether the words stand so in the name of a thing."""
        return f" {' '.join(words)} " in self.things

    def things_with(self, words: str) -> int:
        """How many names of things hold the words."""
        return self.things.count(f" {words} ")

    def is_more_than_a_name(self, word: str) -> bool:
        """Whether the word stands in the name of a thing elsewhere than in the whole name of somebody."""
        named = (" ".join(words_of(name.label)) for name in self.whole.get((word,), ()))
        return self.things_with(word) > sum(map(self.things_with, named))

    def is_title(self, words: Sequence[str]) -> bool:
        """Whether the words are all of the name of a thing that is longer than a topic."""
        return len(words) > MOST_WORDS and " ".join(words) in self.titles

    def like(self, word: str) -> list[str]:
        """Names with a word that begins like this one, else that is nearly this one; the most frequent first."""
        if len(word) < SHORTEST:
            return []
        return (
            self._beginning(word)
            or [
                label
                for close in get_close_matches(word, {known for known, _ in self.by_word}, n=2, cutoff=0.8)
                for label in self._beginning(close)
            ][:MOST]
        )

    def _beginning(self, start: str) -> list[str]:
        place = bisect_left(self.by_word, start, key=lambda entry: entry[0])
        found = {}
        for word, name in self.by_word[place : place + 2000]:
            if not word.startswith(start):
                break
            found[name.label] = name.statements
        return sorted(found, key=lambda label: (-found[label], label))[:MOST]


def words_of(text: str) -> Words:
    """The words of a text in lower case without accents; what shows possession is dropped.

    >>> words_of("Róisín O’Hara’s plan")
    ('roisin', "o'hara", 'plan')
    """
    return tuple(word.removesuffix("'s") for word in WORD.findall(folded(text).replace("’", "'")))


def words_in(question: str) -> list[Word]:
    """The words of a question in their order."""
    found = WORD.finditer(question)
    return [Word(m.group(), _plain(m.group()), m.start(), m.end()) for m in found]


def _plain(word: str) -> str:
    return folded(word).replace("’", "'").removesuffix("'s")


def collect_names(
    ends: Iterable[tuple[End, int]],
    entities: Mapping[str, Entity],
    outlets: Iterable[str],
    shorter: Shorter = MappingProxyType({}),
) -> Names:
    """The names in a database.

    Args:
        ends: Who and what stands at the ends of statements, with the number of times; an entity may come
            several times, as a member of several parties or under several names.
        entities: Id -> entity, whose other names and offices count too.
        shorter: What may be left out "before" and "after" the name of an organisation or outlet: "BBC *News*".
    """
    found = counted_once(ends)
    shared = names_shared(found)
    whole: dict[Words, dict[str, Name]] = defaultdict(dict)
    by_word: list[tuple[str, Name]] = []
    for end, times in found:
        if end.type not in WORDED:
            kept = end.id if end.name in shared else end.name
            name = Name("party" if end.type == "party" else "entity", kept, kept, times)
            for words in (*_callings(end, entities.get(end.id), shorter), words_of(kept)):
                whole[words][end.id] = name
            by_word += [(word, name) for word in words_of(end.name)]
    _add_parties(whole, {end.party for end, _ in found if end.party})
    _add_outlets(whole, outlets, shorter)
    people = (end.name for end, _ in found if end.type == "person")
    things = [topic_words(end.name) for end, _ in found if end.type in THINGS]
    return Names(
        whole={words: tuple(names.values()) for words, names in whole.items() if words},
        by_word=sorted(by_word, key=lambda entry: entry[0]),
        people=frozenset(word for person in people for word in words_of(person)),
        things="\n".join(f" {' '.join(thing)} " for thing in things),
        titles=frozenset(" ".join(thing) for thing in things if len(thing) > MOST_WORDS),
    )


def counted_once(ends: Iterable[tuple[End, int]]) -> list[tuple[End, int]]:
    """Each entity once, as it comes first, with the number of times under all its parties and names."""
    found: dict[str, tuple[End, int]] = {}
    for end, times in ends:
        known, before = found.get(end.id, (end, 0))
        found[end.id] = known, before + times
    return list(found.values())


def names_shared(ends: Iterable[tuple[End, int]]) -> frozenset[str]:
    """Names of more than one entity: they are told apart by their ids."""
    return frozenset(name for name, times in Counter(end.name for end, _ in ends).items() if times > 1)


def _callings(end: End, entity: Entity | None, shorter: Shorter) -> set[Words]:
    others, roles = (entity.other_names, entity.roles) if entity else ((), ())
    found = {words for other in (end.name, *others) for words in _with_and_without_article(words_of(other))}
    if end.type == "person":
        name = words_of(end.name)
        found |= {name[-1:]} if len(name) > 1 else set()
        found |= {words for role in roles for words in _offices(words_of(role))}
    if end.type == "organization":
        found |= _shortened(words_of(end.name), shorter)
    return found


def _offices(role: Words) -> Iterator[Words]:
    """An office, and what it is called for short: "Prime Minister of the United Kingdom"; not "leader" alone."""
    short = role[: role.index("of")] if "of" in role else role
    yield from (words for words in (role, short) if len(words) > 1)


def _shortened(name: Words, shorter: Shorter) -> set[Words]:
    before = name[1:] if name[0] in shorter.get("before", ()) else ()
    after = name[:-1] if name[-1] in shorter.get("after", ()) else ()
    return {words for words in (before, after) if words}


def _with_and_without_article(words: Words) -> set[Words]:
    return {words, words[1:]} if words[:1] == ("the",) and len(words) > 1 else {words}


def _add_parties(whole: dict[Words, dict[str, Name]], parties: Iterable[str]) -> None:
    """Parties that have members in the graph and are no node of it."""
    for party in parties:
        known = whole[words_of(party)]
        if not any(name.kind == "party" for name in known.values()):
            known[f"party {party}"] = Name("party", party, party, 1)


def _add_outlets(whole: dict[Words, dict[str, Name]], outlets: Iterable[str], shorter: Shorter) -> None:
    for outlet in outlets:
        name = words_of(outlet)
        for words in _with_and_without_article(name) | (_shortened(name, shorter) if name else set()):
            whole[words][f"outlet {outlet}"] = Name("outlet", outlet, outlet, 1)
