"""One tree of errors, each saying what is wrong, where, and what to do about it."""

from __future__ import annotations


class HustingsError(Exception):
    """Something the user can mend.

    Args:
        what: What is wrong, one sentence without a full stop.
        where: The file, line, address or field that it is about; may be empty.
        mend: What to do about it; may be empty.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f". {self.mend}" if self.mend else ""
        return f"{place}{self.what}{advice}"


class InputError(HustingsError):
    """A file, address, text or option that cannot be used as it is."""

    exit_code = 2


class RecordError(InputError):
    """A record that contradicts itself: a span outside its text, a polarity that does not fit its family."""


class LexiconError(InputError):
    """A lexicon file with faults; `what` lists all of them."""


class KnowledgeError(InputError):
    """A knowledge base with faults; `what` lists all of them."""


class GraphError(InputError):
    """Statements or a graph that a measure, layout or exporter cannot take."""


class StoreError(HustingsError):
    """The database cannot be opened, read or written."""


class SnapshotError(InputError):
    """A snapshot file that is damaged, altered or of another format."""
