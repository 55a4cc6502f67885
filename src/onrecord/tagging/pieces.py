"""A text as the pieces that a model reads: words and marks, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.model import UNSAID, Part

LONGEST = 160  # pieces; a longer paragraph is cut, at the end of a sentence where there is one
_PIECE = re.compile(r"[^\W_]+(?:[.,\-‐‑][^\W_]+)*|['’](?:s|ll|d|m|re|ve|t|S)\b|[^\s]")
# Beyond the ideographic space no character is one.
_SPACES = np.array([chr(code).isspace() for code in range(0x3002)])
_LINE = re.compile("\n")
_ENDS = frozenset(".?!")
_CLOSERS = frozenset('”"')
_BEFORE_CLOSER = frozenset(".?!,")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Words and marks of a text with where each starts and ends, in code points.

    `breaks` are the places where a paragraph, or a length of a long one, begins, and the number
    of pieces at the end: paragraph i is pieces breaks[i] to breaks[i + 1].
    """

    words: list[str]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    breaks: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.words)

    def between(self, first: int, last: int) -> Pieces:
        """The paragraphs from `first` up to `last`, not including it."""
        breaks = self.breaks[first : last + 1]
        a, b = int(breaks[0]), int(breaks[-1])
        return Pieces(self.words[a:b], self.starts[a:b], self.ends[a:b], breaks - a)


def folded(word: str) -> str:
    """A word in the form that stands in vocabularies and in the language's data."""
    return word.lower().replace("’", "'")


def cut(text: str, parts: Sequence[Part] = ()) -> Pieces:
    """The pieces of `text`; those in parts that nobody says (furniture, labels) are left out."""
    words = _PIECE.findall(text)
    sizes = np.fromiter(map(len, words), np.int64, len(words))
    # Pieces leave out nothing but space, so that their lengths say where they stand.
    seen = _seen(text)
    starts = seen[np.cumsum(sizes) - sizes]
    if parts and words:
        said = _said(starts, parts)
        words = list(compress(words, said.tolist()))
        starts, sizes = starts[said], sizes[said]
    ends = starts + sizes
    lines = np.array([m.start() for m in _LINE.finditer(text)], np.int64)
    line = np.searchsorted(lines, starts)
    firsts = np.flatnonzero(np.diff(line, prepend=-1))
    breaks = np.array(_breaks([*firsts.tolist(), len(words)], words), np.int64)
    return Pieces(words, starts, ends, breaks)


def _seen(text: str) -> NDArray[np.int64]:
    """Where the characters stand that are no space."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.flatnonzero(~_SPACES[np.minimum(codes, len(_SPACES) - 1)])


def _said(starts: NDArray[np.int64], parts: Sequence[Part]) -> NDArray[np.bool_]:
    """Which pieces start outside the parts that nobody says."""
    change = np.zeros(len(starts) + 1, np.int64)
    for part in parts:
        if part.kind in UNSAID:
            change[np.searchsorted(starts, part.span.start)] += 1
            change[np.searchsorted(starts, part.span.end)] -= 1
    said: NDArray[np.bool_] = np.cumsum(change[:-1]) == 0
    return said


def _breaks(paragraphs: list[int], words: list[str]) -> list[int]:
    found: list[int] = []
    for start, end in pairwise(paragraphs):
        found.append(start)
        while end - found[-1] > LONGEST:
            found.append(_cut(words, found[-1]))
    return [*found, paragraphs[-1]]


def _cut(words: list[str], start: int) -> int:
    """Where a paragraph that starts here and is too long is cut."""
    for at in range(start + LONGEST - 1, start + LONGEST // 2, -1):
        word = words[at]
        if word in _ENDS or (word in _CLOSERS and words[at - 1] in _BEFORE_CLOSER):
            return at + 1
    return start + LONGEST
