"""What the model learns from: sentences with two marked actors, and sentences with one marked target."""

from __future__ import annotations

import json
import random
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from benchmarks.directed_sentiment import read_rows
from nlp.stance.encoding import Encoded, Encoder
from nlp.stance.pairs import Pair
from training.annotations import annotated
from training.written import written

TARGET_SIGNS = {4: 0, 6: 1, 2: 2}  # NewsMTSC's polarity -> neutral, positive, negative
SORTED_AT_ONCE = 20  # batches


@dataclass(frozen=True, slots=True)
class Example:
    """A text as the model reads it, and its class."""

    code: Encoded
    label: int


def pairs(path: Path, encoder: Encoder) -> list[Example]:
    """The rows of a file of directed sentiment whose two actors are marked; the others cannot be read."""
    return [
        Example(code, row.label or 0)
        for row in read_rows(path)
        if len(row.spans) == 2 and (code := encoder.encode(row.text, row.spans)) is not None
    ]


def own_pairs(data: Path, encoder: Encoder, part: str) -> list[Example]:
    """Our own annotated pairs of one part, once for each label."""
    return _labelled(((row.pair, row.labels) for row in annotated(data) if row.part == part), encoder)


def written_pairs(encoder: Encoder) -> list[Example]:
    """The pairs of the sentences written for this, once for each label."""
    return _labelled(written(), encoder)


def _labelled(rows: Iterable[tuple[Pair, Collection[int]]], encoder: Encoder) -> list[Example]:
    return [
        Example(code, label)
        for pair, labels in rows
        if (code := encoder.encode(pair.text, (pair.first, pair.second))) is not None
        for label in sorted(labels)
    ]


def targets(path: Path, encoder: Encoder) -> list[Example]:
    """The rows of NewsMTSC (Hamborg and Donnay 2021): a sentence, a target, how the sentence speaks of it."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for target in row["targets"]:
            code = encoder.encode(row["sentence_normalized"], [(target["from"], target["to"])])
            if code is not None:
                found.append(Example(code, TARGET_SIGNS[int(target["polarity"])]))
    return found


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """All examples once in a new order, those of like length together."""
    mixed = chance.sample(examples, len(examples))
    found = []
    for start in range(0, len(mixed), size * SORTED_AT_ONCE):
        alike = sorted(mixed[start : start + size * SORTED_AT_ONCE], key=lambda e: len(e.code.ids))
        found += [alike[place : place + size] for place in range(0, len(alike), size)]
    chance.shuffle(found)
    yield from found


def as_tensors(batch: Sequence[Example], padding: int) -> tuple[torch.Tensor, ...]:
    """Pieces and which of them count, of shape (batch, longest); where first and second stand, of shape (batch)."""
    longest = max(len(example.code.ids) for example in batch)
    ids = torch.full((len(batch), longest), padding)
    attended = torch.zeros_like(ids)
    for row, example in enumerate(batch):
        ids[row, : len(example.code.ids)] = torch.tensor(example.code.ids)
        attended[row, : len(example.code.ids)] = 1
    marks = [torch.tensor([example.code.marks[place] for example in batch]) for place in (0, -1)]
    return ids, attended, *marks
