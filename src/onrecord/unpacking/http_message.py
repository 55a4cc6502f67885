"""An HTTP answer as archives keep it (RFC 9112): its head, and its body as it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.errors import MissingLibraryError
from onrecord.unpacking.entries import BrokenError, Guard
from onrecord.unpacking.packings import counted, file_of, unpacked
from onrecord.unpacking.streams import STEP, Stream, chunks_of

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?:\D|\Z)")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?\r?\n", re.DOTALL)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_LONGEST_LINE, _LONGEST_VALUE, _MOST_LINES = 1 << 16, 1000, 1000


@dataclass(frozen=True, slots=True)
class Head:
    """The status of an answer, and its headers by their names in small letters."""

    status: int
    headers: Mapping[str, str]


def head_of(stream: Stream) -> Head:
    """The head with which an answer begins; `BrokenError` where it is none."""
    found = _STATUS.match(stream.line(_LONGEST_LINE) or b"")
    if not found:
        raise BrokenError("no HTTP answer in it: it does not begin with a status")
    headers: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        line = stream.line(_LONGEST_LINE)
        if line is not None and not line.strip():
            return Head(int(found[1]), headers)
        name, colon, value = (line or b"")[:_LONGEST_VALUE].decode("latin-1").partition(":")
        key, told = name.strip().lower(), value.strip()
        if colon:
            headers[key] = f"{headers[key]}, {told}" if key in headers else told
    raise BrokenError(f"an HTTP head of more than {_MOST_LINES:,} lines")


def media_of(content_type: str) -> tuple[str, str]:
    """The media type in small letters and the charset that a `Content-Type` names, "" for none."""
    charset = _CHARSET.search(content_type[:1000])
    return content_type.partition(";")[0].strip().lower()[:100], charset[1] if charset else ""


def body_of(stream: Stream, head: Head, guard: Guard) -> Stream:
    """What follows the head, no longer in chunks and no longer packed.

    A body that is not as its head says is taken as it is, where it can be seen at its first bytes:
    many crawlers keep bodies unpacked with the head of packed ones.
    """
    if "chunked" in head.headers.get("transfer-encoding", "").lower():
        stream = Stream(_unchunked(stream))
    packed = head.headers.get("content-encoding", "").lower().split(",")
    for name in reversed([one.strip() for one in packed if one.strip()]):
        stream = _unpacked(stream, name, guard)
    return stream


def _unpacked(stream: Stream, name: str, guard: Guard) -> Stream:
    begins = stream.peek(2)
    if name in ("identity", "none", "utf-8") or not begins:
        return stream
    if name in ("gzip", "x-gzip"):
        packed = begins == b"\x1f\x8b"
        return Stream(unpacked("gz", chunks_of(stream), guard)) if packed else stream
    if name == "deflate":
        wrapped = len(begins) == 2 and begins[0] & 15 == 8 and not int.from_bytes(begins) % 31
        if wrapped or stream.peek(64).lstrip()[:1] != b"<":
            packing = "zlib" if wrapped else "deflate"
            return Stream(unpacked(packing, chunks_of(stream), guard))
        return stream
    if name == "br":
        plain = stream.peek(64).lstrip()[:1] == b"<"
        return stream if plain else Stream(_unbrotli(stream, guard))
    raise BrokenError(f"packed as {name[:40]!r}, which is not read")


def _unbrotli(stream: Stream, guard: Guard) -> Iterator[bytes]:
    try:
        from fastwarc.stream_io import BrotliReader
    except ImportError as error:
        raise MissingLibraryError.of(error.name, "archives") from None
    origin = file_of(counted(chunks_of(stream), guard))
    reader = BrotliReader(origin)
    while True:
        try:
            piece = reader.read(STEP)
        except OSError as fault:
            origin.raise_fault()
            words = " ".join(str(fault).split())[:100]
            raise BrokenError(f"damaged or cut off br data: {words}") from None
        if not piece:
            return
        guard.gave(len(piece))
        yield piece


def _unchunked(stream: Stream) -> Iterator[bytes]:
    """The chunks' contents; all as it is where the first is none."""
    first = stream.peek(32)
    if not _CHUNK.match(first):
        yield from chunks_of(stream)
        return
    while True:
        begins = _CHUNK.match(stream.line(_LONGEST_LINE) or b"")
        if not begins:
            raise BrokenError("damaged or cut off: a chunk does not begin with its size")
        left = int(begins[1], 16)
        if not left:
            return
        while left:
            piece = stream.some(left)
            if not piece:
                raise BrokenError("cut off: a chunk is not whole")
            left -= len(piece)
            yield piece
        stream.line(_LONGEST_LINE)
