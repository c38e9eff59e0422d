"""Judgements as rows that a model of stance learns from: who is for or against whom in a sentence that names both."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from records import ACTOR_TYPES, Document, Span, Statement
from review.anchors import ENDS, is_held
from review.marked import Marked, marked
from review.passages import named_at
from review.replay import Corrected

LABELS = {
    0: "neutral",
    1: "first for second",
    2: "second for first",
    3: "first against second",
    4: "second against first",
}
"""Label of a row -> what it says of its two actors, in the order of the text."""

STANCES = {(True, 1): 1, (False, 1): 2, (True, -1): 3, (False, -1): 4}  # (the first holds it, its sign)

TWO_WAYS = "judged in two ways"
NO_ACTOR = "about what is no actor"
ONE = "of a name about itself"
APART = "not said in one sentence with both actors"
UNMARKED = "with actors that cannot be marked"
REPEATED = "said in another row too"

BREAK = re.compile(r"(?<![\w.!?…])(\w*)([.!?…]+)[\"'”’)\]]*\s+|\n\s*\n")
TITLES = frozenset({"dr", "gen", "gov", "hon", "mr", "mrs", "ms", "prof", "rep", "rev", "sen", "st"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRows:
    """The rows, how many have each label, and how many judged statements gave none of their own, by reason."""

    lines: tuple[str, ...]  # sorted, without line ends
    labels: Mapping[int, int]  # all of LABELS
    left_out: Mapping[str, int]

    def to_bytes(self) -> bytes:
        """The file."""
        return "".join(f"{line}\n" for line in self.lines).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person has said of two actors in a sentence."""

    marked: Marked
    first: str  # id of the actor that stands first
    second: str
    stance: tuple[str, int] | None  # who holds it, and its sign; None: the statement is none, or not of today
    rejected: bool


def training_rows(
    judged: Iterable[Statement], corrected: Corrected, disputed: Collection[str] = ()
) -> TrainingRows:
    """One row for every two actors of every sentence in which somebody has judged what one says of the other.

    Args:
        judged: Accepted or rejected, as corrected.
        corrected: With the entries about them.
        disputed: Ids of those that coders have judged differently; they give no row.

    Returns:
        The label is the sign and direction of what was accepted. It is 0 where all that was judged of the two was
        rejected, takes no side, or is not asserted.
    """
    left: Counter[str] = Counter()
    passages: dict[tuple[str, frozenset[str]], list[Judgement]] = defaultdict(list)
    for statement in judged:
        found = TWO_WAYS if statement.id in disputed else _judgement(statement, corrected)
        if isinstance(found, str):
            left[found] += 1
        else:
            passages[found.marked.text, frozenset({found.first, found.second})].append(found)
    rows = []
    for judgements in passages.values():
        label = _label(judgements)
        if label is None:
            left[TWO_WAYS] += len(judgements)
        else:
            left[REPEATED] += len(judgements) - 1
            rows.append((_nearest(judgements).marked.line(label), label))
    return TrainingRows(
        lines=tuple(sorted(line for line, _ in rows)),
        labels={label: sum(label == each for _, each in rows) for label in LABELS},
        left_out={reason: number for reason, number in sorted(left.items()) if number},
    )


def _judgement(statement: Statement, corrected: Corrected) -> Judgement | str:
    """What was said, or why it gives no row."""
    if statement.target_type not in ACTOR_TYPES:
        return NO_ACTOR
    if statement.actor_id == statement.target_id:
        return ONE
    cue = _in_evidence(statement, statement.cue_span)
    for sentence in _sentences(statement.evidence):
        actor, target = (_stretch(statement, end, sentence, corrected) for end in ENDS)
        if actor and target and _overlap(cue, sentence) and not _overlap(actor, target):
            return _marked(statement, sentence, actor, target)
    return APART


def _marked(statement: Statement, sentence: Span, actor: Span, target: Span) -> Judgement | str:
    ends = sorted([(actor, statement.actor_id), (target, statement.target_id)])
    first, second = ((start - sentence[0], stop - sentence[0]) for (start, stop), _ in ends)
    shown = marked(statement.evidence[slice(*sentence)], first, second)
    if shown is None:
        return UNMARKED
    takes_side = statement.polarity != 0 and not is_held(statement)
    return Judgement(
        marked=shown,
        first=ends[0][1],
        second=ends[1][1],
        stance=(statement.actor_id, statement.polarity) if takes_side else None,
        rejected=statement.status == "rejected",
    )


def _stretch(statement: Statement, end: str, sentence: Span, corrected: Corrected) -> Span | None:
    """Where the sentence shows the actor at one end of the statement, in characters of the evidence.

    Whom a reviewer has put in another's place stands where the sentence names them, else where the other one was
    read, unless that is the other one's name.
    """
    start, stop = _in_evidence(statement, getattr(statement, f"{end}_span"))
    span = (start, stop) if sentence[0] <= start < stop <= sentence[1] else None
    entries = corrected.entries.get(statement.id, ())
    moved = [r.change for r in entries if r.action == "retarget" and r.change["end"] == end]
    if not moved:
        return span
    evidence = Document(id=statement.document, text=statement.evidence)
    named = named_at(corrected.entities[getattr(statement, f"{end}_id")], evidence, sentence)
    if named or span is None:
        return named
    former = _words(moved[0]["anchor"][end])
    return None if former & _words(statement.evidence[start:stop]) else span


def _label(judgements: Sequence[Judgement]) -> int | None:
    """The label of those that are nearest to each other; None where people contradict one another."""
    said = {j.stance for j in judgements if j.stance and not j.rejected}
    denied = {j.stance for j in judgements if j.stance and j.rejected}
    if len(said) > 1 or said & denied:
        return None
    first = _nearest(judgements).first
    return next((STANCES[holder == first, sign] for holder, sign in said), 0)


def _nearest(judgements: Iterable[Judgement]) -> Judgement:
    """Of several places of the same two in a sentence that where they stand nearest to each other."""
    return min(judgements, key=lambda j: (len(j.marked.between), j.marked, j.first))


def _sentences(text: str) -> Iterator[Span]:
    """The sentences of the text, with the white space behind them; "Mr." does not end one, nor does a line's end."""
    start = 0
    for match in BREAK.finditer(text):
        if not _goes_on(match):
            yield start, match.end()
            start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _goes_on(match: re.Match[str]) -> bool:
    word, sign = match[1], match[2]
    if word is None:
        return False  # a new paragraph
    short = word.casefold() in TITLES or (len(word) == 1 and word.isalpha())
    return (sign == "." and short) or match.string[match.end() : match.end() + 1].islower()


def _in_evidence(statement: Statement, span: Span) -> Span:
    return span[0] - statement.start, span[1] - statement.start


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
