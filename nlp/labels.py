"""Labels that say who speaks what follows: 'Ada Vela:', 'Ada Vela (Pierside) (Lantern):', 'The Prime Minister:'."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST = 16  # tokens of 'The Minister for Harbours and Coasts (Ada Vela) (Lantern):'
COLONS = frozenset({":", "):"})
SMALL = frozenset(
    {"the", "of", "for", "and", "on", "in", "hon", "hon.", "right", "&", ".", "-", "/", ",", "'s"}
)


def label_end(texts: Sequence[str], start: int, end: int) -> int | None:
    """Where the label at a paragraph's start ends: its colon, or the bracket at the end of a line that is a label only.

    Args:
        texts: The words of a text.
        start: The first word of the paragraph.
        end: One behind its last.
    """
    for index in range(start, min(end, start + LONGEST)):
        if texts[index] in COLONS:
            return index if index > start else None
        if not _in_label(texts[index]):
            return None
    seated = 0 < end - start <= LONGEST and texts[end - 1] == ")" and texts[start:end].count("(") == 2
    return end - 1 if seated else None  # 'Ada Vela (Pierside) (Lantern)'


def _in_label(text: str) -> bool:
    return text[:1].isupper() or text.lower() in SMALL or text in "()" or text.isdigit()
