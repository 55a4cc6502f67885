"""Bodies as they were before they were packed for the way, no larger than allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from onrecord.errors import FetchError

_GZIP = 31  # zlib's word for a window of 32 KiB with the header and check sum of gzip
_STEP = 1 << 16


def unpacked(chunks: Iterable[bytes], encoding: str, *, most: int, cut: bool = False) -> bytes:
    """The body of these chunks, packed by `encoding` ("" or identity for not at all, or gzip).

    More than `most` bytes are a `FetchError`, told as soon as they would be more, so that no bomb
    ever unfolds; with `cut` what is beyond is left out. So is a body that ends before it is whole.
    """
    known = encoding.strip().lower()
    if known in ("", "identity"):
        return _gathered(chunks, most, cut=cut)
    if known in ("gzip", "x-gzip"):
        return _gathered(_gunzipped(chunks), most, cut=cut)
    raise FetchError(f"packed as {known[:40]}, which was not asked for")


def _gathered(chunks: Iterable[bytes], most: int, *, cut: bool) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > most:
            if cut:
                break
            raise FetchError(f"larger than the maximum of {most:,} bytes")
    return bytes(body[:most])


def _gunzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The contents in small steps; a file may be several packed ones in a row (RFC 1952, 2.2)."""
    member = zlib.decompressobj(_GZIP)
    begun = False
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                if member.eof:
                    if begun and not rest.startswith(b"\x1f"):
                        return  # what follows the last one is no part of it
                    member = zlib.decompressobj(_GZIP)
                begun = True
                yield member.decompress(rest, _STEP)
                rest = member.unused_data if member.eof else member.unconsumed_tail
    except zlib.error:
        raise FetchError("said to be packed as gzip, and is not") from None
    if begun:
        yield member.flush()
    if not member.eof:
        raise FetchError("cut off: the packed page is not whole")
