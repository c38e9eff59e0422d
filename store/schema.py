"""The tables. Nothing here is SQLite's own, so that the same code runs on PostgreSQL.

A column that holds a field of a record has the field's name: rows and records turn into each other by name.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, MetaData, String, Table, Text

SCHEMA_VERSION = 1
"""One more with every change of the tables; a database of a higher number than the program's is refused."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),  # "schema_version", "revision"
    Column("value", Integer, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),  # what makes two texts the same document
    Column("title", Text, nullable=False),
    Column("date", String(10), index=True),  # ISO day; null = unknown
    Column("outlet", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("added_at", String(25), nullable=False),  # ISO, UTC, seconds
    Column("versions", JSON, nullable=False),  # of extractor, model, lexicon and knowledge that read it
)


def _document(primary_key: bool = False) -> Column[str]:
    """Whatever was read out of a document goes when the document goes."""
    owner = ForeignKey("documents.id", ondelete="CASCADE")
    return Column("document", Text, owner, primary_key=primary_key, nullable=False, index=not primary_key)


readings = Table(
    "readings",
    metadata,
    _document(primary_key=True),
    Column("mentions", JSON, nullable=False),
    Column("attributions", JSON, nullable=False),
    Column("remarks", JSON, nullable=False),
)

entities = Table(
    "entities",
    metadata,
    _document(primary_key=True),
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False),  # its place in the reading
    Column("facts", Text, nullable=False),  # the record as JSON with sorted keys: what SQL can group by
)

statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    Column("number", Integer, nullable=False),  # its place in the reading
    Column("actor", Text, nullable=False),
    Column("actor_id", Text, nullable=False, index=True),
    Column("actor_type", String(20), nullable=False),
    Column("actor_party", Text),
    Column("relation", Text, nullable=False, index=True),
    Column("family", String(20), nullable=False),
    Column("polarity", Integer, nullable=False),
    Column("target", Text, nullable=False),
    Column("target_id", Text, nullable=False, index=True),
    Column("target_type", String(20), nullable=False),
    Column("target_party", Text),
    Column("voice", String(20), nullable=False),
    Column("attributed_to", Text),
    Column("negated", Boolean, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("start", Integer, nullable=False),  # characters into documents.text
    Column("end", Integer, nullable=False),
    Column("actor_span", JSON, nullable=False),  # [start, end)
    Column("cue_span", JSON, nullable=False),
    Column("target_span", JSON, nullable=False),
    Column("date", String(10), index=True),
    Column("modality", String(20), nullable=False),
    Column("confidence", Float),
    Column("method", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("outlet", Text, nullable=False),
)
