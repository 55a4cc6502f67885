"""What the large engine holds likely, as examples for the small one (Hinton et al. 2015)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np

from onrecord.tagging.decoding import cues
from onrecord.tagging.models import Model, load
from onrecord.training.annotated import Annotated
from onrecord.training.examples import Asked, Example, examples, seen

_LEAST = 0.25  # so likely a cue is asked about
_WORKERS = 2


def taught(
    articles: Iterable[Annotated], teacher: Path, *, share: float, language: str = "en"
) -> Iterator[Example]:
    """The paragraphs of articles, marked by the teacher in the folder `teacher`.

    `share` is how much of each target is the teacher's; the rest is as annotated. Cues that only
    the teacher sees are the teacher's alone. With a share of 1 the articles need no annotations.
    """
    with ProcessPoolExecutor(_WORKERS) as pool:
        teach = partial(_article, folder=teacher, share=share, language=language)
        for found in pool.map(teach, articles, chunksize=8):
            yield from found


def _article(article: Annotated, *, folder: Path, share: float, language: str) -> list[Example]:
    model = load("best", folder)
    pieces, clues = seen(article.text, language)
    annotated = list(examples([article], language=language))
    found = []
    for number, (first, last) in enumerate(pairwise(pieces.breaks.tolist())):
        here, said = pieces.between(number, number + 1), clues.between(first, last)
        wide = model.head.widen(model.encoder.encode(here, said), said)
        found.append(_mixed(annotated[number], (wide, here.breaks), model, share))
    return found


def _mixed(
    one: Example, read: tuple[np.ndarray, np.ndarray], model: Model, share: float
) -> Example:
    wide, breaks = read
    chances = model.head.cues(wide, breaks)
    marked = {(asked.first, asked.last + 1): asked.roles for asked in one.asked}
    limits = type(model.limits)(cue=_LEAST)
    more = [run for run in cues(chances, breaks, limits) if run not in marked]
    # A cue that was annotated otherwise, or not at all: the teacher may be right about it.
    asked = [*(marked if share < 1 else ()), *more]
    if not asked:
        return Example(one.words, one.clues, _blend(one.cues, chances, share), ())
    roles = model.head.roles(wide, asked, breaks)
    likely = np.exp(roles.rows)
    made = []
    for number, (first, last) in enumerate(asked):
        rows = likely[roles.offsets[number] : roles.offsets[number + 1]]
        gold = marked.get((first, last))
        target = rows.astype(np.float16) if gold is None else _blend(gold, rows, share)
        made.append(Asked(first, last - 1, target))
    return Example(one.words, one.clues, _blend(one.cues, chances, share), tuple(made))


def _blend(gold: np.ndarray, taught: np.ndarray, share: float) -> np.ndarray:
    return ((1 - share) * gold.astype(np.float32) + share * taught).astype(np.float16)
