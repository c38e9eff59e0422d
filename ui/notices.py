"""Errors as the reader sees them: what, where, and what to do; never a traceback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from errors import HustingsError
from ui.style import literal

SHOWN = 6  # notices in a row before the rest is folded away


def show_error(error: HustingsError) -> None:
    """The three parts of an error as one notice: where and what in the first line, what to do in the second."""
    place = f"{literal(error.where)}: " if error.where else ""
    lines = [f"**{place}{literal(error.what)}**", literal(error.mend)]
    st.error("  \n".join(line for line in lines if line), icon=":material/error:")


def show_errors(errors: Sequence[HustingsError]) -> None:
    """A notice for each, many of them folded."""
    for error in errors[:SHOWN]:
        show_error(error)
    if rest := errors[SHOWN:]:
        with st.expander(f"{len(rest)} more that cannot be read"):
            for error in rest:
                show_error(error)


@contextmanager
def noticed() -> Iterator[None]:
    """Shows an error raised inside instead of the rest of the block; what stands above it stays."""
    try:
        yield
    except HustingsError as error:
        show_error(error)
