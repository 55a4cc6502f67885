"""Zip, with zip64 (PKWARE APPNOTE 6.3.10): the directory at its end, and what it leads to."""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from onrecord.model import Failure
from onrecord.unpacking.entries import BrokenError, Found, Guard, TrailingError
from onrecord.unpacking.members import HIDDEN, Member, unpack_member
from onrecord.unpacking.names import is_hidden, shown
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.packings import unpacked
from onrecord.unpacking.streams import pieces_between
from onrecord.unpacking.zip_directory import Directory, Listed, directory_of

Starts = np.ndarray[tuple[int], np.dtype[np.uint64]]
_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_METHODS = {0: "", 8: "deflate", 12: "bz2", 93: "zst"}
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class _Opened:
    """A zip, where each of its members begins at most, and what came out of it so far."""

    origin: Origin
    directory: Directory
    starts: Starts
    guard: Guard


def unpack_zip(origin: Origin) -> Iterator[Found]:
    """What the members hold, in the order of the directory; links are passed over.

    A member that is encrypted, damaged, packed by a method that is not read, or that shares bytes
    with another, is its own failure. The directory is never held whole: eight bytes a member are.
    """
    directory = directory_of(origin.file, origin.size)
    starts = np.fromiter((one.offset for one in directory.listed()), dtype=np.uint64)
    starts.sort()
    opened = _Opened(origin, directory, starts, Guard(origin.limits))
    for number, listed in enumerate(directory.listed(), start=1):
        yield from _member(opened, number, listed)
        if opened.guard.spent:
            yield Failure(origin.path, f"not read further than member {number}")
            return


def _member(opened: _Opened, number: int, listed: Listed) -> Iterator[Found]:
    origin = opened.origin
    path = origin.inside(shown(listed.name))
    text = listed.name if isinstance(listed.name, str) else listed.name.decode("utf-8", "replace")
    if text.endswith("/"):
        return
    mode = listed.attributes >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        origin.tally.add("a symbolic link" if stat.S_ISLNK(mode) else "a device", path)
    elif is_hidden(text):
        origin.tally.add(HIDDEN, path)
    else:
        member = Member(path, number, listed.size, origin.limits, opened.guard, origin.tally)
        try:
            start = _start(opened, listed)
        except BrokenError as fault:
            yield Failure(path, str(fault), member.record)
        else:
            yield from unpack_member(member, _checked(opened, listed, start))


def _start(opened: _Opened, listed: Listed) -> int:
    """Where a member's bytes begin; `BrokenError` where they cannot or must not be read."""
    if listed.flags & _ENCRYPTED:
        raise BrokenError("encrypted, which is not read")
    if listed.method not in _METHODS:
        raise BrokenError(f"packed by method {listed.method} of zip, which is not read")
    file = opened.origin.file
    file.seek(listed.offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
        raise BrokenError(f"byte {listed.offset:,}: no member begins there")
    *_, name_length, extra_length = _LOCAL.unpack(head)
    if file.read(name_length) != listed.raw_name:
        raise BrokenError("its own header names it otherwise than the directory does")
    start = int(listed.offset + _LOCAL.size + name_length + extra_length)
    if start + listed.packed > _limit(opened, listed.offset):
        raise BrokenError("shares bytes with another member, as bombs do")
    return start


def _limit(opened: _Opened, offset: int) -> int:
    """Where the next member begins, or the directory; the same place for two that are one."""
    at = int(np.searchsorted(opened.starts, np.uint64(offset), side="left"))
    following = opened.starts[at + 1 :]
    return int(following[0]) if len(following) else opened.directory.start


def _checked(opened: _Opened, listed: Listed, start: int) -> Iterator[bytes]:
    """What a member holds, no longer than it says, and with the check sum that it says."""
    packed = pieces_between(opened.origin.file, start, listed.packed)
    size = check = 0
    for piece in _untrailed(unpacked(_METHODS[listed.method], packed, opened.guard)):
        size += len(piece)
        check = zlib.crc32(piece, check)
        if size > listed.size:
            raise BrokenError(f"holds more than the {listed.size:,} bytes that it says")
        yield piece
    if size < listed.size:
        raise BrokenError(f"cut off: {listed.size - size:,} of {listed.size:,} bytes are missing")
    if check != listed.check:
        raise BrokenError("damaged: its check sum is another")


def _untrailed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same; what follows the packed bytes of a member is a fault here."""
    try:
        yield from pieces
    except TrailingError as fault:
        raise BrokenError(f"damaged: {fault}") from None
