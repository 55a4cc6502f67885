"""Archives of the web as bytes in a row, begun anew behind what is damaged."""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Iterator
from typing import IO

from onrecord.unpacking.entries import BrokenError, Guard
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.packings import unpacked
from onrecord.unpacking.streams import STEP, Stream, pieces_of

_GZIP = b"\x1f\x8b\x08"
_WARC = re.compile(rb"(?:\A|(?<=\n))WARC/[01]\.\d")
_RECORD = re.compile(rb"\s{0,8}(?:WARC/[01]\.\d|[A-Za-z][A-Za-z0-9+.-]{0,30}:\S)")
_PROBE = 512
_WINDOW = 1 << 20
_BACK = 1 << 16
"""Packed bytes before a fault in which the next record is looked for: where it shows, and no
further back, since each look behind a fault costs as much."""
MOST_FAULTS = 1000
"""Damaged places of one file after which it is left."""


class Segment:
    """A stretch of an archive that can be read in a row, from byte `start` of its file.

    Of packed files a segment goes on from one packed member to the next, since records may.
    """

    def __init__(self, origin: Origin, start: int, guard: Guard) -> None:
        self._file, self.start = origin.file, start
        self._packing = origin.packing
        self._marks = deque([(0, start)])
        self._begun = start
        self._guard = guard
        origin.file.seek(start)
        chunks = pieces_of(origin.file)
        if self._packing == "gz":
            self.stream = Stream(self._members())
        else:
            self.stream = Stream(unpacked(self._packing, chunks, guard))

    def byte(self, at: int) -> int:
        """The byte of the file at which the packed member begins that holds byte `at` of these.

        Asked in ascending order, so that no more is kept than has been read ahead.
        """
        if not self._packing:
            return self.start + at
        while len(self._marks) > 1 and self._marks[1][0] <= at:
            self._marks.popleft()
        return self._marks[0][1]

    def place(self, at: int) -> str:
        """The same in words, and how far behind that byte where that is not all."""
        byte = self.byte(at)
        within = at - self._marks[0][0] if self._packing else 0
        return f"byte {byte}, {within} within" if within else f"byte {byte}"

    def next(self, at: int) -> int | None:
        """Where in the file the next record may begin, byte `at` of these being no good.

        None where there is none, or nobody can tell.
        """
        if self.stream.fault is not None and self._packing == "gz":
            return _next_member(self._file, max(self._begun + 1, self._file.tell() - _BACK))
        if self._packing == "gz":
            return _next_member(self._file, self.byte(at) + 1)
        return None if self._packing else _next_warc(self._file, self.start + at)

    def _members(self) -> Iterator[bytes]:
        """What the packed members hold, in a row; each begins at a known byte."""
        at, given = self.start, 0
        while True:
            self._file.seek(at)
            begins = self._file.read(2)
            if not begins:
                return
            if begins != _GZIP[:2]:
                if not _rest_is_padding(self._file, at):
                    raise BrokenError(f"byte {at:,}: not gz data")
                return
            self._mark(given, at)
            self._begun = at
            member = zlib.decompressobj(31)
            for piece in self._pieces(member, at):
                given += len(piece)
                yield piece
            at = self._file.tell() - len(member.unused_data)

    def _mark(self, given: int, at: int) -> None:
        """Remember where a member begins, and forget those that nobody will ask for."""
        marks = self._marks
        if marks[-1][0] == given:
            marks.pop()
        marks.append((given, at))
        while len(marks) > 1 and marks[1][0] <= self.stream.at - _WINDOW:
            marks.popleft()

    def _pieces(self, member: zlib._Decompress, at: int) -> Iterator[bytes]:
        self._file.seek(at)
        taken = 0
        while not member.eof:
            chunk = self._file.read(STEP // 4)
            if not chunk:
                raise BrokenError(f"byte {at:,}: cut off: the gz data is not whole")
            taken += len(chunk)
            self._guard.took(len(chunk))
            yield from self._inflated(member, chunk, at)
        self._guard.took(-len(member.unused_data))

    def _inflated(self, member: zlib._Decompress, chunk: bytes, at: int) -> Iterator[bytes]:
        while chunk and not member.eof:
            try:
                piece = member.decompress(chunk, STEP * 4)
            except zlib.error as fault:
                words = " ".join(str(fault).split())[:100]
                raise BrokenError(f"byte {at:,}: damaged gz data: {words}") from None
            chunk = member.unconsumed_tail
            self._guard.gave(len(piece))
            if piece:
                yield piece


def _rest_is_padding(file: IO[bytes], at: int) -> bool:
    file.seek(at)
    return not any(chunk.strip(b"\0") for chunk in pieces_of(file))


def _next_warc(file: IO[bytes], at: int) -> int | None:
    """Where the next line begins that begins a record of WARC."""
    file.seek(at)
    held = b""
    while chunk := file.read(_WINDOW):
        held += chunk
        found = _WARC.search(held)
        if found and found.start() + at:
            return at + found.start()
        at += max(0, len(held) - 16)
        held = held[-16:]
    return None


def _next_member(file: IO[bytes], at: int) -> int | None:
    """Where the next packed member begins whose first bytes begin a record."""
    file.seek(at)
    held = b""
    tried = 0
    while chunk := file.read(_WINDOW):
        held += chunk
        place = held.find(_GZIP)
        while place >= 0:
            if _begins_record(file, at + place):
                return at + place
            tried += 1
            if tried > MOST_FAULTS:
                return None
            place = held.find(_GZIP, place + 1)
        at += max(0, len(held) - 2)
        held = held[-2:]
        file.seek(at + len(held))
    return None


def _begins_record(file: IO[bytes], at: int) -> bool:
    file.seek(at)
    try:
        head = zlib.decompressobj(31).decompress(file.read(_PROBE), _PROBE)
    except zlib.error:
        return False
    return bool(_RECORD.match(head))
