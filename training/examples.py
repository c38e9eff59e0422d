"""What the model learns from: sentences with two marked actors, and sentences with one marked target."""

from __future__ import annotations

import json
import random
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from benchmarks.directed_sentiment import read_rows
from nlp import Extractor
from nlp.stance.encoding import Encoded, Encoder
from nlp.stance.pairs import Pair
from records import Document
from training.annotations import TRAIN, annotated, articles_of, parts_of_articles, sentences_of
from training.renaming import named_in
from training.taught import key_of
from training.written import written

TARGET_SIGNS = {4: 0, 6: 1, 2: 2}  # NewsMTSC's polarity -> neutral, positive, negative
SORTED_AT_ONCE = 20  # batches


@dataclass(frozen=True, slots=True)
class Example:
    """A text as the model reads it, and its class."""

    code: Encoded
    label: int | None  # None where no reader gave one
    key: int = 0  # see `training.taught`; 0 for a single target
    origin: str = ""  # the article or sentence: what is of one origin is learned from, or predicted, together
    named: tuple[bool, ...] = (False, False)  # whether each of the two is shown by a name


def pairs(path: Path, encoder: Encoder) -> list[Example]:
    """The rows of a file of directed sentiment whose two actors are marked; the others cannot be read."""
    found = (
        (Pair(row.text, *row.spans), {row.label or 0}, f"directed_sentiment/{number}")
        for number, row in enumerate(read_rows(path))
        if len(row.spans) == 2
    )
    return _labelled(found, encoder)


def own_pairs(data: Path, encoder: Encoder, part: str) -> list[Example]:
    """Our own annotated pairs of one part, once for each label."""
    rows = (row for row in annotated(data) if row.part == part)
    return _labelled(((row.pair, row.labels, row.article) for row in rows), encoder)


def written_pairs(encoder: Encoder) -> list[Example]:
    """The pairs of the sentences written for this, once for each label."""
    return _labelled(((pair, labels, pair.text) for pair, labels in written()), encoder)


def other_pairs(data: Path, encoder: Encoder, known: Collection[int]) -> list[Example]:
    """Pairs without a label: all that the program sees in the articles and sentences that teach.

    Args:
        data: Folder of the public data.
        encoder: Reads them.
        known: Keys of those that have one.
    """
    texts, parts = articles_of(data), parts_of_articles()
    teaching = {id: texts[id] for id in sorted(parts) if parts[id] == TRAIN} | sentences_of(data)
    extractor, found = Extractor(stance=False), {}
    for document in (Document(id=id, text=text) for id, text in teaching.items()):
        for pair, _ in extractor.pairs(document):
            key, code = key_of(pair), encoder.encode(pair.text, (pair.first, pair.second))
            if code is not None and key not in known:
                found[key] = Example(code, None, key, document.id, named_in(pair))
    return list(found.values())


def _labelled(rows: Iterable[tuple[Pair, Collection[int], str]], encoder: Encoder) -> list[Example]:
    return [
        Example(code, label, key_of(pair), origin, named_in(pair))
        for pair, labels, origin in rows
        if (code := encoder.encode(pair.text, (pair.first, pair.second))) is not None
        for label in sorted(labels)
    ]


def targets(path: Path, encoder: Encoder) -> list[Example]:
    """The rows of NewsMTSC (Hamborg and Donnay 2021): a sentence, a target, how the sentence speaks of it."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        for target in row["targets"]:
            code = encoder.encode(row["sentence_normalized"], [(target["from"], target["to"])])
            if code is not None:
                label = TARGET_SIGNS[int(target["polarity"])]
                found.append(Example(code, label, origin=f"target_sentiment/{number}"))
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


def as_tensors(batch: Sequence[Example], padding: int, device: str) -> tuple[torch.Tensor, ...]:
    """Pieces and which of them count, of shape (batch, longest); where first and second stand, of shape (batch)."""
    longest = max(len(example.code.ids) for example in batch)
    ids = torch.full((len(batch), longest), padding)
    attended = torch.zeros_like(ids)
    for row, example in enumerate(batch):
        ids[row, : len(example.code.ids)] = torch.tensor(example.code.ids)
        attended[row, : len(example.code.ids)] = 1
    marks = [torch.tensor([example.code.marks[place] for example in batch]) for place in (0, -1)]
    return tuple(each.to(device) for each in (ids, attended, *marks))
