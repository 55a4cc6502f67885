"""Examples of about the same length, together, as tensors."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.tagging.encoder_fast import ending
from onrecord.tagging.pieces import folded
from onrecord.training.examples import CUE_TAGS, ROLE_TAGS, Example
from onrecord.training.network import ENDINGS

_JITTER = 6  # pieces; so that the same examples do not always meet


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Paragraphs side by side, padded; `asked` is row, first, last of each cue asked about."""

    words: Tensor
    clues: Tensor
    mask: Tensor
    cues: Tensor
    asked: Tensor
    roles: Tensor


def vocabulary(held: Iterable[Example], *, least: int = 2) -> list[str]:
    """The words that stand at least so often in the examples, in order."""
    counted = Counter(folded(word) for example in held for word in example.words)
    return sorted(word for word, count in counted.items() if count >= least)


def batches(held: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """All examples in batches of at most `size` pieces, padding included, in random order."""
    ordered = sorted(held, key=lambda one: len(one) + rng.random() * _JITTER)
    found: list[list[Example]] = [[]]
    for one in ordered:
        longest = max(len(one), max(map(len, found[-1]), default=0))
        if found[-1] and (len(found[-1]) + 1) * longest > size:
            found.append([])
        found[-1].append(one)
    rng.shuffle(found)
    return [batch for batch in found if batch]


def batch(held: Sequence[Example], rows: Mapping[str, int]) -> Batch:
    """Examples as tensors; `rows` gives each word of the vocabulary its row, from 1."""
    count, longest = len(held), max(map(len, held))
    words = np.zeros((count, longest, 2), np.int64)
    clues = np.zeros((count, longest, 4), np.int64)
    mask = np.zeros((count, longest, 1), np.float32)
    cues = np.zeros((count, longest, CUE_TAGS), np.float32)
    asked: list[tuple[int, int, int]] = []
    roles: list[np.ndarray] = []
    for number, one in enumerate(held):
        size = len(one)
        words[number, :size] = [(rows.get(folded(w), 0), ending(w, ENDINGS)) for w in one.words]
        clues[number, :size], cues[number, :size], mask[number, :size] = one.clues, one.cues, 1
        for cue in one.asked:
            asked.append((number, cue.first, cue.last))
            roles.append(np.zeros((longest, ROLE_TAGS), np.float32))
            roles[-1][:size] = cue.roles
    stacked = np.stack(roles) if roles else np.zeros((0, longest, ROLE_TAGS), np.float32)
    given = torch.tensor(asked, dtype=torch.long).reshape(-1, 3)
    return Batch(
        torch.from_numpy(words),
        torch.from_numpy(clues),
        torch.from_numpy(mask),
        torch.from_numpy(cues),
        given,
        torch.from_numpy(stacked),
    )
