"""Who speaks: quotations and their speakers, and the clauses that report speech.

A quotation is what stands between quotation marks of one paragraph; without a closing mark it runs to the paragraph's
end and the next quoted paragraph goes on with it. Its speaker is, in this order: the subject of a cue verb that
governs it or stands beside it, the source named before a colon, whoever spoke the paragraph before if only quoted
words follow. Nobody found means nobody, never the nearest name.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft, Quote
from nlp.parsing import paragraph_ends
from nlp.resolve import actors_of
from nlp.syntax import VERBAL, agents, children, is_passive, own_subjects, phrase_of, subjects

OPENING = "“"
CLOSING = "”"
STRAIGHT = '"'
TELLING = frozenset({"tell", "inform", "warn", "remind", "assure", "advise"})
LONGEST_LABEL = 8  # tokens of "The Rt Hon Member for Brackmouth:"
REACH = 20  # tokens from a quotation within which its cue is looked for
DOUBLED = frozenset({"''", "``"})


def find_quotes(draft: Draft) -> None:
    """Note the quotations, without speakers, and the turns of a transcript, with theirs ("Ada Vela: We …")."""
    _find_marked(draft)
    for start, end in _paragraphs(draft):
        colon = next(
            (i for i in range(start + 1, min(end, start + LONGEST_LABEL)) if draft.words[i] == ":"), None
        )
        if colon is not None and colon + 1 < end and _is_label(draft, start, colon):
            _take_turn(draft, start, colon, end)


def _paragraphs(draft: Draft) -> Iterator[tuple[int, int]]:
    """Token spans of the paragraphs, white space at their start left out."""
    start = 0
    for index in [*paragraph_ends(draft.doc), len(draft.tokens)]:
        while start < index and draft.tokens[start].is_space:
            start += 1
        if start < index:
            yield start, index
        start = index + 1


def _is_label(draft: Draft, start: int, colon: int) -> bool:
    """'Ada Vela:', 'MR ORRIN:', 'The Prime Minister:': capitalised throughout, with a name or an office in it."""
    words = [token for token in draft.tokens[start:colon] if not token.is_punct]
    capital = all(t.text[:1].isupper() or t.lower_ in ("the", "of", "for") for t in words)
    named = any(t.pos_ == "PROPN" for t in words) or (
        words[-1:] and words[-1].lower_ in draft.lexicon.role_nouns
    )
    return bool(words) and capital and bool(named) and not draft.quote_at.get(start)


def _take_turn(draft: Draft, start: int, colon: int, end: int) -> None:
    """What follows a speaker's label is theirs, as if it stood between marks."""
    for index in range(colon + 1, end):
        if (inner := draft.quote_at.pop(index, None)) in draft.quotes:
            draft.quotes.remove(inner)
    turn = Quote(colon + 1, end, speaker_span=(colon - 1, colon), cue=colon, turn=True)
    draft.quotes.append(turn)
    draft.quotes.sort(key=lambda quote: quote.start)
    for index in range(colon + 1, end):
        draft.quote_at[index] = turn


def _find_marked(draft: Draft) -> None:
    """Note what stands between quotation marks."""
    ends = set(paragraph_ends(draft.doc))
    number = 0
    opened: int | None = None
    for token in draft.tokens:
        draft.paragraph_at.append(number)
        if token.i in ends:
            if opened is not None:
                _close(draft, opened, token.i, open_ended=True)
            opened, number = None, number + 1
            continue
        mark = _quotation_mark(draft, token)
        if mark in (OPENING, STRAIGHT) and (opened is None or mark == OPENING):
            opened = token.i + 1
        elif opened is not None and mark in (CLOSING, STRAIGHT):
            _close(draft, opened, token.i)
            opened = None
    if opened is not None:
        _close(draft, opened, len(draft.tokens), open_ended=True)


def _quotation_mark(draft: Draft, token: Token) -> str:
    """The mark a token is in the document itself, "" for any other character."""
    if token.text in DOUBLED:
        return STRAIGHT
    return draft.document.text[token.idx] if len(token) == 1 else ""


def _close(draft: Draft, start: int, end: int, open_ended: bool = False) -> None:
    if start >= end:
        return
    quote = Quote(start, end, open_ended)
    draft.quotes.append(quote)
    for index in range(start, end):
        draft.quote_at[index] = quote


def find_speakers(draft: Draft) -> None:
    """Give each quotation its speaker where the text names one. Needs the pronouns outside quotations."""
    for position, quote in enumerate(draft.quotes):
        if quote.turn and quote.speaker_span is not None:
            quote.speaker = _speaker(draft, draft.tokens[quote.speaker_span[0]])
            continue
        cue = _cue_beside(draft, quote)
        if cue is not None:
            source = _source(draft, cue)
            if source is not None:
                quote.cue = cue.i
                quote.speaker = _speaker(draft, source)
                quote.speaker_span = (source.i, source.i + 1)
        elif position:
            _carry_on(draft, draft.quotes[position - 1], quote)


def _speaker(draft: Draft, source: Token) -> str | None:
    """The entity a source names, also through what speaks for it ("a Labour statement")."""
    found = actors_of(draft, source)
    return found[0].entity_id if found else None


def _cue_beside(draft: Draft, quote: Quote) -> Token | None:
    """The reporting verb nearest to the quotation, of its own paragraph and outside every quotation."""
    candidates = sorted(_cues_near(draft, quote), key=lambda pair: pair[0])
    for _, cue in candidates:
        if _source(draft, cue) is not None:
            return cue
    return None


def _cues_near(draft: Draft, quote: Quote) -> Iterator[tuple[int, Token]]:
    """(distance, verb) of the reporting verbs before and behind a quotation."""
    first, last = draft.tokens[quote.start].sent, draft.tokens[quote.end - 1].sent
    low = min(first.start, max(0, quote.start - REACH))
    high = min(len(draft.tokens), max(last.end, quote.end + REACH))
    for token in draft.tokens[low:high]:
        if draft.paragraph_at[token.i] != draft.paragraph_at[quote.start] or token.i in draft.quote_at:
            continue
        if is_cue(draft, token) and _belongs(draft, token, quote):
            yield (quote.start - token.i if token.i < quote.start else token.i - quote.end), token


def _belongs(draft: Draft, cue: Token, quote: Quote) -> bool:
    """Whether a cue outside a quotation can introduce it or follow it."""
    if cue.i >= quote.end:
        return not _opened_between(draft, quote.end, cue.i) and _follows(draft, quote, cue)
    beside = cue.sent == draft.tokens[quote.start].sent or _introduces(draft, cue, quote)
    return beside and not _closed_between(draft, cue.i, quote.start)


def _introduces(draft: Draft, cue: Token, quote: Quote) -> bool:
    """'Vela said: “…'."""
    return any(
        draft.doc[index].text in (":", ",") for index in range(cue.i, quote.start) if index >= quote.start - 2
    )


def _closed_between(draft: Draft, start: int, end: int) -> bool:
    """Whether the sentence of the cue ended before the quotation began, other than by a colon."""
    return any(token.is_sent_end and token.text in (".", "!", "?") for token in draft.doc[start:end])


def _opened_between(draft: Draft, start: int, end: int) -> bool:
    return any(index in draft.quote_at for index in range(start, end))


def _follows(draft: Draft, quote: Quote, cue: Token) -> bool:
    """'…,” Vela said' and '…,” said Vela': the cue's clause begins where the quotation ends."""
    between = draft.doc[quote.end + 1 : cue.i]
    return len(between) <= 12 and not any(token.text in (".", ";", ":") for token in between)


def is_cue(draft: Draft, token: Token) -> bool:
    """Whether a verb reports speech or thought."""
    return token.pos_ in VERBAL and token.lemma_.lower() in draft.lexicon.speech["verbs"]


def _source(draft: Draft, cue: Token) -> Token | None:
    """The one who speaks: subject, or agent of a passive."""
    found = agents(cue) if is_passive(cue) and not own_subjects(cue) else subjects(cue)
    return found[0] if found else None


def _carry_on(draft: Draft, before: Quote, quote: Quote) -> None:
    """A paragraph that is nothing but quotation goes on with the speaker of the one before."""
    step = draft.paragraph_at[quote.start] - draft.paragraph_at[before.end - 1]
    same_paragraph = step == 0 and not _clause_between(draft, before.end, quote.start)
    next_paragraph = (
        step == 1 and _opens_paragraph(draft, quote) and (before.open_ended or _stands_alone(draft, quote))
    )
    if same_paragraph or next_paragraph:
        quote.speaker = before.speaker
        quote.speaker_span = before.speaker_span
        quote.cue = before.cue


def _clause_between(draft: Draft, start: int, end: int) -> bool:
    """Whether somebody else acts between two quotations of one paragraph."""
    return any(
        token.pos_ in VERBAL and own_subjects(token) and not is_cue(draft, token) and token.sent.start > start
        for token in draft.doc[start:end]
    )


def _opens_paragraph(draft: Draft, quote: Quote) -> bool:
    first = quote.start - 2
    return (
        first < 0 or draft.paragraph_at[first] != draft.paragraph_at[quote.start] or draft.doc[first].is_space
    )


def _stands_alone(draft: Draft, quote: Quote) -> bool:
    """Nothing but the quotation in its paragraph."""
    after = quote.end + 1
    return (
        after >= len(draft.doc)
        or draft.doc[after].is_space
        or draft.paragraph_at[after] != draft.paragraph_at[quote.start]
    )


# ── reported clauses ────────────────────────────────────────────────────────────────────────────────────────────


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
            and (source := _source(draft, cue)) is not None
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
            source = _source(draft, cue)
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
