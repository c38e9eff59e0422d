"""A whole article as HTML, with everything that was found in it marked in place."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import pairwise
from typing import NamedTuple

from records import Statement

LONGEST = 40_000  # characters shown; a browser takes no pleasure in more
ROLES = ("actor", "cue", "target")


class _Span(NamedTuple):
    kind: str  # "found" or a role
    start: int
    end: int
    drawn: bool


def article_html(text: str, statements: Iterable[Statement]) -> str:
    """The text, escaped; evidence in `<span class="found">`, roles in `<mark class="actor">` and so on.

    A mark of nothing but statements that the graph does not draw has the class "held" too. Statements overlap,
    so every stretch between two borders is marked by itself and nothing ever crosses.
    """
    shown = text[:LONGEST]
    spans = [span for s in statements for span in _spans(s) if span.start < len(shown)]
    cuts = sorted(
        {0, len(shown)} | {min(cut, len(shown)) for span in spans for cut in (span.start, span.end)}
    )
    pieces = (_piece(shown, low, high, spans) for low, high in pairwise(cuts))
    rest = f"<p>… and {len(text) - len(shown):,} characters more</p>" if len(text) > len(shown) else ""
    return f'<div class="article">{"".join(pieces)}</div>{rest}'


def _spans(statement: Statement) -> Iterable[_Span]:
    yield _Span("found", statement.start, statement.end, statement.makes_edge)
    for role in ROLES:
        start, end = getattr(statement, f"{role}_span")
        yield _Span(role, start, end, statement.makes_edge)


def _piece(text: str, low: int, high: int, spans: list[_Span]) -> str:
    words = escape(text[low:high])
    here = [span for span in spans if span.start <= low and high <= span.end]
    kinds = [role for role in ROLES if any(span.kind == role for span in here)]
    if kinds:
        held = not any(span.drawn for span in here if span.kind in kinds)
        return f'<mark class="{" ".join(kinds)}{" held" if held else ""}">{words}</mark>'
    return f'<span class="found">{words}</span>' if here else words
