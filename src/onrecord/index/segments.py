"""A segment: some passages in one file that never changes, mapped into memory.

    header    "ORPASSG1", words and passages as unsigned 64-bit numbers
    keys      8 bytes a word, sorted (keys.py)
    tokens    2 bytes a word, in order: the lowest 16 bits of its hash
    firsts    4 bytes a passage and one more: the place of its first word; last, the number of words
    numbers   8 bytes a passage, rising

All little-endian, each part on a multiple of 8 bytes.
"""

from __future__ import annotations

import mmap
import os
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import DamagedIndexError
from onrecord.index.keys import MOST_WORDS, Hashes, Keys, sorted_keys

_HEADER = struct.Struct("<8sQQ")
_MAGIC = b"ORPASSG1"

Tokens = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Segment:
    """Passages whose words stand one after another; `firsts` has one entry more than `numbers`.

    `dead` tells which passages were forgotten, None where none was.
    """

    keys: Keys
    tokens: Tokens
    firsts: NDArray[np.uint32]
    numbers: NDArray[np.int64]
    dead: NDArray[np.bool_] | None = None
    path: Path | None = None

    @property
    def words(self) -> int:
        """How many words it has, forgotten ones too."""
        return len(self.tokens)

    @property
    def passages(self) -> int:
        """How many passages it has, forgotten ones too."""
        return len(self.numbers)

    @property
    def living_passages(self) -> int:
        """How many passages it has that were not forgotten."""
        return self.passages - (0 if self.dead is None else int(self.dead.sum()))

    @property
    def living_words(self) -> int:
        """How many words these have."""
        if self.dead is None:
            return self.words
        return int(np.diff(self.firsts.astype(np.int64))[~self.dead].sum())


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a segment's file begin, and where it ends, in bytes."""

    words: int
    passages: int

    @property
    def keys(self) -> int:
        """Of the sorted keys."""
        return _HEADER.size

    @property
    def tokens(self) -> int:
        """Of the tokens."""
        return self.keys + 8 * self.words

    @property
    def firsts(self) -> int:
        """Of the places of first words."""
        return self.tokens + _padded(2 * self.words)

    @property
    def numbers(self) -> int:
        """Of the passage numbers."""
        return self.firsts + _padded(4 * (self.passages + 1))

    @property
    def end(self) -> int:
        """Of the file."""
        return self.numbers + 8 * self.passages


def _padded(size: int) -> int:
    return -(-size // 8) * 8


def segment_of(
    hashes: Hashes,
    counts: NDArray[np.int64],
    numbers: NDArray[np.int64],
    *,
    path: Path | None = None,
) -> Segment:
    """A segment in memory, of the word hashes of passages one after another."""
    if len(hashes) > MOST_WORDS:
        raise ValueError(f"{len(hashes)} words in one segment; {MOST_WORDS} are the most")
    firsts = np.zeros(len(counts) + 1, np.uint32)
    np.cumsum(counts, out=firsts[1:])
    tokens = hashes.astype(np.uint16)
    return Segment(sorted_keys(hashes), tokens, firsts, numbers.astype(np.int64), path=path)


def write_segment(segment: Segment, path: Path) -> None:
    """Write a segment to a new file and see it on the disk."""
    layout = Layout(segment.words, segment.passages)
    with path.open("wb") as file:
        write_header(file, layout)
        for at, part in (
            (layout.keys, segment.keys),
            (layout.tokens, segment.tokens),
            (layout.firsts, segment.firsts),
            (layout.numbers, segment.numbers),
        ):
            write_at(file, at, [part])
        finish(file, layout)


def write_header(file: BinaryIO, layout: Layout) -> None:
    """The first bytes of a segment's file."""
    file.write(_HEADER.pack(_MAGIC, layout.words, layout.passages))


def write_at(file: BinaryIO, at: int, arrays: Iterable[NDArray[np.generic]]) -> None:
    """Arrays one after another, from byte `at` on."""
    file.seek(at)
    for array in arrays:
        little = array.astype(array.dtype.newbyteorder("<"), copy=False)
        file.write(np.ascontiguousarray(little).data)


def finish(file: BinaryIO, layout: Layout) -> None:
    """Bring a segment's file to its length and see it on the disk."""
    file.truncate(layout.end)
    file.flush()
    os.fsync(file.fileno())


def read_layout(path: Path) -> Layout:
    """What a segment's header says; `DamagedIndexError` where it is none or the file is cut."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER.size)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise damaged(path, error.strerror or str(error)) from None
    if len(head) < _HEADER.size or not head.startswith(_MAGIC):
        raise damaged(path, "no segment of a passage index")
    layout = Layout(*_HEADER.unpack(head)[1:])
    if layout.end != size:
        raise damaged(path, f"{size} bytes where {layout.end} should be")
    return layout


def open_segment(path: Path) -> Segment:
    """Map a segment's file into memory; nothing of it is read before it is asked for."""
    layout = read_layout(path)
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def part(dtype: str, at: int, count: int) -> NDArray[np.generic]:
        return np.frombuffer(mapped, dtype, count, at)

    return Segment(
        keys=part("<u8", layout.keys, layout.words),  # type: ignore[arg-type]
        tokens=part("<u2", layout.tokens, layout.words),  # type: ignore[arg-type]
        firsts=part("<u4", layout.firsts, layout.passages + 1),  # type: ignore[arg-type]
        numbers=part("<i8", layout.numbers, layout.passages),  # type: ignore[arg-type]
        path=path,
    )


def damaged(path: Path, why: str) -> DamagedIndexError:
    """The error of a folder that cannot be used as it is."""
    return DamagedIndexError(f"{path}: {why}; make the index again with `onrecord reindex`")
