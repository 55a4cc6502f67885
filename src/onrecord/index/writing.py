"""The one writer: passages into segments and the tail, forgotten numbers, merges.

Each step first puts new files on the disk, then the manifest that names them, then deletes what it
no longer names. A kill between any two leaves the state before or after.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from secrets import token_hex

import numpy as np
from numpy.typing import NDArray

from onrecord.index.manifest import Manifest, read_manifest, sweep, write_manifest
from onrecord.index.merging import due, merge
from onrecord.index.reading import read_forgotten, read_segments
from onrecord.index.segments import Segment, segment_of, write_segment
from onrecord.index.tail import MOST, Gathered, Tail, append_to_tail, joined, read_tail
from onrecord.index.tokens import many_word_hashes

CHUNK = 4_000_000  # words of a segment before merges
_BATCH = 512  # passages tokenised at once
_DEAD_SHARE = 0.25

Progress = Callable[[int], object]


class Writer:
    """What `PassageIndex` does under the lock."""

    def __init__(self, folder: Path, *, tail: Tail | None = None) -> None:
        self.folder = folder
        held = read_manifest(folder)
        self.manifest = held or Manifest()
        sweep(folder, self.manifest)
        if held is None:
            self._commit(self._with_new_tail(self.manifest))
        self.tail = read_tail(folder / self.manifest.tail, tail)

    @property
    def covered(self) -> int:
        """The largest number taken in."""
        return max(self.manifest.covered, int(self.tail.held.numbers.max(initial=0)))

    def take(self, passages: Iterable[tuple[int, str]], progress: Progress | None) -> None:
        """Keep passages; durable when it returns, and after each chunk."""
        waiting: list[Gathered] = []
        words = taken = 0
        before = len(self.manifest.segments)
        for batch in _batches(passages, after=self.covered):
            waiting.append(batch)
            words += batch.words
            taken += len(batch.numbers)
            if words >= CHUNK:
                self._flush(waiting)
                waiting, words = [], 0
            if progress is not None:
                progress(taken)
        if words + self.tail.held.words >= MOST:
            self._flush(waiting)
        elif waiting:
            append_to_tail(self.tail, joined(waiting))
            self.tail = read_tail(self.tail.path, self.tail)
        if len(self.manifest.segments) > before:
            self._merge_what_is_due()

    def forget(self, numbers: Iterable[int]) -> None:
        """Leave passages out from now on."""
        gone = self._held(np.unique(np.fromiter(numbers, np.int64)))
        before = read_forgotten(self.folder, self.manifest)
        after = np.union1d(before, gone)
        if len(after) > len(before):
            self._set_forgotten(self.manifest, after)
            self._drop_the_dead()

    def _held(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of the numbers that passages have here."""
        segments = read_segments(self.folder, self.manifest)
        here = np.zeros(len(numbers), np.bool_)
        for known in (*(one.numbers for one in segments), self.tail.held.numbers):
            if len(known):
                at = np.minimum(known.searchsorted(numbers), len(known) - 1)
                here |= known[at] == numbers
        return numbers[here]

    def _flush(self, waiting: list[Gathered]) -> None:
        """Make a segment of the tail and of what is waiting."""
        whole = joined([self.tail.held, *waiting])
        name, manifest = _named(self.manifest, "segment")
        write_segment(segment_of(whole.hashes, whole.counts, whole.numbers), self.folder / name)
        manifest = replace(
            manifest, segments=(*manifest.segments, name), covered=int(whole.numbers.max())
        )
        self._commit(self._with_new_tail(manifest))
        self.tail = Tail(self.folder / self.manifest.tail)

    def _merge_what_is_due(self) -> None:
        """Only when all was taken: while a long list comes in, each word is merged but once."""
        while len(self.manifest.segments) > 1:
            segments = read_segments(self.folder, self.manifest)
            which = due([segment.words for segment in segments])
            if which is None:
                return
            self._merge(segments, which)

    def _drop_the_dead(self) -> None:
        """Rewrite each segment of which a quarter was forgotten."""
        for at, segment in enumerate(read_segments(self.folder, self.manifest)):
            if segment.dead is not None and segment.dead.mean() >= _DEAD_SHARE:
                self._merge(read_segments(self.folder, self.manifest), slice(at, at + 1))

    def _merge(self, segments: list[Segment], which: slice) -> None:
        name, manifest = _named(self.manifest, "segment")
        chosen = segments[which]
        merge(chosen, self.folder / name)
        names = list(manifest.segments)
        names[which] = [name]
        manifest = replace(manifest, segments=tuple(names))
        dropped = [one.numbers[one.dead] for one in chosen if one.dead is not None]
        if dropped:
            still = np.setdiff1d(read_forgotten(self.folder, manifest), np.concatenate(dropped))
            self._set_forgotten(manifest, still)
        else:
            self._commit(manifest)

    def _set_forgotten(self, manifest: Manifest, numbers: NDArray[np.int64]) -> None:
        name, manifest = _named(manifest, "forgotten")
        path = self.folder / name
        if len(numbers):
            write_numbers(path, numbers)
        self._commit(replace(manifest, forgotten=name if len(numbers) else ""))

    def _with_new_tail(self, manifest: Manifest) -> Manifest:
        name, manifest = _named(manifest, "tail")
        (self.folder / name).touch()
        return replace(manifest, tail=name)

    def _commit(self, manifest: Manifest) -> None:
        write_manifest(self.folder, manifest)
        self.manifest = manifest
        sweep(self.folder, manifest)


def write_numbers(path: Path, numbers: NDArray[np.int64]) -> None:
    """A file of sorted numbers, seen on the disk."""
    with path.open("wb") as file:
        file.write(numbers.astype("<i8").tobytes())
        file.flush()
        os.fsync(file.fileno())


def _named(manifest: Manifest, kind: str) -> tuple[str, Manifest]:
    """A name for a new file, and the manifest that has counted it.

    No file ever has the name of another, not even in an index made anew in the same place, so that
    readers may go by names for what they have read.
    """
    return f"{manifest.next:06d}-{token_hex(4)}.{kind}", replace(manifest, next=manifest.next + 1)


def _batches(passages: Iterable[tuple[int, str]], *, after: int) -> Iterator[Gathered]:
    """Passages tokenised some hundred at a time; those up to number `after` are there already."""
    rest = iter(passages)
    last = 0
    while batch := list(islice(rest, _BATCH)):
        for number, _ in batch:
            if number <= last:
                raise ValueError(f"passage {number} comes after {last}: numbers must rise")
            last = number
        new = [one for one in batch if one[0] > after]
        hashes, counts = many_word_hashes([text for _, text in new])
        if new:
            numbers = np.fromiter((number for number, _ in new), np.int64, len(new))
            yield Gathered(numbers, counts, hashes)
