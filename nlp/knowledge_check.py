"""What can be wrong with a knowledge base: shape, references, dates, two holders of one post, ambiguous names."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from records import HALF_CHARACTERS

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
LISTS_OF: dict[str, tuple[set[str], set[str]] | None] = {
    "other_names": ({"name"}, {"note"}),
    "identifiers": ({"identifier", "scheme"}, set()),
    "sources": ({"url"}, set()),
    "other_labels": None,
}
"""Field that is a list -> the texts that each object in it must have and may have; None: a list of texts."""

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
    for key in sorted((required | optional) & set(row)):
        yield from (f"{name}: {fault}" for fault in _value_faults(key, row[key], key in required))


def _value_faults(key: str, value: Any, required: bool) -> Iterator[str]:
    if key in LISTS_OF:
        yield from _list_faults(key, value)
    elif not (_is_text(value) if required else _is_unicode(value)):
        yield f"'{key}' is not a text"
    elif key in CHOICES and value not in CHOICES[key]:
        yield f"{key} '{value}' is unknown; use one of: {', '.join(sorted(CHOICES[key]))}"
    elif key == "color" and not re.fullmatch(r"#[0-9a-fA-F]{6}", str(value)):
        yield f"colour '{value}' is not #rrggbb"


def _list_faults(key: str, value: Any) -> Iterator[str]:
    parts = LISTS_OF[key]
    if parts is None:
        if not (isinstance(value, list) and all(map(_is_text, value))):
            yield f"'{key}' is not a list of texts"
        return
    required, optional = parts
    if not (isinstance(value, list) and all(_has_texts(entry, required, optional) for entry in value)):
        yield f"'{key}' is not a list of objects with the texts {', '.join(sorted(required | optional))}"


def _has_texts(entry: Any, required: set[str], optional: set[str]) -> bool:
    return (
        isinstance(entry, Mapping)
        and all(_is_text(entry.get(key)) for key in required)
        and all(_is_unicode(entry.get(key)) for key in optional)
    )


def _is_text(value: Any) -> bool:
    """Whether it is a text that says something.

    >>> _is_text("Ada Vela"), _is_text(" "), _is_text(7)
    (True, False, False)
    """
    return isinstance(value, str) and bool(value.strip()) and _is_unicode(value)


def _is_unicode(value: Any) -> bool:
    """Whether it is nothing, or a text without halves of characters, which no file in UTF-8 can hold.

    >>> _is_unicode(None), _is_unicode(""), _is_unicode("Ad\\ud800"), _is_unicode(7)
    (True, True, False, False)
    """
    return value is None or (isinstance(value, str) and not HALF_CHARACTERS.search(value))


def _name(kind: str, row: Row) -> str:
    """What an entry is called in a message: its id, else what it says of whom.

    >>> _name("memberships", {"person_id": "ada-vela", "post_id": "mayor"})
    'memberships: ada-vela / mayor'
    """
    said = [row.get(key) for key in ("id", "name", "label", "person_id", "post_id", "role")]
    texts = [text for text in said if isinstance(text, str)]
    return f"{kind}: {texts[0] if isinstance(row.get('id'), str) else ' / '.join(texts) or 'an entry'}"


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
                if len(dates) == 2 and all(dates) and _later(*dates):
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
