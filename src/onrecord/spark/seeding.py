"""Pairs of places that have the same three words: a join of keys, of which heavy ones are split.

What is shuffled is a key and a place, 20 bytes; no text and no word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.spark.holding import BITS, CONTAINS, QUOTES
from onrecord.spark.tables import cut
from onrecord.spark.weighing import Worth, words_of
from onrecord.tracing.hashed import Ints, Words
from onrecord.tracing.seeding import NEIGHBOURS, fingerprints, neighbours

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark import Broadcast
    from pyspark.sql import DataFrame

_WITHIN, _LEFT, _RIGHT = 1, 2, 4
"""What a key is for: pairs of renderings; a rendering, or a longer text, of a pair of both."""
_KEYS = "key bigint, place bigint, at int, use int"
_SEEDS = "one bigint, other bigint, at int, there int"
Column = NDArray[Any]


def keys_of(passages: DataFrame, worth: Broadcast[Worth]) -> DataFrame:
    """The keys of all trigrams that can seed something: the passage, its word, what it is for."""
    rows = passages.select("place", "side", "words")
    return rows.mapInArrow(partial(_keys, worth=worth), _KEYS)


def pairs_among(keys: DataFrame) -> DataFrame:
    """Pairs of renderings with all places where they have the same key, each with the next few.

    The keys are sorted and cut into equal parts, so that what everybody says is cut too; what
    stands last in the parts before is laid before each part.
    """
    from pyspark.sql import functions as f

    order = ("key", "place", "at")
    mine = keys.where(f.col("use").bitwiseAND(_WITHIN) > 0).select(*order)
    parts = cut(mine.repartitionByRange(*order).sortWithinPartitions(*order))
    ends = parts.mapInArrow(_ends, "part int, key bigint, place bigint, at int").toArrow()
    seeds = parts.mapInArrow(partial(_paired, before=_before(ends)), _SEEDS)
    return _by_pair(seeds)


def pairs_between(keys: DataFrame, *, documents: int) -> DataFrame:
    """Pairs of a rendering and a longer text with all places where they have the same key.

    A key that stands in longer texts of more than so many documents pairs nothing. Of what is left
    a heavy key's renderings are split by Spark (a skewed join).
    """
    from pyspark.sql import functions as f

    use = f.col("use")
    left = keys.where(use.bitwiseAND(_LEFT) > 0).select("key", f.col("place").alias("one"), "at")
    right = keys.where(use.bitwiseAND(_RIGHT) > 0)
    right = right.select("key", f.col("place").alias("other"), f.col("at").alias("there"))
    held = right.join(left.select("key").distinct(), "key", "left_semi")
    document = f.shiftright("other", BITS)
    by_document = held.select("key", document.alias("document")).distinct()
    stock = by_document.groupBy("key").count().where(f.col("count") > documents).select("key")
    seeds = left.join(held.join(stock, "key", "left_anti"), "key")
    apart = f.shiftright("one", BITS) != f.shiftright("other", BITS)
    return _by_pair(seeds.where(apart).select("one", "other", "at", "there"))


def _by_pair(seeds: DataFrame) -> DataFrame:
    from pyspark.sql import functions as f

    return seeds.groupBy("one", "other").agg(
        f.collect_list("at").alias("at"), f.collect_list("there").alias("there")
    )


def _keys(
    batches: Iterable[pa.RecordBatch], *, worth: Broadcast[Worth]
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        hashes, starts = words_of(batch.column("words"))
        places = batch.column("place").to_numpy()
        words = Words(hashes, starts, places, places >> BITS)
        yield from _key_rows(words, batch.column("side").to_numpy(), worth.value)


def _key_rows(words: Words, side: Ints, worth: Worth) -> Iterator[pa.RecordBatch]:
    """The keys of a batch, each once with all that it is for."""
    use = np.zeros(len(words.hashes), np.int32)
    keys = np.zeros(len(words.hashes), np.uint64)
    passage = np.repeat(np.arange(len(words)), np.diff(words.starts))
    for bits, uses in ((worth.within, {QUOTES: _WITHIN}), (worth.upon, _UPON)):
        found, at = fingerprints(words, bits)
        keys[at] = found
        for one, what in uses.items():
            use[at[side[passage[at]] & one > 0]] |= what
    held = np.flatnonzero(use)
    at = (held - words.starts[passage[held]]).astype(np.int32)
    columns = (keys[held].view(np.int64), words.numbers[passage[held]], at, use[held])
    yield _batch(columns, ("key", "place", "at", "use"))


_UPON = {QUOTES: _LEFT, CONTAINS: _RIGHT}


def _batch(columns: Iterable[NDArray[np.generic]], names: Iterable[str]) -> pa.RecordBatch:
    import pyarrow as pa

    return pa.RecordBatch.from_arrays(list(map(pa.array, columns)), list(names))


class _Rows(NamedTuple):
    """Some sorted rows of keys and places."""

    key: Column
    place: Column
    at: Column

    def last(self) -> _Rows:
        """Those of them that may have a neighbour among what comes next."""
        return _Rows(*(column[-NEIGHBOURS:] for column in self))

    def and_then(self, more: _Rows) -> _Rows:
        """These and those that come next."""
        return _Rows(*(np.concatenate([a, b]) for a, b in zip(self, more, strict=True)))


_NONE = _Rows(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int32))


def _rows(batch: pa.RecordBatch) -> _Rows:
    return _Rows(*(batch.column(name).to_numpy() for name in _Rows._fields))


def _ends(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The last rows of a part, with its number."""
    from pyspark import TaskContext

    kept = _NONE
    for batch in batches:
        kept = kept.and_then(_rows(batch)).last()
    context = TaskContext.get()
    part = context.partitionId() if context else 0
    yield _batch((np.full(len(kept.key), part, np.int32), *kept), ("part", *_Rows._fields))


def _before(ends: pa.Table) -> Mapping[int, _Rows]:
    """What lies before each part, by its number; a part without rows of its own has none."""
    columns = {name: ends.column(name).to_numpy() for name in ("part", *_Rows._fields)}
    found: dict[int, _Rows] = {}
    carried = _NONE
    for part in np.unique(columns["part"]).tolist():
        found[part] = carried
        rows = columns["part"] == part
        own = _Rows(*(columns[name][rows] for name in _Rows._fields))
        order = np.lexsort((own.at, own.place, own.key))
        carried = carried.and_then(_Rows(*(column[order] for column in own))).last()
    return found


def _paired(
    batches: Iterable[pa.RecordBatch], *, before: Mapping[int, _Rows]
) -> Iterator[pa.RecordBatch]:
    """The pairs of a part's rows with those that come next, and with what lies before the part."""
    from pyspark import TaskContext

    context = TaskContext.get()
    yield from _paired_after(batches, before.get(context.partitionId() if context else 0, _NONE))


def _paired_after(batches: Iterable[pa.RecordBatch], kept: _Rows) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        rows = kept.and_then(_rows(batch))
        left, right = neighbours(rows.key.view(np.uint64), rows.place >> BITS, after=len(kept.key))
        columns = rows.place[left], rows.place[right], rows.at[left], rows.at[right]
        yield _batch(columns, ("one", "other", "at", "there"))
        kept = rows.last()
