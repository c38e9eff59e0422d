"""The texts that a benchmark reads: a file of documents, or a folder of articles."""

from __future__ import annotations

import json
from pathlib import Path

import frontmatter

from errors import InputError
from records import Document


def read_texts(path: Path) -> list[Document]:
    """The documents of a .jsonl file of `{"id", "text"}`, or of the .md and .txt files of a folder, in order.

    Raises:
        InputError: If there is no such thing or a line has another form.
    """
    try:
        if path.is_dir():
            files = sorted(p for p in path.iterdir() if p.suffix in (".md", ".txt") and p.name != "README.md")
            return [Document(id=p.stem, text=frontmatter.load(str(p)).content) for p in files]
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [Document(id=str(row["id"]), text=row["text"]) for row in rows]
    except (OSError, ValueError, KeyError) as error:
        raise InputError(
            f"cannot be read: {error!r}", where=str(path), mend="Give lines of {id, text}"
        ) from error
