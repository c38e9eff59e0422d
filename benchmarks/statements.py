"""Statements against gold: `python -m benchmarks.statements GOLD... [--texts FILE...] [--output DIR] [--verbose]`.

GOLD is in one of the forms that `benchmarks.golds` reads. What is scored is the set of distinct edges of each article:
a predicted edge that fits no gold edge is wrong, a core edge that nothing fits is missed, an edge with "core": false
counts neither way. A target "a|b" accepts either.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.golds import Gold, load_golds, words_of
from errors import HustingsError
from nlp import Extractor
from records import Document, Reading, Statement

SCORED = frozenset({"support", "opposition", "demand"})


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one article and what to print about it."""

    hits: int
    wrong: int
    core: int
    remarks: tuple[str, ...] = ()


def main(arguments: Sequence[str] | None = None) -> int:
    """Extract every gold article, print one line for each, then precision, recall and F1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument(
        "--texts", nargs="+", type=Path, default=[], help="files of the texts that annotations leave out"
    )
    parser.add_argument(
        "--output",
        type=Path,
        help="folder for one <id>.jsonl of the statements that draw edges, for each article",
    )
    parser.add_argument("--rules", action="store_true", help="without the learned model")
    parser.add_argument("--verbose", action="store_true", help="list every wrong and missed edge")
    options = parser.parse_args(arguments)
    try:
        golds = list(load_golds(options.gold, options.texts))
        extractor = Extractor(stance=not options.rules)
        readings = list(extractor.readings(document_of(gold) for gold in golds))
        if options.output is not None:
            _write(readings, options.output)
    except HustingsError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    scores = [score(gold, reading.statements) for gold, reading in zip(golds, readings, strict=True)]
    for gold, result in zip(golds, scores, strict=True):
        print(f"{gold['id']}: {result.hits} of {result.core} core edges found, {result.wrong} wrong")
        if options.verbose and result.remarks:
            print("\n".join(result.remarks))
    print(summary(scores))
    return 0


def document_of(gold: Gold) -> Document:
    """The article of a gold file, under its id."""
    return Document(id=gold["id"], text=gold["text"], title=gold.get("title", ""), date=gold.get("date"))


def edges_of(statements: Iterable[Statement]) -> set[tuple[str, str, str]]:
    """The distinct edges that are scored: actor, family, target."""
    return {(s.actor, s.family, s.target) for s in statements if s.makes_edge and s.family in SCORED}


def score(gold: Gold, statements: Iterable[Statement]) -> Score:
    """Compare the edges that statements draw with the gold edges of their article."""
    edges = sorted(edges_of(statements))
    found: set[int] = set()
    remarks = []
    for edge in edges:
        fitting = {i for i, row in enumerate(gold["statements"]) if _fits(edge, row, gold["entities"])}
        found |= fitting
        if not fitting:
            remarks.append(f"  not in gold: {edge[0]} --{edge[1]}--> {edge[2]}")
    wrong = len(remarks)
    core = [i for i, row in enumerate(gold["statements"]) if row["core"]]
    remarks += [_missed(gold, gold["statements"][i]) for i in core if i not in found]
    return Score(len(found.intersection(core)), wrong, len(core), tuple(remarks))


def _missed(gold: Gold, edge: Gold) -> str:
    words = words_of(gold, edge)
    return "  missed: {actor} --{family}--> {target}".format(**edge) + (f"   {words}" if words else "")


def summary(scores: Iterable[Score]) -> str:
    """Precision, recall and F1 over all articles; 0 where nothing was found."""
    rows = list(scores)
    hits, wrong, core = (sum(getattr(row, name) for row in rows) for name in ("hits", "wrong", "core"))
    precision = hits / (hits + wrong) if hits + wrong else 0.0
    recall = hits / core if core else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f} ({core} core edges)"


def _fits(edge: tuple[str, str, str], row: Gold, entities: dict[str, list[str]]) -> bool:
    actor, family, target = edge
    return (
        family == row["family"]
        and _names(actor, row["actor"], entities)
        and _names(target, row["target"], entities)
    )


def _names(name: str, wanted: str, entities: dict[str, list[str]]) -> bool:
    patterns = [p for option in wanted.split("|") for p in entities.get(option, [option])]
    return any(re.search(pattern, name, re.IGNORECASE) for pattern in patterns)


def _write(readings: Iterable[Reading], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for reading in readings:
        drawn = [
            s for s in reading.statements if s.makes_edge
        ]  # a scorer of edges knows no negation or modality
        lines = [json.dumps(s.to_json(), ensure_ascii=False) for s in drawn]
        (folder / f"{reading.document.id}.jsonl").write_text(
            "".join(f"{line}\n" for line in lines), encoding="utf-8"
        )


if __name__ == "__main__":
    sys.exit(main())
