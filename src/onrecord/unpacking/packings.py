"""How bytes are packed, and how they come out again: gz, bz2, xz, zst; deflate of zip and HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from onrecord.errors import MissingLibraryError
from onrecord.unpacking.entries import BrokenError, Guard, TrailingError
from onrecord.unpacking.streams import MOST, STEP, Stream

_XZ_MEMORY = 128 << 20
_MAGIC = {"gz": b"\x1f\x8b", "bz2": b"BZ", "xz": b"\xfd7", "deflate": b"", "zlib": b""}


class Packed(Protocol):
    """What `zlib`, `bz2` and `lzma` have in common."""

    @property
    def eof(self) -> bool:
        """Whether it has ended."""

    @property
    def unused_data(self) -> bytes:
        """What follows its end."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """The next bytes, at most so many."""


def unpacked(packing: str, chunks: Iterator[bytes], guard: Guard) -> Iterator[bytes]:
    """What these packed bytes hold ("" as they are), in small pieces.

    Several packed one after the other are one. `BrokenError` where they are not what they should
    be, end before they are whole, or hold more than `guard` allows; what came before is given.
    `MissingLibraryError` where zst needs a library that is not installed.
    """
    if not packing:
        yield from chunks
        return
    taken = counted(chunks, guard)
    pieces = _unzst(taken) if packing == "zst" else _inflated(packing, taken)
    for piece in pieces:
        guard.gave(len(piece))
        yield piece


def counted(chunks: Iterator[bytes], guard: Guard) -> Iterator[bytes]:
    """The same packed bytes, known to the guard."""
    for chunk in chunks:
        guard.took(len(chunk))
        yield chunk


def _inflated(packing: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
    opened, faults = _MAKERS[packing]()
    member: Packed | None = None
    whole = at = 0
    for chunk in chunks:
        rest = chunk
        at += len(chunk)
        while rest:
            if member is None:
                rest = rest.lstrip(b"\0") if whole else rest  # padding, as of tapes
                if not rest:
                    break
                if whole and not _MAGIC[packing].startswith(rest[:2]):
                    raise TrailingError(
                        f"what follows byte {at - len(rest):,} is no {packing} data, and left out"
                    )
                member = opened()
            try:
                yield from _pieces(member, rest)
            except faults as fault:
                words = " ".join(str(fault).split())[:100]
                near = max(0, at - len(chunk))
                raise BrokenError(f"damaged {packing} data near byte {near:,}: {words}") from None
            rest = b""
            if member.eof:
                rest, member, whole = member.unused_data, None, whole + 1
    if member is not None or not whole:
        raise BrokenError(f"cut off: the {packing} data is not whole" if at else "empty")


def _pieces(member: Packed, data: bytes) -> Iterator[bytes]:
    """What comes out of one member for these bytes."""
    piece = member.decompress(data, MOST)
    while piece:
        yield piece
        piece = b"" if member.eof else member.decompress(b"", MOST)


class _Gunzip:
    """`zlib` for gzip, as `bz2` and `lzma` are asked."""

    def __init__(self, bits: int) -> None:
        import zlib

        self._member = zlib.decompressobj(bits)

    @property
    def eof(self) -> bool:
        return self._member.eof

    @property
    def unused_data(self) -> bytes:
        return self._member.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._member.decompress(self._member.unconsumed_tail + data, max_length)


Maker = tuple[Callable[[], Packed], tuple[type[Exception], ...]]


def _gz() -> Maker:
    import zlib

    return (lambda: _Gunzip(31)), (zlib.error,)


def _deflate() -> Maker:
    import zlib

    return (lambda: _Gunzip(-15)), (zlib.error,)


def _zlib() -> Maker:
    import zlib

    return (lambda: _Gunzip(15)), (zlib.error,)


def _bz2() -> Maker:
    import bz2

    return bz2.BZ2Decompressor, (OSError, ValueError)


def _xz() -> Maker:
    import lzma

    return (lambda: lzma.LZMADecompressor(memlimit=_XZ_MEMORY)), (lzma.LZMAError, MemoryError)


_MAKERS: dict[str, Callable[[], Maker]] = {
    "gz": _gz,
    "deflate": _deflate,
    "zlib": _zlib,
    "bz2": _bz2,
    "xz": _xz,
}


def _unzst(chunks: Iterator[bytes]) -> Iterator[bytes]:
    try:
        from fastwarc.stream_io import ZstdReader
    except ImportError as error:
        raise MissingLibraryError.of(error.name, "archives") from None
    origin = file_of(chunks)
    reader = ZstdReader(origin)
    while True:
        try:
            piece = reader.read(STEP)
        except OSError as fault:
            origin.raise_fault()
            words = " ".join(str(fault).split())[:100]
            raise BrokenError(f"damaged or cut off zst data: {words}") from None
        if not piece:
            return
        yield piece


class _File:
    """Chunks as a file that is read, for libraries that ask for one."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._stream = Stream(chunks)

    def read(self, size: int = MOST) -> bytes:
        return self._stream.some(size if size >= 0 else MOST)

    def tell(self) -> int:
        return self._stream.at

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError("read from front to back only")

    def close(self) -> None:
        """The file is whoever's that opened it."""

    def raise_fault(self) -> None:
        """What broke in the chunks themselves goes before what the library makes of it."""
        if self._stream.fault is not None:
            raise self._stream.fault.anew()


def file_of(chunks: Iterator[bytes]) -> _File:
    """Chunks as a file that can be read from front to back."""
    return _File(chunks)
