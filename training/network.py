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

DROPOUT = 0.1


class PairNetwork(nn.Module):
    """Scores of shape (batch, 5) for a batch of marked sentences, in the order of `nlp.stance.model.CLASSES`.

    Args:
        base: Folder of a pretrained encoder of BERT's kind.
        encoder: Its pieces of words, for the numbers of the marks.
    """

    def __init__(self, base: Path, encoder: Encoder) -> None:
        super().__init__()
        self.base = AutoModel.from_pretrained(base)
        self.base.pooler = None
        self.words = self.base.embeddings.word_embeddings
        self.words.weight.requires_grad = False  # 10,000 sentences teach nothing of 30,000 words
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


def _at(states: Tensor, places: Tensor) -> Tensor:
    """The state at one place of each row."""
    return states.gather(1, places[:, None, None].expand(-1, 1, states.shape[2])).squeeze(1)
