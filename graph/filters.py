"""Which statements are in view: a record that keeps, says what it keeps, and goes into an address."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from typing import Any, Self

from errors import InputError
from graph.words import SETS, words_of
from records import POLARITY, VOICES, Statement, checked_date

NUMBERS: Mapping[str, type[int] | type[float]] = {
    "minimum_statements": int,
    "minimum_confidence": float,
    "depth": int,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice of statements; a field left empty restricts nothing, and all fields must agree.

    `minimum_statements`, `centre` and `depth` are about edges, so `build_graph` applies them.

    Raises:
        InputError: If a value cannot be meant: a day no calendar has, an unknown family, a depth of 0.

    >>> Filter(parties={"Labour"}, since="2025-01-01").describe()
    'Statements that involve the party Labour, dated from 2025-01-01.'
    """

    actors: Set[str] = (
        frozenset()
    )  # ids or names of whoever acts, or of a party that the actor is or belongs to
    targets: Set[str] = frozenset()  # likewise of whom or what it is about
    topics: Set[str] = frozenset()  # words in the name of what it is about, see `graph.topics`: "inquiry"
    people: Set[str] = frozenset()  # ids or names, as actor or as target
    parties: Set[str] = frozenset()  # names or ids: the party itself, and whoever belongs to it
    families: Set[str] = frozenset()
    relations: Set[str] = frozenset()
    outlets: Set[str] = frozenset()  # each that printed it, as far as reports are known
    voices: Set[str] = frozenset()
    since: str | None = None  # ISO day, included; a statement without date is out when either end is set
    until: str | None = None
    minimum_statements: int = 1  # per edge
    minimum_confidence: float | None = None  # 0 to 1; a statement whose confidence is unknown is out when set
    centre: str | None = None  # id or name of the entity whose surroundings are shown
    depth: int = 1  # steps from the centre, against the arrows too

    def __post_init__(self) -> None:
        for name in SETS:
            object.__setattr__(self, name, _words(name, getattr(self, name)))
        for name in ("since", "until", "centre"):
            object.__setattr__(self, name, getattr(self, name) or None)
        self._check_words()
        self._check_dates()
        self._check_numbers()

    def keeps(self, statement: Statement, outlets: Collection[str] = ()) -> bool:
        """Whether the statement is in view; says nothing about edges.

        Args:
            outlets: All that printed it, where its own is not the only one.
        """
        return (
            all(self._allows(name, statement, outlets) for name in SETS if getattr(self, name))
            and self._keeps_date(statement.date)
            and self._keeps_confidence(statement.confidence)
        )

    def describe(self) -> str:
        """What is kept, as one sentence for the reader."""
        kept = [part for name, words in _PARTS for part in [self._part(name, words)] if part]
        return f"Statements {', '.join(kept)}." if kept else "All statements."

    def to_json(self) -> dict[str, Any]:
        """The fields that restrict something, as JSON types; sets as sorted lists."""
        default = type(self)()
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in values.items()
            if value != getattr(default, name)
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The filter written by `to_json`.

        Raises:
            InputError: If a field is unknown, or a value of the wrong kind.
        """
        if unknown := sorted(set(data) - {field.name for field in fields(cls)}):
            raise InputError(f"unknown field {', '.join(map(repr, unknown))}", where="filter")
        return cls(**data)

    def to_query(self) -> dict[str, list[str]]:
        """The fields that restrict something, for the query of an address."""
        return {
            name: [str(item) for item in value] if isinstance(value, list) else [str(value)]
            for name, value in self.to_json().items()
        }

    @classmethod
    def from_query(cls, query: Mapping[str, str | Sequence[str]]) -> Self:
        """The filter in the query of an address; other parameters may stand beside it and are passed over.

        Raises:
            InputError: If a value cannot be meant.
        """
        given = {field.name: _listed(query.get(field.name, ())) for field in fields(cls)}
        data: dict[str, Any] = {
            name: values if name in SETS else _number_or_text(name, values[0])
            for name, values in given.items()
            if values
        }
        return cls(**data)

    def _allows(self, name: str, statement: Statement, outlets: Collection[str]) -> bool:
        return not words_of(name, statement, outlets).isdisjoint(getattr(self, name))

    def _keeps_date(self, date: str | None) -> bool:
        if not self.since and not self.until:
            return True
        return date is not None and (self.since or "") <= date and (self.until is None or date <= self.until)

    def _keeps_confidence(self, confidence: float | None) -> bool:
        return self.minimum_confidence is None or (
            confidence is not None and confidence >= self.minimum_confidence
        )

    def _check_words(self) -> None:
        for name, allowed in (("families", frozenset(POLARITY)), ("voices", VOICES)):
            if unknown := sorted(getattr(self, name) - allowed):
                mend = f"Use of these: {', '.join(sorted(allowed))}"
                raise InputError(f"unknown {name}: {', '.join(unknown)}", where="filter", mend=mend)

    def _check_dates(self) -> None:
        for name in ("since", "until", "centre"):
            if not isinstance(getattr(self, name), str | None):
                raise InputError(f"'{name}' is a text", where="filter")
        for name in ("since", "until"):
            object.__setattr__(self, name, checked_date(getattr(self, name), f"filter, {name}"))
        if self.since and self.until and self.since > self.until:
            raise InputError(f"the time from {self.since} to {self.until} runs backwards", where="filter")

    def _check_numbers(self) -> None:
        for name, least in (("minimum_statements", 1), ("depth", 1)):
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < least:
                raise InputError(f"{name} {value!r} is not a whole number from {least} up", where="filter")
        lowest: object = self.minimum_confidence
        if lowest is not None and not (isinstance(lowest, int | float) and 0 <= lowest <= 1):
            raise InputError(f"minimum_confidence {lowest!r} is not between 0 and 1", where="filter")

    def _part(self, name: str, words: str) -> str:
        value = self.to_json().get(name)
        if value is None or (name == "until" and self.since):
            return ""
        if name == "since" and self.until:
            return f"dated from {self.since} to {self.until}"
        if name == "relations":
            return words.format(" or ".join(f"“{relation}”" for relation in value))
        plural = "s" if name == "depth" and self.depth != 1 else ""
        return words.format(" or ".join(value) if isinstance(value, list) else value) + plural


_PARTS = (
    ("actors", "by {}"),
    ("targets", "about {}"),
    ("topics", "on {}"),
    ("people", "that involve {}"),
    ("parties", "that involve the party {}"),
    ("families", "of the kind {}"),
    ("relations", "that say {}"),
    ("outlets", "printed by {}"),
    ("voices", "in the voice {}"),
    ("since", "dated from {}"),
    ("until", "dated up to {}"),
    ("minimum_statements", "on edges of at least {} statements"),
    ("minimum_confidence", "with a confidence of at least {}"),
    ("centre", "around {}"),
    ("depth", "up to {} step"),
)


def _words(name: str, value: object) -> frozenset[str]:
    """Any iterable of words, one word alone, or None."""
    words = [value] if isinstance(value, str) else value or ()
    if not isinstance(words, Iterable):
        raise InputError(f"'{name}' is a list of words", where="filter")
    words = list(words)
    if not all(isinstance(word, str) for word in words):
        raise InputError(f"'{name}' is a list of words", where="filter")
    return frozenset(words)


def _listed(value: str | Sequence[str]) -> list[str]:
    return [item for item in ([value] if isinstance(value, str) else value) if item]


def _number_or_text(name: str, text: str) -> int | float | str:
    kind = NUMBERS.get(name)
    if kind is None:
        return text
    try:
        return kind(text)
    except ValueError as error:
        raise InputError(f"{name} '{text}' is not a number", where="filter") from error
