"""The edges that the model adds to articles with annotated pairs, and whether they are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp import Extractor
from nlp.stance.model import StanceModel
from nlp.stance.opinions import CLASSES_OF, METHOD
from records import Document, Statement
from training.annotations import VALID, Annotated, texts_of

CHANCES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge that the model adds."""

    family: str
    chance: float
    right: bool
    stands_for: float  # pairs of the articles


def judged_edges(articles: Path, rows: Iterable[Annotated], model: StanceModel) -> Iterator[Edge]:
    """What the model adds to the articles of the valid part, where a label says that it is right or wrong."""
    texts, extractor = texts_of(articles), Extractor(stance=False)
    extractor.stance = model
    by_article: defaultdict[str, list[Annotated]] = defaultdict(list)
    for row in rows:
        if row.part == VALID:
            by_article[row.article].append(row)
    for article, here in by_article.items():
        for statement in extractor.read(Document(id=article, text=texts[article])).statements:
            if statement.method == METHOD and statement.makes_edge:
                yield from (edge for row in here if (edge := _edge(statement, row)) is not None)


def _edge(statement: Statement, row: Annotated) -> Edge | None:
    """The statement as a reader's label of the pair judges it; None if it is of another pair, or left open."""
    here = row.sentence[0] <= statement.cue_span[0] < row.sentence[1]
    from_first = statement.target_span == row.second and (
        statement.actor == row.speaker if row.first is None else statement.actor_span == row.first
    )
    from_second = (statement.actor_span, statement.target_span) == (row.second, row.first)
    if not here or not (from_first or from_second):
        return None
    right = CLASSES_OF[statement.family, from_first] in row.labels
    if not right and not row.sure:
        return None
    return Edge(statement.family, statement.confidence or 0.0, right, row.stands_for)


def right_of(edges: Sequence[Edge]) -> float:
    """The share of them that is right, each counted for the pairs that it stands for; 0 of none."""
    whole = sum(edge.stands_for for edge in edges)
    return sum(edge.stands_for for edge in edges if edge.right) / whole if whole else 0.0


def told_of(edges: Sequence[Edge]) -> Iterator[str]:
    """A line for each family and some chances: how many edges are added from it on, and how many of them are right."""
    for family in sorted({edge.family for edge in edges}):
        for chance in CHANCES:
            kept = [edge for edge in edges if edge.family == family and edge.chance >= chance]
            yield f"{family} from {chance} on: {len(kept)} edges, {right_of(kept):.2f} right"
