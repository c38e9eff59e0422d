"""Who vouches for words: the speaker of a quotation, the source of a reported clause, or nobody but the outlet."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft, Quote
from nlp.lexicon.words import load_words
from nlp.quotes.cues import is_cue, source_of
from nlp.syntax import children, own_subjects, phrase_of

TELLING = load_words()["speech"]["telling"]


def asserters(draft: Draft, token: Token) -> list[tuple[str, Token | None, str | None]]:
    """Who vouches for the words at a token, innermost first: (voice, source token, source entity).

    Voice is "reported" for a clause of indirect speech, "direct" for a quotation. An empty list: the outlet itself.
    """
    quote = draft.quote_at.get(token.i)
    found = list(_reporters(draft, token, quote))
    if quote is None:
        return found or _parenthetical(draft, token) or _according(draft, token)
    if quote.speaker is None and quote.speaker_span is None:
        return found + _governing(draft, token, quote)
    found = [
        one for one in found if one[2] is None or one[2] != quote.speaker
    ]  # '“I *believe* he lies,” Vela said'
    span = quote.speaker_span
    found.append(("direct", draft.tokens[span[0]] if span else None, quote.speaker))
    return found


def _reporters(
    draft: Draft, token: Token, quote: Quote | None
) -> Iterator[tuple[str, Token | None, str | None]]:
    """The sources of the clauses of indirect speech around a token, up to the marks of its quotation."""
    lower = token
    while lower.head != lower:
        upper = lower.head
        cue = _cue_of(draft, lower)
        if (
            cue is not None
            and draft.quote_at.get(cue.i) is quote
            and (source := source_of(draft, cue)) is not None
        ):
            yield "reported", source, draft.entity_of(source)
        if draft.quote_at.get(upper.i) is not quote:
            return
        lower = upper


def _cue_of(draft: Draft, clause: Token) -> Token | None:
    """The reporting verb that a clause depends on."""
    upper = clause.head
    if clause.dep_ in ("ccomp", "parataxis"):
        return upper if is_cue(draft, upper) else None
    told = clause.dep_ in ("relcl", "acl") and upper.dep_ == "dobj" and upper.head.lemma_.lower() in TELLING
    if told and any(child.lower_ == "that" for child in children(clause, "mark")):
        return (
            upper.head
        )  # 'told the inquest *that* Vela …': the parser may take the clause for a relative one
    return None


def _according(draft: Draft, token: Token) -> list[tuple[str, Token | None, str | None]]:
    """'*According to Vela*, Orrin has gone.'"""
    for prep in children(token.sent.root, "prep"):
        if prep.lower_ == "according":
            for source in (noun for to in children(prep, "prep") for noun in children(to, "pobj")):
                return [("reported", source, draft.entity_of(source))]
    return []


def _governing(draft: Draft, token: Token, quote: Quote) -> list[tuple[str, Token | None, str | None]]:
    """Quoted words inside somebody's own sentence: 'Vela said the plan was “shameful”'."""
    lower = token
    while lower.head != lower:
        upper = lower.head
        cue = _cue_of(draft, lower)
        if cue is not None and cue.i not in draft.quote_at:
            source = source_of(draft, cue)
            if source is not None:
                return [("direct", source, draft.entity_of(source))]
        lower = upper
    return []


def _parenthetical(draft: Draft, token: Token) -> list[tuple[str, Token | None, str | None]]:
    """'The plan, Vela said, is shameful': a cue that hangs below the clause it reports."""
    for child in children(token.sent.root, "parataxis", "ccomp"):
        sources = own_subjects(child) if is_cue(draft, child) and not children(child, "ccomp", "mark") else []
        if sources and token.i not in range(*phrase_of(child)):
            return [("reported", sources[0], draft.entity_of(sources[0]))]
    return []
