"""Files that a command writes: whole or not at all, and only where they were asked for."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from errors import HustingsError
from records import digest, slug

PLAIN = re.compile(r'[^\x00-\x1f\x7f/\\:*?"<>|]{1,200}')
LONGEST = 200  # bytes of a file's name; file systems take 255, and a suffix follows


def write_whole(target: str, data: bytes) -> None:
    """Put the bytes into the file, or on standard output if it is "-"; an existing file is replaced at once.

    Raises:
        HustingsError: If the file cannot be written; then whatever stood there is as it was.
    """
    if target == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    try:
        if path.exists() and not path.is_file():  # a device or a pipe: moving a file there would replace it
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise HustingsError(
            f"cannot be written: {error.strerror}", where=target, mend="Check its folder and the free space"
        ) from error


def file_name(document_id: str) -> str:
    """A name for a document's file, without suffix: its id as it is, if that is a plain name and no path.

    >>> file_name("report 1.final"), file_name("../../etc/passwd")
    ('report 1.final', 'etc-passwd-3754d6cb')
    """
    plain = PLAIN.fullmatch(document_id) and len(os.fsencode(document_id)) <= LONGEST
    if plain and document_id.strip(". "):
        return document_id
    return f"{slug(document_id)[:80]}-{digest(document_id)[:8]}"


def _replace(path: Path, data: bytes) -> None:
    half = path.with_name(f".{path.name[:LONGEST]}.{os.getpid()}.part")
    try:
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
