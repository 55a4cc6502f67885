"""Sorted keys: where each run of one, two or three words stands, in one array of 64-bit numbers.

A key is a word's first 14 hash bits, 11 bits of the word after it, 11 of the third, and the place
of the first in its segment (28 bits): highest bits first. Sorted, the places of a trigram lie side
by side, and so do those of every trigram that begins with two given words, or with one: the same
array answers for words, bigrams and trigrams. Every word of a segment has a key; the last two are
followed by words of hash 0. Different words may share bits: whoever reads places compares what
stands there (`segments.Segment.tokens`, which hold the lowest 16 bits, none of a key's).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

POSITION_BITS = 28
MOST_WORDS = (1 << POSITION_BITS) - 1  # of a segment
_BITS = (14, 11, 11)
SHIFTS = (50, 39, 28)  # where each word's bits begin
_POSITION = np.uint64((1 << POSITION_BITS) - 1)

Hashes = NDArray[np.uint32]
Keys = NDArray[np.uint64]
Positions = NDArray[np.int64]


def sorted_keys(hashes: Hashes) -> Keys:
    """The keys of a segment's words, which come in order; takes 16 bytes a word beside them."""
    keys = np.arange(len(hashes), dtype=np.uint64)
    for skipped, (bits, shift) in enumerate(zip(_BITS, SHIFTS, strict=True)):
        part = (hashes[skipped:] >> np.uint32(32 - bits)).astype(np.uint64)
        part <<= np.uint64(shift)
        keys[: len(part)] |= part
    keys.sort()
    return keys


def key_ranges(hashes: Hashes, length: int) -> tuple[Keys, Keys]:
    """For each run of `length` words (1 to 3), the least key it can have and one beyond any."""
    runs = max(len(hashes) - length + 1, 0)
    low = np.zeros(runs, np.uint64)
    for skipped in range(length):
        part = hashes[skipped : skipped + runs] >> np.uint32(32 - _BITS[skipped])
        low |= part.astype(np.uint64) << np.uint64(SHIFTS[skipped])
    # No key has all its place bits set: a segment is shorter than that.
    return low, low | np.uint64((1 << SHIFTS[length - 1]) - 1)


def positions(keys: Keys, begins: Positions, counts: Positions) -> Positions:
    """The places under `counts` keys from each of `begins` on, one range after another."""
    total = int(counts.sum())
    at = np.arange(total)
    at += (begins - (np.cumsum(counts) - counts)).repeat(counts)
    return (keys[at] & _POSITION).astype(np.int64)
