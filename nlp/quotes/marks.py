"""What stands between quotation marks: a mark that is never closed runs to the end of its paragraph."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft, Quote
from nlp.parsing import paragraph_ends

OPENING = "“"
CLOSING = "”"
STRAIGHT = '"'
APOSTROPHE = "'"  # as any single mark is shown
BEFORE = frozenset({"(", "[", "-", ":"})  # what an opening mark may follow without a space
DOUBLED = frozenset({"''", "``"})


def find_marked(draft: Draft) -> None:
    """Note what stands between quotation marks, double or single."""
    ends = set(paragraph_ends(draft.doc))
    _find_double(draft, ends)
    _find_single(draft, ends)
    draft.quotes.sort(key=lambda quote: quote.start)


def _find_double(draft: Draft, ends: set[int]) -> None:
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


def _find_single(draft: Draft, ends: set[int]) -> None:
    """'‘The pier is closed,’ said Vela', where both marks are seen and neither is an apostrophe."""
    opened: int | None = None
    for token in draft.tokens:
        if token.i in ends:
            opened = None
        elif token.text == APOSTROPHE and token.i not in draft.quote_at:
            before = draft.tokens[token.i - 1] if token.i else None
            apart = before is None or before.is_space or bool(before.whitespace_) or before.text in BEFORE
            if apart and not token.whitespace_:
                opened = token.i + 1
            elif opened is not None and not apart and token.tag_ != "POS":
                _close(draft, opened, token.i)
                opened = None


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
