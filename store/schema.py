"""The tables. But for one index nothing here is SQLite's own, so that the same code runs on PostgreSQL.

A column that holds a field of a record has the field's name: rows and records turn into each other by name. Whoever
changes a table adds a migration (`store/migrations/`); a test compares what these make with what stands here.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA_VERSION = 4
"""One more with every change of the tables; a database of a higher number than the program's is refused."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),  # "schema_version", "revision", "extraction"
    Column("value", Integer, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),  # what makes two texts the same document
    Column("title", Text, nullable=False),
    Column("date", String(10)),  # ISO day; null = unknown
    Column("outlet", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("added_at", String(25), nullable=False),  # ISO, UTC, seconds
)
Index(
    "ix_documents_listed",  # all that a list shows and is searched by, so that no row with its text is read
    *(documents.c[name] for name in ("date", "title", "outlet", "id")),
    info={"only": "sqlite"},  # PostgreSQL takes no title of 2,700 bytes into an index, and keeps texts apart
)


def _document(name: str = "document", primary_key: bool = False, index: bool = False) -> Column[str]:
    """Whatever was read out of a document goes when the document goes."""
    owner = ForeignKey("documents.id", ondelete="CASCADE")
    return Column(name, Text, owner, primary_key=primary_key, nullable=False, index=index)


runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False, unique=True),  # of the versions
    Column("versions", JSON, nullable=False),  # of extractor, model, lexicon and knowledge
    Column("first_at", String(25), nullable=False),  # when these versions first read a document
    Column("last_at", String(25), nullable=False),
)

readings = Table(
    "readings",
    metadata,
    _document(primary_key=True),
    Column("run", Integer, ForeignKey("runs.number"), nullable=False, index=True),
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
    _document(index=True),
    Column("number", Integer, nullable=False),  # its place in the reading
    Column("repeats", Text),  # id of the statement of a near-duplicate text that says the same
    Column("actor", Text, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("actor_type", String(20), nullable=False),
    Column("actor_party", Text),
    Column("relation", Text, nullable=False),
    Column("family", String(20), nullable=False),
    Column("polarity", Integer, nullable=False),
    Column("target", Text, nullable=False),
    Column("target_id", Text, nullable=False),
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
    Column("date", String(10)),
    Column("modality", String(20), nullable=False),
    Column("confidence", Float),
    Column("method", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("outlet", Text, nullable=False),
)
Index(
    "ix_statements_repeats",
    statements.c.repeats,
    sqlite_where=statements.c.repeats.is_not(None),
    postgresql_where=statements.c.repeats.is_not(None),
)

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),  # in the order of adding
    _document(index=True),  # the document that has the words of this publication
    _document("text", index=True),  # the first document kept of all that are nearly the same
    Column("title", Text, nullable=False),
    Column("date", String(10)),
    Column("outlet", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("likeness", Float, nullable=False),  # Jaccard index with what it was found by, 1 = the same words
)

bands = Table(
    "bands",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),  # see `store.likeness.bands`
    _document(primary_key=True),
    sqlite_with_rowid=False,
)

reviews = Table(
    "reviews",  # the journal: rows are added, never changed or removed; triggers hold to it
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("action", String(20), nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("change", JSON, nullable=False),
    Column("note", Text, nullable=False),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("name", Text, primary_key=True),
    Column("created_at", String(25), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),  # bytes
    Column("content", LargeBinary, nullable=False),
)

views = Table(
    "views",
    metadata,
    Column("id", String(64), primary_key=True),  # short, for addresses
    Column("name", Text, nullable=False),
    Column("owner", Text, nullable=False, index=True),
    Column("query", Text, nullable=False),  # what stands behind the ? of the page's address
    Column("created_at", String(25), nullable=False),
)
