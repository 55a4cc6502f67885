"""A certificate of absence: every word held is read, and no stretch of them comes near.

A stretch within k word edits of a quotation keeps all but k of its words. So of any r of them, at
least r - k stand together within as many words as the quotation and k more have. Which r tells most
is chosen by how common they are; where too few stand together, nothing can be near. Whatever is
left is measured exactly, by Myers' bit-parallel algorithm (A Fast Bit-Vector Algorithm for
Approximate String Matching, 1999) with Hyyro's blocks, over words, for many stretches at once.

Words are compared by 16 bits of their hashes. Two words that share these are taken for one, which
can only make a stretch seem nearer than it is: a certificate stays true.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import InputError
from onrecord.index.keys import Hashes, Positions
from onrecord.index.measuring import Pattern, least_distances, pattern_of
from onrecord.index.segments import Segment
from onrecord.model import Proof

_CHUNK = 1 << 17  # words looked through at once: they stay in the cache
_SHARE = 1 << 22  # words of one thread's turn
_LANES = 4096  # stretches measured at once
_SAMPLES, _SAMPLE = 64, 2048


@dataclass(frozen=True, slots=True)
class _Net:
    """What is looked for first: at least `need` of these words within `reach` words."""

    marks: NDArray[np.bool_]  # by token
    need: int
    reach: int


def prove_absent(segments: Sequence[Segment], hashes: Hashes, *, within: int) -> Proof:
    """Read every living passage for stretches within `within` word edits of the quotation.

    `InputError` for a quotation without words, or for as many edits as it has words.
    """
    if within < 0 or within >= len(hashes):
        raise InputError(
            f"within {within} word edits of {len(hashes)} words: there must be fewer, from 0 on"
        )
    pattern = pattern_of(hashes)
    net = _net(segments, hashes, within)
    shares = [
        (one, start, min(start + _SHARE, one.words))
        for one in segments
        for start in range(0, one.words, _SHARE)
    ]
    with ThreadPoolExecutor(max(_cores(), 1)) as pool:
        found = list(pool.map(lambda share: _nearest(*share, pattern=pattern, net=net), shares))
    words = sum(one.living_words for one in segments)
    passages = sum(one.living_passages for one in segments)
    nearest, number = min(found, default=(within + 1, 0))
    if nearest > within:
        return Proof(words, passages, within)
    return Proof(words, passages, within, nearest, number)


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


def _net(segments: Sequence[Segment], hashes: Hashes, within: int) -> _Net:
    """The rarest words of the quotation, as many as let the fewest stretches through by chance."""
    tokens, times = np.unique(hashes.astype(np.uint16), return_counts=True)
    share = _shares(segments)[tokens]
    order = np.argsort(share / times)
    reach = len(hashes) + within
    needs = np.cumsum(times[order]) - within
    expected = np.cumsum(share[order]) * reach
    chances = [
        _at_least(int(need), mean) if need > 0 else 2.0
        for need, mean in zip(needs, expected.tolist(), strict=True)
    ]
    best = int(np.argmin(chances))
    marks = np.zeros(1 << 16, np.bool_)
    marks[tokens[order[: best + 1]]] = True
    return _Net(marks, int(needs[best]), reach)


def _shares(segments: Sequence[Segment]) -> NDArray[np.float64]:
    """About which share of all words each token is, none of them quite 0."""
    counts = np.full(1 << 16, 0.1)
    for one in segments:
        for start in np.linspace(0, max(one.words - _SAMPLE, 0), _SAMPLES, dtype=np.int64).tolist():
            counts += np.bincount(one.tokens[start : start + _SAMPLE], minlength=1 << 16)
    return np.asarray(counts / counts.sum())


def _at_least(need: int, mean: float) -> float:
    """The chance of `need` or more where `mean` are expected (Poisson)."""
    below = sum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(need))
    return max(1.0 - below, mean**need * math.exp(-mean) / math.factorial(min(need, 150)))


def _nearest(
    segment: Segment, start: int, stop: int, *, pattern: Pattern, net: _Net
) -> tuple[int, int]:
    """The least distance of a stretch that begins from `start` to `stop`, and its passage."""
    best, at = pattern.length + 1, 0
    for tiles in _tiles(segment, start, stop, net=net):
        for few in range(0, len(tiles), _LANES):
            lanes = tiles[few : few + _LANES, None] * net.reach + np.arange(2 * net.reach)
            distances, ends = least_distances(pattern, _words(segment, lanes, pattern))
            lane = int(distances.argmin())
            if distances[lane] < best:
                best, at = int(distances[lane]), int(lanes[lane, ends[lane]])
    if best > pattern.length:
        return best, 0
    passage = int(np.searchsorted(segment.firsts, np.uint32(at), side="right")) - 1
    return best, int(segment.numbers[min(passage, segment.passages - 1)])


def _tiles(segment: Segment, start: int, stop: int, *, net: _Net) -> Iterator[Positions]:
    """Where a stretch may begin, as whole multiples of its reach; some chunks at a time."""
    for at in range(start, stop, _CHUNK):
        upto = min(at + _CHUNK, stop)
        tokens = segment.tokens[at : min(upto + net.reach, segment.words)]
        hits = np.flatnonzero(np.take(net.marks, tokens, mode="clip"))
        if len(hits) < net.need:
            continue
        hits += at
        first, last = hits[: len(hits) - net.need + 1], hits[net.need - 1 :]
        close = last - first < net.reach
        if close.any():
            earliest = np.maximum(last[close] - net.reach + 1, 0) // net.reach
            yield np.unique(np.concatenate((earliest, first[close] // net.reach)))


def _words(segment: Segment, lanes: Positions, pattern: Pattern) -> NDArray[np.uint8]:
    """The quotation's words in these stretches, 0 for any other and for what is forgotten."""
    inside = lanes < segment.words
    at = np.minimum(lanes, segment.words - 1)
    words = pattern.word_of[segment.tokens[at]]
    words[~inside] = 0
    if segment.dead is not None:
        passage = np.searchsorted(segment.firsts, at.astype(np.uint32), side="right") - 1
        words[segment.dead[passage]] = 0
    return words
