"""The store and the graph at scale: `python -m benchmarks.scale [--statements N] [--database URL]`.

3,000 made-up people of eight parties say things of each other in N statements, ten a document, over four years; a few
are quoted much, and four of five statements stay in one of 100 circles, as topics do. Printed are the times of what
the app asks for, each the median of five, and the memory that this process took at its peak.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from graph import Filter, build_graph
from records import Document, Entity, Reading, Statement, slug
from store import Store

IN_DOCUMENT = 10  # statements
BATCH = 500  # documents in one transaction
REPEAT = 5
FIRST_DAY, DAYS = date(2031, 1, 1), 4 * 365
PARTY, QUARTER = "Lanterns", ("2032-04-01", "2032-06-30")
PARTIES = (PARTY, "Anchors", "Harbour", "Millers", "Green Ridge", "Vale", "Old Guard", "Bell")
PEOPLE, OUTLETS = 3000, 40
CIRCLES, LOYALTY = 100, 0.8
RELATIONS = {"criticised": -1, "accused": -1, "praised": 1, "defended": 1}
FAMILY = {-1: "opposition", 1: "support"}
PARTS = ("har", "mil", "ves", "tor", "lin", "bo", "da", "ki", "ru", "sen")
WORDS = [first + second + third for first in PARTS for second in PARTS for third in PARTS]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill a database and print how long it answers."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--statements", type=int, default=10_000, help="how many (default 10000)")
    parser.add_argument("--database", metavar="URL", help="an empty one (default: a file that is removed)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        with Store(options.database or f"sqlite:///{folder}/scale.db") as store:
            start, seconds = time.process_time(), fill(store, options.statements)
            busy = time.process_time() - start
            print(f"insert {options.statements} statements {options.statements / seconds:.0f}/s", flush=True)
            print(f"processor {busy:.0f} s, with making them up")
            for name, ask in questions(store):
                print(f"{name}: {median(ask) * 1000:.0f} ms, {len(ask())} edges", flush=True)
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        if not options.database:
            print(f"database {sum(f.stat().st_size for f in Path(folder).iterdir()) / 1e6:.0f} MB")
        if options.statements <= 100_000:
            with Store(options.database or f"sqlite:///{folder}/scale.db") as store:
                print(in_memory(store))
    return 0


def fill(store: Store, number: int) -> float:
    """Add so many statements; returns the seconds that the store took, without those of making them up."""
    seconds = 0.0
    batch: list[Reading] = []
    for reading in readings(number):
        batch.append(reading)
        if len(batch) == BATCH:
            seconds += timed(lambda: store.add_all(batch, {"extractor": "made up"}))
            batch.clear()
    return seconds + timed(lambda: store.add_all(batch, {"extractor": "made up"}))


def questions(store: Store) -> Iterator[tuple[str, Callable[[], Sequence[object]]]]:
    """What is asked, in words -> how."""
    since, until = QUARTER
    yield "edges of one party in one quarter", lambda: store.edges([PARTY], since, until)
    for rank in (PEOPLE // 2, 10):
        id = people()[rank].id
        yield f"ego graph of the {rank}. of {PEOPLE} actors", lambda id=id: store.around(id)  # type: ignore[misc]


def in_memory(store: Store) -> str:
    """The same from records, as the pages do it."""
    statements = store.statements()
    quarter = Filter(parties=frozenset({PARTY}), since=QUARTER[0], until=QUARTER[1])
    whole = median(lambda: build_graph(statements, quarter)) * 1000
    return f"in memory, {len(statements)} statements: edges of one party in one quarter {whole:.0f} ms"


def people() -> list[Entity]:
    """All actors, the most quoted first."""
    names = random.Random(1).sample([f"{a} {b}".title() for a in WORDS[:60] for b in WORDS[-60:]], PEOPLE)
    parties = random.Random(2).choices(PARTIES, k=PEOPLE)
    return [
        Entity(id=slug(name), name=name, type="person", party=party)
        for name, party in zip(names, parties, strict=True)
    ]


def readings(number: int) -> Iterator[Reading]:
    """Documents of ten statements each, the same every time."""
    chance = random.Random(3)
    actors = people()
    weights = [1 / (rank + 20) for rank in range(PEOPLE)]  # a few are quoted much, most seldom
    for place in range(number // IN_DOCUMENT):
        said = [_said(chance, actors, weights) for _ in range(IN_DOCUMENT)]
        sentences = [
            f"{a.name} {relation} {b.name} over the {' '.join(chance.choices(WORDS, k=9))}."
            for a, relation, b in said
        ]
        document = Document(
            id=f"d{place:06}",
            text=" ".join(sentences),
            date=(FIRST_DAY + timedelta(chance.randrange(DAYS))).isoformat(),
            outlet=f"Outlet {chance.randrange(OUTLETS)}",
        )
        found = tuple(_statements(document, sentences, said))
        entities = {entity.id: entity for a, _, b in said for entity in (a, b)}
        yield Reading(document=document, statements=found, entities=tuple(entities.values()))


def _said(chance: random.Random, actors: list[Entity], weights: list[float]) -> tuple[Entity, str, Entity]:
    """Who says what of whom: four times in five of somebody of the same circle, of which there are a hundred."""
    first = chance.choices(range(PEOPLE), weights)[0]
    inside = slice(first % CIRCLES, None, CIRCLES) if chance.random() < LOYALTY else slice(None)
    second = chance.choices(actors[inside], weights[inside])[0]
    return actors[first], chance.choice(list(RELATIONS)), second


def _statements(
    document: Document, sentences: list[str], said: list[tuple[Entity, str, Entity]]
) -> Iterator[Statement]:
    start = 0
    for number, (sentence, (actor, relation, target)) in enumerate(zip(sentences, said, strict=True)):
        end, cue = start + len(sentence), start + len(actor.name) + 1
        yield Statement(
            id=f"{document.id}-{number}",
            document=document.id,
            actor=actor.name,
            actor_id=actor.id,
            actor_type=actor.type,
            actor_party=actor.party,
            relation=relation,
            family=FAMILY[RELATIONS[relation]],
            polarity=RELATIONS[relation],
            target=target.name,
            target_id=target.id,
            target_type=target.type,
            target_party=target.party,
            evidence=sentence,
            start=start,
            end=end,
            actor_span=(start, cue - 1),
            cue_span=(cue, cue + len(relation)),
            target_span=(cue + len(relation) + 1, cue + len(relation) + 1 + len(target.name)),
            date=document.date,
            outlet=document.outlet,
        )
        start = end + 1


def median(run: Callable[[], object]) -> float:
    """Seconds of the median of five runs, after one that warms up."""
    run()
    return statistics.median(timed(run) for _ in range(REPEAT))


def timed(run: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
