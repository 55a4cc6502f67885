"""The directory of a zip, read a little at a time."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from onrecord.unpacking.entries import BrokenError

_END = struct.Struct("<4sHHHHLLH")
_END_64 = struct.Struct("<4sQHHLLQQQQ")
_LOCATOR_64 = struct.Struct("<4sLQL")
_LISTED = struct.Struct("<4sBBBBHHHHLLLHHHHHLL")
_LONGEST_COMMENT = 0xFFFF
_WINDOW = 1 << 20
_LONGEST_LISTED = _LISTED.size + 3 * 0xFFFF
_UTF_8 = 0x800
_WIDE, _WIDE_SHORT = 0xFFFFFFFF, 0xFFFF


@dataclass(frozen=True, slots=True)
class Listed:
    """A member as the directory has it; `name` is bytes where they are said to be UTF-8."""

    raw_name: bytes
    name: bytes | str
    flags: int
    method: int
    check: int
    packed: int
    size: int
    attributes: int
    offset: int


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the directory stands in its file; `shift` is what stands before the zip itself."""

    file: IO[bytes]
    start: int
    size: int
    shift: int

    def listed(self) -> Iterator[Listed]:
        """The members one after the other; `BrokenError` where the directory is damaged."""
        held, place = b"", 0
        at, end = self.start, self.start + self.size
        while place < len(held) or at < end:
            if len(held) - place < _LONGEST_LISTED and at < end:
                self.file.seek(at)
                more = self.file.read(min(_WINDOW, end - at))
                if not more:
                    raise BrokenError("cut off within its directory")
                held, place = held[place:] + more, 0
                at += len(more)
            one, used = self._one(held, place)
            yield one
            place += used

    def _one(self, held: bytes, place: int) -> tuple[Listed, int]:
        if len(held) - place < _LISTED.size:
            raise BrokenError("damaged directory: it ends within a member")
        fields = _LISTED.unpack_from(held, place)
        flags, method, check, packed, size = fields[5], fields[6], *fields[9:12]
        names, extras, comments = fields[12:15]
        used = _LISTED.size + names + extras + comments
        if fields[0] != b"PK\x01\x02" or place + used > len(held):
            raise BrokenError("damaged directory: a member that cannot be read")
        at = place + _LISTED.size
        raw, extra = held[at : at + names], held[at + names : at + names + extras]
        size, packed, offset = _widened(extra, [size, packed, fields[18]])
        name = raw if flags & _UTF_8 else raw.decode("cp437")
        offset += self.shift
        if offset >= self.start:
            raise BrokenError("damaged directory: it leads beyond the members")
        return Listed(raw, name, flags, method, check, packed, size, fields[17], offset), used


def _widened(extra: bytes, values: list[int]) -> list[int]:
    """Size, packed size and offset, from the extra field of zip64 where they do not fit."""
    if _WIDE not in values:
        return values
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == 1:
            field = extra[at + 4 : at + 4 + length]
            wide = [int.from_bytes(field[n : n + 8], "little") for n in range(0, len(field), 8)]
            return [wide.pop(0) if one == _WIDE and wide else one for one in values]
        at += 4 + length
    return values


def directory_of(file: IO[bytes], size: int) -> Directory:
    """Where the directory of a zip stands, by the words at its end; `BrokenError` for none."""
    file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if size == 0:
        raise BrokenError("empty")
    if at < 0 or len(tail) - at < _END.size:
        raise BrokenError("not a zip file, or cut off: it has no directory at its end")
    _, disk, first, _, count, length, offset, _ = _END.unpack_from(tail, at)
    end = size - len(tail) + at
    if _WIDE in (length, offset) or count == _WIDE_SHORT:
        end, length, offset, disk = _end_64(file, end) or (end, length, offset, disk)
    if disk or first not in (0, _WIDE_SHORT):
        raise BrokenError("a part of a zip that was split, which is not read")
    start = end - length
    if start < 0 or offset > start:
        raise BrokenError("damaged: its directory is not where it says")
    return Directory(file, start, length, start - offset)


def _end_64(file: IO[bytes], end: int) -> tuple[int, int, int, int] | None:
    """The same of zip64: where its own end stands, the directory's length, offset, disk."""
    if end < _LOCATOR_64.size:
        return None
    file.seek(end - _LOCATOR_64.size)
    magic, _, at, _ = _LOCATOR_64.unpack(file.read(_LOCATOR_64.size))
    if magic != b"PK\x06\x07":
        return None
    # What stands before the zip moves it; it lies right before its locator, unless extended.
    for place in (at, end - _LOCATOR_64.size - _END_64.size):
        file.seek(min(place, end))
        head = file.read(_END_64.size)
        if len(head) == _END_64.size and head[:4] == b"PK\x06\x06":
            _, _, _, _, disk, _, _, _, length, offset = _END_64.unpack(head)
            return place, length, offset, disk
    raise BrokenError("damaged: its zip64 directory is not where it says")
