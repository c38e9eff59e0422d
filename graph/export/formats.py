"""What a file format is, and the helpers that its writers share."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

NEVER = (1980, 1, 1, 0, 0, 0)  # the time on every part of a zip: the same content must give the same bytes
FILE_FOR_ALL = 0o644 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file that the graph can be written to."""

    label: str
    suffix: str  # with its dot
    mime: str
    write: Callable[[nx.MultiDiGraph[str]], bytes]  # same graph, same bytes


def as_json(value: Any) -> bytes:
    """JSON in UTF-8, readable, keys in the order given, a line break at the end."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)
    return f"{text}\n".encode()


def as_zip(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts, sorted by name, without compression: compressors differ between machines."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts):
            info = zipfile.ZipInfo(name, NEVER)
            info.create_system = 3  # Unix, wherever it is written
            info.external_attr = FILE_FOR_ALL
            archive.writestr(info, parts[name])
    return buffer.getvalue()
