"""People whom the text introduces by their full names."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Span

from nlp.draft import Draft
from records import Entity, slug

PARTICLES = frozenset({"de", "van", "von", "bin", "al", "-"})
PLACES = frozenset({"FAC", "LOC", "EVENT", "WORK_OF_ART", "LAW"})
NOT_SURNAMES = frozenset(
    {
        "bill",
        "act",
        "amendment",
        "committee",
        "commission",
        "court",
        "party",
        "report",
        "street",
        "road",
        "county",
        "park",
        "university",
        "college",
        "house",
        "hall",
        "river",
    }
)


def people_of_text(draft: Draft) -> None:
    """Full names that the recogniser sees, and those that begin with a known given name."""
    spans = [_trimmed(draft, ent) for ent in draft.doc.ents if ent.label_ == "PERSON"]
    for span in [*spans, *_by_given_name(draft)]:
        if span is None or len(span) < 2 or not draft.free(span.start, span.end):
            continue
        if not all(token.text[:1].isupper() or token.text in PARTICLES for token in span):
            continue
        if span[-1].lower_ in NOT_SURNAMES:
            continue  # the recogniser takes 'Schools Bill' for a person
        person = _same_person(draft, span) or _new_person(draft, span)
        draft.add(span.start, span.end, person, "name")


def _new_person(draft: Draft, span: Span) -> str:
    name = draft.span_text(span.start, span.end)
    return draft.introduce(Entity(id=slug(name), name=name, type="person", gender=_gender(draft, span))).id


def _by_given_name(draft: Draft) -> Iterator[Span]:
    """'*Helen* Upton' where the recogniser saw nothing, or something else; not 'Charlotte Street'."""
    given = draft.lexicon.given["male"] | draft.lexicon.given["female"]
    for first, second in itertools.pairwise(draft.tokens):
        if (
            draft.words[first.i] not in given
            or {first.pos_, second.pos_} != {"PROPN"}
            or second.text.isupper()
        ):
            continue
        if first.ent_type_ not in PLACES and draft.words[second.i] not in NOT_SURNAMES:
            yield draft.doc[first.i : second.i + 1]


def _trimmed(draft: Draft, ent: Span) -> Span | None:
    """The bare name: titles, roles and possessive endings cut off ("Rep. Will Hurd's" -> "Will Hurd")."""
    start, end = ent.start, ent.end
    titles = draft.lexicon.all_titles
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
