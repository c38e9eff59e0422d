"""Articles with the positions that careful readers find in them.

A gold file (.json) holds one article: its text, its entities (name -> patterns) and its edges (actor, family, target,
core). A file of annotations (.jsonl) holds many without their texts, one a line, where nobody has licensed these: "at"
of an edge says at which characters of the text it is proved.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.texts import read_texts
from errors import InputError

FIELDS = {"id", "text", "entities", "statements"}
FORM = "See the form at the top of benchmarks/golds.py"

Gold = dict[str, Any]


def load_golds(paths: Iterable[Path], texts: Iterable[Path] = ()) -> Iterator[Gold]:
    """Every article of these files.

    Args:
        paths: Gold files and files of annotations.
        texts: Files of `{"id", "text"}` lines that hold the texts of annotated articles.

    Raises:
        InputError: If one is no such file, or an article's text is in none of them.
    """
    known = {document.id: document.text for path in texts for document in read_texts(path)}
    for path in paths:
        try:
            words = path.read_text(encoding="utf-8")
            lines = (
                [line for line in words.splitlines() if line.strip()] if path.suffix == ".jsonl" else [words]
            )
            yield from (_whole(row, known, path) for row in map(json.loads, lines))
        except (OSError, ValueError) as error:
            raise InputError(f"cannot be read as gold: {error}", where=str(path)) from error


def _whole(row: Any, texts: Mapping[str, str], path: Path) -> Gold:
    if not isinstance(row, dict):
        raise InputError("holds no article", where=str(path), mend=FORM)
    gold = {"text": texts[row["id"]], **row} if row.get("id") in texts else row
    if missing := FIELDS - set(gold):
        mend = "Name the file that holds its text" if missing == {"text"} else FORM
        raise InputError(
            f"lacks {', '.join(sorted(missing))}", where=f"{path}: {row.get('id', '')}", mend=mend
        )
    return gold


def words_of(gold: Gold, edge: Gold) -> str:
    """The words that prove an edge; "" where the annotation does not say which."""
    start, end = edge.get("at", (0, 0))
    return " ".join(gold["text"][start:end].split())
