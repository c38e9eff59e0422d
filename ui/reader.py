"""A whole article as HTML, with everything that was found in it marked in place."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import pairwise

from records import Statement

LONGEST = 40_000  # characters shown; a browser takes no pleasure in more
ROLES = ("actor", "cue", "target")


def article_html(text: str, statements: Iterable[Statement]) -> str:
    """The text, escaped; evidence in `<span class="found">`, roles in `<mark class="actor">` and so on.

    Statements overlap, so every stretch between two borders is marked by itself and nothing ever crosses.
    """
    shown = text[:LONGEST]
    spans = [span for s in statements for span in _spans(s) if span[1] < len(shown)]
    cuts = sorted({0, len(shown)} | {min(cut, len(shown)) for _, *span in spans for cut in span})
    pieces = (_piece(shown, low, high, spans) for low, high in pairwise(cuts))
    rest = f"<p>… and {len(text) - len(shown):,} characters more</p>" if len(text) > len(shown) else ""
    return f'<div class="article">{"".join(pieces)}</div>{rest}'


def _spans(statement: Statement) -> Iterable[tuple[str, int, int]]:
    yield "found", statement.start, statement.end
    for role in ROLES:
        start, end = getattr(statement, f"{role}_span")
        yield role, start, end


def _piece(text: str, low: int, high: int, spans: list[tuple[str, int, int]]) -> str:
    words = escape(text[low:high])
    kinds = {kind for kind, start, end in spans if start <= low and high <= end}
    roles = " ".join(role for role in ROLES if role in kinds)
    if roles:
        return f'<mark class="{roles}">{words}</mark>'
    return f'<span class="found">{words}</span>' if kinds else words
