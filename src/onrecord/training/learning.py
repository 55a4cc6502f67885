"""From annotated articles to a folder with a model."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError, MissingExtraError
from onrecord.tagging import open_model
from onrecord.training.annotated import Annotated, read_annotations
from onrecord.training.examples import Example, examples

AROUND = (1, 2, 4, 8)  # steps of the convolutions above what each piece is to a cue
SHORTEST = 3  # pieces; shorter lines teach nothing


@dataclass(frozen=True, slots=True)
class Plan:
    """How a model is trained, and what its manifest says of it.

    `aside` is the share of articles that are kept apart: thresholds are chosen and figures taken
    on them. `rounds` is how often the network sees all the others.
    """

    name: str = "own"
    language: str = "en"
    trained_on: str = ""
    rounds: int = 12
    seed: int = 1
    aside: float = 0.1


def train(
    data: Path,
    out: Path,
    plan: Plan,
    *,
    told: Callable[[int, int, float], None] = lambda step, steps, loss: None,
) -> Mapping[str, float]:
    """Train the small engine on annotated articles and write it to `out`; gives its figures.

    The figures are taken on the articles kept apart, whose thresholds were chosen on them too: of
    few articles they flatter. `told` hears of every step. The same data and plan give the same
    model on the same machine. `InputError` where there is too little to learn from,
    `AnnotationError` where a line is no annotated article, `MissingExtraError` without torch.
    """
    _needs_torch()
    learned, aside = parted(list(read_annotations(data)), plan.aside)
    held = [e for e in examples(learned, language=plan.language) if len(e) >= SHORTEST]
    if not any(one.asked for one in held) or not any(one.attributions for one in aside):
        raise InputError(f"{data}: too few articles with attributions to learn from and to measure")
    return fitted(held, aside, out, plan, told=told)


def fitted(
    held: Sequence[Example],
    aside: Sequence[Annotated],
    out: Path,
    plan: Plan,
    *,
    told: Callable[[int, int, float], None] = lambda step, steps, loss: None,
) -> Mapping[str, float]:
    """Fit a network to examples, choose thresholds on articles kept apart, write it to `out`."""
    # Imported here: only those who train have torch.
    import torch

    from onrecord.tagging.decoding import Limits
    from onrecord.training.batching import vocabulary
    from onrecord.training.exporting import write_fast
    from onrecord.training.fitting import Settings, fit
    from onrecord.training.network import FastNetwork, HeadNetwork
    from onrecord.training.tuning import figures, tune

    torch.manual_seed(plan.seed)
    words = vocabulary(held)
    encoder = FastNetwork(len(words))
    networks = encoder, HeadNetwork(encoder.width, steps=AROUND)
    rows = {word: row for row, word in enumerate(words, start=1)}
    fit(networks, held, rows, Settings(rounds=plan.rounds, seed=plan.seed), told=told)
    said = (plan.name, plan.language, plan.trained_on)
    write_fast(out, networks, words, said, limits=Limits(cue=0.3))
    model = tune(open_model("fast", out), aside, language=plan.language)
    found = figures(model, aside, language=plan.language)
    write_fast(out, networks, words, said, limits=model.limits, figures=found)
    return found


def parted(articles: Sequence[Annotated], share: float) -> tuple[list[Annotated], list[Annotated]]:
    """Articles to learn from and those kept apart; an article's id alone decides."""
    learned: list[Annotated] = []
    aside: list[Annotated] = []
    for one in articles:
        at = zlib.crc32(one.id.encode("utf-8", "surrogatepass")) / 2**32
        (aside if at < share else learned).append(one)
    return learned, aside


def _needs_torch() -> None:
    try:
        import torch  # noqa: F401
    except ImportError as error:
        raise MissingExtraError(
            "training needs torch, which is not here: pip install 'onrecord[train]'"
        ) from error
