"""Files to what is to be taken in of them, without what was taken in before."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from onrecord.intake.analysing import Task
from onrecord.stores import Journal, TakenFile
from onrecord.unpacking import Entry, Found, Limits, unpack

LISTED = 20_000
"""Files that are looked at beforehand, to know how many bytes there are."""
_PACKED = re.compile(r"\.(gz|bz2|xz|zst|zip|parquet)\Z", re.IGNORECASE)
_BYTE = re.compile(r"byte (\d+)")


@dataclass(frozen=True, slots=True)
class File:
    """A file at a time: where it is, its size in bytes, when it changed (ns).

    `taken` are its first entries that were taken in before.
    """

    path: Path
    key: str
    size: int
    changed: int
    taken: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """The `number`th of the things found in a file, from 0; None at its end.

    `passed` is about how many bytes of the file lie before it. `last` is the last thing of a file,
    `noted` the end of a file that was wholly taken in before.
    """

    file: File
    number: int
    found: Found | None
    passed: int = 0
    last: bool = False
    noted: bool = False

    @property
    def task(self) -> Task | None:
        """What is to be analysed, if anything."""
        one = self.found
        if not isinstance(one, Entry):
            return None
        return Task(one.data, one.path, dict(one.given), one.form, one.charset, one.record)

    @property
    def size(self) -> int:
        """About how many bytes it has in memory."""
        return 1_000 + (len(self.found.data) if isinstance(self.found, Entry) else 0)

    @property
    def place(self) -> str:
        """What it is called within its file, if it has a name."""
        return self.found.place if isinstance(self.found, Entry) else ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Files to come; how many there are, and of how many bytes, None where that is not known."""

    files: Iterator[File]
    count: int | None
    size: int | None


def listed(paths: Iterable[Path]) -> Listing:
    """The files of these paths, looked at as far as there are not too many."""
    coming = map(_looked_at, paths)
    first = list(islice(coming, LISTED))
    if len(first) < LISTED:
        return Listing(iter(first), len(first), sum(max(file.size, 0) for file in first))
    return Listing(chain(first, coming), None, None)


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered of files: all of it, or what the journal does not have.

    `resume` leaves out what was taken in, as long as the file is the same; with `again` what failed
    is offered once more. `columns` are those of tables, by their roles.
    """

    limits: Limits
    resume: bool = False
    again: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)

    def pieces(self, files: Iterable[File], journal: Journal) -> Iterator[Piece]:
        """The pieces of each file in order, and its end."""
        for file in files:
            before = journal.taken(file.key) if self.resume and file.size >= 0 else None
            if before is None or (before.size, before.changed) != (file.size, file.changed):
                yield from self._all(file)
                continue
            failed = journal.failed_entries(file.key) if self.again else frozenset()
            if before.done and not failed:
                yield Piece(file, before.entries, None, file.size, noted=True)
            else:
                yield from self._rest(file, before, failed)

    def _all(self, file: File) -> Iterator[Piece]:
        piece, number = None, 0
        coming = unpack(file.path, limits=self.limits, columns=self.columns)
        for number, found in enumerate(coming, 1):
            passed = _passed(piece) if piece else 0
            if piece:
                yield piece
            piece = Piece(file, number - 1, found, passed)
        if piece:
            yield replace(piece, last=True)
        yield Piece(file, number, None, file.size)

    def _rest(self, file: File, before: TakenFile, failed: frozenset[int]) -> Iterator[Piece]:
        """What was not taken in, and what failed; all where the file is not the same inside."""
        last = -1 if before.done else before.entries - 1
        for piece in self._all(_taken(file, before)):
            if piece.number == last and piece.place != before.place:
                yield from self._all(file)
                return
            if piece.found is None or piece.number >= before.entries or piece.number in failed:
                yield piece


def _taken(file: File, before: TakenFile) -> File:
    return File(file.path, file.key, file.size, file.changed, before.entries)


def _looked_at(path: Path) -> File:
    """The file with its size, -1 where it cannot be looked at."""
    key = os.fsencode(path.absolute()).decode("utf-8", "backslashreplace")
    try:
        found = path.stat()
    except OSError:
        return File(path, key, -1, 0)
    return File(path, key, found.st_size, found.st_mtime_ns)


def _passed(piece: Piece) -> int:
    """How many bytes of its file lie behind a piece, as far as that can be told."""
    file, found = piece.file, piece.found
    if not isinstance(found, Entry):
        return piece.passed
    if place := _BYTE.match(found.place):
        return int(place[1])
    packed = _PACKED.search(file.path.name)
    return piece.passed if packed else min(piece.passed + len(found.data), file.size)
