"""JSON Lines: an entry a line, however large the file is."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from onrecord.model import Failure
from onrecord.unpacking.entries import Entry, Found, Limits
from onrecord.unpacking.origin import Origin
from onrecord.unpacking.streams import Stream

LINES = frozenset({"jsonl", "ndjson", "json"})
FORM = "jsonl"
_BLANK = b" \t\r\n\x0b\x0c"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def unpack_json_lines(origin: Origin) -> Iterator[Found]:
    """The lines of a file of JSON Lines; see `unpack_lines`."""
    yield from unpack_lines(origin.stream(), origin.path, origin.limits)


def unpack_lines(stream: Stream, path: str, limits: Limits, *, within: str = "") -> Iterator[Found]:
    """An entry for each line that is not blank, a failure for one larger than an entry may be.

    A document read from an entry has the id, path and record that it has when the whole file is
    read at once, which takes that the file is in UTF-8, as the format asks. What is one object or
    array over many lines, or in UTF-16, is one entry. `within` says which member it is.
    """
    number, begun = 0, False
    while (line := stream.line(limits.entry)) != b"":
        number += 1
        place = f"{within}, line {number}" if within else f"line {number}"
        if number == 1 and line is not None:
            line = line.removeprefix(codecs.BOM_UTF8)
        if line is None:
            yield Failure(path, f"{place}: {limits.too_large()}", place)
        elif not begun and _is_all(line):
            yield _all(stream, line, Entry(b"", path, within, form=FORM, record=within), limits)
            return
        elif bare := line.strip(_BLANK):
            yield Entry(bare, path, place, form=FORM, record=place)
        begun = begun or line is None or bool(line.strip(_BLANK))


def _is_all(line: bytes) -> bool:
    """Whether the first line is that of one thing written over many."""
    return line.startswith(_WIDE) or line.strip(_BLANK) == b"{" or line.lstrip(_BLANK)[:1] == b"["


def _all(stream: Stream, first: bytes, entry: Entry, limits: Limits) -> Entry | Failure:
    rest = bytearray(first)
    while piece := stream.some():
        rest += piece
        if len(rest) > limits.entry:
            return Failure(entry.path, limits.too_large())
    return Entry(bytes(rest), entry.path, entry.place, form=entry.form, record=entry.record)
