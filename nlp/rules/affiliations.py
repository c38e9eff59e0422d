"""Who belongs to or leads which party, as the text itself says."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.resolve import Reference
from nlp.rules.candidate import Candidate
from nlp.syntax import prepositional

LEADING = load_words()["people"]["leaders"]
PAST = load_words()["people"]["no_leaders"]


def affiliation(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Lantern Party *leader* Ada Vela', 'the Lantern *senator*, Tom Orrin'."""
    mention = draft.mention_at.get(token.i)
    if mention is None or draft.entities[mention.entity_id].type != "person":
        return
    party = draft.party_of_head.get(token.i) or _party_behind(draft, token)
    if party is None:
        return
    words = {t.lower_ for t in draft.doc[max(0, token.i - 4) : token.i] if t.sent == token.sent}
    somewhere = prepositional(token, "on") or [
        n for p in prepositional(token, "of") for n in prepositional(p, "on")
    ]
    leads = token.lower_ in LEADING and not words & PAST and not somewhere  # not 'on Brackmouth Council'
    relation = draft.lexicon.relations["leads" if leads else "member of"]
    party_at = next(
        (i for i in range(token.i - 1, max(-1, token.i - 7), -1) if _names(draft, i, party)), token.i
    )
    person = next(
        (
            m
            for m in draft.found
            if m.entity_id == mention.entity_id and m.kind != "role" and m.start >= token.i
        ),
        mention,
    )
    yield Candidate(
        relation,
        (Reference(mention.entity_id, person.start, person.end, head=token.i),),
        (Reference(party, party_at, party_at + 1, head=party_at),),
        token,
        (token.i, token.i + 1),
    )


def _party_behind(draft: Draft, role: Token) -> str | None:
    """'leader of the *Lantern Party*', 'MP for the *Greens*'."""
    for noun in prepositional(role, "of"):
        entity_id = draft.entity_of(noun)
        if entity_id is not None and draft.entities[entity_id].type == "party":
            return entity_id
    return None


def _names(draft: Draft, index: int, party: str) -> bool:
    return any(m.start <= index < m.end and m.entity_id == party for m in draft.found)
