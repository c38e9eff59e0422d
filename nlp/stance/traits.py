"""How two who meet stand to each other in the sentence, and its words: cheap to see, and enough for the gate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.resolve import Reference
from nlp.stance.pairs import Met, head_of

GAPS = (1, 3, 6, 10, 16)  # tokens between the two
STEPS = (0, 1, 2, 3, 4, 6)  # of the parse
CROWDS = (2, 3, 4)  # actors of a sentence
ALWAYS = "always"


def traits(draft: Draft, met: Met) -> frozenset[str]:
    """The traits of a pair: the words of the sentence, and each of the two as the holder of an opinion of the other."""
    ways = [(met.first, met.second)] if met.said else [(met.first, met.second), (met.second, met.first)]
    standing = (trait for holder, target in ways for trait in _of(draft, met, holder, target))
    return frozenset((ALWAYS, *(f"says {word}" for word in met.words), *standing))


def _of(draft: Draft, met: Met, holder: Reference, target: Reference) -> Iterator[str]:
    head, other = head_of(draft, holder), head_of(draft, target)
    by = _speaker(draft, holder, target)
    yield f"target stands as {other.dep_}"
    yield f"target is quoted by {by}"
    yield f"{bisect_left(CROWDS, len({r.entity_id for r in met.here}))} actors"
    if other.pos_ == "PRON":
        yield "target is a pronoun"
    if met.said:
        yield "holder is named elsewhere"
        return
    if head.pos_ == "PRON":
        yield "holder is a pronoun"
    yield f"holder stands as {head.dep_}"
    yield from _of_order(met, holder, target)
    yield from _of_quotes(draft, holder, target, by)
    yield from _of_parse(head, other)


def _of_order(met: Met, holder: Reference, target: Reference) -> Iterator[str]:
    first, second = sorted((holder, target), key=lambda r: r.start)
    between = {r.entity_id for r in met.here if first.end <= r.start < second.start}
    yield f"holder comes {'first' if holder == first else 'second'}"
    yield f"gap {bisect_left(GAPS, second.start - first.end)}"
    yield f"{min(2, len(between - met.both))} between"


def _of_quotes(draft: Draft, holder: Reference, target: Reference, by: str) -> Iterator[str]:
    quote, other = draft.quote_at.get(holder.start), draft.quote_at.get(target.start)
    if quote is not None:
        whose = (
            "the same" if quote is other else "oneself" if quote.speaker == holder.entity_id else "another"
        )
        yield f"holder is quoted by {whose}"
    elif other is not None:
        yield f"only the target is quoted, by {by}"


def _of_parse(holder: Token, target: Token) -> Iterator[str]:
    up = [holder, *holder.ancestors]
    place = {token.i: number for number, token in enumerate(up)}
    down = [target, *target.ancestors]
    steps = next((number for number, token in enumerate(down) if token.i in place), None)
    if steps is None:
        return
    top = down[steps]
    up, down = up[: place[top.i]], down[:steps]
    yield f"they meet in {top.pos_}"
    yield f"{bisect_left(STEPS, len(up))} steps up to the holder"
    yield f"{bisect_left(STEPS, len(down))} steps up to the target"
    yield f"arms {_last(up)}, {_last(down)}"
    yield from (f"holder under {token.dep_}" for token in up)
    yield from (f"target under {token.dep_}" for token in down)


def _speaker(draft: Draft, holder: Reference, target: Reference) -> str:
    quote = draft.quote_at.get(target.start)
    if quote is None:
        return "nobody"
    known = {holder.entity_id: "holder", target.entity_id: "oneself", None: "somebody unknown"}
    return known.get(quote.speaker, "another")


def _last(arm: Sequence[Token]) -> str:
    return arm[-1].dep_ if arm else "itself"
