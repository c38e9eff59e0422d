"""How a text was read, as tables that the command prints and the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from nlp.explain import Silence
    from records import Reading

Row = tuple[str, ...]


class Section(NamedTuple):
    """One table: its key, the names of its columns, and its rows, each as long as the columns."""

    key: str
    columns: Row
    rows: Sequence[Row]


def explained(reading: Reading, silent: Iterable[Silence]) -> list[Section]:
    """Mentions, attributions, statements and, for each cue that gave none, why not; in this order."""
    text = reading.document.text
    names = {entity.id: entity.name for entity in reading.entities}
    return [
        Section(
            "mentions",
            ("words", "who", "how"),
            [(text[m.start : m.end], names[m.entity_id], m.kind) for m in reading.mentions],
        ),
        Section("attributions", ("source", "cue", "content"), _attributions(reading)),
        Section(
            "statements",
            ("actor", "relation", "target", "voice", "found by", "drawn"),
            _statements(reading, names),
        ),
        Section(
            "silent",
            ("cue", "could be", "why nothing came out"),
            [(s.cue, s.relation, s.reason) for s in silent],
        ),
    ]


def _attributions(reading: Reading) -> list[Row]:
    text = reading.document.text
    return [
        tuple(" … ".join(text[start:end] for start, end in spans) for spans in (a.source, a.cue, a.content))
        for a in reading.attributions
    ]


def _statements(reading: Reading, names: dict[str, str]) -> list[Row]:
    from nlp.explain import why_not_drawn  # imports spaCy, which the other views need not wait for

    rows: list[Row] = []
    for s in reading.statements:
        voice = f"{s.voice} by {names.get(s.attributed_to, '')}" if s.attributed_to else s.voice
        why = why_not_drawn(s)
        rows.append((s.actor, s.relation, s.target, voice, s.method, f"no: {why}" if why else "yes"))
    return rows
