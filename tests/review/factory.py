"""A small world of people who do not exist, in documents of one sentence a line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from records import POLARITY, Document, Entity, Review, Statement, digest, slug
from review import Corrected, entries, replay
from review.claims import Claim, Hand, Relation, Shown

FAMILIES = {
    "criticised": "opposition",
    "opposed": "opposition",
    "praised": "support",
    "backed": "support",
    "called for": "demand",
}
PARTIES = {"Ada Quill": "Reed", "Ada M. Quill": None, "Bo Marsh": "Moor", "Cy Holt": None, "Di Lund": "Reed"}
THINGS = {"a harbour tax": "demand", "the bridge plan": "issue"}

LINES = (
    "Ada Quill criticised Bo Marsh.",
    "Ada M. Quill praised Cy Holt.",
    "Bo Marsh called for a harbour tax.",
    "Cy Holt backed the bridge plan.",
    "Di Lund opposed Bo Marsh.",
)
HAND = Hand("Ines")
OTHER = Hand("Otto")


def entity(name: str, **changes: object) -> Entity:
    made = Entity(id=slug(name), name=name, type=THINGS.get(name, "person"), party=PARTIES.get(name))
    return replace(made, **changes)


def entities() -> dict[str, Entity]:
    return {slug(name): entity(name) for name in (*PARTIES, *THINGS)}


def document(id: str = "gazette-1", lines: tuple[str, ...] = LINES) -> Document:
    return Document(id=id, text="\n".join(lines), date="2031-05-02", outlet="Gazette")


def read(paper: Document) -> list[Statement]:
    """What an extractor would find: a statement a line, its id made of the text and of what it says."""
    found, start = [], 0
    for line in paper.text.split("\n"):
        if statement := _statement(paper, line, start):
            found.append(statement)
        start += len(line) + 1
    return found


def _statement(paper: Document, line: str, start: int) -> Statement | None:
    relation = next((name for name in FAMILIES if f" {name} " in line), None)
    if relation is None:
        return None
    actor, target = line.rstrip(".").split(f" {relation} ")
    cue = start + len(actor) + 1
    family = FAMILIES[relation]
    identity = f"{paper.hash}|{actor}|{relation}|{target}|{cue}"
    return Statement(
        id=digest(identity)[:16],
        document=paper.id,
        actor=actor,
        actor_id=slug(actor),
        actor_type="person",
        actor_party=PARTIES.get(actor),
        relation=relation,
        family=family,
        polarity=POLARITY[family],
        target=target,
        target_id=slug(target),
        target_type=THINGS.get(target, "person"),
        target_party=PARTIES.get(target),
        evidence=line,
        start=start,
        end=start + len(line),
        actor_span=(start, start + len(actor)),
        cue_span=(cue, cue + len(relation)),
        target_span=(cue + len(relation) + 1, cue + len(relation) + 1 + len(target)),
        date=paper.date,
        outlet=paper.outlet,
        method="rule:verb",
    )


@dataclass
class Desk:
    """One document as it was read, and the journal that grows over it."""

    paper: Document
    journal: list[Review]

    @classmethod
    def new(cls, *lines: str) -> Desk:
        return cls(document(lines=lines or LINES), [])

    def shown(self, line: int) -> Shown:
        """The statement of a line, as corrected so far."""
        wanted = read(self.paper)[line].id
        return Shown(next(s for s in self.now().statements if s.id == wanted), self.paper)

    def write(self, *reviews: Review) -> Review:
        """Put entries in the journal as the store would; the last one."""
        for review in reviews:
            self.journal.append(replace(review, number=len(self.journal) + 1))
        return self.journal[-1]

    def undo(self, review: Review) -> Review:
        return self.write(entries.undo(review, HAND))

    def now(self, paper: Document | None = None) -> Corrected:
        """The journal over what is read out of the document, or of what has become of it."""
        paper = paper or self.paper
        return replay(read(paper), entities(), self.journal, {paper.id: paper.hash})


def lines(found: Corrected) -> list[str]:
    """What the statements say, those rejected in brackets."""
    said = ((f"{s.actor} {s.relation} {s.target}", s.status == "rejected") for s in found.statements)
    return [f"({line})" if rejected else line for line, rejected in said]


@st.composite
def journals(draw: st.DrawFn) -> Desk:
    """Up to ten entries of all kinds, undoing some of each other."""
    desk = Desk.new()
    for _ in range(draw(st.integers(0, 10))):
        desk.write(_drawn(draw, desk))
    return desk


def _drawn(draw: st.DrawFn, desk: Desk) -> Review:
    if desk.journal and draw(st.booleans()) and draw(st.booleans()):
        return entries.undo(draw(st.sampled_from(desk.journal)), HAND)
    shown = Shown(draw(st.sampled_from(read(desk.paper))), desk.paper)
    first, second, third = draw(st.permutations([entity(name) for name in PARTIES]))[:3]
    kinds = {
        "accept": lambda: entries.accept(shown, HAND),
        "reject": lambda: entries.reject(shown, HAND),
        "relate": lambda: entries.relate(shown, Relation("mocked", "opposition"), HAND),
        "hold": lambda: entries.hold(shown, draw(st.sampled_from(["negated", "possible"])), HAND),
        "retarget": lambda: entries.retarget(shown, "target", entity("Someone Else"), HAND),
        "add": lambda: entries.add(desk.paper, (0, 9), Claim(actor=first, relation=Relation("mocked", "opposition"), target=third), HAND),
        "merge": lambda: entries.merge(first, second, HAND),
        "distinct": lambda: entries.distinct(first, second, HAND),
        "split": lambda: entries.split(entity(shown.statement.actor), [shown], entity("Ada Quill, baker"), HAND),
        "rename": lambda: entries.rename(first, "Another Name", HAND),
        "note": lambda: entries.note(third, Hand("Ines", "is this her?")),
    }  # fmt: skip
    return kinds[draw(st.sampled_from(sorted(kinds)))]()
