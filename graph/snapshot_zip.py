"""Opens a snapshot from anywhere: bounded sizes, no names that lead elsewhere, nothing put on disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from pathlib import Path

from errors import SnapshotError

LARGEST = 2**30  # bytes of all parts together when unpacked; a million statements take about as much
RATIO = 200  # unpacked to packed; JSON lines reach about 20
SMALL = 2**20  # bytes; below it the ratio says nothing
ENTRIES = 100
METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError)


def open_parts(snapshot: bytes | Path, where: str) -> dict[str, bytes]:
    """Name -> content of every part.

    Raises:
        SnapshotError: If the file cannot be read, is no zip, is damaged, or could do harm: too large when
            unpacked, or with names that lead out of a folder.
    """
    try:
        with zipfile.ZipFile(snapshot if isinstance(snapshot, Path) else io.BytesIO(snapshot)) as archive:
            infos = archive.infolist()
            _check_names(infos, where)
            _check_sizes(infos, where)
            return {info.filename: archive.read(info) for info in infos}
    except OSError as error:
        raise SnapshotError(f"cannot be read: {error.strerror or error}", where=where) from error
    except DAMAGE as error:
        mend = "Take a file that Hustings has written"
        raise SnapshotError(f"not a readable zip: {error}", where=where, mend=mend) from error


def _check_names(infos: list[zipfile.ZipInfo], where: str) -> None:
    if len(infos) > ENTRIES:
        raise SnapshotError(f"{len(infos)} parts are more than a snapshot has", where=where)
    names = Counter(info.filename for info in infos)
    faults = [f"part {name!r} leads out of the snapshot" for name in names if set(name) & set("/\\:\0")]
    faults += [f"part {name!r} is there {count} times" for name, count in names.items() if count > 1]
    if faults:
        raise SnapshotError("; ".join(faults), where=where, mend="Nothing of it was opened")


def _check_sizes(infos: list[zipfile.ZipInfo], where: str) -> None:
    """By the sizes the zip declares; zipfile reads no more than these."""
    size = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if size > LARGEST or (size > SMALL and size > RATIO * packed):
        raise SnapshotError(f"would unpack to {size:,} bytes", where=where, mend="Nothing of it was opened")
    if methods := {info.compress_type for info in infos} - METHODS:
        raise SnapshotError(f"packed by unknown methods: {sorted(methods)}", where=where)
