"""A whole article with everything that was found in it marked in place: as HTML, and as data for the reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from records import Attribution, Entity, Mention, Reading, Span, Statement
from ui.style import SIGNS
from ui.table import why_held
from view.stretches import lanes, stretches

LONGEST = 40_000  # characters shown as HTML; a browser takes no pleasure in more
ROLES = ("actor", "cue", "target")


class _Mark(NamedTuple):
    kind: str  # "found" or a role
    span: Span
    drawn: bool


def article_html(text: str, statements: Iterable[Statement]) -> str:
    """The text, escaped; evidence in `<span class="found">`, roles in `<mark class="actor">` and so on.

    A mark of nothing but statements that the graph does not draw has the class "held" too. Statements overlap,
    so every stretch between two borders is marked by itself and nothing ever crosses.
    """
    shown = text[:LONGEST]
    marks = [mark for statement in statements for mark in _marks(statement)]
    pieces = (
        _piece(shown[low:high], [marks[number] for number in numbers])
        for low, high, numbers in stretches((0, len(shown)), [mark.span for mark in marks])
    )
    rest = f"<p>… and {len(text) - len(shown):,} characters more</p>" if len(text) > len(shown) else ""
    return f'<div class="article">{"".join(pieces)}</div>{rest}'


def _marks(statement: Statement) -> Iterable[_Mark]:
    yield _Mark("found", (statement.start, statement.end), statement.makes_edge)
    for role in ROLES:
        yield _Mark(role, getattr(statement, f"{role}_span"), statement.makes_edge)


def _piece(text: str, here: Sequence[_Mark]) -> str:
    words = escape(text)
    kinds = [role for role in ROLES if any(mark.kind == role for mark in here)]
    if kinds:
        held = not any(mark.drawn for mark in here if mark.kind in kinds)
        return f'<mark class="{" ".join(kinds)}{" held" if held else ""}">{words}</mark>'
    return f'<span class="found">{words}</span>' if here else words


def article_data(
    reading: Reading, statements: Sequence[Statement], names: Mapping[str, Entity]
) -> dict[str, Any]:
    """The text in pieces with what lies over each, for `ui.reader_component`.

    Args:
        statements: Those of the document as corrected, in the order of its text.
        names: Entity id -> entity, as corrected.

    Returns:
        `pieces`: [words, numbers of the spans over them], which join to the text. `spans`: those of the layers
        "mentions", "statements" and "attributions" with their `lane` and a `note`; those of "evidence" and "roles"
        with the number of their statement, `of`. `statements`: what the list beside the text says. `depths`:
        layer -> lanes that it needs.
    """
    text = reading.document.text
    known = {entity.id: entity.name for entity in (*reading.entities, *names.values())}
    layers = {
        "mentions": [_mention(mention, known) for mention in reading.mentions],
        "statements": [_statement(number, statement) for number, statement in enumerate(statements)],
        "attributions": [piece for a in reading.attributions for piece in _attribution(a, known, text)],
    }
    spans: list[tuple[Span, dict[str, Any]]] = []
    depths = {}
    for layer, found in layers.items():
        placed = lanes([span for span, _ in found])
        depths[layer] = max(placed, default=-1) + 1
        spans += [
            (span, {"layer": layer, "lane": lane, **facts})
            for (span, facts), lane in zip(found, placed, strict=True)
        ]
    spans += [light for number, statement in enumerate(statements) for light in _lights(number, statement)]
    whole = (0, len(text))
    return {
        "pieces": [
            (text[low:high], numbers) for low, high, numbers in stretches(whole, [span for span, _ in spans])
        ],
        "spans": [facts for _, facts in spans],
        "statements": [_listed(statement) for statement in statements],
        "depths": depths,
    }


def core(statement: Statement) -> Span:
    """From the first to the last of actor, cue and target that stand in the evidence; the evidence if none does.

    Several statements often share one sentence, and whole sentences underlined thrice tell nobody which is which.
    """
    roles = [getattr(statement, f"{role}_span") for role in ROLES]
    inside = [(a, b) for a, b in roles if statement.start <= a < b <= statement.end]
    if not inside:
        return statement.start, statement.end
    return min(a for a, _ in inside), max(b for _, b in inside)


def _mention(mention: Mention, names: Mapping[str, str]) -> tuple[Span, dict[str, Any]]:
    return (mention.start, mention.end), {"note": names.get(mention.entity_id, mention.entity_id)}


def _statement(number: int, statement: Statement) -> tuple[Span, dict[str, Any]]:
    return core(statement), {"of": number, "family": statement.family, "held": not statement.makes_edge}


def _attribution(
    attribution: Attribution, names: Mapping[str, str], text: str
) -> Iterable[tuple[Span, dict[str, Any]]]:
    words = " … ".join(" ".join(text[start:end].split()) for start, end in attribution.source)
    speaker = names.get(attribution.entity_id or "", words) or "somebody not named"
    note = f"{'quoted' if attribution.direct else 'reported'}: {speaker}"
    return ((span, {"note": note}) for span in attribution.content)


def _lights(number: int, statement: Statement) -> Iterable[tuple[Span, dict[str, Any]]]:
    yield (statement.start, statement.end), {"layer": "evidence", "of": number}
    for role in ROLES:
        yield getattr(statement, f"{role}_span"), {"layer": "roles", "role": role, "of": number}


def _listed(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "actor": statement.actor,
        "relation": statement.relation,
        "target": statement.target,
        "family": statement.family,
        "sign": SIGNS[statement.family],
        "held": why_held(statement).removeprefix("no, "),
    }
