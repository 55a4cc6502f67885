"""Where passages have the same three words in a row: what a shared stretch grows from.

A trigram that is worth enough has a key, the same wherever it stands. Within one set each place is
paired with the next few that have its key, which keeps what everybody says from pairing everybody
with everybody; between two sets all places of a key are paired, unless it stands in too many
documents: stock phrases join nobody.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.tracing.hashed import Bits, Ints, Words, bits_of

Keys = NDArray[np.uint64]

NEIGHBOURS = 12
"""With how many of those that come next a place is paired for one key, within one set."""
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(29))
_SIEVE = 24
"""Bits, at most, of the table that says which trigrams one side may have."""
_SEED = 21.0
"""What a trigram must be worth to seed a stretch: more than three common words."""


def fingerprints(words: Words, worth: Bits) -> tuple[Keys, Ints]:
    """The keys of the trigrams that are worth a seed, and the place of each one's first word."""
    hashes = words.hashes
    if len(hashes) < 3:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    bits = bits_of(hashes, worth)
    rare = bits[:-2] + bits[1:-1] + bits[2:] >= _SEED
    ends = words.starts[1:]
    for back in (1, 2):  # no trigram goes over the end of a passage
        over = ends - back
        rare[over[(over >= 0) & (over < len(rare))]] = False
    places = np.flatnonzero(rare)
    wide = hashes.astype(np.uint64)
    keys = wide[places]
    for step in (1, 2):
        keys = (keys * _MIX[0]) ^ (keys >> _MIX[2])
        keys += wide[places + step] * _MIX[1]
    keys *= _MIX[0]
    return keys, places


def seeds_between(one: Words, other: Words, worth: Bits, documents: int) -> tuple[Ints, Ints]:
    """Pairs of places in the two sides that have the same trigram.

    One that stands in more than `documents` of the documents of `other` pairs nothing.
    """
    keys, places = fingerprints(one, worth)
    theirs, there = fingerprints(other, worth)
    size = min(_SIEVE, len(keys).bit_length() + 4)
    shift = np.uint64(64 - size)
    sieve = np.zeros(1 << size, np.bool_)
    sieve[keys >> shift] = True
    through = sieve[theirs >> shift]
    theirs, there = theirs[through], there[through]
    order = np.argsort(keys, kind="stable")
    keys, places = keys[order], places[order]
    low = np.searchsorted(keys, theirs, "left")
    high = np.searchsorted(keys, theirs, "right")
    held = np.flatnonzero(high > low)  # a sieve lets others through, which have a neighbour's place
    low, counts, there = low[held], (high - low)[held], there[held]
    few = ~_widespread(low, other.documents[passage_at(other, there)], documents)
    low, counts, there = low[few], counts[few], there[few]
    right = np.repeat(there, counts)
    within = np.arange(len(right)) - np.repeat(np.cumsum(counts) - counts, counts)
    left = places[np.repeat(low, counts) + within]
    return _of_other_documents(left, right, one, other)


def _widespread(keys: Ints, documents: Ints, most: int) -> NDArray[np.bool_]:
    """Which of these keys stand in more than `most` documents."""
    if not len(keys):
        return np.zeros(0, np.bool_)
    order = np.lexsort((documents, keys))
    sorted_keys, sorted_documents = keys[order], documents[order]
    new_key = np.append(True, sorted_keys[1:] != sorted_keys[:-1])
    new = new_key | np.append(True, sorted_documents[1:] != sorted_documents[:-1])
    groups = np.cumsum(new_key) - 1
    found = np.empty(len(keys), np.bool_)
    found[order] = (np.bincount(groups, weights=new) > most)[groups]
    return found


def seeds_within(one: Words, worth: Bits) -> tuple[Ints, Ints]:
    """Pairs of places of one side that have the same trigram, each with the next that have it."""
    keys, places = fingerprints(one, worth)
    order = np.argsort(keys, kind="stable")
    keys, places = keys[order], places[order]
    left, right = neighbours(keys, one.documents[passage_at(one, places)])
    return places[left], places[right]


def neighbours(keys: Keys, documents: Ints, *, after: int = 0) -> tuple[Ints, Ints]:
    """Pairs of rows, in order of key and place, that have one key: each with the next few.

    Those of one document are left out, and those of which both stand before row `after`, which
    were paired when they came.
    """
    left: list[Ints] = []
    right: list[Ints] = []
    for step in range(1, NEIGHBOURS + 1):
        same = np.flatnonzero(keys[step:] == keys[:-step])
        if not len(same):
            break
        same = same[same + step >= after]
        apart = same[documents[same] != documents[same + step]]
        left.append(apart)
        right.append(apart + step)
    none = np.zeros(0, np.int64)
    return (np.concatenate(left), np.concatenate(right)) if left else (none, none)


def _of_other_documents(left: Ints, right: Ints, one: Words, other: Words) -> tuple[Ints, Ints]:
    mine, theirs = one.documents[passage_at(one, left)], other.documents[passage_at(other, right)]
    apart = mine != theirs
    return left[apart], right[apart]


def passage_at(words: Words, places: Ints) -> Ints:
    """The row of the passage in which each place lies."""
    found: Ints = np.searchsorted(words.starts, places, "right") - 1
    return found
