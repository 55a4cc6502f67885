"""Word edit distances of one quotation to many stretches at once, bit by bit (Myers, Hyyro)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.index.keys import Hashes, Positions

_BITS = 64
_ONE, _TOP = np.uint64(1), np.uint64(_BITS - 1)

Bits = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A quotation's words as bits: where in it each of its different words stands.

    `word_of` leads from a token to its word, 0 where it is none; `stands` has a row a word and a
    column for each 64 places.
    """

    length: int
    word_of: NDArray[np.uint8]
    stands: Bits


def pattern_of(hashes: Hashes) -> Pattern:
    """The pattern of a quotation of at most 250 words."""
    tokens = (hashes & np.uint32(0xFFFF)).tolist()
    number = {token: at for at, token in enumerate(dict.fromkeys(tokens), start=1)}
    word_of = np.zeros(1 << 16, np.uint8)
    word_of[list(number)] = np.arange(1, len(number) + 1)
    stands = np.zeros((len(number) + 1, -(-len(tokens) // _BITS)), np.uint64)
    for at, token in enumerate(tokens):
        stands[number[token], at // _BITS] |= _ONE << np.uint64(at % _BITS)
    return Pattern(len(tokens), word_of, stands)


def least_distances(pattern: Pattern, lanes: NDArray[np.uint8]) -> tuple[Positions, Positions]:
    """For each row of words, the least distance of any stretch of it, and the place of its end.

    The distance counts words put in, taken out or replaced. The first end that has it is given; a
    stretch of no words has the quotation's length as distance, and 0 as its end.
    """
    rows, blocks = len(lanes), pattern.stands.shape[1]
    up = [np.full(rows, ~np.uint64(0)) for _ in range(blocks)]
    down = [np.zeros(rows, np.uint64) for _ in range(blocks)]
    last = np.uint64((pattern.length - 1) % _BITS)
    score = np.full(rows, pattern.length, np.int64)
    best, ends = score.copy(), np.zeros(rows, np.int64)
    for place in range(lanes.shape[1]):
        equal = pattern.stands[lanes[:, place]]
        more = less = np.zeros(rows, np.uint64)
        for block in range(blocks):
            bottom = last if block == blocks - 1 else _TOP
            up[block], down[block], more, less = _step(
                (up[block], down[block]), equal[:, block], (more, less), bottom=bottom
            )
        score += more.astype(np.int64)
        score -= less.astype(np.int64)
        better = score < best
        best[better] = score[better]
        ends[better] = place
    return best, ends


def _step(
    column: tuple[Bits, Bits], equal: Bits, carried: tuple[Bits, Bits], *, bottom: np.uint64
) -> tuple[Bits, Bits, Bits, Bits]:
    """One word further in one block: its new column, and by what the bottom row rose or fell."""
    up, down = column
    more, less = carried
    vertical = equal | down
    equal = equal | less
    across = (((equal & up) + up) ^ up) | equal
    rises = down | ~(across | up)
    falls = up & across
    out_more, out_less = (rises >> bottom) & _ONE, (falls >> bottom) & _ONE
    rises = (rises << _ONE) | more
    falls = (falls << _ONE) | less
    return falls | ~(vertical | rises), rises & vertical, out_more, out_less
