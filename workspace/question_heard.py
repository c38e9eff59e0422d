"""What has been understood of a question so far, and what its next name will be."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph import Filter
from workspace.question_names import Name

SETTLES = {"actor": "target", "speech": "actor", "target": "actor"}
"""Word of grammar -> the part of the names before it: "Vela *by* Orrin", "Vela *says*", "Vela *about* Orrin"."""
TURNS = {
    "actor": "actor",
    "speech": "",
    "target": "target",
    "outlet": "outlet",
    "from": "from",
} | dict.fromkeys(("versus", "between"), "both")
"""Word of grammar -> the part of the names behind it."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that were not used, with what they may mean; [start, end) are characters of the question."""

    words: str
    start: int
    end: int
    names: tuple[str, ...] = ()  # to choose from, or to try instead
    several: bool = False  # whether it is a name, but of several


@dataclass(slots=True)
class Heard:
    """What has been understood so far, and what the next name will be."""

    actors: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    pending: list[Name] = field(default_factory=list)  # names whose part is not known yet
    relations: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    outlets: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    voices: set[str] = field(default_factory=set)
    since: str | None = None
    until: str | None = None
    unclear: list[Unclear] = field(default_factory=list)
    role: str = ""  # "actor", "target", "outlet", "from" (either), "both" or "": not known yet
    being: bool = False  # "was" has been said: the verb to come is passive
    demanding: bool = False  # a demand has been asked for: things come next

    def settle(self, role: str) -> None:
        """Gives the names that waited their part."""
        for name in self.pending:
            self.take(name, role)
        self.pending = []

    def take(self, name: Name, role: str) -> None:
        """Puts a name where it belongs; "both" is actor and target."""
        if name.kind == "outlet":
            self.outlets.append(name.name)
        elif role in ("actor", "target", "both"):
            for part in ("actor", "target") if role == "both" else (role,):
                (self.actors if part == "actor" else self.targets).append(name.name)
        else:
            self.pending.append(name)

    def filter(self) -> Filter:
        """All of it; a name whose part was never told may be on either side."""
        return Filter(
            actors=frozenset(self.actors),
            targets=frozenset(self.targets),
            topics=frozenset(self.topics),
            people=frozenset(name.name for name in self.pending if name.kind == "entity"),
            parties=frozenset(name.name for name in self.pending if name.kind == "party"),
            families=frozenset(self.families),
            relations=frozenset(self.relations),
            outlets=frozenset(self.outlets),
            voices=frozenset(self.voices),
            since=self.since,
            until=self.until,
        )
