"""What a text is recognised by: a few keys that its copies share.

Least hashes of its runs of words under many orders (MinHash; Broder 1997), taken together in threes
(banding; Indyk and Motwani 1998): of two texts that have the share s of their runs in common, the
chance to have a key in common is 1 - (1 - s^3)^KEYS.
"""

from __future__ import annotations

import numpy as np

from onrecord.copies.words import Numbers, mixed, runs_of, words_of

KEYS = 24
"""Keys of a text: with half of the runs in common one is shared in 96 cases of 100."""
_ROWS = 3
FEW = 40
"""Words: a shorter text has one key, which texts of the very same words share."""
_BLOCK = 1 << 13  # runs that are hashed at a time
_FACTORS = mixed(np.arange(1, KEYS * _ROWS + 1, dtype=np.uint64)) | np.uint64(1)
_PLACES = mixed(np.arange(1001, 1001 + KEYS, dtype=np.uint64))


def sketch(text: str) -> tuple[int, ...]:
    """The keys of a text, of 63 bits, each once; none for a text without words.

    It hangs on the words and their order alone, not on case, marks or white space.
    """
    words = words_of(text)
    runs = runs_of(words)
    if not len(runs):
        return ()
    if len(words) < FEW:
        return (_number(_joined(runs)),)
    least = _least(np.unique(runs)).reshape(KEYS, _ROWS)
    keys = _PLACES.copy()
    for row in range(_ROWS):
        keys = mixed(keys ^ least[:, row]) + least[:, row]
    return tuple(dict.fromkeys(map(_number, keys.tolist())))


def _least(runs: Numbers) -> Numbers:
    """The least of all runs under each of the orders.

    Multiplied by an odd number, the upper half of the bits stands for the order of a run.
    """
    least = np.full(len(_FACTORS), np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(runs), _BLOCK):
        some = runs[start : start + _BLOCK]
        np.minimum(least, (some[:, None] * _FACTORS).min(axis=0), out=least)
    return least


def _joined(runs: Numbers) -> int:
    made = np.uint64(len(runs))
    for run in runs:
        made = mixed(np.array([made ^ run], np.uint64))[0]
    return int(made)


def _number(key: int) -> int:
    """As a database holds it: with a sign, and none below zero."""
    return key >> 1
