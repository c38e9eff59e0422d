"""Errors as the reader sees them: what, where, and what to do; never a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from errors import HustingsError
from ui.style import literal


def show_error(error: HustingsError) -> None:
    """The three parts of an error as one notice."""
    lines = [f"**{literal(error.what)}**", literal(error.where), literal(error.mend)]
    st.error("  \n".join(line for line in lines if line.strip("*")), icon=":material/error:")


@contextmanager
def noticed() -> Iterator[None]:
    """Shows an error raised inside instead of the rest of the block; what stands above it stays."""
    try:
        yield
    except HustingsError as error:
        show_error(error)
