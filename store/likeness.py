"""How alike two texts are, and how to find like ones among many without comparing each with each.

A text is the set of its overlapping runs of three words. Two texts are nearly the same if their sets are (Jaccard
index). A MinHash signature, cut into bands, makes like texts agree in at least one band (locality-sensitive
hashing; Broder 1997, Leskovec et al., "Mining of Massive Datasets", chapter 3).
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Set
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datasketch import MinHash

WORDS = 3  # of one shingle
SHORTEST = 40  # words: shorter texts are alike by chance, as two notes of the same form are
NEAR = 0.6  # Jaccard index from which two texts are reports of the same: three quarters of each are shared
BANDS, ROWS = 25, 4  # texts of index 0.6 share a band 97 times in 100, of 0.8 always, of 0.1 hardly ever


def shingles(text: str) -> Set[str]:
    """The runs of three words, whatever their case and what stands between them.

    >>> sorted(shingles("The plan, she said, is dead."))
    ['plan she said', 'said is dead', 'she said is', 'the plan she']
    """
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[place : place + WORDS]) for place in range(len(words) - WORDS + 1)}


def jaccard(one: Set[str], other: Set[str]) -> float:
    """Share of what both have in what either has; 0 where there is nothing.

    >>> jaccard({"a", "b"}, {"b", "c"})
    0.3333333333333333
    """
    return len(one & other) / len(one | other) if one or other else 0.0


def bands(text: str) -> tuple[int, ...]:
    """Numbers of 64 bits with sign, of which texts that are nearly the same share at least one.

    Returns:
        25 of them, the same on every machine; none for a text of fewer than 40 words.
    """
    found = shingles(text)
    if len(found) < SHORTEST - WORDS + 1:
        return ()
    signature = _empty_signature().copy()
    signature.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in found])
    values = signature.digest().astype("<u4").tobytes()
    size = len(values) // BANDS
    return tuple(_key(number, values[number * size :][:size]) for number in range(BANDS))


@cache
def _empty_signature() -> MinHash:
    """Made once, since drawing the permutations takes longer than using them."""
    from datasketch import MinHash  # takes a second to import, and short texts need none

    return MinHash(num_perm=BANDS * ROWS, seed=1, scheme="affine32", hashfunc=zlib.crc32)


def _key(number: int, values: bytes) -> int:
    return int.from_bytes(hashlib.sha256(bytes([number]) + values).digest()[:8], "big", signed=True)
