"""What the question bar offers while one types: names, words that may follow, and whole questions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

import numpy as np

from graph import Filter
from graph.columns import Columns
from graph.dated import dated
from graph.drawn import drawn_rows
from graph.totals import counted_ends
from graph.words import End
from nlp.questions import QuestionWords
from records import ACTOR_TYPES, Entity
from workspace.question_names import THINGS, counted_once, names_shared

MOST = 2_000  # names
OTHERS = 6  # other names of one
MONTHS = 12  # the newest ones
LEADS = frozenset({"actor", "target", "from", "versus", "between"})
KINDS = {"organization": "organisation"}
"""Type of entity -> the word for it on the page, where it is another."""

Counts = Mapping[str, int]
Named = tuple[str, str, int, Sequence[str]]  # name, type, statements, other names
Word = tuple[str, str, str, int]  # words, what comes next, where they stand, statements or 0


@dataclass(frozen=True, slots=True)
class Offers:
    """As the component reads it; see its `suggest.js`. What is offered is understood as it stands."""

    names: Sequence[Named]  # the most statements first
    words: Sequence[Word]
    times: Sequence[str]  # what may follow "in"
    leads: Sequence[str]  # words of grammar behind which a name stands
    starts: Sequence[str]  # questions for an empty bar
    ready: Mapping[str, Sequence[str]]  # type -> questions with {} for the name
    small: Sequence[str]  # words that say nothing


def collect_offers(
    columns: Columns, entities: Mapping[str, Entity], counts: Mapping[str, Counts], words: QuestionWords
) -> Offers:
    """What is offered on a database.

    Args:
        entities: Id -> entity, whose other names are found too.
        counts: Of "actors", "targets", "outlets" and "relations": word -> how often it occurs, the most first.
    """
    names = sorted(_names(columns, entities, counts["outlets"]), key=lambda name: (-name[2], name[0]))[:MOST]
    table, months = words.offers, _months(columns, words.period["months"])
    things, actors = sorted(THINGS), sorted(KINDS.get(type, type) for type in ACTOR_TYPES)
    return Offers(
        names=names,
        words=tuple(_words(words, counts["relations"])),
        times=tuple(months)[:MONTHS],
        leads=[" ".join(phrase) for phrase, role in words.roles.items() if role in LEADS],
        starts=tuple(_starts(table["starts"], names, months, counts)),
        ready={
            **dict.fromkeys(actors, table["actor"]),
            **dict.fromkeys(things, table["thing"]),
            "outlet": table["outlet"],
        },
        small=table["small"],
    )


def _names(columns: Columns, entities: Mapping[str, Entity], outlets: Counts) -> Iterator[Named]:
    """A party counts whoever belongs to it, as it does in a filter; those without an entity are offered too."""
    found = counted_once(counted_ends(columns, mask=columns.drawn))
    shared, parties = names_shared(found), _statements(columns, _party)
    times = _statements(columns, lambda end: end.id)
    for end, _ in found:
        kept = end.id if end.name in shared else end.name
        others = entities[end.id].other_names[:OTHERS] if end.id in entities else ()
        number = parties.pop(kept, 0) if end.type == "party" else 0
        yield kept, KINDS.get(end.type, end.type), number or times[end.id], others
    yield from ((party, "party", number, ()) for party, number in parties.items() if party)
    yield from ((outlet, "outlet", number, ()) for outlet, number in outlets.items())


def _party(end: End) -> str:
    return end.name if end.type == "party" else end.party


def _statements(columns: Columns, word: Callable[[End], str]) -> Counter[str]:
    """A word of the ends -> statements that have it at one of their ends, or at both."""
    places: dict[str, int] = {}
    of_ends = np.array([places.setdefault(word(end), len(places)) for end in columns.words["end"]], np.int64)
    actors, targets = (of_ends[columns.codes[side][columns.drawn]] for side in ("actor", "target"))
    numbers = np.bincount(actors, minlength=len(places))
    numbers = numbers + np.bincount(targets[targets != actors], minlength=len(places))
    return Counter(dict(zip(places, numbers.tolist(), strict=True)))


def _words(words: QuestionWords, relations: Counts) -> Iterator[Word]:
    """What leads to another name goes first, then the relations that occur, then the rest."""
    begin, join = (
        [
            (phrase, following, place, 0)
            for following, phrases in words.offers[place].items()
            for phrase in phrases
        ]
        for place in ("begin", "join")
    )
    yield from (word for word in join if word[1] == "name")
    for relation, times in relations.items():
        if sense := words.phrases.get(tuple(relation.split())):
            yield relation, "thing" if sense.demanding else "name", "both", times
    yield from (word for word in join if word[1] != "name")
    yield from begin


def _months(columns: Columns, names: Sequence[str]) -> Counts:
    """The months of which there are statements, as they are called -> how many; the newest first."""
    found: Counter[str] = Counter()
    for (day, _), times in sorted(dated(columns, drawn_rows(columns, Filter())).items(), reverse=True):
        found[f"{names[int(day[5:7]) - 1].capitalize()} {day[:4]}"] += times
    return found


def _starts(
    templates: Sequence[str], names: Sequence[Named], months: Counts, counts: Mapping[str, Counts]
) -> Iterator[str]:
    """The templates with the most frequent names: who says most, who is most spoken of, …"""
    by_type: dict[str, list[str]] = defaultdict(list)
    for name, type, _, _ in names:
        by_type["thing" if type in THINGS else type].append(name)
    people = set(by_type["person"])
    actors, targets = ([name for name in counts[side] if name in people] for side in ("actors", "targets"))
    chosen = {
        "month": max(months, key=lambda month: months[month], default=""),
        "actor": actors[0] if actors else "",
        "target": next((name for name in targets if name not in actors[:1]), ""),
        "party": _nth(by_type["party"], 0),
        "rival": _nth(by_type["party"], 1),
        "thing": _nth(by_type["thing"], 0),
        "outlet": _nth(by_type["outlet"], 0),
    }
    for template in templates:
        wanted = [name for _, name, _, _ in Formatter().parse(template) if name]
        if all(chosen[name] for name in wanted):
            yield template.format_map(chosen)


def _nth(names: Sequence[str], place: int) -> str:
    return names[place] if place < len(names) else ""
