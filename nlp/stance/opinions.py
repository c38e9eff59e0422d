"""What the learned model adds to what the rules found: statements of its own, and its word on theirs.

An opinion that no rule decided becomes statements where the model is sure that the document tells of it: a document has
several sentences in which two actors meet, and all of them speak for or against it. The cue of a statement is the word
without which the model would be least sure (occlusion: Zeiler and Fergus 2014). A rule's statement stays, whatever
the model says of it, but is surer or less sure by its word, so that a person looks first at what it contradicts.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Token

from nlp.draft import Draft
from nlp.resolve import Reference
from nlp.rules import Candidate
from nlp.stance.pairs import TELLING, Met, Pair, head_of, meetings
from nlp.stance.traits import traits
from nlp.stance.weighing import weighed
from nlp.statements import statements_of
from records import Statement

if TYPE_CHECKING:
    from nlp.stance.model import StanceModel

METHOD = "model:stance"
RELATIONS = {"support": "was positive about", "opposition": "was negative about"}
CLASSES_OF = {("support", True): 1, ("support", False): 2, ("opposition", True): 3, ("opposition", False): 4}
"""Family, whether the first of the two holds it -> class of the model."""

OTHER = {"support": "opposition", "opposition": "support"}
MOST = 3  # words tried as the cue
PROMISING = 0.5  # chance of an opinion from which all sentences in which the two meet are read
SHOWN = 0.7  # chance from which a sentence is shown for the opinion that its document tells of
DOUBTED = 0.5  # confidence at most of what the model contradicts: first in the queue


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model thinks of two who meet."""

    met: Met
    family: str
    from_first: bool  # the first of the two holds it
    chance: float

    @property
    def actor(self) -> Reference:
        return self.met.first if self.from_first else self.met.second

    @property
    def target(self) -> Reference:
        return self.met.second if self.from_first else self.met.first


@dataclass(frozen=True, slots=True)
class Told:
    """An opinion of which a document tells, though no rule has read it."""

    family: str
    chance: float  # that it does in one sentence at least
    statements: tuple[Statement, ...]  # one for each sentence that is likely to tell of it by itself


def second_opinion(
    draft: Draft, statements: Sequence[Statement], model: StanceModel
) -> tuple[Statement, ...]:
    """The statements of the rules, as sure as rules and model together are, and those that the model adds."""
    opinions = _thought(draft, statements, model)
    found = [statement for each in _told(draft, opinions, statements, model) for statement in each.statements]
    kept = [_weighed(statement, opinions, model) for statement in statements]
    return tuple(sorted((*kept, *found), key=lambda s: (s.cue_span, s.actor_id, s.target_id)))


def told(draft: Draft, statements: Sequence[Statement], model: StanceModel) -> tuple[Told, ...]:
    """What the model adds to the statements of the rules."""
    return tuple(_told(draft, _thought(draft, statements, model), statements, model))


def _thought(draft: Draft, statements: Sequence[Statement], model: StanceModel) -> list[Opinion]:
    """What the model thinks of those who meet: where it may matter, and then wherever the same two meet again."""
    met = list(meetings(draft))
    mattering = [_matters(draft, each, statements, model) for each in met]
    opinions = _asked(itertools.compress(met, mattering), model)
    drawn = {(s.family, s.actor_id, s.target_id) for s in statements if s.makes_edge}
    promising = {
        frozenset((actor, target))
        for (family, actor, target), held in _undecided(opinions, statements).items()
        if model.speaks(family)
        and (family, actor, target) not in drawn
        and chance_of_any(opinion.chance for opinion in held) >= PROMISING
    }
    again = (each for each, known in zip(met, mattering, strict=True) if not known and each.both in promising)
    return opinions + _asked(again, model)


def _asked(met: Iterable[Met], model: StanceModel) -> list[Opinion]:
    asked = list(met)
    chances = model.probabilities([each.pair for each in asked])
    return [opinion for each in zip(asked, chances, strict=True) for opinion in _opinions(*each)]


def _told(
    draft: Draft, opinions: Iterable[Opinion], statements: Sequence[Statement], model: StanceModel
) -> Iterator[Told]:
    likely: list[tuple[str, float, list[Opinion]]] = []
    for (family, _, _), held in _undecided(opinions, statements).items():
        chance = chance_of_any(opinion.chance for opinion in held)
        if model.speaks(family) and chance >= model.sure[family]:
            likely.append((family, chance, [opinion for opinion in held if opinion.chance >= SHOWN]))
    cues = iter(_cues(draft, [opinion for *_, held in likely for opinion in held], model))
    for family, chance, held in likely:
        with_cues = list(zip(held, itertools.islice(cues, len(held)), strict=True))
        shown = tuple(statement for each in with_cues for statement in _stated(draft, *each))
        if shown:
            yield Told(family, chance, shown)


def chance_of_any(chances: Iterable[float]) -> float:
    """The chance that at least one sentence tells of an opinion, if each did by itself (noisy or: Pearl 1988)."""
    return 1 - math.prod(1 - chance for chance in chances)


def _undecided(
    opinions: Iterable[Opinion], statements: Sequence[Statement]
) -> dict[tuple[str, str, str], list[Opinion]]:
    """The opinions that no rule has settled, by family, actor and target."""
    found = defaultdict(list)
    for opinion in opinions:
        if not any(_settles(statement, opinion) for statement in statements):
            found[opinion.family, opinion.actor.entity_id, opinion.target.entity_id].append(opinion)
    return found


def _matters(draft: Draft, met: Met, statements: Sequence[Statement], model: StanceModel) -> bool:
    """Whether anything could come of what the model thinks of the two: asking takes time."""
    here = [statement for statement in statements if _inside(statement, met)]
    if any(OTHER.get(s.family) and {s.actor_id, s.target_id} == met.both for s in here):
        return True  # to be doubted, perhaps
    possible = _opinions(met, (1.0,) * (len(CLASSES_OF) + 1))
    undecided = any(model.speaks(o.family) and not any(_settles(s, o) for s in here) for o in possible)
    return undecided and model.gate.lets(traits(draft, met))


def _settles(statement: Statement, opinion: Opinion) -> bool:
    """Whether a rule has read what the opinion comes from: of the two, or as another's of the target, or of another.

    The model would give "Vela condemned Orrin's attack on Firth" to Vela and Firth too, and whoever is asked to do
    something it takes for blamed.
    """
    if not _inside(statement, opinion.met):
        return False
    actor, target = opinion.actor.entity_id, opinion.target.entity_id
    if {actor, target} == {statement.actor_id, statement.target_id}:
        return True
    if statement.family == "demand":
        return statement.actor_id == actor and f"-{target}-to-" in statement.target_id
    return statement.family == opinion.family and (
        statement.actor_id == actor or statement.target_id == target
    )


def agreement(
    draft: Draft, statements: Sequence[Statement], model: StanceModel
) -> Iterator[tuple[Statement, float | None]]:
    """Each statement of the rules with the model's chance of the same opinion; None where it has no word on it."""
    opinions = _thought(draft, statements, model)
    for statement in statements:
        yield statement, _chance_of_same(statement, opinions)


def _chance_of_same(statement: Statement, opinions: Iterable[Opinion]) -> float | None:
    same = (o.chance for o in opinions if o.family == statement.family and _is_of_its_ends(statement, o))
    return max(same, default=None) if statement.makes_edge else None


def _weighed(statement: Statement, opinions: Sequence[Opinion], model: StanceModel) -> Statement:
    """A rule's statement, as sure as rules and model together are; doubted where the model is sure of the contrary."""
    confidence, chance = statement.confidence, _chance_of_same(statement, opinions)
    if confidence is not None and chance is not None and statement.family in model.weighing:
        confidence = weighed(model.weighing[statement.family], confidence, chance)
    if any(_contradicts(statement, opinion, model) for opinion in opinions):
        confidence = min(confidence or 1, DOUBTED)
    return replace(statement, confidence=confidence)


def _opinions(met: Met, chances: Sequence[float]) -> Iterator[Opinion]:
    for (family, from_first), number in CLASSES_OF.items():
        opinion = Opinion(met, family, from_first, float(chances[number]))
        if from_first or not met.said:
            yield opinion


def _inside(statement: Statement, met: Met) -> bool:
    """Whether a statement was read off the sentence."""
    return met.sentence.start_char <= statement.cue_span[0] < met.sentence.end_char


def _contradicts(statement: Statement, opinion: Opinion, model: StanceModel) -> bool:
    """Whether the model is sure that the actor is of the other mind."""
    return (
        statement.makes_edge
        and opinion.chance >= model.doubts
        and opinion.family == OTHER.get(statement.family)
        and _is_of_its_ends(statement, opinion)
    )


def _is_of_its_ends(statement: Statement, opinion: Opinion) -> bool:
    """Whether an opinion of the statement's sentence has the same actor and target."""
    ends = opinion.actor.entity_id, opinion.target.entity_id
    return ends == (statement.actor_id, statement.target_id) and _inside(statement, opinion.met)


def _stated(draft: Draft, opinion: Opinion, cue: Token | None) -> Iterator[Statement]:
    """The statement of an opinion; none where it is the target who tells of it, as it is mostly the teller's own."""
    if cue is None:
        return
    relation = draft.lexicon.relations[RELATIONS[opinion.family]]
    candidate = Candidate(relation, (opinion.actor,), (opinion.target,), cue, (cue.i, cue.i + 1), judged=True)
    for statement in statements_of(draft, candidate, METHOD):
        if statement.attributed_to == statement.target_id:
            continue  # '“Orrin is the reason I am here,” Vela said'
        yield replace(statement, confidence=round(opinion.chance, 2))


def _cues(draft: Draft, opinions: Sequence[Opinion], model: StanceModel) -> list[Token | None]:
    """For each opinion the word without which the model would be least sure, of those nearest to the two."""
    tried = [_near(draft, opinion) for opinion in opinions]
    without = [
        _without(opinion.met, word) for opinion, words in zip(opinions, tried, strict=True) for word in words
    ]
    left = iter(model.probabilities(without))
    found: list[Token | None] = []
    for opinion, words in zip(opinions, tried, strict=True):
        number = CLASSES_OF[opinion.family, opinion.from_first]
        chances = [chance[number] for chance in itertools.islice(left, len(words))]
        found.append(words[int(np.argmin(chances))] if words else None)
    return found


def _near(draft: Draft, opinion: Opinion) -> list[Token]:
    """The words that may be the cue: those on the way from the two to the root first."""
    heads = [head_of(draft, reference) for reference in (opinion.target, opinion.actor)]
    near = {token.i for head in heads for token in (head, *head.ancestors)}
    return sorted(
        (t for t in opinion.met.sentence if t.pos_ in TELLING and t.i not in draft.mention_at),
        key=lambda t: (t.i not in near, abs(t.i - heads[0].i)),
    )[:MOST]


def _without(met: Met, token: Token) -> Pair:
    """The pair of the two with one word of their sentence left out."""
    pair, offset = met.pair, len(met.pair.text) - len(met.sentence.text) - met.sentence.start_char
    start, length = token.idx + offset, len(token)
    end = start + length
    first, second = ((a - length, b - length) if a >= end else (a, b) for a, b in (pair.first, pair.second))
    return Pair(pair.text[:start] + pair.text[end:], first, second)
