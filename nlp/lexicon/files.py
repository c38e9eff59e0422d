"""One TOML file of a lexicon, refused with all its faults at once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from errors import LexiconError
from nlp.lexicon import FOLDER

FaultsOf = Callable[[Mapping[str, Any]], Iterable[str]]


def read_tables(name: str, faults_of: FaultsOf, language: str, folder: Path | None) -> dict[str, Any]:
    """The tables of one file of a language.

    Raises:
        LexiconError: If it cannot be read, or listing what `faults_of` finds in it.
    """
    path = (folder or FOLDER) / language / name
    tables: dict[str, Any] = {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        faults = [*faults_of(tables)]
    except (OSError, tomllib.TOMLDecodeError) as error:
        faults = [str(error)]
    if faults:
        raise LexiconError("; ".join(faults), where=str(path), mend="Mend the entries named")
    return tables
