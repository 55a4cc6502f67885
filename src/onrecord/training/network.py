"""The small engine's network in torch, as `onrecord.tagging` computes it in numpy."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.tagging.clues import KINDS, QUOTED, RULED, SHAPES
from onrecord.training.examples import CUE_TAGS, ROLE_TAGS

CLUE_SIZES = (QUOTED, RULED, KINDS, SHAPES)
REACH = 60  # pieces; further ones from a cue count as so far
ENDINGS = 4096


class Clued(nn.Module):
    """A table for each of the four clues; their vectors are added up."""

    def __init__(self, width: int, spread: float) -> None:
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(size, width) for size in CLUE_SIZES)
        for table in self.tables:
            nn.init.normal_(table.weight, std=spread)

    def forward(self, clues: Tensor) -> Tensor:
        """Batch, piece, 4 to batch, piece, width."""
        return sum(table(clues[..., i]) for i, table in enumerate(self.tables))


class FastNetwork(nn.Module):
    """Words, endings and clues, then dilated residual convolutions (see tagging.encoder_fast).

    With `known`, a row of numbers for the unknown word and for each word, the vectors of words are
    a linear map of these rows, which alone is learned: a word that was seen seldom, or never, is
    then read as those like it.
    """

    def __init__(
        self,
        words: int,
        *,
        known: Tensor | None = None,
        width: int = 96,
        steps: tuple[int, ...] = (1, 2, 4, 8, 1),
        dropout: float = 0.1,
    ) -> None:
        super().__init__()
        self.width, self.steps = width, steps
        if known is None:
            self.words = nn.Embedding(words + 1, width)
            nn.init.normal_(self.words.weight, std=0.15)
            self.map = nn.Identity()
        else:
            self.words = nn.Embedding.from_pretrained(known, freeze=True)
            self.map = nn.Linear(known.shape[1], width, bias=False)
        self.endings = nn.Embedding(ENDINGS, width)
        nn.init.normal_(self.endings.weight, std=0.1)
        self.clues = Clued(width, 0.1)
        self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in steps)
        self.dropout = nn.Dropout(dropout)

    def table(self) -> Tensor:
        """The vectors of all words, that of the unknown one first."""
        return self.map(self.words.weight)

    def forward(self, words: Tensor, clues: Tensor, mask: Tensor) -> Tensor:
        """`words` is batch, piece, 2 (word, ending); `mask` is 1 where there is a piece."""
        x = self.map(self.words(words[..., 0])) + self.endings(words[..., 1]) + self.clues(clues)
        x = self.dropout(x) * mask
        for layer, step in zip(self.layers, self.steps, strict=True):
            made = functional.relu(layer(near(x, step)))
            x = (x + self.dropout(made)) * mask
        return x


class HeadNetwork(nn.Module):
    """Which pieces are cues, and what each piece is to a given cue (see tagging.head)."""

    def __init__(
        self,
        inside: int,
        *,
        clues: int = 16,
        meeting: int = 64,
        mixed: int = 48,
        steps: tuple[int, ...] = (),
        dropout: float = 0.1,
        activation: str = "relu",
    ) -> None:
        super().__init__()
        self.clues = Clued(clues, 0.3)
        wide = inside + clues
        self.cue1, self.cue2 = nn.Linear(3 * wide, 64), nn.Linear(64, CUE_TAGS)
        self.u, self.v = nn.Linear(wide, meeting), nn.Linear(wide, meeting)
        self.distance = nn.Embedding(2 * REACH + 2, meeting)
        nn.init.normal_(self.distance.weight, std=0.1)
        self.steps = steps
        self.around = nn.ModuleList(nn.Linear(3 * meeting, meeting) for _ in steps)
        self.c, self.o = nn.Linear(3 * meeting, mixed), nn.Linear(mixed, ROLE_TAGS)
        self.dropout = nn.Dropout(dropout)
        self.activate = getattr(functional, activation)

    def widen(self, vectors: Tensor, clues: Tensor, mask: Tensor) -> Tensor:
        """The encoder's vectors with the clues of each piece beside them."""
        return self.dropout(torch.cat([vectors, self.clues(clues)], -1)) * mask

    def cues(self, wide: Tensor) -> Tensor:
        """Logits of O, B, I for each piece."""
        return self.cue2(self.activate(self.cue1(near(wide))))

    def roles(self, wide: Tensor, asked: Tensor, mask: Tensor) -> Tensor:
        """Logits of the roles of each piece to each cue; `asked` is row, first, last of each."""
        row, first, last = asked.unbind(1)
        at = torch.arange(wide.shape[1])[None]
        before, after = at < first[:, None], at > last[:, None]
        inside = ~(before | after)
        share = inside / inside.sum(1, keepdim=True)
        cue = torch.einsum("np,npk->nk", share, self.v(wide)[row])
        far = torch.where(before, at - first[:, None], at - last[:, None])
        far = torch.where(inside, 2 * REACH + 1, far.clamp(-REACH, REACH) + REACH)
        met = self.activate(self.u(wide)[row] + cue[:, None] + self.distance(far))
        met = self.dropout(met) * mask[row]
        for layer, step in zip(self.around, self.steps, strict=True):
            seen = functional.relu(layer(near(met, step)))
            met = (met + self.dropout(seen)) * mask[row]
        return self.o(self.activate(self.c(near(met))))


def near(rows: Tensor, step: int = 1) -> Tensor:
    """Each row between those `step` before and after it, zeros where there is none."""
    size = rows.shape[-2]
    padded = functional.pad(rows, (0, 0, step, step))
    after = padded[..., 2 * step : 2 * step + size, :]
    return torch.cat([padded[..., :size, :], rows, after], -1)
