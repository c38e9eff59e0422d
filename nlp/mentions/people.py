"""People whom the text introduces by their full names."""

from __future__ import annotations

from spacy.tokens import Span

from nlp.draft import Draft
from records import Entity, slug


def people_of_ner(draft: Draft) -> None:
    for ent in draft.doc.ents:
        if ent.label_ != "PERSON":
            continue
        span = _trimmed(draft, ent)
        if span is None or len(span) < 2 or not draft.free(span.start, span.end):
            continue
        if not all(
            token.text[:1].isupper() or token.text in ("de", "van", "von", "bin", "al", "-") for token in span
        ):
            continue
        entity_id = (
            _same_person(draft, span)
            or draft.introduce(
                Entity(
                    id=slug(span.text),
                    name=draft.span_text(span.start, span.end),
                    type="person",
                    gender=_gender(draft, span),
                )
            ).id
        )
        draft.add(span.start, span.end, entity_id, "name")


def _trimmed(draft: Draft, ent: Span) -> Span | None:
    """The bare name: titles, roles and possessive endings cut off ("Rep. Will Hurd's" -> "Will Hurd")."""
    start, end = ent.start, ent.end
    titles = frozenset().union(*draft.lexicon.titles.values())
    while start < end and (
        draft.doc[start].lower_ in titles or draft.doc[start].is_punct or draft.doc[start].is_space
    ):
        start += 1
    while start < end and (
        draft.doc[end - 1].lower_ in ("'s", "'") or draft.doc[end - 1].is_punct or draft.doc[end - 1].is_space
    ):
        end -= 1
    for index in range(start, end):
        if draft.doc[index].is_space or draft.doc[index].text in ("'s", ","):
            end = index
            break
    return draft.doc[start:end] if start < end else None


def _same_person(draft: Draft, span: Span) -> str | None:
    """A person of the same surname whose given name begins alike ("Tom" and "Thomas", "T. Orrin")."""
    given = span[0].text.rstrip(".")
    for entity_id in draft.surnames.get(span[-1].text, ()):
        known = draft.entities[entity_id].name.split()[0]
        if known.startswith(given) or given.startswith(known):
            return entity_id
    return None


def _gender(draft: Draft, span: Span) -> str | None:
    """By the title before the name, else by the given name."""
    before = draft.doc[span.start - 1].lower_ if span.start else ""
    for gender in ("male", "female"):
        if before in draft.lexicon.titles[gender]:
            return gender
    for gender in ("male", "female"):
        if span[0].lower_ in draft.lexicon.given[gender]:
            return gender
    return None
