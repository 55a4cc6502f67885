"""A text as numbers: its words in order, and its runs of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
RUN = 3
"""Words of a run: the more, the less two texts share by chance, and the more an edit takes."""
_WORD = re.compile(r"[^\W_]+")
_MOST_REMEMBERED = 200_000
_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


class _Known(dict[str, int]):
    """Words by their numbers, the same in every process; remembers so many."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        found = self[word] = int.from_bytes(digest, "little")
        return found


_known = _Known()


def words_of(text: str) -> list[str]:
    """The words of a text in small letters; marks and white space are no part of them."""
    return _WORD.findall(text.lower())


def runs_of(words: Iterable[str]) -> Numbers:
    """A number for each run of three words, in order; one for all words where they are fewer."""
    numbers = np.fromiter(map(_known.__getitem__, words), np.uint64)
    if not len(numbers):
        return numbers
    if len(numbers) < RUN:
        numbers = np.concatenate([numbers, np.zeros(RUN - len(numbers), np.uint64)])
    reach = len(numbers) - RUN + 1
    made = np.zeros(reach, np.uint64)
    for place, odd in enumerate(_ODD):
        made += numbers[place : place + reach] * np.uint64(odd)
    return mixed(made)


def mixed(numbers: Numbers) -> Numbers:
    """Numbers whose every bit hangs on every bit given (the finaliser of SplitMix64)."""
    made = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    made = (made ^ (made >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return made ^ (made >> np.uint64(31))
