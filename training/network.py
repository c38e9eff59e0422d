"""The network: a sentence encoder with marks around two actors, and one small head that looks at them both ways round.

The head scores (first, second) and (second, first) with the same weights, so that what is learned of "Vela attacked
Orrin" holds for "Orrin was attacked by Vela". Marks: Soares et al. 2019, Matching the Blanks.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from nlp.stance.encoding import Encoder
from nlp.stance.model import PIECES

DROPOUT = 0.1
OTHERWISE = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
"""Pieces by what MPNet calls them; it has BERT's too, but has learned nothing of them."""


class PairNetwork(nn.Module):
    """Scores of shape (batch, 5) for a batch of marked sentences, in the order of `nlp.stance.model.CLASSES`.

    Args:
        base: Folder of a pretrained encoder of BERT's kind, which may number the pieces of words in its own way.
        encoder: Gives the numbers of pieces that it is to be asked with.
    """

    def __init__(self, base: Path, encoder: Encoder) -> None:
        super().__init__()
        self.base = AutoModel.from_pretrained(base)
        self.base.pooler = None
        known = self.base.embeddings.word_embeddings.weight.detach()
        # Frozen: 60,000 sentences teach nothing of 30,000 words.
        self.words = nn.Embedding.from_pretrained(known[_numbers(base, encoder)])
        self.base.embeddings.word_embeddings = self.words
        width = self.words.embedding_dim
        self.opening, self.closing = encoder.opening, encoder.closing
        with torch.no_grad():
            self.words.weight[[self.opening, self.closing]] = 0
        self.marks = nn.Parameter(self.words.weight.mean(0) + 0.02 * torch.randn(2, width))
        self.head = nn.Sequential(
            nn.Dropout(DROPOUT),
            nn.Linear(3 * width, width),
            nn.GELU(),
            nn.Dropout(DROPOUT),
            nn.Linear(width, 3),
        )
        self.tone = nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(2 * width, 3))

    @property
    def layers(self) -> nn.ModuleList:
        found: nn.ModuleList = self.base.encoder.layer
        return found

    def forward(self, ids: Tensor, attended: Tensor, first: Tensor, second: Tensor) -> Tensor:
        """Scores of the five classes."""
        states = self._states(ids, attended)
        whole, one, other = states[:, 0], _at(states, first), _at(states, second)
        there = self.head(torch.cat([whole, one, other], 1))
        back = self.head(torch.cat([whole, other, one], 1))
        neutral = there[:, 0] + back[:, 0]
        return torch.stack([neutral, there[:, 1], back[:, 1], there[:, 2], back[:, 2]], 1)

    def tones(self, ids: Tensor, attended: Tensor, first: Tensor) -> Tensor:
        """Scores of neutral, positive, negative of a sentence towards one marked target: shape (batch, 3)."""
        states = self._states(ids, attended)
        return torch.as_tensor(self.tone(torch.cat([states[:, 0], _at(states, first)], 1)))

    def with_marks_among_words(self) -> PairNetwork:
        """Itself, the marks being words like others from now on: less to do when it is used."""
        with torch.no_grad():
            self.words.weight[[self.opening, self.closing]] += self.marks
            self.marks.zero_()
        return self

    def _states(self, ids: Tensor, attended: Tensor) -> Tensor:
        marked = (ids == self.opening, ids == self.closing)
        words = self.words(ids) + sum(
            where.unsqueeze(-1) * mark for where, mark in zip(marked, self.marks, strict=True)
        )
        found: Tensor = self.base(inputs_embeds=words, attention_mask=attended).last_hidden_state
        return found


def _numbers(base: Path, encoder: Encoder) -> list[int]:
    """For each piece of the encoder the number that the base knows it by."""
    known = {piece: number for number, piece in enumerate(Encoder(base / PIECES).vocabulary)}
    names = ((OTHERWISE.get(piece, piece), piece) for piece in encoder.vocabulary)
    return [known[other if other in known else piece] for other, piece in names]


def _at(states: Tensor, places: Tensor) -> Tensor:
    """The state at one place of each row."""
    return states.gather(1, places[:, None, None].expand(-1, 1, states.shape[2])).squeeze(1)
