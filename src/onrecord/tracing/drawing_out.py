"""Stretches of words that two passages share, drawn out of where they have three in a row.

Seeds on one diagonal (the same distance between the two places) make a run, a run is drawn out to
both sides while the words agree, runs that follow one another in both passages make a stretch. All
pairs of passages are done at once, and none hangs on which others there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from onrecord.tracing.hashed import Bits, Ints, Words, bits_of
from onrecord.tracing.seeding import passage_at

_DRAWN = 16
"""Words by which a run is drawn out at most, at either end and between two of its seeds."""
_DROP = 14.0
"""Bits by which drawing out may fall behind its best before it stops."""
_UNLIKE = 5.0
"""What a word that differs costs, in bits."""
_AMISS = 3.0
"""What a word that differs takes from what a run is worth."""
_GAP = 24
"""Words of either passage that two runs of one stretch may lie apart."""


class Stretch(NamedTuple):
    """Words that two passages share: their numbers and half-open places among each one's words.

    `shared` words of `one` stand in the other too, in order; `bits` is what they are worth.
    """

    one: int
    other: int
    first: int
    last: int
    other_first: int
    other_last: int
    shared: int
    bits: float


def stretches(
    seeds: tuple[Ints, Ints], sides: tuple[Words, Words], worth: Bits, *, least: float
) -> Iterator[Stretch]:
    """The stretches of at least `least` bits that grow from pairs of places in two sides."""
    left, right = seeds
    if len(left):
        yield from _stretches(_runs(left, right, sides, worth), sides, least)


class _Runs(NamedTuple):
    """Runs on one diagonal, sorted by the two passages (rows) and the place in the first."""

    one: Ints
    other: Ints
    first: Ints
    last: Ints
    ahead: Ints
    shared: Ints
    bits: Bits


def _runs(left: Ints, right: Ints, sides: tuple[Words, Words], worth: Bits) -> _Runs:
    """Seeds on one diagonal put together and drawn out."""
    one, other = sides
    ahead = right - left
    rows = passage_at(one, left), passage_at(other, right)
    order = np.lexsort((left, ahead, rows[1], rows[0]))
    left, ahead, mine, theirs = left[order], ahead[order], rows[0][order], rows[1][order]
    new = np.append(True, (mine[1:] != mine[:-1]) | (theirs[1:] != theirs[:-1]))
    new[1:] |= (ahead[1:] != ahead[:-1]) | (left[1:] - left[:-1] > _DRAWN)
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(left)) - 1
    first, last, ahead = left[starts], left[ends] + 3, ahead[starts]
    mine, theirs = mine[starts], theirs[starts]
    bounds = (
        np.maximum(one.starts[mine], other.starts[theirs] - ahead),
        np.minimum(one.starts[mine + 1], other.starts[theirs + 1] - ahead),
    )
    first = first - _drawn(first - 1, ahead, bounds[0], (-1, sides, worth))
    last = last + _drawn(last, ahead, bounds[1], (1, sides, worth))
    shared, bits = _agreeing(first, last, ahead, (sides, worth))
    order = np.lexsort((first, theirs, mine))
    return _Runs(
        mine[order],
        theirs[order],
        first[order],
        last[order],
        ahead[order],
        shared[order],
        bits[order],
    )


def _drawn(
    places: Ints, ahead: Ints, bound: Ints, how: tuple[int, tuple[Words, Words], Bits]
) -> Ints:
    """By how many words each run can be drawn out from `places` on, to one side."""
    step, (one, other), worth = how
    best = np.zeros(len(places), np.int64)
    score = np.zeros(len(places), np.float32)
    top = np.zeros(len(places), np.float32)
    alive = np.arange(len(places))
    for size in range(1, _DRAWN + 1):
        at = places[alive] + step * (size - 1)
        inside = at >= bound[alive] if step < 0 else at < bound[alive]
        alive, at = alive[inside], at[inside]
        if not len(alive):
            break
        hashes = one.hashes[at]
        same = hashes == other.hashes[at + ahead[alive]]
        score[alive] += np.where(same, bits_of(hashes, worth), np.float32(-_UNLIKE))
        better = same & (score[alive] > top[alive])
        risen = alive[better]
        best[risen], top[risen] = size, score[risen]
        alive = alive[score[alive] > top[alive] - _DROP]
    return best


def _agreeing(
    first: Ints, last: Ints, ahead: Ints, how: tuple[tuple[Words, Words], Bits]
) -> tuple[Ints, Bits]:
    """How many words of each run agree on its diagonal, and what they are worth."""
    (one, other), worth = how
    sizes = last - first
    starts = np.cumsum(sizes) - sizes
    places = np.arange(int(sizes.sum())) + np.repeat(first - starts, sizes)
    hashes = one.hashes[places]
    same = hashes == other.hashes[places + np.repeat(ahead, sizes)]
    bits = np.where(same, bits_of(hashes, worth), np.float32(-_AMISS))
    return (
        np.add.reduceat(same.astype(np.int64), starts),
        np.add.reduceat(bits, starts).astype(np.float32),
    )


def _stretches(runs: _Runs, sides: tuple[Words, Words], least: float) -> Iterator[Stretch]:
    """Runs that follow one another in both passages put together, those that are worth enough."""
    one, other = sides
    there, beyond = runs.first + runs.ahead, runs.last + runs.ahead
    sizes = (runs.last - runs.first).astype(np.float32)
    new = np.append(True, (runs.one[1:] != runs.one[:-1]) | (runs.other[1:] != runs.other[:-1]))
    gaps = runs.first[1:] - runs.last[:-1], there[1:] - beyond[:-1]
    twice = np.maximum(0, -np.minimum(*gaps))  # words of either passage that the run before has too
    new[1:] |= (np.maximum(*gaps) > _GAP) | (twice >= sizes[1:]) | (there[1:] <= there[:-1])
    twice = np.append(0, twice)
    own = np.where(new, np.float32(1), 1 - twice / sizes)
    starts = np.flatnonzero(new)
    bits = np.add.reduceat(runs.bits * own, starts)
    shared = np.add.reduceat((runs.shared * own).round().astype(np.int64), starts)
    last = np.maximum.reduceat(runs.last, starts)
    other_last = np.maximum.reduceat(beyond, starts)
    mine, theirs = runs.one[starts], runs.other[starts]
    for row in np.flatnonzero(bits >= least).tolist():
        a, b = mine[row], theirs[row]
        start, begin = one.starts[a], other.starts[b]
        yield Stretch(
            int(one.numbers[a]),
            int(other.numbers[b]),
            int(runs.first[starts[row]] - start),
            int(last[row] - start),
            int(there[starts[row]] - begin),
            int(other_last[row] - begin),
            int(min(shared[row], last[row] - runs.first[starts[row]])),
            float(bits[row]),
        )
