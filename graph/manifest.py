"""The first page of a snapshot: what is in it, made by which versions, and the digests that prove it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from errors import SnapshotError

FORMAT_VERSION = 2
MANIFEST = "manifest.json"
FIRST = ("documents.jsonl", "entities.jsonl", "graph.gexf", "reviews.jsonl", "statements.jsonl")
PARTS = {1: FIRST, 2: tuple(sorted((*FIRST, "reports.jsonl")))}
"""Format version -> the parts of a snapshot beside the manifest."""
KINDS: Mapping[str, type] = {
    "format_version": int,
    "created": str,
    "versions": dict,
    "filter": dict,
    "counts": dict,
    "parts": dict,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a snapshot says about itself."""

    format_version: int
    created: str  # an ISO day, or "" where no document has a date
    versions: Mapping[str, str]  # of extractor, model, lexicon, knowledge
    filter: Mapping[str, Any]  # as `Filter.to_json` writes it
    counts: Mapping[str, int]
    parts: Mapping[str, str]  # name -> SHA-256, 64 hexadecimal digits

    @property
    def names(self) -> tuple[str, ...]:
        """The parts that a snapshot of this format has."""
        return PARTS[self.format_version]

    @property
    def hash(self) -> str:
        """What to cite the snapshot by: SHA-256 over everything the manifest says."""
        return part_digest(json.dumps(asdict(self), sort_keys=True).encode())

    def to_bytes(self) -> bytes:
        """The manifest as JSON, with its own hash."""
        text = json.dumps({**asdict(self), "hash": self.hash}, sort_keys=True, indent=1)
        return f"{text}\n".encode()

    @classmethod
    def from_bytes(cls, data: bytes, where: str) -> Self:
        """The manifest written by `to_bytes`.

        Raises:
            SnapshotError: If it is no manifest, of a newer format, or was altered.
        """
        values = _object(data, where)
        _check_version(values, where)
        said = values.pop("hash", None)
        if set(values) != {field.name for field in fields(cls)}:
            raise SnapshotError(f"{MANIFEST} has missing or unknown fields", where=where)
        if wrong := [name for name, kind in KINDS.items() if not isinstance(values[name], kind)]:
            raise SnapshotError(f"{MANIFEST}: {', '.join(wrong)} of the wrong kind", where=where)
        manifest = cls(**values)
        if manifest.hash != said:
            raise SnapshotError(f"{MANIFEST} was altered: its hash differs", where=where)
        return manifest


def part_digest(data: bytes) -> str:
    """SHA-256 of a part, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _object(data: bytes, where: str) -> dict[str, Any]:
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SnapshotError(f"{MANIFEST} is not JSON", where=where) from error
    if not isinstance(values, dict):
        raise SnapshotError(f"{MANIFEST} is not a JSON object", where=where)
    return values


def _check_version(values: Mapping[str, Any], where: str) -> None:
    version = values.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise SnapshotError(f"{MANIFEST} names no format version", where=where)
    if version > FORMAT_VERSION:
        raise SnapshotError(
            f"format {version} is newer than the {FORMAT_VERSION} that this version reads",
            where=where,
            mend="Update Hustings",
        )
