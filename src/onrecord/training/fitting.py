"""The loop that fits a network to examples."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.training.batching import Batch, batch, batches
from onrecord.training.examples import Example
from onrecord.training.network import FastNetwork, HeadNetwork

CUES_COUNT = 4.0  # a piece's cue weighs so much more than its role: there are fewer to learn from


@dataclass(frozen=True, slots=True)
class Settings:
    """How a network is fitted: rounds over all examples, seed, pace, size of a batch in pieces.

    `unseen` is the share of words that are hidden from the network, so that it learns to read new
    words by their ending, form and clues.
    """

    rounds: int = 12
    seed: int = 1
    pace: float = 2e-3
    size: int = 4096
    unseen: float = 0.06


def fit(
    networks: tuple[FastNetwork, HeadNetwork],
    held: Sequence[Example],
    rows: dict[str, int],
    settings: Settings,
    *,
    told: Callable[[int, int, float], None] = lambda step, steps, loss: None,
) -> None:
    """Fit encoder and head, in place, to examples; `told` hears of every step and its loss.

    The same seed, data and number of threads give the same network.
    """
    encoder, head = networks
    torch.manual_seed(settings.seed)
    rng = random.Random(settings.seed)
    plan = [b for _ in range(settings.rounds) for b in batches(held, settings.size, rng)]
    weights = [p for network in networks for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(weights, lr=settings.pace, betas=(0.9, 0.99), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        settings.pace,
        len(plan),
        pct_start=0.08,
        anneal_strategy="linear",
        cycle_momentum=False,
        final_div_factor=100,
    )
    for network in networks:
        network.train()
    for step, some in enumerate(plan, start=1):
        given = _hidden(batch(some, rows), settings.unseen)
        loss = loss_of(head, encoder(given.words, given.clues, given.mask), given)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        schedule.step()
        told(step, len(plan), loss.item())
    for network in networks:
        network.eval()


def _hidden(given: Batch, share: float) -> Batch:
    """The batch with some of its words made unknown."""
    unknown = torch.rand(given.words.shape[:2]) < share
    given.words[..., 0].masked_fill_(unknown, 0)
    return given


def loss_of(head: HeadNetwork, vectors: Tensor, given: Batch) -> Tensor:
    """Cross-entropy against what was annotated, or what a teacher holds likely."""
    wide = head.widen(vectors, given.clues, given.mask)
    there = given.mask[..., 0] > 0
    loss = CUES_COUNT * functional.cross_entropy(head.cues(wide)[there], given.cues[there])
    if len(given.asked):
        rows = there[given.asked[:, 0]]
        logits = head.roles(wide, given.asked, given.mask)
        loss = loss + functional.cross_entropy(logits[rows], given.roles[rows])
    return loss
