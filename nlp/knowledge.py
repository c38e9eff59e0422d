"""The knowledge base: who holds which office in which party, and since when (Popolo, popoloproject.com).

Each JSON file is one container of persons, organizations, posts and memberships; all files together are one base.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_data_dir

from errors import KnowledgeError
from nlp.knowledge_check import faults_of
from records import Entity, digest

FOLDER = Path(__file__).resolve().parent.parent / "data" / "knowledge"
OWN_VARIABLE = "HUSTINGS_KNOWLEDGE"
KINDS = ("persons", "organizations", "posts", "memberships")
TYPE_OF_CLASSIFICATION = {"party": "party", "inquiry": "inquiry"}

Row = Mapping[str, Any]
Key = TypeVar("Key", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held a post or membership, and when; dates may be years or months, empty means open."""

    person_id: str
    start: str
    end: str

    def covers(self, date: str | None) -> bool:
        """Whether the day lies within; no day is known to lie outside."""
        if date is None:
            return True
        return (not self.start or self.start <= date) and (not self.end or date <= _last_day(self.end))


@dataclass(frozen=True)
class Knowledge:
    """The whole base with the indexes that reading needs."""

    persons: dict[str, Row]
    organizations: dict[str, Row]
    posts: dict[str, Row]
    memberships: tuple[Row, ...]
    version: str
    entities: dict[str, Entity] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)  # name as written -> entity ids
    notes: dict[tuple[str, str], str] = field(
        default_factory=dict
    )  # (name, entity id) -> "demonym", "metonym", …
    surnames: dict[str, tuple[str, ...]] = field(default_factory=dict)
    knights: dict[tuple[str, str], tuple[str, ...]] = field(
        default_factory=dict
    )  # ("sir", "Keir") -> persons
    role_names: dict[str, tuple[str, ...]] = field(default_factory=dict)  # lower-case label -> post ids
    tenures: dict[str, tuple[Tenure, ...]] = field(default_factory=dict)  # post id -> holders
    offices: dict[str, tuple[tuple[str, Tenure], ...]] = field(
        default_factory=dict
    )  # person -> posts in time
    parties: dict[str, tuple[tuple[str, Tenure], ...]] = field(
        default_factory=dict
    )  # person -> parties in time

    def party_of(self, entity_id: str, date: str | None) -> str | None:
        """Name of the party a person belonged to on the day, or of the party itself; None where unknown.

        Without a day it is the party only of who never changed it: a date is never a guess.
        """
        organization = self.organizations.get(entity_id)
        if organization is not None:
            return str(organization["name"]) if organization["classification"] == "party" else None
        found = [party for party, tenure in self.parties.get(entity_id, ()) if tenure.covers(date)]
        return found[0] if found and (date is not None or len(set(found)) == 1) else None

    def holders(self, role: str, date: str | None) -> list[str]:
        """Ids of those who held an office so called on the day; `role` in lower case."""
        posts = self.role_names.get(role, ())
        return sorted({t.person_id for post in posts for t in self.tenures.get(post, ()) if t.covers(date)})

    def titles_of(self, person_id: str, date: str | None) -> set[str]:
        """Every name, in lower case, of the offices a person held on the day."""
        held = {post for post, tenure in self.offices.get(person_id, ()) if tenure.covers(date)}
        names = (
            name
            for post in held
            for name in (self.posts[post]["label"], *self.posts[post].get("other_labels", ()))
        )
        return {str(name).lower() for name in names}

    def leaders(self, organization_id: str, date: str | None, title: str = "leader") -> list[str]:
        """Ids of those who led an organization on the day under a title: "leader", "co-leader" or "deputyleader"."""
        posts = [
            key
            for key, post in self.posts.items()
            if post["organization_id"] == organization_id and title in _leading(post)
        ]
        return sorted({t.person_id for post in posts for t in self.tenures.get(post, ()) if t.covers(date)})

    def roles_of(self, person_id: str, date: str | None) -> tuple[str, ...]:
        """Labels of the offices a person held on the day; without a day none, since it is not known which."""
        if date is None:
            return ()
        held = {post for post, tenure in self.offices.get(person_id, ()) if tenure.covers(date)}
        return tuple(str(self.posts[post]["label"]) for post in sorted(held))


def own_folder() -> Path:
    """Where imported files are kept: HUSTINGS_KNOWLEDGE, else a folder beside the user's database."""
    return Path(
        os.environ.get(OWN_VARIABLE) or Path(user_data_dir("hustings", appauthor=False)) / "knowledge"
    )


@functools.lru_cache(maxsize=4)
def load_knowledge(folder: Path | None = None) -> Knowledge:
    """The base of a folder of Popolo files, by default the project's own and what the user has imported.

    Raises:
        KnowledgeError: Listing every fault that `check_knowledge` finds.
    """
    files = _files(folder)
    rows = _read(files)
    _refuse_faults(rows, str(folder or FOLDER))
    return _indexed(rows, files)


def check_knowledge(folder: Path | None = None) -> list[str]:
    """Every fault of the files in a folder, one line each; empty when all is well."""
    try:
        return faults_of(_read(_files(folder)))
    except KnowledgeError as error:
        return [str(error)]


def import_knowledge(path: Path) -> Path:
    """Keep a Popolo file beside the project's own; one of the same name is replaced. Where it is kept.

    Raises:
        KnowledgeError: If it is no Popolo file, or has faults by itself or together with the rest; nothing changes.
    """
    kept = own_folder() / f"{path.stem}.json"
    _refuse_faults(_read([*(file for file in _files(None) if file != kept), path]), str(path))
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        shutil.copyfile(path, fresh)
        fresh.replace(kept)
    except OSError as error:
        raise KnowledgeError(f"cannot be kept: {error.strerror}", where=str(kept)) from error
    load_knowledge.cache_clear()
    return kept


def _files(folder: Path | None) -> list[Path]:
    folders = [folder] if folder is not None else [FOLDER, own_folder()]
    return [path for each in folders for path in sorted(each.glob("*.json"))]


def _refuse_faults(rows: Mapping[str, list[Row]], where: str) -> None:
    if faults := faults_of(rows):
        raise KnowledgeError("; ".join(faults[:20]), where=where, mend="Mend the entries named")


def _read(files: Iterable[Path]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for path in files:
        container = _parsed(path)
        if not isinstance(container, dict) or (unknown := sorted(set(container) - set(KINDS))):
            kinds = ", ".join(unknown) if isinstance(container, dict) else type(container).__name__
            raise KnowledgeError(
                f"holds {kinds}", where=str(path), mend=f"Use an object with {', '.join(KINDS)}"
            )
        for kind in KINDS:
            entries = container.get(kind, [])
            if not isinstance(entries, list):
                raise KnowledgeError(
                    f"'{kind}' is not a list", where=str(path), mend="Put its entries between [ and ]"
                )
            rows[kind] += entries
    return rows


def _parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except RecursionError as error:
        raise KnowledgeError(
            "cannot be read: lists or objects stand too deep in one another",
            where=str(path),
            mend=f"Use an object with {', '.join(KINDS)}",
        ) from error
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"cannot be read: {error}", where=str(path)) from error


def _indexed(rows: Mapping[str, list[Row]], files: Iterable[Path]) -> Knowledge:
    knowledge = Knowledge(
        persons={row["id"]: row for row in rows["persons"]},
        organizations={row["id"]: row for row in rows["organizations"]},
        posts={row["id"]: row for row in rows["posts"]},
        memberships=tuple(rows["memberships"]),
        version=digest("".join(path.read_text(encoding="utf-8") for path in files))[:12],
    )
    for row in (*rows["persons"], *rows["organizations"]):
        knowledge.entities[row["id"]] = _entity(row)
    knowledge.names.update(_names(rows, knowledge.notes))
    knowledge.surnames.update(_grouped((_surname(row["name"]), row["id"]) for row in rows["persons"]))
    knowledge.knights.update(
        _grouped(
            ((str(row["honorific_prefix"]).lower(), row["name"].split()[0]), row["id"])
            for row in rows["persons"]
            if row.get("honorific_prefix") in ("Sir", "Dame")
        )
    )
    knowledge.role_names.update(_grouped(_role_names(rows["posts"])))
    _index_memberships(knowledge)
    return knowledge


def _entity(row: Row) -> Entity:
    wikidata = [i["identifier"] for i in row.get("identifiers", ()) if i["scheme"] == "wikidata"]
    kind = row.get("classification")
    return Entity(
        id=row["id"],
        name=row["name"],
        type="person" if kind is None else TYPE_OF_CLASSIFICATION.get(kind, "organization"),
        party=row["name"] if kind == "party" else None,
        gender=row.get("gender"),
        wikidata=wikidata[0] if wikidata else None,
        other_names=tuple(other["name"] for other in row.get("other_names", ())),
    )


def _names(rows: Mapping[str, list[Row]], notes: dict[tuple[str, str], str]) -> dict[str, tuple[str, ...]]:
    pairs = []
    for row in (*rows["persons"], *rows["organizations"]):
        pairs.append((row["name"], row["id"]))
        if row.get("abbreviation"):
            pairs.append((row["abbreviation"], row["id"]))
        for other in row.get("other_names", ()):
            pairs.append((other["name"], row["id"]))
            notes[other["name"], row["id"]] = other.get("note") or ""
    return _grouped(pairs)


def _role_names(posts: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for post in posts:
        for label in (post["label"], *post.get("other_labels", ())):
            yield label.lower(), post["id"]


def _index_memberships(knowledge: Knowledge) -> None:
    tenures: dict[str, list[Tenure]] = defaultdict(list)
    offices: dict[str, list[tuple[str, Tenure]]] = defaultdict(list)
    parties: dict[str, list[tuple[str, Tenure]]] = defaultdict(list)
    for row in knowledge.memberships:
        tenure = Tenure(row["person_id"], row.get("start_date", ""), row.get("end_date", ""))
        organization = knowledge.organizations[row["organization_id"]]
        if row.get("post_id"):
            tenures[row["post_id"]].append(tenure)
            offices[row["person_id"]].append((row["post_id"], tenure))
        if organization["classification"] == "party":
            parties[row["person_id"]].append((organization["name"], tenure))
    knowledge.tenures.update({post: tuple(rows) for post, rows in tenures.items()})
    knowledge.offices.update({person: tuple(rows) for person, rows in offices.items()})
    knowledge.parties.update({person: tuple(rows) for person, rows in parties.items()})


def _grouped(pairs: Iterable[tuple[Key, str]]) -> dict[Key, tuple[str, ...]]:
    groups: dict[Key, list[str]] = defaultdict(list)
    for key, value in pairs:
        if value not in groups[key]:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _leading(post: Row) -> set[str]:
    """The titles of leadership that an office gives, none for other offices."""
    words = str(post["label"]).lower().split()
    others = " ".join(post.get("other_labels", ())).lower().split()
    if "leader" in words and "deputy" in words:
        return {"deputyleader"}
    return {
        title
        for title in ("leader", "co-leader")
        if title in words or (title == "co-leader" and title in others)
    }


def _surname(name: str) -> str:
    return name.split()[-1]


def _last_day(date: str) -> str:
    """The end of a year or month given in short, so that text comparison includes it."""
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date
