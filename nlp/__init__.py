"""Text to statements: mentions, attributions and positions. Knows no graph, no store and no screen.

`Extractor` is loaded on first use: commands that read no text need not wait for spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nlp.extractor import Extractor

__all__ = ["Extractor"]


def __getattr__(name: str) -> Any:
    if name == "Extractor":
        from nlp.extractor import Extractor

        return Extractor
    raise AttributeError(f"module 'nlp' has no attribute '{name}'")
