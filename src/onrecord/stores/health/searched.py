"""The passage index has every passage that is searched, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import DamagedIndexError
from onrecord.index import (
    PassageIndex,
    Segment,
    examine_segments,
    has_index,
    living_numbers,
    open_index,
    strangers,
)
from onrecord.stores._health import Check, Progress, Remedy, holds, wrong
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.indexing import Gone

NAME = "passage index"
_AT_ONCE = 500  # texts that are asked for at once
Numbers = NDArray[np.int64]


def check_index(
    connection: Connection, folder: Path, gone: Gone, progress: Progress | None = None
) -> Check:
    """Whether every passage that is searched can be found, or will be by whoever looks next.

    Whether nothing else is held, and the words of each are those of its text. The connection may
    be in no transaction.
    """
    if not has_index(folder) and not (folder.is_dir() and strangers(folder)):
        return _absent(connection)
    try:
        index = open_index(folder, create=False)
        with _one_moment(connection, index) as (segments, covered):
            held = _Held(segments, covered, np.array(gone.untold(index), np.int64))
            return _compared(connection, held) or _words(connection, held, progress)
    except (DamagedIndexError, IndexError) as error:
        return wrong(NAME, "the passage index is damaged", [str(error)], remedy=Remedy.INDEX)


@dataclass(frozen=True, slots=True)
class _Held:
    """What the index holds, and the numbers of passages that are gone and it was not told of."""

    segments: Sequence[Segment]
    covered: int
    untold: Numbers


@contextmanager
def _one_moment(connection: Connection, index: PassageIndex) -> Iterator[tuple[list[Segment], int]]:
    """The index and the tables of one moment: nobody tells the index between one and the other."""
    with ExitStack() as stack:
        with suppress(OSError):  # where its lock cannot be written, neither can the index
            stack.enter_context(index.alone())
        connection.begin(writing=False)
        connection.execute("SELECT last_passage FROM numbered").fetchone()
        segments, covered = index.held(), index.covered
    try:
        yield segments, covered
    finally:
        connection.rollback()


def _absent(connection: Connection) -> Check:
    count = len(_searched(connection))
    if count == 0:
        return holds(NAME, "no passage is held, and none is indexed")
    told = f"there is none; whoever looks something up next makes it of {count:,} passages"
    return holds(NAME, told)


def _searched(connection: Connection) -> Numbers:
    """The numbers of the passages that are searched, in order."""
    rows = connection.execute("SELECT number FROM passages WHERE searched = 1 ORDER BY number")
    return np.fromiter((row[0] for row in rows), np.int64)


def _compared(connection: Connection, index: _Held) -> Check | None:
    """A check that does not hold, where the numbers held are not those to be held."""
    last = connection.execute("SELECT last_passage FROM numbered").fetchone()[0]
    covered = index.covered
    if covered > last:
        told = f"the index knows passages up to {covered:,}, the database up to {last:,}"
        return wrong(NAME, f"{told}: it is another database's", [], remedy=Remedy.INDEX)
    held, wanted = living_numbers(index.segments), _searched(connection)
    missing = np.setdiff1d(wanted[wanted <= covered], held)
    extra = np.setdiff1d(np.setdiff1d(held, wanted), index.untold)
    twice = held[1:][held[1:] == held[:-1]]
    found = [f"passage {n} cannot be found" for n in missing.tolist()]
    found += [f"passage {n} is found and not held" for n in extra.tolist()]
    found += [f"passage {n} is held twice" for n in twice.tolist()]
    if found:
        return wrong(
            NAME, f"{len(found):,} passages are not indexed as held", found, remedy=Remedy.INDEX
        )
    return None


def _words(connection: Connection, index: _Held, progress: Progress | None) -> Check:
    """Whether the words are right, of an index whose numbers are."""
    wanted = _searched(connection)
    found = examine_segments(
        index.segments, _texts(connection), known=wanted, progress=_counted(progress, len(wanted))
    )
    if found:
        told = f"{len(found):,} things are indexed by words that are not theirs"
        return wrong(NAME, told, found, remedy=Remedy.INDEX)
    late = int((wanted > index.covered).sum()) + len(index.untold)
    words = sum(one.living_words for one in index.segments)
    told = f"{len(wanted):,} passages are searched, {words:,} words indexed, each its own"
    return holds(NAME, f"{told}; it is told of {late:,} changes next" if late else told)


def _texts(connection: Connection) -> Callable[[Sequence[int]], list[str]]:
    def texts(numbers: Sequence[int]) -> list[str]:
        held: dict[int, str] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            which, some = connection.among(numbers[start : start + _AT_ONCE])
            rows = connection.execute(
                f"SELECT number, text FROM passages WHERE number {which}", (some,)
            )
            held |= {row[0]: row[1] for row in rows.fetchall()}
        return [held[number] for number in numbers]

    return texts


def _counted(progress: Progress | None, total: int) -> Callable[[int], None]:
    done = 0

    def more(count: int) -> None:
        nonlocal done
        done += count
        if progress:
            progress(done, total)

    return more
