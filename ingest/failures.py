"""One bad input does not stop the others: what could not be read is yielded beside what could."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from errors import HustingsError, InputError

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What could not be read, and why."""

    source: str
    error: HustingsError


def attempt(source: str, read: Callable[[], Iterator[Item]]) -> Iterator[Item | Failure]:
    """What `read` yields; where it breaks off, one Failure that says why."""
    try:
        yield from read()
    except HustingsError as error:
        yield Failure(source=source, error=error)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        mend = "Check that it is there and that you may read it"
        yield Failure(
            source=source, error=InputError(f"it cannot be read ({reason})", where=source, mend=mend)
        )
