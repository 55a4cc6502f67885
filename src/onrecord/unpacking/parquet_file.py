"""Parquet: an entry a row, read a few rows at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from onrecord.errors import MissingLibraryError
from onrecord.model import Failure
from onrecord.unpacking.columns import roles_of
from onrecord.unpacking.entries import BrokenError, Entry, Found, Guard, Limits
from onrecord.unpacking.source import Source

if TYPE_CHECKING:
    from pyarrow import Array
    from pyarrow.parquet import ParquetFile

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])")
_ROWS, _AT_ONCE = 256, 4_000_000


def unpack_parquet(source: Source) -> Iterator[Found]:
    """A row as one line of JSON Lines, or as the page of its `html` column, with what is known.

    What a row has neither of is a failure. Columns of other names are left out. A column that
    unpacks to more than is allowed by what the file says of itself is not begun.
    """
    if not source.size:
        raise BrokenError("empty")
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise MissingLibraryError.of(error.name, "parquet") from None
    try:
        # Buffered, not read ahead: a group of rows never stands in memory whole.
        table = ParquetFile(source.file, buffer_size=1 << 20, pre_buffer=False)
        yield from _rows(table, source)
    except (ArrowException, OSError) as fault:
        words = " ".join(str(fault).split())[:160]
        raise BrokenError(f"damaged, or not a Parquet file: {words}") from None


def _rows(table: ParquetFile, source: Source) -> Iterator[Found]:
    roles = roles_of(list(table.schema_arrow.names), source.columns)
    guard = Guard(source.limits)
    number = 0
    for group in range(table.num_row_groups):
        size = _size(table, group, set(roles.values()), source.limits)
        for row in _group(table, group, (roles, size)):
            number += 1
            found = _entry(row, f"row {number}", source)
            if isinstance(found, Entry):
                guard.more(len(found.data))
            yield found


def _size(table: ParquetFile, group: int, names: set[str], limits: Limits) -> int:
    """How many rows of a group are read at once; `BrokenError` for a bomb."""
    told = table.metadata.row_group(group)
    wanted = [told.column(at) for at in range(told.num_columns)]
    wanted = [one for one in wanted if one.path_in_schema.partition(".")[0] in names]
    for one in wanted:
        packed, size = one.total_compressed_size, one.total_uncompressed_size
        if size > limits.entry and size > limits.ratio * max(1, packed):
            times = f"more than {limits.ratio} times its size"
            raise BrokenError(f"group {group + 1} of rows says that it unpacks to {times}")
    row = sum(one.total_uncompressed_size for one in wanted) // max(1, told.num_rows)
    return int(min(_ROWS, max(1, _AT_ONCE // max(1, row))))


def _group(
    table: ParquetFile, group: int, how: tuple[Mapping[str, str], int]
) -> Iterator[dict[str, str | bytes]]:
    """The rows of a group, each value by its role."""
    roles, size = how
    columns = sorted(set(roles.values()))
    for batch in table.iter_batches(
        batch_size=size, row_groups=[group], columns=columns, use_threads=False
    ):
        read = {role: _values(batch.column(name)) for role, name in roles.items()}
        for at in range(batch.num_rows):
            yield {role: values[at] for role, values in read.items()}


def _values(column: Array) -> list[str | bytes]:
    """The values as words, "" for none; text that is no UTF-8 as its bytes."""
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.dictionary_decode()
        kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        column = column.cast(pa.large_binary() if pa.types.is_large_string(kind) else pa.binary())
    return [_word(value) for value in column.to_pylist()]


def _word(value: object) -> str | bytes:
    if value is None or isinstance(value, bool | list | dict):
        return ""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value
    return str(value)


def _entry(row: Mapping[str, str | bytes], place: str, source: Source) -> Entry | Failure:
    html, text = row.get("html", ""), row.get("text", "")
    size = max(len(html), len(text))
    if size > source.limits.entry:
        return Failure(source.path, f"{place}: {source.limits.too_large(size)}")
    known = {role: _plain(value) for role, value in row.items() if role not in ("html", "text")}
    if day := _DAY.match(known.pop("published", "")):
        known["published"] = day[0]
    known = {role: value for role, value in known.items() if value.strip()}
    if html.strip():
        data = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
        charset = "" if isinstance(html, bytes) else "utf-8"
        given = {role: value for role, value in known.items() if role != "id"}
        return Entry(data, source.path, place, given, "html", charset, place)
    if not text.strip():
        return Failure(source.path, f"{place}: no text in it")
    line = json.dumps({**known, "text": _plain(text)}, ensure_ascii=False)
    return Entry(line.encode("utf-8", "replace"), source.path, place, form="jsonl", record=place)


def _plain(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", "replace")
