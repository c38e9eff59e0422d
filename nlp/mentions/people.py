"""People whom the text introduces by their full names."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Span, Token

from nlp.clauses import in_question
from nlp.draft import SUFFIXES, Draft
from nlp.lexicon.words import load_words
from nlp.lists import ABBREVIATED
from nlp.mentions.introduced import introduced_people
from nlp.quotes import is_cue
from nlp.syntax import next_token
from records import Entity, slug

PARTICLES = load_words()["people"]["particles"] | {"-"}
PLACES = frozenset({"FAC", "LOC", "EVENT", "WORK_OF_ART", "LAW"})
SEATS = load_words()["people"]["seats"]
LEADING = load_words()["people"]["leading"]
AT_PLACES = frozenset({"in", "near", "outside", "around", "along", "through", "the"})


def people_of_text(draft: Draft) -> None:
    """Full names that the recogniser sees, and those that begin with a known given name."""
    spans = [_trimmed(draft, ent) for ent in draft.doc.ents if ent.label_ == "PERSON"]
    whole = [
        span
        for span in (*spans, *_by_given_name(draft), *_spoken_of(draft), *introduced_people(draft))
        if span is not None
    ]
    for span in sorted(whole, key=_in_capitals):  # capitals last: the text tells how they are spelled
        if len(span) < 2 or not draft.free(span.start, span.end):
            continue
        if not all(token.text[:1].isupper() or token.text in PARTICLES for token in span):
            continue
        if any(token.text == "-" and token.whitespace_ for token in span):
            continue  # 'Weak - Orrin'
        if span[-1].text in ABBREVIATED or span[-1].lower_ in draft.lexicon.not_surnames:
            continue  # the recogniser takes 'Schools Bill' for a person
        if _in_capitals(span):
            span = _without_verb(span)
            if not _person_in_capitals(draft, span):
                continue
        person = _same_person(draft, span) or _new_person(draft, span)
        draft.add(span.start, span.end + _seat_behind(draft, span), person, "name")


def _seat_behind(draft: Draft, span: Span) -> bool:
    """'Ada Vela *MP*': the letters belong to the mention, not to the name."""
    return (
        span.end < len(draft.tokens)
        and draft.tokens[span.end].text in SEATS
        and draft.free(span.end, span.end + 1)
    )


def _in_capitals(span: Span) -> bool:
    return span.text.isupper() and len(span[-1]) > 2


def _without_verb(span: Span) -> Span:
    """'TOM ORRIN WINS': the recogniser takes the headline's verb for a part of the name."""
    end = len(span)
    while end > 2 and span[end - 1].tag_.startswith("VB"):
        end -= 1
    return span[:end]


def _person_in_capitals(draft: Draft, span: Span) -> bool:
    """'MARTIN PELL', not 'BREAKING NEWS': somebody the text has in small letters, or with a known given name."""
    given = draft.lexicon.given["male"] | draft.lexicon.given["female"]
    return slug(span.text) in draft.entities or span[0].lower_ in given


def _new_person(draft: Draft, span: Span) -> str:
    name = draft.span_text(span.start, span.end)
    if (known := _known_by_short_form(draft, span)) is not None:
        return known
    name = name.title() if _in_capitals(span) else name
    return draft.introduce(Entity(id=slug(name), name=name, type="person", gender=_gender(draft, span))).id


def _known_by_short_form(draft: Draft, span: Span) -> str | None:
    """'Tom R. Orrin Jr.': whom the base knows as Tom Orrin."""
    words = [t.text for t in span if len(t.text.rstrip(".")) > 1 and t.text.rstrip(".") not in SUFFIXES]
    ids = draft.knowledge.names.get(" ".join(words), ()) if len(words) < len(span) else ()
    people = [one for one in ids if draft.knowledge.entities[one].type == "person"]
    return draft.know(people[0]).id if len(people) == 1 else None


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
        if draft.words[second.i] not in draft.lexicon.not_surnames and not _at_a_place(draft, first, second):
            yield draft.doc[first.i : second.i + 1]


def _at_a_place(draft: Draft, first: Token, last: Token) -> bool:
    """'in Florence Bay', 'the Ada Vela Awards': taken by the recogniser for a place or a work, and standing so."""
    after = draft.tokens[last.i + 1] if last.i + 1 < len(draft.tokens) else last
    named = after.pos_ == "PROPN" and after.text[:1].isupper()
    if named and after.lower_ in draft.lexicon.not_surnames:
        return True
    return first.ent_type_ in PLACES and (named or _stands_like_a_place(draft, first))


def _stands_like_a_place(draft: Draft, first: Token) -> bool:
    return first.i == 0 or draft.words[first.i - 1] in AT_PLACES


def _spoken_of(draft: Draft) -> Iterator[Span]:
    """'Oda Tuft said … *Tuft* added': a name nobody knows, whose last word speaks or has a title elsewhere."""
    titles = draft.lexicon.titles["male"] | draft.lexicon.titles["female"]
    speaking = {
        token.text
        for token in draft.tokens
        if token.text.istitle()
        and ((token.i and draft.words[token.i - 1] in titles) or _speaks(draft, token))
    }
    lower = {name.lower() for name in speaking}
    starts = [index for index, word in enumerate(draft.words[1:]) if word in lower]
    pairs = [draft.doc[i : i + 2] for i in starts if _may_be_name(draft, draft.tokens[i], speaking)]
    inside = {pair.text for pair in pairs if not pair[0].is_sent_start}  # at a start any word is capitalised
    yield from (pair for pair in pairs if pair.text in inside)


def _speaks(draft: Draft, token: Token) -> bool:
    return token.dep_ == "nsubj" and is_cue(draft, token.head) and _bare(token)


def _may_be_name(draft: Draft, first: Token, speaking: set[str]) -> bool:
    second = next_token(first)
    if second is None or second.text not in speaking or not first.text.istitle() or first.head != second:
        return False
    if first.lower_ in draft.lexicon.all_titles or _known_surname(draft, second.text):
        return False
    return first.pos_ == second.pos_ == "PROPN" and not _of_a_kind(second) and not _led(draft, first)


def _known_surname(draft: Draft, name: str) -> bool:
    return name in draft.surnames or name in draft.knowledge.surnames


def _bare(token: Token) -> bool:
    return not any(child.dep_ in ("det", "compound", "amod", "poss") for child in token.children)


def _of_a_kind(token: Token) -> bool:
    """'Hill Street', 'Hi Americans': a place, a work or a people."""
    return token.ent_type_ in PLACES or token.ent_type_ == "NORP" or token.tag_ == "NNPS"


def _led(draft: Draft, first: Token) -> bool:
    """Whether a capitalised word, an article or an initial before it makes a name longer, or of another kind."""
    before = draft.tokens[first.i - 1] if first.i else None
    return before is not None and (before.pos_ in ("PROPN", "DET") or before.dep_ == "compound")


def _trimmed(draft: Draft, ent: Span) -> Span | None:
    """The bare name: titles, roles and possessive endings cut off ("Rep. Will Hurd's" -> "Will Hurd")."""
    start, end = ent.start, ent.end
    titles = draft.lexicon.all_titles
    while start < end and (
        draft.doc[start].lower_ in titles
        or draft.doc[start].is_punct
        or draft.doc[start].is_space
        or _leads(draft.doc[start], draft.doc[end : end + 1])
    ):
        start += 1
    while start < end and (
        draft.doc[end - 1].lower_ in ("'s", "'")
        or draft.doc[end - 1].is_punct
        or draft.doc[end - 1].is_space
        or (draft.doc[end - 1].text in SEATS and end - start > 2)
    ):
        end -= 1
    for index in range(start, end):
        if draft.doc[index].is_space or draft.doc[index].text in ("'s", ","):
            end = index
            break
    return draft.doc[start:end] if start < end else None


def _leads(first: Token, behind: Span) -> bool:
    """'*Longtime* Orrin aides', '*Will* Orrin come down?': capitalised, and no part of the name."""
    asks = first.lower_ == "will" and bool(first.is_sent_start) and in_question(first)
    return first.lower_ in LEADING or (asks and any(token.tag_ == "VB" for token in behind))


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
