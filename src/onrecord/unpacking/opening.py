"""A path to the things that stand in it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from onrecord.errors import MissingLibraryError
from onrecord.model import Failure
from onrecord.unpacking.containers import container_of
from onrecord.unpacking.entries import LIMITS, NOTHING, BrokenError, Entry, Found, Limits, Tally
from onrecord.unpacking.names import bare, shown_path
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.walking import walk

_PANIC = "PanicException"
"""What libraries in Rust raise where they stumble; it is no `Exception`."""
_STANDARD_INPUT = Path("-")


def unpack(
    path: Path, *, limits: Limits = LIMITS, columns: Mapping[str, str] = NOTHING
) -> Iterator[Found]:
    """The things that stand in a file, or in the files of a folder, one by one; nothing is written.

    A page or a text is one entry, packed (gz, bz2, xz, zst) or not; of a container that the
    extension names each member, line or row is one. What cannot be unpacked is a failure with its
    reason, what is no document is counted in a `Passed` at the end of its file. Never raises for
    what stands in a file; "-" is standard input, one entry. `columns` names the columns of tables
    whose names do not tell their role (text html url title published publisher author language
    id kind speaker).
    """
    if path == _STANDARD_INPUT:
        yield _standard_input(limits)
        return
    for file in walk([str(path)]):
        yield from _file(file, limits, columns)


def _standard_input(limits: Limits) -> Entry | Failure:
    data = sys.stdin.buffer.read(limits.entry + 1)
    return Entry(data, "") if len(data) <= limits.entry else Failure("", limits.too_large())


def _file(path: Path, limits: Limits, columns: Mapping[str, str]) -> Iterator[Found]:
    name = shown_path(str(path))
    tally = Tally(name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end, nor ever begin
            raise BrokenError("not a file")
        with path.open("rb") as file:
            extension, packing = bare(path.name)
            size = os.fstat(file.fileno()).st_size
            origin = Origin(name, file, size, extension, packing, limits, tally, columns)
            yield from container_of(origin).unpack(origin)
    except (BrokenError, MissingLibraryError) as fault:
        yield Failure(name, str(fault))
    except OSError as fault:
        yield Failure(name, fault.strerror or str(fault))
    except BaseException as fault:  # a folder outlives one file that a parser stumbles over
        if not isinstance(fault, Exception) and type(fault).__name__ != _PANIC:
            raise
        words = " ".join(f"{type(fault).__name__}: {fault}".split())
        yield Failure(name, f"could not be unpacked, a fault of Onrecord: {words[:200]}")
    yield from tally.told()
