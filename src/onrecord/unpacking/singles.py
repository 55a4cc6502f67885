"""One thing that is no container: a page, a text, a table of turns; packed or not."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Failure
from onrecord.unpacking.entries import Entry, Found, Limits, TrailingError
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.streams import Stream


def unpack_single(origin: Origin) -> Iterator[Found]:
    """The file as one entry; what is larger than allowed, or packed and not whole, is a failure."""
    if not origin.packing and origin.size > origin.limits.entry:
        yield Failure(origin.path, origin.limits.too_large(origin.size))
        return
    stream = origin.stream()
    data = whole(stream, origin.limits)
    if data is None:
        yield Failure(origin.path, origin.limits.too_large())
        return
    if isinstance(stream.fault, TrailingError):
        origin.tally.add(str(stream.fault), origin.path)
    yield Entry(data, origin.path)


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
