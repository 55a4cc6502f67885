"""Statements of a DataFrame of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.exports.accounts import Account
from onrecord.exports.tables import rows
from onrecord.exports.tables.parquet import schema_of
from onrecord.model import Failure, Reading
from onrecord.spark.reading import SECONDS, Using, readings
from onrecord.spark.tables import known_columns, mapped

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

FAILURE = "failure"
"""The column that says why a document gave no statements; null in rows of statements."""


def extract(
    documents: DataFrame,
    *,
    engine: str | None = None,
    model: str | Path | None = None,
    seconds: float = SECONDS,
) -> DataFrame:
    """The statements of documents, a row each, in the columns of the Parquet export.

    Columns of `documents` are `id`, `text`, title, url, published, publisher, author, language,
    kind and speaker, or raw pages in `html` or `bytes`; others are left out of account. A document
    that cannot be read, or takes longer than `seconds`, is a row in which `document` and `failure`
    alone are filled; of a document without statements there is no row. `engine` and `model` are as
    in `read_document`; models are loaded once a worker process. `InputError` where there is no
    column to be read.
    """
    using = Using(engine, str(model) if model else None, seconds)
    return mapped(known_columns(documents), partial(_batches, using=using), schema())


def schema() -> pa.Schema:
    """The columns of statements as they are exported, and why a document has none."""
    import pyarrow as pa

    return schema_of("statements").append(pa.field(FAILURE, pa.string()))


def _batches(batches: Iterable[pa.RecordBatch], *, using: Using) -> Iterator[dict[str, Any]]:
    for batch in batches:
        for at in range(batch.num_rows):
            (row,) = batch.slice(at, 1).to_pylist()
            for found in readings(row, using):
                yield from _rows(found)


def _rows(found: Reading | Failure) -> Iterator[dict[str, Any]]:
    if isinstance(found, Failure):
        yield {"document": found.path, FAILURE: found.reason}
    else:
        yield from rows(Account(found), "statements")
