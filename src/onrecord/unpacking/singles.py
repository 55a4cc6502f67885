"""One thing that is no container: a page, a text, a table of turns; packed or not."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Failure
from onrecord.unpacking.entries import Entry, Found, Limits, TrailingError
from onrecord.unpacking.source import Source
from onrecord.unpacking.streams import Stream


def unpack_single(source: Source) -> Iterator[Found]:
    """The file as one entry; what is larger than allowed, or packed and not whole, is a failure."""
    if not source.packing and source.size > source.limits.entry:
        yield Failure(source.path, source.limits.too_large(source.size))
        return
    stream = source.stream()
    data = whole(stream, source.limits)
    if data is None:
        yield Failure(source.path, source.limits.too_large())
        return
    if isinstance(stream.fault, TrailingError):
        source.tally.add(str(stream.fault), source.path)
    yield Entry(data, source.path)


def whole(stream: Stream, limits: Limits) -> bytes | None:
    """All that a stream has left; None where that is more than one entry may have.

    What follows after packed data that is whole is left out, and `stream.fault` says so.
    """
    data = bytearray()
    try:
        while piece := stream.some():
            data += piece
            if len(data) > limits.entry:
                return None
    except TrailingError:
        pass
    return bytes(data)
