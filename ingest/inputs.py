"""What a reader is given: a stream of bytes, and what is known about it from outside."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from errors import InputError
from ingest.characters import storable, whole

MAX_BYTES = 40_000_000
"""Of one file, page or line; larger ones are refused instead of filling the memory."""

NAMELESS = "text"
"""The id of the document in a file whose name is empty but for its suffix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file, upload or page before it is read."""

    where: str  # path or address, for messages
    id: str  # of the document in it
    suffix: str  # ".txt": the kind that it claims to be
    stream: BinaryIO  # seekable, at its start
    url: str = ""
    charset: str = ""  # as a web server declares it

    @classmethod
    def of_bytes(cls, name: str, data: bytes) -> Input:
        """The input for bytes at hand, such as an upload, under its file name."""
        return cls.of_stream(name, io.BytesIO(data))

    @classmethod
    def of_stream(cls, name: str, stream: BinaryIO) -> Input:
        """The input for an open file; the document's id is the file's name without its suffix."""
        path = PurePath(name)
        own = storable(path.stem) or NAMELESS
        return cls(where=whole(name), id=own, suffix=path.suffix.lower(), stream=stream)

    def head(self, size: int = 2_048) -> bytes:
        """The first bytes; the stream stays at its start."""
        start = self.stream.read(size)
        self.stream.seek(0)
        return start

    def read(self) -> bytes:
        """All bytes.

        Raises:
            InputError: If there are none, or more than MAX_BYTES.
        """
        data = self.stream.read(MAX_BYTES + 1)
        if not data:
            raise InputError("it is empty", where=self.where, mend="Give a file that holds a text")
        if len(data) > MAX_BYTES:
            raise too_large(self.where)
        return data


def too_large(where: str) -> InputError:
    """The error for more bytes than MAX_BYTES."""
    return InputError(
        f"it is larger than {MAX_BYTES // 1_000_000} MB",
        where=where,
        mend="Split it into one file for each article, or write a .jsonl file with one document a line",
    )
