"""Segments made into one, a stretch of sorted keys at a time, without what was forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from onrecord.index.keys import MOST_WORDS, POSITION_BITS, Keys, Positions
from onrecord.index.segments import Layout, Segment, Tokens, finish, write_at, write_header

_STRETCH = 1 << 21  # keys sorted at once
_SAMPLE = 1 << 14
_POSITION = np.uint64(MOST_WORDS)


def due(words: Sequence[int]) -> slice | None:
    """Which neighbours to merge, by their sizes: one and all behind it, once these outweigh it.

    So sizes fall at least by half from each to the next, and there are as many segments as the
    logarithm of the words, each word merged as often at most (Bentley and Saxe's logarithmic
    method, 1980). Nothing becomes longer than a segment can be.
    """
    for start, size in enumerate(words):
        stop, total = start + 1, size
        while stop < len(words) and total + words[stop] <= MOST_WORDS:
            total += words[stop]
            stop += 1
        if total >= 2 * size and stop > start + 1:
            return slice(start, stop)
    return None


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment on its way into the merged one: which passages live, where its words go."""

    segment: Segment
    alive: NDArray[np.bool_] | None  # of passages; None: all
    lengths: NDArray[np.int64]  # of passages, in words
    moved: NDArray[np.int64]  # by how much each passage's words move
    words: int  # that live


def merge(segments: Sequence[Segment], path: Path) -> None:
    """Write the living passages of neighbouring segments to one new file, and see it on the disk.

    Takes some 100 MB, whatever their size, and 12 bytes a passage.
    """
    parts = list(_parts(segments))
    numbers = np.concatenate([_living(part, part.segment.numbers) for part in parts])
    lengths = np.concatenate([_living(part, part.lengths) for part in parts])
    firsts = np.zeros(len(lengths) + 1, np.uint32)
    np.cumsum(lengths, out=firsts[1:])
    layout = Layout(sum(part.words for part in parts), len(numbers))
    with path.open("wb") as file:
        write_header(file, layout)
        write_at(file, layout.keys, _merged_keys(parts))
        write_at(file, layout.tokens, _merged_tokens(parts))
        write_at(file, layout.firsts, [firsts])
        write_at(file, layout.numbers, [numbers])
        finish(file, layout)


def _parts(segments: Sequence[Segment]) -> Iterator[_Part]:
    before = 0
    for segment in segments:
        firsts = segment.firsts.astype(np.int64)
        lengths = firsts[1:] - firsts[:-1]
        alive = None if segment.dead is None else ~segment.dead
        kept = lengths if alive is None else lengths * alive
        starts = np.cumsum(kept) - kept + before
        part = _Part(segment, alive, lengths, starts - firsts[:-1], int(kept.sum()))
        before += part.words
        yield part


def _living(part: _Part, values: NDArray[np.int64]) -> NDArray[np.int64]:
    return values if part.alive is None else values[part.alive]


def _merged_tokens(parts: Sequence[_Part]) -> Iterator[NDArray[np.uint16]]:
    for part in parts:
        with _Reader(part.segment) as reader:
            for start in range(0, part.segment.words, _STRETCH):
                tokens = reader.tokens(start, min(start + _STRETCH, part.segment.words))
                if part.alive is not None:
                    passage = _passages(part, np.arange(start, start + len(tokens)))
                    tokens = tokens[part.alive[passage]]
                yield tokens


def _merged_keys(parts: Sequence[_Part]) -> Iterator[Keys]:
    """The keys in order: cut so that each stretch holds about as many of all parts together."""
    readers = [_Reader(part.segment) for part in parts]
    try:
        samples = [reader.samples() for reader in readers]
        cuts = np.sort(np.concatenate(samples))[:: _STRETCH // _SAMPLE][1:]
        # Places move when parts are joined: keys of the same words must come into one stretch.
        cuts = np.unique(cuts >> np.uint64(POSITION_BITS) << np.uint64(POSITION_BITS))
        ends = [reader.bounds(cuts, its) for reader, its in zip(readers, samples, strict=True)]
        starts = [np.zeros_like(end) for end in ends]
        for start, end in zip(starts, ends, strict=True):
            start[1:] = end[:-1]
        for step in range(len(cuts) + 1):
            runs = [
                _moved(part, reader.keys(int(start[step]), int(end[step])))
                for part, reader, start, end in zip(parts, readers, starts, ends, strict=True)
            ]
            keys = np.concatenate(runs)
            keys.sort(kind="stable")  # runs that are sorted already are merged
            yield keys
    finally:
        for reader in readers:
            reader.file.close()


def _moved(part: _Part, keys: Keys) -> Keys:
    if part.alive is None:
        if len(part.moved) and part.moved[0]:
            keys += np.uint64(part.moved[0])
        return keys
    at = (keys & _POSITION).astype(np.int64)
    passage = _passages(part, at)
    living = part.alive[passage]
    at = (at + part.moved[passage])[living]
    kept: Keys = keys[living] >> np.uint64(POSITION_BITS) << np.uint64(POSITION_BITS)
    return kept | at.astype(np.uint64)


def _passages(part: _Part, at: NDArray[np.int64]) -> NDArray[np.intp]:
    return np.searchsorted(part.segment.firsts, at.astype(np.uint32), side="right") - 1


class _Reader:
    """Reads a segment's file into fresh memory: mapped pages would pile up."""

    def __init__(self, segment: Segment) -> None:
        if segment.path is None:
            raise ValueError("a segment that lies in memory only cannot be merged")
        self.file: BinaryIO = segment.path.open("rb")
        self._layout = Layout(segment.words, segment.passages)

    def keys(self, start: int, stop: int) -> Keys:
        self.file.seek(self._layout.keys + 8 * start)
        return np.fromfile(self.file, np.dtype("<u8"), stop - start).astype(np.uint64, copy=False)

    def samples(self) -> Keys:
        """Every 16,384th key."""
        every = range(0, self._layout.words, _SAMPLE)
        return np.concatenate([np.zeros(0, np.uint64), *(self.keys(at, at + 1) for at in every)])

    def bounds(self, cuts: Keys, samples: Keys) -> Positions:
        """How many keys are less than each cut; then, how many there are."""
        found = np.zeros(len(cuts) + 1, np.int64)
        found[-1] = self._layout.words
        for number, block in enumerate(np.searchsorted(samples, cuts).tolist()):
            if block:
                start = (block - 1) * _SAMPLE
                keys = self.keys(start, min(start + _SAMPLE, self._layout.words))
                found[number] = start + np.searchsorted(keys, cuts[number])
        return found

    def tokens(self, start: int, stop: int) -> Tokens:
        self.file.seek(self._layout.tokens + 2 * start)
        return np.fromfile(self.file, np.dtype("<u2"), stop - start).astype(np.uint16, copy=False)

    def __enter__(self) -> _Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()
