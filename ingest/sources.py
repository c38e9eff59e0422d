"""Everything that a person can name: a file, a folder, a pattern, an address, a feed, standard input."""

from __future__ import annotations

import glob
import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from errors import InputError
from ingest.address import fetch
from ingest.failures import Failure, attempt
from ingest.feed import is_feed, read_feed
from ingest.inputs import MAX_BYTES, Input
from ingest.readers import READERS, read_input
from records import Document


def read_source(source: str, allow_private: bool = False) -> Iterator[Document | Failure]:
    """The documents that a source holds; what cannot be read is a Failure in its place.

    Args:
        source: A file, a folder (its files of known kinds, and those in folders below), a pattern such as
            "news/*.txt", an address of a page or feed, or "-" for standard input.
        allow_private: Whether addresses of this computer and its own network may be read.

    Returns:
        Documents with ids that are different from each other; files in the order of their paths.
    """
    used: set[str] = set()
    for item in attempt(source, partial(_read, source, allow_private)):
        if isinstance(item, Failure):
            yield item
            continue
        document = replace(item, id=f"{item.id}-{item.hash[:8]}") if item.id in used else item
        used.add(document.id)
        yield document


def _read(source: str, allow_private: bool) -> Iterator[Document | Failure]:
    if source == "-":
        yield from read_input(_standard_input())
    elif "://" in source:
        yield from _read_address(source, allow_private)
    else:
        for path in _files(source):
            yield from attempt(str(path), partial(_read_file, path))


def _standard_input() -> Input:
    """Text or, when it begins like JSON, documents one a line."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    suffix = ".jsonl" if data.lstrip()[:1] == b"{" else ".txt"
    return Input(where="standard input", id="stdin", suffix=suffix, stream=io.BytesIO(data))


def _read_address(address: str, allow_private: bool) -> Iterator[Document | Failure]:
    given = fetch(address, allow_private)
    if is_feed(given):
        yield from read_feed(given, partial(fetch, allow_private=allow_private))
    else:
        yield from read_input(given)


def _read_file(path: Path) -> Iterator[Document | Failure]:
    with path.open("rb") as stream:
        yield from read_input(Input.of_stream(str(path), stream))


def _files(source: str) -> list[Path]:
    path = Path(source)
    if path.is_file():
        return [path]
    if path.is_dir():
        return _in_folder(path)
    found = sorted(Path(name) for name in glob.glob(source, recursive=True) if Path(name).is_file())  # noqa: PTH207 - Path.glob refuses absolute patterns
    if not found:
        raise InputError(
            "there is no such file or folder", where=source, mend="Check the name and the folder"
        )
    return found


def _in_folder(folder: Path) -> list[Path]:
    """Its files of known kinds; hidden ones and those in hidden folders are left alone."""
    below = (path.relative_to(folder) for path in folder.rglob("*") if path.suffix.lower() in READERS)
    found = [folder / name for name in sorted(below) if not any(part.startswith(".") for part in name.parts)]
    files = [path for path in found if path.is_file()]
    if not files:
        raise InputError(
            "no file in the folder can be read", where=str(folder), mend=f"Use one of: {', '.join(READERS)}"
        )
    return files
