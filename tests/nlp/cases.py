"""How cases are written: a text, and the edges that a careful reader draws from it.

An edge is "actor opposes|supports|demands|acts on target"; several are joined by "; ", none is "". Case does not
matter, and "*" stands for any words, where more than one name would be right. An edge in brackets may be read from
the text and need not be: careful readers differ. Only asserted, un-negated statements
are edges; affiliations (member of, leads) are left aside.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from nlp.knowledge import FOLDER
from records import Statement, slug

CAST = {
    "Helen Carrow": "female",
    "Martin Pell": "male",
    "Rosa Whitlock": "female",
    "Declan Firth": "male",
    "Priya Nandan": "female",
    "George Haddow": "male",
    "Laura Lockett": "female",
    "Simon Ashby": "male",
    "Grace Dunmore": "female",
    "Owen Tarrant": "male",
    "Frank Calder": "male",
    "Dana Ferris": "female",
    "Walt Hale": "male",
    "Marcia Lorne": "female",
    "Rick Stroud": "male",
}
"""Made-up people whom the tests' knowledge base knows, so that a table of grammar tests grammar and not the luck of a
name tagger. People whom nobody knows are the matter of test_mentions.py."""

VERBS = {"support": "supports", "opposition": "opposes", "demand": "demands", "action": "acts on"}


def write_knowledge(folder: Path) -> None:
    """The project's knowledge base and the cast, as the files of one folder."""
    for path in FOLDER.glob("*.json"):
        shutil.copy(path, folder)
    people = [{"id": slug(name), "name": name, "gender": gender} for name, gender in CAST.items()]
    (folder / "cast.json").write_text(json.dumps({"persons": people}), encoding="utf-8")


def missed(*case: object, why: str) -> object:
    """A case that the engine does not get right yet; it speaks up as soon as it does."""
    return pytest.param(*case, marks=pytest.mark.xfail(reason=why, strict=True))


def edges_in(statements: Iterable[Statement]) -> set[str]:
    """The edges of a reading, written as in the tables."""
    return {
        f"{s.actor} {VERBS[s.family]} {s.target}" for s in statements if s.makes_edge and s.family in VERBS
    }


def difference(found: Iterable[str], expected: str) -> list[str]:
    """Edges that should not be there and edges that are lacking; empty when all is well."""
    allowed = [edge for edge in expected.split("; ") if edge]
    required = [edge for edge in allowed if not edge.startswith("(")]
    found = sorted(found)
    return [
        *(f"wrong: {edge}" for edge in found if not any(_fits(edge, pattern) for pattern in allowed)),
        *(f"lacking: {pattern}" for pattern in required if not any(_fits(edge, pattern) for edge in found)),
    ]


def _fits(edge: str, pattern: str) -> bool:
    words = ".*".join(re.escape(part) for part in pattern.strip("()").split("*"))
    return re.fullmatch(words, edge.replace("’", "'"), re.IGNORECASE) is not None
