"""Parquet: an entry a row, read a few rows at a time by a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import IO, Any

from onrecord.errors import MissingLibraryError
from onrecord.model import Failure
from onrecord.unpacking.entries import NOTHING, BrokenError, Entry, Found, Guard
from onrecord.unpacking.origin import Origin

_LONGEST_LINE = 1 << 20


def unpack_parquet(origin: Origin) -> Iterator[Found]:
    """A row as one line of JSON Lines, or as the page of its `html` column, with what is known.

    What a row has neither of is a failure. Columns of other names are left out. The process that
    reads (`parquet_rows`) may have a gigabyte of memory, and is brought down by some damaged files,
    which is their failure.
    """
    if not origin.size:
        raise BrokenError("empty")
    if find_spec("pyarrow") is None:
        raise MissingLibraryError.of("pyarrow", "parquet")
    origin.file.seek(0)
    limits = origin.limits
    asked = [json.dumps(dict(origin.columns)), str(limits.entry), str(limits.ratio)]
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "onrecord.unpacking.parquet_rows", *asked],
        stdin=origin.file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            if process.stdout is not None:
                yield from _rows(origin, process.stdout)
        finally:
            process.kill()


def _rows(origin: Origin, told: IO[bytes]) -> Iterator[Found]:
    guard, number = Guard(origin.limits), 0
    while line := told.readline(_LONGEST_LINE):
        number += 1
        row = json.loads(line)
        if "end" in row:
            return
        if "fault" in row:
            raise BrokenError(row["fault"])
        data = told.read(row["size"])
        guard.more(len(data))
        yield _found(row, data, f"row {number}", origin.path)
    behind = f"behind row {number}" if number else "at once"
    raise BrokenError(f"damaged: what reads Parquet broke down {behind}")


def _found(row: dict[str, Any], data: bytes, place: str, path: str) -> Entry | Failure:
    if "reason" in row:
        return Failure(path, f"{place}: {row['reason']}", place)
    charset = "utf-8" if row.get("utf8") else ""
    given = row.get("given") or NOTHING
    return Entry(data, path, place, given, row["form"], charset, place)
