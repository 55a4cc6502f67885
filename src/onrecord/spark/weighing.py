"""What words are worth in a whole corpus: counted where they are, added up on the driver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.languages import language
from onrecord.spark.holding import CONTAINS, QUOTES
from onrecord.tracing.hashed import TABLE, Bits, Hashes, Ints, table_size, tally, worth_of

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

_SIZE = 1 << TABLE
_COUNTS = "bucket int, short bigint, longer bigint"


class Worth(NamedTuple):
    """What each word is worth among renderings, and among these and longer texts."""

    within: Bits
    upon: Bits


def worth_in(passages: DataFrame) -> Worth:
    """What the words of a table of passages are worth, as one process reckons it."""
    counted = passages.select("side", "words").mapInArrow(_counts, _COUNTS)
    table = counted.groupBy("bucket").sum("short", "longer").toArrow()
    buckets, *counts = (column.to_numpy() for column in table.columns)
    short, longer = (_spread(buckets, one) for one in counts)
    common = language("en").wording.common
    return Worth(_worth(short, common), _worth(short + longer, common))


def words_of(column: pa.Array) -> tuple[Hashes, Ints]:
    """The hashed words of a column of bytes, one row's after another, and where each row's begin.

    There is one beginning more than rows.
    """
    import pyarrow as pa

    offsets = np.frombuffer(column.buffers()[1], np.int32, len(column) + 1, 4 * column.offset)
    data = column.buffers()[2] or pa.py_buffer(b"")
    first = int(offsets[0])
    hashes = np.frombuffer(data, np.uint32, (int(offsets[-1]) - first) // 4, first)
    return hashes, (offsets.astype(np.int64) - first) // 4


def _counts(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """How often the words of one part of the passages stand in either side."""
    import pyarrow as pa

    short, longer = np.zeros(_SIZE, np.int64), np.zeros(_SIZE, np.int64)
    for batch in batches:
        hashes, starts = words_of(batch.column("words"))
        side = np.repeat(batch.column("side").to_numpy(), np.diff(starts))
        short += tally(hashes[side & QUOTES > 0], _SIZE)
        longer += tally(hashes[side & CONTAINS > 0], _SIZE)
    held = np.flatnonzero(short + longer)
    columns = held.astype(np.int32), short[held], longer[held]
    yield pa.RecordBatch.from_arrays(list(map(pa.array, columns)), ["bucket", "short", "longer"])


def _spread(buckets: Ints, counts: Ints) -> Ints:
    found = np.zeros(_SIZE, np.int64)
    found[buckets] = counts
    return found


def _worth(counts: Ints, common: Iterable[str]) -> Bits:
    """The worth by a table of the size that one process takes."""
    total = int(counts.sum())
    return worth_of(counts.reshape(-1, table_size(total)).sum(0), total, frozenset(common))
