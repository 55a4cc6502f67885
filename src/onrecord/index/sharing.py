"""Passages that share words, whatever their order: BM25 over the rarest of them.

Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) with k1 = 1.2 and
b = 0.75, over those words that have some ten thousand places together: what more common words
would add is little, and they would be read for each passage there is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.index.finding import Runs, read_places, word_runs
from onrecord.index.keys import Hashes
from onrecord.index.segments import Segment

MOST_PLACES = 40_000  # in all segments together
_K1, _B = 1.2, 0.75


def sharing(segments: Sequence[Segment], hashes: Hashes, *, limit: int) -> list[int]:
    """The numbers of passages that share words with these, best first, at most `limit`."""
    passages = sum(segment.passages for segment in segments)
    if not passages:
        return []
    mean = max(sum(segment.words for segment in segments) / passages, 1.0)
    runs = [word_runs(segment, hashes) for segment in segments]
    held = np.zeros(len(hashes), np.int64)
    for one in runs:
        held[one.offset] += one.count
    rarest = np.argsort(held, kind="stable")
    within = np.cumsum(held[rarest]) - held[rarest] < MOST_PLACES
    wanted = np.zeros(len(hashes), np.bool_)
    wanted[rarest[within]] = True
    idf = np.log1p((passages - np.minimum(held, passages) + 0.5) / (held + 0.5))
    found: list[tuple[float, int]] = []
    for segment, one in zip(segments, runs, strict=True):
        chosen = one.chosen(wanted[one.offset])
        scores, which = _scores(segment, chosen, hashes, idf=idf, mean=mean)
        best = np.argsort(-scores, kind="stable")[:limit]
        numbers = segment.numbers[which[best]]
        found += zip((-scores[best]).tolist(), numbers.tolist(), strict=True)
    return [number for _, number in sorted(found)[:limit]]


def _scores(
    segment: Segment, runs: Runs, hashes: Hashes, *, idf: NDArray[np.float64], mean: float
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The score of each passage that has any of these words, and which passages these are."""
    cut = Runs(runs.offset, runs.length, runs.begin, np.minimum(runs.count, MOST_PLACES))
    _, run, passage = read_places(segment, cut, hashes, check=True)
    if not len(run):
        return np.zeros(0), np.zeros(0, np.int64)
    pairs, times = np.unique(passage * len(cut.count) + run, return_counts=True)
    passage, word = pairs // len(cut.count), pairs % len(cut.count)
    length = segment.firsts[passage + 1].astype(np.float64) - segment.firsts[passage]
    norm = _K1 * (1 - _B + _B * length / mean)
    score = idf[cut.offset[word]] * times * (_K1 + 1) / (times + norm)
    which, at = np.unique(passage, return_index=True)
    return np.add.reduceat(score, at), which
