"""`hustings knowledge`: who is known, and as what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.options import Json
from commands.screen import counted, print_json, print_line, print_table, say
from errors import InputError, KnowledgeError

if TYPE_CHECKING:
    from nlp.knowledge import Knowledge
    from records import Entity

app = typer.Typer(help="Look into the knowledge base of people, parties, offices.", no_args_is_help=True)

Row = dict[str, str]


@app.command("list")
def list_entities(
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="person, party, organization or inquiry.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List who and what the knowledge base holds.

    Example: hustings knowledge list --type party
    """
    from nlp.knowledge import load_knowledge

    entities = load_knowledge().entities.values()
    types = sorted({entity.type for entity in entities})
    if kind and kind not in types:
        raise InputError(f"there is no type '{kind}'", where="--type", mend=f"Use one of: {', '.join(types)}")
    chosen = sorted(
        (e for e in entities if kind in (None, e.type)), key=lambda entity: (entity.type, entity.id)
    )
    if as_json:
        print_json([entity.to_json() for entity in chosen])
    else:
        rows = ((e.id, e.name, e.type, ", ".join(e.other_names)) for e in chosen)
        print_table(("id", "name", "type", "other names"), rows)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name or id.")], as_json: Json = False
) -> None:
    """Show what is known of one person, party or body, and since when.

    Example: hustings knowledge show "Jess Phillips"
    """
    from nlp.knowledge import load_knowledge

    knowledge = load_knowledge()
    entity = _found(knowledge, name)
    memberships = _memberships(knowledge, entity.id)
    if as_json:
        print_json({**entity.to_json(), "memberships": memberships})
        return
    facts = {"id": entity.id, "name": entity.name, "type": entity.type, "party": entity.party or ""}
    facts |= {"other names": ", ".join(entity.other_names), "Wikidata": entity.wikidata or ""}
    print_table(("", ""), [(label, value) for label, value in facts.items() if value])
    if memberships:
        print_line("")
        print_table(tuple(memberships[0]), [tuple(row.values()) for row in memberships])


@app.command()
def check() -> None:
    """Check the knowledge base: shape, references, dates, two holders of one post, ambiguous names.

    Example: hustings knowledge check
    """
    from nlp.knowledge import check_knowledge, load_knowledge

    if faults := check_knowledge():
        for fault in faults:
            print_line(fault)
        raise KnowledgeError(
            f"the knowledge base has {counted(len(faults), 'fault')}", mend="Mend the entries named"
        )
    say(f"The knowledge base is sound: {len(load_knowledge().entities)} entities")


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .json file in the Popolo form.")],
) -> None:
    """Add people, parties, posts and memberships of your own; a file of the same name is replaced.

    Example: hustings knowledge import brackmouth.json
    """
    from nlp.knowledge import import_knowledge, load_knowledge

    kept = import_knowledge(file)
    say(f"Kept as {kept}; the knowledge base now has {len(load_knowledge().entities)} entities")


def _found(knowledge: Knowledge, name: str) -> Entity:
    folded = name.casefold()
    for entity in knowledge.entities.values():
        if folded in {entity.id, *(each.casefold() for each in (entity.name, *entity.other_names))}:
            return entity
    raise InputError(f"the knowledge base holds no '{name}'", mend="See: hustings knowledge list")


def _memberships(knowledge: Knowledge, entity_id: str) -> list[Row]:
    """Memberships of a person, or of an organization's members, the latest first."""
    rows = [row for row in knowledge.memberships if entity_id in (row["person_id"], row["organization_id"])]
    return [
        {
            "person": knowledge.entities[row["person_id"]].name,
            "organization": knowledge.entities[row["organization_id"]].name,
            "as": str(row.get("role") or knowledge.posts.get(row.get("post_id", ""), {}).get("label", "")),
            "since": str(row.get("start_date") or ""),
            "until": str(row.get("end_date") or ""),
        }
        for row in sorted(rows, key=lambda row: str(row.get("start_date") or ""), reverse=True)
    ]
