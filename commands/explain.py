"""`hustings explain`: how a sentence is read, and why not otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.options import Date, Json
from commands.screen import print_json, print_line, print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlp.explain import Silence
    from records import Reading


def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, or a whole text.")],
    date: Date = None,
    as_json: Json = False,
) -> None:
    """Print the mentions, attributions and statements of a sentence, and why a cue in it gave none.

    Example: hustings explain "Ada Vela said Tom Orrin's plan was shameful."
    """
    from nlp import Extractor
    from records import Document

    reading, silent = Extractor().explain(Document(id="sentence", text=sentence, date=date))
    if as_json:
        print_json(_as_json(reading, silent))
        return
    names = {entity.id: entity.name for entity in reading.entities}
    text = reading.document.text
    _section(
        "mentions",
        ("words", "who", "how"),
        [(text[m.start : m.end], names[m.entity_id], m.kind) for m in reading.mentions],
    )
    _section("attributions", ("source", "cue", "content"), _attributions(reading))
    _section(
        "statements",
        ("actor", "relation", "target", "voice", "found by", "drawn"),
        _statements(reading, names),
    )
    _section(
        "silent", ("cue", "could be", "why nothing came out"), [(s.cue, s.relation, s.reason) for s in silent]
    )


def _section(title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """A titled table; one word where there is nothing."""
    print_line(f"{title}: none" if not rows else title)
    if rows:
        print_table(columns, rows)
    print_line("")


def _attributions(reading: Reading) -> list[tuple[str, ...]]:
    text = reading.document.text
    return [
        tuple(" … ".join(text[start:end] for start, end in spans) for spans in (a.source, a.cue, a.content))
        for a in reading.attributions
    ]


def _statements(reading: Reading, names: dict[str, str]) -> list[tuple[str, ...]]:
    from nlp.explain import why_not_drawn

    rows: list[tuple[str, ...]] = []
    for s in reading.statements:
        voice = f"{s.voice} by {names.get(s.attributed_to, '')}" if s.attributed_to else s.voice
        why = why_not_drawn(s)
        rows.append((s.actor, s.relation, s.target, voice, s.method, f"no: {why}" if why else "yes"))
    return rows


def _as_json(reading: Reading, silent: tuple[Silence, ...]) -> dict[str, object]:
    return {
        "mentions": [mention.to_json() for mention in reading.mentions],
        "attributions": [attribution.to_json() for attribution in reading.attributions],
        "statements": [statement.to_json() for statement in reading.statements],
        "silent": [
            {"cue": s.cue, "span": list(s.span), "relation": s.relation, "reason": s.reason} for s in silent
        ],
    }
