"""The words that prove a statement, with actor, cue and target marked; and the line to cite it by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Protocol
from urllib.parse import urlsplit

from records import Document, Span, Statement
from view.labels import count, day, plain
from view.stretches import stretches

ROLES = ("actor", "cue", "target")

_SENTENCE_END = re.compile(
    # not after "Mr." or "J."
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])[.!?…][\"'”’)\]]*\s+|\n+"
)

_CAVEATS = {
    "hypothetical": "as a possibility",
    "future": "as something to come",
    "question": "as a question",
}


def highlight(statement: Statement, document: Document | None = None, context: int = 0) -> str:
    """The evidence as HTML: text escaped, roles in `<mark class="actor">`, `cue` or `target`.

    Where roles overlap, the shared stretch is one mark with both classes, so that marks never cross.
    With the document, a role that stands in another sentence brings that sentence along, and up to
    `context` sentences on either side are added; leaps are shown as "…". A document whose text is not
    the one the evidence was taken from is ignored.
    """
    if document is None or document.text[statement.start : statement.end] != statement.evidence:
        return _marked(statement, statement.evidence, statement.start, (statement.start, statement.end))
    pieces = _pieces(statement, document.text, context)
    shown = [_marked(statement, document.text, 0, piece) for piece in pieces]
    joined = shown[0]
    for (before, after), html in zip(pairwise(pieces), shown[1:], strict=True):
        leap = document.text[before[1] : after[0]].strip()
        joined += (" … " if leap else " ") + html
    return joined


def _pieces(statement: Statement, text: str, context: int) -> list[Span]:
    """The stretches to show, in order of the text; all but the evidence itself are whole sentences."""
    evidence = (statement.start, statement.end)
    spans = (getattr(statement, f"{role}_span") for role in ROLES)
    outside = [s for s in spans if s[0] < s[1] <= len(text) and not _within(s, evidence)]
    if not (outside or context):
        return [evidence]
    sentences = _sentences(text)
    wanted = [evidence]
    for span in outside:
        wanted += [s for s in sentences if s[0] < span[1] and span[0] < s[1]]
    if context:
        wanted += [s for s in sentences if s[1] <= evidence[0]][-context:]
        wanted += [s for s in sentences if s[0] >= evidence[1]][:context]
    return _merged(wanted)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _sentences(text: str) -> list[Span]:
    """Where each sentence lies, without the white space at its edges."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    spans = zip([0, *ends], [*ends, len(text)], strict=True)
    trimmed = ((a + len(t) - len(t.lstrip()), a + len(t.rstrip())) for a, b in spans for t in [text[a:b]])
    return [span for span in trimmed if span[0] < span[1]]


def _merged(spans: list[Span]) -> list[Span]:
    """The spans in order, overlapping ones joined."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _marked(statement: Statement, text: str, offset: int, piece: Span) -> str:
    """One stretch with its marks; `offset` is where `text` begins in the document."""
    html = ""
    spans = [getattr(statement, f"{role}_span") for role in ROLES]
    for low, high, numbers in stretches(piece, spans):
        words = escape(text[low - offset : high - offset])
        roles = " ".join(ROLES[number] for number in numbers)
        html += f'<mark class="{roles}">{words}</mark>' if roles else words
    return html


class Printed(Protocol):
    """One publication of a text, such as the store knows."""

    @property
    def title(self) -> str: ...
    @property
    def date(self) -> str | None: ...
    @property
    def outlet(self) -> str: ...
    @property
    def url(self) -> str: ...


def tally_reports(reports: Sequence[Printed]) -> str:
    """How often and by how many it was printed: "3 reports, 2 outlets"."""
    outlets = {report.outlet for report in reports} - {""}
    return (
        f"{count(len(reports), 'report')}, {count(len(outlets), 'outlet') if outlets else 'outlet unknown'}"
    )


def reports_html(reports: Sequence[Printed]) -> str:
    """The publications by outlet, each with its day and a link where the address is a safe one; folded."""
    lines = sorted(reports, key=lambda r: (r.outlet, r.date or ""))
    return (
        f'<details class="reports"><summary>{tally_reports(reports)}</summary>'
        f"<ul>{''.join(f'<li>{_report(report)}</li>' for report in lines)}</ul></details>"
    )


def _report(report: Printed) -> str:
    told = f"{report.outlet or 'outlet unknown'}, {day(report.date) if report.date else 'undated'}"
    title = escape(report.title or "without a title")
    if url := safe_url(report.url):
        title = f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    return f"{escape(told)}: {title}"


def cite(statement: Statement, document: Document, speaker: str = "") -> str:
    """One plain line to quote: who, what, whom, reported where, when, and the address.

    Args:
        speaker: Name of `attributed_to`, for a statement that somebody else reports in the text.

    For example "Ann Archer criticised Bob Barker, reported in The Gazette, 5 January 2025, <https://a.example>".
    """
    told = f"according to {speaker or 'somebody quoted there'}" if statement.voice == "nested" else ""
    place = document.outlet or document.source or (f"“{document.title}”" if document.title else "")
    date = document.date or statement.date
    url = safe_url(document.url)
    parts = [
        f"{statement.actor} {statement.relation} {statement.target}",
        "which the text denies" if statement.negated else "",
        _CAVEATS.get(statement.modality, ""),
        told,
        f"reported in {place or f'document {document.id}'}",
        day(date) if date else "undated",
        f"<{url}>" if url else "",
    ]
    return plain(", ".join(part for part in parts if part))


def safe_url(url: str) -> str | None:
    """The address if it may become a link: http or https, a host, nothing that browsers read differently.

    None for any other scheme (`javascript:`, `data:`), for white space, control characters, quotes and
    backslashes, and for user information, which makes one host look like another.
    """
    address = url.strip()
    if re.search(r"[\s\\\"'<>`\x00-\x1f\x7f]", address):
        return None
    try:
        parts = urlsplit(address)
        proper = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        return address if proper and (parts.port is None or parts.port) else None
    except ValueError:
        return None
