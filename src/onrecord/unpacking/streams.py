"""Bytes in a row, however they are packed, a little at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from onrecord.unpacking.entries import BrokenError, Guard

STEP = 1 << 16
"""Packed bytes that are taken at once."""
MOST = 1 << 18
"""Bytes that are given at once."""


class Stream:
    """Bytes to be read in order; `at` counts those that were given out.

    What breaks while it is read is a `BrokenError`, from then on each time.
    """

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._held = b""
        self._from = 0
        self.at = 0
        self.fault: BrokenError | None = None

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end only."""
        pieces, missing = [], size
        while missing > 0 and (piece := self.some(missing)):
            pieces.append(piece)
            missing -= len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def some(self, most: int = MOST) -> bytes:
        """A few bytes, at most so many; none at the end."""
        self._fill()
        piece = self._held[self._from : self._from + most]
        self._from += len(piece)
        self.at += len(piece)
        return piece

    def peek(self, size: int) -> bytes:
        """The next bytes, so many, which are still to be read; fewer at the end only."""
        piece = self.read(size)
        self._held, self._from = piece + self._held[self._from :], 0
        self.at -= len(piece)
        return piece

    def skip(self, size: int) -> int:
        """Pass over so many bytes; how many there were."""
        left = size
        while left > 0 and (piece := self.some(min(left, MOST))):
            left -= len(piece)
        return size - left

    def line(self, most: int) -> bytes | None:
        """The bytes to the next line feed, that included; None for more than `most` of them.

        Of a line that is longer nothing is kept, and the next begins after it.
        """
        pieces: list[bytes] = []
        size = 0
        while True:
            self._fill()
            end = self._held.find(b"\n", self._from, self._from + MOST)
            piece = self.some(MOST if end < 0 else end + 1 - self._from)
            size += len(piece)
            if size > most:
                pieces.clear()
            else:
                pieces.append(piece)
            if end >= 0 or not piece:
                return b"".join(pieces) if size <= most else None

    def _fill(self) -> None:
        """Have something to give, unless this is the end."""
        while self._from >= len(self._held):
            if self.fault is not None:
                raise self.fault.anew()
            try:
                self._held, self._from = next(self._chunks), 0
            except StopIteration:
                return
            except BrokenError as fault:
                self.fault = fault.anew()
                raise


def chunks_of(stream: Stream) -> Iterator[bytes]:
    """All that a stream has left, in pieces."""
    while piece := stream.some():
        yield piece


def part(stream: Stream, size: int) -> Iterator[bytes]:
    """The next bytes of a stream, in pieces; `BrokenError` where it ends before."""
    left = size
    while left > 0:
        piece = stream.some(min(left, MOST))
        if not piece:
            stream.fault = BrokenError(f"cut off: {left:,} of {size:,} bytes are missing")
            raise stream.fault.anew()
        left -= len(piece)
        yield piece


def pieces_of(file: IO[bytes], guard: Guard | None = None) -> Iterator[bytes]:
    """What stands in an open file, to its end."""
    while chunk := file.read(STEP):
        if guard is not None:
            guard.took(len(chunk))
        yield chunk


def pieces_between(file: IO[bytes], start: int, size: int) -> Iterator[bytes]:
    """So many bytes of an open file from a place on, wherever it is read otherwise meanwhile."""
    at, end = start, start + size
    while at < end:
        file.seek(at)
        chunk = file.read(min(STEP, end - at))
        if not chunk:
            return
        at += len(chunk)
        yield chunk
