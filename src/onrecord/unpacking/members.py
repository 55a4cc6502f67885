"""One member of an archive: what it is, by its name, and what is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import MissingLibraryError
from onrecord.model import Failure
from onrecord.unpacking.entries import BrokenError, Entry, Found, Guard, Limits, Tally
from onrecord.unpacking.lines import LINES, unpack_lines
from onrecord.unpacking.names import bare
from onrecord.unpacking.packings import unpacked
from onrecord.unpacking.singles import whole
from onrecord.unpacking.streams import Stream

ARCHIVES = frozenset("tar zip warc arc wet wat parquet 7z rar jar cpio ar deb rpm iso".split())
HIDDEN = "hidden: a name that begins with a dot"


@dataclass(frozen=True, slots=True)
class Member:
    """A member's path as it is shown, its number from 1, and the size that it is said to have.

    `size` is None where nobody says it.
    """

    path: str
    number: int
    size: int | None
    limits: Limits
    guard: Guard
    tally: Tally

    @property
    def record(self) -> str:
        """Where it stands in its archive."""
        return f"member {self.number}"


def unpack_member(member: Member, chunks: Iterator[bytes]) -> Iterator[Found]:
    """What one member holds: an entry, or one a line where it is JSON Lines.

    It may be packed itself, once; an archive within an archive is a failure. What breaks in the
    member is its own failure; the caller looks at its own stream to see whether it can go on.
    """
    extension, packing = bare(member.path)
    if extension in ARCHIVES:
        reason = "an archive in an archive, which is not read: unpack it first"
        yield Failure(member.path, reason, member.record)
        return
    streamed = packing or extension in LINES
    if not streamed and member.size is not None and member.size > member.limits.entry:
        yield Failure(member.path, member.limits.too_large(member.size), member.record)
        return
    guard = Guard(member.limits, member.guard) if packing else member.guard
    stream = Stream(unpacked(packing, chunks, guard))
    try:
        if extension in LINES:
            yield from unpack_lines(stream, member.path, member.limits, within=member.record)
        else:
            yield _entry(member, stream)
    except (BrokenError, MissingLibraryError) as fault:
        yield Failure(member.path, str(fault), member.record)


def _entry(member: Member, stream: Stream) -> Entry | Failure:
    data = whole(stream, member.limits)
    if data is None:
        return Failure(member.path, member.limits.too_large(), member.record)
    if stream.fault is not None:
        member.tally.add(str(stream.fault), member.path)
    return Entry(data, member.path, member.record, record=member.record)
