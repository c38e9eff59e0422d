"""Those who held an office once: "the former health secretary", "the ex-chancellor".

By the text's own words first; then whoever the text has named and the knowledge base knows to have held the office;
last, where the base has one former holder only, that one. Of two who could be meant, neither.
"""

from __future__ import annotations

from nlp.draft import Draft
from nlp.knowledge import Tenure
from nlp.lexicon.words import load_words

PAST_NOW = load_words()["people"]["former"]
DEFINITE = frozenset({"the", "this", "that"})
Span = tuple[int, int, int]  # the word that says "former", start and end of the role


def note_former(draft: Draft, span: Span, label: str, owner: str | None) -> None:
    """Note a former role: whose it is where the text says so, else whom it means."""
    past, _, end = span
    if draft.words[past] not in PAST_NOW:
        return
    words = tuple(label.split())
    if owner is not None:
        draft.past_roles.append((past, words, owner))
    elif past == 0 or draft.words[past - 1] not in DEFINITE:
        return
    meant = owner or _told(draft, past, words) or _held_once(draft, past, label)
    if meant is not None:
        draft.add(past, end, _present(draft, meant), "role")


def _present(draft: Draft, person: str) -> str:
    """The person, noted as present in the text."""
    return person if person in draft.entities else draft.know(person).id


def _told(draft: Draft, at: int, words: tuple[str, ...]) -> str | None:
    """The one person whom the text has given this former role."""
    told = {person for past, role, person in draft.past_roles if past < at and role[-len(words) :] == words}
    return told.pop() if len(told) == 1 else None


def _held_once(draft: Draft, at: int, label: str) -> str | None:
    """The one former holder whom the text has named before; else the only one there is, of an office named in full."""
    former = _former_holders(draft, label)
    named = {mention.entity_id for mention in draft.found if mention.start < at} & former
    if named or " " not in label or len(former) != 1:
        return named.pop() if len(named) == 1 else None
    return former.pop()


def _former_holders(draft: Draft, label: str) -> set[str]:
    """Everybody who held an office so called and had left it by the document's date."""
    date = draft.document.date
    if date is None:
        return set()
    knowledge = draft.knowledge
    held = [t for post in knowledge.role_names.get(label, ()) for t in knowledge.tenures.get(post, ())]
    return {t.person_id for t in held if _is_over(t, date)} - {t.person_id for t in held if t.covers(date)}


def _is_over(tenure: Tenure, date: str) -> bool:
    return bool(tenure.end) and tenure.end <= date
