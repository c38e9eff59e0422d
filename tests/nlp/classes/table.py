"""The tables of this folder, what a reading lacks or adds, and the list of what is known to fail.

Each class of expression (A1 to M) has a file: `title`, `nothing` (texts that give no edge) and
`found` (texts with their edges, in the notation of cases.py). The expectations are those of a careful reader, written
before the engine was asked; a row that it gets wrong is not rewritten but listed in known_failures.toml.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from records import Reading
from tests.nlp.cases import difference, edges_in

HERE = Path(__file__).parent
KNOWN = HERE / "known_failures.toml"
KINDS = {"wrong": "wrong", "missing": "lacking"}  # kind of fault -> what `difference` calls it
UNEXPLAINED = "not looked into"
HEAD = """\
# Rows of the tables that the engine gets wrong today: strict expected failures, so that a fix speaks up.
# Written by `python -m tests.nlp.classes --mark`, which keeps the reasons; mend the engine, never the row.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A text of one class, and the edges that a careful reader draws from it."""

    key: str
    text: str
    edges: str

    @property
    def required(self) -> int:
        """Edges that must be found."""
        return sum(not edge.startswith("(") for edge in self.edges.split("; ") if edge)


@dataclass(frozen=True, slots=True)
class Failure:
    """What is wrong with the reading of one row: edges of one kind, and why as far as is known."""

    kind: str
    key: str
    text: str
    edges: tuple[str, ...]
    reason: str = UNEXPLAINED


def load_rows() -> list[Row]:
    """Every row, class by class, those with edges first."""
    return [row for path in sorted(HERE.glob("[A-Z]*.toml")) for row in _rows_of(path)]


def load_titles() -> dict[str, str]:
    """Class -> what it is, in a line."""
    return {path.stem: _read(path)["title"] for path in sorted(HERE.glob("[A-Z]*.toml"))}


def faults(row: Row, reading: Reading) -> dict[str, list[str]]:
    """Kind of fault -> edges, for the reading of a row; both empty when it is right."""
    found = difference(edges_in(reading.statements), row.edges)
    return {
        kind: [edge.removeprefix(f"{word}: ") for edge in found if edge.startswith(f"{word}: ")]
        for kind, word in KINDS.items()
    }


def failures(rows: Iterable[Row], read: Callable[[str], Reading]) -> Iterator[Failure]:
    """What fails now, in the order of the rows."""
    for row in rows:
        for kind, edges in faults(row, read(row.text)).items():
            if edges:
                yield Failure(kind, row.key, row.text, tuple(edges))


def load_known() -> dict[tuple[str, str], Failure]:
    """(kind, text) -> what is known to fail."""
    listed = _read(KNOWN) if KNOWN.exists() else {}
    return {
        (kind, item["text"]): Failure(kind, item["class"], item["text"], tuple(item["edges"]), item["reason"])
        for kind in KINDS
        for item in listed.get(kind, [])
    }


def to_toml(failing: Iterable[Failure], known: Mapping[tuple[str, str], Failure]) -> str:
    """The list of known failures, wrong edges first, with the reasons that were known before."""
    kinds = list(KINDS)
    ordered = sorted(failing, key=lambda failure: (kinds.index(failure.kind), failure.key, failure.text))
    return HEAD + "".join(_item(failure, known) for failure in ordered)


def to_markdown(rows: Iterable[Row], failing: Iterable[Failure]) -> str:
    """The classes with their counts, the sum last."""
    titles, rows, failing = load_titles(), list(rows), list(failing)
    total = Counter(row.key for row in rows)
    bad = Counter(key for key, _ in {(f.key, f.text) for f in failing})
    edges = {kind: Counter[str]() for kind in KINDS}
    for failure in failing:
        edges[failure.kind][failure.key] += len(failure.edges)
    lines = ["| class | rows | right | wrong edges | missing edges |", "|---|---|---|---|---|"]
    for key, title in titles.items():
        counts = (total[key], total[key] - bad[key], edges["wrong"][key], edges["missing"][key])
        lines.append(f"| {key} {title} | {' | '.join(map(str, counts))} |")
    sums = (total.total(), total.total() - bad.total(), edges["wrong"].total(), edges["missing"].total())
    return "\n".join([*lines, f"| all | {' | '.join(map(str, sums))} |"])


def summary(rows: Iterable[Row], failing: Iterable[Failure]) -> str:
    """Precision and recall over all rows; optional edges count neither way."""
    required, failing = sum(row.required for row in rows), list(failing)
    wrong, missing = (sum(len(f.edges) for f in failing if f.kind == kind) for kind in KINDS)
    hits = required - missing
    return f"precision {hits / (hits + wrong):.3f} recall {hits / required:.3f} ({required} edges)"


def _rows_of(path: Path) -> list[Row]:
    table = _read(path)
    return [
        *(Row(path.stem, item["text"], item["edges"]) for item in table["found"]),
        *(Row(path.stem, text, "") for text in table["nothing"]),
    ]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _item(failure: Failure, known: Mapping[tuple[str, str], Failure]) -> str:
    before = known.get((failure.kind, failure.text), failure)
    fields = {
        "class": failure.key,
        "text": failure.text,
        "edges": list(failure.edges),
        "reason": before.reason,
    }
    # A JSON string or list of strings is one of TOML too.
    lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    return f"\n[[{failure.kind}]]\n{''.join(lines)}"
