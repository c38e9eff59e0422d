"""`hustings explain`: how a sentence is read, and why not otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.options import Date, Json, checked_words
from commands.screen import print_json, print_line, print_table

if TYPE_CHECKING:
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
    from workspace.explained import explained

    checked_words(sentence, "SENTENCE")
    reading, silent = Extractor().explain(Document(id="sentence", text=sentence, date=date))
    if as_json:
        print_json(_as_json(reading, silent))
        return
    for section in explained(reading, silent):
        print_line(section.key if section.rows else f"{section.key}: none")
        if section.rows:
            print_table(section.columns, section.rows)
        print_line("")


def _as_json(reading: Reading, silent: tuple[Silence, ...]) -> dict[str, object]:
    return {
        "mentions": [mention.to_json() for mention in reading.mentions],
        "attributions": [attribution.to_json() for attribution in reading.attributions],
        "statements": [statement.to_json() for statement in reading.statements],
        "silent": [
            {"cue": s.cue, "span": list(s.span), "relation": s.relation, "reason": s.reason} for s in silent
        ],
    }
