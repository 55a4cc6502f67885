"""ARC, versions 1 and 2 (Internet Archive 1996): a line, what it says to be long, and again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Failure
from onrecord.unpacking.entries import BrokenError, Found, Guard
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.segments import MOST_FAULTS, Segment
from onrecord.unpacking.streams import Stream, part
from onrecord.unpacking.web_records import Record, unpack_record

_LONGEST_LINE = 1 << 16
_FIELDS = (5, 10)
"""How many fields a record's line has, by the version."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A record's line: its address, its media type, its length; None for one that is none."""

    uri: str
    type: str
    size: int | None


def unpack_arc(origin: Origin) -> Iterator[Found]:
    """The pages of the records, in their order; see `unpack_record`.

    A line that is no record's is a failure that says at which byte it is, and the next one that is
    goes on. Of damaged gz members the next whole one goes on.
    """
    if not origin.size:
        raise BrokenError("empty")
    guard = Guard(origin.limits)
    start = 0
    for _ in range(MOST_FAULTS):
        segment = Segment(origin, start, guard)
        try:
            yield from _records(segment, origin, guard)
        except BrokenError as fault:
            yield Failure(origin.path, str(fault))
        if segment.stream.fault is None or guard.spent:
            return
        following = segment.next(segment.stream.at)
        if following is None:
            return
        start = following
    yield Failure(origin.path, f"byte {start:,}: too much before it is damaged; not read further")


def _records(segment: Segment, origin: Origin, guard: Guard) -> Iterator[Found]:
    stream, fields, lost = segment.stream, _FIELDS[0], False
    while True:
        at = stream.at
        text = stream.line(_LONGEST_LINE)
        if text == b"":
            return
        place = segment.place(at)
        if text is None or text.strip():
            line = _read(text or b"", fields)
            if line is None or line.size is None:
                if not lost:
                    what = "a record without a length" if line else "no record of ARC"
                    yield Failure(origin.path, f"{place}: {what}")
                lost = True
                continue
            lost = False
            if line.uri.startswith("filedesc:"):
                fields = _pass_description(stream, line.size)
                continue
            yield from _page(segment, line, place, (origin, guard))
            if stream.fault is not None:
                return


def _page(
    segment: Segment, line: _Line, place: str, means: tuple[Origin, Guard]
) -> Iterator[Found]:
    end = segment.stream.at + (line.size or 0)
    block = part(segment.stream, line.size or 0)
    record = Record("response", line.uri, "", line.type, place, block)
    yield from unpack_record(record, *means)
    if segment.stream.fault is None:
        segment.stream.skip(end - segment.stream.at)


def _read(text: bytes, fields: int) -> _Line | None:
    """A record's line; its address may hold spaces, which those of crawlers now and then do."""
    pieces = text.decode("utf-8", "backslashreplace").strip().rsplit(" ", fields - 1)
    if len(pieces) < _FIELDS[0] or ":" not in pieces[0]:
        return None
    uri, _, date, media, *_, size = pieces
    if not date.isdecimal():
        return None
    known = int(size) if size.isdecimal() and len(size) < 16 else None
    return _Line(uri, media, known)


def _pass_description(stream: Stream, size: int) -> int:
    """Pass over what the archive says of itself: how many fields the lines of its records have."""
    text = stream.read(min(size, _LONGEST_LINE))
    stream.skip(size - len(text))
    return _FIELDS[1] if text.startswith(b"2") else _FIELDS[0]
