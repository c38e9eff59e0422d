"""The learned model: a sentence with two marked actors in, probabilities of who is for or against whom out.

What was trained, on what and how well it does stands in `model/README.md`; `training/` makes the files anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from nlp.stance.encoding import Encoded, Encoder
from nlp.stance.gate import Gate

if TYPE_CHECKING:
    from nlp.stance.pairs import Pair  # brings spaCy, which `hustings version` need not wait for

NETWORK, PIECES, SETTINGS = "stance.onnx", "tokenizer.json", "settings.json"
CLASSES = ("neutral", "first for second", "second for first", "first against second", "second against first")
BATCH = 16  # sentences of like length that are read together, at most
LIKE = 1.2  # times the length of the shortest of them: what fills up the shorter ones is read for nothing
THREADS = 2  # more do not pay for sentences

UNREAD = np.array([100, 0, 0, 0, 0], dtype=np.float32)  # scores of a pair that does not fit the window

Floats = NDArray[np.float32]
Float = TypeVar("Float", bound=np.floating[Any])


class StanceModel:
    """Reads pairs; may be shared by threads.

    Args:
        folder: Holds the network, the tokenizer, the gate and the settings.

    Raises:
        FileNotFoundError: If one of them is missing.
    """

    def __init__(self, folder: Path) -> None:
        settings: dict[str, Any] = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        self.version: str = settings["version"]
        self._temperature: float = settings["temperature"]
        self.sure: dict[str, float] = settings["sure"]  # family -> chance from which a statement is made
        self.doubts: float = settings[
            "doubts"
        ]  # chance from which the contrary statement of a rule is doubted
        self.weighing: dict[str, list[float]] = settings.get(
            "weighing", {}
        )  # family -> see `nlp.stance.weighing`
        self.gate = Gate(folder)
        self._encoder = Encoder(folder / PIECES)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
        # A thread that spins while it waits takes the core on which rules and parser read the next document.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / NETWORK), options, providers=["CPUExecutionProvider"]
        )

    def speaks(self, family: str) -> bool:
        """Whether any chance is high enough for a statement of the family."""
        return self.sure[family] < 1

    def probabilities(self, pairs: Sequence[Pair]) -> Floats:
        """What the model thinks of each pair.

        Returns:
            Shape (pairs, 5), in the order of CLASSES, calibrated; a pair that cannot be read is neutral for sure.
        """
        return softmax(self.scores(pairs) / self._temperature)

    def scores(self, pairs: Sequence[Pair]) -> Floats:
        """What the network gives, of shape (pairs, 5), before any of it is calibrated."""
        found = np.tile(UNREAD, (len(pairs), 1))
        encoded = {
            number: code
            for number, pair in enumerate(pairs)
            if (code := self._encoder.encode(pair.text, (pair.first, pair.second))) is not None
        }
        for numbers in _batches(encoded):
            found[numbers] = self._read([encoded[number] for number in numbers])
        return found

    def _read(self, batch: Sequence[Encoded]) -> Floats:
        length = max(len(code.ids) for code in batch)
        ids = np.full((len(batch), length), self._encoder.padding, dtype=np.int64)
        attended = np.zeros_like(ids)
        for row, code in enumerate(batch):
            ids[row, : len(code.ids)] = code.ids
            attended[row, : len(code.ids)] = 1
        first, second = np.array([code.marks for code in batch], dtype=np.int64).T
        given = {"ids": ids, "attended": attended, "first": first, "second": second}
        return np.asarray(self._session.run(None, given)[0])


def softmax(scores: NDArray[Float]) -> NDArray[Float]:
    """Scores of shape (n, classes) as probabilities, as precise as the scores are."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=scores.dtype)


def _batches(encoded: dict[int, Encoded]) -> Iterator[list[int]]:
    """Sentences of like length together."""
    batch: list[int] = []
    for number in sorted(encoded, key=lambda number: len(encoded[number].ids)):
        if len(batch) == BATCH or (batch and len(encoded[number].ids) > LIKE * len(encoded[batch[0]].ids)):
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
