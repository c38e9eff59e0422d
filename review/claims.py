"""What a reviewer says: about which statement, in whose name, with which relation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from records import Document, Entity, Span, Statement

PAIRS = (
    ("praised", "criticised"),
    ("defended", "attacked"),
    ("backed", "opposed"),
    ("welcomed", "condemned"),
    ("agreed with", "disagreed with"),
)
OPPOSITES = {relation: other for pair in PAIRS for relation, other in (pair, pair[::-1])}
"""Relation of support -> its opposite, and back."""

OTHER_SIDE = {"support": ("opposed", "opposition"), "opposition": ("backed", "support")}
"""Family with a sign -> the relation that stands for the other one, and that family."""


HELD: dict[str, dict[str, bool | str]] = {
    "negated": {"negated": True},
    "possible": {"modality": "hypothetical"},
    "future": {"modality": "future"},
    "question": {"modality": "question"},
    "asserted": {"negated": False, "modality": "asserted"},
}
"""How a text can hold a statement -> what a reviewer changes by saying so."""


class Shown(NamedTuple):
    """A statement in the document in which its reviewer saw it."""

    statement: Statement
    document: Document


class Relation(NamedTuple):
    """A relation's name, and what it amounts to."""

    name: str
    family: str


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes an entry, and the reason in words."""

    coder: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a coder reads in a stretch of text: who does what to whom."""

    actor: Entity
    relation: Relation
    target: Entity
    cue_span: Span | None = None  # where they stand in the document; None: nobody marked it
    actor_span: Span | None = None
    target_span: Span | None = None
    negated: bool = False
    modality: str = "asserted"
