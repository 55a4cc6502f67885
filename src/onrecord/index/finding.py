"""Where a quotation may stand: the places of its trigrams, or of its words, drawn together.

First stage: the quotation's trigrams, rarest first, until they have some hundred places together.
Places in one passage that agree on where the quotation begins, give or take what an omission or an
insertion moves, are one candidate.

Second stage, where the first finds too little: words, bigrams and trigrams with some ten thousand
places together, each weighed by how rare it is; the candidates are where the most weight falls.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.index.keys import Hashes, Positions, bounds, key_ranges, positions
from onrecord.index.segments import Segment

FIRST_PLACES = 300
SECOND_PLACES = 30_000
MOST_CANDIDATES = 64


@dataclass(frozen=True, slots=True)
class Candidates:
    """Where in a segment a quotation may begin, each with its passage and the evidence for it."""

    segment: Segment
    begins: Positions
    passages: Positions
    evidence: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of a quotation's words, and where each has its keys in one segment."""

    offset: Positions  # of the run's first word in the quotation
    length: Positions  # in words
    begin: Positions
    count: Positions

    def chosen(self, which: NDArray[np.intp] | NDArray[np.bool_]) -> Runs:
        """These of the runs, in this order."""
        return Runs(self.offset[which], self.length[which], self.begin[which], self.count[which])


def drift(words: int) -> int:
    """By how many words a quotation's parts may be moved against each other in one candidate."""
    return min(max(8, words // 2), 40)


def by_trigrams(segment: Segment, hashes: Hashes) -> tuple[Candidates, bool]:
    """The first stage in one segment, and whether it read every place of every trigram."""
    runs = _runs(segment, hashes, 3)
    rarest = runs.chosen(np.argsort(runs.count, kind="stable"))
    upto = np.cumsum(rarest.count)
    within = max(int(np.searchsorted(upto, FIRST_PLACES, side="right")), 1)
    whole = within >= len(upto) or int(upto[-1]) == int(upto[within - 1])
    if len(upto) and int(upto[within - 1]) > FIRST_PLACES:
        whole = False
    read = rarest.chosen(np.arange(min(within, len(upto))))
    read = Runs(read.offset, read.length, read.begin, np.minimum(read.count, FIRST_PLACES))
    return _drawn_together(segment, read, hashes, check=False), whole


def by_words(segment: Segment, hashes: Hashes) -> Candidates:
    """The second stage in one segment."""
    lengths = range(1, min(len(hashes), 3) + 1)
    every = [_runs(segment, hashes, length) for length in lengths]
    runs = Runs(
        np.concatenate([one.offset for one in every]),
        np.concatenate([one.length for one in every]),
        np.concatenate([one.begin for one in every]),
        np.concatenate([one.count for one in every]),
    )
    rarest = runs.chosen(np.argsort(runs.count, kind="stable"))
    before = np.cumsum(rarest.count) - rarest.count
    read = rarest.chosen(before < SECOND_PLACES)
    left = np.maximum(SECOND_PLACES - before[: len(read.count)], 0)
    read = Runs(read.offset, read.length, read.begin, np.minimum(read.count, left))
    return _drawn_together(segment, read, hashes, check=True)


def word_runs(segment: Segment, hashes: Hashes) -> Runs:
    """Each different word and its places in the segment."""
    return _runs(segment, hashes, 1)


def _runs(segment: Segment, hashes: Hashes, length: int) -> Runs:
    """The runs of `length` words that have places in the segment, each kind of run once."""
    low, high = key_ranges(hashes, length)
    low, first = np.unique(low, return_index=True)
    begin, end = bounds(segment.keys, low, high[first])
    count = end - begin
    held = count > 0
    lengths = np.full(int(held.sum()), length)
    return Runs(first[held], lengths, begin[held], count[held])


def read_places(
    segment: Segment, runs: Runs, hashes: Hashes, *, check: bool
) -> tuple[Positions, Positions, Positions]:
    """Places of these runs in living passages, the run of each, and its passage.

    With `check` those that have other words there are left out.
    """
    at = positions(segment.keys, runs.begin, runs.count)
    run = np.repeat(np.arange(len(runs.count)), runs.count)
    if check:
        real = _really_there(segment, at, runs, run=run, hashes=hashes)
        at, run = at[real], run[real]
    passage = np.searchsorted(segment.firsts, at.astype(np.uint32), side="right") - 1
    if segment.dead is not None:
        alive = ~segment.dead[passage]
        at, run, passage = at[alive], run[alive], passage[alive]
    return at, run, passage


def _drawn_together(segment: Segment, runs: Runs, hashes: Hashes, *, check: bool) -> Candidates:
    """Candidates where the places of these runs lie in one passage on about the same line."""
    at, run, passage = read_places(segment, runs, hashes, check=check)
    weights = np.log((segment.words + 1) / runs.count) if len(runs.count) else np.zeros(0)
    begins = at - runs.offset[run]
    order = np.lexsort((begins, passage))
    begins, passage, weight = begins[order], passage[order], weights[run[order]]
    if not len(begins):
        return Candidates(segment, begins, passage, weight)
    reach = drift(len(hashes))
    new = np.ones(len(begins), np.bool_)
    new[1:] = (passage[1:] != passage[:-1]) | (begins[1:] - begins[:-1] > reach)
    starts = np.flatnonzero(new)
    evidence = np.add.reduceat(weight, starts)
    best = _most(evidence)
    return Candidates(segment, begins[starts[best]], passage[starts[best]], evidence[best])


def _most(evidence: NDArray[np.float64]) -> NDArray[np.intp]:
    if len(evidence) <= MOST_CANDIDATES:
        return np.arange(len(evidence))
    return np.sort(np.argpartition(-evidence, MOST_CANDIDATES)[:MOST_CANDIDATES])


def _really_there(
    segment: Segment, at: Positions, runs: Runs, *, run: NDArray[np.intp], hashes: Hashes
) -> NDArray[np.bool_]:
    """Whether each place has the run's first word and its last; keys hold less of a word."""
    tokens = hashes.astype(np.uint16)
    last = runs.length - 1
    beyond = np.minimum(at + last[run], segment.words - 1)
    first_word = segment.tokens[at] == tokens[runs.offset][run]
    return np.asarray(first_word & (segment.tokens[beyond] == tokens[runs.offset + last][run]))
