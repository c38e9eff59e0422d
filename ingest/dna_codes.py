"""What people have coded in a file of the Discourse Network Analyzer: who said what stands in its tables.

`Start` and `Stop` count characters of `DOCUMENTS.Text` from 0, as DNA's own queries do (https://github.com/leifeld/dna).
Every value is cast: SQLite keeps whatever was written, whatever the column says.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.characters import clean
from records import slug

USES: Mapping[str, Sequence[str]] = {
    "person": ("person", "speaker", "actor"),
    "party": ("party",),
    "organization": ("organization", "organisation"),
    "issue": ("concept", "issue", "claim", "belief"),
    "agreement": ("agreement", "agree", "qualifier", "position"),
}
"""What a variable holds, for entities their type -> how files call it, in lower case; the first found is taken."""

OTHERS = """
SELECT CAST(StatementId AS INTEGER), CAST(VariableId AS INTEGER), COALESCE(CAST(Value AS TEXT), ''), NULL FROM {}
"""
VALUES = {
    "short text": """
        SELECT CAST(D.StatementId AS INTEGER), CAST(D.VariableId AS INTEGER), COALESCE(CAST(E.Value AS TEXT), ''), E.ID
        FROM DATASHORTTEXT D LEFT JOIN ENTITIES E ON E.ID = D.Entity
        """,
    "long text": OTHERS.format("DATALONGTEXT"),
    "boolean": OTHERS.format("DATABOOLEAN"),
    "integer": OTHERS.format("DATAINTEGER"),
}
"""Type of data -> statement, variable, value, and the entity that it is."""

TYPES = "SELECT ID, COALESCE(CAST(Label AS TEXT), '') FROM STATEMENTTYPES"
VARIABLES = """
SELECT ID, COALESCE(CAST(Variable AS TEXT), ''), CAST(StatementTypeId AS INTEGER) FROM VARIABLES ORDER BY ID
"""
ATTRIBUTES = """
SELECT V.EntityId, COALESCE(CAST(N.AttributeVariable AS TEXT), ''), COALESCE(CAST(V.AttributeValue AS TEXT), '')
FROM ATTRIBUTEVALUES V JOIN ATTRIBUTEVARIABLES N ON N.ID = V.AttributeVariableId WHERE V.AttributeValue != ''
"""
STATEMENTS = """
SELECT CAST(S.DocumentId AS INTEGER), CAST(S.ID AS INTEGER), CAST(S.StatementTypeId AS INTEGER),
    COALESCE(CAST(S.Start AS INTEGER), -1), COALESCE(CAST(S.Stop AS INTEGER), -1), COALESCE(CAST(C.Name AS TEXT), '')
FROM STATEMENTS S LEFT JOIN CODERS C ON C.ID = S.Coder ORDER BY S.Start, S.ID
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters [start, stop) of a text as the file has it, with what somebody coded there."""

    id: int
    type: int
    start: int
    stop: int
    coder: str


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable holds."""

    kind: str  # "short text", "long text", "boolean" (then "0" or "1"), "integer"
    text: str  # numbers too
    attributes: Mapping[str, str]  # of the entity that the text names; their names in lower case


class Codes:
    """The codings of one file.

    Args:
        connection: As `ingest.dna_file.opened` gives it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._types: dict[int, str] = dict(connection.execute(TYPES))
        self._variables: dict[int, dict[str, int]] = defaultdict(dict)  # type -> name -> id
        for number, name, kind in connection.execute(VARIABLES):
            self._variables[kind][name] = number
        self._values = _values(connection)
        self._passages: dict[int, list[Passage]] = defaultdict(list)
        for document, *passage in connection.execute(STATEMENTS):
            self._passages[document].append(Passage(*passage))
        self._owners: dict[str, str] = {}

    def passages(self, document: int) -> list[Passage]:
        """Those of a document, in order."""
        return self._passages.get(document, [])

    def value(self, passage: Passage, use: str) -> Value | None:
        """What its variable of this use holds; None where its type has none, or it is empty."""
        named = {name.casefold(): number for name, number in self._variables.get(passage.type, {}).items()}
        variable = next((named[name] for name in USES[use] if name in named), None)
        value = self._values[passage.id].get(variable) if variable is not None else None
        return value if value and value.text else None

    def told(self, passage: Passage) -> str:
        """All of it in words: "Annotation at 253-344 by Otto: note = To be checked"."""
        values = self._values[passage.id]
        named = (
            f"{name} = {values[number].text}"
            for name, number in self._variables.get(passage.type, {}).items()
            if number in values and values[number].text
        )
        kind = self._types.get(passage.type) or "Statement"
        coder = f" by {passage.coder}" if passage.coder else ""
        return (
            f"{kind} at {passage.start}-{passage.stop}{coder}: {'; '.join(named) or 'nothing is filled in'}"
        )

    def entity_id(self, name: str, kind: str) -> str:
        """The id that the extractor would make of it; with its type where an actor of another type has it."""
        if kind == "issue" or self._owners.setdefault(slug(name), kind) != kind:
            return f"{kind}--{slug(name)}"
        return slug(name)


def _values(connection: sqlite3.Connection) -> dict[int, dict[int, Value]]:
    """Statement -> variable -> value."""
    attributes: dict[int, dict[str, str]] = defaultdict(dict)
    for entity, name, text in connection.execute(ATTRIBUTES):
        attributes[entity][name.casefold()] = clean(text).strip()
    values: dict[int, dict[int, Value]] = defaultdict(dict)
    for kind, query in VALUES.items():
        for statement, variable, text, entity in connection.execute(query):
            values[statement][variable] = Value(kind, clean(text).strip(), attributes.get(entity, {}))
    return values
