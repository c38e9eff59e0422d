"""What can be wrong with the tables of a lexicon: every fault in words, so that all are told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from records import POLARITY

TARGETS = frozenset({"actor", "thing", "either", "action", "addressee"})
RELATION_KEYS = frozenset(
    {
        "family",
        "target",
        "verbs",
        "phrases",
        "receives",
        "mutual",
        "nouns",
        "bearers",
        "adjectives",
        "examples",
    }
)
WORD_LISTS = ("verbs", "phrases", "receives", "mutual", "nouns", "bearers", "adjectives")


def key_faults(found: Iterable[str], expected: Iterable[str], table: str = "") -> list[str]:
    """Which keys of a table are missing, and which nothing reads."""
    found, expected, path = set(found), set(expected), f"{table}." if table else ""
    return [
        *(f"'{path}{key}' is missing" for key in sorted(expected - found)),
        *(f"nothing reads '{path}{key}'" for key in sorted(found - expected)),
    ]


def is_word_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_text(word) for word in value)


def relation_faults(relations: Mapping[str, Any]) -> list[str]:
    return [f"[{name}] {fault}" for name, table in relations.items() for fault in _table_faults(table)]


def _table_faults(table: Any) -> Iterator[str]:
    if not isinstance(table, Mapping):
        yield "is not a table"
        return
    for key in sorted(set(table) - RELATION_KEYS):
        yield f"nothing reads '{key}'"
    if table.get("family") not in POLARITY:
        yield f"family '{table.get('family')}' is unknown"
    if table.get("target") not in TARGETS:
        yield f"target '{table.get('target')}' is unknown"
    for key in WORD_LISTS:
        entries = table.get(key, [])
        if not isinstance(entries, list):
            yield f"{key} is not a list"
        else:
            yield from (f"{key}: '{entry}' is not a text" for entry in entries if not _is_text(entry))
    if "examples" in table or any(
        table.get(key) for key in WORD_LISTS
    ):  # else only the learned model gives it
        yield from _example_faults(table.get("examples", []))


def _example_faults(examples: Any) -> Iterator[str]:
    if not isinstance(examples, list) or not all(isinstance(example, Mapping) for example in examples):
        yield "examples is not a list of tables"
        return
    for example in examples:
        if not _is_text(example.get("text")) or not isinstance(example.get("find"), list):
            yield "an example needs a text and a list of what to find"
    found = [bool(example.get("find")) for example in examples]
    if not any(found) or all(found):
        yield "needs an example that is found and one that is not"


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
