"""The rows of a Parquet file, told by a process of its own, since damaged ones can bring it down.

    python -m onrecord.unpacking.parquet_rows COLUMNS ENTRY RATIO < FILE

writes a line of JSON for each row, what it is and how many bytes follow, and those bytes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING

from onrecord.unpacking.columns import roles_of
from onrecord.unpacking.entries import BrokenError, Limits

if TYPE_CHECKING:
    from pyarrow import Array
    from pyarrow.parquet import ParquetFile

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])")
_ROWS, _AT_ONCE = 256, 4_000_000
_MEMORY = 1 << 30
"""Bytes that this process may have, whatever a file says of itself, where systems can be told."""
_LONGEST_FIELD = 10_000
Told = tuple[dict[str, object], bytes]


def main(arguments: list[str]) -> int:
    """Tell the rows of the file at standard input; a last line says whether that is all."""
    columns = json.loads(arguments[0])
    limits = Limits(entry=int(arguments[1]), ratio=int(arguments[2]))
    _bound_memory()
    out = sys.stdout.buffer
    for told, data in _told(sys.stdin.buffer, columns, limits):
        out.write(json.dumps({**told, "size": len(data)}).encode() + b"\n")
        out.write(data)
    out.flush()
    return 0


def _bound_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    except (ImportError, AttributeError, OSError, ValueError):
        return


def _told(file: IO[bytes], columns: Mapping[str, str], limits: Limits) -> Iterator[Told]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        # Buffered, not read ahead: a group of rows never stands in memory whole.
        table = ParquetFile(file, buffer_size=1 << 20, pre_buffer=False)
        roles = roles_of(list(table.schema_arrow.names), columns)
        for group in range(table.num_row_groups):
            size = _size(table, group, set(roles.values()), limits)
            for row in _group(table, group, (roles, size)):
                yield _row(row, limits)
    except BrokenError as fault:
        yield {"fault": str(fault)}, b""
    except MemoryError:
        yield {"fault": f"needs more than the {_MEMORY:,} bytes of memory allowed"}, b""
    except (ArrowException, OSError) as fault:
        words = " ".join(str(fault).split())[:160]
        yield {"fault": f"damaged, or not a Parquet file: {words}"}, b""
    else:
        yield {"end": True}, b""


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


def _row(row: Mapping[str, str | bytes], limits: Limits) -> Told:
    """A row as a page, as a line of JSON Lines, or as what is wrong with it."""
    html, text = row.get("html", ""), row.get("text", "")
    size = max(len(html), len(text))
    if size > limits.entry:
        return {"reason": limits.too_large(size)}, b""
    known = {role: _plain(value) for role, value in row.items() if role not in ("html", "text")}
    if day := _DAY.match(known.pop("published", "")):
        known["published"] = day[0]
    known = {role: value[:_LONGEST_FIELD] for role, value in known.items() if value.strip()}
    if html.strip():
        data = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
        given = {role: value for role, value in known.items() if role != "id"}
        return {"form": "html", "given": given, "utf8": isinstance(html, str)}, data
    if not text.strip():
        return {"reason": "no text in it"}, b""
    line = json.dumps({**known, "text": _plain(text)}, ensure_ascii=False)
    return {"form": "jsonl"}, line.encode("utf-8", "replace")


def _plain(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
