"""Tar: ustar, pax (POSIX.1-2001) and GNU, read from front to back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Failure
from onrecord.unpacking.entries import BrokenError, Found, Guard
from onrecord.unpacking.members import HIDDEN, Member, unpack_member
from onrecord.unpacking.names import is_hidden, shown
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.streams import Stream, part

BLOCK = 512
LARGEST_HEADER = 1 << 20
_PASSED = {
    b"1": "a hard link",
    b"2": "a symbolic link",
    b"3": "a device",
    b"4": "a device",
    b"6": "a pipe",
    b"D": "a list of a folder",
    b"V": "a label",
    b"M": "the rest of a file that began in another archive",
    b"S": "a sparse file",
}
_FILES = (b"0", b"\0", b"7")
_LONG = {b"L": "path", b"K": "linkpath"}


@dataclass(frozen=True, slots=True)
class _Header:
    """A member's name, what it is, the bytes that follow; `sparse` where they are not all of it."""

    name: bytes
    type: bytes
    size: int
    sparse: bool


def unpack_tar(origin: Origin) -> Iterator[Found]:
    """What the members hold, in their order; links, devices and sparse files are passed over.

    Where a header is damaged the rest is a failure that says at which byte.
    """
    if not origin.size:
        raise BrokenError("empty")
    guard = Guard(origin.limits)
    stream = origin.stream(guard)
    number = 0
    try:
        while (header := _next(stream)) is not None:
            number += 1
            yield from _member(origin, stream, guard, (number, header))
    except BrokenError as fault:
        where = f"after member {number}: " if number else ""
        yield Failure(origin.path, f"{where}{fault}")


def _member(
    origin: Origin, stream: Stream, guard: Guard, told: tuple[int, _Header]
) -> Iterator[Found]:
    number, header = told
    end = stream.at + -(-header.size // BLOCK) * BLOCK
    name = shown(header.name)
    reason = _reason(header)
    if reason:
        origin.tally.add(reason, origin.inside(name))
    elif reason is None:
        member = Member(
            origin.inside(name), number, header.size, origin.limits, guard, origin.tally
        )
        yield from unpack_member(member, part(stream, header.size))
    if stream.fault is None:
        stream.skip(end - stream.at)
    elif reason:
        raise stream.fault.anew()


def _reason(header: _Header) -> str | None:
    """Why a member is passed over; "" for a folder, which nothing is said of."""
    if header.type == b"5" or (header.type in _FILES and header.name.endswith(b"/")):
        return ""
    if header.sparse:
        return _PASSED[b"S"]
    if header.type not in _FILES:
        return _PASSED.get(header.type, "of a type that is not known")
    return HIDDEN if is_hidden(header.name.decode("utf-8", "replace")) else None


def _next(stream: Stream) -> _Header | None:
    """The next header, with what the headers before it say of it; None at the end."""
    if stream.fault is not None:
        return None
    told: dict[str, bytes] = {}
    while block := stream.read(BLOCK):
        at = stream.at - len(block)
        if not block.strip(b"\0"):
            return None
        size = _size(block, at)
        kind = block[156:157]
        if kind in (b"x", b"X", *_LONG):
            text = _text(stream, size)
            told |= _pax(text) if kind in (b"x", b"X") else {_LONG[kind]: text.partition(b"\0")[0]}
        elif kind == b"g":
            _text(stream, size)  # of all members: no name or size can be meant by it
        else:
            return _header(stream, block, told, size)
    if told:
        raise BrokenError(f"cut off at byte {stream.at:,}")
    return None


def _header(stream: Stream, block: bytes, told: dict[str, bytes], size: int) -> _Header:
    kind = block[156:157]
    sparse = kind == b"S" or "sparse" in told
    if kind == b"S" and block[482:483] != b"\0":
        _pass_sparse_map(stream)
    said = told.get("size", b"")
    if said.isdigit() and len(said) < 20:
        size = int(said)
    if kind not in (*_FILES, b"S", b"D", b"M") and kind in _PASSED:
        size = 0  # links say the size of what they lead to
    return _Header(told.get("path") or _name(block), kind, size, sparse)


def _pass_sparse_map(stream: Stream) -> None:
    while len(more := stream.read(BLOCK)) == BLOCK and more[504:505] != b"\0":
        pass


def _name(block: bytes) -> bytes:
    name, prefix = (block[a:b].partition(b"\0")[0] for a, b in ((0, 100), (345, 500)))
    ustar = block[257:263] == b"ustar\0"
    return prefix + b"/" + name if ustar and prefix else name


def _text(stream: Stream, size: int) -> bytes:
    """What stands in a header's own data."""
    if size > LARGEST_HEADER:
        raise BrokenError(f"a header of {size:,} bytes at byte {stream.at:,}; not read further")
    text = stream.read(size)
    stream.skip(-size % BLOCK)
    if len(text) < size:
        raise BrokenError(f"cut off at byte {stream.at:,}")
    return text


def _pax(text: bytes) -> dict[str, bytes]:
    """What a pax header says of path, size and sparseness; what is no pair of its ends it.

    Pairs are `LENGTH KEY=VALUE` a line. No others are kept: there may be any number of headers.
    """
    found: dict[str, bytes] = {}
    at = 0
    while at < len(text):
        digits, space, _ = text[at : at + 20].partition(b" ")
        if not space or not digits.isdigit() or int(digits) <= len(digits) + 1:
            break
        key, _, value = text[at + len(digits) + 1 : at + int(digits)].partition(b"=")
        name = "sparse" if key.startswith(b"GNU.sparse") else key.decode("utf-8", "replace")
        if name in ("path", "size", "sparse"):
            found[name] = value.removesuffix(b"\n")
        at += int(digits)
    return found


def _size(block: bytes, at: int) -> int:
    """The size that a header says, once its checksum is known to be right."""
    if len(block) < BLOCK:
        raise BrokenError(f"cut off at byte {at + len(block):,}")
    plain = block[:148] + b" " * 8 + block[156:]
    signed = sum(plain) - 256 * sum(byte > 127 for byte in plain)
    if _number(block[148:156]) not in (sum(plain), signed):
        raise BrokenError("not a tar file" if at == 0 else f"byte {at:,}: not a header of tar")
    size = _number(block[124:136])
    if size is None or size < 0:
        raise BrokenError(f"byte {at:,}: a header without a size")
    return size


def _number(field: bytes) -> int | None:
    if field[0] in (0x80, 0xFF):  # GNU: base 256
        value = int.from_bytes(field[1:], "big")
        return value if field[0] == 0x80 else value - 256 ** (len(field) - 1)
    digits = field.strip(b" \0").partition(b"\0")[0]
    try:
        return int(digits or b"0", 8)
    except ValueError:
        return None
