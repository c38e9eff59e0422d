"""What to look at next: statements by what a judgement of them would settle, and those that can be judged at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from records import Statement
from review.anchors import cue_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A statement that nobody has judged yet, and what hangs on it."""

    statement: Statement
    uncertainty: (
        float  # 1 where the machine is undecided or says nothing of its confidence, 0 where it is sure
    )
    beside: int  # other statements of the same edge; 0: the edge rests on this one alone
    degree: int  # other edges of its two ends
    priority: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Statements read by the same rule off the same words, as the same relation."""

    method: str
    relation: str
    cue: str  # in lower case
    statements: tuple[Statement, ...]


def queue(statements: Iterable[Statement]) -> list[Waiting]:
    """The statements not judged yet, the most urgent first.

    The priority is uncertainty * log2(2 + degree) / (1 + beside): a doubtful statement counts the more, the more is
    connected to it, and the less, the more other statements show the same edge. What makes no edge comes last.
    """
    everything = list(statements)
    drawn = [statement for statement in everything if statement.makes_edge]
    shown = Counter(_edge(statement) for statement in drawn)
    degrees = Counter(end for actor, _, target in shown for end in {actor, target})
    waiting = [_waiting(s, shown, degrees) for s in everything if s.status == "proposed"]
    return sorted(waiting, key=lambda w: (not w.statement.makes_edge, -w.priority, w.statement.id))


def batches(statements: Iterable[Statement], least: int = 2) -> list[Batch]:
    """Statements not judged yet that share a pattern, the largest batch first.

    Args:
        least: How many make a batch.
    """
    alike: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.status == "proposed":
            cue = " ".join(cue_of(statement).casefold().split())
            alike[statement.method, statement.relation, cue].append(statement)
    found = [
        Batch(method=method, relation=relation, cue=cue, statements=tuple(members))
        for (method, relation, cue), members in alike.items()
        if len(members) >= least
    ]
    return sorted(found, key=lambda batch: (-len(batch.statements), batch.method, batch.relation, batch.cue))


def uncertainty(confidence: float | None) -> float:
    """How urgent a look is: 1 where no confidence is known or it is one half or less, 0 at full confidence."""
    return 1.0 if confidence is None else min(1.0, 2 * (1 - confidence))


def _edge(statement: Statement) -> tuple[str, str, str]:
    return statement.actor_id, statement.relation, statement.target_id


def _waiting(statement: Statement, shown: Counter[tuple[str, str, str]], degrees: Counter[str]) -> Waiting:
    edge = _edge(statement)
    own = 1 if statement.makes_edge else 0
    beside = shown[edge] - own
    degree = sum(degrees[end] for end in {statement.actor_id, statement.target_id})
    degree = max(degree - 2 * own, 0)  # the edge itself counts at both of its ends
    doubt = uncertainty(statement.confidence)
    return Waiting(
        statement=statement,
        uncertainty=doubt,
        beside=beside,
        degree=degree,
        priority=doubt * log2(2 + degree) / (1 + beside),
    )
