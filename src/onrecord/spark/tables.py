"""DataFrames by way of Arrow: which columns are read, and rows made in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.spark.reading import LINE, PATH, RAWS, TEXTS

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import Column, DataFrame

_ROWS = 1_000
"""Rows of a batch that is sent back."""
Made = Callable[[Iterable["pa.RecordBatch"]], Iterator[dict[str, Any]]]


def known_columns(documents: DataFrame) -> DataFrame:
    """Those columns that can be read of, all texts as strings; `InputError` where none can be."""
    held = [name for name in (LINE, *TEXTS, PATH, *RAWS) if name in documents.columns]
    if not {LINE, "text", *RAWS} & set(held):
        wanted = ", ".join(("text", *RAWS))
        raise InputError(f"none of the columns {wanted} is there: {', '.join(documents.columns)}")
    return documents.select(*(_as_text(documents, name) for name in held))


def _as_text(documents: DataFrame, name: str) -> Column:
    from pyspark.sql import functions as f

    kind = documents.schema[name].dataType.typeName()
    if name in (LINE, *RAWS) or kind == "string":
        return documents[name]
    if kind.startswith("timestamp"):  # a day, as EDTF has it
        return f.date_format(documents[name], "yyyy-MM-dd").alias(name)
    return documents[name].cast("string").alias(name)


def on_disk() -> Any:  # noqa: ANN401  (a level of Spark)
    """Where what is needed more than once is kept: on the workers' disks."""
    from pyspark import StorageLevel

    return StorageLevel.DISK_ONLY


def kept(table: DataFrame) -> DataFrame:
    """The table, made once and now, and read from disk from then on."""
    table = table.persist(on_disk())
    table.count()
    return table


def cut(table: DataFrame) -> DataFrame:
    """The same as `kept`, and what it was made of is no part of further plans.

    Spark plans a table that is used twice as two trees, so that plans of plans grow without end. A
    part that is lost is made again all the same.
    """
    from pyspark.sql import DataFrame as Frame

    session: Any = table.sparkSession
    rows = kept(table)._jdf.queryExecution().toRdd()
    leaf = session._jsparkSession.internalCreateDataFrame(rows, table._jdf.schema(), False)
    return Frame(leaf, session)


def mapped(table: DataFrame, make: Made, schema: pa.Schema) -> DataFrame:
    """A table made of another's Arrow batches by a function that gives rows."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return table.mapInArrow(partial(_batched, make=make, schema=schema), from_arrow_schema(schema))


def _batched(
    batches: Iterable[pa.RecordBatch], *, make: Made, schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    rows = iter(make(batches))
    while some := list(islice(rows, _ROWS)):
        yield pa.RecordBatch.from_pylist(some, schema=schema)
