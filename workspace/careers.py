"""Who held which office, in which party, and since when, as the knowledge base has it."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.knowledge import Row, load_knowledge


@dataclass(frozen=True, slots=True)
class Tenancy:
    """One office or membership; days are ISO 8601, or only a year or month, and "" where unknown or open."""

    what: str  # the office, or a role such as "member"
    where: str  # the party or body
    who: str  # name of the holder
    who_id: str
    since: str
    until: str
    is_party: bool  # membership of a party, with or without office


def career(id: str) -> list[Tenancy]:
    """The offices and parties of a person, or who held the offices of a body or party; the latest first.

    Empty where the knowledge base does not have the id.
    """
    knowledge = load_knowledge()
    found = [_tenancy(row) for row in knowledge.memberships if _concerns(row, id)]
    return sorted(found, key=lambda t: (t.until or "9999", t.since, t.what, t.who), reverse=True)


def _concerns(row: Row, id: str) -> bool:
    return row["person_id"] == id or (row["organization_id"] == id and bool(row.get("post_id")))


def _tenancy(row: Row) -> Tenancy:
    knowledge = load_knowledge()
    organization = knowledge.organizations[row["organization_id"]]
    post = knowledge.posts.get(row.get("post_id", ""))
    return Tenancy(
        what=str(post["label"] if post else row.get("role", "member")),
        where=str(organization["name"]),
        who=str(knowledge.persons[row["person_id"]]["name"]),
        who_id=str(row["person_id"]),
        since=row.get("start_date", ""),
        until=row.get("end_date", ""),
        is_party=organization["classification"] == "party",
    )
