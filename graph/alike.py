"""Things whose names share most of their words, such as two wordings of one demand."""

from __future__ import annotations

import re
from collections.abc import Mapping

LEAST_SHARED = 2  # words, or all of a shorter name
LEAST_SHARE = 0.6  # of the words of the shorter name
SHORTEST = 4  # letters of a word that counts: nearly all shorter ones are of grammar
IDLE = frozenset({"into", "with", "from", "that", "over", "their", "this", "about"})


def alike(id: str, names: Mapping[str, str], limit: int = 12) -> list[str]:
    """The ids of the names most like the name of `id`, the likest first; whether they mean the same is not known.

    Args:
        names: Id -> name, that of `id` included.

    >>> alike("a", {"a": "National inquiry", "b": "Statutory national inquiry", "c": "National park"})
    ['b']
    """
    own = _words(names[id])
    scored = {}
    for other, name in names.items():
        words = _words(name)
        shared = len(own & words)
        smaller = min(len(own), len(words))
        if other != id and shared and shared >= max(min(LEAST_SHARED, smaller), LEAST_SHARE * smaller):
            scored[other] = shared / len(own | words)
    return sorted(scored, key=lambda other: (-scored[other], names[other], other))[:limit]


def _words(name: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", name.casefold())
    return frozenset(word.removesuffix("s") for word in words if len(word) >= SHORTEST and word not in IDLE)
