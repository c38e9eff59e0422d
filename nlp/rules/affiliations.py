"""Who belongs to or leads which party, as the text itself says."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.resolve import Reference
from nlp.rules.candidate import Candidate

LEADING = frozenset({"leader", "co-leader", "chair", "chairman", "chairwoman", "president"})
PAST = frozenset({"former", "ex", "deputy", "senate", "house", "group"})


def affiliation(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Lantern Party *leader* Ada Vela', 'the Lantern *senator*, Tom Orrin'."""
    party = draft.party_of_head.get(token.i)
    mention = draft.mention_at.get(token.i)
    if party is None or mention is None or draft.entities[mention.entity_id].type != "person":
        return
    words = {t.lower_ for t in draft.doc[max(0, token.i - 4) : token.i] if t.sent == token.sent}
    leads = token.lower_ in LEADING and not words & PAST
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


def _names(draft: Draft, index: int, party: str) -> bool:
    return any(m.start <= index < m.end and m.entity_id == party for m in draft.found)
