"""The form of every entry of the journal: who, when, about what, and by which anchor it is found again."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping
from typing import Any

from errors import InputError
from records import Entity, Review, check_statement
from review.anchors import anchor_of
from review.claims import Hand, Shown


def about(shown: Shown, action: str, hand: Hand, change: Mapping[str, Any] | None = None) -> Review:
    """An entry about a statement, with its anchor and whatever else it changes."""
    return entry(action, shown.statement.id, {"anchor": anchored(shown), **(change or {})}, hand)


def entry(action: str, subject: str, change: Mapping[str, Any], hand: Hand) -> Review:
    """An entry of this moment."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return Review(
        id=uuid.uuid4().hex,
        number=1,
        at=now,
        coder=hand.coder,
        action=action,
        subject=subject,
        change=change,
        note=hand.note.strip(),
    )


def anchored(shown: Shown) -> dict[str, Any]:
    """The anchor of what was shown.

    Raises:
        InputError: If the statement was taken from another document.
        RecordError: If the document does not say so there.
    """
    statement, document = shown
    if statement.document != document.id:
        raise InputError(
            f"it stands in '{statement.document}', not in '{document.id}'",
            where=statement.id,
            mend="Give the document that it was taken from",
        )
    check_statement(statement, document)
    return anchor_of(statement, document)


def called(entity: Entity) -> dict[str, str]:
    """What an entry keeps of an entity, by which it is found again."""
    return {"id": entity.id, "name": entity.name, "type": entity.type}
