"""Rows numbered in order, without all of them in one place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from onrecord.spark.tables import cut

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

_WITHIN = (1 << 33) - 1
"""The bits of Spark's increasing numbers that count within one part."""


def numbered(table: DataFrame, order: Sequence[Column], *, first: int = 0) -> DataFrame:
    """The rows sorted, with a `number` each, from `first` on without gaps.

    The order is one that leaves no two rows equal. The sorted rows are kept on the workers' disks.
    """
    from pyspark.sql import functions as f

    parts = cut(table.orderBy(*order))
    parts = parts.withColumn("part", f.spark_partition_id())
    held = {row["part"]: row["count"] for row in parts.groupBy("part").count().collect()}
    sizes = [held.get(part, 0) for part in range(max(held, default=0) + 1)]
    starts = f.array(*(f.lit(at) for at in accumulate(sizes[:-1], initial=first)))
    within = f.monotonically_increasing_id().bitwiseAND(f.lit(_WITHIN))
    return parts.withColumn("number", f.get(starts, f.col("part")) + within).drop("part")
