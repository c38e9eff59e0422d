"""A small file of the Discourse Network Analyzer, in the tables that version 3 makes, about people who do not exist."""

from __future__ import annotations

import sqlite3
from pathlib import Path

TABLES = """
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL);
CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL CHECK (LENGTH(Name) < 191),
    Red INTEGER NOT NULL DEFAULT 0, Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0, Password TEXT NOT NULL);
CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL CHECK (LENGTH(Title) < 191), Text TEXT NOT NULL,
    Coder INTEGER, Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '', Section TEXT NOT NULL DEFAULT '',
    Notes TEXT NOT NULL DEFAULT '', Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL);
CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL, Red INTEGER NOT NULL DEFAULT 0,
    Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0);
CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL, DataType TEXT NOT NULL DEFAULT 'short text',
    StatementTypeId INTEGER, UNIQUE (Variable, StatementTypeId));
CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER,
    Start INTEGER NOT NULL CHECK(Start >= 0), Stop INTEGER NOT NULL CHECK(Stop >= 0), Coder INTEGER, CHECK (Start < Stop));
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
    Value INTEGER NOT NULL DEFAULT 1, UNIQUE (StatementId, VariableId));
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
    Value INTEGER NOT NULL DEFAULT 0, UNIQUE (StatementId, VariableId));
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
    Value TEXT DEFAULT '', UNIQUE (StatementId, VariableId));
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '',
    Red INTEGER, Green INTEGER, Blue INTEGER, ChildOf INTEGER, UNIQUE (VariableId, Value));
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
    Entity INTEGER NOT NULL, UNIQUE (StatementId, VariableId));
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, AttributeVariable TEXT NOT NULL,
    UNIQUE(VariableId, AttributeVariable));
CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL,
    AttributeValue TEXT NOT NULL DEFAULT '', UNIQUE (EntityId, AttributeVariableId));
"""

DAY = 86_400
TEXT = "Marta Quill said the harbour tax was a fine idea. The port guild would have none of it."


class DnaFile:
    """A file that is filled step by step; `bytes` is what would lie on the disk."""

    def __init__(
        self, path: Path, version: str = "3.0.7", types: dict[str, dict[str, str]] | None = None
    ) -> None:
        self.path = path
        self.connection = sqlite3.connect(path)
        self.connection.execute("PRAGMA synchronous=OFF")
        self.connection.executescript(TABLES)
        self.run("INSERT INTO SETTINGS VALUES ('version', ?)", version)
        for name in ("Ines", "Otto"):
            self.run("INSERT INTO CODERS (Name, Password) VALUES (?, '')", name)
        usual = {
            "person": "short text",
            "organization": "short text",
            "concept": "short text",
            "agreement": "boolean",
        }
        for label, variables in (
            types or {"DNA Statement": usual, "Annotation": {"note": "long text"}}
        ).items():
            kind = self.run("INSERT INTO STATEMENTTYPES (Label) VALUES (?)", label)
            for name, data in variables.items():
                self.run(
                    "INSERT INTO VARIABLES (Variable, DataType, StatementTypeId) VALUES (?, ?, ?)",
                    name,
                    data,
                    kind,
                )

    def run(self, query: str, *values: object) -> int:
        """Do it at once; the number of the row that was added."""
        number = self.connection.execute(query, values).lastrowid
        self.connection.commit()
        return number

    def document(
        self, text: str = TEXT, title: str = "Harbour", date: int = 19_000 * DAY, **facts: str
    ) -> int:
        names = ["Title", "Text", "Date", *facts]
        marks = ", ".join("?" * len(names))
        return self.run(
            f"INSERT INTO DOCUMENTS ({', '.join(names)}) VALUES ({marks})", title, text, date, *facts.values()
        )

    def code(
        self, document: int, start: int, stop: int, kind: int = 1, coder: int = 1, **values: object
    ) -> int:
        """A statement with its values: texts become entities, as in DNA."""
        statement = self.run(
            "INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, ?, ?, ?, ?)",
            kind, document, start, stop, coder,
        )  # fmt: skip
        for name, value in values.items():
            self._put(statement, kind, name, value)
        return statement

    def attribute(self, name: str, value: str, **attributes: str) -> None:
        """Attributes of the entity of this value of a variable."""
        variable, entity = self.connection.execute(
            "SELECT V.ID, E.ID FROM VARIABLES V JOIN ENTITIES E ON E.VariableId = V.ID WHERE Variable = ? AND Value = ?",
            (name, value),
        ).fetchone()
        for key, text in attributes.items():
            attribute = self.run(
                "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)", variable, key
            )
            self.run(
                "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) VALUES (?, ?, ?)",
                entity,
                attribute,
                text,
            )

    def _put(self, statement: int, kind: int, name: str, value: object) -> None:
        variable, data = self.connection.execute(
            "SELECT ID, DataType FROM VARIABLES WHERE Variable = ? AND StatementTypeId = ?", (name, kind)
        ).fetchone()
        if data == "short text":
            self.run("INSERT OR IGNORE INTO ENTITIES (VariableId, Value) VALUES (?, ?)", variable, value)
            value = self.connection.execute(
                "SELECT ID FROM ENTITIES WHERE VariableId = ? AND Value = ?", (variable, value)
            ).fetchone()[0]
        table, column = {"short text": ("DATASHORTTEXT", "Entity")}.get(
            data, (f"DATA{data.replace(' ', '').upper()}", "Value")
        )
        self.run(
            f"INSERT INTO {table} (StatementId, VariableId, {column}) VALUES (?, ?, ?)",
            statement,
            variable,
            value,
        )
