"""From statements and journal to codings: who says what of which passage.

A passage is a stretch of a document that somebody has judged. Whether anything was *found* there is asked of each
passage; *relation*, *family*, *actor*, *target* and *modality* of each statement that coders found in it, the most
alike being matched to each other. What a coder has not found has no relation: it is missing there, and counts under
"found".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from records import Entity, Review, Statement
from review.agreement import Coding
from review.anchors import Hashes
from review.force import effective
from review.replay import replay

MACHINE = "machine"
VARIABLES = ("relation", "family", "actor", "target", "modality")
JUDGING = frozenset({"accept", "reject", "flip", "relate", "retarget", "hold", "add"})


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Characters [start, end) of a document."""

    document: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.document}:{self.start}-{self.end}"

    def holds(self, statement: Statement) -> bool:
        """Whether the statement's evidence shares a character with it."""
        return (
            statement.document == self.document and statement.start < self.end and self.start < statement.end
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one coder makes of the passages that this coder has read."""

    passages: frozenset[Passage]
    statements: tuple[Statement, ...]


def views(
    statements: Sequence[Statement],
    entities: Mapping[str, Entity],
    reviews: Iterable[Review],
    hashes: Hashes | None = None,
) -> dict[str, View]:
    """Coder -> what the extraction is after the entries of this coder alone; and what the machine found.

    Mergers, splits and renamings are common to all: they are about entities, not about passages. A coder has read
    a passage if an entry of theirs judges a statement in it, or a statement in it was imported as theirs; what they
    neither accept nor correct nor add there counts as not found.
    """
    found = list(effective(reviews))
    common = [review for review in found if review.action not in JUDGING]
    judging: dict[str, list[Review]] = {coder_of(s): [] for s in statements if coder_of(s) != MACHINE}
    for review in found:
        if review.action in JUDGING:
            judging.setdefault(review.coder, []).append(review)
    seen = {}
    for coder, own in judging.items():
        state = replay(statements, entities, [*common, *own], hashes)
        judged = {
            subject
            for subject, entries in state.entries.items()
            if any(review.action in JUDGING for review in entries)
        }
        theirs = [s for s in state.statements if s.id in judged or coder_of(s) == coder]
        kept = tuple(s for s in theirs if s.status == "accepted")
        seen[coder] = View(passages=_passages(theirs), statements=kept)
    read = frozenset[Passage]().union(*(view.passages for view in seen.values()))
    proposed = replay(statements, entities, common, hashes).statements
    seen[MACHINE] = View(passages=read, statements=tuple(s for s in proposed if coder_of(s) == MACHINE))
    return seen


def coder_of(statement: Statement) -> str:
    """Who found it: the coder of what was added or imported by hand, else the machine.

    >>> from types import SimpleNamespace
    >>> [coder_of(SimpleNamespace(method=method)) for method in ("review:Ines", "import:dna:Otto", "rule:verb")]
    ['Ines', 'Otto', 'machine']
    """
    kind, _, rest = statement.method.partition(":")
    return {"review": rest, "import": rest.partition(":")[2]}.get(kind) or MACHINE


def codings(seen: Mapping[str, View]) -> list[Coding]:
    """The raw table of some coders' views over the passages that at least two of them have read."""
    rows: list[Coding] = []
    for passage in _joined(sorted(passage for view in seen.values() for passage in view.passages)):
        readers = {
            coder: [s for s in view.statements if passage.holds(s)]
            for coder, view in sorted(seen.items())
            if any(_overlap(passage, other) for other in view.passages)
        }
        if len(readers) > 1:
            rows += _codings(passage, readers)
    return rows


def _codings(passage: Passage, found: Mapping[str, Sequence[Statement]]) -> Iterator[Coding]:
    for coder, statements in found.items():
        yield Coding(unit=str(passage), coder=coder, variable="found", value="yes" if statements else "no")
    for number, unit in enumerate(_aligned(found), start=1):
        for variable in VARIABLES:
            for coder in found:
                value = getattr(unit[coder], variable) if coder in unit else None
                yield Coding(unit=f"{passage}#{number}", coder=coder, variable=variable, value=value)


def _aligned(found: Mapping[str, Sequence[Statement]]) -> list[dict[str, Statement]]:
    """Statements that are one and the same finding, the most alike matched first."""
    units: list[dict[str, Statement]] = []
    for coder, statements in found.items():
        open_units = list(units)
        left = list(statements)
        while left and open_units:
            unit, statement = max(
                ((unit, statement) for unit in open_units for statement in left),
                key=lambda pair: max(_likeness(pair[1], other) for other in pair[0].values()),
            )
            unit[coder] = statement
            open_units.remove(unit)
            left.remove(statement)
        units += [{coder: statement} for statement in left]
    return units


def _likeness(one: Statement, other: Statement) -> int:
    """How much speaks for two statements being one finding: same cue, ends, relation."""
    cues = one.cue_span[0] < other.cue_span[1] and other.cue_span[0] < one.cue_span[1]
    equal = (getattr(one, name) == getattr(other, name) for name in ("actor_id", "target_id", "relation"))
    return 2 * int(cues) + sum(map(int, equal))


def _passages(statements: Iterable[Statement]) -> frozenset[Passage]:
    return frozenset(Passage(s.document, s.start, s.end) for s in statements)


def _joined(passages: Iterable[Passage]) -> list[Passage]:
    """Sorted passages, those that overlap joined into one."""
    joined: list[Passage] = []
    for passage in passages:
        if joined and _overlap(joined[-1], passage):
            joined[-1] = Passage(passage.document, joined[-1].start, max(joined[-1].end, passage.end))
        else:
            joined.append(passage)
    return joined


def _overlap(one: Passage, other: Passage) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end
