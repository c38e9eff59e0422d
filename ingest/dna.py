"""Reads files of the Discourse Network Analyzer (.dna): documents, and the statements that people have coded in them.

What DNA calls a statement becomes one of ours where it names a person, party or organization, a concept, and whether
they agree: the first of these, in this order, *backed* or *opposed* the concept. The passage is both evidence and cue.
Who coded it stands in the method, "import:dna:NAME". What has no such form is told of in the remarks, and kept there.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from errors import InputError
from ingest.characters import clean
from ingest.dna_codes import Codes, Passage, Value
from ingest.dna_file import opened
from ingest.documents import make_document
from ingest.failures import Failure
from ingest.inputs import Input
from records import POLARITY, Document, Entity, Reading, Span, Statement, digest

DOCUMENTS = """
SELECT ID, {columns}, CAST(Date AS INTEGER) AS Date FROM DOCUMENTS ORDER BY ID
""".format(
    columns=", ".join(
        f"COALESCE(CAST({name} AS TEXT), '') AS {name}"
        for name in ("Title", "Text", "Author", "Source", "Section", "Type", "Notes")
    )
)
SHIFT = 16  # characters that cleaning the text before a passage may differ from cleaning it on its own
NUMBER = re.compile(r"-?\d{1,9}")
ACTORS = ("person", "party", "organization")
FACTS = {"party": "party", "gender": "gender", "wikidata": "wikidata"}
"""Attribute, in lower case -> the field of an entity that it fills."""


def read_dna(given: Input) -> Iterator[Reading | Failure]:
    """The documents with their codings; one that cannot be read is a Failure.

    Raises:
        InputError: If this is no file of DNA 3, or is damaged or too large.
    """
    with opened(given) as connection:
        codes = Codes(connection)
        documents = connection.cursor()
        documents.row_factory = sqlite3.Row
        seen: set[str] = set()
        for row in documents.execute(DOCUMENTS):
            where = f"{given.where}, document {row['ID']}"
            try:
                yield _reading(row, codes, given, where, seen)
            except InputError as error:
                yield Failure(source=where, error=error)


def _reading(row: sqlite3.Row, codes: Codes, given: Input, where: str, seen: set[str]) -> Reading:
    document = make_document(row["Text"], _facts(row), given, where, f"{given.id}-{row['ID']}")
    if document.hash in seen:
        raise InputError(
            "its text stands in the file already", where=where, mend="Keep one of the two in DNA"
        )
    seen.add(document.hash)
    coded = _Coded(document, row["Text"], codes)
    for passage in codes.passages(row["ID"]):
        coded.take(passage)
    return Reading(
        document=document,
        statements=tuple(coded.statements),
        entities=tuple(coded.entities.values()),
        remarks=tuple(coded.remarks),
    )


def _facts(row: sqlite3.Row) -> dict[str, str]:
    about = {name: " ".join(row[name].split()) for name in ("Author", "Section", "Type", "Notes")}
    return {
        "title": row["Title"],
        "outlet": row["Source"],
        "date": _day(row["Date"]),
        "source": "; ".join(f"{name}: {words}" for name, words in about.items() if words),
    }


def _day(seconds: int | None) -> str:
    """The day in UTC; empty where it lies in no calendar."""
    with suppress(OverflowError):
        return (
            (datetime(1970, 1, 1) + timedelta(seconds=seconds)).date().isoformat()
            if seconds is not None
            else ""
        )
    return ""


@dataclass(slots=True)
class _Coded:
    """What is coded in one document, as it is gathered."""

    document: Document
    text: str  # as the file has it: what passages count into
    codes: Codes
    statements: list[Statement] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def take(self, passage: Passage) -> None:
        """Keep the statement, or say why it is none."""
        try:
            self.statements.append(self._statement(passage))
        except InputError as error:
            self.remarks.append(f"left out, because {error.what}: {self.codes.told(passage)}")

    def _statement(self, passage: Passage) -> Statement:
        actor, concept = self._actor(passage), self.codes.value(passage, "issue")
        if actor is None or concept is None:
            raise InputError(f"it has no {'actor' if actor is None else 'concept'}")
        relation, family = self._stance(passage)
        start, end = self._span(passage)
        target = self._entity("issue", concept)
        document = self.document
        identity = f"{document.hash}|dna|{passage.id}|{actor.id}|{relation}|{target.id}|{start}|{end}"
        return Statement(
            id=digest(identity)[:16],
            document=document.id,
            actor=actor.name,
            actor_id=actor.id,
            actor_type=actor.type,
            actor_party=actor.party,
            relation=relation,
            family=family,
            polarity=POLARITY[family],
            target=target.name,
            target_id=target.id,
            target_type=target.type,
            evidence=document.text[start:end],
            start=start,
            end=end,
            actor_span=self._named(actor, (start, end)),
            cue_span=(start, end),
            target_span=self._named(target, (start, end)),
            date=document.date,
            outlet=document.outlet,
            method=f"import:dna:{passage.coder}",
            status="accepted",
        )

    def _actor(self, passage: Passage) -> Entity | None:
        """Who speaks; a person keeps the organization that they are coded with as a role."""
        found = {kind: value for kind in ACTORS if (value := self.codes.value(passage, kind))}
        if not found:
            return None
        kind, value = next(iter(found.items()))
        roles = tuple(other.text for name, other in found.items() if name == "organization" != kind)
        party = found["party"].text if "party" in found and kind != "party" else None
        return self._entity(kind, value, roles, party)

    def _entity(
        self, kind: str, value: Value, roles: tuple[str, ...] = (), party: str | None = None
    ) -> Entity:
        """The entity of a value, kept with what earlier passages say of it."""
        entity_id = self.codes.entity_id(value.text, kind)
        known = self.entities.get(entity_id) or _described(entity_id, kind, value)
        roles = tuple(dict.fromkeys((*known.roles, *roles)))
        self.entities[entity_id] = replace(known, roles=roles, party=known.party or party)
        return self.entities[entity_id]

    def _stance(self, passage: Passage) -> tuple[str, str]:
        value = self.codes.value(passage, "agreement")
        if value is None or value.kind not in ("boolean", "integer") or not NUMBER.fullmatch(value.text):
            raise InputError("it does not say whether the actor agrees")
        number = int(value.text)
        if number == 0 and value.kind == "integer":
            raise InputError("the actor neither agrees nor disagrees")
        return ("backed", "support") if number > 0 else ("opposed", "opposition")

    def _span(self, passage: Passage) -> Span:
        """Where the passage stands in the text after cleaning, which may have made it shorter."""
        start, stop = passage.start, passage.stop
        if not 0 <= start < stop <= len(self.text):
            raise InputError("its characters are not in the text")
        if self.text == self.document.text:
            return start, stop
        words, near = clean(self.text[start:stop]), len(clean(self.text[:start]))
        at = self.document.text.find(words, max(near - SHIFT, 0))
        if not words.strip() or at < 0:
            raise InputError("its words are not in the text once that is cleaned")
        return at, at + len(words)

    def _named(self, entity: Entity, passage: Span) -> Span:
        """Where the passage names it; an empty span at its start where it does not."""
        at = self.document.text.find(entity.name, *passage)
        return (at, at + len(entity.name)) if at >= 0 else (passage[0], passage[0])


def _described(entity_id: str, kind: str, value: Value) -> Entity:
    """The entity with its attributes; those that no field is made for become roles."""
    attributes = {name: text for name, text in value.attributes.items() if name != "notes"}
    aliases = [alias.strip() for alias in attributes.pop("alias", "").split(";")]
    facts = {field: attributes.pop(name) for name, field in FACTS.items() if name in attributes}
    return Entity(
        id=entity_id,
        name=value.text,
        type=kind,
        roles=tuple(text if name == "type" else f"{name}: {text}" for name, text in attributes.items()),
        other_names=tuple(alias for alias in aliases if alias),
        **{"party": value.text if kind == "party" else None} | facts,
    )
