"""People whom only the text's own words show to be people: "Odell Tuft, a Texas developer", "Tuft, 59", "Rep. Bo Grue".

Recognisers miss many names, or take them for places and firms. Two or more capitalised words are a person behind a
title, or before a comma behind which an age stands, or a noun that only people are.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from nlp.draft import SUFFIXES, Draft
from nlp.lexicon.callings import load_callings
from nlp.lists import ABBREVIATED

LONGEST = 4  # words of a name
REACH = 7  # words from the comma to the noun
NO_PEOPLE = frozenset({"GPE", "LOC", "FAC", "LAW", "EVENT", "WORK_OF_ART", "DATE", "NORP"})
AGES = range(18, 100)
AT_PLACES = frozenset({"in", "at", "near", "outside", "around", "along", "through", "across", "of"})
ARTICLES = frozenset({"a", "an", "the", "his", "her", "their"})


def introduced_people(draft: Draft) -> list[Span]:
    """The names so introduced that nothing else has taken."""
    return [*_titled(draft), *_explained(draft)]


def _titled(draft: Draft) -> Iterator[Span]:
    """'Representative *Bo Grue* of South Dakota'."""
    for title in draft.tokens[:-2]:
        if draft.words[title.i] not in draft.lexicon.titles["full"] or not title.text[:1].isupper():
            continue
        end = title.i + 1
        while end < len(draft.tokens) and end - title.i <= LONGEST and _may_belong(draft, draft.tokens[end]):
            if draft.tokens[end].ent_type_ == "DATE":
                break
            end += 1
        span = draft.doc[title.i + 1 : end]
        if len(span) > 1 and span[-1].lower_ not in draft.lexicon.not_surnames:
            yield span


def _explained(draft: Draft) -> list[Span]:
    return [
        span
        for comma in draft.tokens[2:-1]
        if comma.text == "," and (span := _name_before(draft, comma.i)) is not None and _said(draft, span)
    ]


def _name_before(draft: Draft, end: int) -> Span | None:
    """The row of capitalised words that ends at a comma, titles left out; None where it may be no person's name."""
    start = end
    while start > 0 and end - start < LONGEST and _may_belong(draft, draft.tokens[start - 1]):
        start -= 1
        if draft.tokens[start].is_sent_start:
            break
    before = draft.tokens[start - 1] if start else None
    span = draft.doc[start:end]
    if before is not None and (before.lower_ in AT_PLACES or _goes_on(draft, before)):
        return None
    if len(span) < 2 or span[-1].lower_ in draft.lexicon.not_surnames or span[-1].text in ABBREVIATED:
        return None
    return None if span.text.lower() in load_callings().states else span


def _goes_on(draft: Draft, before: Token) -> bool:
    """Whether a name that is longer than that of a person ends here."""
    return (
        before.pos_ == "PROPN"
        and before.i not in draft.mention_at
        and before.lower_ not in draft.lexicon.all_titles
    )


def _may_belong(draft: Draft, token: Token) -> bool:
    word = token.text.rstrip(".")
    return (
        token.pos_ == "PROPN"
        and word[:1].isupper()
        and word.isalpha()
        and (not word.isupper() or len(word) == 1 or word in SUFFIXES)
        and token.i not in draft.mention_at
        and token.lower_ not in draft.lexicon.all_titles
    )


def _said(draft: Draft, span: Span) -> bool:
    """Whether an age, or a noun that only people are, stands behind the comma after a name."""
    first = draft.tokens[span.end + 1] if span.end + 1 < len(draft.tokens) else span[-1]
    if first.text.isdigit():
        closed = first.i + 1 < len(draft.tokens) and draft.tokens[first.i + 1].text in (",", ".")
        return closed and int(first.text) in AGES
    noun = _noun_behind(draft, first)
    if noun is None or noun.lower_ not in draft.lexicon.relatives["introducing"] | draft.lexicon.role_nouns:
        return False
    placed = any(token.ent_type_ in NO_PEOPLE for token in span)
    return not placed or (noun.dep_ == "appos" and noun.head == span[-1])


def _noun_behind(draft: Draft, article: Token) -> Token | None:
    """The noun that ends the phrase which an article begins; None where there is none near."""
    if article.lower_ not in ARTICLES:
        return None
    last = None
    for token in draft.tokens[article.i + 1 : article.i + 1 + REACH]:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and token.text != "-":
            return last
        last = token
    return None
