"""The head of a model: from vectors of pieces to cues, and from a cue to the roles around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.clues import Clues
from onrecord.tagging.convolution import Convolution, Linear

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Run = tuple[int, int]
_PAIRS = 4_000  # pairs of a cue and a piece at once


@dataclass(frozen=True, slots=True, eq=False)
class Roles:
    """For each cue, the log-probabilities of the roles of the pieces of its paragraph.

    Cue i has the rows offsets[i] to offsets[i + 1], the first of them for piece starts[i]. The
    columns are O, beginning and inside of a source, beginning and inside of content.
    """

    rows: Floats
    offsets: Ints
    starts: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """Two small networks: which pieces are cues, and what each piece is to a given cue.

    A cue and a piece meet as the sum of their vectors and of one for their distance; convolutions
    `around` let what a piece is to the cue hang on the pieces beside it, further and further; each
    piece is then judged with the one before it and the one after.
    """

    clues: Floats
    cue_in: Convolution
    cue_out: Linear
    piece: Linear
    cue: Linear
    distance: Floats
    around: tuple[Convolution, ...]
    mix: Convolution
    role: Linear
    activate: Callable[[Floats], Floats]

    def widen(self, vectors: Floats, clues: Clues) -> Floats:
        """The encoder's vectors with the clues of each piece beside them."""
        return np.concatenate([vectors, self.clues[clues.codes()]], axis=1)

    def cues(self, wide: Floats, breaks: Ints) -> Floats:
        """The probabilities of each piece to be no cue, the beginning of one, and inside one."""
        hidden = self.activate(self.cue_in(wide, breaks))
        chances: Floats = np.exp(log_softmax(self.cue_out(hidden)))
        return chances

    def roles(self, wide: Floats, cues: Sequence[Run], breaks: Ints) -> Roles:
        """What the pieces of each cue's paragraph are to it."""
        pieces, marks = self.piece(wide), self.cue(wide)
        firsts = np.array([first for first, _ in cues], np.int64)
        paragraphs = np.searchsorted(breaks, firsts, side="right") - 1
        starts, sizes = breaks[paragraphs], np.diff(breaks)[paragraphs]
        offsets = np.concatenate([[0], np.cumsum(sizes)])
        made = np.empty((int(offsets[-1]), self.role.bias.size), np.float32)
        lasts = np.array([last for _, last in cues], np.int64)
        own = _means(marks, firsts, lasts)
        for a, b in _batches(offsets):
            ends = offsets[a : b + 1] - offsets[a]
            at = np.arange(ends[-1]) + np.repeat(starts[a:b] - ends[:-1], sizes[a:b])
            joined = pieces[at]
            joined += np.repeat(own[a:b], sizes[a:b], axis=0)
            joined += self.distance[self._distances(at, firsts[a:b], lasts[a:b], sizes[a:b])]
            joined = self.activate(joined)
            for layer in self.around:
                seen = layer(joined, ends)
                joined += np.maximum(seen, 0, out=seen)
            mixed = self.mix(joined, ends)
            made[offsets[a] : offsets[b]] = self.role(self.activate(mixed))
        return Roles(log_softmax(made), offsets, starts)

    def _distances(self, at: Ints, firsts: Ints, lasts: Ints, sizes: Ints) -> Ints:
        """Rows of the table of distances: before the cue, after it, the last row inside it.

        `at` are the pieces of the paragraphs of cues, one after the other.
        """
        reach = len(self.distance) // 2 - 1
        before, after = at - np.repeat(firsts, sizes), at - np.repeat(lasts - 1, sizes)
        found = np.where(before < 0, np.maximum(before, -reach), np.minimum(after, reach)) + reach
        return np.where((before >= 0) & (after <= 0), 2 * reach + 1, found)


def _means(rows: Floats, firsts: Ints, lasts: Ints) -> Floats:
    """The mean of the rows of each run."""
    found = rows[firsts]
    for at in np.flatnonzero(lasts - firsts > 1):
        found[at] = rows[firsts[at] : lasts[at]].mean(axis=0)
    return found


def _batches(offsets: Ints) -> Iterator[Run]:
    """Cues by number, from and up to, whose pairs fit a batch."""
    first = 0
    for last in range(1, len(offsets)):
        if last + 1 == len(offsets) or offsets[last + 1] - offsets[first] > _PAIRS:
            yield first, last
            first = last


def log_softmax(rows: Floats) -> Floats:
    """Logarithms of probabilities, a row each."""
    shifted: Floats = rows - rows.max(axis=1, keepdims=True, initial=-np.inf)
    shifted -= np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return shifted
