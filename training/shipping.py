"""The two engines as the files that the package ships."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.tagging import open_model
from onrecord.tagging.decoding import Limits
from onrecord.training import Annotated, Example
from onrecord.training.batching import vocabulary
from onrecord.training.exporting import (
    Arrays,
    fast_arrays,
    fast_meta,
    head_arrays,
    write_arrays,
)
from onrecord.training.fitting import Settings, fit
from onrecord.training.learning import AROUND
from onrecord.training.network import FastNetwork, HeadNetwork
from onrecord.training.tuning import figures
from onrecord.weights import Card, weights_of, write_manifest
from training.encoder import PIECES, Encoder, folder
from training.onnx_model import build
from training.teacher import head_network

_LARGE, _SMALL = "polnear-minilm", "polnear-small"
_TOGETHER = 256  # words
_DROPOUT = 0.12
_SETTINGS = Settings(rounds=9, seed=3, unseen=0.1)
# The best of a small grid on the development part, for both engines.
LIMITS = Limits(cue=0.3, switch=0.0, add=0.55, keep=0.3)


def write_best(out: Path, teacher: Path, aside: Sequence[Annotated], trained_on: str) -> None:
    """The large engine with 8-bit weights, measured on `aside`; the manifest has it."""
    weights = torch.load(teacher, weights_only=True)
    encoder, head = Encoder(), head_network()
    encoder.load_state_dict(weights["encoder"])
    head.load_state_dict(weights["head"])
    (out / "best.onnx").write_bytes(build(encoder))
    words = (folder() / "vocab.txt").read_text("utf-8").split("\n")[:PIECES]
    arrays = head_arrays(head) | {"words": np.frombuffer("\n".join(words).encode(), np.uint8)}
    meta = {"engine": "best", "activation": "gelu"}
    _write(out, ("best", _LARGE, trained_on), aside, (arrays, meta))


def write_small(
    out: Path,
    marked: tuple[Sequence[Example], Sequence[Example]],
    aside: Sequence[Annotated],
    trained_on: str,
) -> None:
    """The small engine, fitted to what its teacher marked; the manifest has it as the default.

    `marked` are the examples with annotations and those without.
    """
    annotated, unmarked = marked
    words = sorted({*vocabulary([*annotated, *unmarked]), *whole_words()})
    torch.manual_seed(3)
    encoder = FastNetwork(len(words), known=known(words, out / "teacher.pt"), dropout=_DROPOUT)
    head = HeadNetwork(encoder.width, dropout=_DROPOUT, steps=AROUND)
    rows = {word: row for row, word in enumerate(words, start=1)}
    fit((encoder, head), [*annotated, *unmarked], rows, _SETTINGS, told=_tell)
    made = fast_arrays(encoder, head, words), fast_meta(encoder, head)
    _write(out, ("fast", _SMALL, trained_on), aside, made)


def known(words: Sequence[str], teacher: Path) -> Tensor:
    """What MiniLM and the teacher make of each word by itself, a row each; the unknown word first.

    The first half of a row is the mean of the pretrained vectors of the word's pieces, the second
    the mean of what the teacher's last layer gives for them. Each column has mean 0 and spread 1.
    """
    encoder = Encoder()
    encoder.load_state_dict(torch.load(teacher, weights_only=True)["encoder"])
    encoder.eval()
    tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.enable_padding()
    rows = []
    with torch.inference_mode():
        for at in range(0, len(words), _TOGETHER):
            read = tokenizer.encode_batch(list(words[at : at + _TOGETHER]))
            ids = torch.tensor([one.ids for one in read])
            sizes = torch.tensor([sum(one.attention_mask) for one in read])
            hidden = encoder(ids, sizes)
            places = torch.arange(ids.shape[1])[None]
            inner = ((places > 0) & (places < sizes[:, None] - 1)).float()[..., None]
            share = inner / inner.sum(1, keepdim=True).clamp(min=1)
            both = torch.cat([encoder.pieces(ids), hidden], -1)
            rows.append((both * share).sum(1))
    made = torch.cat(rows)
    made = (made - made.mean(0)) / made.std(0)
    return torch.cat([torch.zeros(1, made.shape[1]), made])


def whole_words() -> list[str]:
    """The words of two letters and more that MiniLM has in one piece."""
    held = (folder() / "vocab.txt").read_text("utf-8").split("\n")
    return [word for word in held if len(word) > 1 and word.isascii() and word.isalpha()]


def _write(
    out: Path,
    said: tuple[str, str, str],
    aside: Sequence[Annotated],
    made: tuple[Arrays, Mapping[str, Any]],
) -> None:
    """Write an engine's file, then the manifest, which has its figures on `aside`."""
    engine, name, trained_on = said
    write_arrays(out / f"{engine}.npz", *made, LIMITS)
    files = tuple(weights_of(path) for path in sorted(out.glob(f"{engine}.[no]*")))
    card = Card(engine, name, ("en",), trained_on, files)
    others = [open_model("best", out).card] if engine == "fast" else []
    write_manifest(out, [card, *others])
    found = figures(open_model(engine, out), aside)
    print(engine, found, flush=True)
    write_manifest(out, [replace(card, figures=found), *others])


def _tell(step: int, steps: int, loss: float) -> None:
    if step % 100 == 0:
        print(f"step {step} of {steps}, loss {loss:.3f}", flush=True)
