"""A learned second opinion: who is for or against whom, where a sentence names two actors.

The model is small and optional: `load_stance()` gives None where its files or onnxruntime are missing, and the rules
work alone.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.stance.model import StanceModel


FOLDER = Path(__file__).with_name("model")


@cache
def load_stance() -> StanceModel | None:
    """The model that came with the program, loaded once."""
    try:
        from nlp.stance.model import StanceModel

        return StanceModel(FOLDER)
    except (ImportError, FileNotFoundError):
        return None
