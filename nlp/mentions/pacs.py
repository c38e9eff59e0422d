"""Bodies known by how their names end: "Keep the Lamp PAC", and in short "Keep the Lamp".

Recognisers miss such names, which are often whole sentences. A name has at least two words before the ending; behind a
person's or a party's name alone the ending is a common noun ("the Vela PAC", "a GOP super PAC").
"""

from __future__ import annotations

from nlp.draft import Draft
from nlp.mentions.bodies_again import INSIDE, OPENING, note_everywhere
from records import Entity, slug

LONGEST = 7  # words before the ending
NO_BEGINNING = OPENING | {"super", "no", "this", "that", "his", "her", "their", "said", "-"}


def committees(draft: Draft) -> None:
    """Note each such name, and wherever the text says it again, with its ending or without."""
    endings = draft.lexicon.groups["endings"]
    found: dict[str, str] = {}
    for token in draft.tokens:
        if token.text not in endings or token.i == 0:
            continue
        start = _start(draft, token.i)
        if start is None:
            continue
        name = draft.span_text(start, token.i + 1)
        known = draft.knowledge.names.get(name, ())
        body = known[0] if len(known) == 1 else slug(name)
        found[name] = draft.know(body).id if known else _introduced(draft, name)
        for index in range(start, token.i + 1):
            draft.mention_at.pop(index, None)
        draft.add(start, token.i + 1, found[name], "name")
    for name, body in found.items():
        note_everywhere(draft, name.split(), body)
        short = name.split()[:-1]
        if short[-1][:1].isupper() and name.endswith("PAC") and _tells(short):
            note_everywhere(draft, short, body)


def _introduced(draft: Draft, name: str) -> str:
    return draft.introduce(Entity(id=slug(name), name=name, type="organization")).id


def _tells(words: list[str]) -> bool:
    """Whether a name without its ending still is one: not 'America', 'Great America'."""
    return len(words) > 1 and words[-1] != "America"


def _start(draft: Draft, end: int) -> int | None:
    """Where the capitalised name that ends at a token begins; None where what stands before makes no name."""
    start = end
    while start > 0 and end - start < LONGEST and not draft.tokens[start].is_sent_start:
        before = draft.tokens[start - 1]
        if not (before.text[:1].isupper() or before.lower_ in INSIDE) or before.text.isdigit():
            break
        start -= 1
    while start < end and draft.words[start] in NO_BEGINNING:
        start += 1
    words = draft.tokens[start:end]
    if len(words) < 2 or any(t.text == "-" for t in words):
        return None
    first = draft.mention_at.get(start)
    named = first is not None and first.end >= end  # by the one before it alone: 'the *Ada Vela* PAC'
    return None if named or end in draft.mention_at else start
