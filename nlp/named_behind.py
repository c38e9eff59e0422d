"""Names behind the words that the parser takes for the ones that act: lists in apposition, and datelines."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.syntax import children, with_conjuncts

DATELINE = 10  # tokens
DASHES = frozenset({"-", "--", "–", "—"})
NAMES = ("name", "surname")
PLACING = ("of", "from", "in")


def named_after(draft: Draft, group: Token) -> list[Token]:
    """'the Lantern *candidates*, Ada Vela and Tom Orrin,': names in apposition to a word for several."""
    if group.tag_ not in ("NNS", "NNPS"):
        return []
    beside = [c for c in children(group, "appos") if c.pos_ == "PROPN" and c.i > group.i]
    named = [mention for c in beside if (mention := draft.mention_at.get(c.i)) is not None]
    firsts = [draft.tokens[mention.end - 1] for mention in named if mention.kind in NAMES]
    return [noun for first in firsts for noun in _list_from(draft, first)]


def _list_from(draft: Draft, first: Token) -> list[Token]:
    """'*Vela* of Maine, *Orrin* of Utah and *Lund* of Ohio': each may hang on the one before, or on its place."""
    found, at, closed = [first], draft.mention_at[first.i].end, False
    while not closed and (step := _next_name(draft, at, first.sent.end)) is not None:
        name, at, closed = step
        found.append(name)
    return found if closed else with_conjuncts(first)


def _next_name(draft: Draft, at: int, end: int) -> tuple[Token, int, bool] | None:
    """The name behind a place, a comma or "and", and a title; where it ends; whether "and" makes it the last."""
    if at < end and draft.words[at] in PLACING:
        at += 1
        while at < end and draft.tokens[at].pos_ == "PROPN":
            at += 1
    joints = []
    while at < end and draft.words[at] in (",", "and"):
        joints.append(draft.words[at])
        at += 1
    if at < end and draft.words[at] in draft.lexicon.all_titles:
        at += 1
    mention = draft.mention_at.get(at)
    if not joints or mention is None or mention.start != at or mention.kind not in NAMES:
        return None
    return draft.tokens[mention.end - 1], mention.end, "and" in joints


def behind_dateline(draft: Draft, token: Token) -> list[Token]:
    """'PORT LOWELL (AP) - *Ada Vela* attacked …': the parser may take the place for the subject."""
    dash = dateline_end(draft, token)
    return [] if dash is None else [noun for noun in children(token, "appos") if noun.i > dash]


def dateline_end(draft: Draft, token: Token) -> int | None:
    """Where the dash stands that ends the dateline a token is of; None for any other token."""
    start = token.sent.start
    if token.pos_ != "PROPN" or token.i > start + 3:
        return None
    behind = draft.words[token.i + 1 : start + DATELINE]
    if not token.text.isupper() and behind[:1] not in (["("], [","]):
        return None
    return next((token.i + 1 + n for n, word in enumerate(behind) if word in DASHES), None)
