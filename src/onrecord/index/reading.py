"""One state of the index as its readers see it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import DamagedIndexError
from onrecord.index.manifest import Manifest, Stamp, manifest_stamp, read_manifest, stamp
from onrecord.index.segments import Segment, damaged, open_segment, segment_of
from onrecord.index.tail import Tail, read_tail

_TRIES = 20
_PAUSE = 0.01  # seconds


@dataclass(frozen=True, slots=True)
class View:
    """The segments of one state, the tail's last, and the largest number taken in."""

    segments: tuple[Segment, ...]
    covered: int
    tail: Tail
    manifest: Manifest
    stamp: Stamp


def read_view(folder: Path, before: View | None = None) -> View:
    """The state of the folder now; what it shares with the state before is not opened again."""
    where = str(folder)
    for _ in range(_TRIES):
        # Taken before anything is read: whatever is written later changes it.
        seen = manifest_stamp(where)
        manifest = read_manifest(folder)
        if manifest is None:
            if before is None:
                raise damaged(folder, "no passage index is here")
            time.sleep(_PAUSE)  # perhaps another is just being put in its place
            continue
        try:
            view = _read(folder, manifest, before, stamp(where, manifest.tail))
        except (DamagedIndexError, OSError, ValueError):
            if manifest_stamp(where) == seen:
                raise
            continue  # a writer put another state in its place meanwhile
        if manifest_stamp(where) == seen == view.stamp[:2]:
            return view
    raise damaged(folder, "gone, or changes faster than it can be read")


def _read(folder: Path, manifest: Manifest, before: View | None, seen: Stamp) -> View:
    held = {s.path: s for s in before.segments if s.path is not None} if before else {}
    segments = [held.get(folder / n) or open_segment(folder / n) for n in manifest.segments]
    tail = read_tail(folder / manifest.tail, before.tail if before else None)
    gathered = tail.held
    if gathered.words or len(gathered.numbers):
        segments.append(segment_of(gathered.hashes, gathered.counts, gathered.numbers))
    gone = read_forgotten(folder, manifest)
    covered = max(manifest.covered, int(gathered.numbers.max(initial=0)))
    return View(tuple(_marked(one, gone) for one in segments), covered, tail, manifest, seen)


def read_segments(folder: Path, manifest: Manifest) -> list[Segment]:
    """The segments that a manifest names, with what was forgotten of each; not the tail."""
    gone = read_forgotten(folder, manifest)
    return [_marked(open_segment(folder / name), gone) for name in manifest.segments]


def read_forgotten(folder: Path, manifest: Manifest) -> NDArray[np.int64]:
    """The numbers forgotten and not yet dropped, in order."""
    if not manifest.forgotten:
        return np.zeros(0, np.int64)
    path = folder / manifest.forgotten
    try:
        data = path.read_bytes()
    except OSError as error:
        raise damaged(path, error.strerror or str(error)) from None
    if len(data) % 8:
        raise damaged(path, "cut short")
    return np.frombuffer(data, "<i8").astype(np.int64)


def _marked(segment: Segment, gone: NDArray[np.int64]) -> Segment:
    """The segment with its forgotten passages marked as dead."""
    if not segment.passages or not len(gone):
        return replace(segment, dead=None) if segment.dead is not None else segment
    low, high = np.searchsorted(gone, (segment.numbers[0], segment.numbers[-1] + 1))
    if low == high:
        return replace(segment, dead=None) if segment.dead is not None else segment
    dead = np.zeros(segment.passages, np.bool_)
    at = np.searchsorted(segment.numbers, gone[low:high])
    found = segment.numbers[np.minimum(at, segment.passages - 1)] == gone[low:high]
    dead[at[found]] = True
    return replace(segment, dead=dead if dead.any() else None)
