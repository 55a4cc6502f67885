"""Which passages of a corpus share words, all pairs at once, by a join of their word trigrams.

Trigrams of both sides are hashed and sorted once; those that both have are seeds. Seeds on one
diagonal (the same distance between the two places) make a run, a run is drawn out to both sides
while the words agree, runs that follow one another in both passages make a stretch. What a stretch
is worth is counted in bits: a word counts minus the logarithm of its share of all words, those of a
language's commonest words little. Trigrams that stand in many documents, or are made of common
words, seed nothing: stock phrases join nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.index import tokens

Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Bits = NDArray[np.float32]

_CHUNK = 500_000
"""Code points that are read at once: what a processor's caches hold."""
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(29))
_SIEVE = 24
"""Bits, at most, of the table that says which trigrams one side may have."""
_TABLE = 22
"""The same of the table of how often each word stands: words that meet in it count together."""
_COMMON = 6.0
"""What a word of a language's commonest is worth at most, in bits."""
_RARE = 14.0
"""What any word is worth at most."""
_SEED = 21.0
"""What a trigram must be worth to seed a stretch: more than three common words."""
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
_NEIGHBOURS = 12
"""With how many of those that come next a passage is paired for one trigram, within one side."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of many passages, hashed: where each begins, its number and its document."""

    hashes: NDArray[np.uint32]
    starts: Ints
    numbers: Ints
    documents: Ints

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the passages given are a part of: how many words and documents it has.

    `hashes` are those of words, `counts` how often each stands in all of it; they are needed of
    every word of the passages given.
    """

    words: int
    documents: int
    hashes: NDArray[np.uint32]
    counts: Ints


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


def read_words(
    passages: Iterable[tuple[int, int, str]], *, progress: Callable[[int], None] | None = None
) -> Words:
    """The words of passages, each a number, its document's number and its text.

    `progress` is told how many passages were read, again and again.
    """
    hashes: list[NDArray[np.uint32]] = []
    counts: list[Ints] = []
    numbers: list[int] = []
    documents: list[int] = []
    for chunk in _chunks(passages):
        made, sizes = tokens.many_word_hashes([text for _, _, text in chunk])
        hashes.append(made)
        counts.append(sizes)
        numbers += [number for number, _, _ in chunk]
        documents += [document for _, document, _ in chunk]
        if progress:
            progress(len(chunk))
    starts = np.zeros(len(numbers) + 1, np.int64)
    if numbers:
        np.cumsum(np.concatenate(counts), out=starts[1:])
    return Words(
        np.concatenate(hashes) if hashes else np.zeros(0, np.uint32),
        starts,
        np.array(numbers, np.int64),
        np.array(documents, np.int64),
    )


def _chunks(passages: Iterable[tuple[int, int, str]]) -> Iterator[list[tuple[int, int, str]]]:
    chunk: list[tuple[int, int, str]] = []
    held = 0
    for passage in passages:
        chunk.append(passage)
        held += len(passage[2])
        if held >= _CHUNK:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def join(
    one: Words,
    other: Words | None = None,
    *,
    common: Collection[str] = (),
    least: float = 45.0,
    documents: int = 8,
    corpus: Corpus | None = None,
) -> Iterator[Stretch]:
    """The stretches of at least `least` bits that passages of `one` share with those of `other`.

    Without `other` those of `one` among each other, each pair once. Passages of one document are
    not joined. A trigram that stands in more than `documents` of the documents of `other` seeds
    nothing. `common` are a language's commonest words. Where the passages are a part of a `corpus`,
    words are worth what they are worth in all of it.
    """
    worth = _worth(one, other or one, common, corpus)
    if other is None:
        left, right = _seeds_within(one, worth)
        other = one
    else:
        left, right = _seeds_between(one, other, worth, documents)
    if not len(left):
        return
    yield from _stretches(_runs(left, right, (one, other), worth), (one, other), least)


def _worth(one: Words, other: Words, common: Collection[str], corpus: Corpus | None) -> Bits:
    """What each word is worth in bits, by the last bits of its hash."""
    sides = [one.hashes] if one is other else [one.hashes, other.hashes]
    total = corpus.words if corpus else sum(map(len, sides))
    # Never so small that a rare word is likely to meet one of the commonest in it.
    different = len(corpus.hashes) << 2 if corpus else total
    size = 1 << min(_TABLE, max(16, different.bit_length() + 4))
    counts = np.ones(size, np.int64)
    if corpus:
        np.add.at(counts, corpus.hashes & np.uint32(size - 1), corpus.counts)
    for hashes in () if corpus else sides:
        counts += np.bincount(hashes & np.uint32(size - 1), minlength=size)
    bits = np.log2(total + (1 << 14)) - np.log2(counts)
    worth: Bits = np.minimum(_RARE, bits).astype(np.float32)
    if common:
        known = tokens.many_word_hashes(sorted(common))[0] & np.uint32(size - 1)
        worth[known] = np.minimum(worth[known], _COMMON)
    return worth


def _bits(hashes: NDArray[np.uint32], worth: Bits) -> Bits:
    found: Bits = worth[hashes & np.uint32(len(worth) - 1)]
    return found


def _trigrams(words: Words, worth: Bits) -> tuple[Keys, Ints]:
    """The keys of the trigrams that are worth a seed, and the place of each one's first word."""
    hashes = words.hashes
    if len(hashes) < 3:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    bits = _bits(hashes, worth)
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


def _seeds_between(one: Words, other: Words, worth: Bits, documents: int) -> tuple[Ints, Ints]:
    """Pairs of places in the two sides that have the same trigram."""
    keys, places = _trigrams(one, worth)
    theirs, there = _trigrams(other, worth)
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
    few = ~_widespread(low, other.documents[_passage(other, there)], documents)
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


def _seeds_within(one: Words, worth: Bits) -> tuple[Ints, Ints]:
    """Pairs of places of one side that have the same trigram, each with the next that have it."""
    keys, places = _trigrams(one, worth)
    order = np.argsort(keys, kind="stable")
    keys, places = keys[order], places[order]
    left: list[Ints] = []
    right: list[Ints] = []
    for step in range(1, _NEIGHBOURS + 1):
        same = np.flatnonzero(keys[step:] == keys[:-step])
        if not len(same):
            break
        a, b = _of_other_documents(places[same], places[same + step], one, one)
        left.append(a)
        right.append(b)
    none = np.zeros(0, np.int64)
    return (np.concatenate(left), np.concatenate(right)) if left else (none, none)


def _of_other_documents(left: Ints, right: Ints, one: Words, other: Words) -> tuple[Ints, Ints]:
    mine, theirs = one.documents[_passage(one, left)], other.documents[_passage(other, right)]
    apart = mine != theirs
    return left[apart], right[apart]


def _passage(words: Words, places: Ints) -> Ints:
    """The row of the passage in which each place lies."""
    found: Ints = np.searchsorted(words.starts, places, "right") - 1
    return found


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
    rows = _passage(one, left), _passage(other, right)
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
        score[alive] += np.where(same, _bits(hashes, worth), np.float32(-_UNLIKE))
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
    bits = np.where(same, _bits(hashes, worth), np.float32(-_AMISS))
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
