"""The store and the app at scale: `python -m benchmarks.scale [--statements N] [--database URL]`.

3,000 made-up people of eight parties say things of each other in N statements, ten a document, over four years; a few
are quoted much, and four of five statements stay in one of 100 circles, as topics do. One process puts them into a
database; another opens it as the app does, with all statements as columns, and is asked for graphs, each six times, of
which the first warms up and the median of the others counts. Printed is one table: time passed, and of the processor.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

from graph import Filter
from records import Document, Entity, Reading, Statement, slug
from store import Store
from workspace import Workspace

IN_DOCUMENT = 10  # statements
BATCH = 500  # documents in one transaction
REPEAT = 5
FIRST_DAY, DAYS = date(2031, 1, 1), 4 * 365
PARTY, QUARTER = "Lanterns", ("2032-04-01", "2032-06-30")
PARTIES = (PARTY, "Anchors", "Harbour", "Millers", "Green Ridge", "Vale", "Old Guard", "Bell")
PEOPLE, OUTLETS = 3000, 40
RANKS = (1500, 10)  # places in `people`, from 0, of those whose ego graphs are asked for
CIRCLES, LOYALTY = 100, 0.8
RELATIONS = {"criticised": -1, "accused": -1, "praised": 1, "defended": 1}
FAMILY = {-1: "opposition", 1: "support"}
PARTS = ("har", "mil", "ves", "tor", "lin", "bo", "da", "ki", "ru", "sen")
WORDS = [first + second + third for first in PARTS for second in PARTS for third in PARTS]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one piece of work."""

    wall: float
    busy: float  # of the processor

    def __add__(self, other: Took) -> Took:
        return Took(self.wall + other.wall, self.busy + other.busy)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill a database, ask for graphs of it, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--statements", type=int, default=10_000, help="how many (default 10000)")
    parser.add_argument("--database", metavar="URL", help="an empty one (default: a file that is removed)")
    options = parser.parse_args(arguments)
    number: int = options.statements
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or f"sqlite:///{folder}/scale.db"
        took = alone(fill, url, number)
        print(f"| {number:,} statements | passed | processor |\n|---|---|---|")
        print(
            f"| insert, statements a second | {number / took.wall:,.0f} | {number / took.busy:,.0f} |",
            flush=True,
        )
        for line in alone(answers, url):
            print(line)
    return 0


def alone(work: Callable[..., T], *arguments: object) -> T:
    """Do it in a fresh process, so that its memory at the peak is its own."""
    # Not multiprocessing.Pool, which waits for ever where a process dies or ends at the wrong moment.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def fill(url: str, number: int) -> Took:
    """Add so many statements; returns what the store took, without making them up."""
    took = Took(0.0, 0.0)
    made = readings(number)
    with Store(url) as store:
        while batch := list(islice(made, BATCH)):
            took += timed(lambda batch=batch: store.add_all(batch, {"extractor": "made up"}))  # type: ignore[misc]
    return took


def answers(url: str) -> list[str]:
    """What the app takes to open the database and for each graph, as lines of the table."""
    since, until = QUARTER
    questions = {"one party in one quarter": Filter(parties={PARTY}, since=since, until=until)}
    for rank in RANKS:
        questions[f"ego graph of rank {rank} of {PEOPLE}"] = Filter(centre=people()[rank].id)
    with Workspace(url) as workspace:
        lines = [_line("opening", timed(lambda: workspace.content().columns))]
        for name, filter in questions.items():
            took = median(lambda filter=filter: workspace.graph(filter))  # type: ignore[misc]
            lines.append(_line(f"{name}, {workspace.graph(filter).size()} edges", took))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*lines, f"| peak memory of the process that answers, MB | {peak:,.0f} | |"]


def _line(name: str, took: Took) -> str:
    return f"| {name}, ms | {took.wall * 1000:,.0f} | {took.busy * 1000:,.0f} |"


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


def median(run: Callable[[], object]) -> Took:
    """What the median of five runs takes, after one that warms up."""
    run()
    runs = [timed(run) for _ in range(REPEAT)]
    return Took(*(statistics.median(getattr(took, name) for took in runs) for name in ("wall", "busy")))


def timed(run: Callable[[], object]) -> Took:
    """What one run takes."""
    wall, busy = time.perf_counter(), time.process_time()
    run()
    return Took(time.perf_counter() - wall, time.process_time() - busy)


if __name__ == "__main__":
    sys.exit(main())
