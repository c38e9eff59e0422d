"""Where a correction belongs: found again when a better version has read the document anew.

An anchor is a mapping of JSON types that an entry of the journal carries: the statement as its reviewer saw it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from records import Document, Statement

Anchor = Mapping[str, Any]
Hashes = Mapping[str, str]
"""Document id -> `Document.hash`."""

ENDS = ("actor", "target")


def anchor_of(statement: Statement, document: Document) -> dict[str, Any]:
    """The anchor of a statement in its document."""
    return {
        "id": statement.id,
        "document": statement.document,
        "hash": document.hash,
        "cue_span": list(statement.cue_span),
        "cue": cue_of(statement) or document.text[slice(*statement.cue_span)],
        "actor": statement.actor,
        "actor_id": statement.actor_id,
        "relation": statement.relation,
        "family": statement.family,
        "target": statement.target,
        "target_id": statement.target_id,
        "held": is_held(statement),
        "evidence": statement.evidence,
    }


def is_held(statement: Statement) -> bool:
    """Whether the text does not assert it as a fact: denied, possible, to come, or asked."""
    return statement.negated or statement.modality != "asserted"


def cue_of(statement: Statement) -> str:
    """The words of its cue; empty where they stand outside the evidence."""
    start, end = (place - statement.start for place in statement.cue_span)
    return statement.evidence[start:end] if start >= 0 else ""


class Places:
    """The statements of an extraction by where they stand.

    Args:
        statements: Id -> statement, as the machine found them.
        hashes: Of the documents; those that are missing are compared by their ids alone.
        current: The statement of an id as corrected so far; an anchor may name its ends as they were found or
            as they were when it was made. None where it is unchanged.
    """

    def __init__(
        self,
        statements: Mapping[str, Statement],
        hashes: Hashes,
        current: Callable[[str], Statement | None] = lambda _id: None,
    ) -> None:
        self._by_id = statements
        self._current = current
        self._alike: dict[str, list[str]] = defaultdict(list)  # hash -> ids of documents
        for document, hash_ in hashes.items():
            self._alike[hash_].append(document)
        self._documents: dict[str, list[Statement]] | None = None

    def find(self, anchor: Anchor) -> str | None:
        """The id of the statement that the anchor belongs to, or None.

        Tried in this order: the same id; the same cue at the same place of the same document between the same
        ends; the same words of evidence, wherever they have moved to in it, with the same actor, relation and
        target. Among several that fit, one of the same relation, then the nearest, is taken.
        """
        if anchor["id"] in self._by_id:
            return str(anchor["id"])
        near = list(self._of_document(anchor))
        for fits in (_same_place, _same_words):
            found = [s for s in near if any(fits(anchor, form) for form in self._forms(s))]
            if found:
                return min(found, key=lambda s: _distance(anchor, s)).id
        return None

    def of_same_words(self, anchor: Anchor) -> list[str]:
        """The ids under which the anchor's text is kept now, unedited."""
        return self._alike.get(anchor["hash"], [])

    def _of_document(self, anchor: Anchor) -> Iterator[Statement]:
        """The statements of the anchor's document, under whatever id it is kept now."""
        if self._documents is None:
            self._documents = defaultdict(list)
            for statement in self._by_id.values():
                self._documents[statement.document].append(statement)
        for document in dict.fromkeys([anchor["document"], *self.of_same_words(anchor)]):
            yield from self._documents.get(document, ())

    def _forms(self, statement: Statement) -> Iterator[Statement]:
        yield statement
        if now := self._current(statement.id):
            yield now


def _same_place(anchor: Anchor, statement: Statement) -> bool:
    return (
        tuple(anchor["cue_span"]) == statement.cue_span
        and (cue_of(statement) or anchor["cue"]) == anchor["cue"]
        and _same_ends(anchor, statement)
    )


def _same_words(anchor: Anchor, statement: Statement) -> bool:
    return (
        anchor["relation"] == statement.relation
        and anchor["evidence"].split() == statement.evidence.split()
        and _same_ends(anchor, statement)
    )


def _same_ends(anchor: Anchor, statement: Statement) -> bool:
    """By id or name: another knowledge base gives the same person another id."""
    return all(
        anchor[f"{end}_id"] == getattr(statement, f"{end}_id") or anchor[end] == getattr(statement, end)
        for end in ENDS
    )


def _distance(anchor: Anchor, statement: Statement) -> tuple[bool, int, str]:
    apart = abs(anchor["cue_span"][0] - statement.cue_span[0])
    return anchor["relation"] != statement.relation, apart, statement.id
