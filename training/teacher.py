"""Fits MiniLM and a head to annotated articles: the large engine, and the small one's teacher.

Two processes, a thread each, share every batch and add up what they learn from it: on two cores
that was faster than one process with two threads. The same seed gives the same weights.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.distributed as together
from tokenizers import Tokenizer
from torch import Tensor, nn

from onrecord.training.batching import batch
from onrecord.training.examples import Example
from onrecord.training.fitting import loss_of
from onrecord.training.network import HeadNetwork
from onrecord.weights.word_pieces import PLAIN
from training.encoder import WIDTH, Encoder, folder, pretrained

WORKERS = 2
_SIZE = 4800  # word pieces of a batch, padding included
_PACE, _HEAD_PACE = 2e-4, 1e-3
_WARM, _LEAST = 0.06, 0.02  # share of the steps, share of the pace
_LONGEST = 510


@dataclass(frozen=True, slots=True, eq=False)
class Pieced:
    """An example with its word pieces, and which of them each of its words begins with."""

    example: Example
    ids: list[int]
    firsts: list[int]


def head_network() -> HeadNetwork:
    """A head for the large encoder."""
    return HeadNetwork(WIDTH, clues=32, meeting=128, mixed=96, activation="gelu")


def pieced(held: Sequence[Example]) -> list[Pieced]:
    """Examples with their word pieces; a word without any has those of the word before it."""
    tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    found = []
    for one in held:
        words = [word.translate(PLAIN) for word in one.words]
        encoding = tokenizer.encode(words, is_pretokenized=True)
        begins = {word: at for at, word in reversed(list(enumerate(encoding.word_ids)))}
        firsts: list[int] = []
        for number in range(len(words)):
            firsts.append(begins.get(number, firsts[-1] if firsts else 0))
        capped = [min(at, _LONGEST - 1) for at in firsts]
        found.append(Pieced(one, encoding.ids[:_LONGEST], capped))
    return found


def batches(held: Sequence[Pieced], rng: random.Random) -> list[list[Pieced]]:
    """All examples in batches of much the same number of word pieces, in random order."""
    ordered = sorted(held, key=lambda one: len(one.ids) + rng.random() * 6)
    found: list[list[Pieced]] = [[]]
    for one in ordered:
        if found[-1] and (len(found[-1]) + 1) * len(one.ids) > _SIZE:
            found.append([])
        found[-1].append(one)
    rng.shuffle(found)
    return found


def fit_teacher(held: Sequence[Example], out: Path, *, rounds: int = 4, seed: int = 7) -> None:
    """Fit the large encoder and its head; the weights are written to `out` after every round."""
    os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
    os.environ.setdefault("MASTER_PORT", "29511")
    given = (list(held), out, (rounds, seed))
    torch.multiprocessing.spawn(_work, args=given, nprocs=WORKERS)


def _work(rank: int, held: list[Example], out: Path, course: tuple[int, int]) -> None:
    rounds, seed = course
    torch.set_num_threads(1)
    together.init_process_group("gloo", rank=rank, world_size=WORKERS)
    torch.manual_seed(seed)
    encoder, head = pretrained(), head_network()
    weights = [p for network in (encoder, head) for p in network.parameters() if p.requires_grad]
    optimiser, paces = _optimiser(encoder, head)
    rng = random.Random(seed)
    read = pieced(held)
    plan = [batches(read, rng) for _ in range(rounds)]
    steps, step, started = sum(map(len, plan)), 0, time.monotonic()
    torch.manual_seed(seed + 1 + rank)  # each drops out other things
    for number, some in enumerate(plan):
        encoder.train()
        head.train()
        for joint in some:
            share = min(1.0, step / (_WARM * steps)) * max(_LEAST, 1 - step / steps)
            for group, pace in zip(optimiser.param_groups, paces, strict=True):
                group["lr"] = pace * share
            loss = _learn(encoder, head, joint[rank::WORKERS], optimiser)
            _share(weights)
            optimiser.step()
            step += 1
            if rank == 0 and step % 20 == 0:
                print(
                    f"round {number + 1}, step {step} of {steps}, "
                    f"{time.monotonic() - started:.0f} s, loss {loss:.3f}",
                    flush=True,
                )
        if rank == 0:
            torch.save({"encoder": encoder.state_dict(), "head": head.state_dict()}, out)


def _optimiser(encoder: Encoder, head: HeadNetwork) -> tuple[torch.optim.Optimizer, list[float]]:
    free = [p for p in encoder.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in free if p.ndim >= 2], "weight_decay": 0.01},
        {"params": [p for p in free if p.ndim < 2], "weight_decay": 0.0},
        {"params": list(head.parameters()), "weight_decay": 0.01},
    ]
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98)), [_PACE, _PACE, _HEAD_PACE]


def _learn(
    encoder: Encoder, head: HeadNetwork, some: Sequence[Pieced], optimiser: torch.optim.Optimizer
) -> float:
    optimiser.zero_grad(set_to_none=True)
    if not some:
        return 0.0
    given = batch([one.example for one in some], {})
    loss = loss_of(head, vectors(encoder, some), given)
    loss.backward()
    return float(loss.item())


def vectors(encoder: Encoder, some: Sequence[Pieced]) -> Tensor:
    """A vector for each word of some examples: that of its first word piece."""
    sizes = torch.tensor([len(one.ids) for one in some])
    longest = max(len(one.example) for one in some)
    ids = np.zeros((len(some), int(sizes.max())), np.int64)
    firsts = np.zeros((len(some), longest), np.int64)
    for number, one in enumerate(some):
        ids[number, : len(one.ids)] = one.ids
        firsts[number, : len(one.firsts)] = one.firsts
    hidden = encoder(torch.from_numpy(ids), sizes)
    return hidden.gather(1, torch.from_numpy(firsts)[..., None].expand(-1, -1, WIDTH))


def _share(weights: Sequence[nn.Parameter]) -> None:
    """Give every worker the mean of what all of them learned, no more than of length 1."""
    learned = [p.grad if p.grad is not None else torch.zeros_like(p) for p in weights]
    flat = torch.cat([one.flatten() for one in learned])
    together.all_reduce(flat)
    flat /= WORKERS
    flat *= min(1.0, 1 / (float(flat.norm()) + 1e-6))
    at = 0
    for p in weights:
        p.grad = flat[at : at + p.numel()].view_as(p)
        at += p.numel()
