"""WARC (ISO 28500), read with FastWARC, its members packed one by one or not."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import MissingLibraryError
from onrecord.model import Failure
from onrecord.unpacking.entries import BrokenError, Found, Guard
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.packings import file_of
from onrecord.unpacking.segments import MOST_FAULTS, Segment
from onrecord.unpacking.streams import MOST, chunks_of
from onrecord.unpacking.web_records import Record, unpack_record

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord


@dataclass(slots=True)
class _Read:
    """How far a segment was read.

    `good` is the byte of it up to which it is known to be good, `fault` what is wrong there;
    `told` says that a record's own failure has said it.
    """

    good: int = 0
    fault: str = ""
    told: bool = False


def unpack_warc(origin: Origin) -> Iterator[Found]:
    """The pages of the records, in their order; see `unpack_record`.

    Behind a damaged place the next record is looked for; the failure says at which byte the place
    is. Of packings other than gz nothing is read behind one.
    """
    if not origin.size:
        raise BrokenError("empty")
    guard = Guard(origin.limits)
    start = 0
    for _ in range(MOST_FAULTS):
        segment, read = Segment(origin, start, guard), _Read()
        yield from _records(segment, origin, guard, read)
        if not read.fault:
            return
        if not read.told:
            yield Failure(origin.path, read.fault)
        following = None if guard.spent else segment.next(read.good)
        if following is None:
            return
        start = following
    yield Failure(origin.path, f"byte {start:,}: too much before it is damaged; not read further")


def _records(segment: Segment, origin: Origin, guard: Guard, read: _Read) -> Iterator[Found]:
    """The pages of one segment, to its end or to the first place that is no good."""
    archive = _opened(segment)
    while record := _next(archive, segment, read):
        at, size = record.stream_pos, _size(record)
        place = segment.place(at)
        if size is None:
            read.good, read.fault = at + 1, f"{place}: a record without a length"
            return
        block = _block(record, size, read)
        yield from unpack_record(_record(record, place, block), origin, guard)
        read.good = at + size
        try:
            deque(block, maxlen=0)  # what nobody asked for is looked at too
        except BrokenError as fault:
            read.fault, read.told = f"{place}: {fault}", False
            return


def _next(archive: ArchiveIterator, segment: Segment, read: _Read) -> WarcRecord | None:
    """The next record; None at the end, and where none can be read, which is the fault then."""
    try:
        record = next(archive, None)
    except BrokenError as fault:
        read.fault = str(fault)
        return None
    except OSError as fault:
        words = " ".join(str(fault).split())[:100]
        read.fault = (
            f"byte {segment.byte(read.good):,} or behind it: no record can be read: {words}"
        )
        if not read.good and not segment.start:
            read.fault = "not a WARC file, or damaged from its first byte"
        return None
    return record


def _opened(segment: Segment) -> ArchiveIterator:
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise MissingLibraryError.of(error.name, "archives") from None
    stream = file_of(chunks_of(segment.stream))
    return ArchiveIterator(stream, parse_http=False, stream_detect=False)


def _size(record: WarcRecord) -> int | None:
    told = record.headers.get("Content-Length") or ""
    return int(told) if told.isdecimal() and len(told) < 16 else None


def _block(record: WarcRecord, size: int, read: _Read) -> Iterator[bytes]:
    """The bytes of a record, `BrokenError` where there are fewer than it says."""
    left = size
    while left and record.reader is not None:
        try:
            piece = record.reader.read(min(left, MOST))
            if not piece:
                raise BrokenError(f"cut off: {left:,} of {size:,} bytes are missing")
        except BrokenError:
            read.told = True
            raise
        except OSError as fault:
            raise BrokenError(" ".join(str(fault).split())[:100]) from None
        left -= len(piece)
        yield piece


def _record(record: WarcRecord, place: str, block: Iterator[bytes]) -> Record:
    def told(name: str) -> str:
        return (record.headers.get(name) or "").strip()

    return Record(
        kind=told("WARC-Type").lower(),
        uri=told("WARC-Target-URI").removeprefix("<").removesuffix(">"),
        id=told("WARC-Record-ID").removeprefix("<").removesuffix(">"),
        type=told("Content-Type"),
        place=place,
        block=block,
        truncated=told("WARC-Truncated"),
    )
