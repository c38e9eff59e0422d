"""The trained network as the files that the program reads: ONNX with weights of eight bits, pieces, settings."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from nlp.stance.model import NETWORK, PIECES
from training.network import PairNetwork

INPUTS = ("ids", "attended", "first", "second")


def export(network: PairNetwork, base: Path, folder: Path) -> None:
    """Write the network and its tokenizer; `training.settings` writes what is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(base / "tokenizer.json", folder / PIECES)
    network.cpu().eval()
    sample = (
        torch.tensor([[5, network.opening, 6, network.closing, 7, network.opening, 8, network.closing]] * 2),
        torch.ones((2, 8), dtype=torch.long),
        torch.tensor([1, 1]),
        torch.tensor([5, 5]),
    )
    rows, length = torch.export.Dim("rows", min=1, max=4096), torch.export.Dim("length", min=6, max=512)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / NETWORK
        torch.onnx.export(
            network.with_marks_among_words(),
            sample,
            plain,
            input_names=INPUTS,
            output_names=("scores",),
            dynamic_shapes=({0: rows, 1: length}, {0: rows, 1: length}, {0: rows}, {0: rows}),
            external_data=False,
            dynamo=True,
        )
        quantize_dynamic(plain, folder / NETWORK, per_channel=True, weight_type=QuantType.QInt8)
