"""Which of some texts share most words with a quotation: a cheap filter before any is laid."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.index.tokens import many_word_hashes, word_hashes

Counts = NDArray[np.int64]


def shared_words(
    quote: str, texts: Sequence[str], *, without: Collection[str] = ()
) -> tuple[Counts, Counts]:
    """How many of a quotation's pairs of neighbouring words, and of its words, each text has.

    Each pair and each word counts once a text. Words of `without` count only as part of a pair.
    """
    hashes, lengths = many_word_hashes(texts)
    owner = np.repeat(np.arange(len(texts)), lengths)
    asked = word_hashes(quote)
    plain = np.setdiff1d(asked, word_hashes(" ".join(without)))
    inside = owner[1:] == owner[:-1]
    pairs = _distinct(_pairs(asked), _pairs(hashes)[inside], owner[1:][inside], len(texts))
    return pairs, _distinct(plain, hashes, owner, len(texts))


def _pairs(hashes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    wide = hashes.astype(np.uint64)
    return (wide[:-1] << np.uint64(32)) | wide[1:]


def _distinct(
    sought: NDArray[np.generic], held: NDArray[np.generic], owner: NDArray[np.intp], texts: int
) -> Counts:
    """For each text, how many different ones of `sought` it has."""
    known = np.unique(sought)
    if not len(known) or not len(held):
        return np.zeros(texts, np.int64)
    at = np.minimum(np.searchsorted(known, held), len(known) - 1)
    same = known[at] == held
    found = np.unique(owner[same] * len(known) + at[same])
    return np.bincount(found // len(known), minlength=texts)
