"""What can be wrong with a knowledge base: shape, references, dates, two holders of one post, ambiguous names."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

Row = Mapping[str, Any]

SHAPES = {
    "persons": (
        {"id", "name"},
        {"other_names", "gender", "birth_date", "honorific_prefix", "identifiers", "sources"},
    ),
    "organizations": (
        {"id", "name", "classification"},
        {
            "abbreviation",
            "other_names",
            "color",
            "parent_id",
            "area",
            "founding_date",
            "dissolution_date",
            "identifiers",
            "sources",
        },
    ),
    "posts": ({"id", "label", "organization_id"}, {"other_labels", "area", "holders", "sources"}),
    "memberships": (
        {"person_id", "organization_id"},
        {"post_id", "role", "start_date", "end_date", "on_behalf_of_id", "sources"},
    ),
}
CLASSIFICATIONS = frozenset(
    [
        "party",
        "government",
        "department",
        "legislature",
        "council",
        "court",
        "police",
        "outlet",
        "campaign",
        "inquiry",
        "company",
        "union",
        "charity",
        "international",
        "group",
    ]
)
CHOICES = {
    "classification": CLASSIFICATIONS,
    "gender": frozenset({"male", "female", "other"}),
    "holders": frozenset({"one", "many"}),
}
LISTS_OF = {"other_names": "name", "identifiers": "identifier", "sources": "url", "other_labels": ""}
LISTS = frozenset(LISTS_OF)
REFERENCES = {
    "person_id": "persons",
    "organization_id": "organizations",
    "parent_id": "organizations",
    "on_behalf_of_id": "organizations",
    "post_id": "posts",
}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
PERIODS = (("start_date", "end_date"), ("founding_date", "dissolution_date"))


def faults_of(rows: Mapping[str, list[Row]]) -> list[str]:
    """Every fault, one line each. Rows whose shape is wrong are left out of the further checks."""
    faults = [fault for kind in SHAPES for row in rows[kind] for fault in _shape_faults(kind, row)]
    if faults:
        return faults
    return [
        *_repeated_ids(rows),
        *_lost_references(rows),
        *_date_faults(rows),
        *_shared_posts(rows),
        *_ambiguous_names(rows),
    ]


def _shape_faults(kind: str, row: Row) -> Iterator[str]:
    if not isinstance(row, Mapping):
        yield f"{kind}: an entry is not an object"
        return
    required, optional = SHAPES[kind]
    name = _name(kind, row)
    for key in sorted(required - set(row)):
        yield f"{name}: '{key}' is missing"
    for key in sorted(set(row) - required - optional):
        yield f"{name}: nothing reads '{key}'"
    for key in sorted(required & set(row)):
        if not isinstance(row[key], str) or not row[key].strip():
            yield f"{name}: '{key}' is not a text"
    yield from (f"{name}: {fault}" for fault in _value_faults(row))


def _value_faults(row: Row) -> Iterator[str]:
    for key, allowed in CHOICES.items():
        if key in row and row[key] not in allowed:
            yield f"{key} '{row[key]}' is unknown; use one of: {', '.join(sorted(allowed))}"
    for key in sorted(LISTS & set(row)):
        if not _is_list_of(row[key], LISTS_OF[key]):
            yield f"'{key}' is not a list of {LISTS_OF[key] or 'texts'}"
    if "color" in row and not re.fullmatch(r"#[0-9a-fA-F]{6}", str(row["color"])):
        yield f"colour '{row['color']}' is not #rrggbb"


def _is_list_of(value: Any, key: str) -> bool:
    """Whether it is a list of texts, or of objects that have a text under the key."""
    if not isinstance(value, list):
        return False
    texts = [entry.get(key) if isinstance(entry, Mapping) else None for entry in value] if key else value
    return all(isinstance(text, str) and text.strip() for text in texts)


def _name(kind: str, row: Row) -> str:
    return f"{kind}: {row.get('id') or ' / '.join(str(row.get(k)) for k in ('person_id', 'post_id', 'role'))}"


def _repeated_ids(rows: Mapping[str, list[Row]]) -> Iterator[str]:
    for kinds in (("persons", "organizations"), ("posts",)):
        counts = Counter(row["id"] for kind in kinds for row in rows[kind])
        for key, count in counts.items():
            if count > 1:
                yield f"{' and '.join(kinds)}: {key} stands {count} times"


def _lost_references(rows: Mapping[str, list[Row]]) -> Iterator[str]:
    ids = {kind: {row["id"] for row in rows[kind]} for kind in ("persons", "organizations", "posts")}
    for kind in SHAPES:
        for row in rows[kind]:
            for key, referred in REFERENCES.items():
                if key in row and row[key] not in ids[referred]:
                    yield f"{_name(kind, row)}: {key} '{row[key]}' is nowhere among {referred}"


def _date_faults(rows: Mapping[str, list[Row]]) -> Iterator[str]:
    for kind in SHAPES:
        for row in rows[kind]:
            for first, last in PERIODS:
                dates = [row[key] for key in (first, last) if key in row]
                for date in dates:
                    if not _is_date(str(date)):
                        yield f"{_name(kind, row)}: '{date}' is not a date"
                if len(dates) == 2 and _later(*dates):
                    yield f"{_name(kind, row)}: ends ({dates[1]}) before it starts ({dates[0]})"


def _is_date(text: str) -> bool:
    """A day, month or year that the calendar has."""
    if not DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def _later(first: str, last: str) -> bool:
    """Whether `first` is surely after `last`, at the precision that both have."""
    size = min(len(first), len(last))
    return first[:size] > last[:size]


def _shared_posts(rows: Mapping[str, list[Row]]) -> Iterator[str]:
    single = {row["id"] for row in rows["posts"] if row.get("holders", "one") == "one"}
    holders = defaultdict(list)
    for row in rows["memberships"]:
        if row.get("post_id") in single:
            holders[row["post_id"]].append(row)
    for post, tenures in holders.items():
        for one, other in combinations(tenures, 2):
            if one["person_id"] != other["person_id"] and _overlap(one, other):
                yield f"posts: {post} is held by {one['person_id']} and {other['person_id']} at one time"


def _overlap(one: Row, other: Row) -> bool:
    """Whether two tenures share more than the day of a handover; unknown starts are taken as the other's end."""
    if not one.get("start_date") or not other.get("start_date"):
        return False
    first, second = sorted((one, other), key=lambda row: str(row["start_date"]))
    if not first.get("end_date"):
        return True
    size = min(len(first["end_date"]), len(second["start_date"]))
    return bool(second["start_date"][:size] < first["end_date"][:size])


def _ambiguous_names(rows: Mapping[str, list[Row]]) -> Iterator[str]:
    """One name for two entities; bodies of different countries may share one ("Supreme Court")."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in (*rows["persons"], *rows["organizations"]):
        for name in (row["name"], *(other["name"] for other in row.get("other_names", ()))):
            owners[name, row.get("area", "")].add(row["id"])
    for (name, _), ids in owners.items():
        if len(ids) > 1:
            yield f"names: '{name}' names {', '.join(sorted(ids))}"
