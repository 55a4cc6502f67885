"""Files of any number into a store: read by several processes, written by this one.

    paths -> listed -> Offer.pieces -> a crew, or this process alone -> batches -> the store

What is given out is kept by then, with the journal that says so, in one transaction.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.crews import BOUNDS, END, Alone, Bounds, Crew, Work
from onrecord.intake.analysing import Analysis, How
from onrecord.intake.offering import Listing, Offer, Piece, listed
from onrecord.intake.taking import Taken
from onrecord.intake.writing import Writer
from onrecord.model import Failure
from onrecord.stores import Store
from onrecord.unpacking import Limits, Passed, walk

FEW, SMALL = 20, 1_000_000
"""Files, and bytes of them, for which no process is started where nobody asks for one."""
_BATCH, _BYTES, _SECONDS, _LATE = 64, 8_000_000, 0.5, 2.0
"""Readings, their bytes, and seconds to wait for more, and for the rest, of one transaction."""
Result = tuple[Piece, object]


@dataclass(frozen=True, slots=True)
class Going:
    """How far taking in is: files and bytes done, of so many; None where that is not known.

    `skipped` are the files, and `skipped_bytes` their bytes, that were wholly taken in before.
    """

    files: int = 0
    bytes: int = 0
    skipped: int = 0
    skipped_bytes: int = 0
    of_files: int | None = None
    of_bytes: int | None = None


def gather(
    store: Store,
    paths: Iterable[str | Path],
    *,
    how: How | None = None,
    jobs: int = 0,
    resume: bool = False,
    again: bool = False,
    bounds: Bounds | None = None,
    work: Work | None = None,
    tell: Callable[[Going], None] | None = None,
) -> Iterator[Taken | Failure | Passed]:
    """Take in what stands in files, and in the files below folders; what is given out is kept.

    `jobs` processes read, 0 being one for each processor, or none beside this one where there is
    little to do. The order, and all that is kept, does not hang on how many there are. A document
    that takes too long, needs too much memory or brings its process down is a failure; `bounds`
    says how much is allowed. With `resume` what was taken in before is left out where its file has
    not changed, also if that was broken off at any moment; with `again` what failed then is tried
    once more. `work` stands in for reading and analysis, `tell` is told how far it is.

    Raises `StoreError`, after which all that was given out is held.
    """
    how = how or How()
    coming = listed(walk(str(path) for path in paths))
    limits = Limits(entry=how.max_size)
    offer = Offer(limits, resume=resume or again, again=again, columns=how.columns)
    pieces = offer.pieces(coming.files, store)
    crew = _crew(work or Analysis(how), jobs, coming, bounds or _bounds(how))
    counted = _Counted(coming, tell)
    with crew:
        writer = Writer(store, crew.pump, again=bool(how.extractor))
        for batch in _batches(crew.results(pieces), at_once=isinstance(crew, Alone)):
            yield from writer.write(batch)
            counted.count(batch)


def cores() -> int:
    """The processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not told by every system
        return os.cpu_count() or 1


def _crew(work: Work, jobs: int, coming: Listing, bounds: Bounds) -> Crew | Alone:
    few = coming.count is not None and coming.count <= FEW
    if not jobs and few and (coming.size or 0) <= SMALL:
        return Alone(work)
    return Crew(work, jobs=jobs or cores(), bounds=bounds)


def _bounds(how: How) -> Bounds:
    """A document's own clock comes first; what does not hear it is ended with its process."""
    return Bounds(seconds=how.seconds + 2, waiting=BOUNDS.waiting)


def _batches(results: Iterator[Result | None], *, at_once: bool) -> Iterator[list[Result]]:
    """Results in batches, each for one transaction; with `at_once` each for itself."""
    batch: list[Result] = []
    size, since = 0, 0.0
    for one in results:
        if one is not None:
            since = since if batch else time.monotonic()
            batch.append(one)
            size += one[0].size if one[1] is END else 0
        waited = time.monotonic() - since
        # Rather with the end of an entry than before it: then the journal has it too.
        whole = bool(batch) and batch[-1][1] is END
        full = (size >= _BYTES or waited > _SECONDS) and (whole or waited > _LATE)
        ripe = not whole if at_once else full
        if batch and (ripe or len(batch) >= 2 * _BATCH):
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Counted:
    """Counts how far it is, and tells."""

    def __init__(self, coming: Listing, tell: Callable[[Going], None] | None) -> None:
        self._tell = tell
        self._going = Going(of_files=coming.count, of_bytes=coming.size)

    def count(self, batch: list[Result]) -> None:
        """So much more is done."""
        if self._tell is None:
            return
        going, within = self._going, 0
        for piece, result in batch:
            within = piece.passed
            if piece.found is None and result is END:
                size, within = max(piece.file.size, 0), 0
                going = replace(
                    going,
                    files=going.files + 1,
                    bytes=going.bytes + size,
                    skipped=going.skipped + piece.noted,
                    skipped_bytes=going.skipped_bytes + size * piece.noted,
                )
        self._going = going
        self._tell(replace(going, bytes=going.bytes + within))
