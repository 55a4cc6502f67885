"""One of the tables as Parquet, written in groups of rows so that memory stays as it is."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from onrecord.errors import MissingLibraryError
from onrecord.exports.accounts import Account
from onrecord.exports.tables.rows import COLUMNS, NAMED, Row, all_rows

if TYPE_CHECKING:
    import pyarrow as pa

_A_GROUP = 5_000
"""Rows of a group, at most."""
_CHARACTERS = 16_000_000
"""Characters of text in a group, about, at most: documents are long."""


def as_parquet(accounts: Iterable[Account], table: str = "statements") -> Iterator[bytes]:
    """A table as a Parquet file, piece by piece: typed columns, spans as lists of structures.

    Columns of few words are dictionary-encoded. No more than one group of rows is held at a time.
    `MissingLibraryError` without pyarrow (the extra `parquet`).
    """
    sink = Sink()
    with RowGroups(sink, table) as groups:
        for row in all_rows(accounts, table):
            groups.add(row)
            if piece := sink.taken():
                yield piece
    yield sink.taken()


class RowGroups:
    """A Parquet file of a table, to which rows are added; a full group is written at once."""

    def __init__(self, where: Sink | Path, table: str) -> None:
        columns = COLUMNS[table]
        parquet = library()
        self._schema = schema_of(table)
        self._rows: list[Row] = []
        self._size = 0
        self._writer = parquet.ParquetWriter(
            where,
            self._schema,
            compression="zstd",
            use_dictionary=[name for name, kind in columns.items() if kind == NAMED],
            version="2.6",
        )

    def add(self, row: Row) -> None:
        """Put a row into the group that is not written yet."""
        self._rows.append(row)
        self._size += sum(len(value) for value in row.values() if isinstance(value, str))
        if len(self._rows) >= _A_GROUP or self._size >= _CHARACTERS:
            self._write()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._rows:
            self._write()
        self._writer.close()

    def _write(self) -> None:
        import pyarrow as pa

        self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows, self._size = [], 0


def schema_of(table: str) -> pa.Schema:
    """The types of a table's columns; the unit of spans stands in the metadata."""
    import pyarrow as pa

    told = {"onrecord.table": table, "onrecord.spans": "code points of text, half-open"}
    fields = [pa.field(name, _type(kind)) for name, kind in COLUMNS[table].items()]
    return pa.schema(fields, metadata=told)


def _type(kind: str) -> Any:  # noqa: ANN401  (a type of Arrow)
    import pyarrow as pa

    span = pa.struct([("start", pa.int64()), ("end", pa.int64())])
    texts = [(name, pa.string()) for name in ("kind", "quote", "record", "severity")]
    return {
        "text": pa.string(),
        NAMED: pa.string(),
        "number": pa.int64(),
        "truth": pa.bool_(),
        "day": pa.date32(),
        "texts": pa.list_(pa.string()),
        "spans": pa.list_(span),
        "edits": pa.list_(pa.struct([*texts, ("marked", pa.bool_())])),
    }[kind]


class Sink(io.RawIOBase):
    """A file that is only written to, and gives away what has been written so far."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401  (anything that has bytes)
        """Keep some more bytes."""
        piece = bytes(data)
        self._pieces.append(piece)
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How many bytes were written."""
        return self._at

    def taken(self) -> bytes:
        """What was written since this was last asked."""
        whole = b"".join(self._pieces)
        self._pieces.clear()
        return whole


def library() -> Any:  # noqa: ANN401
    """pyarrow.parquet; `MissingLibraryError` where it is not installed."""
    try:
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingLibraryError.of("pyarrow", "parquet") from None
    return pq
