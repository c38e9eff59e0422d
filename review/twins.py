"""Entities that may be one: the reasons for it, and what speaks against."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from records import Entity, Statement

COMMON = 20  # names that share a word beyond which the word tells nothing ("council")
APART = 25  # years between the last date of one and the first of the other that make one person unlikely
FACTS = ("party", "gender", "wikidata")
TITLES = frozenset({"dr", "lady", "lord", "mr", "mrs", "ms", "prof", "professor", "sir", "the", "dame"})

Period = tuple[str, str]
"""First and last day on which an entity is spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Two entities of one type that may be the same; the one with more statements, or the fuller name, stays."""

    entity: Entity
    into: Entity
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def twins(
    entities: Mapping[str, Entity],
    statements: Iterable[Statement] | Known = (),
    apart: Collection[frozenset[str]] = frozenset(),
) -> list[Twins]:
    """Candidates for a merger, those with the most reasons and the least against them first.

    Args:
        statements: In which they are named: for how often, when, and whether one speaks of the other; or this.
        apart: Pairs that are known not to be one.
    """
    known = statements if isinstance(statements, Known) else Known.of(statements)
    pairs = dict.fromkeys(
        pair for block in _blocks(entities.values()) for pair in combinations(sorted(block), 2)
    )
    found = []
    for one, other in pairs:
        reasons = tuple(_reasons(entities[one], entities[other]))
        if reasons and frozenset((one, other)) not in apart:
            gone, into = sorted((entities[one], entities[other]), key=known.rank)
            against = tuple(_against(gone, into, known))
            found.append(Twins(entity=gone, into=into, reasons=reasons, against=against))
    return sorted(
        found, key=lambda pair: (len(pair.against) - len(pair.reasons), pair.into.id, pair.entity.id)
    )


class Between(Protocol):
    """Pair of entities -> how many statements have these two ends."""

    def __getitem__(self, pair: frozenset[str], /) -> int: ...


@dataclass(frozen=True, slots=True)
class Known:
    """What the statements tell of the entities."""

    times: Counter[str]
    periods: Mapping[str, Period]
    between: Between

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Known:
        """Counted from records."""
        times: Counter[str] = Counter()
        days: dict[str, list[str]] = defaultdict(list)
        between: Counter[frozenset[str]] = Counter()
        for statement in statements:
            ends = frozenset({statement.actor_id, statement.target_id})
            between[ends] += 1
            for end in ends:
                times[end] += 1
                days[end] += [statement.date] if statement.date else []
        return cls(times, {key: (min(found), max(found)) for key, found in days.items() if found}, between)

    def rank(self, entity: Entity) -> tuple[int, int, str]:
        """Which of two stays: the last in this order."""
        return self.times[entity.id], len(entity.name), entity.id


def _blocks(entities: Iterable[Entity]) -> Iterator[Sequence[str]]:
    """Groups of ids, of one type each, that share a word, an initial with the surname, or a Wikidata item."""
    groups: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for entity in entities:
        for word in {word for name in _names(entity) for word in _words(name)}:
            groups[entity.type, "word", word].add(entity.id)
        if entity.type == "person" and len(words := _words(entity.name)) > 1:
            groups[entity.type, "initial and surname", f"{words[0][0]} {words[-1]}"].add(entity.id)
        if entity.wikidata:
            groups[entity.type, "wikidata", entity.wikidata].add(entity.id)
    yield from (sorted(group) for group in groups.values() if 1 < len(group) <= COMMON)


def _reasons(one: Entity, other: Entity) -> list[str]:
    """Why they may be one; a shared role is a reason only beside another: hundreds are members of a parliament."""
    reasons = list(_of_name_or_item(one, other))
    shared = sorted({role.casefold() for role in one.roles} & {role.casefold() for role in other.roles})
    return [*reasons, f"both {', '.join(shared)}"] if reasons and shared else reasons


def _of_name_or_item(one: Entity, other: Entity) -> Iterator[str]:
    names, others = ({_words(name) for name in _names(entity)} for entity in (one, other))
    if names & others:
        yield "the same name"
    elif any(_within(a, b) or _within(b, a) for a in names for b in others):
        yield "one name within the other"
    elif one.type == "person" and _surname(one) == _surname(other):
        yield f"the same surname, {one.name.split()[-1]}"
    if one.wikidata and one.wikidata == other.wikidata:
        yield f"the same Wikidata item, {one.wikidata}"


def _against(one: Entity, other: Entity, known: Known) -> Iterator[str]:
    for fact in FACTS:
        values = getattr(one, fact), getattr(other, fact)
        if all(values) and values[0] != values[1]:
            yield f"{fact}: {values[0]}, {values[1]}"
    if one.type == "person" and _given_differ(one, other):
        yield f"given names: {one.name}, {other.name}"
    if years := _years_apart(known.periods.get(one.id), known.periods.get(other.id)):
        yield f"dates: {years} years between them"
    if times := known.between[frozenset({one.id, other.id})]:
        yield f"one speaks of the other ({times} statement{'s' if times > 1 else ''})"


def _names(entity: Entity) -> tuple[str, ...]:
    return entity.name, *entity.other_names


def _words(name: str) -> tuple[str, ...]:
    """Its words in lower case, without titles."""
    return tuple(
        word for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", name.casefold()) if word not in TITLES
    )


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    return 0 < len(short) < len(long) and set(short) <= set(long)


def _surname(entity: Entity) -> str:
    return (_words(entity.name) or ("",))[-1]


def _given_differ(one: Entity, other: Entity) -> bool:
    """Whether their first names exclude each other: 'A.' and 'Ann' do not, nor does a surname alone."""
    first, second = _words(one.name), _words(other.name)
    if min(len(first), len(second)) < 2 or first[-1] != second[-1]:
        return False
    return not (first[0].startswith(second[0]) or second[0].startswith(first[0]))


def _years_apart(one: Period | None, other: Period | None) -> int:
    """Years between the two periods if that is too long for one life in public; else 0."""
    if one is None or other is None:
        return 0
    earlier, later = sorted((one, other))
    years = int(later[0][:4]) - int(earlier[1][:4])
    return years if years > APART else 0
