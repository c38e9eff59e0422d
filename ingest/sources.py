"""Everything that a person can name: a file, a folder, a pattern, an address, a feed, standard input."""

from __future__ import annotations

import glob
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, count
from pathlib import Path

from errors import InputError
from ingest.address import fetch
from ingest.characters import whole
from ingest.failures import Failure, attempt
from ingest.feed import is_feed, read_feed
from ingest.inputs import MAX_BYTES, Input
from ingest.readers import CODED, READERS, Item, read_coded
from records import Document, Reading

Read = Callable[[], Iterator[Item]]

Placed = tuple[str, Item]
"""A file or address, and what is in it or why there is nothing."""

SUFFIXES = (*READERS, *CODED)


def read_source(source: str, allow_private: bool = False) -> Iterator[Item]:
    """The documents that a source holds, coded ones as Readings; what cannot be read is a Failure in its place.

    Args:
        source: A file, a folder (its files of known kinds, and those in folders below), a pattern such as
            "news/*.txt", an address of a page or feed, or "-" for standard input.
        allow_private: Whether addresses of this computer and its own network may be read.

    Returns:
        Documents with ids that are different from each other; files in the order of their paths.
    """
    return (item for _place, item in read_places([source], allow_private))


def read_places(sources: Iterable[str], allow_private: bool = False) -> Iterator[Placed]:
    """As `read_source`, for several sources, and with the file or address of each document or failure."""
    used: set[str] = set()
    for source in sources:
        for place, item in _placed(source, allow_private):
            yield place, _with_own_id(item, used)


def _placed(source: str, allow_private: bool) -> Iterator[Placed]:
    for found in attempt(whole(source), partial(_places, source, allow_private)):
        if isinstance(found, Failure):
            yield whole(source), found
        else:
            place, read = found
            yield from ((place, item) for item in attempt(place, read))


def _with_own_id(item: Item, used: set[str]) -> Item:
    """The document, or the coded one with its statements, under an id that none before it has."""
    if isinstance(item, Failure):
        return item
    document = item.document if isinstance(item, Reading) else item
    name = next(name for name in _names(document) if name not in used)
    used.add(name)
    if isinstance(item, Document):
        return replace(item, id=name)
    statements = (replace(statement, document=name) for statement in item.statements)
    return replace(item, document=replace(document, id=name), statements=tuple(statements))


def _names(document: Document) -> Iterator[str]:
    """Its id, and what it is called where that is taken."""
    other = f"{document.id}-{document.hash[:8]}"
    return chain((document.id, other), (f"{other}-{number}" for number in count(2)))


def _places(source: str, allow_private: bool) -> Iterator[tuple[str, Read]]:
    """The files and addresses that a source names, each with what reads it."""
    if source == "-":
        yield "standard input", lambda: read_coded(_standard_input())
    elif "://" in source:
        yield source, partial(_read_address, source, allow_private)
    else:
        yield from ((whole(str(path)), partial(_read_file, path)) for path in _files(source))


def _standard_input() -> Input:
    """Text or, when it begins like JSON, documents one a line."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    suffix = ".jsonl" if data.lstrip()[:1] == b"{" else ".txt"
    return Input(where="standard input", id="stdin", suffix=suffix, stream=io.BytesIO(data))


def _read_address(address: str, allow_private: bool) -> Iterator[Item]:
    given = fetch(address, allow_private)
    if is_feed(given):
        yield from read_feed(given, partial(fetch, allow_private=allow_private))
    else:
        yield from read_coded(given)


def _read_file(path: Path) -> Iterator[Item]:
    with path.open("rb") as stream:
        yield from read_coded(Input.of_stream(str(path), stream))


def _files(source: str) -> list[Path]:
    if not source.strip():
        raise InputError(
            "the name of a source is empty",
            where="''",
            mend="Check the variable that should hold it; the current folder is named '.'",
        )
    path = Path(source)
    if path.is_file():
        return [path]
    if path.is_dir():
        return _in_folder(path)
    found = sorted(Path(name) for name in glob.glob(source, recursive=True) if Path(name).is_file())  # noqa: PTH207 - Path.glob refuses absolute patterns
    if not found:
        raise InputError(
            "there is no such file or folder", where=whole(source), mend="Check the name and the folder"
        )
    return found


def _in_folder(folder: Path) -> list[Path]:
    """Its files of known kinds; hidden ones and those in hidden folders are left alone."""
    below = (path.relative_to(folder) for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    found = [folder / name for name in sorted(below) if not any(part.startswith(".") for part in name.parts)]
    files = [path for path in found if path.is_file()]
    if not files:
        raise InputError(
            "no file in the folder can be read",
            where=whole(str(folder)),
            mend=f"Use one of: {', '.join(SUFFIXES)}",
        )
    return files
