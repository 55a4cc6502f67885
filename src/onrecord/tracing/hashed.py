"""The words of many passages, hashed, and what each is worth.

A word counts, in bits, minus the logarithm of its share of all words; those of a language's
commonest words count little.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.index import tokens

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]
Bits = NDArray[np.float32]

TABLE = 22
"""Bits, at most, of the table of how often each word stands: words that meet in it count together.
"""
_CHUNK = 500_000
"""Code points that are read at once: what a processor's caches hold."""
_COMMON = 6.0
"""What a word of a language's commonest is worth at most, in bits."""
_RARE = 14.0
"""What any word is worth at most."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of many passages, hashed: where each begins, its number and its document."""

    hashes: Hashes
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
    hashes: Hashes
    counts: Ints


def read_words(
    passages: Iterable[tuple[int, int, str]], *, progress: Callable[[int], None] | None = None
) -> Words:
    """The words of passages, each a number, its document's number and its text.

    `progress` is told how many passages were read, again and again.
    """
    hashes: list[Hashes] = []
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


def worth_within(
    one: Words, other: Words, common: Collection[str], corpus: Corpus | None = None
) -> Bits:
    """What each word of two sides is worth in bits, by the last bits of its hash.

    In all of a `corpus`, where they are a part of it; `other` may be `one`.
    """
    sides = [one.hashes] if one is other else [one.hashes, other.hashes]
    total = corpus.words if corpus else sum(map(len, sides))
    # Never so small that a rare word is likely to meet one of the commonest in it.
    size = table_size(len(corpus.hashes) << 2 if corpus else total)
    counts = np.zeros(size, np.int64)
    if corpus:
        np.add.at(counts, corpus.hashes & np.uint32(size - 1), corpus.counts)
    for hashes in () if corpus else sides:
        counts += tally(hashes, size)
    return worth_of(counts, total, common)


def table_size(words: int) -> int:
    """How many counts tell so many words apart; a power of two."""
    return 1 << min(TABLE, max(16, words.bit_length() + 4))


def tally(hashes: Hashes, size: int) -> Ints:
    """How often each word stands, by the last bits of its hash.

    A larger table's counts are those of a smaller one once its parts are put on one another.
    """
    counts: Ints = np.bincount(hashes & np.uint32(size - 1), minlength=size)
    return counts


def worth_of(counts: Ints, total: int, common: Collection[str]) -> Bits:
    """What each word is worth in bits, of how often it stands among `total` words."""
    size = len(counts)
    bits = np.log2(total + (1 << 14)) - np.log2(1 + counts)
    worth: Bits = np.minimum(_RARE, bits).astype(np.float32)
    if common:
        known = tokens.many_word_hashes(sorted(common))[0] & np.uint32(size - 1)
        worth[known] = np.minimum(worth[known], _COMMON)
    return worth


def bits_of(hashes: Hashes, worth: Bits) -> Bits:
    """What these words are worth."""
    found: Bits = worth[hashes & np.uint32(len(worth) - 1)]
    return found
