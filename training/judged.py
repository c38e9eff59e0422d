"""The edges that the model adds to articles with annotated pairs, and whether they are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp import Extractor
from nlp.stance.model import StanceModel
from nlp.stance.opinions import CLASSES_OF, Told
from records import Document, Statement
from training.annotations import VALID, Annotated, articles_of

CHANCES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge that the model adds."""

    family: str
    chance: float
    right: bool  # in one of its sentences at least
    sentences: tuple[bool, ...]  # whether each sentence shown for it tells of it


def judged_edges(data: Path, rows: Iterable[Annotated], model: StanceModel) -> Iterator[Edge]:
    """What the model adds to the articles of the valid part, where a label says that it is right or wrong."""
    texts, extractor = articles_of(data), Extractor(stance=False)
    extractor.stance = model
    by_article: defaultdict[str, list[Annotated]] = defaultdict(list)
    for row in rows:
        if row.part == VALID:
            by_article[row.article].append(row)
    for article, here in by_article.items():
        _, opinions = extractor.told(Document(id=article, text=texts[article]))
        yield from (edge for opinion in opinions if (edge := _edge(opinion, here)) is not None)


def _edge(opinion: Told, rows: Sequence[Annotated]) -> Edge | None:
    """The opinion as readers' labels of its pairs judge it; None if there are none, or they leave it open."""
    found = [
        (label in row.labels, row.sure)
        for statement in opinion.statements
        if statement.makes_edge
        for row in rows
        if (label := _label(statement, row)) is not None
    ]
    right = any(right for right, _ in found)
    if not found or not (right or all(sure for _, sure in found)):
        return None
    return Edge(opinion.family, opinion.chance, right, tuple(right for right, _ in found))


def _label(statement: Statement, row: Annotated) -> int | None:
    """The label that says the same as a statement of the row's pair; None for a statement of others."""
    here = row.sentence[0] <= statement.cue_span[0] < row.sentence[1]
    from_first = statement.target_span == row.second and (
        statement.actor == row.speaker if row.first is None else statement.actor_span == row.first
    )
    from_second = (statement.actor_span, statement.target_span) == (row.second, row.first)
    return CLASSES_OF[statement.family, from_first] if here and (from_first or from_second) else None


def right_of(edges: Sequence[Edge]) -> float:
    """The share of them that is right; 0 of none."""
    return sum(edge.right for edge in edges) / len(edges) if edges else 0.0


def told_of(edges: Sequence[Edge]) -> Iterator[str]:
    """A line for each family and some chances: how many edges are added from it on, and how many of them are right."""
    for family in sorted({edge.family for edge in edges}):
        for chance in CHANCES:
            kept = [edge for edge in edges if edge.family == family and edge.chance >= chance]
            shown = [right for edge in kept for right in edge.sentences]
            sentences = f"of {len(shown)} sentences {sum(shown) / max(len(shown), 1):.2f}"
            yield f"{family} from {chance} on: {len(kept)} edges, {right_of(kept):.2f} right; {sentences}"
