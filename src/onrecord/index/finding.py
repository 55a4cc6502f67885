"""Where a quotation may stand: the places of runs of its words, drawn together.

A stage reads the places of the quotation's runs of one to three words, rarest first, until it has
so many (`Stage`). Places in one passage that agree on where the quotation begins, give or take what
an omission or an insertion moves, are one candidate; its evidence is the rarity of its runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.index.keys import Hashes, Keys, Positions, key_ranges, positions
from onrecord.index.segments import Segment

_FEWEST, _MOST = 12, 64  # candidates that are looked at closely
_LINE = 1 << 29  # more than there are words in a segment
_BIAS = 1 << 12  # a quotation may begin before a segment does


@dataclass(frozen=True, slots=True)
class Stage:
    """Which lengths of runs are read, and how many places in all segments together.

    `checked` says that each place is compared with the quotation's words, since keys hold too
    little of a run of one word or two.
    """

    lengths: tuple[int, ...]
    places: int
    checked: bool


FIRST = Stage((3,), 100, checked=False)
SECOND = Stage((2, 3), 2_500, checked=True)
THIRD = Stage((1, 2, 3), 40_000, checked=True)


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of a quotation's words: where each starts in it, and the keys that it can have."""

    offset: Positions
    length: Positions
    low: Keys
    high: Keys


@dataclass(frozen=True, slots=True)
class Read:
    """Places read: in which segment and at which of its words, of which run; a run's rarity."""

    segment: Positions
    at: Positions
    run: Positions
    passage: Positions
    rarity: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Where a quotation may begin: segment, its word, its passage; and the evidence for it."""

    segment: Positions
    begin: Positions
    passage: Positions
    evidence: NDArray[np.float64]


def drift(words: int) -> int:
    """By how many words a quotation's parts may be moved against each other in one candidate."""
    return min(max(8, words // 2), 40)


def candidates(segments: Sequence[Segment], hashes: Hashes, stage: Stage) -> Candidates:
    """Where the quotation of these words may stand, the places with most evidence."""
    runs = runs_of(hashes, stage.lengths)
    read = read_places(segments, runs, hashes, stage=stage)
    before = np.cumsum([0, *(one.passages for one in segments)])
    return _drawn_together(read, runs, before, words=len(hashes))


def runs_of(hashes: Hashes, lengths: Sequence[int]) -> Runs:
    """The runs of these lengths, in order of their keys; single words once each."""
    parts = [_runs_of_length(hashes, length) for length in lengths]
    offset, length, low, high = (
        parts[0] if len(parts) == 1 else [np.concatenate(one) for one in zip(*parts, strict=True)]
    )
    order = low.argsort()
    return Runs(offset[order], length[order], low[order], high[order])


def _runs_of_length(
    hashes: Hashes, length: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], Keys, Keys]:
    low, high = key_ranges(hashes, length)
    offset = np.arange(len(low))
    if length == 1:
        low, offset = np.unique(low, return_index=True)
        high = high[offset]
    return offset, np.full(len(low), length), low, high


def read_places(segments: Sequence[Segment], runs: Runs, hashes: Hashes, *, stage: Stage) -> Read:
    """The places of the rarest runs in living passages."""
    both = np.concatenate((runs.low, runs.high))
    found = np.array([one.keys.searchsorted(both) for one in segments])
    begin = found[:, : len(runs.low)]
    count = found[:, len(runs.low) :] - begin
    total = count.sum(axis=0) if len(segments) > 1 else count[0]
    chosen = _rarest(total, stage.places)
    words = sum(one.words for one in segments)
    rarity = np.log((words + 1) / np.maximum(total, 1))
    parts = []
    for number, one in enumerate(segments):
        counts = np.minimum(count[number, chosen], stage.places)
        at = positions(one.keys, begin[number, chosen], counts)
        run = chosen.repeat(counts)
        if stage.checked:
            real = _really_there(one, at, run, runs=runs, hashes=hashes)
            at, run = at[real], run[real]
        passage = one.firsts.searchsorted(at.astype(np.uint32), side="right") - 1
        if one.dead is not None:
            alive = ~one.dead[passage]
            at, run, passage = at[alive], run[alive], passage[alive]
        parts.append((np.full(len(at), number), at, run, passage))
    if len(parts) == 1:
        return Read(*parts[0], rarity)
    segment, at, run, passage = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Read(segment, at, run, passage, rarity)


def _rarest(total: Positions, most: int) -> Positions:
    """Which runs to read: rarest first, all that fit, and at least one that has places."""
    order = total.argsort(kind="stable")
    upto = total[order].cumsum()
    none, within = upto.searchsorted((0, most), side="right").tolist()
    return order[none : max(within, none + 1)]


def _really_there(
    segment: Segment, at: Positions, run: Positions, *, runs: Runs, hashes: Hashes
) -> NDArray[np.bool_]:
    """Whether each place has the run's first word and its last; keys hold less of a word."""
    tokens = hashes.astype(np.uint16)
    last = runs.length - 1
    beyond = np.minimum(at + last[run], segment.words - 1)
    first_word = segment.tokens[at] == tokens[runs.offset][run]
    return np.asarray(first_word & (segment.tokens[beyond] == tokens[runs.offset + last][run]))


def _drawn_together(read: Read, runs: Runs, before: Positions, *, words: int) -> Candidates:
    """Candidates where places lie in one passage and on about the same line.

    `before` says how many passages there are in the segments before each.
    """
    begin = read.at - runs.offset[read.run]
    line = (before[read.segment] + read.passage) * _LINE + begin + _BIAS
    order = line.argsort()
    line = line[order]
    if not len(line):
        return Candidates(read.segment, begin, read.passage, read.rarity[:0])
    new = np.ones(len(line), np.bool_)
    np.greater(line[1:] - line[:-1], drift(words), out=new[1:])
    starts = np.flatnonzero(new)
    # What stands several times in a place is evidence once.
    kinds = len(read.rarity)
    once = np.unique((np.cumsum(new) - 1) * kinds + read.run[order])
    evidence = np.bincount(once // kinds, read.rarity[once % kinds]).astype(np.float64)
    best = _most(evidence)
    which = order[starts[best]]
    return Candidates(read.segment[which], begin[which], read.passage[which], evidence[best])


def _most(evidence: NDArray[np.float64]) -> NDArray[np.intp]:
    """The dozen with most evidence, or all that have half of the most: a phrase said often."""
    if len(evidence) <= _FEWEST:
        return np.arange(len(evidence))
    many = int(np.count_nonzero(evidence >= 0.5 * evidence.max()))
    many = min(max(many, _FEWEST), _MOST, len(evidence))
    return np.sort(np.argpartition(-evidence, many - 1)[:many])
