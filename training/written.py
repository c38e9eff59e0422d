"""Sentences written for this, with invented names: opinions said in ways that annotated news has too few of.

`written.tsv` has a sentence a line, its actors marked as [1 Vela] and [2 the council] in the order of the text, and
behind a tab who is for or against whom, as "1-2:against 3-1:for", or "none". Two of whom nothing is said are neutral.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from nlp.parsing import PLAIN_MARKS
from nlp.stance.pairs import Pair

WRITTEN = Path(__file__).with_name("written.tsv")
MARKED = re.compile(r"\[(\d) ([^\[\]]+)\]")
SIGNS = {"for": 1, "against": 3}  # labels of the first's opinion of the second; the second's is one more


def written(path: Path = WRITTEN) -> Iterator[tuple[Pair, frozenset[int]]]:
    """Every two actors of every sentence, with their labels of `nlp.stance.model.CLASSES`.

    Raises:
        ValueError: Naming the line, if an opinion is none, or of somebody who is not marked.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield from _pairs(line)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{path.name}, line {number}: {error}") from error


def _pairs(line: str) -> Iterator[tuple[Pair, frozenset[int]]]:
    sentence, told = line.translate(PLAIN_MARKS).split("\t")
    parts = MARKED.split(sentence)  # before, number, name, between, number, name, ...
    spans, text = {}, parts[0]
    for number, name, behind in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        spans[number] = (len(text), len(text) + len(name))
        text += name + behind
    labels: dict[frozenset[str], set[int]] = {
        frozenset(two): set() for two in itertools.combinations(spans, 2)
    }
    for opinion in told.split() if told != "none" else []:
        holder, target, sign = re.split("[-:]", opinion)
        labels[frozenset({holder, target})].add(SIGNS[sign] + (holder > target))
    for two, found in labels.items():
        first, second = sorted(two)
        yield Pair(text, spans[first], spans[second]), frozenset(found or {0})
