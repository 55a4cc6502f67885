"""The tail: the latest few passages, in a log that grows by one record each time some are taken.

Documents that come one by one would make a segment each. Their words go to the end of one file
instead, 4 bytes a word, until there are enough for a segment. A record is all that one call of
`take` left over: how many passages and words, a CRC-32, then the numbers, the counts of words and
the hashes. One that is cut or broken, as by a kill in the middle, ends the tail: it was never
acknowledged.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.index.keys import Hashes
from onrecord.index.segments import damaged

MOST = 1 << 16  # words; beyond that it becomes a segment
_HEADER = struct.Struct("<QQI")


@dataclass(frozen=True, slots=True)
class Gathered:
    """Passages on their way into a segment: their numbers, counts of words, and word hashes."""

    numbers: NDArray[np.int64]
    counts: NDArray[np.int64]
    hashes: Hashes

    @property
    def words(self) -> int:
        """How many words these have."""
        return len(self.hashes)


NOTHING = Gathered(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint32))


def joined(parts: list[Gathered]) -> Gathered:
    """Several as one, in order."""
    if len(parts) == 1:
        return parts[0]
    return Gathered(
        np.concatenate([NOTHING.numbers, *(part.numbers for part in parts)]),
        np.concatenate([NOTHING.counts, *(part.counts for part in parts)]),
        np.concatenate([NOTHING.hashes, *(part.hashes for part in parts)]),
    )


@dataclass(frozen=True, slots=True)
class Tail:
    """What the file `path` held when it was read, and how many of its bytes are whole records."""

    path: Path
    held: Gathered = NOTHING
    end: int = 0


def read_tail(path: Path, before: Tail | None = None) -> Tail:
    """The tail now; no file is an empty one. What was read `before` is not read again."""
    known = before if before is not None and before.path == path else Tail(path)
    try:
        with path.open("rb") as file:
            file.seek(known.end)
            data = file.read()
    except FileNotFoundError:
        return Tail(path)
    except OSError as error:
        raise damaged(path, error.strerror or str(error)) from None
    parts, end = [known.held], 0
    for part, stop in _records(data):
        parts.append(part)
        end = stop
    return Tail(path, joined(parts), known.end + end) if end else known


def _records(data: bytes) -> Iterator[tuple[Gathered, int]]:
    at = 0
    while at + _HEADER.size <= len(data):
        passages, words, crc = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size
        at = start + 12 * passages + 4 * words
        if at > len(data) or zlib.crc32(data[start:at], passages) != crc:
            return
        numbers = np.frombuffer(data, "<i8", passages, start)
        counts = np.frombuffer(data, "<u4", passages, start + 8 * passages).astype(np.int64)
        hashes = np.frombuffer(data, "<u4", words, start + 12 * passages)
        if int(counts.sum()) != words:
            return
        yield Gathered(numbers, counts, hashes), at


def append_to_tail(tail: Tail, gathered: Gathered) -> None:
    """Write one record behind the whole ones, and see it on the disk."""
    body = b"".join(
        (
            gathered.numbers.astype("<i8").tobytes(),
            gathered.counts.astype("<u4").tobytes(),
            gathered.hashes.astype("<u4").tobytes(),
        )
    )
    passages = len(gathered.numbers)
    head = _HEADER.pack(passages, gathered.words, zlib.crc32(body, passages))
    with tail.path.open("ab") as file:
        file.truncate(tail.end)
        file.write(head + body)
        file.flush()
        os.fsync(file.fileno())
