"""The words of the project as frozen records; imports nothing of ours but the errors.

Every offset counts characters of `Document.text`, start inclusive, end exclusive. Dates are ISO 8601 days
("2025-01-05"); None means unknown and is never a guess.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from errors import RecordError

Span = tuple[int, int]

LONGEST_TEXT = 1_000_000
"""Characters of one document, two long novels: the parser needs about 1 GB of memory for so many."""

HALF_CHARACTERS = re.compile(r"[\ud800-\udfff]")
"""Halves of characters, which no file in UTF-8 can hold; bytes of a name that is not UTF-8 arrive as such."""

POLARITY = {"support": 1, "opposition": -1, "demand": 0, "action": 0, "affiliation": 0}
"""Family of relation -> its sign."""

ENTITY_TYPES = frozenset({"person", "party", "organization", "inquiry", "demand", "issue", "place"})
ACTOR_TYPES = frozenset({"person", "party", "organization"})
VOICES = frozenset({"outlet", "direct", "reported", "nested"})
MODALITIES = frozenset({"asserted", "hypothetical", "future", "question"})
STATUSES = frozenset({"proposed", "accepted", "rejected"})
REVIEW_ACTIONS = frozenset(
    {"accept", "reject", "flip", "relate", "retarget", "hold", "add"}  # about statements
    | {"merge", "distinct", "split", "rename"}  # about entities
    | {"note", "undo"}
)


def slug(text: str) -> str:
    """The stable identifier made of a name: ASCII letters and digits joined by hyphens.

    >>> slug("Sinn Féin’s Michelle O’Neill")
    'sinn-feins-michelle-oneill'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or digest(text)[:12]


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def checked_date(value: str | None, where: str) -> str | None:
    """The day as written, or None; a day that no calendar has (31 February) is an error."""
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError("not year-month-day")
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise RecordError(
            f"'{value}' is not a date", where=where, mend="Write year-month-day, for example 2025-01-05"
        ) from error


class JsonRecord:
    """What every record can do: become a plain mapping and be read back from one."""

    __slots__ = ()

    def to_json(self) -> dict[str, Any]:
        """The record as JSON types; tuples become lists."""
        return {key: _plain(value) for key, value in asdict(self).items()}  # type: ignore[call-overload]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The record written by `to_json`.

        Raises:
            RecordError: If a field is missing, unknown or of the wrong kind.
        """
        known = {f.name for f in fields(cls)}  # type: ignore[arg-type]
        if unknown := sorted(set(data) - known):
            raise RecordError(f"unknown field {', '.join(unknown)}", where=cls.__name__)
        try:
            return cls(**{key: _frozen(value) for key, value in data.items()})
        except TypeError as error:
            raise RecordError(str(error), where=cls.__name__) from error


def _plain(value: Any) -> Any:
    return [_plain(item) for item in value] if isinstance(value, tuple | list) else value


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(JsonRecord):
    """One article, transcript, letter or post."""

    id: str
    text: str  # as shown to readers; every span of every record counts into it
    title: str = ""
    date: str | None = None
    outlet: str = ""
    url: str = ""
    source: str = ""  # in words: where the facts of the text can be checked
    language: str = "en"  # ISO 639-1

    def __post_init__(self) -> None:
        _check_kinds(self)
        if not self.id:
            raise RecordError("a document needs an id", where="Document")
        if not self.text.strip():
            raise RecordError("the document is empty", where=self.id, mend="Give a text to read")
        checked_date(self.date, self.id)

    @property
    def hash(self) -> str:
        """What makes two texts the same document: SHA-256 of the words, whatever the white space."""
        return digest(" ".join(unicodedata.normalize("NFC", self.text).split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(JsonRecord):
    """A person, party, organization, inquiry, demand, issue or place that can be a node."""

    id: str
    name: str
    type: str
    party: str | None = None  # name of the party, where the entity has or is one
    roles: tuple[str, ...] = ()  # offices held at the date of the document, or named in its text
    gender: str | None = None
    wikidata: str | None = None
    other_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_kinds(self)
        if not self.id or not self.name:
            raise RecordError("an entity needs an id and a name", where="Entity")
        _one_of(self.type, ENTITY_TYPES, "type", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(JsonRecord):
    """A stretch of one document that names or refers to an entity."""

    start: int
    end: int
    entity_id: str
    kind: str = "name"  # "name", "surname", "role", "party-word", "pronoun", "thing", "group"

    def __post_init__(self) -> None:
        _check_kinds(self)
        _check_span((self.start, self.end), "mention", self.entity_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(JsonRecord):
    """Who says what: source, cue and content, each in one or more pieces (Pareti 2012; Newell et al. 2018)."""

    source: tuple[Span, ...]  # empty where the text names nobody
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    entity_id: str | None = None  # of the source, where it could be resolved
    direct: bool = False  # whether the content stands in quotation marks

    def __post_init__(self) -> None:
        _check_kinds(self)
        for name in ("source", "cue", "content"):
            for span in getattr(self, name):
                _check_span(span, name, "Attribution")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(JsonRecord):
    """An actor stands in a relation to a target, taken from one place in one document (contract C3)."""

    id: str
    document: str
    actor: str
    actor_id: str
    actor_type: str
    relation: str
    family: str
    polarity: int
    target: str
    target_id: str
    target_type: str
    voice: str = "outlet"
    attributed_to: str | None = None  # id of the entity that asserts it, where voice is "nested"
    negated: bool = False
    evidence: str  # the sentence(s), equal to document.text[start:end]
    start: int
    end: int
    actor_span: Span
    cue_span: Span
    target_span: Span
    date: str | None = None
    modality: str = "asserted"
    confidence: float | None = None  # null until calibrated on annotated data
    method: str = ""
    status: str = "proposed"
    actor_party: str | None = None  # at the date of the document
    target_party: str | None = None
    outlet: str = ""

    def __post_init__(self) -> None:
        _check_kinds(self)
        where = self.id or "Statement"
        for name in ("id", "document", "actor", "actor_id", "relation", "target", "target_id"):
            _require_text(getattr(self, name), name, where)
        _one_of(self.actor_type, ACTOR_TYPES, "actor_type", where)
        _one_of(self.target_type, ENTITY_TYPES, "target_type", where)
        _one_of(self.family, frozenset(POLARITY), "family", where)
        _one_of(self.voice, VOICES, "voice", where)
        _one_of(self.modality, MODALITIES, "modality", where)
        _one_of(self.status, STATUSES, "status", where)
        self._check_claims(where)
        self._check_spans(where)

    def _check_claims(self, where: str) -> None:
        if self.polarity != POLARITY[self.family]:
            raise RecordError(
                f"polarity {self.polarity} does not fit family '{self.family}'",
                where=where,
                mend=f"It is {POLARITY[self.family]} for this family",
            )
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise RecordError(f"confidence {self.confidence} is not between 0 and 1", where=where)
        if (self.voice == "nested") != (self.attributed_to is not None):
            raise RecordError("'attributed_to' goes with voice 'nested', and only with it", where=where)
        checked_date(self.date, where)

    def _check_spans(self, where: str) -> None:
        _check_span((self.start, self.end), "evidence", where)
        if len(self.evidence) != self.end - self.start:
            raise RecordError("evidence and its span differ in length", where=where)
        for name in ("actor_span", "cue_span", "target_span"):
            _check_span(getattr(self, name), name, where)

    @property
    def makes_edge(self) -> bool:
        """Whether the statement is drawn: asserted, not negated, not rejected by a reviewer."""
        return self.modality == "asserted" and not self.negated and self.status != "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(JsonRecord):
    """One entry of the journal of corrections: who did what to what, and when. Entries are never changed.

    What `change` holds depends on the action; `review.replay` reads it.
    """

    id: str
    number: int  # place in the journal, from 1; later entries win
    at: str  # ISO 8601 in UTC, seconds
    coder: str
    action: str
    subject: str  # id of the statement, entity, document or entry that it is about
    change: Mapping[str, Any]  # JSON types only
    note: str = ""

    def __post_init__(self) -> None:
        _check_kinds(self)
        where = self.id or "Review"
        for name in ("id", "at", "coder", "subject"):
            _require_text(getattr(self, name), name, where)
        _one_of(self.action, REVIEW_ACTIONS, "action", where)
        if self.number < 1:
            raise RecordError(f"number {self.number} is not a place in a journal", where=where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that was read out of one document."""

    document: Document
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    remarks: tuple[str, ...] = ()  # what was skipped and why, for the reader


def check_statement(statement: Statement, document: Document) -> None:
    """Whether the statement's spans lie in the document and its evidence is the document's own text.

    Raises:
        RecordError: Naming the first span that does not fit.
    """
    size = len(document.text)
    for name in ("actor_span", "cue_span", "target_span"):
        if getattr(statement, name)[1] > size:
            raise RecordError(f"{name} ends behind the text of {size} characters", where=statement.id)
    if document.text[statement.start : statement.end] != statement.evidence:
        raise RecordError("the evidence is not what the document says there", where=statement.id)


def _check_kinds(record: JsonRecord) -> None:
    """Whether every field holds the kind of value that its annotation says."""
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if not KINDS[str(field.type)](value):
            where = f"{type(record).__name__} {getattr(record, 'id', '')}".strip()
            raise RecordError(
                f"'{field.name}' cannot be {value!r:.60}", where=where, mend=f"Give {field.type}"
            )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_span(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(_is_whole(number) for number in value)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _all(kind: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, tuple) and all(kind(item) for item in value)


KINDS: dict[str, Callable[[object], bool]] = {
    "str": _is_text,
    "str | None": lambda value: value is None or _is_text(value),
    "int": _is_whole,
    "bool": lambda value: isinstance(value, bool),
    "float | None": lambda value: value is None or isinstance(value, float | int),
    "Span": _is_span,
    "tuple[str, ...]": _all(_is_text),
    "tuple[Span, ...]": _all(_is_span),
    "Mapping[str, Any]": lambda value: isinstance(value, Mapping) and all(map(_is_text, value)),
}
"""Annotation of a field -> whether a value is of that kind."""


def _one_of(value: str, allowed: frozenset[str], name: str, where: str) -> None:
    if not isinstance(value, str) or value not in allowed:
        raise RecordError(
            f"{name} '{value}' is unknown", where=where, mend=f"Use one of: {', '.join(sorted(allowed))}"
        )


def _require_text(value: object, name: str, where: str) -> None:
    if not isinstance(value, str) or not value.strip():
        raise RecordError(f"'{name}' is not a text", where=where)


def _check_span(span: Span, name: str, where: str) -> None:
    start, end = span
    if not 0 <= start <= end:
        raise RecordError(f"{name} span {start}–{end} does not run forwards from 0", where=where)
