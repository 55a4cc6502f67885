"""Passages that share words, whatever their order: BM25 over the rarest of them.

Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) with k1 = 1.2 and
b = 0.75, over those words that have some ten thousand places together: what more common words
would add is little, and they would be read for each passage there is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.index.finding import Stage, read_places, runs_of
from onrecord.index.keys import Hashes, Positions
from onrecord.index.segments import Segment

_STAGE = Stage((1,), 40_000, checked=True)
_K1, _B = 1.2, 0.75


def sharing(segments: Sequence[Segment], hashes: Hashes, *, limit: int) -> list[int]:
    """The numbers of passages that share words with these, best first, at most `limit`."""
    passages = sum(one.passages for one in segments)
    if not passages or not len(hashes):
        return []
    mean = max(sum(one.words for one in segments) / passages, 1.0)
    runs = runs_of(hashes, _STAGE.lengths)
    read = read_places(segments, runs, hashes, stage=_STAGE)
    in_all = np.bincount(read.run, minlength=len(runs.low))
    idf = np.log1p((passages - np.minimum(in_all, passages) + 0.5) / (in_all + 0.5))
    found: list[tuple[float, int]] = []
    for which, segment in enumerate(segments):
        mine = read.segment == which
        scores, ranked = _scores(segment, read.passage[mine], read.run[mine], idf=idf, mean=mean)
        best = np.argsort(-scores, kind="stable")[:limit]
        numbers = segment.numbers[ranked[best]]
        found += zip((-scores[best]).tolist(), numbers.tolist(), strict=True)
    return [number for _, number in sorted(found)[:limit]]


def _scores(
    segment: Segment, passage: Positions, run: Positions, *, idf: NDArray[np.float64], mean: float
) -> tuple[NDArray[np.float64], Positions]:
    """The score of each passage that has any of these words, and which passages these are."""
    if not len(run):
        return np.zeros(0), passage
    pairs, times = np.unique(passage * len(idf) + run, return_counts=True)
    passage, word = pairs // len(idf), pairs % len(idf)
    length = segment.firsts[passage + 1].astype(np.float64) - segment.firsts[passage]
    norm = _K1 * (1 - _B + _B * length / mean)
    score = idf[word] * times * (_K1 + 1) / (times + norm)
    ranked, at = np.unique(passage, return_index=True)
    return np.add.reduceat(score, at), ranked
