"""Texts as the sums of what their words weigh: a table of word pieces, in numpy."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.weights.arrays import Arrays, Floats
from onrecord.weights.word_pieces import WordPieces

_REMEMBERED = 32_768  # words, a row each
_TOGETHER = 2_048  # words whose rows are added up at once: they fit a processor's cache


class Known:
    """Rows of words, each made once: numbers by word, and the table that they count in."""

    def __init__(self, size: int, width: int) -> None:
        self.numbers: dict[str, int] = {}
        self.table: Floats = np.empty((size, width), np.float32)


@dataclass(slots=True, eq=False)
class Embedding:
    """Vectors of word pieces in 8 bits, and what one step of each is worth.

    Any number of threads may use it. What words came to is remembered and never changes.
    """

    table: NDArray[np.int8]
    scale: Floats
    word_pieces: WordPieces
    _known: Known = field(init=False)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._known = Known(_REMEMBERED, self.width)

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return int(self.table.shape[1])

    def sums(self, texts: Sequence[str]) -> Floats:
        """The sum of the vectors of each text's words, a row a text; zeros where it has none.

        Sums of neighbours add up to the sum of both.
        """
        made = np.zeros((len(texts), self.width), np.float32)
        waiting: list[str] = []
        starts: list[int] = []
        numbers: list[int] = []
        for number, text in enumerate(texts):
            words = text.split()
            if not words:
                continue
            starts.append(len(waiting))
            numbers.append(number)
            waiting += words
            if len(waiting) >= _TOGETHER:
                made[numbers] = np.add.reduceat(self._rows(waiting), starts, axis=0)
                waiting, starts, numbers = [], [], []
        if waiting:
            made[numbers] = np.add.reduceat(self._rows(waiting), starts, axis=0)
        return made

    def _rows(self, words: list[str]) -> Floats:
        known = self._known
        try:
            at = list(map(known.numbers.__getitem__, words))
        except KeyError:
            known = self._learned(words)
            at = list(map(known.numbers.__getitem__, words))
        return known.table[at]

    def _learned(self, words: list[str]) -> Known:
        """What is known once these words are; when there is no room, all else is forgotten."""
        with self._lock:
            known = self._known
            new = [word for word in dict.fromkeys(words) if word not in known.numbers]
            if len(known.numbers) + len(new) > len(known.table):
                new = list(dict.fromkeys(words))
                known = self._known = Known(max(_REMEMBERED, len(new)), self.width)
            first = len(known.numbers)
            known.table[first : first + len(new)] = self._made(new)
            known.numbers.update(zip(new, range(first, first + len(new)), strict=True))
            return known

    def _made(self, words: list[str]) -> Floats:
        """The vectors of words, each the sum of its pieces'; zeros where it has none."""
        pieces = [self.word_pieces[word] for word in words]
        ids = [piece for some in pieces for piece in some]
        rows = self.table[ids] * self.scale[ids, None]
        ends = np.cumsum(np.fromiter(map(len, pieces), np.int64, len(pieces)))
        held = np.diff(ends, prepend=0) > 0
        made = np.zeros((len(words), self.width), np.float32)
        if ids:
            starts = np.concatenate([[0], ends[:-1]])
            made[held] = np.add.reduceat(rows, starts[held], axis=0)
        return made


def unpack(data: bytes, place: str) -> Embedding:
    """The embedding in an npz file; `ValueError` or `KeyError` where it holds none.

    table      (pieces, width) int8
    scale      (pieces,), what one step of each row is worth
    words      the pieces
    """
    arrays = Arrays(data)
    arrays.are_of("static", place)
    words = arrays.words()
    table = arrays.bytes_of("table", len(words), None)
    return Embedding(table, arrays.floats("scale", len(words)), WordPieces(words))


def unit(rows: Floats) -> Floats:
    """The rows, each of length 1; zeros stay zeros."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    made: Floats = rows / np.maximum(lengths, np.float32(1e-12))
    return made
